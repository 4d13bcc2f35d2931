//! Diagnostics: problems found in the content, and the list that collects them.
//!
//! A diagnostic holds no prose, only a code and the values for the sentences that
//! `locales/*/rules.ftl` keeps under that code. Every diagnostic therefore exists in every language,
//! and a rule does not know how it will be shown.

use std::borrow::Cow;
use std::io::{self, ErrorKind};
use std::ops::Range;

use crate::source::{FileId, Position, Sources, Spot};
use crate::vietnamese::fold;

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be built.
    Error,
    /// The site can be built, but somebody should look at the content.
    Warning,
    /// The content could be better.
    Hint,
}

impl Severity {
    /// The word in machine-readable output, and the key of its word in the locales.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// A rule for the content: its code, its severity and the page that explains it.
///
/// Each rule has a file of its own. The file's doc comment is what `tiendo check --explain CODE` prints and what
/// the rules page in `docs/` holds: in English, and under [`VIETNAMESE`] in Vietnamese.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case code, e.g. `unknown-agency`: its file's name with hyphens.
    pub code: &'static str,
    /// The severity of every diagnostic of this rule.
    pub severity: Severity,
    /// The text of the rule's file.
    source: &'static str,
}

/// The heading of the Vietnamese part of a rule's doc comment.
const VIETNAMESE: &str = "# Tiếng Việt";

impl Rule {
    /// Creates a rule whose diagnostics prevent the build; `source` is the text of its file.
    pub const fn error(code: &'static str, source: &'static str) -> Self {
        Rule { code, severity: Severity::Error, source }
    }

    /// Creates a rule whose diagnostics do not prevent the build.
    pub const fn warning(code: &'static str, source: &'static str) -> Self {
        Rule { code, severity: Severity::Warning, source }
    }

    /// Creates a rule that only gives hints.
    pub const fn hint(code: &'static str, source: &'static str) -> Self {
        Rule { code, severity: Severity::Hint, source }
    }

    /// The explanation in a language (`vi` or `en`), as Markdown whose first line is a title.
    pub fn explanation(&self, language: &str) -> String {
        let doc: Vec<&str> = (self.source.lines())
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        let middle = doc.iter().position(|line| *line == VIETNAMESE);
        let (english, vietnamese) = doc.split_at(middle.unwrap_or(doc.len()));
        let lines = match vietnamese.split_first() {
            Some((_, vietnamese)) if language == "vi" => vietnamese,
            _ => english,
        };
        lines.join("\n").trim().to_owned()
    }
}

/// Declares the rules of a room, one per line: the module of each, and `RULES`, the list of all.
///
/// A line may also say what the rule's function `check` looks at, as a variant of the room's
/// `Check`: `done_in_words: Check::Model`. These functions become the list `CHECKS`.
macro_rules! rules {
    ($($rule:ident),* $(,)?) => {
        $(pub(crate) mod $rule;)*

        /// The rules of this room.
        pub const RULES: &[&$crate::diagnostic::Rule] = &[$(&$rule::RULE),*];
    };
    ($($rule:ident $(: $check:path)?),* $(,)?) => {
        $crate::diagnostic::rules! { $($rule),* }

        /// The rules of this room that have a `check`.
        pub(super) const CHECKS: &[Check] = &[$($($check($rule::check),)?)*];
    };
}
pub(crate) use rules;

/// A file and a spot in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub spot: Spot,
}

impl Place {
    /// The value at `path` in `file`.
    pub fn value(file: FileId, path: impl Into<String>) -> Self {
        Place { file, spot: Spot::value(path) }
    }

    /// The key at `path` in `file`.
    pub fn key(file: FileId, path: impl Into<String>) -> Self {
        Place { file, spot: Spot::key(path) }
    }

    /// These bytes of `file`.
    pub fn bytes(file: FileId, range: Range<usize>) -> Self {
        Place { file, spot: Spot::Bytes(range) }
    }

    /// The file as a whole.
    pub fn file(file: FileId) -> Self {
        Place { file, spot: Spot::File }
    }
}

/// A replacement of some bytes of the file, for a problem with exactly one solution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
}

/// A problem in the content: what is wrong, where, and the values for its sentences.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Stable kebab-case code, e.g. `unknown-agency`; the key of its sentences in the locales.
    pub code: &'static str,
    /// The severity.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// A second place that matters, such as the first of two definitions.
    pub second: Option<Place>,
    /// Values for the sentences, by name.
    pub args: Vec<(Cow<'static, str>, String)>,
    /// The known name nearest to what was read, if one is near enough.
    pub suggestion: Option<String>,
    /// The change that `tiendo check --fix` makes, if there is exactly one solution.
    pub fix: Option<Edit>,
}

impl Diagnostic {
    /// Creates a diagnostic of a rule.
    pub fn of(rule: &'static Rule, place: Place) -> Self {
        Diagnostic {
            code: rule.code,
            severity: rule.severity,
            place,
            second: None,
            args: Vec::new(),
            suggestion: None,
            fix: None,
        }
    }

    /// Adds a value that the sentences name as `$name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers pass numbers and dates by value")]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// Adds the second place.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.second = Some(place);
        self
    }

    /// Adds the known name nearest to what was read, if one is near.
    #[must_use]
    pub fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Self {
        self.suggestion = suggestion.map(Into::into);
        self
    }

    /// Adds the change that solves the problem.
    #[must_use]
    pub fn fixed_by(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some(Edit { range, text: text.into() });
        self
    }

    /// Line and column of the place.
    pub fn position(&self, sources: &Sources) -> Position {
        let file = sources.get(self.place.file);
        file.position(file.range(&self.place.spot).start)
    }
}

/// The diagnostics of a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all diagnostics of another list.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.list.append(&mut other.list);
    }

    /// Adds the diagnostics of other sources, which stand behind `count` other files now.
    pub fn append_behind(&mut self, count: usize, other: Diagnostics) {
        self.list.extend(other.list.into_iter().map(|mut diagnostic| {
            let second = diagnostic.second.as_mut().map(|second| &mut second.file);
            for file in std::iter::once(&mut diagnostic.place.file).chain(second) {
                *file = file.behind(count);
            }
            diagnostic
        }));
    }

    /// Keeps only the diagnostics for which `keep` returns true.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// Puts bytes in the place of paths, so that the texts are enough to show where everything is: the
    /// positions of all values take many times as much memory.
    pub fn settle(&mut self, sources: &Sources) {
        for diagnostic in &mut self.list {
            for place in std::iter::once(&mut diagnostic.place).chain(&mut diagnostic.second) {
                if matches!(place.spot, Spot::Key(_) | Spot::Value(_)) {
                    place.spot = Spot::Bytes(sources.get(place.file).range(&place.spot));
                }
            }
        }
    }

    /// Returns the number of diagnostics with a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// Returns true if any diagnostic prevents the build.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// Returns the diagnostics in the order they were found, or by place after [`Diagnostics::sort`].
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Sorts by file, line and column, so that every run reports in the same order.
    pub fn sort(&mut self, sources: &Sources) {
        self.list.sort_by_cached_key(|d| {
            let file = sources.get(d.place.file);
            (file.path.as_str(), file.range(&d.place.spot).start, d.severity, d.code)
        });
        self.list.dedup_by(|a, b| a.code == b.code && a.place == b.place && a.args == b.args);
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, iter: T) {
        self.list.extend(iter);
    }
}

/// Names the kind of an error of the system, as the locales do: `system-NAME` and `[NAME]` in
/// `unreadable-file`. `other` if it has none.
pub fn system_word(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "not-found",
        // Windows also denies access to what another program has open.
        ErrorKind::PermissionDenied if cfg!(windows) => "no-permission-or-open",
        ErrorKind::PermissionDenied => "no-permission",
        ErrorKind::AlreadyExists => "is-there",
        ErrorKind::NotADirectory => "no-folder",
        ErrorKind::IsADirectory => "is-folder",
        ErrorKind::DirectoryNotEmpty => "not-empty",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk-full",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => "busy",
        ErrorKind::TimedOut => "timed-out",
        ErrorKind::Interrupted => "interrupted",
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "bad-name",
        ErrorKind::UnexpectedEof => "damaged",
        ErrorKind::Unsupported => "unsupported",
        ErrorKind::InvalidData => "not-text",
        ErrorKind::TooManyLinks => "link-loop",
        ErrorKind::OutOfMemory => "no-memory",
        ErrorKind::AddrInUse => "port-taken",
        ErrorKind::ConnectionRefused
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::NotConnected
        | ErrorKind::BrokenPipe
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::StaleNetworkFileHandle => "network",
        _ => match error.raw_os_error() {
            // Errors of Unix that have no kind yet: EIO, EMFILE, and ELOOP on Linux.
            Some(5) if cfg!(unix) => "disk-fault",
            // Windows: another program has the file open.
            Some(32 | 33) if cfg!(windows) => "busy",
            Some(24) if cfg!(unix) => "too-many-open",
            Some(40) if cfg!(target_os = "linux") => "link-loop",
            _ => "other",
        },
    }
}

/// The name among `known` that `read` was most likely meant to be: equal after folding, or at a
/// distance of at most a third of its length. Long texts are never taken for a name. A name with
/// other numbers is another name, and what was typed is no suggestion.
pub fn nearest<'a>(read: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain_read = plain(read);
    let length = plain_read.chars().count();
    if plain_read.is_empty() || length > LONGEST_NAME {
        return None;
    }
    let limit = (length / 3).max(1);
    known
        .into_iter()
        .filter(|name| name.len() <= 4 * LONGEST_NAME && *name != read)
        .filter_map(|name| {
            let plain = plain(name);
            let near = plain.chars().count().abs_diff(length) <= limit;
            let same_numbers = !have_other_numbers(&plain_read, &plain);
            (near && same_numbers).then(|| (strsim::damerau_levenshtein(&plain_read, &plain), name))
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Whether a text is a name or a misspelling of it.
pub fn is_like(read: &str, name: &str) -> bool {
    read == name || nearest(read, [name]).is_some()
}

/// Whether two texts have equally many numbers, and not the same ones.
fn have_other_numbers(a: &str, b: &str) -> bool {
    fn numbers(text: &str) -> Vec<&str> {
        let groups = text.split(|c: char| !c.is_ascii_digit());
        groups.filter(|group| !group.is_empty()).collect()
    }
    let (a, b) = (numbers(a), numbers(b));
    a.len() == b.len() && a != b
}

/// Names longer than this are not compared: the work grows with the square.
const LONGEST_NAME: usize = 80;

/// A name as it is compared: folded, one kind of joint, no quotation marks.
fn plain(text: &str) -> String {
    let text: String = text.chars().take(4 * LONGEST_NAME).collect();
    fold(&text)
        .chars()
        .filter(|c| !"“”‘’«»\"'`".contains(*c))
        .map(|c| if matches!(c, '_' | ' ' | '\u{a0}') { '-' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_without_accents_but_not_at_any_price() {
        let known = ["lead_source", "lead", "places", "documents"];
        assert_eq!(nearest("lead-sorce", known), Some("lead_source"));
        assert_eq!(nearest("document", known), Some("documents"));
        assert_eq!(nearest("Sở Y tế", ["so-yt", "Sở Y Tế"]), Some("Sở Y Tế"));
        assert_eq!(nearest("ngan sach", known), None);
        assert_eq!(nearest("“lead”", known), Some("lead"));
        assert_eq!(nearest(&"lead".repeat(50_000), known), None);
        assert_eq!(nearest("lead", ["lead"]), None, "what was typed is no suggestion");
        assert!(is_like("lead", "lead") && is_like("laed", "lead") && !is_like("x", "lead"));
        assert_eq!(nearest("1.l", ["1.1"]), Some("1.1"));
        assert_eq!(nearest("13", ["1.3"]), Some("1.3"));
        for (read, other) in [("1.33", "1.3"), ("bc-71", "bc-77"), ("71/BC-SYT", "77/BC-SYT")] {
            assert_eq!(nearest(read, [other]), None, "{other} is another, not a misspelling");
        }
    }
}
