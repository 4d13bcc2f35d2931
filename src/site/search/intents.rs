//! What readers want to know, by the words in which they ask, and the pages that answer: "sở nào
//! chậm" is a question for the page of agencies, whatever its title.

use crate::site::context::PageContext;
use crate::site::route::{Route, standing_word};

const FILES: [(&str, &str); 2] = [
    ("vi", include_str!("../../../locales/vi/intents.txt")),
    ("en", include_str!("../../../locales/en/intents.txt")),
];

/// The ways to ask for a page in the site's language.
pub(super) fn of(ctx: &PageContext<'_>, page: Route) -> Vec<&'static str> {
    let text = FILES.iter().find(|(tag, _)| *tag == ctx.tag()).map_or("", |(_, text)| text);
    let Some(name) = name(page) else { return Vec::new() };
    let asked = |line: &'static str| {
        let (page, phrases) = line.split_once('=')?;
        (page.trim() == name).then(|| phrases.split('=').map(str::trim))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(asked).flatten().collect()
}

/// The name of a page in the files.
fn name(page: Route) -> Option<String> {
    Some(match page {
        Route::Standing(standing, _) => standing_word(standing),
        Route::Tasks(_) => "tasks".to_owned(),
        Route::Deadlines(_) => "deadlines".to_owned(),
        Route::Agencies => "agencies".to_owned(),
        Route::Reports(_) => "reports".to_owned(),
        Route::Progress => "progress".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Standing;

    #[test]
    fn every_line_names_a_page() {
        let pages = [Route::Tasks(1), Route::Deadlines(1), Route::Agencies, Route::Reports(1)];
        let standings = Standing::ALL.map(|standing| Route::Standing(standing, 1));
        let names: Vec<String> =
            pages.into_iter().chain([Route::Progress]).chain(standings).filter_map(name).collect();
        for (tag, text) in FILES {
            for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let (page, phrases) = line.split_once('=').unwrap();
                assert!(names.contains(&page.trim().to_owned()), "{tag}: {page}");
                assert!(
                    phrases.split('=').all(|phrase| !phrase.trim().is_empty()),
                    "{tag}: {page}"
                );
            }
        }
    }
}
