//! Groups of synonyms, from the language's own file, the settings, and the agencies' names.

use std::collections::BTreeMap;

use crate::site::context::PageContext;
use crate::vietnamese::words;

const FILES: [(&str, &str); 2] = [
    ("vi", include_str!("../../../locales/vi/synonyms.txt")),
    ("en", include_str!("../../../locales/en/synonyms.txt")),
];

/// The synonyms and optional words of a site.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    /// Groups of phrases with the same meaning, at least two in each.
    pub(super) groups: Vec<Vec<String>>,
    /// Words that a result need not contain.
    pub(super) optional: Vec<String>,
}

/// The synonyms of the site's language and records.
pub(super) fn of(ctx: &PageContext<'_>) -> Synonyms {
    let text = FILES.iter().find(|(tag, _)| *tag == ctx.tag()).map_or("", |(_, text)| text);
    let mut synonyms = Synonyms::default();
    let mut groups: Vec<Vec<String>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('#') {
            continue;
        }
        match line.strip_prefix('~') {
            Some(words) => {
                synonyms.optional.extend(words.split_whitespace().map(str::to_owned));
            }
            None => groups.push(line.split('=').map(|phrase| phrase.trim().to_owned()).collect()),
        }
    }
    groups.extend(ctx.model.settings.synonyms.iter().cloned());
    for ix in &ctx.index.agencies {
        let agency = &ctx.model[*ix];
        let names = [&agency.name].into_iter().chain(&agency.short).chain(&agency.aliases);
        groups.push(names.cloned().collect());
    }
    synonyms.groups = merged(groups);
    synonyms
}

/// Merges groups that share a phrase. Drops phrases without words and groups with one phrase.
fn merged(groups: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut merged: Vec<Vec<String>> = Vec::new();
    let mut place: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for group in groups {
        let keyed: Vec<(Vec<String>, String)> = (group.into_iter())
            .map(|phrase| (words(&phrase).into_iter().map(|w| w.exact).collect(), phrase))
            .filter(|(key, _): &(Vec<String>, String)| !key.is_empty())
            .collect();
        let known = keyed.iter().find_map(|(key, _)| place.get(key).copied());
        let at = known.unwrap_or_else(|| {
            merged.push(Vec::new());
            merged.len() - 1
        });
        for (key, phrase) in keyed {
            place.entry(key).or_insert_with(|| {
                merged[at].push(phrase);
                at
            });
        }
    }
    merged.retain(|group| group.len() > 1);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_grow_together_and_single_phrases_fall_out() {
        let groups = [
            vec!["UBND", "Ủy ban"],
            vec!["Uỷ ban", "UB"],
            vec!["một", "…"],
            vec!["KH-ĐT", "KH&ĐT"],
        ];
        let groups = groups.map(|group| group.into_iter().map(str::to_owned).collect()).to_vec();
        assert_eq!(merged(groups), [["UBND", "Ủy ban", "UB"]]);
    }
}
