//! Which task a row is about, and what it adds to that task's ledger.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::header::{Field, Header};
use super::values::{self, NoDay, Said, Years, squeezed};
use super::{Clean, Fault, Import, NewEntry, Table, Wanted, clean};
use crate::diagnostic::{Severity, nearest};
use crate::model::{AgencyIx, Deadline, DocumentIx, Kind, Model, State, Task, TaskIx};
use crate::spreadsheet::{Cell, Sheet, Value, cell_name, within};
use crate::vietnamese::fold;

/// Reads the rows below a header.
pub(super) fn read(
    sheet: &Sheet,
    header: Header,
    model: &Model,
    wanted: &Wanted,
    import: &mut Import,
) {
    let years = Years { from: model.directive.date, to: model.directive.period.to };
    let told = wanted.on.or(wanted.mapping.on).map(|day| (day, String::new()));
    let on = told.or_else(|| day_of_titles(sheet, &header, years));
    let names = model.tasks.iter().map(Names::of).collect();
    let searched = std::cell::Cell::new(0);
    let reader =
        Reader { sheet, header: &header, model, wanted, years, on: on.clone(), names, searched };
    let rows: BTreeSet<u32> =
        sheet.cells.range((header.rows.1 + 1, 0)..).map(|((row, _), _)| *row).collect();
    let (mut named, mut last_named) = (0, 0);
    let mut faults: Vec<(u32, Fault)> = Vec::new();
    if rows.len() > ROWS {
        let fault = Fault::new("import-many-rows", Severity::Error, &sheet.name);
        faults.push((0, fault.arg("most", ROWS.to_string())));
    }
    for row in rows.into_iter().take(ROWS) {
        let mut of_row = Vec::new();
        let read = reader.row(row, &mut of_row);
        let nameless = of_row.iter().any(|fault| fault.code == "import-no-name");
        if !matches!(read, Row::Nothing) && !nameless {
            (named, last_named) = (named + 1, row);
        }
        let said = match &read {
            Row::Known(said) => *said,
            Row::New(entry) => entry.state.map(|state| (entry.task, entry.date, state)),
            _ => None,
        };
        let at = format!("{}!{}", sheet.name, row + 1);
        let contrary = said.and_then(|said| contradicts(said, at, model, import));
        match read {
            Row::Nothing | Row::Faulty => {}
            _ if contrary.is_some() => {}
            Row::Silent => import.silent += 1,
            Row::Known(_) => import.unchanged += 1,
            Row::New(entry) => {
                if !of_row.iter().any(|fault: &Fault| fault.severity == Severity::Error) {
                    take(entry, import);
                }
            }
        }
        of_row.extend(contrary);
        faults.extend(of_row.into_iter().map(|fault| (row, fault)));
    }
    // Below the table stand sums, days and signatures.
    for (row, fault) in &mut faults {
        if *row > last_named && fault.code == "import-no-name" {
            fault.severity = Severity::Warning;
        }
    }
    import.faults.extend(faults.into_iter().map(|(_, fault)| fault));
    import.tables.push(Table { sheet: sheet.name.clone(), header, rows: named, on });
}

/// Takes an entry over, unless another row says the same.
fn take(entry: NewEntry, import: &mut Import) {
    if import.entries.iter().any(|other| same(other, &entry)) {
        import.unchanged += 1;
    } else {
        import.entries.push(entry);
    }
}

/// Complains of a row that says the contrary of an earlier one about the same day, whether that is
/// new or not.
fn contradicts(
    (task, date, state): (TaskIx, NaiveDate, State),
    at: String,
    model: &Model,
    import: &mut Import,
) -> Option<Fault> {
    let (first, other) =
        import.states.entry((task, date)).or_insert_with(|| (state, at.clone())).clone();
    (first != state).then(|| {
        Fault::new("import-two-rows", Severity::Error, at)
            .arg("task", &model[task].number)
            .arg("other", other)
    })
}

fn same(a: &NewEntry, b: &NewEntry) -> bool {
    (a.task, a.date, a.state) == (b.task, b.date, b.state)
        && plain(&a.text) == plain(&b.text)
        && a.evidence == b.evidence
}

/// What a row comes to.
enum Row {
    /// It is about no task.
    Nothing,
    /// It is about one and says nothing of its progress.
    Silent,
    /// It says what the ledger says; of which day and state, if it names both.
    Known(Option<(TaskIx, NaiveDate, State)>),
    /// It says something new.
    New(NewEntry),
    /// It was complained of.
    Faulty,
}

struct Reader<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    model: &'a Model,
    wanted: &'a Wanted,
    years: Years,
    on: Option<(NaiveDate, String)>,
    /// By task.
    names: Vec<Names>,
    /// So many titles were looked for among those that are near.
    searched: std::cell::Cell<usize>,
}

/// What a task goes by, as it is compared.
struct Names {
    id: String,
    number: String,
    title: String,
    words: BTreeSet<String>,
}

impl Names {
    fn of(task: &Task) -> Self {
        Names {
            id: fold(task.id.as_str()),
            number: fold(&task.number),
            title: squeezed(&task.title),
            words: words(&task.title),
        }
    }
}

/// Near titles are looked for so many times; a workbook of nothing but strange titles is no tracker.
const SEARCHES: usize = 500;
/// So many rows of a sheet are read.
const ROWS: usize = 20_000;

/// A cell of a row that holds something.
struct Read<'a> {
    cell: &'a Cell,
    text: String,
    at: String,
}

impl<'a> Reader<'a> {
    fn name(&self, row: u32, column: u32) -> String {
        let (row, column) =
            self.sheet.merged_at(row, column).map_or((row, column), |area| area.first);
        format!("{}!{}", self.sheet.name, cell_name(row, column))
    }

    /// The cell of a field; what cannot be read is complained of.
    fn field(&self, row: u32, field: Field, faults: &mut Vec<Fault>) -> Option<Read<'a>> {
        let column = self.header.columns.iter().find(|column| column.field == field)?.column;
        let cell = self.sheet.at(row, column)?;
        let at = self.name(row, column);
        match &cell.value {
            Value::Nothing => return None,
            Value::Fault(read) => {
                let fault = Fault::new("import-formula-fault", Severity::Error, at);
                faults.push(fault.arg("read", read));
                return None;
            }
            Value::Uncomputed => {
                faults.push(Fault::new("import-formula", Severity::Error, at));
                return None;
            }
            _ => {}
        }
        let Clean { text, converted, doubtful } = clean(cell, true);
        if let Some(meant) = doubtful {
            let code = if meant.is_empty() { "import-unreadable" } else { "import-legacy" };
            let fault = Fault::new(code, Severity::Error, at);
            faults.push(fault.arg("read", short(&text)).arg("meant", short(&meant)));
            return None;
        }
        if converted {
            let fault = Fault::new("import-converted", Severity::Hint, at.clone());
            let font = cell.font.clone().unwrap_or_default();
            faults.push(fault.arg("read", short(&text)).arg("font", font));
        }
        (!text.is_empty()).then_some(Read { cell, text, at })
    }

    /// Whether a row is a heading of its own: its cells are one, across the table.
    fn is_heading(&self, row: u32) -> bool {
        let areas = self.sheet.merged.in_row(row);
        let mut areas = areas.filter(|area| area.last.1 >= area.first.1 + 2);
        areas.any(|area| {
            let covered =
                self.header.columns.iter().filter(|column| area.holds(row, column.column));
            let fields: Vec<Field> = covered.map(|column| column.field).collect();
            fields.iter().any(|field| matches!(field, Field::Title | Field::Id | Field::Number))
                && fields
                    .iter()
                    .any(|field| field.is_progress() || matches!(field, Field::Lead | Field::Due))
        })
    }

    fn row(&self, row: u32, faults: &mut Vec<Fault>) -> Row {
        if self.is_heading(row) || self.is_numbering(row) {
            return Row::Nothing;
        }
        let progress = self.progress(row);
        let mut names = Vec::new();
        let id = self.field(row, Field::Id, &mut names);
        let number = self.field(row, Field::Number, &mut names);
        let title = self.field(row, Field::Title, &mut names);
        let total = title.as_ref().or(number.as_ref()).map(|read| squeezed(&read.text));
        if total
            .is_some_and(|text| ["tong", "tong cong", "tong so", "cong"].contains(&text.as_str()))
        {
            return Row::Nothing;
        }
        if !names.iter().all(|fault| fault.severity == Severity::Hint) {
            if progress {
                faults.append(&mut names);
                return Row::Faulty;
            }
            return Row::Nothing;
        }
        let task = match self.task(row, id.as_ref(), number.as_ref(), title.as_ref()) {
            Ok(task) => task,
            Err(fault) if progress => {
                faults.push(fault);
                return Row::Faulty;
            }
            Err(_) => return Row::Nothing,
        };
        faults.append(&mut names);
        self.compare(row, &self.model[task], faults);
        if !progress {
            return Row::Silent;
        }
        match self.entry(row, task, faults) {
            Some(row) => row,
            None => Row::Faulty,
        }
    }

    /// Whether a row holds the numbers of columns: (1) (2) (3).
    fn is_numbering(&self, row: u32) -> bool {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        let mut count = 0;
        for (n, (_, cell)) in cells.enumerate() {
            let text = clean(cell, true).text;
            let digits = text.trim_matches(['(', ')', '[', ']']);
            if digits.parse::<usize>().ok() != Some(n + 1) {
                return false;
            }
            count = n + 1;
        }
        count >= 3
    }

    /// Whether a row says anything of progress.
    fn progress(&self, row: u32) -> bool {
        self.header.columns.iter().any(|column| {
            let Some(cell) = self.sheet.at(row, column.column) else { return false };
            match column.field {
                Field::Tick(_) => values::is_tick(cell),
                Field::State => {
                    let text = clean(cell, true).text;
                    !text.is_empty() && values::state(&text) != Said::Nothing
                }
                Field::Date | Field::DoneOn | Field::Text | Field::Percent | Field::Evidence => {
                    cell.value == Value::Uncomputed
                        || !matches!(clean(cell, true).text.as_str(), "" | "-" | "–")
                }
                _ => false,
            }
        })
    }

    // ------------------------------------------------------------ which task

    fn task(
        &self,
        row: u32,
        id: Option<&Read<'_>>,
        number: Option<&Read<'_>>,
        title: Option<&Read<'_>>,
    ) -> Result<TaskIx, Fault> {
        let by_title = title.map(|title| self.by_title(title));
        // A running number is no name of a task, unless the title agrees or there is none.
        let weak = number.filter(|_| id.is_none());
        if let Some(read) = id.or(weak) {
            let is_weak = id.is_none() && title.is_some();
            let meant = self.by_number(read);
            let agreeing: Vec<TaskIx> = meant
                .iter()
                .copied()
                .filter(|task| {
                    title.is_none_or(|title| agree(&title.text, &self.model[*task].title))
                })
                .collect();
            match (agreeing.as_slice(), meant.as_slice()) {
                ([one], _) => return Ok(*one),
                _ if is_weak => {}
                ([], []) => {
                    let ids = self.model.tasks.iter().map(|task| task.id.as_str());
                    let near = match &by_title {
                        Some(Ok(task)) => Some(self.model[*task].id.as_str()),
                        _ => nearest(&read.text, ids),
                    };
                    let code = if near.is_some() { "import-id-near" } else { "import-id-unknown" };
                    return Err(Fault::new(code, Severity::Error, &read.at)
                        .arg("read", short(&read.text))
                        .arg("known", near.unwrap_or_default()));
                }
                ([], [other, ..]) => {
                    let title = title.map(|title| title.text.clone()).unwrap_or_default();
                    return Err(Fault::new("import-other-title", Severity::Error, &read.at)
                        .arg("read", short(&read.text))
                        .arg("title", short(&title))
                        .arg("known", &self.model[*other].title));
                }
                (many, _) => {
                    let ids: Vec<_> = many.iter().map(|t| self.model[*t].id.to_string()).collect();
                    return Err(Fault::new("import-number-unsure", Severity::Error, &read.at)
                        .arg("read", short(&read.text))
                        .arg("known", ids.join(", ")));
                }
            }
        }
        by_title.unwrap_or_else(|| {
            let name = format!("{}!{}", self.sheet.name, row + 1);
            Err(Fault::new("import-no-name", Severity::Error, name))
        })
    }

    /// The tasks that a number can mean: a spreadsheet takes 9.10 for 9.1.
    fn by_number(&self, read: &Read<'_>) -> Vec<TaskIx> {
        if matches!(read.cell.value, Value::Day(_)) {
            return Vec::new();
        }
        let text = fold(read.text.trim().trim_end_matches(['.', ')', ':']));
        let is_number = matches!(read.cell.value, Value::Number(_));
        let lost = format!("{text}0");
        let means =
            |name: &String| *name == text || is_number && text.contains('.') && *name == lost;
        let tasks = self.model.tasks().zip(&self.names);
        tasks
            .filter(|(_, own)| means(&own.id) || means(&own.number))
            .map(|((ix, _), _)| ix)
            .collect()
    }

    fn by_title(&self, title: &Read<'_>) -> Result<TaskIx, Fault> {
        let wanted = squeezed(&title.text);
        // "1.3. Đề xuất …": the number may stand before the title.
        let rest = title.text.split_once([' ', ')']).filter(|(first, _)| {
            first.starts_with(|c: char| c.is_ascii_digit()) || first.ends_with(['.', ')'])
        });
        let bare = rest.map(|(_, rest)| squeezed(rest));
        let is = |own: &Names| own.title == wanted || bare.as_ref() == Some(&own.title);
        let tasks = || self.model.tasks().zip(&self.names);
        let same: Vec<TaskIx> = tasks().filter(|(_, own)| is(own)).map(|((ix, _), _)| ix).collect();
        // Some write only the number where the title should stand.
        let numbered = || match self.by_number(title).as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        if let ([], Some(one)) = (same.as_slice(), numbered()) {
            return Ok(one);
        }
        match same.as_slice() {
            [one] => return Ok(*one),
            [] => {}
            many => {
                let ids: Vec<_> = many.iter().map(|t| self.model[*t].id.to_string()).collect();
                return Err(Fault::new("import-title-unsure", Severity::Error, &title.at)
                    .arg("read", short(&title.text))
                    .arg("known", ids.join(", ")));
            }
        }
        self.searched.set(self.searched.get() + 1);
        let own_words = words(&title.text);
        let near = tasks()
            .filter(|_| self.searched.get() <= SEARCHES)
            .map(|((ix, _), own)| (likeness(&own_words, &own.words), ix))
            .filter(|(likeness, _)| *likeness >= 60)
            .max_by_key(|(likeness, ix)| (*likeness, std::cmp::Reverse(*ix)));
        Err(match near {
            Some((_, near)) => Fault::new("import-title-near", Severity::Error, &title.at)
                .arg("read", short(&title.text))
                .arg("task", self.model[near].id.as_str())
                .arg("known", &self.model[near].title),
            None => Fault::new("import-title-unknown", Severity::Error, &title.at)
                .arg("read", short(&title.text)),
        })
    }

    // ------------------------------------------------------------ what is only compared

    fn compare(&self, row: u32, task: &Task, faults: &mut Vec<Fault>) {
        // Faults in cells that change nothing are no faults of the row.
        let mut mild = Vec::new();
        for (field, before) in [(Field::Due, false), (Field::DueBefore, true)] {
            if let Some(read) = self.field(row, field, &mut mild) {
                self.compare_deadline(&read, before, task, &mut mild);
            }
        }
        if let Some(read) = self.field(row, Field::Lead, &mut mild) {
            self.compare_leads(&read, task, &mut mild);
        }
        for fault in &mut mild {
            fault.severity = fault.severity.max(Severity::Warning);
        }
        faults.append(&mut mild);
    }

    fn compare_deadline(
        &self,
        read: &Read<'_>,
        before: bool,
        task: &Task,
        faults: &mut Vec<Fault>,
    ) {
        let Some(said) = values::deadline(read.cell, &read.text, before, self.years) else {
            return;
        };
        let own = |deadline: &Deadline| deadline.last_good_day(NaiveDate::MAX);
        let in_force = task.extensions.last().map(|extension| &extension.due).or(task.due.as_ref());
        if in_force.is_some_and(|due| *due == said || own(due) == own(&said) && own(due).is_some())
        {
            return;
        }
        let earlier = task.extensions.iter().map(|extension| &extension.due).chain(&task.due);
        let is_old = earlier.filter(|due| own(due) == own(&said)).count() > 0;
        let code = if is_old { "import-deadline-old" } else { "import-deadline" };
        let day = |deadline: Option<&Deadline>| {
            let last = deadline.and_then(own);
            last.map(crate::vietnamese::short_date).unwrap_or_else(|| "–".to_owned())
        };
        let fault = Fault::new(code, Severity::Warning, &read.at)
            .arg("read", short(&read.text))
            .arg("task", task.id.as_str())
            .arg("said", day(Some(&said)))
            .arg("known", day(in_force));
        faults.push(fault);
    }

    fn compare_leads(&self, read: &Read<'_>, task: &Task, faults: &mut Vec<Fault>) {
        let whole = self.agency(&read.text);
        let parts: Vec<&str> = match whole {
            Some(_) => vec![read.text.as_str()],
            None => {
                let parts = read.text.split([';', '\n', ',', '/']).map(str::trim);
                parts.filter(|part| !part.is_empty()).collect()
            }
        };
        let mut said = Vec::new();
        for part in parts {
            match self.agency(part) {
                Some(agency) => said.push(agency),
                None => {
                    let agencies = self.model.agencies.iter();
                    let names = agencies.flat_map(|agency| {
                        let others = agency.aliases.iter().map(String::as_str);
                        [agency.name.as_str()]
                            .into_iter()
                            .chain(agency.short.as_deref())
                            .chain(others)
                    });
                    let near = nearest(part, names);
                    let code =
                        if near.is_some() { "import-agency-near" } else { "import-agency-unknown" };
                    faults.push(
                        Fault::new(code, Severity::Warning, &read.at)
                            .arg("read", short(part))
                            .arg("known", near.unwrap_or_default()),
                    );
                    return;
                }
            }
        }
        said.sort_unstable();
        let mut leads = task.leads.clone();
        leads.sort_unstable();
        if said != leads {
            let code = if leads.is_empty() { "import-lead-none" } else { "import-lead" };
            let names = task.leads.iter().map(|lead| self.model[*lead].name.as_str());
            faults.push(
                Fault::new(code, Severity::Warning, &read.at)
                    .arg("read", short(&read.text))
                    .arg("task", task.id.as_str())
                    .arg("known", names.collect::<Vec<_>>().join("; ")),
            );
        }
    }

    fn agency(&self, text: &str) -> Option<AgencyIx> {
        let plain = |text: &str| squeezed(&text.replace('&', " và ")).replace(" va ", " ");
        let wanted = plain(text);
        let is = |name: &str| plain(name) == wanted;
        let agencies = self.model.agencies.iter();
        let mut found = agencies.enumerate().filter(|(_, agency)| {
            agency.id.as_str() == text
                || is(&agency.name)
                || agency.short.as_deref().is_some_and(is)
                || agency.aliases.iter().any(|alias| is(alias))
        });
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Some(AgencyIx(at)),
            _ => None,
        }
    }

    // ------------------------------------------------------------ what is new

    fn entry(&self, row: u32, ix: TaskIx, faults: &mut Vec<Fault>) -> Option<Row> {
        let task = &self.model[ix];
        let errors = |faults: &[Fault]| {
            faults.iter().filter(|fault| fault.severity == Severity::Error).count()
        };
        let before = errors(faults);
        let text = self.field(row, Field::Text, faults);
        let mut state = self.state(row, faults);
        let date = self.day(row, Field::Date, faults);
        let done_on = self.day(row, Field::DoneOn, faults);
        let percent = match self.field(row, Field::Percent, faults) {
            None => None,
            Some(read) => match values::percent(read.cell, &read.text) {
                Ok(percent) => percent,
                Err(values::NoPercentage) => {
                    let fault = Fault::new("import-percent", Severity::Error, &read.at);
                    faults.push(fault.arg("read", short(&read.text)));
                    None
                }
            },
        };
        let evidence = match self.field(row, Field::Evidence, faults) {
            None => Vec::new(),
            Some(read) => self.documents(&read, faults),
        };
        if state.is_none() && done_on.is_some() {
            state = done_on.as_ref().map(|(_, at)| (State::Done, at.clone()));
        }
        if errors(faults) > before {
            return None;
        }
        let own = match state {
            Some((State::Done, _)) => done_on.or(date),
            _ => date,
        };
        let mut said = text.map(|read| read.text).unwrap_or_default();
        let notes = self.notes(row);
        if self.wanted.with_notes {
            for note in &notes {
                let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
                if !plain(&said).contains(&plain(&note)) {
                    let gap = match said.chars().last() {
                        None => "",
                        Some('.' | ';' | '!' | '?') => " ",
                        Some(_) => ". ",
                    };
                    said = format!("{said}{gap}{note}");
                }
            }
        }
        let is_known = |date| {
            self.is_known(
                task,
                date,
                state.as_ref().map(|(state, _)| *state),
                &said,
                percent,
                &evidence,
            )
        };
        if state.is_none() && said.is_empty() && percent.is_none() && evidence.is_empty() {
            // A day alone says nothing that a ledger could hold.
            return Some(match own {
                Some((day, _)) if !is_known(Some(day)) => {
                    let at = format!("{}!{}", self.sheet.name, row + 1);
                    faults.push(Fault::new("import-day-alone", Severity::Warning, at));
                    Row::Silent
                }
                Some(_) => Row::Known(None),
                None => Row::Silent,
            });
        }
        if is_known(own.as_ref().map(|(day, _)| *day)) {
            let day = own.as_ref().map(|(day, _)| *day);
            let named = day.zip(state.as_ref().map(|(state, _)| *state));
            return Some(Row::Known(named.map(|(day, state)| (ix, day, state))));
        }
        let Some((date, at)) = own.clone().or_else(|| self.on.clone()) else {
            let at = format!("{}!{}", self.sheet.name, row + 1);
            faults.push(Fault::new("import-no-day", Severity::Error, at));
            return None;
        };
        if let Some((state, at)) = &state {
            let code = match (state, task.kind) {
                (State::Cancelled | State::Superseded, _) => Some("import-stop"),
                (State::Done, Kind::Ongoing | Kind::Duty) => Some("import-done-ongoing"),
                _ => None,
            };
            if let Some(code) = code {
                let fault = Fault::new(code, Severity::Error, at);
                faults.push(fault.arg("task", task.id.as_str()));
                return None;
            }
        }
        if date < self.model.directive.date {
            let fault = Fault::new("import-before-directive", Severity::Warning, &at);
            let directive = crate::vietnamese::short_date(self.model.directive.date);
            let day = crate::vietnamese::short_date(date);
            faults.push(fault.arg("read", day).arg("known", directive));
        }
        if own.is_some() && task.updates.iter().any(|update| update.date == date) {
            let at = if at.is_empty() { format!("{}!{}", self.sheet.name, row + 1) } else { at };
            let fault = Fault::new("import-same-day", Severity::Warning, at);
            let day = crate::vietnamese::short_date(date);
            faults.push(fault.arg("task", task.id.as_str()).arg("day", day));
        }
        Some(Row::New(NewEntry {
            task: ix,
            sheet: self.sheet.name.clone(),
            row: row + 1,
            date,
            state: state.map(|(state, _)| state),
            text: said,
            percent,
            evidence,
            notes,
        }))
    }

    /// Whether the ledger says that already. Without a day of its own, a row is compared with what
    /// the ledger says last.
    fn is_known(
        &self,
        task: &Task,
        date: Option<NaiveDate>,
        state: Option<State>,
        text: &str,
        percent: Option<u8>,
        evidence: &[DocumentIx],
    ) -> bool {
        let mut in_force = None;
        let mut known = false;
        for (at, update) in task.updates.iter().enumerate() {
            in_force = update.state.or(in_force);
            let compared = match date {
                Some(date) => update.date == date,
                None => at + 1 == task.updates.len(),
            };
            let same_text = || {
                text.is_empty()
                    || update.text.as_deref().is_some_and(|own| plain(own) == plain(text))
            };
            known |= compared
                && (state.is_none() || state == in_force)
                && same_text()
                && (percent.is_none() || percent == update.percent)
                && evidence.iter().all(|document| update.evidence.contains(document));
        }
        known
    }

    /// The state that a row names, and where.
    fn state(&self, row: u32, faults: &mut Vec<Fault>) -> Option<(State, String)> {
        let ticked: Vec<(State, String)> = (self.header.columns.iter())
            .filter_map(|column| match column.field {
                Field::Tick(state) => {
                    let cell = self.sheet.at(row, column.column)?;
                    values::is_tick(cell).then(|| (state, self.name(row, column.column)))
                }
                _ => None,
            })
            .collect();
        if let [_, (_, second), ..] = ticked.as_slice() {
            faults.push(Fault::new("import-two-ticks", Severity::Error, second));
            return None;
        }
        if let Some(ticked) = ticked.into_iter().next() {
            return Some(ticked);
        }
        let read = self.field(row, Field::State, faults)?;
        let code = match self
            .wanted
            .mapping
            .state(&read.text)
            .map_or_else(|| values::state(&read.text), Said::State)
        {
            Said::State(state) => return Some((state, read.at)),
            Said::Nothing => return None,
            Said::Derived => "import-state-derived",
            Said::Unsure => "import-state-unsure",
            Said::Unknown => "import-state-unknown",
        };
        let fault = Fault::new(code, Severity::Error, &read.at);
        faults.push(fault.arg("read", short(&read.text)));
        None
    }

    /// The day in a field, and where it stands.
    fn day(&self, row: u32, field: Field, faults: &mut Vec<Fault>) -> Option<(NaiveDate, String)> {
        let read = self.field(row, field, faults)?;
        let (code, meant) = match values::day(read.cell, &read.text, self.years) {
            Ok(day) => return day.map(|day| (day, read.at)),
            Err(NoDay::MonthFirst(meant)) => {
                ("import-day-month-first", crate::vietnamese::short_date(meant))
            }
            Err(NoDay::NoSuchDay) => ("import-day-none", String::new()),
            Err(NoDay::NotOneDay) => ("import-day-month", String::new()),
            Err(NoDay::Shape) => ("import-day-shape", String::new()),
        };
        let fault = Fault::new(code, Severity::Error, &read.at);
        faults.push(fault.arg("read", short(&read.text)).arg("meant", meant));
        None
    }

    /// The documents that a cell names, by id or symbol.
    fn documents(&self, read: &Read<'_>, faults: &mut Vec<Fault>) -> Vec<DocumentIx> {
        let documents = &self.model.documents;
        let plain = |text: &str| fold(text).split_whitespace().collect::<String>();
        let mut found = Vec::new();
        for part in read.text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty())
        {
            if matches!(part, "-" | "–") {
                continue;
            }
            let wanted = plain(part);
            let by_id = documents.iter().position(|document| document.id.as_str() == part);
            // "Báo cáo số 123/BC-SKHĐT ngày 24/7/2021"
            let by_symbol = || {
                let mut named = documents.iter().enumerate().filter(|(_, document)| {
                    document.symbol.as_ref().is_some_and(|symbol| {
                        let symbol = plain(symbol);
                        symbol.len() > 3 && holds_whole(&wanted, &symbol)
                    })
                });
                match (named.next(), named.next()) {
                    (Some((at, _)), None) => Some(at),
                    _ => None,
                }
            };
            match by_id.or_else(by_symbol) {
                Some(at) => {
                    if !found.contains(&DocumentIx(at)) {
                        found.push(DocumentIx(at));
                    }
                }
                None => {
                    let ids = documents.iter().map(|document| document.id.as_str());
                    let symbols =
                        documents.iter().filter_map(|document| document.symbol.as_deref());
                    let near = nearest(part, ids.chain(symbols));
                    let code =
                        if near.is_some() { "import-document-near" } else { "import-document" };
                    faults.push(
                        Fault::new(code, Severity::Error, &read.at)
                            .arg("read", short(part))
                            .arg("known", near.unwrap_or_default()),
                    );
                }
            }
        }
        found
    }

    /// The comments of a row, in the order of its columns.
    fn notes(&self, row: u32) -> Vec<String> {
        let cells = self.sheet.cells.range((row, 0)..=(row, u32::MAX));
        cells.filter_map(|(_, cell)| cell.note.clone()).collect()
    }
}

/// The day in the lines above a table: "Tính đến ngày 23/7/2021".
fn day_of_titles(sheet: &Sheet, header: &Header, years: Years) -> Option<(NaiveDate, String)> {
    let above = sheet.cells.range(..(header.rows.0, 0));
    for (place, cell) in above {
        let text = clean(cell, true).text;
        let folded = fold(&text);
        for word in ["den ngay", "den het ngay", "as of", "tinh den"] {
            let Some(at) = folded.find(word) else { continue };
            let rest = &folded[at + word.len()..];
            let end = rest
                .find(|c: char| !(c.is_ascii_digit() || "/.- ".contains(c)))
                .unwrap_or(rest.len());
            let typed = rest[..end].trim().trim_end_matches(['.', '-', '/', ' ']);
            let cell = Cell { value: Value::Text(typed.to_owned()), ..Cell::default() };
            if let (false, Ok(Some(day))) = (typed.is_empty(), values::day(&cell, typed, years)) {
                return Some((day, format!("{}!{}", sheet.name, cell_name(place.0, place.1))));
            }
        }
    }
    None
}

/// A text as entries are compared: in one line, as far as a cell can hold it.
fn plain(text: &str) -> String {
    within(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text as complaints quote it.
fn short(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Whether a symbol stands in a text, and not as a part of a longer one.
fn holds_whole(text: &str, symbol: &str) -> bool {
    text.match_indices(symbol).any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let letter = |c: Option<char>| c.is_some_and(|c| c == '-' || c == '/');
        !digit(text[..at].chars().next_back()) && !letter(text[at + symbol.len()..].chars().next())
    })
}

fn words(text: &str) -> BTreeSet<String> {
    squeezed(text).split(' ').map(str::to_owned).collect()
}

/// How much the words of two titles are alike, in hundredths.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    200 * a.intersection(b).count() / (a.len() + b.len()).max(1)
}

/// Whether two titles can be of one task: half of the words of the shorter stand in the longer.
fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    2 * a.intersection(&b).count() >= a.len().min(b.len()).max(1)
}
