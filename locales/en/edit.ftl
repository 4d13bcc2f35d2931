## The editor: tiendo edit. What the command prints and the screens show.

command-edit = Edit the records in the browser on this machine: reports, extensions, documents, notes, undo.
argument-edit-port = Port of the preview; the editor takes the next one (default: 8021 and 8022, or free ports)
argument-edit-open = Open the browser as well
edit-open = Edit the records at { $address } (only from this machine; stop: Ctrl+C)
edit-opened = Opening the browser; if nothing appears, open { $address } (only from this machine; stop: Ctrl+C)

edit-name = Records
edit-skip = Skip to the main content
edit-menu = Screens
edit-menu-week = This week
edit-menu-notes = Notes
edit-menu-documents = Documents
edit-menu-open = Menu
edit-menu-status = Status
edit-show-lines = Show the lines to be written
edit-status-priorities = The directive and its priorities
edit-status-agencies = Lead agencies
edit-status-word = In a word
edit-status-done = Done
edit-status-overdue = Overdue
edit-status-reported = Reported in time
edit-status-letter = Letter of reminder
edit-status-owed = { $count } tasks
edit-menu-check = Check
edit-menu-changes = Changes
edit-menu-handover = Hand-over
edit-see-site = See the site
edit-open-record = Open to edit
edit-open-there = Open
edit-pages = Pages of the list
edit-find = Find by name or number
edit-search = Find
edit-search-in = Find in:
edit-search-hint = find and tick; accents are not needed
edit-title-missing = There is no such page
edit-title-refused = This cannot be opened
edit-title-faults = Error: { $title }
edit-missing = There is no such page. The task or document may have another id now.

edit-refused-method = The editor does not accept this kind of request.
edit-refused-host = This is not the editor's address. Open the address printed in the tiendo window.
edit-refused-stranger = The request came from another page and was refused. Nothing was written.
edit-refused-key = This browser does not have the key of the session. Open the address printed in the tiendo window; it contains the key.
edit-refused-address = The address is not valid.
edit-refused-size = Too much data was sent. Nothing was written.
edit-refused-fields = The form has too many fields. Nothing was written.
edit-refused-form = The data that was sent cannot be read. Nothing was written.
edit-refused-token = The session has ended because tiendo was started again. Nothing was written. Go back in the browser, copy what you typed, and open the address printed in the tiendo window.

edit-protected = Read-only, nothing can be written: { $reason }.
edit-recovered = The last change was interrupted; these files were put back: { $files }
edit-git = Git is changing this folder, or a merge is not finished ({ $file }). Nothing was written; what you typed is below. Finish the work in Git and save again.
edit-outside = { $file } lies outside the content folder (through a link). Nothing was written.
edit-shared = All directives of the portal share this ({ $file }), so it is not changed here. In the menu of tiendo, choose “Edit the records” and then “What the directives share”; or run { $command }.
edit-menu-shared = Shared
edit-shared-title = What the directives share
edit-shared-intro = What is changed here holds for every directive of the portal. All directives are checked before anything is written; an error in any of them stops the change.
edit-shared-text = Edit the text of a list:
edit-shared-agencies = agencies
edit-shared-places = places
edit-shared-directives = Directives
edit-shared-how = To report progress, extend a deadline or write a note for a directive: go back to the menu of tiendo (Ctrl+C), choose “Edit the records” and then the directive; or run { $command }. The id follows the name of the directive.
edit-shared-id = ID
edit-shared-faulty = Its records have errors; see Check.
edit-shared-later = Issued on { $date }, after the data date: it does not count yet.
edit-shared-stands = done { $done } · overdue { $overdue } · reported in the period { $reported }
edit-shared-all = The whole portal
edit-shared-more = And { $count } more directives
edit-fault-below = Directive { $directive }: { $text }
edit-cannot = { $file } has a style that cannot be continued automatically. Edit the text of the file.
edit-unread = { $file } cannot be read: it is malformed, or holds the marks of an unfinished merge. Edit the text of the file first.
edit-unread-kept = What you typed is kept as a draft and appears again once the file can be read.
edit-done = Saved: { $what }.
edit-look = Worth a second look:
edit-draft-shown = The form shows what you typed earlier and did not save. Choose “Discard draft” to drop it.
edit-draft-kept = The draft is saved. It appears when this screen is opened again.
edit-draft-saved = Draft saved
edit-keep-draft = Save draft
edit-drop-draft = Discard draft
edit-nothing-changed = Nothing has changed
edit-on-disk = The version on disk

edit-changed-meanwhile = This file has just been changed elsewhere. Go on typing: when you save, what is new is shown first and nothing is lost.
edit-conflict-adds = While you typed, the entries below were added to this task's ledger. Nothing was written; what you typed is kept. If it still holds, choose “Save after this entry”.
edit-conflict-values = While you typed, this file was changed elsewhere. Nothing was written; what you typed is kept below. On disk it now says:
edit-take-disk = Take the version on disk
edit-save-after = Save after this entry
edit-save-over = Overwrite with my version

edit-faults-more = And { $count } more
edit-faults = { $count ->
        [one] There is { $count } problem
       *[other] There are { $count } problems
    }
edit-review-title = Check: { $title }
edit-review-intro = Nothing is written yet. Check the change, then save it.
edit-review-before = Before
edit-review-after = After
edit-review-standing = Standing of { $number }
edit-review-lines = Lines that will be written
edit-review-gone = the file will be deleted
edit-review-file = new file, { $size } kB
edit-change-again = Change it
edit-save = Save

edit-week-find = Find a task
edit-week-agency = Lead agency
edit-week-of = Of: { $agencies }
edit-week-hits = Tasks found
edit-week-summary = { $owed } of { $all } tasks need a report or a reminder.
edit-week-overdue = Overdue ({ $count })
edit-week-awaiting-evidence = Reported as done, evidence missing ({ $count })
edit-week-due-soon = Due soon ({ $count })
edit-week-silent = No recent report ({ $count })
edit-week-last = last report { $date }
edit-week-never = no report yet
edit-week-before = The data date is before the directive, so no standing can be derived.
edit-report = Report progress

edit-report-title = Report progress: { $task }
edit-lead = Lead: { $agencies }
edit-no-lead = The directive names no lead agency
edit-deadline = Deadline: { $deadline }
edit-standing = Standing: { $standing }
edit-why = Why?
edit-ledger = Ledger
edit-date = Day on which it happened
edit-today = Today, { $date }
edit-yesterday = Yesterday, { $date }
edit-other-day = Another day
edit-day = Another day
edit-day-hint = day before month: 24/7/2021
edit-day-missing = The day is missing
edit-day-twice = A day was typed but “Another day” is not chosen; choose it, or remove the typed day
edit-parts = Parts or reporting periods
edit-parts-hint = none: the whole task
edit-periods-hint = for example 2021-10 or 2021-Q3; empty: the whole task
edit-state = State reported by the agency
edit-state-report = Report only, the state stays
edit-text = Text
edit-percent = Self-assessment (%)
edit-percent-hint = a number from 0 to 100, may be left empty
edit-evidence = Evidence
edit-says-nothing = There is nothing to save: choose a state, type a text or choose evidence
edit-new-document = Add a new document as evidence
edit-stop = When the task is stopped or replaced
edit-stop-document = Document that stops or replaces it
edit-superseded-by = Replaced by
edit-save-entry = Save to the ledger
edit-link-report = Report progress
edit-link-extend = Extend the deadline
edit-link-correct = Correct
edit-link-edit = Edit the task

edit-extend-title = Extend the deadline: { $task }
edit-decided = Day of the decision
edit-new-due = New deadline
edit-first-due = Deadline
edit-due-hint = a day, month, quarter or year: 31/12/2021, 10/2021, quý III/2021, 2021
edit-due-how = How it counts
edit-due-by = By the end of it
edit-due-before = Before it begins
edit-due-missing = The deadline is missing
edit-deciding = Document that extends it
edit-save-extension = Save the extension

edit-correct-title = Correct: { $task }
edit-fact = Published fact to correct
edit-fact-text = Text: { $what }
edit-fact-lead = Lead: { $what }
edit-fact-product = Product: { $what }
edit-fact-deadline = Deadline: { $what }
edit-fact-entry = Entry { $what }
edit-fact-percent = Self-assessment { $what }
edit-fact-evidence = Evidence { $what }
edit-right = The right fact
edit-right-hint = What takes the place of the chosen fact: text, a number, a day (24/7/2021) or a deadline (quý III/2021). Leave it empty if the record was put right already, or will be under “Edit the task”.
edit-right-elsewhere = This fact cannot be typed: leave this field empty, and change the lead under “Edit the task”, or add an entry with the right evidence
edit-fact-missing = No fact is chosen
edit-corrected-on = Day of the correction
edit-reason = Reason
edit-reason-missing = The reason is missing
edit-document-optional = Document (may be left empty)
edit-save-correction = Save the correction

edit-task-edit-title = Edit the task: { $task }
edit-task-new-title = Add a task
edit-task-title = Title
edit-in-language = { $what } ({ $language })
edit-task-id = Id
edit-task-id-hint = the number on the site, for example 1.12; empty: the next one of the priority; it never changes
edit-title-missing-field = The title is missing
edit-bad-id = “{ $value }” cannot be an id; ids have plain letters, digits, full stops and hyphens, for example 1.12
edit-priority = { $Priority }
edit-priority-missing = No priority is chosen
edit-kind = Kind
edit-product = Product
edit-leads = Lead agencies
edit-support = Supporting agencies
edit-places = Places
edit-documents = Documents
edit-related = Related tasks
edit-every = Reporting cycle (ongoing tasks)
edit-every-default = As for all tasks
edit-save-task = Save the new task

edit-doc-new-title = Add a document
edit-doc-edit-title = Document { $document }
edit-doc-symbol = Number and symbol
edit-doc-title = Title
edit-doc-date = Date of issue
edit-doc-issuer = Issuer
edit-doc-kind = Kind of document
edit-doc-url = Address on the web
edit-doc-missing = The symbol or title of the document is missing
edit-doc-below = { $directive } has { $value } already (id { $id }). To share it, move its item from that directive’s own list of documents to the list here.
edit-doc-known = The document “{ $value }” is there already (id { $id }); find and choose it
edit-doc-no-id = No id is free for this document; type a fuller symbol
edit-file = File
edit-file-hint = PDF, Word, Excel, picture; at most 20 MB
edit-file-kept = The file “{ $file }” was received; there is no need to choose it again.
edit-file-large = The file “{ $file }” is larger than 20 MB; scan it again at a lower resolution or split it
edit-file-kind = Files ending in “{ $read }” are not accepted; accepted are: { $known }
edit-file-lost = The received file is gone; choose it again
edit-save-document = Save the document

edit-pick-none = Nothing was found for “{ $query }”.
edit-pick-count = { $count ->
        [one] { $count } result.
       *[other] { $count } results.
    }
edit-pick-more = { $count ->
        [one] { $count } more result; type more to narrow the list.
       *[other] { $count } more results; type more to narrow the list.
    }

edit-note-new-title = Write a note
edit-note-edit-title = Note: { $title }
edit-note-title = Title
edit-note-date = Date
edit-note-author = Written by
edit-note-tasks = Tasks
edit-note-priorities = Priorities
edit-note-publish = Publication
edit-note-draft = Draft, not on the site yet
edit-note-body = Text
edit-note-body-hint = Markdown: a line “## Name” is a heading, “- …” an item, words between two ** are bold
edit-note-no-id = No file name is free for this note; change its title
edit-save-note = Save
edit-preview = Preview
edit-show-preview = Preview
edit-is-draft = draft

edit-dates-title = Set the data date
edit-as-of = Data date
edit-as-of-newest = No data date is set; the newest day in the records counts: { $date }.
edit-periods = Reporting dates
edit-period = Add this day to the reporting dates
edit-next-update = Next update
edit-next-update-hint = tells readers when to come back
edit-save-dates = Save the data date

edit-site = Facts of the site
edit-site-title = Title of the site
edit-site-publisher = Publisher
edit-site-publisher-hint = the full name of the agency
edit-site-contact = Where readers report mistakes
edit-site-contact-hint = office and telephone; shown on every page
edit-site-notice = Notice on every page
edit-site-notice-hint = empty: no notice
edit-agency-new = Add an agency
edit-agency-name = Full name
edit-agency-short = Short name
edit-agency-short-hint = for example Sở KH&ĐT; may be left empty
edit-agency-known = There is an agency “{ $value }” already (id { $id })
edit-agency-no-id = No id can be made for this agency because its name is close to that of another; type a fuller name
edit-save-agency = Save the agency

edit-check-error = Errors, to be corrected before publication ({ $count })
edit-check-warning = Warnings, worth a look ({ $count })
edit-check-hint = Hints ({ $count })
edit-check-more = { $count ->
        [one] { $count } more; see all with tiendo check.
       *[other] { $count } more; see all with tiendo check.
    }
edit-check-clean = The content has no errors, warnings or hints.
edit-mend = Fix it
edit-mend-title = Fix it
edit-mend-gone = This is fixed already, or the file has just changed.
edit-mend-all = Fix everything
edit-mend-all-title = Fix everything that has one right answer
edit-mend-all-intro = As tiendo check --fix does: values stay, only the way they are written changes.
edit-mend-first-shown = The changes are shown before they are written.

edit-changes-none = There are no changes yet.
edit-change-update = Progress of { $about }
edit-change-extend = Extension of { $about }
edit-change-correct = Correction of { $about }
edit-change-new = New: { $about }
edit-change-edit = Edited { $about }
edit-change-import = Import from Excel { $about }
edit-change-check = Automatic fixes { $about }
edit-change-undo = Undone { $about }
edit-change-undoes = Undone: { $what }
edit-change-undone = undone
edit-change-files = { $files } and { $count } more
edit-undo = Undo
edit-undo-title = Undo: { $what }

edit-release-with = Compare with a publication:
edit-release-kept = the package that was fetched last
edit-release-title = Compared with { $name }
edit-release-unreadable = This publication cannot be read, or is no package or site made by tiendo.
edit-release-errors = The content has errors, so it cannot be compared yet; see the screen Check.
edit-release-held = Reasons to be given ({ $count })
edit-release-held-how = These facts were published and have changed or gone. Without a reason nothing can be published.
edit-release-reason = Give the reason
edit-release-write = To be written in
edit-release-told = The reason is there already, or the fact is as it was published.

edit-handover-date = Data as of { $date }.
edit-handover-tally = Deliverables: { $done } done, { $overdue } overdue. Ongoing tasks with a report in the period: { $reported }.
edit-handover-ready = The content has no errors and can be packed.
edit-handover-errors = { $count ->
        [one] { $count } error is left; the package cannot be made.
       *[other] { $count } errors are left; the package cannot be made.
    }
edit-handover-warnings = { $count ->
        [one] There is { $count } warning to look at.
       *[other] There are { $count } warnings to look at.
    }
edit-handover-failed = The package could not be made; see the Check screen.
edit-handover-get = Download the package
edit-handover-publish = Publish from this machine
edit-handover-publish-how = In the window of tiendo, press Ctrl+C to return to the menu, and choose “Publish”. Passwords of servers are typed there alone, never in the browser. Or run:

edit-file-title = Edit the text of { $file }
edit-file-intro = The last resort, when no form can read the file. Lines that you do not change stay as they are.
edit-file-text = Text of the file
edit-file-unreadable = This file cannot be read
