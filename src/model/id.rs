//! What records are called in references, addresses and file names.

use std::cmp::Ordering;
use std::fmt;

use crate::vietnamese::natural_cmp;

/// Longest id, in characters.
pub const MAX_LENGTH: usize = 60;

/// `[a-z0-9]+([.-][a-z0-9]+)*`, where the part before the first full stop is not
/// the name of a Windows device.
///
/// Ids sort by segments, numbers by value: 9.2 before 9.10, 9c before 10a.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Id(Box<str>);

/// Why a text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    /// Letters, marks or an order that ids do not have.
    Form,
    /// Longer than [`MAX_LENGTH`].
    TooLong,
    /// The part before the first full stop is `con`, `nul`, `com1`, …: Windows cannot store a file
    /// of that name, whatever follows the full stop.
    Device,
}

impl Id {
    /// Reads an id.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of an id.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let well_formed = text.split(['.', '-']).all(|segment| {
            !segment.is_empty()
                && segment.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        if !well_formed {
            return Err(IdError::Form);
        }
        if text.len() > MAX_LENGTH {
            return Err(IdError::TooLong);
        }
        if is_device(device_part(text)) {
            return Err(IdError::Device);
        }
        Ok(Id(text.into()))
    }

    /// Returns the id by which another directive of a portal refers to a task of `directive`:
    /// `kh-58-2023/1.3`.
    pub fn elsewhere(directive: &Id, task: &Id) -> Self {
        Id(format!("{directive}/{task}").into())
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The part of a file name that Windows compares with the names of its devices: all before the
/// first full stop. A hyphen does not end it, so `tre-con` is an ordinary name.
pub fn device_part(name: &str) -> &str {
    name.split_once('.').map_or(name, |(part, _)| part)
}

/// Whether this is the name of a Windows device.
pub fn is_device(segment: &str) -> bool {
    let port = |name: &str| {
        segment
            .strip_prefix(name)
            .is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(segment, "con" | "prn" | "aux" | "nul") || port("com") || port("lpt")
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        natural_cmp(&self.0, &other.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_an_id() {
        for good in ["1", "9.10", "so-khdt", "2021-07-24-x", "a1.b2-c3"] {
            assert_eq!(Id::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "A", "đ", "1..2", "-a", "a-", "a_b", "a/b", "a b", "../x", "1.3\n"] {
            assert_eq!(Id::parse(bad), Err(IdError::Form), "{bad:?}");
        }
        for device in ["con", "con.1", "nul.a-b", "com1", "lpt9.x"] {
            assert_eq!(Id::parse(device), Err(IdError::Device), "{device:?}");
        }
        for ordinary in ["com", "console", "tre-con", "con-duong", "so-hoa-con-hai-xa", "a.nul"] {
            assert!(Id::parse(ordinary).is_ok(), "{ordinary:?}");
        }
        assert_eq!(Id::parse(&"a".repeat(61)), Err(IdError::TooLong));
    }
}
