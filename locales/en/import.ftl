## Into and out of spreadsheets: tiendo import, tiendo export.

command-import = Read a tracker in Excel and show what it adds to the ledgers; --write writes it.
command-export = Write the tracker as an Excel file, to be continued and read again by tiendo import.
argument-workbook = The tracker, an .xlsx file
argument-mapping = A YAML file that says how the table is read: columns, sheets, words for states
argument-import-on = The day of rows that name none: 2021-07-24, 24/7/2021 or today
argument-write = Write what was shown
argument-skip-faulty = Write the sound rows although others are faulty; those are left out
argument-comments = Make the comments pinned to cells part of the text; remember that it is published
argument-export-to = The .xlsx file to be made
argument-replace = Replace a file of that name

import-file-large = { $file } is too large: at most 32 MB, and 160 MB unpacked. Delete pictures and sheets that are not needed, or copy the tracker into a new file
import-file-cells = { $file } has too many filled cells (more than a million, or more than 20,000 merged areas). Copy the tracker into a new file
import-file-xls = { $file } is a workbook of Excel 97-2003 (.xls), whatever its name says. Open it in Excel, choose Save As, type “Excel Workbook (*.xlsx)”, and import the new file
import-file-password = { $file } is locked with a password. Open it in Excel, take the password away (File, Info, Protect Workbook), save it and import it again
import-file-ods = { $file } is an OpenDocument spreadsheet (.ods), whatever its name says. Open it, choose Save As, type “Excel 2007-365 (.xlsx)”, and import the new file
import-file-xlsb = { $file } is a binary workbook (.xlsb). Open it in Excel, save it as “Excel Workbook (*.xlsx)”, and import the new file
import-file-text = { $file } is text (CSV or a web page), not an .xlsx file. Open it in Excel, save it as “Excel Workbook (*.xlsx)”, and import the new file
import-file-none = { $file } is no .xlsx workbook
import-file-damaged = { $file } is damaged and cannot be read. Try to open it in Excel, save it as a new file and import that

import-table = Sheet “{ $sheet }”: header in row { $header }, { $rows } { $rows ->
        [one] row
       *[other] rows
    } about tasks
import-ignored = not read: { $columns }
import-day-told = rows without a day take { $day }
import-day-found = rows without a day take { $day }, which stands in { $at }
import-passed-over = No tracker found in these sheets (or they are hidden): { $sheets }
import-field-id = task id
import-field-number = running number (used only where the title agrees)
import-field-priority = priority (only shown)
import-field-title = title of the task
import-field-lead = lead agency (only compared)
import-field-due = deadline (only compared)
import-field-due-before = deadline, before the day (only compared)
import-field-date = day of the entry
import-field-done-on = day of completion
import-field-state = state
import-field-tick = a tick means the state “{ $state }”
import-field-text = what was done
import-field-percent = self-assessment (%)
import-field-evidence = evidence
import-would = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    } will be added to the ledgers of { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }:
import-note = comment in a cell: { $note }
import-standing = standing: { $was } → { $is }
import-more = … and { $count } more
import-more-faults = { $count } more of these ({ $code }); to see all: add --format json
import-fonts = { $count } { $count ->
        [one] cell
       *[other] cells
    } in the font { $font } converted to Unicode (the first: { $first }).
import-summary = New: { $new } · in the ledger already: { $known } · no progress given: { $silent } · faulty rows or cells: { $faults }
import-nothing = Nothing new to write.
import-nothing-but-faults = Nothing new to write but for the faulty rows above.
import-dry = Only a look, nothing was written. Read it, then run this command again with --write.
import-dry-faults = Only a look, nothing was written. Mend the faulty cells in the Excel file, save it and run this again. To write the sound rows now and leave the faulty ones out: add --write --skip-faulty.
import-done = { $entries } { $entries ->
        [one] entry
       *[other] entries
    } written into { $files } { $files ->
        [one] file
       *[other] files
    }. Importing the same file again changes nothing.
import-refused = nothing was written, since the content would have the errors above
import-refused-faults = nothing was written, since there are faulty rows. Mend those cells and run this again; or add --skip-faulty to write the sound rows and leave the faulty ones out
import-no-table = no tracker was found in { $file }: there must be a header with a column for the id or title of tasks, and at least one for states, days, results or evidence. If its words are others, write a YAML file and add --mapping
import-put-back = nothing was written: files written before were put back as they were
import-left = these files were written and could not be put back: { $files }

import-no-sheet = there is no sheet “{ $read }”
    .mend = the sheets of the file: { $known }
import-no-column = no table has a column “{ $read }”
    .mend = write its title just as it stands in the table, or its letter, like H
import-mapping-header = “{ $read }” is no row of a header
    .mend = write one row, or two next to each other, like: header: [4, 5]
import-mapping-field = there is no field “{ $read }”
    .mend = write: { $known }
import-mapping-state = there is no state “{ $read }”
    .mend = write one of: { $known }
import-mapping-date = “{ $read }” is no date
    .mend = write 2021-07-24 or 24/7/2021
import-formula-fault = the formula in this cell went wrong: { $read }
    .mend = type the value into the cell, or mend the formula
import-formula = this cell is a formula that nobody has computed yet
    .mend = open the file in Excel and save it, or type the value into the cell
import-unreadable = the text in this cell is damaged: “{ $read }”
    .mend = type it again in Unicode
import-legacy = “{ $read }” is text in an old encoding (TCVN3 or VNI), but the cell's font does not say which
    .mend = perhaps it means: “{ $meant }”. Type it so, or give the cell its old font (.VnTime, VNI-Times) again and import it
import-converted = “{ $read }” was converted from the font { $font }
    .mend = nothing needs to be done
import-two-rows = this row and row { $other } are about task { $task } on the same day with different states
    .mend = mend one of the two
import-id-near = there is no task with the id “{ $read }”
    .mend = is it { $known }? If so, type that into the cell
import-id-unknown = there is no task with the id “{ $read }”
    .mend = type the right id; to see them: tiendo export
import-other-title = { $read } is the task “{ $known }”, but this row's title is “{ $title }”
    .mend = rows may have been mixed up when they were sorted; mend the id, or copy the task's title
import-number-unsure = “{ $read }” may be { $known } (Excel drops the last zero: 9.10 becomes 9.1)
    .mend = format the cell as Text and type the id again, or give the task's title
import-many-rows = the sheet has too many rows; only the first { $most } are read
    .mend = delete what is not needed below the table, or copy the tracker into a new file
import-no-name = this row tells of progress without an id or a title
    .mend = give the task's id; if the row is not needed, delete it
import-title-unsure = the title “{ $read }” is that of several tasks: { $known }
    .mend = give the task's id in the column of ids
import-title-near = no task has just the title “{ $read }”; the nearest is { $task }: “{ $known }”
    .mend = if that is the task, write { $task } into the column of ids, or copy its title
import-title-unknown = no task has the title “{ $read }”
    .mend = give the task's id in the column of ids; make a new task first: tiendo new task
import-deadline = the deadline “{ $read }” (last day: { $said }) differs from the records' ({ $known })
    .mend = deadlines are not changed by an import. If a document extends it, add to tasks/{ $task }.yaml: extensions: [{"{"}decided: its day, due: the new deadline, document: its id{"}"}]
import-deadline-old = the deadline “{ $read }” is an old one; the records have an extension to { $known }
    .mend = mend it in the table; the row's progress is imported all the same
import-agency-near = no agency is called “{ $read }”
    .mend = is it “{ $known }”? Lead agencies are not changed by an import; the row's progress is imported all the same
import-agency-unknown = no agency is called “{ $read }”
    .mend = if it is another way to write one, add it to that agency's aliases in agencies.yaml; the row's progress is imported all the same
import-lead = the lead agency “{ $read }” differs from the records' (“{ $known }”)
    .mend = lead agencies are not changed by an import; if the records are wrong, mend lead in tasks/{ $task }.yaml
import-lead-none = the records name no lead agency, the table says “{ $read }”
    .mend = it is not added by an import; if the office named it, add to tasks/{ $task }.yaml: lead: ID and lead_source: office
import-percent = “{ $read }” is no percentage from 0 to 100
    .mend = type a number from 0 to 100, or leave it empty
import-day-alone = this row has a day but no state and nothing that was done, so it is not written
    .mend = add the state, or what was done
import-no-day = this row tells something new, but not on which day
    .mend = write the day into the column of days, or add --on 24/7/2021 (for all rows without one)
import-stop = a task is stopped or replaced by a document, which this table cannot give
    .mend = use: tiendo update { $task } --state cancelled --document ID …
import-done-ongoing = task { $task } is ongoing or a general duty: it is never “done”
    .mend = write “In progress”, or leave the state empty
import-before-directive = the day { $read } lies before the directive's ({ $known })
    .mend = look at the year again
import-same-day = the ledger of task { $task } has an entry of { $day }; this row differs, so a second one of that day will be added
    .mend = if it is news, change the day; if only the wording was mended, put it back and mend the task's file
import-two-ticks = two states are ticked in this row
    .mend = leave only one tick
import-state-derived = “{ $read }” is worked out from the deadline and is no state
    .mend = say how far the work has come: Not started, In progress, Facing obstacles or Done
import-state-unsure = “{ $read }” can mean two things
    .mend = write Not started, or In progress
import-state-unknown = the state “{ $read }” is not understood
    .mend = write Not started, In progress, Facing obstacles or Done; longer words belong into the column of results; your office's own words into the --mapping file
import-day-month-first = “{ $read }” has the month first
    .mend = type { $meant }
import-day-none = there is no day “{ $read }”
    .mend = type it again, like 24/7/2021
import-day-month = “{ $read }” is a month or quarter; here a day is needed
    .mend = type the day on which it happened, like 24/7/2021
import-day-shape = “{ $read }” is no day
    .mend = type a day, like 24/7/2021
import-document-near = documents.yaml has no document “{ $read }”
    .mend = is it { $known }? If so, type that into the cell
import-document = documents.yaml has no document “{ $read }”
    .mend = add it to documents.yaml first (id, symbol, title) and import again; or clear the cell and add the evidence later

export-ending = { $file }: the name must end in .xlsx
export-exists = { $file } is there already and is not overwritten. Choose another name, or add --replace
export-done = { $tasks } { $tasks ->
        [one] task
       *[other] tasks
    } written to { $file }, data of { $day }. Fill in the green columns, save it, then run: tiendo import { $file }
export-done-restricted = Mind: restricted tasks in it: { $count } (yellow rows); the file is for the office, not for the web.
export-sheet-tracker = Tracker
export-sheet-about = How to
export-sheet-lists = Lists
export-day = { $number }. Data date: { $day }. Green columns: to be filled in; blue columns: to be read.
export-internal = A working file of the office; what is public is the website.
export-internal-restricted = INTERNAL, NOT FOR THE WEB: tasks in it that are restricted: { $n } (yellow); of these the website publishes title and standing only.
export-column-id = Id
export-column-priority = Priority (read only)
export-column-title = Task
export-column-lead = Lead agency
export-column-due = Deadline (read only)
export-column-standing = Standing (read only)
export-column-last-date = Last entry (read only)
export-column-last-state = State now (read only)
export-column-last-text = Last result (read only)
export-column-last-evidence = Evidence so far (read only)
export-column-publicity = Published (read only)
export-column-date = Date
export-column-state = State
export-column-text = What was done
export-column-percent = Self-assessment (%)
export-column-evidence = Evidence
export-column-document = Document
export-about-id = The task's id. Leave it: the row is known by it.
export-about-priority = The priority that the task belongs to. Only to be read.
export-about-title = The task's title. Leave it: it is compared with the id, to find rows that were mixed up.
export-about-lead = The lead agency. Pick another one to propose a change; the import tells of the difference and changes nothing.
export-about-due = The deadline in force. Only to be read: it changes by a document.
export-about-standing = Worked out from days and evidence up to the data date. Only to be read.
export-about-last-date = The day of the last entry of the ledger. Only to be read.
export-about-last-state = The state that the ledger has now. Only to be read.
export-about-last-text = The last entry of the ledger. Only to be read.
export-about-last-evidence = The documents that prove the last entry. Only to be read.
export-about-publicity = Whether everything is published of the task, or its title and standing only.
export-about-date = The day on which it happened (the day of the evidence), not the day of typing. News need a day.
export-about-state = The new state, picked from the list. Empty where it has not changed.
export-about-text = What was done lately, as a sentence; it is published (but for yellow rows). Empty where there is no news.
export-about-percent = From 0 to 100; may be empty.
export-about-evidence = Ids of documents.yaml with commas between them; see the sheet Lists.
export-public = fully
export-status-only = standing only
export-pick = Not in the list
export-pick-state = The state should be one of the list. Use this all the same?
export-pick-lead = This is no agency of the list; several have semicolons between them. Use this all the same?
export-pick-evidence = This is no id of the list; several have commas between them. Use this all the same?
export-how =
    1. On the sheet Tracker, fill in only the columns with green headers: date, state, what was done, self-assessment, evidence.
    2. Where there is news, give a day with a state or what was done; leave other rows empty. The blue columns show what the ledger says now.
    3. Save the file (as .xlsx), then run: tiendo import FILE.xlsx. That only shows what would be added.
    4. If it is right, run it again with --write. Old entries are neither deleted nor changed; importing twice adds nothing.
    5. You may filter, sort whole rows, hide columns and add your own. Do not delete the column Id.
export-about-column = Column
export-about-meaning = Meaning
