//! Address patterns such as `nhiem-vu/{task}.html`, and how to fill and parse them.
//!
//! A part in braces is called a gap.

use std::borrow::Cow;

use super::pages::table;

/// The name of the gap for a page number. It is empty on the first page of a list.
const PAGE: &str = "page";

/// An address pattern from the table of paths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Address {
    pub(super) text: &'static str,
    /// Whether files at this address may appear and disappear as the figures change.
    pub(super) is_passing: bool,
}

/// A path, matched against an address pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathMatch<'p> {
    /// The pattern has no gaps.
    Exact,
    /// A page of a list, other than the first.
    LaterPage,
    /// The first gap's name and its text.
    Gap(&'static str, &'p str),
}

macro_rules! addresses {
    (
        pages { $($page:ident $(($($of:tt)+))? $path:literal $view:ident
            $(of $all:ident)? $(, $passing:ident)?;)+ }
        files { $($file:ident $(($($gap:tt)+))? $address:literal $(, $comes:ident)?;)+ }
    ) => {
        /// The address patterns of all files, pages first.
        pub(super) const ADDRESSES: &[Address] = &[
            $(Address { text: $path, is_passing: !concat!($(stringify!($passing))?).is_empty() },)+
            $(Address { text: $address, is_passing: !concat!($(stringify!($comes))?).is_empty() },)+
        ];
    };
}

table!(addresses);

/// Fills the gaps of an address pattern with these texts.
///
/// Called for every link of the site.
pub(super) fn filled(address: &str, gaps: &[Cow<'_, str>]) -> String {
    let mut path = String::with_capacity(address.len() + 16);
    let mut rest = address;
    for text in gaps {
        let Some((before, name, after)) = next_gap(rest) else { break };
        path.push_str(before);
        match (name, text.as_ref()) {
            (PAGE, "1") => {}
            (PAGE, page) => path.extend(["-", page]),
            (_, text) => path.push_str(text),
        }
        rest = after;
    }
    path + rest
}

impl Address {
    /// The names of the gaps, in order.
    pub(super) fn gaps(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.text;
        std::iter::from_fn(move || {
            let (_, name, after) = next_gap(rest)?;
            rest = after;
            Some(name)
        })
    }

    /// Matches a path against the pattern. Returns `None` if it does not match.
    pub(super) fn match_path(self, path: &str) -> Option<PathMatch<'_>> {
        let Some((head, name, _)) = next_gap(self.text) else {
            return (path == self.text).then_some(PathMatch::Exact);
        };
        let tail = self.text.rsplit('}').next().unwrap_or_default();
        let inside = path.strip_prefix(head)?.strip_suffix(tail)?;
        if name == PAGE {
            let is_number =
                |page: &str| !page.is_empty() && page.bytes().all(|b| b.is_ascii_digit());
            return match inside.strip_prefix('-') {
                None if inside.is_empty() => Some(PathMatch::Exact),
                Some(page) if is_number(page) => Some(PathMatch::LaterPage),
                _ => None,
            };
        }
        (!inside.is_empty() && !inside.contains('/')).then_some(PathMatch::Gap(name, inside))
    }
}

/// Splits a pattern at its next gap: the text before it, its name, and the text after it.
fn next_gap(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The relative link from the folder `from` to the file `to`, both within the site.
pub(super) fn relative(from: &str, to: &str) -> String {
    let up = from.matches('/').count();
    let folder = from.rfind('/').map_or("", |at| &from[..=at]);
    match to.strip_prefix(folder).filter(|rest| up == 1 && !rest.contains('/')) {
        Some(neighbour) => neighbour.to_owned(),
        None => {
            let mut way = String::with_capacity(3 * up + to.len());
            (0..up).for_each(|_| way.push_str("../"));
            way + to
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &'static str) -> Address {
        Address { text, is_passing: false }
    }

    #[test]
    fn gaps_are_filled_in_their_order() {
        for (text, gaps, expected) in [
            ("index.html", &[][..], "index.html"),
            ("nhiem-vu/{task}.html", &["1.3"], "nhiem-vu/1.3.html"),
            ("nhiem-vu{page}.html", &["1"], "nhiem-vu.html"),
            ("nhiem-vu{page}.html", &["12"], "nhiem-vu-12.html"),
            ("so-tien-do/{task}{page}.html", &["1.3", "2"], "so-tien-do/1.3-2.html"),
            ("sitemap-{part}.xml", &["1"], "sitemap-1.xml"),
        ] {
            let gaps: Vec<Cow<'_, str>> = gaps.iter().map(|gap| Cow::Borrowed(*gap)).collect();
            assert_eq!(filled(text, &gaps), expected);
        }
    }

    #[test]
    fn a_path_is_read_by_its_address_alone() {
        let (list, task) = ("nhiem-vu{page}.html", "nhiem-vu/{task}.html");
        for (text, path, expected) in [
            ("index.html", "index.html", Some(PathMatch::Exact)),
            ("index.html", "index.htm", None),
            (list, "nhiem-vu.html", Some(PathMatch::Exact)),
            (list, "nhiem-vu-3.html", Some(PathMatch::LaterPage)),
            (list, "nhiem-vu-.html", None),
            (list, "nhiem-vu-co.html", None),
            (task, "nhiem-vu/1.3.html", Some(PathMatch::Gap("task", "1.3"))),
            (task, "nhiem-vu/.html", None),
            (task, "nhiem-vu/1/3.html", None),
            (task, "nhiem-vu/1.3.htm", None),
        ] {
            assert_eq!(address(text).match_path(path), expected, "{text} {path}");
        }
    }

    #[test]
    fn the_way_from_one_file_to_another() {
        for (from, to, expected) in [
            ("index.html", "muc/1.html", "muc/1.html"),
            ("index.html", "index.html", "index.html"),
            ("muc/1.html", "muc/2.html", "2.html"),
            ("muc/1.html", "index.html", "../index.html"),
            ("muc/1.html", "nhiem-vu/1.3.html", "../nhiem-vu/1.3.html"),
            ("nhiem-vu/1.3.html", "assets/site.css", "../assets/site.css"),
        ] {
            assert_eq!(relative(from, to), expected, "{from} -> {to}");
        }
    }
}
