# What was published and is gone or otherwise now: rules, why a publication stops, redirect pages, corrections.

## Rules

base-url = The site’s address “{ $read }” goes on with “{ $mark }”
    .label = no path can follow this mark
    .help = Leave out what begins with “{ $mark }”; keep the address of the folder

moved-still-there = “{ $was }” is said to be gone, but is among the records
    .label = this record is still there
    .help = Delete the record, or this item of moved.yaml. A task that was stopped stays: write state: cancelled

moved-twice = “{ $was }” stands twice in moved.yaml
    .label = stands above already
    .second = first here
    .help = Delete one of them

moved-unclear = “{ $read }” is neither a record nor an address on the site
    .label = not clear which page
    .help = Write kind and id, for example: task:1.3, or the path on the site, for example: ky-bao-cao/2021-09-30.html

## Pages at old addresses, corrections

former-title = Moved and removed pages
former-intro = What was published and no longer stands at its address, with the reasons; the newest first.
former-moved = This page has moved.
former-gone = This page is no longer there.
former-to = Now at
former-since = Since { $date }
former-reason = Reason
former-document = By document
former-all = All pages that were moved or removed
corrections = Corrections of published figures
correction-deadline = Published deadline (last good day { $was })
correction-entry = Entry of { $was }
correction-evidence = Evidence { $was }
correction-done = Done on { $was }

## Hand-over sheet: what changed in content

handover-from = Against the figures published as of { $date }:
handover-same = No task was completed, became overdue, was given another deadline, was reopened or stopped.
handover-list = { $label } ({ $count }): { $tasks }
handover-list-more = { $label } ({ $count }): { $tasks } and { $more } more
handover-added = Published for the first time
handover-vanished = Gone, with a reason
handover-done = Newly done
handover-overdue = Newly overdue
handover-redated = Other deadline
handover-reopened = Reopened after completion
handover-stopped = Newly stopped or replaced

## Why a publication stops

gate-stopped = Nothing is published: { $count } things that were published (figures as of { $date }) are gone or otherwise now, and the records give no reason.
gate-how = There is no way around this: write the reason into the records and run again. The old site and package are untouched.
gate-write = Write into { $file }:
gate-write-key = Write into { $file }, under the key { $key }:
gate-or-restore = or restore what was published.

gate-vanished = Task { $number } “{ $title }” was published and is gone.
gate-gone = “{ $subject }” is gone, which stood at: { $paths }
gate-first-deadline =
    { $now ->
        [none] Task { $number } “{ $title }”: the first deadline that was published (last good day { $was }) is gone.
       *[other] Task { $number } “{ $title }”: the first deadline has changed, last good day { $was } → { $now }.
    }
gate-decision = Task { $number } “{ $title }”: the extension decided on { $decided } (last good day { $was }) is gone or altered.
gate-no-document = Task { $number } “{ $title }”: the extension decided on { $decided } names no document.
gate-in-force =
    { $now ->
        [none] Task { $number } “{ $title }”: the deadline that was published (last good day { $was }) is gone.
       *[other] Task { $number } “{ $title }”: the deadline that was published has changed, last good day { $was } → { $now }.
    }
gate-entry =
    { $now ->
        [none] Task { $number } “{ $title }”: the published entry of { $date } is gone or has another state.
       *[other] Task { $number } “{ $title }”: the published entry of { $date } is now dated { $now }.
    }
gate-evidence = Task { $number } “{ $title }”: the entry of { $date } no longer has the published evidence “{ $document }”.
gate-reopened = Task { $number } “{ $title }”: published as done on { $done }, no longer done, and the ledger does not say why.
gate-reopened-how = Add an entry with a state and a text that says why, or:
gate-backwards = The figures as of { $now } are older than the published ones as of { $was }.
gate-backwards-how = If the published date is right, write into site.yaml: as_of: { $date }. If it was typed wrongly:

gate-missing = What was published cannot be read: { $path } is gone or was altered. What cannot be compared is not published over.
gate-altered = The published { $path } does not have the sum in manifest.txt: the file was altered. Run tiendo verify, put the original back, then go on.
gate-newer = The published { $path } has version { $version } of the data; this program knows version 1. Use a newer tiendo.
gate-broken = The published { $path } cannot be read
gate-other-directive = What is published there is “{ $name }”, not the directive in the records. Check the package, the folder or the target.
