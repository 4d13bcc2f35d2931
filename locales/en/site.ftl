# The words of the site. Every message can use $task, $tasks, $priority, $priorities (what the
# directive calls its two levels), $Task, $Tasks, $Priority, $Priorities (capitalised),
# and $counted: what $n tasks are called.

level-priority = priority
level-priorities = priorities
level-task = task
level-tasks = tasks

## The frame

skip = Skip to main content
nav-label = Pages
language-vi = Tiếng Việt
language-en = English
crumbs-label = Breadcrumbs
nav-overview = Overview
nav-tasks = { $Tasks }
nav-deadlines = Deadlines
nav-agencies = Agencies
nav-places = Places
nav-notes = Notes
nav-documents = Documents
nav-directive = Directive
nav-method = How to read
as-of = Data as of { $date }
next-update = Next update: { $date }
notice-label = Notice
published-by = Published by { $name }
contact-line = Found a mistake? Tell { $contact }, quoting “{ $code }”.
how-to-read = How to read this site
page-description = { $title }. { $site }. Data as of { $date }.
title-page = { $title }, page { $page }
previous = Previous
next = Next
more = { $n } more: see the whole list
and-more = and in { $n } other places
pager-label = Pages of the list
pager-page = Page { $n }
pager-position = Page { $page } of { $pages }
pager-previous = Previous page
pager-next = Next page
yes = Yes
no = No
days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
size-kilobytes = { $n } kB
size-megabytes = { $n } MB
not-applicable = not applicable
footnotes = Footnotes
footnote-back = Back to the reference of footnote

## Names

priority-name = { $Priority } { $number }
task-name = { $Task } { $number }
note-name = Note: { $title }
kind-deliverable = { $Task } with a product
kind-ongoing = Ongoing { $task }
kind-duty = General duty
every-week = reports every week
every-month = reports every month
every-quarter = reports every quarter
every-half = reports every half-year
every-year = reports every year
directive-kind = The directive

## Standings

standing-done-on-time = Done on time
standing-done-late =
    { $n ->
        [one] Done { $n } day late
       *[other] Done { $n } days late
    }
standing-done-late-alone = Done late
standing-done = Done
standing-in-progress = In progress
standing-due-soon =
    { $n ->
        [0] Due soon, due today
        [one] Due soon, { $n } day left
       *[other] Due soon, { $n } days left
    }
standing-due-soon-alone = Due soon
standing-awaiting-evidence = Reported done, awaiting evidence
standing-blocked = Facing obstacles
standing-not-started = Not started
standing-overdue =
    { $n ->
        [one] Overdue by { $n } day
       *[other] Overdue by { $n } days
    }
standing-overdue-alone = Overdue
standing-stale =
    { $n ->
        [one] No update for { $n } day
       *[other] No update for { $n } days
    }
standing-stale-alone = No recent update
standing-no-report = No report yet
standing-reported = Reported this cycle
standing-not-yet-due = First report not yet due
standing-report-missing = Report missing this cycle
standing-duty = General duty
standing-cancelled = Stopped
standing-superseded = Replaced

cause-blocked = facing obstacles
cause-awaiting-evidence = reported done, awaiting evidence
cause-no-report = no report yet
cause-stale =
    { $n ->
        [one] no update for { $n } day
       *[other] no update for { $n } days
    }
cause-stale-alone = no recent update
cause-slip =
    { $n ->
        [one] was overdue { $n } day before the extension
       *[other] was overdue { $n } days before the extension
    }
cause-slip-alone = was overdue before the extension

meaning-done-on-time = Finished within the deadline, with evidence.
meaning-done-late = Finished with evidence, but after the deadline.
meaning-done = Finished with evidence; no calendar deadline was in force.
meaning-in-progress = Under way; the deadline has not passed or is not a calendar date.
meaning-due-soon = The deadline is near and completion has not been reported.
meaning-awaiting-evidence = Reported done without evidence, so it does not count as done.
meaning-blocked = The latest report says that there are obstacles.
meaning-not-started = The latest report says that work has not begun.
meaning-overdue = The deadline has passed without completion with evidence.
meaning-stale = No recent report. This does not mean that nothing is being done.
meaning-no-report = No report yet. This does not mean that nothing was done.
meaning-reported = There is a report since the start of the latest completed cycle.
meaning-not-yet-due = No reporting cycle has ended yet.
meaning-report-missing = There were reports, but none for the latest cycle. This does not mean that nothing is being done.
meaning-duty = A general duty of all agencies, without progress of its own.
meaning-cancelled = Stopped by a document.
meaning-superseded = Replaced by another { $task }, by a document.

group-no-tasks = No { $task }
group-closed = All stopped
group-general-duty = General duties only
group-seriously-late = Seriously late
group-not-enough-data = Not enough information
group-has-overdue = { $n } { $counted } overdue
group-has-overdue-alone = Has an overdue { $task }
group-has-late-parts = { $n } { $counted } with overdue parts or missing reports
group-has-late-parts-alone = Has overdue parts or missing periodic reports
group-has-obstacles = { $n } { $counted } facing obstacles
group-has-obstacles-alone = Has a { $task } facing obstacles
group-completed = Completed
group-completed-some-late = Completed, some late
group-dated-completed = Dated work completed, duties continue
group-dated-completed-some-late = Dated work completed, some late; duties continue
group-not-started = Not started
group-in-time = Nothing overdue
group-and-overdue = { $n } overdue

## Deadlines

deadline-by-day = by { $date }
deadline-by-hour = by { $hour } on { $date }
deadline-by-month = in { $month }
deadline-by-quarter = in quarter { $quarter } of { $year }
deadline-by-year = in { $year }
deadline-before-day = before { $date }
deadline-before-hour = before { $hour } on { $date }
deadline-before-month = before { $month }
deadline-before-quarter = before quarter { $quarter } of { $year }
deadline-before-year = before { $year }
deadline-after =
    { $n ->
        [one] within { $n } day of: { $event }
       *[other] within { $n } days of: { $event }
    }
deadline-after-open = { $promise } (not yet happened, so there is no date)
deadline-after-happened = { $promise } ({ $happened }), that is by { $last }
deadline-event = tied to an event: { $event }
no-deadline = { $directive } sets no deadline
deadline-extended = extended, see below
row-due = Due: { $due }
cycles-short = Reported in { $part }/{ $whole } cycles
row-no-lead = No agency named

## Charts and figures

bar-done = { $n } done
bar-deliverables = { $n } { $counted } with products
bar-ongoing = { $n } ongoing { $counted }
bar-going = { $n } under way or awaiting evidence
bar-reported = { $n } reported this cycle
bar-not-yet = { $n } in their first cycle, no report yet
bar-held = { $n } with obstacles or not started
bar-silent = { $n } without a recent report
bar-late = { $n } overdue
bar-sentence = { $label }: { $parts }.
figures-table = Number of { $tasks } by standing
figures-show = Table of figures
column-standing = Standing
column-deliverables = With a product
column-ongoing = Ongoing
column-duties = General duties
column-figure = Figure
column-published = As published
column-known-now = As known now
recorded-on = (recorded on { $date })
column-total = Total
beside-obstacles = { $n } { $counted } facing obstacles; { $elsewhere } of them counted in another part, as overdue or reported.
beside-early =
    { $n ->
        [one] { $n } ongoing { $counted } reported before its first cycle ended and is not in the reporting ratio yet.
       *[other] { $n } ongoing { $counted } reported before their first cycle ended and are not in the reporting ratio yet.
    }
beside-duties =
    { $n ->
        [one] Besides, there is { $n } general duty without progress of its own.
       *[other] Besides, there are { $n } general duties without progress of their own.
    }
beside-stopped =
    { $n ->
        [one] Besides, { $n } { $counted } was stopped or replaced and is in no ratio.
       *[other] Besides, { $n } { $counted } were stopped or replaced and are in no ratio.
    }
ratio-completion = Done, of { $tasks } with a product
ratio-on-time = On time, of those done or overdue
ratio-reporting = Reported this cycle, of ongoing { $tasks }
completion-interval =
    It may be from { $low } to { $high } of { $whole }: a recent report or evidence is missing for { $open ->
        [one] one { $task }.
       *[other] { $open } { $tasks }.
    }
slips =
    { $n ->
        [one] { $n } { $counted } was overdue before an extension, stop or replacement
       *[other] { $n } { $counted } were overdue before an extension, stop or replacement
    }

## Overview

answer-both =
    On { $date }, { $done } of { $deliverables } { $tasks } with a product were done with evidence, { $overdue ->
        [0] no { $task } was overdue
        [one] { $overdue } of all { $tasks } was overdue
       *[other] { $overdue } { $tasks } were overdue
    }; { $reported } of { $ongoing } ongoing { $tasks } had a report in the latest cycle.
answer-deliverables =
    On { $date }, { $done } of { $deliverables } { $tasks } with a product were done with evidence, { $overdue ->
        [0] no { $task } was overdue
        [one] { $overdue } of all { $tasks } was overdue
       *[other] { $overdue } { $tasks } were overdue
    }.
answer-ongoing = On { $date }, { $reported } of { $ongoing } ongoing { $tasks } had a report in the latest cycle.
answer-neither = On { $date } nothing was due yet.
directive-cited = { $kind } { $number } of { $date }
overview-unfinished = On the last day of the term ({ $date }), unfinished and without a deadline by day: { $n } { $counted } with products.
readouts-label = Main figures
readout-done = { $tasks } with a product are done
readout-overdue = overdue { $tasks }
readout-early = without { $n } { $counted } that reported before the first cycle ended
readout-reported = ongoing { $tasks } reported this cycle
readout-interval = possibly up to { $high }/{ $whole }: reports or evidence are missing
scope =
    { $priority_count ->
        [one] { $priority_count } { $priority }
       *[other] { $priority_count } { $priorities }
    }, { $total ->
        [one] { $total } { $task }
       *[other] { $total } { $tasks }
    }: { $deliverables } with a product, { $ongoing } ongoing, { $duties ->
        [one] { $duties } general duty
       *[other] { $duties } general duties
    }{ $stopped ->
        [0] .
       *[other] ; { $stopped } of them stopped or replaced.
    }
overview-priorities = Each { $priority }
overview-overdue = Overdue now
overview-overdue-none = No { $task } is overdue.
overview-next = Due soon
overview-next-later = No { $task } is due within { $n } days; the next deadline is { $day }.
overview-next-none = No { $task } has an upcoming calendar deadline.
overview-changes = Latest changes
overview-notes = Latest notes
all-tasks = See all
all-deadlines = See all deadlines
all-notes = See all { $n } notes
row-done = { $part }/{ $whole } products done
row-reported = { $part }/{ $whole } ongoing reported
row-duties =
    { $n ->
        [one] { $n } general duty
       *[other] { $n } general duties
    }
row-stopped = { $n } stopped

## Priority

priority-tasks = { $Tasks }
priority-caption = The { $tasks } of this { $priority }
priority-restricted = Only the status of this { $priority } is public, not its content.
priority-state = Status
section-notes = Progress notes

## Task

task-restricted = Only the status of this { $task } is public, not its content.
nav-directives = Directives
portal-directives = Directives
portal-directives-n = { $n } { $n ->
        [one] directive
       *[other] directives
    }
portal-scope = { $n } { $n ->
        [one] directive
       *[other] directives
    } running, { $settled } settled, { $tasks } tasks in all. A task ordered by two directives counts in both.
portal-kept = { $n } { $n ->
        [one] directive has
       *[other] directives have
    } no new figures until the records are corrected: { $list }.
portal-kept-row = as of { $date }, to be corrected
portal-overdue = Longest overdue
portal-next = Due in the next 30 days
portal-next-none = Nothing falls due in the next 30 days.
portal-all = All directives
portal-agency-caption = Tasks led, by directive
portal-place-caption = Tasks in the place, by directive
portal-settled-means = Every deliverable is done or stopped, and no report is expected any more.
portal-data-intro = Tables of all directives together. The column “directive” holds the id of the directive. The shared calendar begins 31 days before the data date; the calendar of each directive is complete.
portal-data-each = Each directive has complete open data of its own:
portal-method-title = Several directives
portal-method = The shared figures are sums over the directives, all on one data date. A directive issued after that date does not count yet. A directive is “settled” when every deliverable is done or stopped, and every ongoing task is stopped, has no further periodic report, or the directive’s period and its last reporting cycle are over.
directive-running = Running
directive-settled = Settled
column-directive = Directive
search-kind-directive = Directive
task-related = Related { $tasks }
related-elsewhere = In other directives
clause-of = Quoted from { $directive }
facts = Facts
fact-lead = Lead agency
no-lead = { $directive } names no lead agency
lead-by-office = named by the office
formerly = before: { $agencies }
fact-support = Supported by
fact-kind = Kind
fact-product = Product
fact-deadline = Deadline
fact-added = Added on
fact-completed = Reported done on
fact-last-change = Last change
fact-cycles = Regular reports
fact-places = Places
fact-documents = Documents
cycles = Reported in { $part }/{ $whole } completed cycles
cycles-none = No cycle has ended
lineage = Deadlines set
lineage-first = First deadline
lineage-extension = Extension { $n }, { $date }
lineage-in-force = in force
lineage-by = by
ledger = Ledger
ledger-absent = No report yet (this does not mean that nothing was done).
ledger-absent-duty = A general duty; no ledger is kept.
evidence = Evidence
stop-document = By document
superseded-by = Replaced by
self-assessed = self-assessed { $n }%
state-report = Report
state-not-started = Not started
state-in-progress = In progress
state-blocked = Facing obstacles
state-done = Reported done
state-cancelled = Stopped
state-superseded = Replaced

lede-left =
    { $n ->
        [one] one day left (due { $date })
       *[other] { $n } days left (due { $date })
    }
lede-today = due today ({ $date })
lede-late =
    { $n ->
        [one] One day overdue (due { $date })
       *[other] { $n } days overdue (due { $date })
    }
lede-no-day = the deadline has no day yet
lede-no-deadline = no deadline is given
lede-no-evidence = no evidence yet
lede-blocked = facing obstacles
lede-no-report = no report yet
lede-stale = no report for { $n } days
lede-awaiting-evidence = Reported done; it does not count as done without evidence
lede-state-blocked = Facing obstacles
lede-state-not-started = Not started
lede-state-no-report = No report yet, which does not mean that nothing was done
lede-state-stale = No report for { $n } days
lede-state-in-progress = Under way
lede-done = Done on { $date }, when no deadline with a day was in force.
lede-done-on-time = Done on { $date }, in time (due { $due }).
lede-done-on-time-moved =
    Done on { $date }, within the new deadline ({ $due }); { $first ->
        [one] one day
       *[other] { $first } days
    } after the first one.
lede-done-late =
    Done on { $date }, { $n ->
        [one] one day
       *[other] { $n } days
    } late (due { $due }).
lede-done-late-moved =
    Done on { $date }, { $n ->
        [one] one day
       *[other] { $n } days
    } after the new deadline ({ $due }) and { $first } days after the first one.
lede-reported = Reported for { $cycle }.
lede-reported-after = Reported on { $date }, after the end of { $cycle }, in which there was no report.
lede-report-missing = No report for { $cycle }; the last one is dated { $date }.
lede-never-reported = { $cycle } has ended without any report, which does not mean that nothing was done.
lede-moved =
    { $n ->
        [one] The deadline was moved on { $date }.
       *[other] The deadline was moved { $n } times, last on { $date }.
    }
lede-reason = Reason: { $reason }.
cycle-month = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
cycle-quarter = quarter { $quarter } of { $year }
cycle-days = { $from } to { $to }
cycle-reported = { $cycle }: reported
cycle-missing = { $cycle }: no report
cycles-title = Reports by cycle
cycles-sentence =
    Reports in { $part } of { $whole } ended cycles{ $open ->
        [0] .
       *[other] ; none in { $missing }.
    }
cycles-latest =
    Reports in { $part } of the latest { $whole } cycles, from { $first } on{ $open ->
        [0] .
       *[other] ; none in { $missing }.
    }
reports-title = Regular reports
reports-intro = Which ongoing { $tasks } were reported on in which cycle. No report does not mean that nothing was done.
reports-none = The first cycle of no ongoing { $task } has ended yet.
reports-total = Reported
reports-yes = yes
reports-not = –
reports-sentence =
    { $n } public { $counted }: { $part } reported in the latest cycle ({ $cycle }){ $never ->
        [0] .
       *[other] ; { $never } in none of the { $cycles } ended cycles.
    }
reports-restricted = Not counted: { $n } { $counted } of which only the status is public.
flow-deliverables = { $n } public { $counted } with products that existed on both dates
flow-ongoing = { $n } public ongoing { $counted } that existed on both dates
flow-sentence =
    { $n ->
        [one] One of { $whole } { $tasks } moved to another group
       *[other] { $n } of { $whole } { $tasks } moved to another group
    } between the two dates; most of them ({ $most }) from “{ $from }” to “{ $to }”.
sparks-title = Each { $priority } over time
sparks-intro = Each column is one of { $n } dates; the strong part is what was done, or reported this cycle, of all.
redated-title = How far deadlines moved
redated-sentence = { $n } { $counted } with a deadline that differs from the first one; { $later } moved to a later day, at most by { $days } days.
redated-now = Deadline now
redated-by = Moved
redated-times = Times
redated-documents = By document
redated-later =
    { $n ->
        [one] one day later
       *[other] { $n } days later
    }
redated-earlier =
    { $n ->
        [one] one day earlier
       *[other] { $n } days earlier
    }
redated-more = And { $n } more { $counted }; the pages of the { $tasks } have them.
course-title = Course
course-first = first due { $date }
course-in-force = now due { $date }
course-only = due { $date }
course-now = { $date }
course-moved =
    { $n ->
        [one] The deadline was moved once, from { $from } to { $to }, by { $days } days
       *[other] The deadline was moved { $n } times, from { $from } to { $to }, by { $days } days
    }
course-moved-back =
    { $n ->
        [one] The deadline was moved once, from { $from } back to { $to }, by { $days } days
       *[other] The deadline was moved { $n } times, from { $from } back to { $to }, by { $days } days
    }
course-never-moved = The deadline { $date } was never moved
course-entries =
    { $n ->
        [0] no entry yet
        [one] one entry
       *[other] { $n } entries
    }
course-overdue =
    { $n ->
        [one] one day overdue in all
       *[other] { $n } days overdue in all
    }
course-legend-deadline = Deadline
course-legend-entry = Entry; its shape shows the reported state
course-legend-overdue = Overdue days
course-legend-now = As-of date

## Why

why = Why this standing?
why-more = All rules are on the page How to read
why-done-on-time = Reported done with evidence, no later than the last good day of the deadline in force on that day.
why-done-late =
    { $days ->
        [one] Reported done with evidence, { $days } day after the last good day of the deadline in force on that day.
       *[other] Reported done with evidence, { $days } days after the last good day of the deadline in force on that day.
    }
why-done = Reported done with evidence; no calendar deadline was in force on that day, so it is neither on time nor late.
why-in-progress = There is a report within { $stale } days, the deadline has not passed, and more than { $soon } days are left or it is not a calendar date.
why-due-soon = Not done, and no more than { $soon } days are left.
why-awaiting-evidence = Reported done without evidence; the deadline has not passed, so it is not overdue.
why-blocked = The last state is “facing obstacles”, and the deadline has not passed.
why-not-started = The last state is “not started”, and the deadline has not passed.
why-overdue =
    { $days ->
        [one] The last good day of the deadline in force passed { $days } day ago without completion and evidence.
       *[other] The last good day of the deadline in force passed { $days } days ago without completion and evidence.
    }
why-stale = There has been no new report for more than { $stale } days.
why-no-report = The ledger has no reports. This does not mean that nothing was done.
why-reported = There is a report since the first day of the latest completed cycle, or a report before any cycle has ended.
why-not-yet-due = No reporting cycle has ended, and there is no report.
why-report-missing = There were reports, but none since the first day of the latest completed cycle.
why-duty = A general duty has no product or cycle of its own, so its progress is not assessed.
why-cancelled = The last state is “stopped”.
why-superseded = The last state is “replaced”.
why-date = Assessed as of { $date }; anything dated later does not count yet.
why-last-state = Last state: “{ $state }”, { $date }.
why-no-state = The ledger has reports but no state, which counts as in progress.
why-last-entry =
    { $n ->
        [one] Latest report: { $date }, { $n } day before.
       *[other] Latest report: { $date }, { $n } days before.
    }
why-no-entry = The ledger has no reports.
why-evidence = Completed on { $date }, with evidence.
why-no-evidence = Reported done on { $date }, without evidence.
why-no-deadline = There is no deadline.
why-deadline = Assessed against the deadline: { $deadline }; the last good day is { $last }.
why-deadline-open = Deadline: { $deadline }; not a calendar date, so it cannot be missed.
why-extended = This deadline was set on { $date } (extension { $n }); the first deadline was { $first }.
why-set-later = This deadline was set on { $date }; there was none at first.
why-cycle = The latest completed cycle began on { $date }; reported in { $part }/{ $whole } completed cycles.
why-parts = { $part }/{ $whole } parts are done; the whole is done when every part is done with evidence or stopped, and at least one is done.
why-parts-done = Every part was done on { $date }.
why-parts-open = Open: { $parts }.
why-parts-more = { $n ->
    [one] { $n } other part
   *[other] { $n } other parts
}
why-period = The latest period fallen due is { $period } (due { $date }): { $label }; { $part }/{ $whole } reports fallen due were delivered.
why-no-period = No periodic report has fallen due.
why-next-period = The next period is { $period }, due { $date }.
why-no-cycle = No reporting cycle has ended.
why-slip =
    { $n ->
        [one] It was overdue { $n } day before an extension, stop or replacement; a new deadline does not remove this mark.
       *[other] It was overdue { $n } days before an extension, stop or replacement; a new deadline does not remove this mark.
    }

## Notes

notes-title = Progress notes
notes-count =
    { $n ->
        [one] { $n } note.
       *[other] { $n } notes, newest first.
    }
notes-none = There are no notes yet.
note-tasks = { $Tasks } mentioned
note-priorities = { $Priorities } mentioned
note-places = Places
note-evidence = Evidence
note-newer = Newer note
note-older = Older note

## Agencies and places

agencies-title = Who is responsible?
agencies-intro = Each row is an agency with the { $tasks } that it leads; those with most overdue { $tasks }, then those overdue longest, come first.
agencies-caption = Status by lead agency
agencies-not-applicable = A – means not applicable: the agency leads no such { $task }.
agencies-joint = A { $Task } led jointly counts once for each agency, so the rows may add up to more than the total.
agencies-without = Nobody is named as responsible for { $n } of { $total } { $tasks }. { $directive } names no lead agency.
agencies-led = Each of the { $total } { $tasks } has a lead agency.
agencies-others = Agencies that lead nothing
agencies-others-intro = These agencies give support, were formerly in charge, or wrote notes.
column-agency = Agency
column-leads = Leads
column-done = Done
column-on-time = On time
column-overdue = Overdue
column-longest = Longest
days-short =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
column-silent = No recent report
column-reported = Reported
column-word = Overall
agency-short = Short name
agency-from = Existed from { $date }
agency-until = Existed until the end of { $date }
agency-successor = Successor
agency-leads = { $Tasks } led
agency-leads-none = This agency leads no { $task }.
agency-support = { $Tasks } supported
agency-support-note = Listed for information; not counted in the agency's figures.
agency-notes = Notes by this agency
places-title = Places
places-intro = Places named by a public { $task } or note. { $Tasks } that name no place apply everywhere.
places-caption = { $Tasks } and notes by place
places-none = No { $task } or note names a place.
column-place = Place
column-kind = Kind
column-tasks = { $Tasks }
column-notes = Notes
place-tasks = { $Tasks } that name this place
place-tasks-none = No { $task } names this place; general { $tasks } still apply.
place-tasks-restricted = No public { $task } names this place; the general { $tasks } apply to it.
place-named = { $Tasks } of which only the status is public and whose title names this place (not counted in its figures):
place-all = See all

## Deadlines and lists

deadlines-title = Deadlines by month
deadlines-intro = By the last good day of the deadline in force, including { $tasks } that are done.
deadlines-open = No date yet
deadlines-open-intro = Deadlines that depend on an event that has not happened.
deadlines-without =
    { $n ->
        [one] { $n } { $counted } with a product has no deadline.
       *[other] { $n } { $counted } with a product have no deadline.
    }
deadlines-none = There are no calendar deadlines.
deadlines-past = past
tasks-title = All { $tasks }
tasks-intro = By { $priority } and number.
tasks-caption = List of { $tasks }
column-task = { $Task }
column-of-priority = { $Priority }
column-number = No.
column-lead = Lead
column-due = Deadline

## Documents

documents-title = Documents cited
documents-intro = Documents that the directive is based on and those cited by public { $tasks } and notes. Printing errors are shown unchanged beside their correction.
documents-none = No documents are cited.
document-source = See the source
document-file = Download ({ $size })
document-compare = As printed and corrected
document-part = Part
document-printed = As printed
document-corrected = Corrected
document-unknown = not established
document-symbol = Number
document-date = Date
document-issuer = Issuer
document-title = Title
document-note = Source of the correction
document-cited = Cited by
cited-basis = The directive's basis

## Directive

directive-title = The directive
directive-number = Number
directive-kind-label = Kind of document
directive-date = Date of issue
directive-place = Place of issue
directive-issuer = Issued by
directive-no-issuer = Not named
directive-signer = Signed by
directive-period = Period
directive-no-period = Not named
directive-basis = Based on
directive-recipients = Recipients
directive-priorities = What each { $priority } asks for
directive-own-words = Summarised by this site; the text of the directive prevails.
period-both = { $from } to { $to }
period-from = from { $from }
period-to = until { $to }
clause-tasks = { $n } { $counted }

## How to read

method-title = How to read this site
method-intro = Nobody enters the status of a { $task } by hand. Every report is recorded in a ledger with its date, and the status follows from the ledger by the rules below.
method-as-of = Everything is assessed as of { $date }. Anything dated later does not count yet. The directive: { $directive } { $number }.
method-dates = Data date
method-known = Every fact has two days: the day on which it happened and the day on which it was recorded. The page of a reporting date keeps the figures as published, from what had been recorded by then; what was recorded later is shown apart, with the figures as known now. A task that was added later counts from that day.
method-deliverables = { $Tasks } with a product
method-deliverables-intro = The first rule that applies, from the top, decides.
method-ongoing = Ongoing { $tasks }
method-ongoing-intro = Assessed by the latest completed reporting cycle.
method-others = Stopped, replaced, general duties
method-rule-silent = No report does not mean that nothing was done.
method-duty = A general duty is in no ratio, but counts in the total number of { $tasks }.
method-stopped = { $Tasks } that were stopped or replaced are not in the denominators; they are counted separately.
method-causes = Remarks beside a standing
method-slip = A new deadline does not remove the record of having been overdue.
method-ratios = Three ratios
method-completion = Done with evidence, divided by the { $tasks } with a product that were not stopped.
method-completion-high = If reports or evidence are missing, the highest possible number is shown as well: the number if all those { $tasks } were done.
method-on-time = Done on time, divided by the sum of done on time, done late and overdue.
method-reporting = Ongoing { $tasks } reported this cycle, divided by the ongoing { $tasks } that were not stopped and have a completed cycle. Reports before the first cycle has ended are not in the ratio yet.
method-percent = Ratios are always fractions. A percentage is shown only if the denominator is at least 10; “100%” and “0%” only when exact. Self-assessed percentages are not used.
method-joint = A { $Task } led jointly counts once in the total and once for each agency. Support is not counted.
method-example = Example with this site's figures
example-completion = Done: { $all } with a product, { $stopped } of them stopped or replaced, { $whole } remaining. Of these { $part } done with evidence, so the ratio is { $value }; if every { $task } without a report or evidence were done, it would be { $high } at most.
example-on-time = On time: { $part } done on time, { $late } done late, { $overdue } overdue; the ratio is { $value }. Among the { $tasks }, overdue before an extension, stop or replacement: { $slips }.
example-reporting = Reporting: of { $all } ongoing { $tasks }, { $whole } had a completed cycle and were not stopped; { $part } of these reported in the latest cycle, so the ratio is { $value }.
method-words = Overall assessment of a group
method-words-intro = The first rule that applies, from the top, decides, over the { $tasks } that were not stopped; it is not an average.
method-thresholds = Thresholds
method-thresholds-caption = Thresholds in use
method-restricted = { $Tasks } whose status alone is public count in every figure, but show only number, title, lead agency, standing, deadline in force, date of the last change and reported cycles.
method-restricted-title = Restricted publication
column-formula = Formula
column-value = Value
column-threshold = Threshold
column-ratio = Ratio

rule-done-on-time = Reported done with evidence, on or before the last good day of the deadline in force on that day.
rule-done-late = Reported done with evidence, after the last good day of the deadline in force on that day.
rule-done = Reported done with evidence where no calendar deadline was in force.
rule-overdue = The last good day of the deadline in force has passed, whatever state was reported. “Before 25 July” is overdue from the 25th, “by 25 July” from the 26th.
rule-awaiting-evidence = Reported done without evidence; does not count as done.
rule-blocked = The last state is “facing obstacles”.
rule-no-report = No report at all. This does not mean that nothing was done.
rule-stale = No new report for more than { $stale } days.
rule-due-soon = 0 to { $soon } days are left.
rule-in-progress = There are reports, and no rule above applies.
rule-not-started = The last state is “not started”.
rule-cancelled = Stopped by the document cited.
rule-superseded = Replaced by another { $task }, by the document cited.
rule-duty = A general duty; its progress is not assessed.
cycle-rule-reported = A report since the first day of the latest completed cycle; or a report while no cycle has ended.
cycle-rule-not-yet-due = No cycle has ended and there is no report.
cycle-rule-report-missing = There were reports, but none since the first day of the latest completed cycle.
cycle-rule-no-report = A cycle has ended and there is no report at all. This does not mean that nothing was done.
cause-rule-blocked = The last state is “facing obstacles”.
cause-rule-awaiting-evidence = Reported done without evidence.
cause-rule-no-report = The ledger is empty.
cause-rule-stale = No new report for more than { $stale } days.
cause-rule-slip = Days overdue before the last extension, stop or replacement. This remark is permanent.
group-rule-no-tasks = There is no { $task }.
group-rule-closed = Every { $task } was stopped or replaced.
group-rule-general-duty = Every { $task } is a general duty.
group-rule-seriously-late = A { $task } is overdue by more than { $days } days, apart from those reported done that only wait for evidence.
group-rule-not-enough-data = Fewer than half of the active { $tasks } have reported.
group-rule-has-overdue = A { $task } is overdue.
group-rule-has-late-parts = A part of a { $task } is overdue, or a periodic report is missing.
group-rule-has-obstacles = The last state of a { $task } is “facing obstacles”.
group-rule-completed = Every { $task } has a product and is done, none late.
group-rule-completed-some-late = Every { $task } has a product and is done, some late.
group-rule-dated-completed = Every { $task } with a product is done, none late; ongoing { $tasks } or general duties continue.
group-rule-dated-completed-some-late = Every { $task } with a product is done, some late; ongoing { $tasks } or general duties continue.
group-rule-not-started = Nothing is done, and every active { $task } has no report or is reported as not started.
group-rule-in-time = No rule above applies.
threshold-due-soon = “Due soon” when at most this is left
threshold-stale = “No recent update” after more than
threshold-seriously-late = “Seriously late” when overdue by more than
threshold-report-every = Usual reporting cycle
threshold-cycle-day = Monthly cycles begin on day
threshold-evidence = Done needs evidence

## Not found

not-found-title = Page not found
not-found-text = There is no such address on this site. The page may have been renamed, or the address is incomplete.
not-found-home = Go to the overview

## Filter, sort, share

filter-title = Filter and sort
filter-groups = Groups of standings
filter-group-overdue = Overdue
filter-group-attention = Needs attention
filter-group-going = Under way
filter-group-over = Done or not assessed
filter-words = Search this list
filter-words-hint = Accents are not needed.
filter-more = Choose by status, agency, deadline…
filter-any = All
filter-kind = Kind
filter-priority = { $Priority }
filter-agency = Agency
filter-role = Role of the agency
filter-place = Place
filter-due = Deadline
role-lead = Leads
role-support = Supports
role-either = Leads or supports
due-overdue = Overdue
due-within = Within { $n } days
due-none = No deadline
due-open = No calendar day yet
sort-label = Sort by
sort-number = Number
sort-due = Deadline
sort-changed = Last change
sort-standing = Status
filter-count = Found { $shown } of { $n } { $counted }.
filter-none = No { $task } matches; try fewer conditions.
filter-clear = Clear filters
filter-show-more = Show more
filter-failed = The filter data could not be loaded; the full list is below.
browse-label = Other lists
browse-standings = By status
browse-lists = By
browse-priorities = { $priority }
browse-agencies = agency
browse-places = place
browse-deadlines = deadline
standing-title = { $Tasks }: { $standing }
standing-none = No { $task } has this standing now.
standing-count = { $n } { $counted }.
share-copy = Copy link
share-copied = Link copied.
share-failed = The browser does not allow copying; please copy from the address bar.
share-send = Share

## Over time, pictures, print

progress-title = Over time
progress-intro = Each date is assessed from the ledger of that day by the same rules, so the dates can be compared.
series-title = Standings at each date
series-sentence = { $dates } dates from { $from } to { $to }: { $courses }.
course-same = { $part } still { $now }
course-changed = { $part } from { $then } to { $now }
series-more = See the table and what changed at each date
part-done = Done
part-going = Under way or awaiting evidence
part-reported = Reported this cycle
part-not-yet = First cycle not ended, no report yet
part-held = Facing obstacles or not started
part-silent = No recent report
part-late = Overdue
part-beside = Stopped or replaced
part-stopped = Stopped or replaced
points-title = The ratios at each date
points-caption = Newest first
column-date = Date
column-before = Previous date
column-now = Now
changes-title = Changes since the previous date
changes-restricted = Not listed here, although the figures count them: { $n } { $counted } of which only the present status is public.
changes-sentence =
    { $n ->
        [0] Since { $date } no { $task } has changed its standing.
        [one] Since { $date } 1 { $counted } has changed its standing.
       *[other] Since { $date } { $n } { $counted } have changed their standing.
    }
changes-caption = Standing on { $date } and now
timeline-sentence =
    From { $from } to { $to }, { $n } deadlines by day: { $done } done, { $late } overdue, { $open } open{ $stopped ->
        [0] .
       *[other] , { $stopped } stopped or replaced.
    }
timeline-step =
    { $n ->
        [one] Each column is a day.
       *[other] Each column is { $n } days.
    }
timeline-outside = Not shown: { $before } earlier deadlines, { $after } later ones.
timeline-month = { $month }/{ $year }
timeline-now = Data date, { $date }
delays-title = How late, in days
delays-sentence =
    { $agencies ->
        [one] One agency has { $tasks } that are overdue or were done late; the longest by { $days } ({ $names }).
       *[other] { $agencies } agencies have { $tasks } that are overdue or were done late; the longest by { $days } ({ $names }).
    }
delays-overdue = Overdue
delays-done-late = Done late
delays-serious = More than { $days } is seriously late
delays-table = { $Tasks } overdue or done late, by lead agency
delays-more = The picture shows { $lines } of { $agencies } agencies, the table { $rows } of { $n } rows; the page of each agency has all.
column-days = Days
matrix-title = Agencies and { $priorities }
matrix-how = Shape and colour show the standing that needs most attention; the number is how many of the { $tasks } led have it, of all led. A single number means that all have it.
matrix-sentence =
    { $late ->
        [0] Of { $agencies } lead agencies none has an overdue { $task }.
        [one] Of { $agencies } lead agencies 1 has an overdue { $task }.
       *[other] Of { $agencies } lead agencies { $late } have an overdue { $task }.
    }
matrix-caption = { $Priorities } { $first } to { $last }
matrix-cut = Not shown in this table: the { $agencies } agencies that lead the fewest { $tasks }, and the last { $priority_count } { $priorities }; each agency's page lists them all.
report-title = Printable report
report-link = Printable report
report-how = This page is laid out for A4 paper: use your browser's Print command.
report-heading = Progress report: { $directive } { $number }
report-date = Data as of { $date }
report-directive = The directive
report-state = Status
report-priorities = Status of each { $priority }
report-more = { $n } more lines are not printed here; the website has the full list.
report-method-title = How the figures are computed
report-method = Done counts only with evidence; overdue means that the last good day of the deadline in force has passed; no recent report means no report, or none for more than { $stale } days. A { $priority } with a { $task } overdue by more than { $serious } days is called seriously late. { $Tasks } with a product and ongoing { $tasks } are counted separately and never combined into one ratio; stopped { $tasks } are not in the denominators.
agency-answer = Leads { $n } { $counted }: { $on_time } done on time, { $late } done late, { $overdue } overdue, { $silent } without a recent report.
report-not-applicable = A – means not applicable: the { $priority } has no such { $task }.
ledger-title = Ledger: { $task_name }

## The hand-over sheet of a package

handover-title-portal = Handover sheet of the portal
handover-below = { $subject } (one directive of a portal: the files in the folder trang belong in the folder { $folder } on the server, in place of those there)
handover-title = Hand-over sheet: progress of { $directive } { $number }
handover-what = What is handed over
handover-as-of = Data as of
handover-pages = Pages
handover-files = Files (manifest.txt not counted)
handover-size = Total size
handover-kilobytes = { $n } kB
handover-hash = SHA-256 of manifest.txt, which covers the whole site
handover-changes = Since the previous package
handover-first = There is no earlier package to compare with; no file needs to be deleted.
handover-since = { $added } new files, { $changed } changed, { $removed } to be deleted (listed in da-xoa.txt).
handover-upload = How to upload it
handover-step-files = Copy every file of the folder “trang” except index.html and manifest.txt into the site's folder on the server, replacing files of the same name. With FTP, choose binary mode.
handover-step-index = Last, copy index.html, then manifest.txt.
handover-step-delete = Delete the files listed in da-xoa.txt, if any.
handover-step-server = Optional: the folder “mau” has sample settings for IIS (web.config), Apache (htaccess.txt) and nginx (nginx.conf): types of files, open data and embeds for other websites.
handover-step-files-below = Copy every file of the folder “trang” into the folder { $folder } of the portal on the server, except index.html and files whose names begin with manifest.txt, replacing files of the same name. With FTP, choose binary mode.
handover-step-index-below = Last, copy index.html. Do not copy manifest.txt: it is for checking this package; the portal has one manifest.txt for all files.
handover-step-delete-below = In { $folder }, delete the files listed in da-xoa.txt, if any.
handover-step-shared-below = The shared pages of the portal (home, agencies, places, search, open data) keep their old figures until the whole portal is handed over; until then, a check of the whole portal reports that the files of this directive differ from manifest.txt.
handover-check = How to check that the site is complete and unaltered
handover-check-tiendo = With the program tiendo (the package's sample settings do not count as unknown files; for other files of the server add --allow FILE):
handover-check-linux = On Linux, with nothing installed:
handover-check-windows = On Windows, with nothing installed: the checksum printed for manifest.txt must equal the one above; that of every other file must equal the one before its name in manifest.txt.
handover-signatures = Signatures
handover-giver = Handed over by (date, signature, name)
handover-taker = Received by (date, signature, name)

## Parts, periodic reports, targets, handovers

standing-awaiting-parts = { $n ->
    [one] Reported done, { $n } part open
   *[other] Reported done, { $n } parts open
}
standing-done-late-same-day = Done late, on the last day
parts-done = { $part }/{ $whole } parts done
parts-overdue = { $n ->
    [one] { $n } part overdue
   *[other] { $n } parts overdue
}
parts-blocked = { $n ->
    [one] { $n } part facing obstacles
   *[other] { $n } parts facing obstacles
}
parts-owed = { $n ->
    [one] { $n } report owed
   *[other] { $n } reports owed
}
part-open = Not done yet
part-missing = { $n ->
    [one] Owed, { $n } day overdue
   *[other] Owed, { $n } days overdue
}
part-all = every open part
period-week = week { $n }/{ $year }
period-quarter = quarter { $n }/{ $year }
period-half = half-year { $n }/{ $year }
period-year = { $year }
reach-no-value = No figures yet
reach-short = Not reached
reach-missed = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
reach-reached = Reached
reach-reached-late = { $n ->
    [one] Reached, { $n } day late
   *[other] Reached, { $n } days late
}
bound-at-least = at least { $value }
bound-at-most = at most { $value }
bound-above = above { $value }
bound-below = below { $value }
parts-title = Parts
periods-title = Periodic reports
part-list-title = Parts of { $task_name }
period-list-title = Periodic reports of { $task_name }
target-values-more = { $n ->
    [one] { $n } earlier value in the open data
   *[other] { $n } earlier values in the open data
}
periods-sentence = { $part }/{ $whole } reports fallen due were delivered{ $open ->
    [0] .
   *[other] ; missing: { $missing }.
}
periods-latest = Of the latest { $whole } reports fallen due, from { $first } on, { $part } were delivered{ $open ->
    [0] .
   *[other] ; missing: { $missing }.
}
period-cell = { $period }: { $label }
periods-grid-sentence = { $n } public { $counted } with periodic reports: of the latest period fallen due ({ $period }), { $part } were delivered.
parts-caption = Each part: deadline, day done, standing, evidence
column-part = Part
column-period = Period
column-completed = Done on
column-evidence = Evidence
targets-title = Targets
target-level = { $title }: { $bound }
target-level-due = { $title }: { $bound }, { $due }
target-values-caption = Values of “{ $title }”
target-line = Values of “{ $title }” over time, with the level to be reached
column-measured = Value
column-source = Source
column-remark = Remark
handovers-title = Handovers
handover-line = Led by { $agencies } from { $date }
handed-over-overdue = { $n ->
    [one] { $n } day overdue on the day before
   *[other] { $n } days overdue on the day before
}
handover-reason = reason: { $reason }
parts-method = A task may be divided into parts with deadlines of their own. The whole is done when every part is done with evidence or cancelled, and at least one is done. Parts, periodic reports and targets stand beside the standing and enter none of the three ratios. “Not enough data” goes before “has overdue parts or missing periodic reports”. An hour of a deadline matters only on the last day itself; an entry without an hour is judged by its day. A periodic report has fallen due from the day after its last good day; the latest period that has fallen due decides the standing.
pieces-parts = { $n ->
    [one] { $n } part: { $list }.
   *[other] { $n } parts: { $list }.
}
pieces-done-on-time = { $n } done on time
pieces-done-late = { $n } done late
pieces-done = { $n } done, without a calendar deadline
pieces-awaiting-evidence = { $n } reported done, awaiting evidence
pieces-blocked = { $n } facing obstacles
pieces-open = { $n } not done yet
pieces-overdue = { $n } overdue
pieces-cancelled = { $n } stopped
pieces-reports = { $n ->
    [one] { $n } periodic report fallen due: { $list }.
   *[other] { $n } periodic reports fallen due: { $list }.
}
pieces-report-on-time = { $n } on time
pieces-report-late = { $n } late
pieces-report-missing = { $n } missing
pieces-title = Parts
pieces-overdue-title = Overdue parts and missing reports
pieces-next-title = Parts and reports due soon
pieces-due = due { $due }
via-title = Through the group { $group }
via-part = its own part: { $standing }
level-section = section
level-sections = sections
## Pictures of shared links

card-task = { $Task } { $number }
short-address = Short address
short-code = QR code of the short address

## Questions and corrections
chart-data = Data of this section
corrections-title = Corrections
corrections-sentence =
    { $n ->
        [0] No published figure has had to be corrected.
        [one] { $n } published fact has been corrected.
       *[other] { $n } published facts have been corrected.
    }
corrections-intro = Published figures change only for a reason given in the records. Every published day, deadline, piece of evidence or wording that was corrected is in this list, the newest first.
corrections-was = As published
corrections-later = A late report is not a correction; dates of which more is known now than was published then are marked * on the page
questions-title = Questions and answers
questions-intro = What people ask most, answered from the figures of this site. Below each answer are the page and the file with which it can be checked.
questions-overdue =
    { $n ->
        [one] { $n } { $counted } overdue
       *[other] { $n } { $counted } overdue
    }
questions-agencies-answer =
    { $n ->
        [0] No agency has overdue { $tasks }.
        [one] One agency has overdue { $tasks }; it has { $most }.
       *[other] { $n } agencies have overdue { $tasks }; the most that one agency has is { $most }.
    }
questions-moved-never = No deadline has been moved.
questions-first-answer =
    { $done ->
        [0] No { $task } has been done; the first deadline has passed for { $open } that { $open ->
            [one] is
           *[other] are
        } not done.
       *[other] Of the { $done } that were done and had a first deadline by day, { $after } came after it{ $open ->
            [0] .
            [one] ; for one more that is not done, it has passed.
           *[other] ; for { $open } more that are not done, it has passed.
        } Extensions change nothing in this count. { $Tasks } whose status alone is public are left out.
    }
questions-proven-answer = { $part } of { $whole } { $tasks } reported as done cite a document as evidence; it is named on the page of each { $task }. { $Tasks } whose status alone is public are left out.
questions-hidden-none = There are no { $tasks } whose status alone is public.
questions-source-answer = Staff record every report with its date and documents. Nobody types a standing: it is derived from these reports by rules that are the same for every agency.
question-done = How much is done?
question-overdue = How many { $tasks } are overdue, and which for longest?
question-agencies = Which agencies have most overdue { $tasks }?
question-nobody = How many { $tasks } name no lead agency?
question-moved = How many deadlines were moved, and how far?
question-first = How many { $tasks } missed their first deadline?
question-proven = Is completion proved by documents?
question-silent = Which agencies have not reported for long?
question-obstacles = Which { $tasks } have met obstacles?
question-due = Which { $tasks } fall due in the next two weeks?
question-changes = What has changed since { $date }?
question-corrected = Which figures had to be corrected?
question-hidden = What is not public?
question-source = Where do the figures come from?
