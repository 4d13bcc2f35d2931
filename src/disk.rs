//! The path behind links and relative names, in the form in which Windows accepts long paths.

use std::path::{self, Path, PathBuf};
use std::{fs, io};

/// Returns the real path of a file or folder that exists.
///
/// Some drives of Windows (in memory, made by drivers of their own) cannot tell it, and neither can
/// Wine for long paths. Then it is the absolute path, in which links are left as they are.
///
/// # Errors
///
/// If there is no such file, or the system refuses.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if cfg!(windows) && error.kind() != io::ErrorKind::NotFound => {
            fs::metadata(path)?;
            let absolute = path::absolute(path)?;
            Ok(absolute.to_str().map_or_else(|| absolute.clone(), |path| verbatim(path).into()))
        }
        found => found,
    }
}

/// The form of an absolute path of Windows that may be longer than 260 characters.
fn verbatim(path: &str) -> String {
    match path.strip_prefix(r"\\") {
        Some(rest) if rest.starts_with(['?', '.']) => path.to_owned(),
        Some(share) => format!(r"\\?\UNC\{share}"),
        None => format!(r"\\?\{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_and_shares_have_long_forms() {
        for (path, expected) in [
            (r"C:\tiến độ\content", r"\\?\C:\tiến độ\content"),
            (r"\\máy-chủ\chung\content", r"\\?\UNC\máy-chủ\chung\content"),
            (r"\\?\C:\content", r"\\?\C:\content"),
        ] {
            assert_eq!(verbatim(path), expected);
        }
    }

    #[test]
    fn what_is_not_there_has_no_real_path() {
        let folder = tempfile::tempdir().unwrap();
        assert!(real_path(&folder.path().join("a")).is_err());
        assert_eq!(real_path(folder.path()).unwrap(), folder.path().canonicalize().unwrap());
    }
}
