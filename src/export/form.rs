//! The form of an administrative document, after Decree 30/2020/NĐ-CP: the head, the title, the
//! places to fill in by hand, and the place for a signature.

use crate::locale::Arg;
use crate::model::Model;
use crate::site::words::Words;
use crate::word::{Align, Block, Columns, Paragraph, Span};

/// The size of the letters of the text, in points.
pub(super) const TEXT: u16 = 13;
/// The size of the letters of titles, in points.
const TITLE: u16 = 14;
/// The size of the letters of tables and of the names at the top, in points.
pub(super) const SMALL: u16 = 12;
/// The size of the letters of the list of copies, in points.
const COPIES: u16 = 11;
/// The space above a paragraph of text, in points: the least that the decree allows.
const PARAGRAPH: u16 = 6;
/// The indent of the first line of a paragraph, in points: 10 mm.
const FIRST_LINE: u16 = 28;
/// The empty lines between the title of the signer and the name.
const SIGNATURE_LINES: usize = 3;
/// Maximum length of names and subjects in sentences, in characters. A longer one would leave no
/// room for anything else.
const MAX_NAME: usize = 120;

/// The office that issues a document, and the directive that it is about.
pub(super) struct Form<'a> {
    pub(super) model: &'a Model,
    pub(super) words: &'a Words,
}

impl Form<'_> {
    /// The name of the office in a sentence.
    pub(super) fn office(&self) -> String {
        let given = self.model.settings.publisher.as_deref();
        given.map_or_else(|| self.words.text("form-we"), shortened)
    }

    pub(super) fn issuer(&self) -> Option<String> {
        self.model.directive.issuer.as_deref().map(shortened)
    }

    /// The kind and number of the directive: "Công văn số 3413/UBND-TH".
    pub(super) fn name(&self) -> String {
        let directive = &self.model.directive;
        let number = ("number", Arg::from(&directive.number));
        match &directive.kind {
            Some(kind) => self.words.say("form-directive-kind", &[("kind", kind.into()), number]),
            None => self.words.say("form-directive-number", &[number]),
        }
    }

    /// The directive with its date and issuer.
    pub(super) fn directive(&self) -> String {
        let date = self.words.short(self.model.directive.date);
        let name = self.name();
        let mut args = vec![("name", Arg::from(&name)), ("date", date.into())];
        match self.issuer() {
            Some(issuer) => {
                args.push(("issuer", issuer.into()));
                self.words.say("form-directive-of", &args)
            }
            None => self.words.say("form-directive", &args),
        }
    }

    /// The directive with its date, issuer and subject.
    pub(super) fn directive_and_subject(&self) -> String {
        let directive = self.directive();
        let subject = shortened(&subject_in_sentence(&self.model.directive.subject));
        let args = [("directive", directive.into()), ("subject", subject.into())];
        self.words.say("form-about", &args)
    }

    /// The names at the top, then the number and the day, which are filled in by hand. `about` stands
    /// below the number.
    pub(super) fn head(&self, number: &str, about: Option<&str>) -> Block {
        let words = self.words;
        let office = self.model.settings.publisher.as_deref();
        let office = office.or(self.model.directive.issuer.as_deref()).map(shortened);
        let office = office.unwrap_or_else(|| words.text("form-no-office")).to_uppercase();
        let office = with_whole_place(&office);
        let place = self.model.directive.place.as_deref().map(shortened);
        let place = place.unwrap_or_else(|| words.text("form-no-place"));
        let day = format!("{place}, {}", words.text("form-day"));
        let bold = |text: String, size| Paragraph::new(vec![Span::bold(text)], size).centered();
        let left = vec![bold(office, SMALL), Paragraph::rule(38)];
        let right = vec![
            bold(words.text("form-state"), SMALL),
            bold(words.text("form-motto"), TEXT),
            Paragraph::rule(58),
        ];
        let plain = |text: String, size| Paragraph::new(vec![Span::plain(text)], size).centered();
        let mut below = vec![plain(words.text(number), TEXT).before(6)];
        below.extend(about.map(|about| plain(about.to_owned(), SMALL).before(4)));
        let day = Paragraph::new(vec![Span::italic(day)], TEXT).centered().before(6);
        Block::Columns(Columns { share: 43, rows: vec![[left, right], [below, vec![day]]] })
    }

    /// The title of a report: its kind, what it is about, and a line.
    pub(super) fn title(&self, kind: &str, about: &[String]) -> Vec<Block> {
        let line = |text: &str| Paragraph::new(vec![Span::bold(text)], TITLE).centered();
        let kind = line(kind).before(8);
        let about = about.iter().map(|text| line(text));
        let all = std::iter::once(kind).chain(about).chain([Paragraph::rule(18)]);
        all.map(Block::Paragraph).collect()
    }

    /// The notice of the site, such as that its figures are an illustration.
    pub(super) fn notice(&self) -> Option<Block> {
        let notice = self.model.settings.notice.as_deref()?;
        let notice = Paragraph::new(vec![Span::italic(shortened(notice))], TEXT);
        Some(Block::Paragraph(notice.centered().before(4)))
    }

    /// To whom a document goes.
    pub(super) fn to(&self, whom: &str) -> Block {
        let spans = vec![Span::plain(self.words.text("form-to")), Span::plain(whom)];
        Block::Paragraph(Paragraph::new(spans, TEXT).centered().before(6))
    }

    /// The list of copies at the left, and the place for a signature at the right.
    pub(super) fn signature(&self, copy_to_issuer: bool) -> Block {
        let words = self.words;
        let copy = |text: String| Paragraph::new(vec![Span::plain(text)], COPIES);
        let head = Span { text: words.text("form-copies"), bold: true, italic: true };
        let mut left = vec![Paragraph::new(vec![head], SMALL).before(10)];
        left.push(copy(words.text("form-copy-same")));
        if let Some(issuer) = self.issuer().filter(|_| copy_to_issuer) {
            left.push(copy(words.say("form-copy-issuer", &[("issuer", issuer.into())])));
        }
        left.push(copy(words.text("form-copy-file")));
        let bold = Paragraph::new(vec![Span::bold(words.text("form-signer"))], TEXT);
        let how = Paragraph::new(vec![Span::italic(words.text("form-sign"))], SMALL);
        let mut right = vec![bold.centered().before(10), how.centered()];
        right.extend(vec![Paragraph::new(Vec::new(), TEXT); SIGNATURE_LINES]);
        Block::Columns(Columns { share: 50, rows: vec![[left, right]] })
    }
}

/// A paragraph of a text.
pub(super) fn text(spans: Vec<Span>) -> Paragraph {
    let paragraph = Paragraph::new(spans, TEXT).before(PARAGRAPH);
    Paragraph { align: Align::Both, first_line: FIRST_LINE, ..paragraph }
}

/// A heading.
pub(super) fn heading(title: &str) -> Paragraph {
    let paragraph = Paragraph::new(vec![Span::bold(title)], TEXT).before(6);
    Paragraph { with_next: true, heading: true, ..paragraph }
}

/// A text, cut if it is longer than any name should be.
pub(super) fn shortened(text: &str) -> String {
    crate::site::text::cut(text, MAX_NAME)
}

/// Keeps the place at the end of a name on one line, so that a long name breaks before it.
fn with_whole_place(name: &str) -> String {
    const PLACES: [&str; 7] =
        [" TỈNH ", " THÀNH PHỐ ", " HUYỆN ", " THỊ XÃ ", " XÃ ", " PHƯỜNG ", " ĐẶC KHU "];
    let at = PLACES.iter().filter_map(|place| name.rfind(place)).max();
    match at.map(|at| name.split_at(at + 1)) {
        Some((front, place)) if place.chars().count() <= 25 => {
            format!("{front}{}", place.replace(' ', "\u{a0}"))
        }
        _ => name.to_owned(),
    }
}

/// A subject as it stands within a sentence: the first letter is small, unless it begins a name or an
/// abbreviation, which a capital in the first two words shows.
fn subject_in_sentence(subject: &str) -> String {
    let subject = subject.trim();
    let without = ["V/v ", "v/v ", "Về việc ", "về việc ", "Về ", "về "];
    let subject = without.iter().find_map(|word| subject.strip_prefix(word)).unwrap_or(subject);
    let mut words = subject.split_whitespace();
    let is_common = |word: &str, skip| !word.chars().skip(skip).any(char::is_uppercase);
    let common = words.next().is_some_and(|word| is_common(word, 1))
        && words.next().is_none_or(|word| is_common(word, 0));
    let mut letters = subject.chars();
    match letters.next() {
        Some(first) if common => first.to_lowercase().chain(letters).collect(),
        _ => subject.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_follows_about() {
        for (subject, expected) in [
            ("Một số nhiệm vụ trọng tâm", "một số nhiệm vụ trọng tâm"),
            ("V/v đẩy mạnh chuyển đổi số", "đẩy mạnh chuyển đổi số"),
            ("Về việc Hà Nội xanh", "Hà Nội xanh"),
            ("COVID-19 và du lịch", "COVID-19 và du lịch"),
            ("Đề án 06", "đề án 06"),
            ("", ""),
        ] {
            assert_eq!(subject_in_sentence(subject), expected);
        }
    }
}
