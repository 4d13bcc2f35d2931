//! What files the site has and where they lie.
//!
//! Lists stand at the top and single records in folders, so that no id can meet the name of a
//! list. Ids are lower-case ASCII and never a device of Windows, so every path is safe everywhere.

use super::index::Index;
use crate::assess::Standing;
use crate::model::{AgencyIx, Model, NoteIx, PlaceIx, PriorityIx, TaskIx};

/// A file of the site. Pages of a list count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// How the directive stands.
    Overview,
    /// A priority.
    Priority(PriorityIx),
    /// A task.
    Task(TaskIx),
    /// Older entries of a task's ledger, from page 2 on; the newest stand on the task's own page.
    Ledger(TaskIx, usize),
    /// A note.
    Note(NoteIx),
    /// All notes, newest first.
    Notes(usize),
    /// The agencies in a table.
    Agencies,
    /// An agency.
    Agency(AgencyIx),
    /// The places in a table.
    Places,
    /// A place.
    Place(PlaceIx),
    /// Deadlines by month.
    Deadlines(usize),
    /// All tasks.
    Tasks(usize),
    /// The tasks that stand alike.
    Standing(Standing, usize),
    /// Documents cited.
    Documents(usize),
    /// The directive itself.
    Directive,
    /// How to read the site.
    Method,
    /// Progress over time.
    Progress,
    /// The whole directive on paper.
    Report,
    /// What a server shows for an address that does not exist.
    NotFound,
    /// For search engines: the addresses of all pages.
    Sitemap,
    /// For search engines: what they may read.
    Robots,
    /// The style sheet.
    Stylesheet,
    /// What the pages can do more where scripts run.
    Script,
    /// The rows that the script filters, in parts.
    TaskData(usize),
    /// The site's own small picture in a browser's tab.
    Icon,
    /// Looking for words.
    Search,
    /// Everything by its first letter.
    Lookup(usize),
    /// What looks words up.
    SearchScript,
    /// Which parts the index of words has.
    SearchDirectory,
    /// A part of the index of words.
    SearchPart(usize),
    /// How what was found is shown, in parts.
    SearchRows(usize),
}

impl Route {
    /// Where the file lies.
    pub fn path(self, model: &Model) -> String {
        match self {
            Route::Overview => "index.html".into(),
            Route::Priority(ix) => format!("muc/{}.html", model[ix].id),
            Route::Task(ix) => format!("nhiem-vu/{}.html", model[ix].id),
            Route::Ledger(ix, page) => numbered(&format!("so-tien-do/{}", model[ix].id), page),
            Route::Note(ix) => format!("ghi-chep/{}.html", model[ix].id),
            Route::Notes(page) => numbered("ghi-chep", page),
            Route::Agencies => "co-quan.html".into(),
            Route::Agency(ix) => format!("co-quan/{}.html", model[ix].id),
            Route::Places => "dia-ban.html".into(),
            Route::Place(ix) => format!("dia-ban/{}.html", model[ix].id),
            Route::Deadlines(page) => numbered("thoi-han", page),
            Route::Tasks(page) => numbered("nhiem-vu", page),
            Route::Standing(standing, page) => numbered(&standing_path(standing), page),
            Route::Documents(page) => numbered("van-ban", page),
            Route::Directive => "chi-dao.html".into(),
            Route::Method => "cach-doc.html".into(),
            Route::Progress => "dien-bien.html".into(),
            Route::Report => "bao-cao.html".into(),
            Route::NotFound => "404.html".into(),
            Route::Sitemap => "sitemap.xml".into(),
            Route::Robots => "robots.txt".into(),
            Route::Stylesheet => "assets/site.css".into(),
            Route::Script => "assets/site.js".into(),
            Route::TaskData(1) => "assets/tasks.js".into(),
            Route::TaskData(part) => format!("assets/tasks-{part}.js"),
            Route::Icon => "assets/icon.svg".into(),
            Route::Search => "tim-kiem.html".into(),
            Route::Lookup(page) => numbered("tra-cuu", page),
            Route::SearchScript => "assets/search.js".into(),
            Route::SearchDirectory => "assets/search/directory.js".into(),
            Route::SearchPart(part) => format!("assets/search/words-{part}.js"),
            Route::SearchRows(file) => format!("assets/search/rows-{file}.js"),
        }
    }

    /// Whether it is a page that a reader opens, and a search engine may list.
    pub fn is_page(self) -> bool {
        use Route::{Icon, NotFound, Robots, Script, Sitemap, Stylesheet, TaskData};
        use Route::{SearchDirectory, SearchPart, SearchRows, SearchScript};
        !matches!(self, NotFound | Sitemap | Robots | Stylesheet | Script | TaskData(_) | Icon)
            && !matches!(self, SearchScript | SearchDirectory | SearchPart(_) | SearchRows(_))
    }
}

/// All files of the site, by path.
pub(super) fn all(model: &Model, index: &Index) -> Vec<Route> {
    let mut routes = vec![
        Route::Overview,
        Route::Agencies,
        Route::Places,
        Route::Directive,
        Route::Method,
        Route::Progress,
        Route::Report,
        Route::NotFound,
        Route::Robots,
        Route::Stylesheet,
        Route::Script,
        Route::Icon,
        Route::Search,
        Route::SearchScript,
    ];
    if model.settings.base_url.is_some() {
        routes.push(Route::Sitemap);
    }
    routes.extend((0..model.priorities.len()).map(|n| Route::Priority(PriorityIx(n))));
    routes.extend(model.tasks().map(|(ix, _)| Route::Task(ix)));
    for (ix, _) in model.tasks() {
        routes.extend((2..=index.ledger_pages(ix)).map(|page| Route::Ledger(ix, page)));
    }
    routes.extend(index.notes.iter().map(|ix| Route::Note(*ix)));
    routes.extend(index.agencies.iter().map(|ix| Route::Agency(*ix)));
    routes.extend(index.places.iter().map(|ix| Route::Place(*ix)));
    routes.extend((1..=index.notes_pages()).map(Route::Notes));
    routes.extend((1..=index.tasks_pages()).map(Route::Tasks));
    routes.extend((1..=index.task_data_parts()).map(Route::TaskData));
    for standing in index.standings() {
        let pages = 1..=index.standing_pages(standing);
        routes.extend(pages.map(|page| Route::Standing(standing, page)));
    }
    routes.extend((1..=index.deadlines_pages()).map(Route::Deadlines));
    routes.extend((1..=index.documents_pages()).map(Route::Documents));
    routes.extend((1..=index.lookup_pages()).map(Route::Lookup));
    routes.sort_by_cached_key(|route| route.path(model));
    routes
}

/// The way from the folder of one file of the site to another file.
pub(super) fn relative(from: &str, to: &str) -> String {
    let up = from.matches('/').count();
    let folder = from.rfind('/').map_or("", |at| &from[..=at]);
    match to.strip_prefix(folder).filter(|rest| up == 1 && !rest.contains('/')) {
        Some(neighbour) => neighbour.to_owned(),
        None => "../".repeat(up) + to,
    }
}

/// The word for a standing in addresses.
pub(super) fn standing_word(standing: Standing) -> String {
    standing.name().replace('_', "-")
}

fn standing_path(standing: Standing) -> String {
    format!("tinh-trang/{}", standing_word(standing))
}

fn numbered(name: &str, page: usize) -> String {
    if page <= 1 { format!("{name}.html") } else { format!("{name}-{page}.html") }
}

#[cfg(test)]
mod tests {
    use super::*;

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
