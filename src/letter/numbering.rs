//! Counts the labels of paragraphs as a word processor does.
//!
//! Counters belong to the abstract list, so that paragraphs of two lists that share one go on
//! counting; a list with `startOverride` begins anew when it is first used.

use std::collections::{BTreeMap, BTreeSet};

use super::label::{Label, Level, as_letter, as_roman, counted};
use super::xml::Element;

/// Number of levels of a list.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// By id of an abstract list: its levels.
    lists: BTreeMap<String, Vec<ListLevel>>,
    /// By id of a list: the id of its abstract list, and where its levels start anew.
    used: BTreeMap<String, (String, BTreeMap<usize, u32>)>,
    counters: BTreeMap<String, [Option<u32>; LEVELS]>,
    begun: BTreeSet<String>,
    /// By id of a style: its list and level.
    styles: BTreeMap<String, (Option<String>, usize)>,
}

#[derive(Clone, Default)]
struct ListLevel {
    start: u32,
    format: String,
    text: String,
}

impl Numbering {
    /// Reads the lists, and the styles that belong to one.
    pub(super) fn read(numbering: Option<&Element>, styles: Option<&Element>) -> Self {
        let mut read = Numbering::default();
        let root = |part: &'_ Element, name: &str| part.child(name).is_some();
        if let Some(numbering) = numbering.filter(|part| root(part, "numbering")) {
            read.lists(numbering.child("numbering").map_or(&[][..], |part| &part.children));
        }
        if let Some(styles) = styles.and_then(|part| part.child("styles")) {
            read.styles(&styles.children);
        }
        read
    }

    fn lists(&mut self, elements: &[Element]) {
        for element in elements {
            match element.name.as_str() {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    let mut levels = vec![ListLevel::default(); LEVELS];
                    for level in element.children.iter().filter(|child| child.name == "lvl") {
                        let at = level.attribute("ilvl").and_then(|at| at.parse::<usize>().ok());
                        let Some(into) = at.and_then(|at| levels.get_mut(at)) else { continue };
                        *into = ListLevel {
                            start: number(level.value(&["start"])).unwrap_or(1),
                            format: level.value(&["numFmt"]).unwrap_or("decimal").to_owned(),
                            text: level.value(&["lvlText"]).unwrap_or_default().to_owned(),
                        };
                    }
                    self.lists.insert(id.to_owned(), levels);
                }
                "num" => {
                    let (Some(id), Some(list)) =
                        (element.attribute("numId"), element.value(&["abstractNumId"]))
                    else {
                        continue;
                    };
                    let anew = element.children.iter().filter(|child| child.name == "lvlOverride");
                    let anew = anew.filter_map(|level| {
                        let at = level.attribute("ilvl")?.parse().ok()?;
                        Some((at, number(level.value(&["startOverride"]))?))
                    });
                    self.used.insert(id.to_owned(), (list.to_owned(), anew.collect()));
                }
                _ => {}
            }
        }
    }

    fn styles(&mut self, styles: &[Element]) {
        let by_id: BTreeMap<&str, &Element> = styles
            .iter()
            .filter(|style| style.name == "style")
            .filter_map(|style| Some((style.attribute("styleId")?, style)))
            .collect();
        for (id, style) in &by_id {
            let mut style = Some(*style);
            for _ in 0..20 {
                let Some(there) = style else { break };
                if let Some(list) = there.at(&["pPr", "numPr"]) {
                    let level = number(list.value(&["ilvl"])).unwrap_or(0);
                    let list = list.value(&["numId"]).map(str::to_owned);
                    self.styles.insert((*id).to_owned(), (list, level as usize));
                    break;
                }
                style = there.value(&["basedOn"]).and_then(|base| by_id.get(base).copied());
            }
        }
    }

    /// Counts a paragraph and returns its label.
    pub(super) fn label(&mut self, paragraph: &Element) -> Option<Label> {
        let style = paragraph.value(&["pPr", "pStyle"]).and_then(|style| self.styles.get(style));
        let own = paragraph.at(&["pPr", "numPr"]);
        let list = own.and_then(|own| own.value(&["numId"]).map(str::to_owned));
        let list = list.or_else(|| style.and_then(|(list, _)| list.clone()))?;
        let level = own.and_then(|own| number(own.value(&["ilvl"])));
        let level = level.map_or_else(|| style.map_or(0, |(_, level)| *level), |n| n as usize);
        if list == "0" || level >= LEVELS {
            return None;
        }
        let (id, anew) = self.used.get(&list)?.clone();
        let levels = self.lists.get(&id)?;
        let counters = self.counters.entry(id).or_default();
        if self.begun.insert(list) {
            for (at, start) in anew {
                if let Some(counter) = counters.get_mut(at) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        let next = counters[level].map_or(levels[level].start, |n| n.saturating_add(1));
        counters[level] = Some(next);
        counters[level + 1..].fill(None);
        let own = &levels[level];
        if own.format == "bullet" || own.format == "none" {
            let deeper = level > 0 || own.text.starts_with('+');
            let (level, printed) = if deeper { (Level::Plus, "+") } else { (Level::Dash, "-") };
            let bullet = Label { level, printed: printed.to_owned(), value: 0 };
            return (own.format == "bullet").then_some(bullet);
        }
        let mut text = own.text.clone();
        for at in 0..=level {
            let n = counters[at].unwrap_or(levels[at].start);
            let format = if at == level { &own.format } else { &levels[at].format };
            text = text.replace(&format!("%{}", at + 1), &written(n, format));
        }
        counted(&text)
    }
}

fn number(text: Option<&str>) -> Option<u32> {
    text?.trim().parse().ok()
}

fn written(n: u32, format: &str) -> String {
    match format {
        "upperRoman" => as_roman(n),
        "lowerRoman" => as_roman(n).to_lowercase(),
        "lowerLetter" => as_letter(n).map_or_else(|| n.to_string(), String::from),
        "upperLetter" => as_letter(n)
            .map_or_else(|| n.to_string(), |letter| letter.to_ascii_uppercase().to_string()),
        _ => n.to_string(),
    }
}
