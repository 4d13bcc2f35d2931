# The words of complaints about the content. Each code has one sentence and these parts:
#   .label   stands under the mistake    .help   what to type    .second   stands under the second place, if any
# This file and locales/vi/rules.ftl have the same keys, parts and arguments.

## Frame words

check-clean = Nothing to mend: { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }.
check-more = … and { $count } more of the kind “{ $code }”
check-unknown-rule = there is no rule “{ $code }”
check-summary =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $hints ->
        [one] 1 hint
       *[other] { $hints } hints
    }.
did-you-mean = Did you mean “{ $suggestion }”?
help-name = help
severity-error = error
severity-hint = hint
severity-warning = warning

## Complaints, by code

agency-not-valid = There was no “{ $agency }” on the directive’s date ({ $date })
    .label = did not exist on that date
    .help = Choose another agency, or correct valid_from and valid_until of this one in agencies.yaml, for example: valid_until: 2025-02-28

as-of-before-directive = The data date is earlier than the directive’s date ({ $date })
    .label = earlier than the directive
    .help = Write the directive’s date or a later day, for example: as_of: { $date }

attachment-collision = Two attachments get the same address on the site: “{ $path }”
    .label = same address as another file
    .second = the other file
    .help = Rename one of them; names that differ only in accents, capitals or spaces still count as the same. A new name, for example: bao-cao-2.pdf

attachment-type = Attachments with the ending “{ $read }” are not accepted
    .label = files of this type are not published
    .help = Save it as PDF and copy that into attachments, or take the file out of the folder. Accepted endings: { $known }

bad-id = The id “{ $id }” has characters that ids cannot hold
    .label = only a–z, 0–9, with - or . in between
    .help = Use small letters without accents, joined by - or a full stop (the id of a task or note is its file name: rename the file), for example: so-khdt

bad-month = Cannot read the month “{ $read }”
    .label = needs a year and a month
    .help = Write year-month, with a month from 01 to 12, for example: due: {"{"}month: 2021-10{"}"}

bad-number = “{ $read }” is not a whole number from { $from } to { $to }
    .label = needs a number from { $from } to { $to }
    .help = Write digits only, without %, commas or words, for example: { $to }

bad-quarter = Cannot read the quarter “{ $read }”
    .label = needs a year and a quarter
    .help = Write year-Q and a quarter from 1 to 4, for example: due: {"{"}quarter: 2021-Q3{"}"}

bad-url = “{ $read }” is not a web address
    .label = not a web address
    .help = Copy the whole address from the browser, with https:// or http:// in front and no spaces, for example: https://example.com/tien-do/

bad-year = Cannot read the year “{ $read }”
    .label = needs a year of four digits
    .help = Write all four digits of the year, for example: due: {"{"}year: 2021{"}"}

broken-link = The link “{ $read }” leads nowhere
    .label = unclear where this leads
    .help = Write a kind and an id, an attachment or a full web address, for example: [task 1.3](task:1.3), [letter](doc:cv-3413), [file](attachments/bc-123.pdf)

date-form = Cannot read the date “{ $read }”
    .label = not written as a date
    .help = Write the date only, without words, for example: 2021-07-25 or 25/7/2021; a deadline “before” a day is written: due: {"{"}before: 2021-07-25{"}"}

date-month-first = The date “{ $read }” has day and month the wrong way round
    .label = day and month are swapped
    .help = Write day/month/year, for example 25/7/2021, or year-month-day, for example 2021-07-25

date-no-such-day = There is no day “{ $read }”: month { $month } of { $year } has { $days } days
    .label = this month has { $days } days
    .help = Correct it. If the document itself is misprinted, copy that in documents.yaml: printed: {"{"}date: "{ $read }"{"}"} and put the right date under correction

date-no-such-month = There is no day “{ $read }”: a year has no month { $month }
    .label = there is no month { $month }
    .help = Correct it. If the document itself is misprinted, copy that in documents.yaml: printed: {"{"}date: "{ $read }"{"}"} and put the right date under correction

date-short-year = The date “{ $read }” does not give all four digits of the year
    .label = the year has only two digits
    .help = Write all four digits of the year, for example: 25/7/2021 or 2021-07-25

date-year = The year { $year } in “{ $read }” is not between 2000 and 2100
    .label = the year is not between 2000 and 2100
    .help = Correct the year, for example: 2021-06-12; if the document is misprinted, in documents.yaml: printed: {"{"}date: "{ $read }"{"}"} and the right date under correction

dates-reversed = The last day is earlier than the first day
    .label = earlier than the first day
    .second = the first day is here
    .help = Correct one of the two, so that the last day is not before the first, for example: period: {"{"}from: 2021-07-01, to: 2021-12-31{"}"}

deadline-form = The deadline is not written in a way that can be read
    .label = needs exactly one kind of deadline
    .help = Choose one: due: 2021-07-25, due: {"{"}before: 2021-07-25{"}"}, due: {"{"}month: 2021-10{"}"} or due: {"{"}event: "before the rainy season"{"}"}

document-without-stop = The key “document” is only for a task that is stopped or replaced
    .label = this update does not stop the task
    .help = If it is evidence, write: evidence: [bc-123]; if it is the document that stops the task, add the line: state: cancelled

done-on-duty = A general duty cannot be done
    .label = a duty’s progress is not judged
    .help = Delete this line and keep the text. If something has to be handed in, change the kind of the task to: kind: deliverable

done-on-ongoing = An ongoing task cannot be done
    .label = an ongoing task has no end
    .help = Delete this line and keep the text as a report. If something has to be handed in, change the kind of the task to: kind: deliverable

doubled-id = The id “{ $id }” is given to two records
    .label = this id is taken
    .second = first given here
    .help = Change the id of one of them (for a task or note, rename the file) and wherever it is named, for example: { $id }-2

doubled-key = The key “{ $key }” is written twice in one block
    .label = already written above
    .second = first written here
    .help = Delete one of the two. Several values go into one list, for example: documents: [cv-2673, tb-61]

doubled-reference = The id “{ $id }” stands twice in one list
    .label = already in this list
    .help = Delete one of the two, each id is written once, for example: ["{ $id }"]

due-without-end =
    { $kind ->
        [duty] A general duty has no deadline, but the file has “{ $field }”
       *[ongoing] An ongoing task has no deadline, but the file has “{ $field }”
    }
    .label = only a deliverable has a deadline
    .help = Delete the part { $field }. If something has to be handed in by a date, change the kind of the task to: kind: deliverable

empty-file = There is no data in this file
    .label = nothing here yet
    .help = If the file is not needed, delete it; if it is, write at least one line with a key and a value, for example: title: Report for July

empty-item = Nothing is written after the hyphen
    .label = a hyphen without a value
    .help = Write the value right after the hyphen and a space, for example: - so-khdt; if there is none, delete this line.

entry-before-directive = The update of { $read } is older than the directive ({ $date })
    .label = earlier than the directive
    .help = If the work began earlier, leave it as it is. If the year or month is wrong, correct it, for example: date: { $date }

evidence-missing = Said to be done, but no evidence is cited
    .label = without evidence it does not count as done
    .help = Add the report or document to documents.yaml, then write its id in this update, for example: evidence: [bc-123]

extension-not-later = The new deadline { $day } is not later than its decision on { $decided }
    .label = not later than the decision
    .help = If the document says so, leave it; if it is a slip, correct it, for example: {"{"}decided: 2021-07-22, due: 2021-08-31, document: cv-3413{"}"}

file-name-not-utf8 = The file’s name has characters that cannot be read
    .label = the name cannot be read
    .help = Rename the file with small letters without accents, digits and hyphens only, for example: bao-cao-thang-7.pdf

file-too-large = The file has { $size } KB, the limit is { $limit } KB
    .label = the file is too large
    .help = Split it into smaller files; a PDF or picture can be compressed or scanned again at a smaller size, for example: bc-123-phan-1.pdf

front-matter-missing = The note does not begin with its details
    .label = the first line must be ---
    .help = Begin the file with these, one a line: --- then date: 2021-07-24 then title: Growth scenario then tasks: ["1.3"] then ---

front-matter-unclosed = The details at the top of the note are not closed
    .label = the second line --- is missing
    .help = After the last line of the details (for example after tasks: ["1.3"]), add a line of three hyphens and nothing else: ---

id-is-device = The id “{ $id }” holds a name that Windows keeps for itself
    .label = Windows cannot store this name
    .help = Join con, prn, aux, nul, com1 or lpt1 to the word beside it, for example: trecon instead of tre-con

id-too-long = The id is longer than 60 characters: “{ $id }”
    .label = longer than 60 characters
    .help = Shorten the id to its main words (for a task or note, rename the file), for example: 2021-07-24-kich-ban-tang-truong

ignored-file = A file or folder that is not read
    .label = not of a kind that is read
    .help = Put it where it belongs, for example: tasks/1.3.yaml, notes/2021-07-24-bao-cao.md, attachments/bc-123.pdf; if it is not needed, delete it.

invisible-character = There is a character that cannot be seen ({ $read })
    .label = hidden character here
    .help = Delete the words just before and after this place and type them again by hand, without pasting, for example: tiêm vắc-xin

ledger-order = The entry of { $read } stands after the entry of { $before } in the file
    .label = earlier than the entry above
    .help = Put the entries in the order of their dates, the newest last. For now the entry of { $winner } is still taken as the newest.

legacy-encoding =
    { $cause ->
        [misread] “{ $read }” is damaged: Unicode text (UTF-8) was read in another encoding
       *[old-font] “{ $read }” is in an old encoding (TCVN3 or VNI), not in Unicode
    }
    .label =
        { $cause ->
            [misread] damaged letters
           *[old-font] not Unicode
        }
    .help =
        { $cause ->
            [misread] Copy the text again from its original, saved as UTF-8 (in Excel choose “CSV UTF-8”); type a short text again, for example: Tiến độ
           *[old-font] Copy the passage, open UniKey’s toolkit (Ctrl+Shift+F6), convert from TCVN3 or VNI to Unicode, and paste it over the old text.
        }

link-outside = This shortcut leads out of the content folder, or nowhere
    .label = the shortcut cannot be used
    .help = Delete the shortcut and copy the file itself into the content folder, for example: attachments/bc-123.pdf

link-to-draft = The note “{ $id }” is still a draft and cannot be linked to
    .label = leads to a draft
    .help = If that note is approved, delete the line draft: true in its file; if not, link to the task instead, for example: task:1.3

link-to-hidden-note = The note “{ $id }” has no public page
    .label = readers cannot open this note
    .help = That note is only about restricted content. Delete the link, or link to the task instead, for example: task:1.3

missing-field = “{ $field }” is missing
    .label = “{ $field }” is not written, or is empty
    .help =
        { $field ->
            [after] Write the event from which the days count, for example: due: {"{"}days: 15, after: "receiving instructions"{"}"}
            [date] Add the date, for example: date: 2021-07-24
            [days] Write the number of days after the event, for example: due: {"{"}days: 15, after: "receiving instructions"{"}"}
            [decided] Add the day on which the extension was decided, for example: decided: 2021-07-22
            [due] Add the new deadline, for example: due: {"{"}before: 2021-07-25{"}"}
            [event] Write the event that is the deadline, for example: due: {"{"}event: "before the rainy season"{"}"}
            [id] Add an id in small letters without accents, for example: id: so-khdt; an id that looks like a number goes in double quotes: id: "1"
            [kind] Add the kind of task, for example: kind: deliverable (has a product), kind: ongoing (never ends) or kind: duty (general duty)
            [name] Add the full name, for example: name: Sở Kế hoạch và Đầu tư
            [number] Add the document’s number and symbol, for example: number: 3413/UBND-TH
            [one] Write what one is called, for example: {"{"}one: task, many: tasks{"}"}
            [priority] Add the id of the priority that this task belongs to, for example: priority: "1"
            [subject] Add what the document is about, for example: subject: Key tasks for the last six months of 2021
            [title] Add a title, for example: title: Propose ways to stimulate growth
           *[other] Add a line “{ $field }:”, with a space and the value after the colon.
        }

missing-file = The file { $file } is missing
    .label = there is no such file
    .help = Create the file { $file }, or name the right content folder when you run the command, for example: tiendo check --content content

newest-fact-alone = { $date } is much later than every other date (the nearest is { $second })
    .label = the year or month may be wrong
    .help = If it is a slip, correct this date. If it is right, set the data date in site.yaml, for example: as_of: { $date }

no-regular-file = This is not an ordinary file and cannot be read
    .label = not an ordinary file
    .help = Delete it and copy the real file to its place, for example: tasks/1.3.yaml

no-tasks-but-tasks = Priority “{ $id }” is said to have no tasks, but it has { $count }
    .label = this priority has tasks
    .help = Delete the line no_tasks, or move those tasks to another priority in their own files, for example: priority: "2"

not-nfc = Accented letters in this file are typed as decomposed Unicode
    .label = the accent is apart from its letter
    .help = Nothing needs mending: accents are joined when the file is read. To be rid of this hint, set UniKey to: Unicode (not decomposed Unicode)

not-utf8 =
    { $read ->
        [UTF-16] The file is saved as UTF-16, it must be UTF-8
       *[other] The file is not saved as UTF-8 (it has the byte { $read })
    }
    .label = cannot be read from here on
    .help = Open it in Notepad, choose File, Save As, set Encoding to UTF-8 and save it again; retype any letters that are damaged.

note-names-nothing = The note names no task, priority or place
    .label = needs a task, a priority or a place
    .help = Add at least one line to the details at the top of the file, for example: tasks: ["1.3"]

note-newer-than-entry = Task { $task } has had no update since the date of this note
    .label = the task has no update since this day
    .help = A note does not count as a report. If there are results, add an entry to updates in tasks/{ $id }.yaml, beginning with: - date: 2021-07-24

note-too-deep = The note nests lists or quotations more than { $limit } levels deep
    .label = nested too deep from here on
    .help = Take away > marks or spaces at the start of this line and write it as a plain line, for example: - Results this week

number-as-id = The id { $id } must stand in double quotes, or it is read as the number { $becomes }
    .label = double quotes are missing
    .help = Put straight double quotes around the id: "{ $id }"

old-line-ends = The lines of this file end as on an old Mac (CR alone)
    .label = the line ends in CR here
    .help = The site is right. So that every program can open the file, change its line ends to LF or CRLF in your editor and save it.

priority-without-tasks = Priority “{ $id }” has no tasks
    .label = no tasks yet
    .help = Add a task with the line priority: "{ $id }", or say why there is none, for example: no_tasks: This part only states general duties

public-in-restricted = A public task stands in a priority that is restricted
    .label = its priority is status_only
    .help = Delete this line, or make the whole priority public: in directive.yaml, in that priority, write: visibility: public

related-to-itself = The task is listed as related to itself
    .label = holds this task’s own id
    .help = Delete this task’s own id and leave the ids of other tasks, for example: related: ["1.4"]

replacement-without-state = A replacement is named, but the update does not say “superseded”
    .label = the line state: superseded is missing
    .help = If nothing replaces the task, delete superseded_by; if something does, add two lines, for example: state: superseded and document: cv-3413

signer-without-name = The signer has no name, so the site will show no signer
    .label = the signer’s name is missing
    .help = Add the name as printed on the document, for example: signer: {"{"}title: Chủ tịch, name: Nguyễn Văn A{"}"}

stop-without-document =
    { $state ->
        [superseded] The task is replaced, but no document is named for it
       *[cancelled] The task is stopped, but no document is named for it
    }
    .label = the deciding document is missing
    .help = Add the id of the document (one that is in documents.yaml) to this same update, for example: document: cv-3413

successor-loop = These agencies succeed one another in a circle
    .label = leads back to this same agency
    .help = Only the older agency names its successor. Delete this line in the newest one and keep it in the older, for example: successor: so-tc

successor-without-end = A successor is named, but not the last day of this agency
    .label = valid_until is missing
    .help = Add the last day on which this agency existed, for example: valid_until: 2025-02-28

superseded-by-itself = Task “{ $id }” is said to be replaced by itself
    .label = this is the task’s own id
    .help = Write the id of the task that replaces it, for example: superseded_by: "1.4". If no task replaces it, write: state: cancelled

superseded-by-nothing = The task is replaced, but no replacing task is named
    .label = superseded_by is missing
    .help = If no task replaces it, write: state: cancelled; if one does, add the id of that task, for example: superseded_by: "1.4"

too-many-records = There are { $count } records, the limit is { $limit }
    .label = too many records
    .help = Use several content folders, one for each directive, and build them one by one, for example: tiendo build --content cv-3413

unknown-agency = There is no agency with the id “{ $id }”
    .label = this id is not in agencies.yaml
    .help = Write an id that is in agencies.yaml, for example: so-khdt, or add the agency to that file first.

unknown-attachment = There is no attachment “{ $id }”
    .label = there is no such file
    .help = Copy the file into the folder attachments and write its name exactly, capitals included, for example: attachments/bc-123.pdf

unknown-document = There is no document with the id “{ $id }”
    .label = this id is not in documents.yaml
    .help = Write an id that is in documents.yaml, for example: cv-3413, or add the document to that file first.

unknown-key = The key “{ $key }” cannot be used here
    .label = there is no such key
    .help = Keys that can be used here: { $known }

unknown-note = There is no note with the id “{ $id }”
    .label = there is no such note
    .help = A note’s id is the name of its file in the folder notes, without .md, for example: note:2021-07-24-kich-ban-tang-truong

unknown-place = There is no place with the id “{ $id }”
    .label = this id is not in places.yaml
    .help = Write an id that is in places.yaml, for example: phu-luong, or add the place to that file first.

unknown-priority = There is no priority with the id “{ $id }”
    .label = this id is not in directive.yaml
    .help = Write the id of a priority in directive.yaml, in straight double quotes if it is a number, for example: priority: "1"

unknown-task = There is no task with the id “{ $id }”
    .label = there is no such task
    .help = A task’s id is the name of its file in the folder tasks, without .yaml, for example: the file tasks/1.3.yaml has the id "1.3"

unknown-word = “{ $read }” is not a value of “{ $field }”
    .label = there is no such value
    .help =
        { $field ->
            [kind] Write one of these: deliverable (has a product), ongoing (never ends), duty (general duty)
            [state] Write one of these: not_started, in_progress, blocked (has an obstacle), done, cancelled (stopped), superseded (replaced by another task)
            [visibility] Write one of these: public (everything is shown), status_only (only title and standing are shown)
           *[other] Write one of these: { $known }
        }

unquoted-id = The id { $id } should stand in double quotes
    .label = looks like a number
    .help = So that no other program takes it for a number, put straight double quotes around the id: "{ $id }"

unreadable-file = This file or folder cannot be read
    .label = cannot be read
    .help = Close it if it is open in another program, look at its permissions, then run again: tiendo check. The system said: “{ $reason }”

wrong-ending = A file here must end in .{ $ending }
    .label = wrong ending
    .help =
        { $ending ->
            [md] Rename the file so that it ends in .md, without an extra ending such as .txt, for example: notes/2021-07-24-bao-cao.md
           *[yaml] Rename the file so that it ends in .yaml, without an extra ending such as .txt, for example: tasks/1.3.yaml
        }

wrong-shape =
    This must be { $expected ->
        [deadline] a deadline
        [list] a list
        [mapping] pairs of “key: value”
        [text-or-list] one value or a list
       *[text] one value
    }, but the file has { $read ->
        [list] a list
        [mapping] pairs of “key: value”
       *[text] a single value
    }
    .label =
        { $expected ->
            [deadline] needs a deadline
            [list] needs a list
            [mapping] needs pairs of “key: value”
            [text-or-list] needs one value or a list
           *[text] needs one value
        }
    .help =
        { $expected ->
            [deadline] Write a date, or the kind of deadline in braces, for example: due: 2021-07-25 or due: {"{"}before: 2021-07-25{"}"}
            [list] Use square brackets, for example: documents: [cv-2673, tb-61]; under updates and extensions, each entry begins with a hyphen, for example: - date: 2021-07-24
            [mapping] Write keys and values, one pair a line or all of them in braces, for example: period: {"{"}from: 2021-07-01, to: 2021-12-31{"}"}
            [text-or-list] Write one id, or several in square brackets, for example: lead: so-khdt or lead: [so-khdt, so-tc]
           *[text] Write the value right after the colon; if it holds brackets, put all of it in double quotes, for example: title: "[Urgent] Weekly report"
        }

yaml-alias = The value “{ $what }” begins with * and cannot be read
    .label = a * begins the value
    .help = Take away the *, or put the whole value in double quotes, for example: title: "*Additional report"

yaml-anchor = The value begins with “{ $what }”, and because of the & it cannot be read
    .label = an & begins the value
    .help = Take away the &, or put the whole value in double quotes, for example: title: "&Additional report"

yaml-bracket = Square brackets or braces do not match
    .label = the bracket does not match
    .help = Each [ needs a ], each {"{"} needs a {"}"}; values are set apart by commas, for example: related: ["1.3", "1.4"]

yaml-colon = The colon is missing in “{ $what }”
    .label = no colon after the key
    .help = After the key write a colon and a space, then the value, for example: title: Report for July

yaml-colon-in-text = A value that holds a colon must stand in double quotes
    .label = the value holds a colon
    .help = Put straight double quotes around the value, for example: title: "Plan: part 1"

yaml-complex-key = A key must be one word, not a list or something in braces
    .label = the key is not one word
    .help = Write only the key before the colon. A value that holds brackets goes in double quotes, for example: title: "[Urgent]: weekly report"

yaml-dash = The space after the hyphen is missing in “{ $what }”
    .label = no space after the hyphen
    .help = Add one space right after the hyphen, for example: - date: 2021-07-24

yaml-escape = “{ $what }” cannot stand in double quotes
    .label = a \ in double quotes
    .help = Change the double quotes around the value to single ones, for example: title: 'Folder C:\reports'

yaml-indent = This line cannot be read, most likely because of its indentation
    .label = cannot be read from here on
    .help = Begin in the same column as the key above; a value that begins with -, |, > or ? goes in double quotes, for example: title: "- Weekly report"

yaml-lookalike = The character { $what } looks like one of YAML’s and is another
    .label = this is another character
    .help = Delete it and type it again: a hyphen (-) before an item, a colon (:) and a space behind a key, keys in the letters a to z; for example: - date: 2021-07-24

yaml-merge-key = The key “{ $what }” cannot be used
    .label = this way of writing is not used
    .help = Delete this line and write every key in full, for example: lead: so-khdt

yaml-nbsp = There is a special space in “{ $what }”, most likely pasted from Word or a web page
    .label = this is no ordinary space
    .help = Delete this space and type it again with the space bar, for example: title: Report for July

yaml-needs-quotes = The value “{ $what }” must stand in double quotes
    .label = this character needs double quotes
    .help = Put straight double quotes around the value, for example: contact: "@vanphong, phòng Tổng hợp"

yaml-nul = The file holds a null character and may be damaged
    .label = null character here
    .help = Copy the file again from a good one, or delete this line and type it again by hand, for example: title: Report for July

yaml-quote = A quotation mark is not closed, or is closed too early
    .label = the quotation marks do not match
    .help = Open and close with the same mark; around text that holds double quotes use single ones, for example: title: 'The "One door" plan'

yaml-second-document = A file holds one set of data, but a second one begins here
    .label = this line begins a second set
    .help = Delete this line ---. If what follows is another task, move it to a file of its own, for example: tasks/1.4.yaml

yaml-smart-quote = Curly quotation marks cannot stand for straight ones: { $what }
    .label = this is a curly mark
    .help = Delete the curly marks and type straight ones, for example: title: "Plan: part 1"; keys need none.

yaml-space = The space after the colon is missing in “{ $what }”
    .label = no space after the colon
    .help = Add one space right after the colon, for example: title: Report for July

yaml-tab = The line is indented with a tab
    .label = tab character here
    .help = Delete the tab and use the space bar: two spaces for each level, for example two spaces before “- date: 2021-07-24”.

yaml-tag = The value begins with “{ $what }”, and because of the ! it cannot be read
    .label = a ! begins the value
    .help = Take away the !, or put the whole value in double quotes, for example: title: "!Urgent: weekly report"

yaml-too-deep = The data are nested more than { $what } levels deep
    .label = nested too deep from here on
    .help = Take away brackets or indentation here, for example this is enough: lead: [so-khdt, so-tc]

yaml-too-many = The file has more than { $what } values
    .label = past the limit from here on
    .help = Move some data to other files: one file for each task, one for each note, for example: tasks/1.4.yaml
