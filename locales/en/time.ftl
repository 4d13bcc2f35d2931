## Time: what changed between two dates, reporting dates, forecast, figures in prose, embedding.

event-added = Added
event-done = Done
event-parts-done = Parts and periodic reports done
event-overdue = Newly overdue
event-no-longer-overdue = No longer overdue
event-redated = New deadline
event-parts-moved = New deadlines of parts and periodic reports
event-silent = Newly silent
event-heard-again = Reporting again
event-blocked = Newly facing obstacles
event-unblocked = No longer facing obstacles
event-awaiting-evidence = Reported done, awaiting evidence
event-reopened = Reopened after being reported done
event-cancelled = Stopped
event-superseded = Replaced
event-resumed = Resumed after a stop
event-led = New lead agency
event-levels = Targets reached or missed

event-course = { $before } → { $after }
event-done-on = { $label }, on { $date }
event-blocked-on = { $label }, obstacle reported on { $date }
event-relief-done = { $before } → { $after }
event-relief-redated = { $before } → { $after }, because the deadline was moved
event-relief-stopped = { $before } → { $after }
event-redated-course = last good day: { $before } → { $after }
event-no-day = not a calendar date
event-decision = by { $document } of { $date }
event-decision-alone = decided on { $date }
event-corrected = Corrections of published facts
event-corrected-deadline = the published deadline was corrected
event-correction = { $what }: { $reason }
event-happened = because the event on which the deadline depends has happened
event-by-task = by { $by }
event-by-document = by { $document }

command-diff = Compare two dates: what was done, became overdue, got a new deadline or fell silent, and what is new.
argument-from = Earlier date: 2021-07-23 or 23/7/2021
argument-to = Later date (default: the data date)
argument-by = What counts: known is what became known between the dates, even if it happened earlier; happened is what happened between them, as far as is known now
argument-shape = Output format: text for people, json for programs, markdown to paste into a report

diff-title = Changes from { $from } to { $to }: { $directive }
diff-nothing = Nothing changed.
diff-directive = Everything
diff-new-entries = New entries
diff-new-notes = New notes
diff-column-group = Group
diff-column-done = Done
diff-column-overdue = Overdue
diff-column-reported = Reported
diff-restricted = (only the status is public)
diff-wrong-order = the earlier date { $from } is after the later date { $to }; swap them
trouble-unknown-id =
    { $what ->
        [task] there is no task with the id, number or title “{ $id }”
        [priority] there is no priority with the id, number or title “{ $id }”
        [place] there is no place with the id or name “{ $id }”
       *[agency] there is no agency with the id or name “{ $id }”
    }
trouble-many-meant =
    { $what ->
        [task] several tasks match “{ $id }”; use one of these ids:
        [priority] several priorities match “{ $id }”; use one of these ids:
        [document] several documents match “{ $id }”; use one of these ids:
        [place] several places match “{ $id }”; use one of these ids:
       *[agency] several agencies match “{ $id }”; use one of these ids:
    }

command-forecast = Forecast which tasks become overdue, due soon or silent by a future date if nobody reports.
argument-forecast-on = Future date, after the data date: 2022-01-31 or 31/01/2022
forecast-title = Forecast for { $on }: { $directive }
forecast-rule = Assessed for { $on } with the facts known on { $known }, assuming that nothing is reported, decided or stopped until then.
forecast-already =
    Not listed again: { $overdue ->
        [one] { $overdue } { $task }
       *[other] { $overdue } { $tasks }
    } already overdue and { $silent ->
        [one] { $silent } { $task }
       *[other] { $silent } { $tasks }
    } already silent.
forecast-nothing = No { $task } becomes overdue, due soon or silent.
forecast-overdue = { $n ->
        [one] { $n } day overdue (last good day { $day })
       *[other] { $n } days overdue (last good day { $day })
    }
forecast-due-soon = { $n ->
        [0] due on that day
        [one] due soon: { $n } day left (last good day { $day })
       *[other] due soon: { $n } days left (last good day { $day })
    }
forecast-part-overdue = { $n ->
        [one] { $part }: { $n } day overdue (last good day { $day })
       *[other] { $part }: { $n } days overdue (last good day { $day })
    }
forecast-part-due-soon = { $n ->
        [0] { $part }: due on that day
        [one] { $part }: due soon, { $n } day left (last good day { $day })
       *[other] { $part }: due soon, { $n } days left (last good day { $day })
    }
forecast-stale = { $n ->
        [one] { $n } day without a report
       *[other] { $n } days without a report
    }
forecast-unreported = no report in the latest cycle
forecast-in-the-past = the date { $on } is before the data date { $known }; for a past date use tiendo status{ $directive } --as-of

as-of-newest = Newest data: { $date }
period-title = Reporting date { $date }
period-told = This page shows the status as known on { $date }, by today's rules. The newest data on this site are of { $newest }.
period-told-latest = This is the newest date: all data on this site are as of { $date }.
period-newest-page = See the current status
period-state = Status
period-since = Changes from { $from } to { $to }
period-since-start = Changes from the date of issue, { $from }, to { $to }
period-section = { $title } ({ $count })
period-more = { $n ->
        [one] { $n } more line is not listed here
       *[other] { $n } more lines are not listed here
    }
period-notes = New notes
period-nothing = Nothing changed.
period-data = Data as published:
period-previous = Previous date:
period-next = Next date:
period-earlier = { $n ->
        [one] { $n } earlier date
       *[other] { $n } earlier dates
    }
period-latest = Latest reporting date: what changed

supplement-title = Added after this date
supplement-sentence = The figures above were published for { $date } and have not been changed. Since then, more has been recorded that happened by { $date }. With what is known by { $newest }, the figures for { $date } are:
supplement-caption = Figures of { $date }: as published, and as known by { $newest }
supplement-recorded = recorded on
supplement-entry = { $state }, { $date }
supplement-extension = New deadline { $deadline }, decided on { $date }
supplement-task = The task was not in the records when this was published
supplement-mark = * More was recorded after this date: the chart and the table keep the published figures, and the page of that date shows what was added.

embed-title = Embed these figures
embed-intro = Show these figures on another office's portal as a block of text, a frame or a small badge. No script runs on the reader's device and nobody is tracked.
embed-absolute = The addresses below are complete and work on any page.
embed-relative = This site has no official address yet (base_url in site.yaml), so the addresses below are incomplete: put the site's address in front of them.
embed-box = A block of text
embed-box-how = Paste this code into a content box of the portal (Liferay, NukeViet and the like), in HTML mode. No script runs; fonts and colours follow the surrounding page.
embed-code = Code to copy
embed-stale = The pasted block does not change with the data, so it shows its date. To stay up to date, use one of the ways below.
embed-live = Always up to date
embed-live-how = If the server supports server-side includes (SSI of Apache or IIS), use this line and replace … with the site's folder:
embed-address = If the portal can load content from an address, use this one:
embed-style = If a portal removes the style sheet
embed-style-how = Many portals remove the link line at the top. The block stays readable: its name, date and figures as a list. To improve its look, copy this file into the portal's own CSS box; every class begins with tiendo-, so nothing else on the portal changes:
embed-frame = A frame
embed-frame-how = The frame always shows the newest data. The portal and this site's server must allow framing (frame-src, frame-ancestors). Links inside open in the whole window.
embed-frame-open = Open the framed page on its own
embed-frame-title = embedded
embed-badge = A badge
embed-badge-how = A small picture that follows the data and is legible on light and dark backgrounds.
embed-badge-title = Progress of { $directive }
embed-badge-done = Done { $fraction } · Overdue { $overdue }
embed-badge-reported = Reported { $fraction } · Overdue { $overdue }
embed-pieces = Embeds for each part
embed-pieces-how = Each link below is a separate block, used like the one above.
embed-pieces-priorities = By part of the directive
embed-pieces-agencies = By agency
embed-late = Longest overdue
embed-more = { $n } more
embed-whole = See all progress of { $directive }

note-computed = The computed figures in this note are as of { $date }.

unknown-quantity =
    { $part ->
        [open] The braces { $read } are not closed
        [measure] There is no figure called “{ $read }”
        [scope] “{ $read }:” after the figure's name is unknown
        [priority] There is no priority with the id “{ $read }”
        [agency] There is no agency with the id “{ $read }”
       *[figure] “{ $read }” is not in the format of this figure
    }
    .label =
        { $part ->
            [open] must be closed by two braces on the same line
            [scope] use muc: or co-quan:
            [figure] write 12/35 for hoan-thanh, dung-han, co-bao-cao; 7 for other names
           *[other] cannot be computed
        }
    .help = Write {"{{"}hoan-thanh{"}}"}, {"{{"}qua-han muc:1{"}}"} or {"{{"}hoan-thanh = 12/35{"}}"}; names: hoan-thanh, dung-han, co-bao-cao, qua-han, chua-co-tin, da-dung, co-san-pham, thuong-xuyen, tong-so. To show braces as they are, write them in `…`

figure-differs = The figure { $typed } differs from the one computed for the date of the note ({ $date }): { $computed }
    .label = computed: { $computed }
    .help = Correct the figure, or complete the ledgers. Without “= { $typed }” the site fills in the figure as of the data date
