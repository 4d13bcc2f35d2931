## Time: what changed between two dates, reporting dates, forecast, figures in prose, embedding.

event-done = Done
event-overdue = Newly overdue
event-no-longer-overdue = No longer overdue
event-redated = New deadline
event-silent = Newly silent
event-heard-again = Heard of again
event-blocked = Newly held up
event-unblocked = No longer held up
event-awaiting-evidence = Reported done, awaiting evidence
event-reopened = Reopened after being reported done
event-cancelled = Stopped
event-superseded = Replaced
event-resumed = Pursued again after a stop
event-led = New lead agency

event-course = { $before } → { $after }
event-done-on = { $label }, on { $date }
event-relief-done = { $before } → { $after }
event-relief-redated = { $before } → { $after }, since the deadline was moved
event-relief-stopped = { $before } → { $after }
event-redated-course = last good day { $before } → { $after }
event-no-day = no calendar day
event-decision = by { $document } of { $date }
event-decision-alone = decided on { $date }
event-happened = since the event on which the deadline depends has happened
event-by-task = by { $by }
event-by-document = by { $document }

command-diff = Compare two dates: what was done, fell overdue, was re-dated or fell silent, and what is new.
argument-from = Earlier date: 2021-07-23 or 23/7/2021
argument-to = Later date (default: the date of the data)
argument-agency = Only the agency with this id, e.g. so-yt
argument-priority = Only the priority with this id, e.g. 1
argument-shape = Shape of the answer: text for people, json for programs, markdown to paste into a report

diff-title = Changes from { $from } to { $to }: { $directive }
diff-figures = Figures on both dates
diff-nothing = Nothing changed.
diff-directive = Everything
diff-new-entries = New entries
diff-new-notes = New notes
diff-column-group = Group
diff-column-done = Done
diff-column-overdue = Overdue
diff-column-reported = Reported
diff-restricted = (only the status is public)
diff-wrong-order = the earlier date { $from } lies after the later date { $to }; swap them
trouble-unknown-id = there is no id “{ $id }” in { $file }

command-forecast = Forecast: what turns overdue, due soon or silent by a day to come if nobody reports.
argument-forecast-on = Day to look at, after the date of the data: 2022-01-31 or 31/01/2022
forecast-title = Forecast for { $on }: { $directive }
forecast-rule = The rule: only what was known on { $known }, judged on { $on }, as if nobody reported, decided or stopped anything until then.
forecast-already = Not told again: { $overdue } { $tasks } overdue and { $silent } { $tasks } silent already.
forecast-nothing = No { $task } turns overdue, due soon or silent.
forecast-overdue = { $n ->
        [one] { $n } day overdue (last good day { $day })
       *[other] { $n } days overdue (last good day { $day })
    }
forecast-due-soon = { $n ->
        [one] due soon: { $n } day left (last good day { $day })
       *[other] due soon: { $n } days left (last good day { $day })
    }
forecast-stale = { $n ->
        [one] { $n } day without a report
       *[other] { $n } days without a report
    }
forecast-unreported = no report in the latest cycle
forecast-in-the-past = the day { $on } lies before the date of the data { $known }; for a past day use tiendo status --as-of
