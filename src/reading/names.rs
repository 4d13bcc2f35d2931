//! Finds the record that a text names: by its id, the number that pages show, one of its names or
//! words of them.

use std::collections::BTreeSet;

use super::{normalized, states};
use crate::diagnostic::nearest;
use crate::model::{Id, Model, Part, State, Task};
use crate::vietnamese::{fold, nfc, without_apostrophes};

/// The names of all records of a kind, in the model's order.
#[derive(Debug)]
pub struct Names(Vec<Name>);

/// A record, by everything that it can be called.
#[derive(Debug)]
pub struct Name {
    /// The id.
    pub id: String,
    /// The title or full name.
    pub title: String,
    /// Everything that names it in full: id, number, names, symbol.
    called: Vec<Call>,
    /// Its names as words, with a space at both ends.
    words: String,
}

/// A name in the forms in which it is compared.
#[derive(Debug)]
struct Call {
    plain: String,
    folded: String,
    words: String,
}

/// The records that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This one.
    One(usize),
    /// Several.
    Many(Vec<usize>),
    /// None.
    Nothing,
}

/// The part of a list that names no record, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// The part.
    pub text: String,
    /// The records that it names.
    pub many: Vec<usize>,
}

impl Names {
    /// The names of the tasks.
    pub fn tasks(model: &Model) -> Self {
        let tasks = model.tasks.iter();
        Names(tasks.map(|task| Name::new(task.id.as_str(), &task.title, &[&task.number])).collect())
    }

    /// The names of the priorities.
    pub fn priorities(model: &Model) -> Self {
        let priorities = model.priorities.iter();
        Names(priorities.map(|p| Name::new(p.id.as_str(), &p.title, &[&p.number])).collect())
    }

    /// The names of the agencies.
    pub fn agencies(model: &Model) -> Self {
        let agencies = model.agencies.iter().map(|agency| {
            let mut others: Vec<&str> = agency.aliases.iter().map(String::as_str).collect();
            others.extend(agency.short.as_deref());
            Name::new(agency.id.as_str(), &agency.name, &others)
        });
        Names(agencies.collect())
    }

    /// The names of the places.
    pub fn places(model: &Model) -> Self {
        let places = model.places.iter();
        Names(places.map(|place| Name::new(place.id.as_str(), &place.name, &[])).collect())
    }

    /// The names of the documents.
    pub fn documents(model: &Model) -> Self {
        let documents = model.documents.iter().map(|document| {
            let symbols: Vec<&str> = document.symbol.as_deref().into_iter().collect();
            Name::new(document.id.as_str(), &document.title, &symbols)
        });
        Names(documents.collect())
    }

    /// The names of the states, with the titles that pages give them.
    pub fn states(title: impl Fn(&str) -> String) -> Self {
        let states = State::ALL.iter();
        Names(
            states
                .map(|(word, state)| Name::new(word, &title(word), states::words_of(*state)))
                .collect(),
        )
    }

    /// The names of the parts of a task: id, title, place and agency.
    pub fn parts(model: &Model, task: &Task) -> Self {
        let name = |part: &Part| {
            let place = part.place.map(|place| model[place].name.as_str());
            let agency = part.agency.map(|agency| &model[agency]);
            let short = agency.and_then(|agency| agency.short.as_deref());
            let agency = agency.map(|agency| agency.name.as_str());
            let title = part.title.as_deref().or(place).or(agency).unwrap_or_default();
            let others: Vec<&str> = [place, agency, short].into_iter().flatten().collect();
            Name::new(part.id.as_str(), title, &others)
        };
        Names(task.parts.iter().map(name).collect())
    }

    /// The records with their names.
    pub fn iter(&self) -> impl Iterator<Item = &Name> {
        self.0.iter()
    }

    /// Returns a record.
    pub fn get(&self, at: usize) -> &Name {
        &self.0[at]
    }

    /// Returns the record that has exactly this id, number or name, whatever the capitals and, if
    /// no record has it with these, the accents and the punctuation.
    pub fn named(&self, text: &str) -> Found {
        if let Some(at) = self.0.iter().position(|name| name.id == text.trim()) {
            return Found::One(at);
        }
        let call = Call::of(text);
        let same = |test: &dyn Fn(&Call) -> bool| {
            let found = self.0.iter().enumerate().filter(|(_, name)| name.called.iter().any(test));
            Found::of(found.map(|(at, _)| at).collect())
        };
        let tests: [&dyn Fn(&Call) -> bool; 3] =
            [&|known| known.plain == call.plain, &|known| known.folded == call.folded, &|known| {
                known.words == call.words && !call.words.is_empty()
            }];
        let found = tests.into_iter().map(|test| same(test));
        found.into_iter().find(|found| *found != Found::Nothing).unwrap_or(Found::Nothing)
    }

    /// Returns the record that a text names in full, or the only one with these words in its names.
    pub fn find(&self, text: &str) -> Found {
        match self.named(text) {
            Found::Nothing => {}
            found => return found,
        }
        // Half a word or a bare number is not taken for a name: nobody is asked back, and a slip in
        // an id would be answered with the figures of another record.
        if is_code(text) || !text.contains(char::is_alphabetic) {
            return Found::Nothing;
        }
        let words = normalized_name(text);
        let wanted: BTreeSet<&str> = words.split(' ').collect();
        self.whose(|name| wanted.iter().all(|word| name.words.contains(&format!(" {word} "))))
    }

    /// Returns every record that may be meant by an answer: what [`Names::find`] finds, or the
    /// records with these words or beginnings of words in a row, or else anywhere.
    pub fn search(&self, answer: &str) -> Vec<usize> {
        if let Found::One(at) = self.named(answer) {
            return vec![at];
        }
        let words = normalized_name(answer);
        if words.is_empty() || is_code(answer) {
            return self.named(answer).all();
        }
        let tests: [&dyn Fn(&Name) -> bool; 3] = [
            &|name| name.words.contains(&format!(" {words} ")),
            &|name| name.words.contains(&format!(" {words}")),
            &|name| words.split(' ').all(|word| name.words.contains(&format!(" {word}"))),
        ];
        let found = tests.into_iter().map(|test| self.whose(test).all());
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Reads a list of names between commas or semicolons. A name may itself have a comma: “Sở Văn
    /// hóa, Thể thao và Du lịch”.
    ///
    /// # Errors
    ///
    /// The first part that does not name one record.
    pub fn list(&self, text: &str) -> Result<Vec<usize>, Unclear> {
        let parts: Vec<&str> = text.split([',', ';', '\n']).collect();
        let mut found: Vec<usize> = Vec::new();
        let mut from = 0;
        while from < parts.len() {
            if parts[from].trim().is_empty() {
                from += 1;
                continue;
            }
            let longest = (from + 1..=parts.len()).rev().find_map(|to| {
                let name = parts[from..to].join(",");
                // Words that are found across a comma are two names.
                let one = if to == from + 1 { self.find(&name) } else { self.named(&name) };
                match one {
                    Found::One(at) => Some((at, to)),
                    _ => None,
                }
            });
            let Some((at, to)) = longest else {
                let text = parts[from].trim().to_owned();
                let many = self.find(&text).all();
                return Err(Unclear { text, many });
            };
            if !found.contains(&at) {
                found.push(at);
            }
            from = to;
        }
        Ok(found)
    }

    /// Returns the record whose number or symbol stands within a text: “Báo cáo số 12/BC-STC ngày
    /// 24/7/2021”.
    pub fn within(&self, text: &str) -> Found {
        let text = Call::of(text).folded.replace(' ', "");
        self.whose(|name| {
            name.called.iter().skip(1).any(|call| {
                let symbol = call.folded.replace(' ', "");
                is_code(&symbol) && has_whole(&text, &symbol)
            })
        })
    }

    /// Returns the id that a misspelling most likely means. A number is never a misspelling of
    /// another.
    pub fn nearest(&self, text: &str) -> Option<&str> {
        if is_code(text) {
            return None;
        }
        let ids = self.0.iter().map(|name| name.id.as_str());
        nearest(text, ids).or_else(|| {
            let title = nearest(text, self.0.iter().map(|name| name.title.as_str()))?;
            self.0.iter().find(|name| name.title == title).map(|name| name.id.as_str())
        })
    }

    fn whose(&self, test: impl Fn(&Name) -> bool) -> Found {
        let found = self.0.iter().enumerate().filter(|(_, name)| test(name));
        Found::of(found.map(|(at, _)| at).collect())
    }
}

impl Name {
    fn new(id: &str, title: &str, others: &[&str]) -> Self {
        let names: Vec<&str> = [id, title].iter().chain(others).copied().collect();
        let words: Vec<String> = names.iter().map(|name| normalized_name(name)).collect();
        Name {
            id: id.to_string(),
            title: title.to_owned(),
            called: names.into_iter().map(Call::of).collect(),
            words: format!(" {} ", words.join(" | ")),
        }
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}  {}", self.id, self.title)
    }
}

impl Call {
    fn of(text: &str) -> Self {
        let quotes = |c: char| c.is_whitespace() || "“”‘’«»\"'".contains(c);
        let text = nfc(text);
        let bare = text.trim_matches(quotes).trim_end_matches(['.', ':', ';', ')']);
        let plain = bare.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        // H’Mông, R'Lấp: the apostrophe may be typed in several ways, or be left out.
        let folded = fold(&without_apostrophes(&plain));
        Call { folded, words: normalized_name(&plain), plain }
    }
}

impl Found {
    fn of(found: Vec<usize>) -> Self {
        match found.as_slice() {
            [] => Found::Nothing,
            [one] => Found::One(*one),
            _ => Found::Many(found),
        }
    }

    /// Returns every record.
    pub fn all(self) -> Vec<usize> {
        match self {
            Found::Nothing => Vec::new(),
            Found::One(at) => vec![at],
            Found::Many(found) => found,
        }
    }
}

/// Returns a name in the form in which names are the same whatever their capitals and spaces.
pub fn plain(name: &str) -> String {
    Call::of(name).plain
}

/// Returns whether a text is the number and symbol of a document: “71/BC-SYT”.
pub fn is_code(text: &str) -> bool {
    let number = text.trim().split_once('/').map(|(number, _)| number.trim());
    number.is_some_and(|number| {
        number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().count() <= 12
    })
}

/// Returns the id for a number as pages show it: `ii.1.dd` for “II.1.đ”. `None` if the text is no
/// such number.
pub fn id_of_number(text: &str) -> Option<Id> {
    let call = Call::of(text);
    // II, 12, 12a, đ
    let is_part = |part: &str| {
        let letter = part.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_roman = !part.is_empty() && part.chars().all(|c| "ivxlc".contains(c));
        let is_letter = letter.chars().count() <= 1 && letter.chars().all(char::is_alphabetic);
        is_roman || !part.is_empty() && is_letter
    };
    let is_number = call.plain.split('.').all(is_part);
    let id = fold(&call.plain.replace('đ', "dd"));
    is_number.then(|| Id::parse(&id).ok()).flatten()
}

/// Returns a name as words: “và” and “&” join two of them and tell no names apart.
fn normalized_name(text: &str) -> String {
    // H’Mông, R'Lấp: the apostrophe may be typed in several ways, or be left out.
    let words = normalized(&without_apostrophes(text));
    words.split(' ').filter(|word| *word != "va").collect::<Vec<_>>().join(" ")
}

/// Returns whether a text has a symbol that is not part of a longer one.
fn has_whole(text: &str, symbol: &str) -> bool {
    text.match_indices(symbol).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + symbol.len()..].chars().next();
        !before.is_some_and(|c| c.is_ascii_digit()) && !matches!(after, Some('-' | '/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(records: &[(&str, &str, &[&str])]) -> Names {
        let name = |(id, title, others): &(&str, &str, &[&str])| Name::new(id, title, others);
        Names(records.iter().map(name).collect())
    }

    fn agencies() -> Names {
        names(&[
            ("so-yt", "Sở Y tế", &["SYT"]),
            ("so-khdt", "Sở Kế hoạch và Đầu tư", &[]),
            ("so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", &[]),
            ("so-vh", "Sở Văn hóa", &[]),
            ("so-tc", "Sở Tài chính", &[]),
        ])
    }

    #[test]
    fn an_apostrophe_in_a_name_may_be_typed_in_several_ways() {
        let places = names(&[("xa-dak-rlap", "Xã Đắk R’Lấp", &[]), ("xa-hmong", "Xã H'Mông", &[])]);
        for text in ["dak rlap", "Đắk R'Lấp", "đắk r’lap", "xa dak rlap"] {
            assert_eq!(places.find(text), Found::One(0), "{text}");
        }
        assert_eq!(places.find("hmong"), Found::One(1));
        assert_eq!(places.find("H’Mông"), Found::One(1));
    }

    #[test]
    fn a_number_is_found_in_any_capitals_and_with_its_own_letters() {
        let tasks = names(&[
            ("ii.1.d", "Việc thứ tư", &["II.1.d"]),
            ("ii.1.dd", "Việc thứ năm", &["II.1.đ"]),
            ("ix.2", "Việc khác", &["IX.2"]),
        ]);
        for (text, at) in
            [("IX.2", 2), ("ix.2", 2), ("Ix.2.", 2), ("II.1.Đ", 1), ("ii.1.đ", 1), ("II.1.D", 0)]
        {
            assert_eq!(tasks.named(text), Found::One(at), "{text}");
        }
        assert_eq!(tasks.named("IX.3"), Found::Nothing);
        assert_eq!(tasks.named("viec khac"), Found::One(2));
    }

    #[test]
    fn words_are_found_whatever_stands_between_them() {
        let priorities = names(&[
            ("1", "Tài chính, ngân sách", &["1"]),
            ("2", "Giáo dục, đào tạo; khoa học", &["2"]),
        ]);
        assert_eq!(priorities.find("giáo dục"), Found::One(1));
        assert_eq!(priorities.find("giao duc & dao tao"), Found::One(1));
        assert_eq!(priorities.find("tai chinh"), Found::One(0));
        assert_eq!(priorities.find("3"), Found::Nothing);
        let agencies = agencies();
        assert_eq!(agencies.find("dau tu"), Found::One(1));
        assert_eq!(agencies.find("so-kh"), Found::Nothing, "half an id is a slip");
        assert_eq!(agencies.search("so-kh"), [1]);
        assert_eq!(agencies.search("so y te"), [0]);
        assert_eq!(agencies.search("so").len(), 5);
        assert!(agencies.search("tai nguyen").is_empty());
    }

    #[test]
    fn a_list_may_hold_a_name_with_a_comma() {
        let agencies = agencies();
        assert_eq!(agencies.list("so-tc, so-yt"), Ok(vec![4, 0]));
        assert_eq!(agencies.list("so tai chinh; Sở Y tế,"), Ok(vec![4, 0]));
        let with_comma = "Sở Văn hóa, Thể thao và Du lịch, sở tài chính";
        assert_eq!(agencies.list(with_comma), Ok(vec![2, 4]));
        assert_eq!(agencies.list("Sở Văn hóa, Sở Y tế"), Ok(vec![3, 0]));
        let unclear = agencies.list("so-tc, so la").unwrap_err();
        assert_eq!((unclear.text.as_str(), unclear.many.len()), ("so la", 0));
        assert_eq!(agencies.list("so").unwrap_err().many.len(), 5);
    }

    #[test]
    fn a_document_number_is_never_a_misspelling_of_another() {
        let documents = names(&[
            ("bc-71", "Báo cáo quý I", &["71/BC-STC"]),
            ("bc-77", "Báo cáo quý II", &["77/BC-SYT"]),
        ]);
        assert_eq!(documents.find("71/bc-stc"), Found::One(0));
        assert_eq!(documents.find("71/BC-SYT"), Found::Nothing);
        assert_eq!(documents.nearest("71/BC-SYT"), None);
        assert_eq!(documents.nearest("bc-72"), None);
        assert_eq!(documents.nearest("bc71"), Some("bc-71"));
        assert_eq!(documents.nearest("bc-71"), None, "nothing else is meant by what was typed");
        assert_eq!(documents.within("Báo cáo số 77/BC-SYT ngày 1/2/2025"), Found::One(1));
        assert_eq!(documents.within("177/BC-SYT"), Found::Nothing);
    }

    #[test]
    fn a_number_gives_an_id() {
        for (text, id) in [("II.1.a", "ii.1.a"), ("II.1.đ", "ii.1.dd"), ("IX.2.", "ix.2")] {
            assert_eq!(id_of_number(text).unwrap().as_str(), id);
        }
        for text in ["", "Việc mới", "1.1 (2)", "báo cáo", "đường", "GPMB", "1..2", "./."]
        {
            assert!(id_of_number(text).is_none(), "{text}");
        }
    }
}
