//! Makes the files of a site readable for a web server, whatever the umask of the account that
//! writes them.

use std::io;
use std::path::Path;

/// The rights that everybody needs to read a folder or a file.
#[cfg(unix)]
const FOLDER: u32 = 0o755;
#[cfg(unix)]
const FILE: u32 = 0o644;

/// Whether everybody can read a file or folder.
#[cfg(unix)]
pub fn is_readable(found: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let wanted = if found.is_dir() { FOLDER } else { FILE };
    found.permissions().mode() & wanted == wanted
}

/// Whether everybody can read a file or folder: its folder decides.
#[cfg(not(unix))]
pub fn is_readable(_: &std::fs::Metadata) -> bool {
    true
}

/// Makes a file or folder readable for everybody. Follows no link, and takes no right away.
///
/// Somebody else's file, and a drive that knows no such rights, stay as they are: whoever set them up
/// decides who can read them.
///
/// # Errors
///
/// The system's error.
#[cfg(unix)]
pub fn make_readable(path: &Path) -> io::Result<()> {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    let found = fs::symlink_metadata(path)?;
    let wanted = match found.file_type() {
        kind if kind.is_dir() => FOLDER,
        kind if kind.is_file() => FILE,
        _ => return Ok(()),
    };
    let mode = found.permissions().mode();
    if mode & wanted == wanted {
        return Ok(());
    }
    match fs::set_permissions(path, fs::Permissions::from_mode(mode | wanted)) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        other => other,
    }
}

/// Does nothing: on other systems files get the rights of their folder.
///
/// # Errors
///
/// Never.
#[cfg(not(unix))]
pub fn make_readable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder and everything in it readable for everybody.
///
/// # Errors
///
/// The system's error.
pub fn make_tree_readable(tree: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    for found in walkdir::WalkDir::new(tree) {
        make_readable(found?.path())?;
    }
    Ok(())
}
