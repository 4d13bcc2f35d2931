//! The table of paths: every file of the site, one per line.
//!
//! No other code of the program spells out an address. A test checks this.
//!
//! To add a page, add its view (`views/NAME.rs`), its template (`templates/NAME.html`) and one line
//! here. From that line come the variant of [`Route`](super::route::Route), the path, the module,
//! the built-in template, and the calls of the view:
//!
//! - `heading`: the page's title, and the pages above it;
//! - `render`: its bytes.
//!
//! In an address, `{task}` is replaced by the id of the task that the page is about, and other gaps
//! likewise. `{page}` is empty on the first page of a list and `-2` on the second. Lists are at the
//! top level and single records in folders, so that no id can collide with the name of a list. Ids
//! are lower-case ASCII and never a device name of Windows, so every path is safe everywhere.
//!
//! `of NAME` names the function in `inventory.rs` that lists the pages of this kind. A page without
//! it exists exactly once. A `passing` address may appear and disappear as the figures change.
//! Every other address has to remain once it was published, or `moved.yaml` has to give the reason
//! for its removal.

/// Calls a macro with the table.
///
/// `pages` are opened by readers and listed by search engines. `files` are all other files.
macro_rules! table {
    ($then:ident) => {
        $then! {
            pages {
                Overview "index.html" overview;
                Priority(priority: PriorityIx) "muc/{priority}.html" priority of priorities;
                Task(task: TaskIx) "nhiem-vu/{task}.html" task of tasks;
                Ledger(task: TaskIx, page: usize) "so-tien-do/{task}{page}.html" ledger of ledgers, passing;
                PartList(task: TaskIx, page: usize) "phan-viec/{task}{page}.html" part_list of part_lists, passing;
                Note(note: NoteIx) "ghi-chep/{note}.html" note of notes;
                Agency(agency: AgencyIx) "co-quan/{agency}.html" agency of agencies;
                Place(place: PlaceIx) "dia-ban/{place}.html" place of places;
                Period(date: NaiveDate) "ky-bao-cao/{date}.html" period of periods;
                Tasks(page: usize) "nhiem-vu{page}.html" tasks of task_lists;
                Standing(standing: Standing, page: usize) "tinh-trang/{standing}{page}.html" standing of standings, passing;
                Deadlines(page: usize) "thoi-han{page}.html" deadlines of deadline_lists;
                Reports(page: usize) "bao-cao-dinh-ky{page}.html" reports of report_lists;
                Agencies "co-quan.html" agencies;
                Places "dia-ban.html" places;
                Notes(page: usize) "ghi-chep{page}.html" notes of note_lists;
                Documents(page: usize) "van-ban{page}.html" documents of document_lists;
                Directive "chi-dao.html" directive;
                Method "cach-doc.html" method;
                Progress "dien-bien.html" progress;
                Questions "hoi-dap.html" questions;
                Corrections(page: usize) "dinh-chinh{page}.html" corrections of correction_lists;
                Report "bao-cao.html" report;
                Data "du-lieu.html" data;
                Embeds "nhung.html" embed_how;
                Search "tim-kiem.html" search;
                Lookup(page: usize) "tra-cuu{page}.html" lookup of lookup_lists;
                FormerList "da-chuyen.html" former_list of former_list, passing;
                Publications "cong-bo.html" publications of publications;
            }
            files {
                NotFound "404.html";
                Former(old: OldPage) "{old}";
                Sitemap "sitemap.xml", passing;
                SitemapPart(part: usize) "sitemap-{part}.xml", passing;
                Robots "robots.txt", passing;
                Stylesheet "assets/site.css", passing;
                Script "assets/site.js", passing;
                Icon "assets/icon.svg", passing;
                TaskData(page: usize) "assets/tasks{page}.js", passing;
                SearchScript "assets/search.js", passing;
                SearchDirectory "assets/search/directory.js", passing;
                SearchPart(part: usize) "assets/search/words-{part}.js", passing;
                SearchRows(part: usize) "assets/search/rows-{part}.js", passing;
                EmbedOverview "nhung/tong-hop.html";
                EmbedPriority(priority: PriorityIx) "nhung/muc/{priority}.html";
                EmbedAgency(agency: AgencyIx) "nhung/co-quan/{agency}.html";
                EmbedFrame "nhung/khung.html";
                EmbedBadge "nhung/huy-hieu.svg";
                EmbedStyle "nhung/nhung.css";
                Short(task: TaskIx) "n/{task}/index.html";
                ShortCode(task: TaskIx) "n/{task}/qr.svg", passing;
                CardOverview "chia-se/tong-hop.png", passing;
                CardPriority(priority: PriorityIx) "chia-se/muc/{priority}.png", passing;
                CardTask(task: TaskIx) "chia-se/nhiem-vu/{task}.png", passing;
                CardAgency(agency: AgencyIx) "chia-se/co-quan/{agency}.png", passing;
                CardPlace(place: PlaceIx) "chia-se/dia-ban/{place}.png", passing;
                Feed(scope: Scope) "tin/{scope}.xml";
                Calendar(scope: Scope) "lich/{scope}.ics";
                DataTable(table: Table, form: Form) "du-lieu/{table}.{form}";
                PastTable(date: NaiveDate, table: Table) "du-lieu/ky/{date}/{table}.csv";
                PublicationData "du-lieu/publications.json";
                Workbook "du-lieu/tiendo.xlsx";
                DataPackage "du-lieu/datapackage.json";
                Catalog "du-lieu/dcat.json";
            }
        }
    };
}
pub(super) use table;

/// The folder of the sites of a portal's directives, one folder each.
pub(super) const DIRECTIVES: &str = "chi-dao/";
/// The page that a server shows for the site's folder.
pub const HOME: &str = "index.html";
/// The folder of style sheets, scripts and icons.
pub(super) const ASSETS: &str = "assets/";
/// The folder of the search index.
pub(super) const SEARCH: &str = "assets/search/";
/// The folder of the embeds.
pub(super) const EMBEDS: &str = "nhung/";
/// The value of `{scope}` for the whole directive.
pub(super) const ALL: &str = "tat-ca";
/// The prefix of `{scope}` for a priority, before its id.
pub(super) const OF_PRIORITY: &str = "muc-";
/// The prefix of `{scope}` for an agency, before its id.
pub(super) const OF_AGENCY: &str = "co-quan-";
/// The list of publications.
pub const CHAIN: &str = "du-lieu/publications.json";
/// The table of parts, which the gate reads if the published site has it.
pub const PARTS: &str = "du-lieu/parts.json";
/// The page about the open data.
pub(super) const DATA: &str = "du-lieu.html";
/// The table of the directives of a portal.
pub(super) const DIRECTIVES_DATA: &str = "du-lieu/directives.json";
/// The tables of the open data that the gate reads from a published site.
pub const GATED: [&str; 2] = ["du-lieu/tasks.json", "du-lieu/updates.json"];
