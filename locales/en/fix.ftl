## Fixing, creating and updating files: tiendo check --fix, new, update, remind.

argument-fix = Fix problems that have exactly one solution (only shows the changes; writes them with --yes)
argument-yes = Write the changes shown
argument-complaints = Output format: text for people, short for one problem per line, json for programs, sarif for code scanning, github for GitHub Actions
argument-color = Colours on the terminal: auto, always or never

usage-conflict = { $value } cannot be used with { $other }

check-see-all = { $count } problems are not shown in full; to list them all, one per line: tiendo check --format short
fix-name = fix
fix-by-machine = tiendo check --fix{ $directive } changes this line to:
fix-whole-mark = whole file: removes the byte order mark at the beginning
fix-whole-line-ends = whole file: changes { $count } Windows or old Mac line endings to LF
fix-whole-decomposed = whole file: combines letters with their accents (Unicode NFC)
fix-whole-last-line = whole file: adds a line ending to the last line
fix-left-unreadable = { $file }: left unchanged because it still cannot be read after the automatic fixes. Fix the problems reported for this file by hand, then run the command again
fix-left-values = { $file }: left unchanged because the fix might change its meaning. Fix it by hand as the problem's help says
fix-left-complaint = { $file }: left unchanged because the fix would cause another problem ({ $code }). Fix it by hand as the problem's help says
fix-nothing = Nothing can be fixed automatically.
fix-would =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    } can be fixed. Nothing was written; to write the fixes: tiendo check --fix --yes{ $directive }
fix-done =
    { $count ->
        [one] 1 file was
       *[other] { $count } files were
    } fixed.
fix-remains = The remaining problems need to be fixed by hand:

trouble-changed = { $path } was changed while it was being fixed, perhaps by another program; it was left unchanged. Run the command again
trouble-busy = Another tiendo is writing to this folder ({ $path }); nothing was written. Run the command again in a few seconds.
change-put-back = Nothing was written: the files that had been written were restored.
change-left = These files were written and could not be restored: { $files }
change-recovered = The previous change (tiendo { $command }) was cut off; restored: { $files }
command-undo = Takes back a change of the records (update, new, import, check --fix); --list lists them.
argument-undo-number = The number of the change, see --list; without it, the latest change
argument-undo-list = Only list the changes, the latest first
undo-line = { $number }  { $when }  tiendo { $command }{ $about ->
        [0] {""}
       *[other] {" "}{ $about }
    }: { $files }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more files
    }{ $state ->
        [undone] {" "}(undone)
       *[other] {""}
    }
undo-nothing = There is no change to take back.
undo-of-directive = The changes of this directive: tiendo undo --list{ $directive }
undo-of-portal = This is what the directives of the portal share. Changes of one directive: add --directive ID.
undo-unknown = There is no change { $number }, or it was undone already. See: tiendo undo --list
undo-differs = Cannot undo: { $file } was edited since, and what was added no longer stands in one place. Nothing was written. To remove it all the same, delete this from the file:
    { $inserted }
undo-refused = Not undone, because the records would have the errors above: something written later needs it. Undo the later change first.
undo-deletes = { $file } will be deleted (this change created it; its content is kept in .tiendo).
undo-done = Change { $number } is undone.
trouble-exists = { $path } already exists; tiendo does not overwrite it
trouble-held = { $path } is open in another program, so nothing was written. Close it there and save again.
trouble-protected = { $path } is write-protected; it was left unchanged
trouble-disk = cannot write { $path }: { $reason }

command-new = Create a task or note, asking for anything that is missing.
command-update = Add an entry to a task's ledger, asking for anything that is missing.
argument-on = Date on which it happened: 2021-07-24, 24/7/2021, 24/7 (of the year nearest to the data date) or today (in Vietnam)
argument-part = Part or period of the task, by its id; all: every open part
argument-recorded = Date on which it is put into the records, if later: it counts from then on, and published figures of earlier data dates stay (default: the as_of of site.yaml if it lies between, else today; nothing if site.yaml has no as_of and the newest record is over a month old)
argument-state = The new state: not_started, in_progress, blocked, done, cancelled, superseded
argument-text = What was done, in one sentence
argument-percent = Self-assessed progress in percent, 0 to 100
argument-evidence = Evidence: ids or symbols of documents in documents.yaml, separated by commas
command-extend = Adds an extension: new deadline, day of the decision, document; asks for what is missing.
argument-decided = Day of the decision
argument-new-due = New deadline, the last day in time: 31/10/2024, 10/2024, quý III/2024
argument-new-before = New deadline, as in “before …”
argument-deciding = The document that decides it: id or symbol in documents.yaml
argument-evidence-file = New evidence (PDF, Word, Excel, picture; at most 20 MB): copied to attachments/ and added to documents.yaml; --document gives its symbol, date and optionally title, as in "45/BC-SKHĐT, 12/7/2021, Report of results"
evidence-not-described = The evidence needs --document with its symbol and date, with a comma between: --document "45/BC-SKHĐT, 12/7/2021" (read: “{ $value }”)
evidence-title = Document { $symbol }
evidence-known = The document “{ $value }” is already in documents.yaml; use: --evidence { $id }
evidence-too-large = The file { $value } is larger than 20 MB; compress its pictures or split it
evidence-no-id = Cannot make an id for the document “{ $value }”, since the ids like it are taken; add it to documents.yaml by hand and use --evidence
argument-document = Id or symbol of the document that stops or replaces the task
argument-superseded-by = Id or number of the task that replaces it; after a split several, with commas between
argument-dry-run = Show the changes without writing anything
argument-ask = Ask for what is missing, even without a terminal
argument-what = task or note
argument-id = Id, which becomes the file name; for a note it defaults to the date and title
argument-title = Title
argument-priority = Priority: its id, number or words of its title; accents are optional
argument-kind = Kind: deliverable, ongoing or duty (default: deliverable)
argument-product = What the task must deliver
argument-lead = Lead agencies: ids or names, accents optional, separated by commas
argument-due = Deadline: the last day, or a whole month, quarter or year (30/6/2021, 6/2021, Q2/2021, 2021)
argument-before = Deadline: before this date
argument-tasks = Ids or numbers of the tasks that the note is about, separated by commas
argument-author = Agency that wrote the note: its id or name; accents are optional

ask-agency = Which agency (words of its name; accents are optional)?
ask-task = Which task (id or words of its title; accents are optional)?
ask-new-due = New deadline
ask-decided = Day of the decision
ask-deciding = Document that decides it (symbol or id; empty if there is none)
ask-on = On which date (such as 24/7/2021, 24/7, or today)?
ask-state = New state (number; Enter: unchanged)?
ask-text = What was done (one sentence; Enter: nothing)?
ask-evidence = Evidence (ids or symbols of documents, separated by commas; Enter: none yet)?
ask-new-id = Id of the new task (such as 1.5)?
ask-title = Title?
ask-priority = Which priority (id or words of its title; accents are optional)?
ask-lead = Lead agency (words of its name; accents are optional; several separated by commas; Enter: none named)?
ask-due = Deadline (such as 25/7/2021, 6/2021, Q2/2021, trước 25/7/2021; Enter: none)?
ask-write = Write it (Enter: yes; n: no)?
ask-none = Not found; try other words.
ask-needed = This question needs an answer (Ctrl+C to stop; nothing is written).
ask-again = Answer this question again; the earlier answers are kept.
ask-document = Document that stops or replaces the task (id or symbol)?
ask-superseded-by = Task that replaces it (id or words of its title; accents are optional)?
ask-many = { $count } matches; choose one:

update-is-there = the ledger of task { $task } already has this entry; it was not added again
update-cannot = cannot add an entry to { $value } because of how the file is written; add it by hand
update-refused = Nothing was written because the content would have the errors above.
update-standing = Task { $task }, as of { $date }: { $was } → { $is }
update-later = The entry counts from a day after the data date { $date }, so it does not count yet; change as_of in site.yaml if needed.
update-dry = Nothing was written.
update-done = Written to { $file }.
new-bad-id = “{ $value }” is not a valid id; use lower-case letters without accents and digits, joined by full stops or hyphens, such as 1.5 or quarter-1
new-id-of-number = Id (and file name): { $id }; number shown on pages: { $value }
new-task-is-there = there already is a task with the id or number “{ $value }”; choose another id, or add an entry to that task with: tiendo update { $id }
new-note-is-there = there already is a note with the id “{ $id }”; choose another name
new-done = Created { $file }.
new-note-draft = The note is a draft and is not published yet; to publish it, delete the line “draft: true”.
new-note-results = Results
new-note-obstacles = Obstacles
new-note-proposals = Proposals
new-note-documents = Documents

command-remind = List what an agency owes (overdue, awaiting evidence, due soon, no recent report), ready to paste into a letter.
argument-agency = Agency: its id or words of its name; accents are optional
argument-scope-priority = Priority: its id or words of its title; accents are optional
argument-letter = Output format: text to print or send, markdown to paste into a document, docx to sign in Word
remind-successor = For a reminder about these tasks, run: tiendo remind --agency { $id }{ $directive }
remind-title = To: { $agency }. Tasks under { $number } to be carried out and reported on (figures as of { $date }):
remind-overdue = Overdue ({ $count }):
remind-awaiting-evidence = Reported done, evidence missing ({ $count }):
remind-due-soon = Due soon ({ $count }):
remind-silent = No recent report ({ $count }):
remind-deadline = deadline: { $deadline }
remind-last = last report: { $date }
remind-nothing = There is nothing to remind the agency of.
remind-request = { $count ->
        [one] Please carry out the task above and report on it, with evidence.
       *[other] Please carry out the { $count } tasks above and report on them, with evidence.
    }

# new task
argument-new-number = Number as printed in the directive, if it differs from the id
argument-lead-source = Who named the lead: directive or office
argument-support = Supporting agencies: ids or names, with or without accents, separated by commas
argument-new-places = Places: ids or names, separated by commas
argument-new-documents = Documents cited: ids or symbols, separated by commas
argument-related = Related tasks: ids, separated by commas
argument-report-every = How often an ongoing task reports: week, month or quarter
argument-visibility = public, or status_only (only the standing is published)
argument-new-added = Day on which the task was added, if later than the directive
argument-new-added-by = Document that added the task: id or symbol
