## Reading and writing spreadsheets: tiendo import, tiendo export.

command-import = Read an Excel tracker and show the entries it would add to the ledgers; --write writes them.
command-export = Write the tracker as an Excel file, to be filled in and read again by tiendo import.
argument-workbook = Tracker, an .xlsx file
argument-mapping = YAML file that says how to read the table, for example: columns: {"{"}E: text, "Văn bản gửi": evidence{"}"}. The column (its letter or title) comes first, then the field: id, number, priority, title, lead, support, product, due, due_before, date, done_on, state, text, percent, evidence, ignore. Besides columns: header: [4, 5] (rows of the header), sheets: [TH], states: {"{"}"đang chờ": in_progress{"}"}, on: 2021-07-24
argument-import-on = Date of rows without one: 2021-07-24, 24/7/2021 or today
argument-import-recorded = Date on which the entries were put into the records; of an entry with a later date, that date (default: as for update)
argument-write = Write the entries shown
argument-skip-faulty = Write the valid rows and leave out those with errors
argument-comments = Include cell comments in the text; the text is published
argument-include-hidden = Import hidden sheets, rows, columns and cells too; the text is published
argument-include-struck = Import words that are struck through too
argument-export-to = .xlsx file to create (default: named after the directive and the data date)
argument-replace = Replace an existing file of that name

import-file-large = { $file } is too large: the limit is 32 MB, or 160 MB unpacked. Delete unneeded pictures and sheets, or copy the tracker into a new file
import-file-cells = { $file } has too many filled cells (more than a million, or more than 20,000 merged areas). Copy the tracker into a new file
import-file-xls = { $file } is an Excel 97-2003 workbook (.xls), despite its name. Open it in Excel, choose Save As, “Excel Workbook (*.xlsx)”, and import the new file
import-file-password = { $file } is password-protected. Open it in Excel, remove the password (File, Info, Protect Workbook), save it and import it again
import-file-ods = { $file } is an OpenDocument spreadsheet (.ods), despite its name. Open it, choose Save As, “Excel 2007-365 (.xlsx)”, and import the new file
import-file-xlsb = { $file } is a binary workbook (.xlsb). Open it in Excel, save it as “Excel Workbook (*.xlsx)”, and import the new file
import-file-text = { $file } is text (CSV or a web page), not an .xlsx file. Open it in Excel, save it as “Excel Workbook (*.xlsx)”, and import the new file
import-file-none = { $file } is not an .xlsx workbook
import-file-damaged = { $file } is damaged and cannot be read. Try opening it in Excel, saving it as a new file and importing that

import-table = Sheet “{ $sheet }”: header in row { $header }, { $rows } { $rows ->
        [one] row
       *[other] rows
    } about tasks
import-ignored = not read: { $columns }
import-day-told = rows without a date get { $day }
import-day-found = rows without a date get { $day }, found in { $at }
import-passed-over = These sheets were not read (no tracker, or hidden): { $sheets }
import-field-id = task id
import-field-number = running number (used only if the title matches)
import-field-priority = priority (shown only)
import-field-title = title of the task
import-field-lead = lead agency (compared only)
import-field-due = deadline (compared only)
import-field-due-before = deadline, before the date (compared only)
import-field-date = date of the entry
import-field-done-on = date of completion
import-field-state = state
import-field-tick = a tick means the state “{ $state }”
import-field-text = what was done
import-field-percent = self-assessment (%)
import-field-evidence = evidence
import-field-part = part or period
import-field-target = target
import-field-value = value
import-field-of = of a total of
import-would = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    } will be added to the ledgers of { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }:
import-values = New values of targets: { $count }
import-note = comment in a cell: { $note }
import-standing = standing: { $was } → { $is }
import-more = … and { $count } more
import-more-faults = { $count } more of this kind ({ $code }); to see all: add --format json
import-fonts = { $count } { $count ->
        [one] cell
       *[other] cells
    } in the font { $font } converted to Unicode (the first: { $first }).
import-summary = New: { $new } · already in the ledger: { $known } · no progress given: { $silent } · rows or cells with errors: { $faults }
import-nothing = Nothing new to write.
import-nothing-but-faults = Nothing new to write; see the errors above.
import-dry = Nothing was written. Check the entries above, then run this command again with --write.
import-dry-faults = Nothing was written. Fix the cells with errors in the Excel file, save it and run this command again. To write the valid rows now and leave out the others: add --write --skip-faulty.
import-done = { $entries } { $entries ->
        [one] entry
       *[other] entries
    } written into { $files } { $files ->
        [one] file
       *[other] files
    }. Importing the same file again changes nothing.
import-refused = nothing was written because the content would have the errors above
import-refused-faults = nothing was written because some rows have errors. Fix those cells and run this command again; or add --skip-faulty to write only the valid rows
import-refused-mapping = nothing was written, because the mapping file has the errors above. Correct it and run the command again
import-no-table = no tracker was found in { $file }: it needs a header with a column for the id or title of tasks, and at least one for states, dates, results or evidence. If the header uses other words, write a YAML file and add --mapping. A list of tasks without columns for progress: add --new

import-no-sheet = there is no sheet “{ $read }”
    .mend = the sheets of the file: { $known }
import-no-column = no table has a column “{ $read }”
    .mend = write the title exactly as in the table, or the column's letter, such as H
import-mapping-header = “{ $read }” is not a header row
    .mend = write one row or two adjacent rows, such as: header: [4, 5]
import-mapping-field = there is no field “{ $read }”
    .mend = write: { $known }
import-mapping-turned = “{ $read }” is the wrong way round: the column comes first, then the field
    .mend = write: columns: {"{"}{ $known }{"}"}
import-mapping-state = there is no state “{ $read }”
    .mend = write one of: { $known }
import-mapping-date = “{ $read }” is not a date
    .mend = write 2021-07-24 or 24/7/2021
import-hidden = { $column } (hidden)
import-hidden-sheet = this sheet is hidden and was not read
    .mend = to read it, unhide it in the spreadsheet or add --include-hidden
import-hidden-column = column { $column } is hidden and was not read; { $count } cells have content: { $cells }
    .mend = if it may be published, unhide the column or add --include-hidden
import-hidden-row = this row is hidden (by hand, by a filter or in a collapsed group) and was not imported: “{ $task }”, { $read }
    .mend = to import it, remove the filter or unhide the row, or add --include-hidden
import-hidden-cell = the content of this cell is invisible (letters in the colour of the background, or the format “;;;”) and was not imported: “{ $read }”
    .mend = if it may be published, change the colour or the format, or add --include-hidden
import-struck-row = this row is struck through and was not imported: “{ $task }”, { $read }
    .mend = delete the row; to import it, remove the strikethrough or add --include-struck
import-struck-cell = the content of this cell is struck through and was not imported: “{ $read }”
    .mend = delete what no longer holds; to import it, remove the strikethrough or add --include-struck
import-struck-words = the words that are struck through were not imported: “{ $read }”; the rest was: “{ $kept }”
    .mend = delete what no longer holds; to import it, remove the strikethrough or add --include-struck
import-columns-equal = column { $column } and column { $other } can both be “{ $field }”; this table was not read
    .mend = write a YAML file that says which one to read and add --mapping, for example: columns: {"{"}{ $letter }: { $key }{"}"}
import-column-rival = column { $column } can be “{ $field }” too, but only column { $other } is read
    .mend = to read column { $letter } instead, write a YAML file and add --mapping: columns: {"{"}{ $letter }: { $key }{"}"}
import-column-guessed = the title of column { $column } is not understood; by the title above it, it is read as “{ $field }”
    .mend = if that is wrong, write a YAML file and add --mapping: columns: {"{"}{ $letter }: ignore{"}"}
import-foot = this row was not imported: it stands below the table and is about no task: “{ $read }”
    .mend = if it is a task, write its id into the column of ids
import-sum = the row of sums was not imported: “{ $read }”
    .mend = nothing to do
import-bare-state = this row has only a state of task { $task }, without a day and without what was done, and was not recorded
    .mend = if it is a new report, write its day; or write what was done and add --on 2021-07-24
import-done-day-unused = this row has a day of completion but its state is not “done”; the day was not recorded
    .mend = correct the state, or clear the day of completion
import-tick-unread = “{ $read }” is no tick (x)
    .mend = write x if the task is in the state of this column, else leave it empty; days and explanations have columns of their own
import-merged = this cell is merged over several rows: “{ $read }” is recorded for task { $task } in row { $row } too
    .mend = if every task has its own content, unmerge the cell and fill in each row
import-formula-fault = the formula in this cell has an error: { $read }
    .mend = type the value into the cell, or fix the formula
import-formula = the formula in this cell was never calculated
    .mend = open the file in Excel and save it, or type the value into the cell
import-unreadable = the text in this cell is damaged: “{ $read }”
    .mend = type it again in Unicode
import-legacy = “{ $read }” is in an old encoding (TCVN3 or VNI), but the cell's font does not say which
    .mend = it may mean “{ $meant }”. Type that, or set the cell's original font (.VnTime, VNI-Times) and import it again
import-converted = “{ $read }” was converted from the font { $font }
    .mend = nothing needs to be done
import-two-rows = this row and row { $other } give task { $task } different states on the same date
    .mend = correct one of them
import-id-near = there is no task with the id “{ $read }”
    .mend = did you mean { $known }? If so, type that into the cell
import-id-unknown = there is no task with the id “{ $read }”
    .mend = type the right id; to list the ids: tiendo export{ $directive }
import-other-title = { $read } is the id of the task “{ $known }”, but this row's title is “{ $title }”
    .mend = rows may have been mixed up by sorting; correct the id, or copy the task's title
import-number-unsure = “{ $read }” may be { $known } (Excel drops the last zero: 9.10 becomes 9.1)
    .mend = format the cell as Text and type the id again, or give the task's title
import-many-rows = the sheet has too many rows; only the first { $most } are read
    .mend = delete anything unneeded below the table, or copy the tracker into a new file
import-no-name = this row reports progress without an id or a title
    .mend = add the task's id; if the row is not needed, delete it
import-title-unsure = several tasks have the title “{ $read }”: { $known }
    .mend = give the task's id in the column of ids
import-title-near = no task has exactly the title “{ $read }”; the closest is { $task }: “{ $known }”
    .mend = if that is the task, write { $task } into the column of ids, or copy its title
import-title-unknown = no task has the title “{ $read }”
    .mend = write the task's id in the id column; to create tasks from such rows, add --new, or create one first: tiendo new task{ $directive }
import-deadline = the deadline “{ $read }” (last day: { $said }) differs from the records' ({ $known })
    .mend = imports do not change deadlines. If a document extends it, add to tasks/{ $task }.yaml: extensions: [{"{"}decided: date of the decision, due: the new deadline, document: its id{"}"}]
import-deadline-old = the deadline “{ $read }” is out of date; the records have an extension to { $known }
    .mend = correct it in the table; the row's progress is imported anyway
import-deadline-range = the deadline “{ $read }” is a range; it is taken for its end: { $said }
    .mend = if that is wrong, write one deadline as in the document
import-deadline-unread = the deadline “{ $read }” is not understood and was not compared with the record
    .mend = write for example: 24/7/2021, before 24/7/2021, 7/2021, quý III/2021
import-agency-near = no agency is called “{ $read }”
    .mend = did you mean “{ $known }”? Imports do not change lead agencies; the row's progress is imported anyway
import-agency-unknown = no agency is called “{ $read }”
    .mend = if it is another name of a known agency, add it to that agency's aliases in agencies.yaml; the row's progress is imported anyway
import-lead = the lead agency “{ $read }” differs from the records' (“{ $known }”)
    .mend = imports do not change lead agencies; if the records are wrong, correct lead in tasks/{ $task }.yaml
import-lead-none = the records name no lead agency, the table says “{ $read }”
    .mend = imports do not add lead agencies; if the office named it, add to tasks/{ $task }.yaml: lead: ID and lead_source: office
import-percent = “{ $read }” is not a percentage from 0 to 100
    .mend = type a number from 0 to 100, or leave it empty
import-percent-unclear = “{ $read }” can be { $whole } or { $percent }; the other cells of the column do not tell
    .mend = type it with its sign: { $whole } or { $percent }
import-percent-rounded = “{ $read }” is recorded as { $percent } %, because the ledger has whole numbers
    .mend = if that is not meant, type a whole number from 0 to 100
import-day-alone = this row has a date but neither a state nor a result, so it is not imported
    .mend = add the state, or what was done
import-no-day = this row reports something new without a date
    .mend = write the date in the date column, or add --on 24/7/2021 (for all rows without one)
import-stop = a document is needed to stop or replace a task, and this table cannot give one
    .mend = use: tiendo update { $task }{ $directive } --state cancelled --document ID …
import-done-ongoing = task { $task } is ongoing or a general duty: it is never “done”
    .mend = write “In progress”, or leave the state empty
import-target = { $read } is no target of task { $task }
    .mend = write the title of a target: { $known }
import-value = { $read } cannot be read as a number
    .mend = write a number without separators of thousands, such as 1234 or 95.5
import-done-no-period = task { $task } reports by period: “done” must name the period
    .mend = write the period into the column of parts and periods, such as: March 2023
import-done-of-no-part = task { $task } has parts and the row names none, so no part is done
    .mend = write the part into the column of parts and periods, or: all
import-part = { $read } is no part of task { $task }
    .mend = write the id or name of a part: { $known }
import-period = { $read } is no period on which task { $task } reports
    .mend = write a period, such as: March 2023, quarter I/2023, 2023
import-before-directive = the date { $read } is before the date of the directive ({ $known })
    .mend = check the year
import-day-after = { $read } is after the day of the table ({ $known }, in { $other })
    .mend = check it: day and month may be swapped, or the year mistyped
import-same-day = the ledger of task { $task } already has an entry of { $day }; this row differs, so a second entry of that date will be added
    .mend = if it is a new report, change the date; if only the wording was corrected, restore it here and correct the task's file
import-two-ticks = this row has two states ticked
    .mend = keep one tick
import-state-derived = “{ $read }” follows from the deadline and is not a state
    .mend = write how far the work has got: Not started, In progress, Facing obstacles or Done
import-state-unsure = “{ $read }” is ambiguous
    .mend = write Not started, or In progress
import-state-unknown = the state “{ $read }” is not understood
    .mend = write Not started, In progress, Facing obstacles or Done; put longer descriptions in the results column, and your office's own words in the --mapping file
import-day-month-first = “{ $read }” has the month first
    .mend = type { $meant }
import-day-swapped = { $read } may really be { $meant }: cell { $other } (“{ $shows }”) shows that the spreadsheet may have swapped day and month in this column
    .mend = type all days of the column again as year-month-day; this cell: { $iso } or { $other_iso }
import-day-zone = “{ $read }” is { $time } on { $day } in Vietnam; recorded as { $day }
    .mend = if that is wrong, type the day without a time, for example 2021-07-24
import-day-range = “{ $read }” is several days; one day is needed here
    .mend = type one day; the last day in the cell is { $meant }
import-day-none = the date “{ $read }” does not exist
    .mend = type it again, like 24/7/2021
import-day-month = “{ $read }” is a month or quarter; a date is needed
    .mend = type the date on which it happened, such as 24/7/2021
import-day-shape = “{ $read }” is not a date
    .mend = type a date, such as 24/7/2021
import-document-near = documents.yaml has no document “{ $read }”
    .mend = did you mean { $known }? If so, type that into the cell
import-document = documents.yaml has no document “{ $read }”
    .mend = add it to documents.yaml first (id, symbol, title) and import again; or clear the cell and add the evidence later

export-ending = { $file }: the name must end in .xlsx
export-exists = { $file } already exists and is not overwritten. Choose another name, or add --replace
export-lead-changed = { $agency } (formerly: { $before })
export-done = { $tasks } { $tasks ->
        [one] task
       *[other] tasks
    } written to { $file }, data of { $day }. Fill in the green columns, save it, then run: tiendo import { $file }{ $directive }
export-done-restricted = Note: it contains restricted tasks: { $count } (yellow rows); the file is for the office, not for publication.
export-sheet-tracker = Tracker
export-sheet-parts = Parts
export-sheet-targets = Targets
export-parts-open = { $done }; missing: { $parts }
export-sheet-about = How to
export-sheet-lists = Lists
export-day = { $number }. Data date: { $day }. Green columns: fill in; blue columns: read only.
export-internal = Working file of the office; the website is the public version.
export-internal-restricted = INTERNAL, NOT FOR PUBLICATION: contains restricted tasks: { $n } (yellow); the website publishes only their title and standing.
export-column-id = Id
export-column-priority = Priority (read only)
export-column-title = Task
export-column-lead = Lead agency
export-column-due = Deadline (read only)
export-column-standing = Standing (read only)
export-column-parts-done = Parts done (read only)
export-column-periods-owed = Periods owed (read only)
export-column-targets = Targets (read only)
export-column-part = Part/period
export-column-part-of-row = Part/period
export-column-target = Target
export-column-reach = Levels and results (read only)
export-column-last-value = Last value (read only)
export-column-value-date = Date of the value
export-column-value = Value
export-column-of = Of a total of
export-column-last-date = Last entry (read only)
export-column-last-state = Current state (read only)
export-column-last-text = Last result (read only)
export-column-last-evidence = Evidence so far (read only)
export-column-publicity = Published (read only)
export-column-date = Date
export-column-state = State
export-column-text = What was done
export-column-percent = Self-assessment (%)
export-column-evidence = Evidence
export-column-document = Document
export-about-id = The task's id. Do not change it: it identifies the row.
export-about-priority = The priority that the task belongs to. Read only.
export-about-title = The task's title. Do not change it: it is compared with the id to detect rows that were mixed up.
export-about-lead = The lead agency. Pick another one to propose a change; the import reports the difference and changes nothing.
export-about-due = The deadline in force. Read only: only a document changes it.
export-about-standing = Derived from dates and evidence up to the data date. Read only.
export-about-parts-done = The parts done of those that must be, and the missing ones. Read only.
export-about-periods-owed = The periods whose report has fallen due and was not delivered. Read only.
export-about-targets = The result of each target. Read only.
export-about-part = Which part or period the report is about: name or id of a part, or a period such as “March 2023”; “all” for every open part. Leave it empty if the report is about the whole task.
export-about-part-of-row = The part or period of the row. Do not change it: it identifies the row.
export-about-target = The target of the row. Do not change it: it identifies the row.
export-about-reach = The levels and their results. Read only.
export-about-last-value = The last value and its day. Read only.
export-about-value-date = The day that the new value is about. Write it if there is a new value.
export-about-value = The new value, such as 118 or 95.5. Leave it empty if there is none.
export-about-of = The total, if the value is a part of it: value 98, of a total of 120.
export-about-last-date = Date of the last entry in the ledger. Read only.
export-about-last-state = Current state in the ledger. Read only.
export-about-last-text = Text of the last entry in the ledger. Read only.
export-about-last-evidence = Evidence of the last entry. Read only.
export-about-publicity = Whether everything about the task is published, or only its title and standing.
export-about-date = The date on which it happened (the date of the evidence), not the date of typing. Required for anything new.
export-about-state = The new state, picked from the list. Empty if it has not changed.
export-about-text = Recent results, in one sentence; published (except for yellow rows). Empty if there is nothing new.
export-about-percent = From 0 to 100; optional.
export-about-evidence = Ids from documents.yaml, separated by commas; see the sheet Lists.
export-public = fully
export-status-only = standing only
export-pick = Not in the list
export-pick-state = Choose a state from the list. Keep this value anyway?
export-pick-lead = This agency is not in the list; separate several with semicolons. Keep this value anyway?
export-pick-evidence = This id is not in the list; separate several with commas. Keep this value anyway?
export-how =
    1. On the sheet Tracker, fill in only the columns with green headers: date, state, what was done, self-assessment, evidence.
    2. For anything new, give a date with a state or what was done; leave other rows empty. The blue columns show the current ledger.
    3. Save the file (as .xlsx), then run: tiendo import FILE.xlsx{ $directive }. This only shows what would be added.
    4. If it is right, run the command again with --write. Existing entries are never deleted or changed; importing the same file twice adds nothing.
    5. You may filter, sort whole rows, hide columns and add your own. Do not delete the column Id.
export-about-column = Column
export-about-meaning = Meaning

# import --new
argument-import-new = Creates tasks from rows that the records do not have, with the priorities and agencies they need; shown first, written with --write
argument-import-priority = With --new: the priority of rows that stand in no group
argument-mapping-out = Write the proposed way to read the table to this YAML file, to correct it and use it with --mapping
import-field-support = supporting agency (only used for new tasks)
import-field-product = product (only used for new tasks)
import-new-would = Would create: { $priorities } priorities, { $agencies } agencies, { $tasks } tasks
import-new-priority = priority { $id }: { $title }
import-new-agency = agency { $id }: { $title }
import-new-columns = Id | No. | Row | Task | Kind | Lead | Deadline
import-new-near = { $row }: resembles task { $near } of the records (“{ $title }”). If it is the same, add a column “Mã” in Excel, put { $near } into this row and run the command again.
import-new-more = … and { $count } more tasks
import-new-none = No new task: the records have every row.
import-new-dry = Only shown, nothing was created. A ? marks a kind that is a guess. Read it through and run the command again with --write.
import-new-done = Created { $tasks } tasks. Importing again creates nothing more.
import-new-faults = Nothing was created because of the faulty rows above. Correct them in Excel and run the command again; to leave them out, add --write --skip-faulty.
import-new-errors = Nothing was created: the content would have errors.
import-new-shared = the directives of a portal share the list of agencies. Add these lines to { $file }, then run the command again:
import-new-refused = { $file }: its list has a style that cannot be continued; write every item on a line that begins with “- ” and run the command again
import-new-no-priority = the row { $read } stands in no group
    .mend = add a row with the group's title above it in Excel, or run the command again with --priority and the id of a priority
import-mapping-written = The way to read the table was written to { $file }; correct it and run the command again with --mapping { $file }
