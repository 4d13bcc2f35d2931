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
command-check = Check the content and say what is wrong and how to mend it.
command-explain = Explain why a task stands as it does, with files and lines.
command-init = Lay down a content folder to begin with.
command-status = Show how the directive stands, on the terminal.

argument-content = Content folder (default: content)
argument-lang = Language of the messages: vi or en (default: vi, or as TIENDO_LANG says)
argument-output = Output folder (default: output)
argument-templates = Folder of templates that replace the built-in ones
argument-as-of = Date to judge on: 2021-12-31, 31/12/2021 or today
argument-folder = The folder to make
argument-format = Shape of the answer: text for people, json for programs
argument-explain = Explain a rule by its code, such as unknown-agency
argument-task = Id of a task, e.g. 1.3
argument-help = Print this help
argument-version = Print the version

usage-unknown-argument = there is no option “{ $value }”
usage-unknown-command = there is no command “{ $value }”
usage-bad-choice = the value “{ $value }” cannot be used; known: { $known }
usage-bad-date = “{ $value }” is no date; write 2021-12-31, 31/12/2021 or today
usage-missing-argument = { $value } is missing
usage-see-help = See how to use it: { $command } --help

trouble-content = cannot read the content folder { $path }: { $reason }. Run the command where content lies, or name the folder with --content DIR
trouble-read = cannot read { $path }: { $reason }
trouble-before-directive = the date { $date } lies before the directive's own ({ $directive }); choose { $directive } or later
trouble-template = a template is faulty: { $reason }
trouble-links = { $count } links of the site lead nowhere (a fault of the program or of a template)
trouble-not-ours = the folder { $folder } was not made by tiendo (it holds: { $files }). So that nobody loses a file, tiendo does not write there. Choose another folder with --output, or clear this one
trouble-strangers = { $folder } holds files that tiendo did not make: { $files }. Move them elsewhere and run again
trouble-not-a-folder = { $folder } is not a folder
trouble-pinned = the folder { $folder } cannot be replaced in one move (it may be a mounted drive); choose a folder inside that drive
trouble-write = cannot write the site: { $reason }

build-refused = Nothing was built, since the content has errors. The old site stands.
build-old-site-stands = The old site stands.
build-waits = Another build is at work on this folder; waiting…
build-written = Wrote { $files } files to { $folder }: { $unchanged } unchanged, { $removed } removed.
build-done = DONE  { $pages } pages, { $kilobytes } kB, { $seconds } s, figures as of { $date }
readouts = Deliverables: { $done }/{ $deliverables } done, { $overdue } overdue · Ongoing: { $reported }/{ $ongoing } reported this cycle

status-title = Directive { $number }, figures as of { $date }
status-column-deliverables = Done
status-column-overdue = Overdue
status-column-ongoing = Reported
status-column-word = Overall
status-overdue = Overdue:
status-due-soon = Due soon:
status-silent = No report, or none for long, by lead agency (this never means that nothing was done):

explain-unknown-task = there is no task with the id “{ $task }”
explain-standing = Standing on { $date }: { $label }
explain-rule = Why: { $rule }
explain-good-day = last day in time: { $day }
explain-no-calendar-day = no calendar day
explain-first-deadline = First deadline: { $due } ({ $good })
explain-no-deadline = No deadline
explain-extension = Extended on { $decided }: { $due } ({ $good })
explain-in-force-first = Judged by the first deadline
explain-in-force-extension = Judged by the deadline set on { $decided }
explain-evidence = evidence: { $documents }
explain-no-entries = No entry in the ledger yet
explain-cycles = Reporting cycles ended: { $ended }, of which reported: { $reported }
explain-lead = Now led by { $agency }; before: { $before }

init-done =
    Made { $folder }/content: a sample that works at once. Next:
      cd { $folder }
      tiendo check     what has to be mended
      tiendo build     the site into output/; then open output/index.html
    Each file explains itself, in Vietnamese, in the lines that begin with #.
init-not-empty = { $folder } is not empty; name another folder, so that nothing is overwritten
trouble-create = cannot create { $path }: { $reason }

system-not-found = no such file or folder
system-no-permission = no permission
system-is-there = it is there already
system-no-folder = it is not a folder
system-is-folder = it is a folder, not a file
system-disk-full = the disk is full
system-read-only = the disk may only be read
step-resolve = cannot find the folder
step-create-folder = cannot create the folder
step-lock = cannot lock the folder for this build
step-inspect = cannot look at it
step-clean-up = cannot delete what an earlier build left
step-put-back = cannot put the old site back
step-write = cannot write
step-flush = cannot flush the new site to disk
step-move = cannot move the new site into place
trouble-step = the site cannot be written: { $path }: { $step }: { $reason }
