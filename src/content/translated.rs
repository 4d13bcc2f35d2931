//! Which texts of the records may be written in two languages, and which they lack.
//!
//! `title: {vi: Nâng cấp đê biển, en: Raise the sea dyke}` is read as a text in one language: that
//! of the site, which is the first, or the other. As soon as one text is written in two, the records
//! are read a second time in the other language (`Model::second`), with the same ids and handles.
//! From both models come two sites by the same code, each with its own pages, search, feeds and
//! data: the first at the top, as it is without any translation, the second in a folder named after
//! its language. Each page leads to its twin. A text without a translation is read in the language
//! it has, and pages mark it so. Dates, figures and ids cannot differ, since nothing but texts is
//! chosen. Entries of ledgers, documents, places and notes are written in one language.

use super::files::{self, FileKind, Found};
use super::yaml::{self, Choice, LANGUAGES};
use crate::source::{FileId, NodeId, SourceFile, Sources, Style};

/// The paths of the texts that may be written in two languages, by kind of file.
pub const TRANSLATED: [(FileKind, &[&str]); 4] = [
    (FileKind::Site, &["title", "publisher", "contact", "notice"]),
    (
        FileKind::Directive,
        &[
            "place",
            "subject",
            "kind",
            "issuer",
            "signer.title",
            "labels.priority.one",
            "labels.priority.many",
            "labels.task.one",
            "labels.task.many",
            "labels.section.one",
            "labels.section.many",
            "priorities[].title",
            "priorities[].summary",
            "priorities[].no_tasks",
            "priorities[].sections[].title",
        ],
    ),
    (FileKind::Agencies, &["[].name", "[].short", "[].kind"]),
    (FileKind::Task, &["title", "product"]),
];

/// Returns the paths of a kind of file.
pub(super) fn keys(kind: FileKind) -> &'static [&'static str] {
    TRANSLATED.iter().find(|(known, _)| *known == kind).map_or(&[], |(_, keys)| *keys)
}

/// Returns the choice for reading a file in a language.
pub(super) fn choice(kind: FileKind, language: &'static str) -> Choice {
    Choice { keys: keys(kind), language }
}

/// Returns the language of the site: `language` in its `site.yaml`. Mistakes in it are reported when
/// the file is read.
pub(super) fn language_of(found: &[Found]) -> &'static str {
    let site = found.iter().find(|found| found.kind == FileKind::Site);
    let text = site.and_then(|site| files::read_text(site, FileId::nth(0)).0);
    text.and_then(|text| language(&text)).unwrap_or(LANGUAGES[0])
}

/// Returns the language that the text of `site.yaml` names.
pub(super) fn language(site: &str) -> Option<&'static str> {
    let values = yaml::values(site)?;
    let (_, named) = values.into_iter().find(|(path, _)| path == "language")?;
    LANGUAGES.into_iter().find(|language| *language == named.trim())
}

/// Returns the second language, if any text is written in it.
pub fn second(sources: &Sources, first: &str) -> Option<&'static str> {
    let written = sources.iter().flat_map(|(_, file)| file.index.translated());
    let written: Vec<&str> = written.flat_map(|(_, keys)| keys).map(|key| &**key).collect();
    LANGUAGES.into_iter().find(|language| *language != first && written.contains(language))
}

/// Returns the texts of a file that lack one of both languages.
pub fn lacking(file: &SourceFile, kind: FileKind, both: [&str; 2]) -> Vec<NodeId> {
    let index = &file.index;
    let keys = keys(kind);
    let is_text = |id: NodeId| {
        let node = &index.nodes()[id as usize];
        let text = file.text.get(node.value.clone()).unwrap_or_default();
        matches!(node.style, Style::Plain | Style::Quoted)
            && !node.left_out
            // A number, a code or a name without letters is the same in every language.
            && text.chars().any(char::is_alphabetic)
            // So is an address.
            && !text.contains('@')
            && keys.contains(&index.pattern(id).as_str())
    };
    let lacks = |id: NodeId| match index.translated().iter().find(|(known, _)| *known == id) {
        Some((_, keys)) => both.iter().any(|language| !keys.iter().any(|key| **key == **language)),
        None => true,
    };
    let mut texts = vec![0];
    let mut found = Vec::new();
    // Only what belongs to the record: the entries of a mapping of languages do not.
    while let Some(id) = texts.pop() {
        texts.extend(index.children(id));
        if is_text(id) && lacks(id) {
            found.push(id);
        }
    }
    found.sort_unstable();
    found
}
