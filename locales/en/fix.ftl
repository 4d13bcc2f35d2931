## Mending, adding to and updating files: tiendo check --fix, new, update, remind.

argument-fix = Mend what has one right answer (shows it; writes only with --yes)
argument-yes = Write what was shown
argument-complaints = Shape of the answer: text for people, short for a line per complaint, json for programs, sarif for code scanning, github for GitHub Actions
argument-color = Colours on the terminal: auto, always or never

usage-conflict = { $value } cannot be used with { $other }

check-see-all = { $count } are not shown in full; to see all, one on a line: tiendo check --format short
fix-name = mend
fix-by-machine = tiendo check --fix makes this line:
fix-whole-mark = whole file: the byte order mark at its beginning goes
fix-whole-line-ends = whole file: { $count } lines that end as on Windows or old Macs end in LF
fix-whole-decomposed = whole file: letters and accents typed apart are put together (Unicode NFC)
fix-whole-last-line = whole file: the last line is ended
fix-left-unreadable = { $file }: left alone, since it cannot be read even with what can be mended. Mend by hand what is complained of in this file, then run again
fix-left-values = { $file }: left alone, since it might say something else. Mend it by hand as the complaint says
fix-left-complaint = { $file }: left alone, since another complaint would follow ({ $code }). Mend it by hand as the complaint says
fix-nothing = There is nothing that can be mended by itself.
fix-would =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    } can be mended. Nothing was written; to write: tiendo check --fix --yes
fix-done =
    { $count ->
        [one] 1 file was
       *[other] { $count } files were
    } mended.
fix-remains = What remains has to be mended by hand:

trouble-changed = { $path } was changed while it was being mended, perhaps in another program; it was left as it is. Run again
trouble-exists = { $path } is there already; tiendo does not write over it
trouble-protected = { $path } is write-protected; it was left as it is
trouble-disk = cannot write { $path }: { $reason }

command-new = Make a new task or note; what is missing is asked for.
command-update = Add an entry to a task's ledger; what is missing is asked for.
argument-on = The day it happened: 2021-07-24, 24/7/2021 or today
argument-state = The new state: not_started, in_progress, blocked, done, cancelled, superseded
argument-text = What was done, as a sentence
argument-percent = Self-assessment, 0 to 100
argument-evidence = Ids in documents.yaml of what proves it, with commas between
argument-document = Id of the document that stops or replaces the task
argument-superseded-by = Id of the task that replaces it
argument-dry-run = Only show, write nothing
argument-ask = Ask for what is missing, even without a terminal
argument-what = task or note
argument-id = Id, which is the file's name; of a note, made of its date and title if left out
argument-title = Title
argument-priority = Id of the priority
argument-kind = Kind: deliverable, ongoing or duty (default: deliverable)
argument-product = What is owed
argument-lead = Ids of the agencies in charge, with commas between
argument-due = Deadline: on this day at the latest
argument-before = Deadline: before this day
argument-tasks = Ids of the tasks that a note is about, with commas between
argument-author = Id of the agency that wrote the note

ask-task = Which task (id, or words of its title, accents not needed)?
ask-on = On which day (such as 24/7/2021, or today)?
ask-state = New state (its number; Enter: unchanged)?
ask-text = What was done (a sentence; Enter: nothing to say)?
ask-evidence = Ids of evidence (commas between; Enter: none yet)?
ask-new-id = Id of the new task (such as 1.5)?
ask-title = Title?
ask-priority = Which priority (id, or words, accents not needed)?
ask-lead = Agency in charge (words of its name, accents not needed; Enter: not named)?
ask-due = Deadline (such as 25/7/2021; Enter: none)?
ask-write = Write it (Enter: yes; n: no)?
ask-none = Not found; try other words.
ask-many = { $count } are meant; choose one:

update-is-there = the ledger of task { $task } holds this very entry; it was not added again
update-cannot = cannot add to { $value } because of the way it is written; add it by hand
update-refused = Nothing was written, since the content would have the errors above.
update-standing = Task { $task }, as of { $date }: { $was } → { $is }
update-later = The entry is dated after { $date }, on which everything is judged, so it does not count yet; change as_of in site.yaml if need be.
update-dry = Only shown, nothing was written.
update-done = Written to { $file }.
new-bad-id = “{ $value }” cannot be an id; an id has lower-case letters without accents and digits, joined by points or hyphens, such as 1.5 or quarter-1
new-done = Made { $file }.
new-note-draft = The note is a draft and not on the site yet; when it is written, delete the line “draft: true”.
new-note-results = Results
new-note-obstacles = Obstacles
new-note-proposals = Proposals
new-note-documents = Documents

command-remind = List what an agency owes: overdue, awaiting evidence, due soon, silent; to be pasted into a letter.
argument-agency = Agency: its id, or words of its name, accents not needed
argument-scope-priority = Priority: its id, or words of its title, accents not needed
argument-letter = Shape of the answer: text to print or send, markdown to paste into a document
remind-title = To: { $agency }. Tasks under { $number } to be carried out and reported on (figures as of { $date }):
remind-overdue = Overdue ({ $count }):
remind-awaiting-evidence = Reported done, evidence missing ({ $count }):
remind-due-soon = Due soon ({ $count }):
remind-silent = No recent report ({ $count }):
remind-deadline = deadline: { $deadline }
remind-last = last report: { $date }
remind-nothing = There is nothing to be reminded of.
remind-request = { $count ->
        [one] Please carry out the task above and report on it, with evidence.
       *[other] Please carry out the { $count } tasks above and report on them, with evidence.
    }
