## Reports and reminders for Word: tiendo report, tiendo remind --format docx; the situation is shared with the page bao-cao.html.

situation-scope-agency =
    { $agency } leads { $total } { $total ->
        [1] { $task }
       *[other] { $tasks }
    }: { $deliverables } with a product, { $ongoing } ongoing, { $duties } general { $duties ->
        [1] duty
       *[other] duties
    }{ $stopped ->
        [0] .
       *[other] ; { $stopped } of them cancelled or superseded.
    }
situation-restricted = The figures include { $n } { $counted } of which only the status is public; their content is not given.
situation-column-number = No.
situation-column-task = { $Task }
situation-column-lead = Lead agency
situation-column-since = Overdue since
situation-column-days = Days
situation-column-causes = Recorded
situation-column-change = Change
situation-column-detail = Detail
situation-column-due = Deadline
situation-column-standing = Status
situation-column-agency = Lead agency
situation-column-silent = No recent report
situation-column-tasks = { $Tasks }
situation-column-last = Last report
situation-column-obstacle = Reported obstacle
situation-never = none
situation-overdue = Overdue
situation-mark-awaiting-evidence = awaiting evidence
situation-mark-blocked = obstacles
situation-mark-no-report = no report
situation-mark-stale = no recent report
situation-overdue-sentence =
    { $n ->
        [0] No { $task } is overdue.
       *[other] { $n } { $counted } overdue{ $agencies ->
            [0] { "" }
            [1] { " " }led by 1 agency
           *[other] { " " }led by { $agencies } agencies
        }, the longest since { $since } ({ $days } { $days ->
            [1] day
           *[other] days
        }){ $serious ->
            [0] .
           *[other] ; { $serious } overdue by more than { $threshold } days.
        }
    }
situation-overdue-item =
    { $task } ({ $lead }), since { $since }, { $days } { $days ->
        [1] day
       *[other] days
    }
situation-changes = Changes since { $date }
situation-changes-sentence = Done: { $done } (before: { $done_before }); overdue: { $overdue } (before: { $overdue_before }).
situation-changes-remark =
    { $n ->
        [0] There are no other changes.
       *[other] { $n } { $counted } changed.
    }
situation-due = Due in the next two weeks
situation-due-sentence =
    { $n ->
        [0] No { $task } is due from { $from } to { $to }.
       *[other] { $n } { $counted } due by { $to }{ $silent ->
            [0] .
           *[other] , { $silent } of them without a recent report.
        }
    }
situation-due-item = { $task } ({ $lead }, { $day })
situation-silent = Agencies without a recent report
situation-silent-sentence =
    { $n ->
        [0] There is a recent report on every active { $task }.
       *[other] { $n } { $counted } without a recent report{ $nobody ->
            [0] { "" }
           *[other] , { $nobody } of them without a lead agency
        }{ $agencies ->
            [0] .
           *[other] ; led by { $agencies } { $agencies ->
                [1] agency
               *[other] agencies
            }{ $whole ->
                [0] .
               *[other] , { $whole } of them with no recent report at all.
            }
        }
    }
situation-silent-remark = No report does not mean that nothing was done.
situation-silent-tasks = { $task } { $numbers }
situation-silent-item =
    { $agency } ({ $part } of { $whole } { $whole ->
        [1] { $task }
       *[other] { $tasks }
    })
situation-obstacles = Obstacles
situation-obstacles-sentence =
    { $n ->
        [0] No { $task } has a reported obstacle.
       *[other] { $n } { $counted } with a reported obstacle.
    }
situation-obstacle-told = { $text } (reported on { $date })
situation-obstacle-untold = No details given.
situation-obstacle-item = { $task } ({ $lead }): { $text }
situation-obstacle-item-untold = { $task } ({ $lead })

## The form of an administrative document (Decree 30/2020/NĐ-CP).

form-state = SOCIALIST REPUBLIC OF VIET NAM
form-motto = Independence - Freedom - Happiness
form-no-office = (NAME OF THE ISSUING OFFICE)
form-number-report = No.: ……/BC-……
form-number-letter = No.: ……/……
form-day = day …… month …… year ……
form-no-place = ……………
form-to = To:{ " " }
form-to-leaders = The leaders of { $issuer }
form-to-nobody = ……………………………………
form-directive = { $name } of { $date }
form-directive-of = { $name } of { $date } by { $issuer }
form-directive-kind = { $kind } No. { $number }
form-directive-number = Document No. { $number }
form-about = { $directive } on { $subject }
form-we = The monitoring office
form-signer = HEAD OF THE OFFICE
form-sign = (Signature, full name, seal)
form-copies = Copies to:
form-copy-same = - As above;
form-copy-issuer = - { $issuer } (to report);
form-copy-file = - File.

## Reports: tiendo report.

command-report = Write a progress report for Word (.docx) in the official form, ready for a number and a signature: one page for the leaders, or in full with an annex.
argument-report-to = .docx file to create (default: bao-cao- or don-doc- with the agency's id and the data date)
argument-report-since = Compare with this date (default: the reporting date before the data date)
argument-full = The full report with an annex instead of one page
report-type = REPORT
report-about = Progress of { $directive }
report-about-agency = { $Tasks } led by { $agency }
report-intro = Under { $directive }, { $office } reports progress as follows.
report-intro-agency = Under { $directive }, { $office } reports progress of the { $tasks } led by { $agency } as follows.
report-part = { $number }. { $title }.{ " " }
report-label-count = { $label }: { $n }.
report-label-items = { $label } ({ $n }): { $items }.
report-more-tasks = and { $n } more { $counted }
report-more-agencies =
    and { $n } more { $n ->
        [1] agency
       *[other] agencies
    }
report-items = Namely: { $items }.
report-see-annex = For everything else, see the annex.
report-more-annex = { $more }, see the annex
report-rows-left =
    { $n ->
        [1] 1 more row is
       *[other] { $n } more rows are
    } not printed here; see the website or the file of tiendo export.
report-closing = Respectfully reported by { $office }.
report-closing-urge = The agencies named in { $parts } should be directed to act and report without delay.
report-closing-urge-agency = { $agency } should be directed to act and report without delay.
report-urge-one = section { $one }
report-urge-both = sections { $one } and { $other }
report-annex = ANNEX
report-annex-of = (To Report No. ……/BC-…… of day …… month …… year …… by { $office })
report-annex-priorities = Situation by { $priority }
report-annex-tasks = Status of every { $task }
report-annex-method = How figures are computed
report-column-done = Done
report-column-overdue = Overdue
report-column-reported = Reported in the period
report-column-word = Assessment
report-column-priority = { $Priority }
report-wrong-order = the date to compare with, { $from }, is after the data date { $to }; choose an earlier --since
report-docx-ending = { $file }: the file name must end in .docx
report-docx-needed = --output and --replace can only be used with --format docx
report-done = Wrote the report to { $file }: figures as of { $day }, compared with { $since }. Open it in Word or LibreOffice to add the number, the date and a signature.
report-done-left =
    One page has no room for { $n ->
        [1] 1 item
       *[other] { $n } items
    } (“and … more”). For the full report with an annex, run: { $command }
report-done-restricted =
    Note: only the status is given of { $n } restricted { $counted }.
remind-done = Wrote the reminder to { $agency } ({ $n } { $counted }) to { $file }: figures as of { $day }. Open it in Word or LibreOffice to add the number, the date and a signature.

## Reminders: tiendo remind --format docx.

letter-about = Re: reminder about { $name }
letter-intro = Under { $directive }, as of { $date }, { $agency } still has { $n } { $counted } to carry out or report on:
letter-overdue = Overdue
letter-awaiting-evidence = Reported done, evidence missing
letter-due-soon = Due soon
letter-silent = No recent report
letter-heading = { $number }. { $title } ({ $n } { $counted })
letter-column-deadline = Deadline
letter-request = { $agency } is requested to carry out the { $n } { $counted } above without delay and to report the results with evidence to { $office } before day …… month …… year ……, so that they can be reported to { $issuer }.
letter-request-alone = { $agency } is requested to carry out the { $n } { $counted } above without delay and to report the results with evidence to { $office } before day …… month …… year …….
