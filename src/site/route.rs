//! What files the site has and where they lie.
//!
//! Lists stand at the top and single records in folders, so that no id can meet the name of a
//! list. Ids are lower-case ASCII and never a device of Windows, so every path is safe everywhere.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::data::{Form, Table};
use super::former;
use super::index::Index;
use super::views::sitemap_limit;
use crate::assess::Standing;
use crate::model::{AgencyIx, Id, Model, NoteIx, PlaceIx, PriorityIx, TaskIx};

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
    /// A part of those addresses, where they are too many for one file.
    SitemapPart(usize),
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
    /// How everything stood on a reporting date, and what changed since the one before.
    Period(NaiveDate),
    /// A piece for other websites.
    Embed(Embed),
    /// What changed, as an Atom feed.
    Feed(Scope),
    /// Deadlines, as a calendar.
    Calendar(Scope),
    /// The open data, explained.
    Data,
    /// A table of the open data.
    DataTable(Table, Form),
    /// All tables in one workbook.
    Workbook,
    /// The open data described for programs.
    DataPackage,
    /// The open data described for data portals.
    Catalog,
    /// What stands where something was published that is gone: its place in the list of those, and
    /// which of its pages.
    Former(usize, usize),
    /// Everything that was published and is gone.
    FormerList,
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

/// A piece of the site for other websites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Embed {
    /// The page that shows them all and how to use them.
    How,
    /// The directive's figures, as a fragment without `<html>`.
    Overview,
    /// The figures of a priority.
    Priority(PriorityIx),
    /// The figures of an agency.
    Agency(AgencyIx),
    /// The directive's figures as a page of its own, for a frame.
    Frame,
    /// The directive's figures as a small picture.
    Badge,
    /// The style sheet of the fragments.
    Style,
}

impl Embed {
    /// Whether it is put into a page that somebody else publishes, so that links must be full.
    pub fn is_fragment(self) -> bool {
        matches!(self, Embed::Overview | Embed::Priority(_) | Embed::Agency(_))
    }

    fn path(self, model: &Model) -> String {
        match self {
            Embed::How => "nhung.html".into(),
            Embed::Overview => "nhung/tong-hop.html".into(),
            Embed::Priority(ix) => format!("nhung/muc/{}.html", model[ix].id),
            Embed::Agency(ix) => format!("nhung/co-quan/{}.html", model[ix].id),
            Embed::Frame => "nhung/khung.html".into(),
            Embed::Badge => "nhung/huy-hieu.svg".into(),
            Embed::Style => "nhung/nhung.css".into(),
        }
    }
}

/// What a feed or a calendar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole directive.
    All,
    /// A priority.
    Priority(PriorityIx),
    /// An agency.
    Agency(AgencyIx),
}

impl Route {
    /// Where the file lies.
    pub fn path(self, model: &Model) -> String {
        match self {
            Route::Overview => "index.html".into(),
            Route::Priority(ix) => page_of("muc/", &model[ix].id),
            Route::Task(ix) => page_of("nhiem-vu/", &model[ix].id),
            Route::Ledger(ix, page) => numbered(&format!("so-tien-do/{}", model[ix].id), page),
            Route::Note(ix) => page_of("ghi-chep/", &model[ix].id),
            Route::Notes(page) => numbered("ghi-chep", page),
            Route::Agencies => "co-quan.html".into(),
            Route::Agency(ix) => page_of("co-quan/", &model[ix].id),
            Route::Places => "dia-ban.html".into(),
            Route::Place(ix) => page_of("dia-ban/", &model[ix].id),
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
            Route::SitemapPart(part) => format!("sitemap-{part}.xml"),
            Route::Robots => "robots.txt".into(),
            Route::Stylesheet => "assets/site.css".into(),
            Route::Script => "assets/site.js".into(),
            Route::TaskData(1) => "assets/tasks.js".into(),
            Route::TaskData(part) => format!("assets/tasks-{part}.js"),
            Route::Icon => "assets/icon.svg".into(),
            Route::Period(date) => format!("ky-bao-cao/{date}.html"),
            Route::Embed(embed) => embed.path(model),
            Route::Feed(scope) => format!("tin/{}.xml", scope.word(model)),
            Route::Calendar(scope) => format!("lich/{}.ics", scope.word(model)),
            Route::Data => "du-lieu.html".into(),
            Route::DataTable(table, form) => {
                format!("du-lieu/{}.{}", table.name(), form.ending())
            }
            Route::Workbook => "du-lieu/tiendo.xlsx".into(),
            Route::DataPackage => "du-lieu/datapackage.json".into(),
            Route::Catalog => "du-lieu/dcat.json".into(),
            Route::Former(n, page) => {
                former::pages(&model.moved[n].was).into_iter().nth(page).unwrap_or_default()
            }
            Route::FormerList => "da-chuyen.html".into(),
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
        use Route::{Former, Icon, NotFound, Robots, Script, Sitemap, Stylesheet, TaskData};
        use Route::{SearchDirectory, SearchPart, SearchRows, SearchScript};
        !matches!(self, NotFound | Sitemap | Robots | Stylesheet | Script | TaskData(_) | Icon)
            && !matches!(self, Route::Embed(embed) if embed != Embed::How)
            && !matches!(self, Former(..) | Route::SitemapPart(_))
            && !matches!(self, SearchScript | SearchDirectory | SearchPart(_) | SearchRows(_))
            && !self.is_data()
    }

    /// Whether it is a file for other programs: a feed, a calendar, a table, a description.
    pub fn is_data(self) -> bool {
        use Route::{Calendar, Catalog, DataPackage, DataTable, Feed, Workbook};
        matches!(self, Feed(_) | Calendar(_) | DataTable(..) | Workbook | DataPackage | Catalog)
    }

    /// The page that is about the same.
    pub(super) fn of_scope(scope: Scope) -> Self {
        match scope {
            Scope::All => Route::Overview,
            Scope::Priority(ix) => Route::Priority(ix),
            Scope::Agency(ix) => Route::Agency(ix),
        }
    }
}

impl Scope {
    /// Its word in addresses; the words before the ids differ, so that none can meet another.
    fn word(self, model: &Model) -> String {
        match self {
            Scope::All => "tat-ca".into(),
            Scope::Priority(ix) => format!("muc-{}", model[ix].id),
            Scope::Agency(ix) => format!("co-quan-{}", model[ix].id),
        }
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
    routes.extend(index.history.periods.iter().map(|period| Route::Period(period.to)));
    let fixed = [Embed::How, Embed::Overview, Embed::Frame, Embed::Badge, Embed::Style];
    routes.extend(fixed.map(Route::Embed));
    let priorities = (0..model.priorities.len()).map(PriorityIx);
    routes.extend(priorities.map(|ix| Route::Embed(Embed::Priority(ix))));
    routes.extend(index.agencies.iter().map(|ix| Route::Embed(Embed::Agency(*ix))));
    routes.extend(data_routes(model, index));
    routes.extend((1..=index.lookup_pages(model)).map(Route::Lookup));
    routes.extend(former_routes(model, &routes));
    if model.settings.base_url.is_some() {
        let pages = routes.iter().filter(|route| route.is_page()).count();
        let parts = pages.div_ceil(sitemap_limit(model));
        routes.extend((1..=parts).filter(|_| parts > 1).map(Route::SitemapPart));
    }
    routes.sort_by_cached_key(|route| route.path(model));
    routes
}

/// The pages at old addresses; where a page stands again, that one is shown.
fn former_routes(model: &Model, taken: &[Route]) -> Vec<Route> {
    if model.moved.is_empty() {
        return Vec::new();
    }
    let mut taken: BTreeSet<String> = taken.iter().map(|route| route.path(model)).collect();
    taken.extend(model.attachments.iter().map(|file| file.site_path.clone()));
    let mut routes = vec![Route::FormerList];
    taken.insert(Route::FormerList.path(model));
    for (n, moved) in model.moved.iter().enumerate() {
        for (page, path) in former::pages(&moved.was).into_iter().enumerate() {
            if taken.insert(path) {
                routes.push(Route::Former(n, page));
            }
        }
    }
    routes
}

/// The files for other programs and the page that explains them. Of a restricted priority there
/// is no feed: nothing in it may be told.
fn data_routes(model: &Model, index: &Index) -> Vec<Route> {
    let mut routes = vec![Route::Data, Route::Workbook, Route::DataPackage, Route::Catalog];
    routes.extend([Route::Feed(Scope::All), Route::Calendar(Scope::All)]);
    let public = (0..model.priorities.len()).filter(|n| !model.priorities[*n].restricted);
    routes.extend(public.map(|n| Route::Feed(Scope::Priority(PriorityIx(n)))));
    for agency in index.agencies.iter().map(|ix| Scope::Agency(*ix)) {
        routes.extend([Route::Feed(agency), Route::Calendar(agency)]);
    }
    for table in Table::ALL {
        routes.extend(Form::ALL.map(|form| Route::DataTable(table, form)));
    }
    routes
}

/// The way from the folder of one file of the site to another file.
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

/// The page of a record: said millions of times.
fn page_of(folder: &str, id: &Id) -> String {
    [folder, id.as_str(), ".html"].concat()
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
