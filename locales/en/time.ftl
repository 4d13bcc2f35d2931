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
event-blocked-on = { $label }, obstacle reported on { $date }
event-relief-done = { $before } → { $after }
event-relief-redated = { $before } → { $after }, since the deadline was moved
event-relief-stopped = { $before } → { $after }
event-redated-course = last good day: { $before } → { $after }
event-no-day = no calendar day
event-decision = by { $document } of { $date }
event-decision-alone = decided on { $date }
event-happened = since the event on which the deadline depends has happened
event-by-task = by { $by }
event-by-document = by { $document }

command-diff = Compare two dates: what was done, fell overdue, was re-dated or fell silent, and what is new.
argument-from = Earlier date: 2021-07-23 or 23/7/2021
argument-to = Later date (default: the date of the data)
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
trouble-many-meant = “{ $id }” may mean several in { $file }; use one of these ids:

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
        [0] due on that very day
        [one] due soon: { $n } day left (last good day { $day })
       *[other] due soon: { $n } days left (last good day { $day })
    }
forecast-stale = { $n ->
        [one] { $n } day without a report
       *[other] { $n } days without a report
    }
forecast-unreported = no report in the latest cycle
forecast-in-the-past = the day { $on } lies before the date of the data { $known }; for a past day use tiendo status --as-of

as-of-newest = Newest data: { $date }
period-title = Reporting date { $date }
period-told = This page tells how things stood as known on { $date }, by today's rules. The newest data of this site are of { $newest }.
period-told-latest = This is the newest date: all data of this site are as of { $date }.
period-newest-page = See how things stand now
period-state = How things stood
period-since = Changes from { $from } to { $to }
period-since-start = Changes from the date of issue, { $from }, to { $to }
period-section = { $title } ({ $count })
period-more = { $n ->
        [one] { $n } more line is not listed here
       *[other] { $n } more lines are not listed here
    }
period-notes = New notes
period-nothing = Nothing changed.
period-previous = Date before:
period-next = Date after:
period-earlier = { $n ->
        [one] { $n } earlier date
       *[other] { $n } earlier dates
    }
period-latest = Latest reporting date: what changed

embed-title = Embed elsewhere
embed-intro = Put these figures on the portal of another office: a block of text, a frame or a small badge. Nothing runs on the reader's device and nobody is tracked.
embed-absolute = The addresses below are complete and work on any page.
embed-relative = This site has no official address yet (base_url in site.yaml), so the addresses below lack their beginning: put the site's address in front before you paste them.
embed-box = A block of text
embed-box-how = Paste this code into a content box of the portal (Liferay, NukeViet and the like), in HTML mode. Nothing runs; letters and colours are those of the page around it.
embed-code = Code to copy
embed-stale = What was pasted does not change with the data, so it names its date. To be always new, use one of the ways below.
embed-live = Always new
embed-live-how = If the server may include files (SSI of Apache or IIS), use this line and put the site's folder in place of …:
embed-address = If the portal has a kind of content that is read from an address, use this one:
embed-style = When a portal takes the style sheet away
embed-style-how = Many portals cut the link line at the top. The block can still be read: its name, date and figures as a list. To make it look better, copy this file into the portal's own CSS box; every class begins with tiendo-, so nothing of the portal is touched:
embed-frame = A frame
embed-frame-how = The frame always shows the newest data. The portal and this site's server must allow framing (frame-src, frame-ancestors). Links inside open in the whole window.
embed-frame-open = Open the framed page by itself
embed-frame-title = embedded
embed-badge = A badge
embed-badge-how = A small picture that follows the data and can be read on light and dark.
embed-badge-title = Progress of { $directive }
embed-badge-done = Done { $fraction } · Overdue { $overdue }
embed-badge-reported = Reported { $fraction } · Overdue { $overdue }
embed-pieces = Blocks for each part
embed-pieces-how = Each link below is a block of its own, used like the one above.
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
        [scope] “{ $read }:” behind the figure's name is not understood
        [priority] There is no priority with the id “{ $read }”
        [agency] There is no agency with the id “{ $read }”
       *[figure] “{ $read }” has not the form of this figure
    }
    .label =
        { $part ->
            [open] must be closed by two braces on the same line
            [scope] there are muc: and co-quan:
            [figure] write 12/35 for hoan-thanh, dung-han, co-bao-cao; 7 for other names
           *[other] cannot be computed
        }
    .help = Write {"{{"}hoan-thanh{"}}"}, {"{{"}qua-han muc:1{"}}"} or {"{{"}hoan-thanh = 12/35{"}}"}; names: hoan-thanh, dung-han, co-bao-cao, qua-han, chua-co-tin, da-dung, co-san-pham, thuong-xuyen, tong-so. For mere braces, write them in `…`

figure-differs = The figure { $typed } is not the one computed on the date of the note ({ $date }): { $computed }
    .label = computed: { $computed }
    .help = Mend the figure, or complete the ledgers. Without “= { $typed }” the site fills in the figure of the date of its data
