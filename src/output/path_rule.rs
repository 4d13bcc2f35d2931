//! The paths that a site may hold: those that mean the same file on every system.

/// Why a site cannot hold a path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathFault {
    /// The path is empty.
    #[error("it is empty")]
    Empty,
    /// The path begins with a slash.
    #[error("it is absolute; paths are relative to the site")]
    Absolute,
    /// The path has two slashes in a row, or one at the end.
    #[error("it has an empty part between slashes")]
    EmptySegment,
    /// A part is `.` or `..`.
    #[error("it has a part that is `.` or `..`")]
    Dots,
    /// A character that Windows or the manifest cannot hold, such as the backslash.
    #[error("it holds the character {0:?}")]
    Character(char),
    /// A part ends with a dot or a space, which Windows drops.
    #[error("a part of it ends with a dot or a space")]
    Ending,
    /// A part is the name of a Windows device, such as `con` or `nul.txt`.
    #[error("{0:?} is a device on Windows")]
    Device(String),
    /// A name that tiendo, git or an operating system reserves.
    #[error("{0:?} is a reserved name")]
    Reserved(String),
    /// The site already holds this path, or one that some systems cannot tell from it.
    #[error("the site already holds {0:?}")]
    Taken(String),
}

/// Checks that a site can hold a path. Whether the path is free is up to the caller.
pub(super) fn check(path: &str) -> Result<(), PathFault> {
    if path.is_empty() {
        return Err(PathFault::Empty);
    }
    if path.starts_with('/') {
        return Err(PathFault::Absolute);
    }
    // U+FFFD stands for names that are not Unicode: see `tree`.
    let barred = |c: char| {
        matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{fffd}') || c.is_control()
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-./_".contains(&byte);
    let odd = if path.bytes().all(is_plain) { "" } else { path };
    if let Some(c) = odd.chars().find(|c| barred(*c)) {
        return Err(PathFault::Character(c));
    }
    for segment in path.split('/') {
        if segment.is_empty() {
            return Err(PathFault::EmptySegment);
        }
        if segment == "." || segment == ".." {
            return Err(PathFault::Dots);
        }
        if segment.ends_with(['.', ' ']) {
            return Err(PathFault::Ending);
        }
        if is_device(segment) {
            return Err(PathFault::Device(segment.to_owned()));
        }
        if is_litter(segment) {
            return Err(PathFault::Reserved(segment.to_owned()));
        }
    }
    let own = |name: &&str| name.eq_ignore_ascii_case(path);
    if KEEPERS.iter().chain([&MANIFEST]).any(own) {
        return Err(PathFault::Reserved(path.to_owned()));
    }
    Ok(())
}

/// The name of the list of a site's files, which no file of the site may have.
pub(super) const MANIFEST: &str = "manifest.txt";

/// Files at the root that keep an empty folder in git. They belong to the repository, not to the
/// site.
pub(super) const KEEPERS: [&str; 2] = [".gitkeep", ".gitignore"];

/// Whether operating systems leave files of this name in every folder that is opened.
pub(super) fn is_litter(name: &str) -> bool {
    ["thumbs.db", "desktop.ini", ".ds_store"].iter().any(|litter| name.eq_ignore_ascii_case(litter))
}

fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or(segment).trim_end();
    let is_one_of = |names: &[&str], stem: &[u8]| {
        names.iter().any(|name| stem.eq_ignore_ascii_case(name.as_bytes()))
    };
    match stem.as_bytes() {
        stem @ [_, _, _] => is_one_of(&["con", "prn", "aux", "nul"], stem),
        [port @ .., b'1'..=b'9'] if port.len() == 3 => is_one_of(&["com", "lpt"], port),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_system_can_hold_is_allowed() {
        for path in [
            "index.html",
            "viec/1.3.html",
            "a/b/c/d.js",
            "..a/...b",
            "tệp đính kèm/Báo cáo (2).pdf",
            "console/com.html",
            "com10",
            "sub/manifest.txt",
            "sub/.gitkeep",
            ".nojekyll",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn what_some_system_would_read_otherwise_is_refused() {
        use PathFault::{Absolute, Character, Device, Dots, Empty, EmptySegment, Ending, Reserved};
        let own = str::to_owned;
        for (path, fault) in [
            ("", Empty),
            ("/", Absolute),
            ("/etc/passwd", Absolute),
            ("a//b", EmptySegment),
            ("a/", EmptySegment),
            (".", Dots),
            ("..", Dots),
            ("../a", Dots),
            ("a/../../b", Dots),
            ("a/./b", Dots),
            (r"a\b", Character('\\')),
            (r"..\a", Character('\\')),
            ("C:/a", Character(':')),
            ("a?b", Character('?')),
            ("a\nb", Character('\n')),
            ("a\0", Character('\0')),
            ("a\u{fffd}", Character('\u{fffd}')),
            ("a./b", Ending),
            ("a ", Ending),
            ("...", Ending),
            ("nul", Device(own("nul"))),
            ("a/Con.html", Device(own("Con.html"))),
            ("lpt1.tar.gz", Device(own("lpt1.tar.gz"))),
            ("manifest.txt", Reserved(own("manifest.txt"))),
            ("Manifest.TXT", Reserved(own("Manifest.TXT"))),
            (".gitkeep", Reserved(own(".gitkeep"))),
            (".gitignore", Reserved(own(".gitignore"))),
            ("a/Thumbs.db", Reserved(own("Thumbs.db"))),
        ] {
            assert_eq!(check(path), Err(fault), "{path:?}");
        }
    }
}
