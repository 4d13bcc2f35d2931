## The command line: tiendo --help and what the commands print.

help-template =
    {"{"}about-with-newline{"}"}
    Usage: {"{"}usage{"}"}

    {"{"}all-args{"}"}
help-commands = Commands
help-options = Options
help-arguments = Arguments
help-command = COMMAND
help-option = OPTIONS

command-tiendo = Builds a public progress site for a directive from task records and notes.
command-build = Build the whole site into the output folder.
command-check = Check the content and report every problem, with how to fix it.
command-explain = Explain a task's standing, with the files and lines it follows from.
command-init = Create a sample content folder to start from.
command-status = Show the progress of the directive on the terminal.

argument-content = Content folder (default: content)
argument-directive = Id of a directive of the portal (its folder in directives)
argument-portal = Create a portal for many directives: what they share at the top, one folder each in directives
argument-keep-going = Directives with errors keep their last pages, the others are built
argument-full-build = Build every directive again, also those that have not changed
argument-lang = Language of the messages: vi or en (default: vi, or the value of TIENDO_LANG)
argument-output = Output folder (default: output)
argument-templates = Folder of templates that replace the built-in ones
argument-as-of = Date for which tasks are assessed: 2021-12-31, 31/12/2021 or today (in Vietnam)
argument-folder = Folder to create
argument-format = Output format: text for people, json for programs
argument-explain = Explain the rule with this code, such as unknown-agency; without a code, list all rules
argument-task = Id of a task, or its number as pages show it, such as 1.3 or II.1.đ
argument-help = Print this help
argument-version = Print the version

usage-unknown-argument = there is no option “{ $value }”
usage-unknown-command = there is no command “{ $value }”
usage-bad-choice = “{ $value }” is not a valid value; choose one of: { $known }
usage-bad-date = “{ $value }” is not a date; write 31/12/2021, 31/12, 2021-12-31 or today
usage-date-month-first = “{ $value }” has the month before the day; write the day first: { $meant }
usage-date-no-such-day = the calendar has no day “{ $value }”; check the day, the month and the year
usage-date-not-one-day = “{ $value }” is a whole month, quarter or year; a single day is needed here, such as 31/12/2021
usage-date-range = “{ $value }” is several days; a single day is needed here; the last of them is { $meant }
usage-bad-due = “{ $value }” is not a deadline; write a day (31/12/2021), a month (12/2021), a quarter (Q4/2021) or a year (2021), with “trước” before it if the task is due before: trước 31/12/2021
usage-due-range = “{ $value }” is several deadlines; give one; the last of them is: { $meant }
usage-recorded-before = what happened on { $date } cannot have been recorded before, on { $recorded }; give --recorded { $date } or later, or leave it out
given-understood = “{ $value }” is read as { $meant }
given-no-document = documents.yaml has no document “{ $id }” (looked for as id, symbol and title). Add a new document to documents.yaml first; evidence can be recorded later
agency-handed-over = “{ $agency }” existed until { $day }; its unfinished tasks are now led by “{ $to }” (id: { $id })
usage-missing-argument = { $value } is missing
usage-see-help = For help, run: { $command } --help

trouble-content = cannot read the content folder { $path }: { $reason }. Run the command in the folder that contains content, or name the content folder with --content DIR
trouble-read = cannot read { $path }: { $reason }
trouble-before-directive = the date { $date } is before the date of the directive ({ $directive }); choose { $directive } or later
trouble-template = a template has an error; the template engine reports: { $reason }
trouble-links = { $count } links on the site lead nowhere (an error in the program or in a template)
trouble-not-ours = the folder { $folder } was not created by tiendo (it contains: { $files }). To avoid losing files, tiendo does not write to it. Choose another folder with --output, or empty this one
trouble-strangers = { $folder } contains files that tiendo did not create: { $files }. Move them elsewhere and run the command again
trouble-not-a-folder = { $folder } is not a folder
trouble-pinned = the folder { $folder } cannot be replaced in one step (it may be a mounted drive); choose a folder inside that drive
trouble-no-name = { $folder } is the root of a disk; choose a folder with a name, for example: --output site
trouble-name-ending = { $folder }: the name ends with a dot or a space, which Windows drops; name another folder
trouble-damaged-manifest = { $path }: line { $line } is damaged, so it is unknown which files tiendo made. Restore the file, or move the whole folder away and build again
trouble-stranded = cannot move the new site to { $folder }: { $reason }. The old site is whole and lies at { $aside }; run the command again to put it back
trouble-site-path = cannot write { $path } into the site (a bug in the program; please report it)
trouble-no-template = { $path } replaces no template; these can be replaced: { $known }
usage-twice = { $value } can be given only once
usage-wrong = the command is not used correctly { $value }

build-refused = Nothing was built because the content has errors. The previous site is unchanged.
build-old-site-stands = The previous site is unchanged.
build-waits = Another build is using this folder; waiting…
build-written = Wrote { $files } files to { $folder }: { $unchanged } unchanged, { $removed } removed.
build-done = DONE  { $pages } pages, { $kilobytes } kB, { $seconds } s, figures as of { $date }
readouts = Deliverables: { $done }/{ $deliverables } done, { $overdue } overdue · Ongoing: { $reported }/{ $ongoing } reported this cycle

portal-built = The portal has { $directives } { $directives ->
        [one] directive
       *[other] directives
    }, { $reused } unchanged since the last build.
portal-refused = Errors in { $count } { $count ->
        [one] directive
       *[other] directives
    }: { $list }. Add --keep-going to build the others; those with errors keep their last pages.
portal-nothing-kept = Errors in { $count } { $count ->
        [one] directive
       *[other] directives
    }: { $list }. One of them has no pages of this date or an earlier one that could be kept. If it cannot be mended now, move its folder out of “directives” for the time being and build again.
portal-gone = A published page is gone: { $path }. Add an item with “was: { $was }”, title, date and reason to { $file }; if its content is elsewhere now, also “to”.
portal-not-yet = Directive { $id } was published, but is dated after the data date { $date }, so it is not on the site any more. Correct the data date (as_of) and build again.
portal-kept-retold = The records of { $id } have errors, so nothing explains why { $what } differs from what was published. Mend { $id }, build, then publish.
portal-publish-kept = The records of { $list } have errors: what is sent of these directives is older.
init-portal-title = Progress of directives
portal-later = { $directive }: issued on { $date }, after the data date: it does not count yet.
portal-kept-going = Directive { $id } has errors and keeps its pages of { $date }.
portal-kept-lost = The pages of { $id } lead to a page that is not there (it is gone, or its directive keeps older pages): { $path }
directive-no-portal = --directive is only for portals: the content folder must have a folder directives
directive-unknown = The portal has no directive “{ $id }”; there are: { $known }
directive-several = Several directives have a task with this id: { $known }. Type one of these.
directive-unnamed = This folder is a portal with many directives. Choose one with --directive ID; there are: { $known }
directive-alone = This folder is one directive of a portal; the command works on the whole portal. Give --content { $top }
directive-whole-site = This command works on the whole portal: leave out --directive. Directives without changes are neither built nor sent again.

status-title = Directive { $number }, figures as of { $date }
status-column-deliverables = Done
status-column-overdue = Overdue
status-column-ongoing = Reported
status-column-word = Overall
status-overdue = Overdue:
status-overdue-parts = Overdue parts and missing reports:
status-due-soon = Due soon:
status-parts-due-soon = Parts and reports due soon:
status-silent = No report, or no recent report, by lead agency (this does not mean that nothing was done):

explain-standing = Standing on { $date }: { $label }
explain-rule = Why: { $rule }
explain-good-day = last day in time: { $day }
explain-no-calendar-day = not a calendar date
explain-first-deadline = First deadline: { $due } ({ $good })
explain-no-deadline = No deadline
explain-extension = Extended on { $decided }: { $due } ({ $good })
explain-in-force-first = Assessed against the first deadline
explain-in-force-extension = Assessed against the deadline set on { $decided }
explain-evidence = evidence: { $documents }
explain-no-entries = The ledger has no entries yet
explain-cycles = Reporting cycles ended: { $ended }; with a report: { $reported }
explain-lead = Now led by { $agency }; before: { $before }

init-done =
    Created { $folder }/content, a sample that builds as it is. Next:
      cd { $folder }
      tiendo check     lists what needs fixing
      tiendo build     builds the site in output/; then open output/index.html
    Comments in each file explain what to write.
init-not-empty = { $folder } is not empty; choose another folder so that nothing is overwritten
trouble-create = cannot create { $path }: { $reason }

system-not-found = no such file or folder
system-no-permission = permission denied
system-no-permission-or-open = permission denied, or another program has the file open (an editor, a viewer, a virus scanner); close it and try again
system-is-there = it already exists
system-no-folder = it is not a folder
system-is-folder = it is a folder, not a file
system-disk-full = the disk is full
system-not-empty = the folder is not empty
system-busy = another program has the file open; close it and try again
system-timed-out = no answer in time
system-interrupted = interrupted
system-bad-name = the system does not allow this file name
system-not-text = it is not UTF-8 text
system-link-loop = its links lead in a circle
system-no-memory = the computer is out of memory
system-port-taken = another program uses the port
system-network = the network or a network drive is disconnected
system-disk-fault = the disk reports an error
system-too-many-open = too many files are open
system-code = the system reported error { $code }
system-read-only = the disk is read-only
system-unsupported = it cannot be used here
system-damaged = the contents are damaged or cut off
step-resolve = cannot find the folder
step-create-folder = cannot create the folder
step-lock = cannot lock the folder for this build
step-inspect = cannot inspect it
step-clean-up = cannot delete the remains of an earlier build
step-put-back = cannot restore the previous site
step-write = cannot write
step-flush = cannot flush the new site to disk
step-move = cannot move the new site into place
trouble-step = the site cannot be written: { $path }: { $step }: { $reason }

explain-part = Part { $part } ({ $id }): { $label }; { $due }
explain-next = Next: { $fact }
explain-handover = { $overdue ->
    [0] Led by { $agencies } from { $date }
    [one] Led by { $agencies } from { $date }; { $overdue } day overdue on the day before
   *[other] Led by { $agencies } from { $date }; { $overdue } days overdue on the day before
}
explain-level = { $some ->
    [yes] { $title }, { $bound }: { $reach }; last value { $value }
   *[no] { $title }, { $bound }: { $reach }
}
part-unknown = { $some ->
    [yes] This task has no part or period “{ $part }”. Known: { $known }
   *[no] This task has neither parts nor periodic reports
}
