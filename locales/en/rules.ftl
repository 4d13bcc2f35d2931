# The texts of diagnostics about the content. Each code has a sentence and these parts:
#   .label   shown under the mistake    .help   what to type    .second   shown under the second place, if any
# This file and locales/vi/rules.ftl have the same keys, parts and arguments.

## Frame words

check-clean = No problems: { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }.
check-more = … and { $count } more “{ $code }”
check-unknown-rule = there is no rule “{ $code }”; to list all: tiendo check --explain
check-explain-one = To explain one of them: tiendo check --explain CODE
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
cited-task-unread = The task “{ $id }”, which is cited here, cannot be read, so pages show only its id
    .label = this file cannot be read
    .help = Correct the errors of this file; the records that cite it are right

did-you-mean = Did you mean “{ $suggestion }”?
doubled-directive = “{ $number }” has the same number, date and issuer as the directive “{ $other }”
    .label = the same as “{ $other }”
    .help = If one of the two folders is a copy, move it out of the content folder; if they are two letters, correct the number or the date

help-name = help
severity-error = error
severity-hint = hint
severity-warning = warning

## Diagnostics, by code

added-before-directive = Added on { $read }, before the directive’s date ({ $date })
    .label = before the directive’s date
    .help = If the year is a typing error, correct it. If the task is part of the directive itself, delete “added”.

agency-not-valid =
    { $when ->
        [later] “{ $agency }” did not exist yet on the date of the directive ({ $date })
       *[earlier] “{ $agency }” no longer existed on the date of the directive ({ $date })
    }
    .label =
        { $when ->
            [later] this agency was established on { $day }
           *[earlier] this agency was dissolved on { $day }
        }
    .help =
        { $when ->
            [later] Choose an agency that existed then; or if its dates are wrong, correct entry { $id } in agencies.yaml, for example: valid_from: { $date }
           *[earlier] Choose an agency that existed then; or if its dates are wrong, correct entry { $id } in agencies.yaml, for example: valid_until: { $date }
        }

as-of-ahead = The data date is { $days } days later than the newest fact ({ $newest })
    .label = every task would count as silent
    .help = If the year or the month was mistyped, correct it, for example: as_of: { $newest }. If it is right, the reports since then are missing.
    .form = If the year or month was mistyped, correct it, for example { $newest }.

as-of-before-directive = The data date { $read } is earlier than the directive’s date { $date }
    .label = earlier than the directive
    .second = the directive’s date is here
    .help = Write the directive’s date or a later day, for example: as_of: { $date }
    .form = Type the date of the directive or a later day.

as-of-unknown = No data date is given; the newest date is used: { $date }
    .label = the date is missing
    .help = Write the data date, for example: as_of: { $date }; to always use the newest date, delete this line.

attachment-collision = Two attachments get the same address on the site: “{ $path }”
    .label = same address as another file
    .second = the other file
    .help = Rename one of them; names that differ only in accents, capitals or spaces still count as the same. A new name, for example: bao-cao-2.pdf
    .form = There is a file of that name; type a fuller symbol.

attachment-content = The file ends in .{ $ending } but { $read ->
        [empty] is empty
        [pdf] is a PDF
        [png] is a PNG picture
        [jpeg] is a JPEG picture
        [webp] is a WebP picture
        [zip] is an archive or an office document
        [old-office] is an office document in the old format, or has a password
        [web] is a web page
        [program] is a program
       *[other] is not
    }
    .label = the content does not match the extension
    .help = Open the file in its program, save it as .{ $ending } and replace this file, or change the extension to match the content.
    .form = Open the file in its own program, save it as .{ $ending } and choose it again.

attachment-double-ending = The file name has two extensions: .{ $read }, then .{ $ending }
    .label = a misleading name
    .help = Open the file to check that it is a document, then rename it with one extension, for example: bao-cao.{ $ending }

attachment-too-large = The attachment is { $size } MB; the limit is { $limit } MB
    .label = the file is too large
    .help = Scan it again in black and white at 200 dpi, save it from Word as PDF, or split it into several files, for example: bc-123-phan-1.pdf

attachment-type = Attachments with the extension “{ $read }” are not accepted
    .label = files of this type are not published
    .help = Save it as PDF and copy that to attachments, or remove the file from the folder. Accepted extensions: { $known }
    .form = Save it as PDF and choose it again. Accepted are { $known }.

bad-id = The id “{ $id }” has characters that are not allowed
    .label = ids contain only a–z and 0–9, with - or . in between
    .help = Use lower-case letters without accents, joined by - or a full stop, for example: id: so-khdt. The id of a task or note is its file name: rename the file.
    .form = An id has lower-case letters without marks, digits, full stops and hyphens, for example 1.12.

bad-month = Cannot read the month “{ $read }”
    .label = needs a year and a month
    .help = Write year-month, with a month from 01 to 12, for example: due: {"{"}month: 2021-10{"}"}
    .form = Type the month and year, for example tháng 10/2021.

bad-number = “{ $read }” is not a whole number from { $from } to { $to }
    .label = needs a number from { $from } to { $to }
    .help = Write digits only, without %, commas or words, for example: { $field }: { $example }
    .form = Type digits alone, without a comma or words, for example { $example }.

bad-quarter = Cannot read the quarter “{ $read }”
    .label = needs a year and a quarter
    .help = Write year-Q and a quarter from 1 to 4, for example: due: {"{"}quarter: 2021-Q3{"}"}
    .form = Type the quarter and year, for example quý III/2021.

bad-url = “{ $read }” is not a web address
    .label = not a web address
    .help = Copy the whole address from the browser, with https:// or http:// in front and no spaces, for example: https://example.com/tien-do/

bad-year = Cannot read the year “{ $read }”
    .label = needs a year of four digits
    .help = Write all four digits of the year, for example: due: {"{"}year: 2021{"}"}
    .form = Type the year with four digits, for example năm 2021.

bare-address = The address “{ $read }” is not a link
    .label = readers cannot follow it
    .help = Put it in angle brackets or give it a link text, for example: <https://example.com>, [the portal](https://example.com), <a@example.com>

broken-link = The link “{ $read }” leads nowhere
    .label = unclear where this leads
    .help = Write a kind and an id, an attachment or a full web address, for example: [task 1.3](task:1.3), [letter](doc:cv-3413), [file](attachments/bc-123.pdf)

colliding-id = The id “{ $id }” differs from “{ $other }” only in capitals or accents
    .label = easily confused with “{ $other }”
    .second = the other id is here
    .help = If both are the same record, delete one; if not, give one a clearly different id in lower-case letters without accents. The id of a task or note is its file name.
    .form = Give a different id, or leave it empty for the next one.

comment-shown =
    { $kind ->
        [record] The comment { $read } … --> would be published, because fields of records are published as they are
       *[open-comment] A comment begins with <!-- and never ends with -->, so it would be published
    }
    .label =
        { $kind ->
            [record] this would be published
           *[open-comment] this comment is never closed
        }
    .help =
        { $kind ->
            [record] Delete it, or write the remark on a line of its own above that begins with #, for example: # wait for the clinic
           *[open-comment] Write --> at the end of the remark, or delete all of it, for example: <!-- wait for the clinic -->
        }

correction-detail = “{ $field }” does not go with of: { $of }
    .label = does not go with of: { $of }
    .help = Delete this line, or correct “of”: “{ $field }” goes with of: { $kinds }
    .form = Choose again the published fact to be corrected.

correction-of-several = One correction (of: { $of }) withdraws several facts at once ({ $read })
    .label = needs one value
    .help = Write one value, for example: was: { $first }; add a correction of its own for each of the others.
    .form = Correct one fact at a time; add another correction for each of the others.

copied-file = “{ $copy }” is a copy of “{ $original }”
    .label = copy
    .second = original
    .help =
        { $how ->
            [name] A program that keeps folders in step, or copying, has added the end of the name.
           *[content] The name begins like that of the original, and the content is nearly the same.
        } { $kind ->
            [task] With both, the task is counted twice: move what only the copy has into { $original } and delete the copy. If it is another task, give it an id and a title of its own.
            [note] With both, the note is published twice: move what only the copy has into { $original } and delete the copy. If it is another note, give it a file name and a title of its own.
            [attachment] The files are the same: keep { $original }, delete the copy, and correct what cites the copy.
           *[list] Only { $original } is read, so what only the copy has is lost: move it into { $original } and delete the copy.
        }

date-form = Cannot read the date “{ $read }”
    .label = not a date
    .help = Write the date only, without words, for example: 2021-07-25 or 25/7/2021; a deadline “before” a day is written: due: {"{"}before: 2021-07-25{"}"}
    .form = Type the day first, then the month, for example 25/7/2021. Type the date alone, without words.

date-month-first = The date “{ $read }” has day and month in the wrong order
    .label = day and month are swapped
    .help = Write day/month/year, for example 25/7/2021, or year-month-day, for example 2021-07-25
    .form = Type the day first, then the month, for example 25/7/2021.

date-no-such-day = The date “{ $read }” does not exist: month { $month } of { $year } has { $days } days
    .label = this month has { $days } days
    .help = Correct it. If the document itself has the error, copy it to documents.yaml: printed: {"{"}date: "{ $read }"{"}"} and put the right date under correction
    .form = Correct the day from the document itself, for example 25/7/2021.

date-no-such-month = The date “{ $read }” does not exist: a year has no month { $month }
    .label = there is no month { $month }
    .help = Correct it. If the document itself has the error, copy it to documents.yaml: printed: {"{"}date: "{ $read }"{"}"} and put the right date under correction
    .form = Correct the month from the document itself, for example 25/7/2021.

date-short-year = The date “{ $read }” does not give all four digits of the year
    .label = the year has only two digits
    .help = Write all four digits of the year, for example: 25/7/2021 or 2021-07-25
    .form = Type the year with four digits, for example 25/7/2021.

date-year = The year { $year } in “{ $read }” is not between 2000 and 2100
    .label = the year is not between 2000 and 2100
    .help = Correct the year, for example: 2021-06-12; if the document has the error, write in documents.yaml: printed: {"{"}date: "{ $read }"{"}"} and the right date under correction
    .form = Correct the year, for example 12/6/2021.

dates-reversed = The last day { $until } is earlier than the first day { $from }
    .label = the last day, earlier than the first
    .second = the first day is here
    .help = Correct the wrong date. If they were swapped, write: { $from_key }: { $until } and { $until_key }: { $from }

deadline-form =
    { $how ->
        [several] A deadline must have exactly one form
       *[other] Cannot read the deadline “{ $read }”
    }
    .label =
        { $how ->
            [several] needs exactly one form
           *[other] not a form of deadline
        }
    .help = Choose one: due: 2021-07-25, due: {"{"}before: 2021-07-25{"}"}, due: {"{"}month: 2021-10{"}"}, due: {"{"}quarter: 2021-Q3{"}"} or due: {"{"}event: "before the rainy season"{"}"}
    .form = Type a day, month, quarter or year, for example 31/12/2021, tháng 10/2021, quý III/2021, năm 2021.

directive-folder = The folder name “{ $name }” is not an id
    .label = cannot be an id
    .help = An id has only lower-case letters without marks, digits, full stops and hyphens. Rename the folder, for example to: { $meant }

document-without-added = “document” of a task needs “added”
    .label = no day is given
    .help = If this document added the task to the directive, add the line: added: the day. If the task only cites it, write instead: documents: [id of the document]

document-without-stop = The key “document” is only for a task that is stopped or replaced
    .label = this entry does not stop the task
    .help = If it is evidence, write instead: evidence: [{ $id }]; if it is the document that stops the task, add the line: state: cancelled
    .form = If the document is evidence, choose it under evidence; if it stops the task, choose the state that says so.

done-in-words = The text says that the task is done, but the state does not
    .label = says that it is done
    .help = If the whole task is done, add to this entry: state: done, and its evidence: [id of a document]. If only part of it is done, say which part.
    .form = If the whole task is finished, add an entry with the state “done” and its evidence. If only a part is, say which.

done-on-duty = A general duty cannot be done
    .label = progress is not assessed for a general duty
    .second = its kind is given here
    .help = Delete state: done and keep the text. If the task must deliver something, change its kind to: kind: deliverable
    .form = Choose “Report only” and keep the text.

done-on-ongoing = An ongoing task cannot be done
    .label = an ongoing task has no end
    .second = its kind is given here
    .help = Delete state: done and keep the text as a report. If the task must deliver something, change its kind to: kind: deliverable
    .form = Choose “Report only”; an ongoing task has a report in each period.

doubled-id = Two records have the same id “{ $id }”
    .label = this id is already used
    .second = first used here
    .help = If it is an extra copy, delete one. If they are two records, change the id of one (for a task or note, rename the file), for example: { $id }-2

doubled-key = The key “{ $key }” appears twice in one block
    .label = already written above
    .second = first written here
    .help = Delete one of the two. Write several values as one list, for example: documents: [cv-2673, tb-61]

doubled-reference = The id “{ $id }” appears twice in one list
    .label = second time
    .second = first time
    .help = Delete one of the two, or write the id you meant.
    .form = Clear one of the two.

doubled-title = Task { $task } has the same title as task { $other }
    .label = task { $other } has this title too
    .second = task { $other }
    .help = Add what distinguishes the two to the title, or name the place of each, for example: places: [dai-tu]. If one was copied by mistake, delete its file.
    .form = Add to the title what tells the two tasks apart, such as the period, scope, subject or place.

due-before-directive = The deadline { $day } was before the date of the directive ({ $date })
    .label = before the date of the directive
    .second = the date of the directive
    .help = If it is a typing error, correct the year or the month, for example: due: 2024-12-31. If the directive gives older work a new deadline, add: extensions: [{"{"}decided: { $date }, due: 2024-12-31{"}"}]
    .form = If it was mistyped, correct the year or month of the deadline.

due-without-end =
    { $kind ->
        [duty] A general duty has no deadline, but the file has “{ $field }”
       *[ongoing] An ongoing task has no deadline, but the file has “{ $field }”
    }
    .label = only a deliverable has a deadline
    .second = its kind is given here
    .help = Delete { $field }. If the task must deliver something by a date, change its kind to: kind: deliverable
    .form = Delete the deadline, or choose the kind with a deliverable.

empty-file = This file is empty
    .label = nothing here yet
    .help = If the file is not needed, delete it; if it is, write at least one line with a key and a value, for example: title: Report for July

empty-item = There is no value after the hyphen
    .label = a hyphen without a value
    .help = Write the value right after the hyphen and a space, for example: - so-khdt; if there is none, delete this line.

entry-before-directive = The entry of { $read } is older than the directive ({ $date })
    .label = earlier than the directive
    .second = the directive’s date is here
    .help = If the work began earlier, leave it. If the year or month is a typing error, correct it from the date on the evidence.
    .form = If the year or month was mistyped, correct it from the evidence.

entry-says-nothing = This entry has no content
    .label = only a date
    .help = Add below the date what happened, for example: text: The draft went to all departments. If there is nothing to report, delete the entry.
    .form = Type a text, choose a state or choose evidence.

evidence-after-entry = The evidence “{ $id }” is dated { $read }, after this entry of { $date }
    .label = did not exist on { $date }
    .second = the date of the document
    .help = Write the day on which it happened, as on the evidence, for example: date: { $read }; or correct the date of the document in documents.yaml
    .form = Type the day of the event as the evidence has it, or correct the date of the document under Documents.

evidence-missing = Reported as done without evidence
    .label = does not count as done without evidence
    .help = Add the report or document to documents.yaml, then write its id in this entry, for example: evidence: [bc-123]
    .form = Add an entry that is done and choose its evidence; if it is not in the list, open “Add a new document as evidence”.

evidence-of-two-priorities = The evidence “{ $id }” is cited by tasks of two priorities: { $other } and { $task }
    .label = task { $task } cites it too
    .second = task { $other } cites it first
    .help = If it proves both tasks, leave it; you may add: related: ["{ $other }"]. If the wrong id was copied, correct it.

extension-not-later = The new deadline { $day } is not later than its decision on { $decided }
    .label = the new deadline is not later than the decision
    .second = decided on this day
    .help = If the document says so, leave it. If the dates are swapped, write: decided: { $day } and due: { $decided }
    .form = Compare both days with the deciding document.

fact-ahead-of-portal = { $date } is more than a month later than every other date in the portal (the next one is { $second })
    .label = later than all others
    .help = Correct the year if it was mistyped. If the date is right, set the as-of date in site.yaml: as_of: { $date }

later-directive = { $directive }: issued on { $read }, after the data date ({ $date }), so it does not count yet
    .label = after the data date
    .second = the data date
    .help = If it should count, move the data date in the portal's site.yaml, for example: as_of: { $read }. If the year or the month is a typing error, correct this date. If it is for later, leave it.
    .form = If the period has come, move the data date on its screen; if this is for the next period, leave it.

fact-after-as-of = { $read } is after the data date ({ $date }), so the site does not show it yet
    .label = after the data date
    .second = the data date
    .help = If it should be shown, move the data date in site.yaml, for example: as_of: { $read }. If the year or the month is a typing error, correct this date. If it is for later, leave it.
    .form = If the period has come, move the data date on its screen; if this is for the next period, leave it.

file-name-not-utf8 = The file’s name has characters that cannot be read
    .label = the name cannot be read
    .help = Rename the file using lower-case letters without accents, digits and hyphens, for example: bao-cao-thang-7.pdf

file-too-large = The file is { $size } KB; the limit is { $limit } KB
    .label = the file is too large
    .help = Split it into smaller files; a PDF or picture can be compressed or scanned again at a smaller size, for example: bc-123-phan-1.pdf

front-matter-missing = The note does not begin with its front matter
    .label = the first line must be ---
    .help = Begin the file with these, one per line: --- then date: 2021-07-24 then title: Growth scenario then tasks: ["1.3"] then ---

front-matter-unclosed = The front matter of the note is not closed
    .label = the second line --- is missing
    .help = After the last line of the front matter (for example after tasks: ["1.3"]), add a line of three hyphens and nothing else: ---

heading-order = 
    { $level ->
        [1] The note already has a main title (title)
       *[other] The heading skips a level
    }
    .label = should begin with { $right }
    .help = Begin the line with { $right } and a space, for example: { $right } Progress in July

html-comment = The comment in <!-- --> is not published
    .label = the page leaves this out
    .help = If readers should see it, delete the marks <!-- and -->; if nobody needs it, delete all of it.

id-is-device = The id “{ $id }” is not possible: Windows reserves the name “{ $part }”
    .label = Windows cannot use this name
    .help = Put another word and a hyphen before it, for example: muc-{ $id }. The id of a task or note is its file name: rename the file.
    .form = Put a word and a hyphen before it, for example muc-{ $id }.

id-too-long = The id has { $length } characters, the limit is { $limit }: “{ $id }”
    .label = longer than { $limit } characters
    .help = Shorten the id to its main words (for a task or note, rename the file), for example: 2021-07-24-kich-ban-tang-truong
    .form = Shorten it to a few main words.

ignored-file =
    { $kind ->
        [sheet] An Excel file is not read here
        [text] A Word file is not read here
       *[other] A file or folder that is not read
    }
    .label = files of this kind are not read
    .help =
        { $kind ->
            [sheet] Tasks and notes are plain text: write them in Notepad, one task a file, for example: tasks/1.3.yaml. If it is evidence, move it to attachments.
            [text] Copy the words into a file made with Notepad, for example: tasks/1.3.yaml or notes/2021-07-24-bao-cao.md. If it is evidence, move it to attachments.
           *[other] Put it where it belongs, for example: tasks/1.3.yaml, notes/2021-07-24-bao-cao.md, attachments/bc-123.pdf; if it is not needed, delete it.
        }

image-not-shown = This picture is not shown: a page shows pictures from attachments/ only
    .label = the page has its alternative text only
    .help = Save the picture in the folder attachments and name it there, for example: ![The new dyke](attachments/dyke.jpg); if it is no picture, delete the ! before it.

image-without-text = The picture has no alternative text
    .label = readers who cannot see it learn nothing
    .help = Describe it between the square brackets, for example: ![The new dyke at Gò Sim](attachments/ke-song.png)

invisible-character = There is an invisible character ({ $read })
    .label = invisible character here
    .help = Delete the words just before and after it and type them again, without pasting, for example: tiêm vắc-xin

ledger-order = In the file, the entry of { $read } comes after the entry of { $before }
    .label = earlier than the entry above
    .second = the entry above, of a later date
    .help = If the date is wrong, correct it; if not, move this entry up, so that the newest is last. Until then the entry of { $winner } counts as the newest.
    .form = Nothing to do. New entries go to the end of the ledger, and results go by the date. If the date was mistyped, undo and enter it again.

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

link-http = The link uses http, which is not encrypted
    .label = http, not https
    .help = Open the address with https; if that works, use it in the note, for example: https://example.com/van-ban

link-outside =
    { $kind ->
        [directive] A link stands in place of a directive's folder; it is not followed
       *[file] This symbolic link leads outside the content folder, or nowhere
    }
    .label = this link cannot be used
    .help =
        { $kind ->
            [directive] Delete the link and copy the folder itself here, for example: directives/kh-58-2023/
           *[file] Delete the link and copy the file itself into the content folder, for example: attachments/bc-123.pdf
        }

link-to-draft = The note “{ $id }” is still a draft and cannot be linked to
    .label = leads to a draft
    .help = If that note is approved, delete the line draft: true in its file; if not, link to the task instead, for example: task:1.3
    .form = If that note is approved, clear its “Draft”; if not, link to the task, for example task:1.3.

link-to-hidden-note = The note “{ $id }” has no public page
    .label = readers cannot open this note
    .help = That note is only about restricted records. Delete the link, or link to the task instead, for example: task:1.3

look-alike-letter =
    { $kind ->
        [cyrillic] The id “{ $id }” holds the Russian letter “{ $letter }”, which looks like “{ $plain }”
        [greek] The id “{ $id }” holds the Greek letter “{ $letter }”, which looks like “{ $plain }”
        [full-width] The id “{ $id }” holds the full-width character “{ $letter }” instead of “{ $plain }”
        [vietnamese] The id “{ $id }” holds the letter “{ $letter }”; ids have letters without accents only
        [dash] The id “{ $id }” holds a dash “{ $letter }” instead of a hyphen “{ $plain }”
       *[other] The id “{ $id }” holds the character “{ $letter }”, which looks like “{ $plain }”
    }
    .label = the character { $code }; it must be “{ $plain }”
    .second = the id it resembles is here
    .help = Delete the whole id and type it again by hand, with the Vietnamese keyboard off, without pasting. The id of a task or note is its file name: rename the file.

malformed-link = The link “{ $read }” is malformed: it would be shown as typed and could not be clicked
    .label = not a link
    .help = Write the address directly after the square bracket, for example: [task](task:1.3); put a file name with spaces in angle brackets: [report](<attachments/Report 2.pdf>)

markup-as-text =
    { $kind ->
        [record] “{ $read }” is shown as typed and cannot be clicked
        [link-reference] “{ $read }” leads nowhere: its brackets are shown as typed
        [footnote-reference] “{ $read }” refers to a footnote that does not exist and is shown as typed
        [html] The HTML tag “{ $read }” has no effect and is shown as typed
        [table] The line “{ $read }” is no table: its | signs are shown as typed
        [heading] The line “{ $read }” is no heading: its # is shown as typed
        [fence] The code that begins with “{ $read }” is never closed: links and bold text after it have no effect
        [indentation] The line “{ $read }” counts as code because of the spaces before it
       *[emphasis] The marks of bold or italics in “{ $read }” have no effect and are shown as typed
    }
    .label = shown as typed
    .help =
        { $kind ->
            [record] Write a link with words, for example: [task 1.3](task:1.3)
            [link-reference] Write the address in parentheses, for example: [task](task:1.3); if no link is meant, put \ before the bracket: \[
            [footnote-reference] Add the footnote at the end, for example: [^1]: From the minutes of 2 July. Without a footnote, delete this reference.
            [html] Delete the tag. Write **text** for bold, *text* for italics, m² for square metres, and press Enter for a new line; to show the tag itself, put \ before the <
            [table] Below the first row write a line of dashes with as many columns, for example for two: | --- | --- |; leave an empty line above the table.
            [heading] Put a space after the #, for example: ## Results
            [fence] Add a line of three ``` where the code ends, or delete this line.
            [indentation] Delete the spaces at the start of the line.
           *[emphasis] Marks touch the bold text and have a space outside, for example: **Result:** done; to show the marks, put \ before them: \*\*
        }

merge-conflict = Two versions were not merged: git's conflict marks are still on the lines { $lines }
    .label = the conflict begins here
    .help = Ask which version is right, keep that one, and delete the lines with <<<<<<<, ======= and >>>>>>>.

missing-field = “{ $field }” is missing
    .label = “{ $field }” is missing or empty
    .help =
        { $what ->
            [after] Write the event from which the days count, for example: due: {"{"}days: 15, after: "receiving instructions"{"}"}
            [date] Add the date, for example: date: 2021-07-24
            [days] Write the number of days after the event, for example: due: {"{"}days: 15, after: "receiving instructions"{"}"}
            [decided] Add the day on which the extension was decided, for example: decided: 2021-07-22
            [due] Add the new deadline, for example: due: {"{"}before: 2021-07-25{"}"}
            [event] Write the event that is the deadline, for example: due: {"{"}event: "before the rainy season"{"}"}
            [id] Add an id in small letters without accents, for example: id: so-khdt; an id that looks like a number goes in double quotes: id: "1"
            [kind] Add the kind of task, for example: kind: deliverable (has a product), kind: ongoing (never ends) or kind: duty (general duty)
            [target-kind] Add the kind of target, for example: kind: folder; the others are sftp, webdav and s3
            [target-name] Add the name by which commands call this target, for example: name: server
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
    .help =
        { $place ->
            [directive] Create the file { $file }; if this folder is no directive, move it out of “directives”.
           *[content] Create the file { $file }, or name the right content folder, for example: tiendo check --content content
        }

missing-heading =
    { $field ->
        [subject] The directive does not say what it is about
       *[title] The site has no title
    }
    .label = “{ $field }” is missing or empty
    .help =
        { $field ->
            [subject] Add what the document is about, for example: subject: Key tasks for the last six months of 2021
           *[title] Add the site’s title, for example: title: Progress of Official Letter 3413
        }

name-not-listed = “{ $name }” is named here, and the record does not list it
    .label = { $field ->
        [places] not in places
       *[other] neither in lead nor in support
    }
    .help = { $field ->
        [places] Add places: [{ $id }] (or add the id to the places that are there); leave it if the task does not concern this place in particular.
       *[other] Add the id { $id } to lead if the agency is in charge, to support if it helps; leave it if it is only mentioned.
    }

newest-fact-alone = { $date } is much later than every other date (the nearest is { $second })
    .label = the year or month may be wrong
    .help = If it is a typing error, correct this date. If it is right, set the data date in site.yaml, for example: as_of: { $date }
    .form = If it was mistyped, correct this day; if it is right, set the data date on its screen.

no-regular-file = This is not an ordinary file and cannot be read
    .label = not an ordinary file
    .help = Delete it and copy the real file to its place, for example: tasks/1.3.yaml

no-tasks-but-tasks = Priority “{ $id }” is marked as having no tasks, but it has { $count }
    .label = this priority has tasks
    .second = the first task of this priority
    .help = Delete no_tasks. If task { $task } is in the wrong priority, correct the line priority in that task’s file.
    .form = Choose another priority, or, if this one has tasks now, open the text of directive.yaml and delete the line that says it has none.

not-nfc = Accented letters in this file are in decomposed Unicode
    .label = the accent is separate from its letter
    .help = No change is needed: accents are combined when the file is read. To remove this hint, run: tiendo check --fix --yes, and set UniKey to: Unicode (not decomposed Unicode)

not-utf8 =
    { $read ->
        [UTF-16] The file is saved as UTF-16, it must be UTF-8
       *[other] The file is not saved as UTF-8 (it has the byte { $read })
    }
    .label = cannot be read from here on
    .help = Open it in Notepad, choose File, Save As, set Encoding to UTF-8 and save it again; retype any letters that are damaged.

note-names-nothing = The note names no task, priority or place
    .label = needs a task, a priority or a place
    .help = Add at least one line to the front matter, for example: tasks: ["1.3"]; while you are still writing, add: draft: true
    .form = Choose at least one task, priority or place; if you are still writing, tick “Draft”.

note-newer-than-entry = Task { $task } has had no entry since the date of this note
    .label = newer than the task’s last entry
    .help = A note does not count as a report. If there are results, add an entry to updates in tasks/{ $id }.yaml, beginning with: - date: { $date }
    .form = A note is no report; if there are results, report them on the task.

note-too-deep = The note nests lists or quotations more than { $limit } levels deep
    .label = nested too deep from here on
    .help = Remove > marks or spaces at the start of this line and write it as a plain line, for example: - Results this week

note-without-page = This note has no page because it names only restricted records
    .label = all of these are restricted
    .help = If it is not meant to be published, leave it, or mark it: draft: true. Otherwise name a public task too, for example: tasks: ["1.3"]
    .form = To publish it, choose a public task too; otherwise tick “Draft”.

number-as-id = The id { $id } must be in double quotes, or it is read as the number { $becomes }
    .label = double quotes are missing
    .help = Put straight double quotes around the id: "{ $id }"

old-line-ends = This file has old Mac line endings (CR alone)
    .label = the line ends in CR here
    .help = The site is not affected. So that every program can open the file, change its line endings to LF or CRLF in your editor and save it.

percent-against-state = 
    { $state ->
        [done] The state is done, but the percentage is { $read }
        [none] The percentage is { $read }, but no state was ever given
       *[other] The percentage is { $read }, but the state is { $state }
    }
    .label = contradicts the state
    .help = If it is done, write: state: done, percent: 100 and the evidence. If not, correct or delete the percentage.
    .form = If the task is done, type 100 or leave this empty; if it is not, choose another state.

percent-falls = The percentage falls from { $before } to { $read }
    .label = lower than before
    .second = { $before } was reported here
    .help = Correct the figure if it was a typing error. If the work was restarted, add to this entry: state: in_progress, and a text that gives the reason
    .form = Correct the number; if work has to be done again, give the reason in the text.

placeholder-text = A placeholder is still to be filled in: “{ $read }”
    .label = not filled in
    .help = Fill it in or delete it; if there is nothing to report yet, delete the entry.

priority-without-tasks = Priority “{ $id }” ({ $title }) has no tasks
    .label = no tasks yet
    .help = Add a task with the line priority: "{ $id }", or say why there is none, for example: no_tasks: This part only states general duties
    .form = Add a task and choose this priority.

private-person = A note on a restricted task contains “{ $read }”, which may identify a private person
    .label = is this a private person?
    .help = Remove the identity, for example: one household. If the person holds an office, add it after the name, for example: ông Nguyễn Văn A, Chủ tịch UBND xã

public-in-restricted = The task is marked public, but priority “{ $id }” is restricted
    .label = cannot be public in a restricted priority
    .second = this priority has visibility: status_only
    .help = Delete this line; or if the whole priority may be public, write in directive.yaml, at priority “{ $id }”: visibility: public

publication-chain = Publication { $number } does not follow from the one before: its sum does not match
    .label = this publication, or one above it, was changed, removed or moved
    .help = The program writes this file. Restore it from a copy of the content folder, or copy the publications from du-lieu/publications.json of the published site.

recorded-before-fact = Recorded on { $read }, before it happened ({ $date })
    .label = before it happened
    .help = Set “recorded” to the day on which it was put into the records, { $date } or later; if that was the same day, delete “recorded”. Until then { $date } counts.
    .form = Choose the day of the event again; it cannot be later than the day it was recorded.

related-to-itself = Task { $id } is listed as related to itself
    .label = this is the task’s own id
    .help = Delete this id, or write the id of the task you meant.
    .form = Clear this task itself.

replacement-without-state = A replacement is named, but the entry’s state is not “superseded”
    .label = the line state: superseded is missing
    .help = If nothing replaces the task, delete superseded_by; if something does, add two lines to this entry: state: superseded, and document: with the document’s id
    .form = Clear the task that replaces this one, or choose the state “superseded” and the deciding document.

shared-abbreviation = The agencies “{ $other }” and “{ $agency }” are both called “{ $name }”
    .label = “{ $other }” already has this name
    .second = first used here
    .help = Remove the shared name from one or both, or write it in full, for example: short: Sở TTTT
    .form = Type another short name, or leave the field empty.

signer-without-name =
    { $holds ->
        [nothing] The signer has no name, so the site will show no signer
       *[other] The signer ({ $title }) has no name, so the site will show no signer
    }
    .label = the signer’s name is missing
    .help =
        { $holds ->
            [nothing] Add the name as printed on the document, for example: signer: {"{"}title: Chủ tịch, name: Nguyễn Văn A{"}"}
           *[other] Add the name as printed on the document, for example: signer: {"{"}title: { $title }, name: Nguyễn Văn A{"}"}
        }

state-goes-back = The state goes back from { $before } to { $read } without a reason
    .label = goes back from the previous state
    .second = { $before } was reported here
    .help = Give the reason in this entry, for example: text: Inspected again, one part is missing. If the state is a typing error, correct it.
    .form = Give the reason in the text; if the state was chosen by mistake, choose again.

stop-without-document =
    { $state ->
        [superseded] The task is replaced, but no document is named for it
       *[cancelled] The task is stopped, but no document is named for it
    }
    .label = the deciding document is missing
    .help = Add the id of the document (one that is in documents.yaml) to this entry, for example: document: cv-3413
    .form = Open “When the task is stopped or replaced” and choose the deciding document; if it is not in the list, open “Add a new document as evidence”.

successor-loop = These agencies succeed one another in a circle: { $chain }
    .label = leads back to “{ $id }”
    .second = the next step of the circle
    .help = Only an agency that was dissolved names its successor. Delete successor in the one that exists today.

successor-without-end = A successor is named, but not the last day of this agency
    .label = valid_until is missing
    .help = Add the last day on which this agency existed, for example: valid_until: 2025-02-28

summary-repeats-title = The summary of priority “{ $id }” repeats its title
    .label = the same words as the title
    .second = the title
    .help = Say what the priority asks for, for example: summary: Bring clean water to the upland communes; or delete the line.

superseded-by-itself = Task “{ $id }” is marked as replaced by itself
    .label = this is the task’s own id
    .help = Write the id of the task that replaces it, for example: superseded_by: "1.4". If no task replaces it, write: state: cancelled
    .form = Choose another task; if none replaces this one, choose the state that stops it.

superseded-by-nothing = The task is replaced, but the replacing task is not named
    .label = superseded_by is missing
    .help = If no task replaces it, write: state: cancelled; if one does, add the id of that task, for example: superseded_by: "1.4"
    .form = Open “When the task is stopped or replaced” and choose the task that replaces this one; if there is none, choose the state that stops it.

superseded-loop = These tasks replace one another in a circle: { $chain }
    .label = “{ $id }” is replaced by “{ $other }”
    .second = the next step of the circle
    .help = In the task that is in progress today, delete superseded_by and correct the state, for example: state: in_progress. If all were stopped, write in the last one: state: cancelled
    .form = Choose a task that is still being carried out.

table-too-wide = The table has { $count } columns, more than the { $limit } that a page can show
    .label = the table begins on this line
    .help = Cut it into narrower tables, or attach the spreadsheet and link to it, for example: [figures](attachments/figures.xlsx)

text-not-shown =
    { $kind ->
        [sign] The signs in “{ $read }” count as markup and are not shown
        [backslash] The \ in “{ $read }” is not shown
        [entity] “{ $read }” is not shown as typed but as another character
        [cells] These cells are not shown: “{ $read }”; the row has more cells than the head of the table
        [footnote] The footnote “{ $read }” is not shown: nothing refers to it, or another one has its name
        [definition] The line “{ $read }” is not shown: no link uses it, or another one has its name
        [link-title] The words in quotation marks after the address are not shown: “{ $read }”
        [code-title] The words after the opening of the code are not shown: “{ $read }”
        [empty-heading] The heading “{ $read }” has no words and is not shown
        [number] The number “{ $read }” loses its 0 on the page
       *[other] “{ $read }” was typed and is not shown
    }
    .label = not shown on the page
    .help =
        { $kind ->
            [sign] Put a \ before each sign that is to be shown, for example: 5 \*6, or \> 90%; a product is best written 5 × 6. If italics are meant, leave spaces on both sides.
            [backslash] Write \\ to show one \, or delete it.
            [entity] Type the character itself, for example: 5 < 6
            [cells] Add cells to the first row and to the line of dashes, or delete | signs in this row.
            [footnote] Refer to it in the text by this very name, for example: as in the minutes[^1], or delete it.
            [definition] Delete this line, or write plain text without square brackets, for example: Source: https://example.com
            [link-title] Move the words out of the parentheses, for example: [report](attachments/report.pdf) (signed)
            [code-title] Move the words to the next line.
            [empty-heading] Write words after the #, for example: ## Results; if it is not needed, delete the line.
            [number] To keep the 0, put a \ before the full stop, for example: 01\. Meeting
           *[other] Write it as plain text; to show a sign as such, put \ directly before it.
        }

title-long = The title has { $length } characters; more than { $limit } are hard to read in a list
    .label = too long
    .help =
        { $kind ->
            [task] Shorten it to one sentence with the main point; the rest goes to product or a note.
            [priority] Shorten it to one sentence with the main point; the rest goes to summary.
           *[note] Shorten it to one sentence with the main point; the rest goes into the text.
        }

too-many-records = There are { $count } records, the limit is { $limit }
    .label = too many records
    .help = Use several content folders, one for each directive, and build them one by one, for example: tiendo build --content cv-3413

underlined-heading = The line “{ $read }” makes the text above it a heading and is not shown itself
    .label = underlines a heading
    .help = If a rule is meant, put an empty line above it; if a heading is meant, delete this line and write ## before the text, for example: ## Results

unknown-agency = There is no agency with the id “{ $id }”
    .label = this id is not in agencies.yaml
    .help =
        { $how ->
            [called] “{ $id }” is the number or name that pages show; records hold the id: { $right }
           *[unknown]
                { $some ->
                    [yes] Write an id that is in agencies.yaml ({ $known }), or add the agency to that file first, for example: - {"{"}id: so-moi, name: Sở Mới{"}"}
                   *[no] There are no agencies in agencies.yaml yet; add this one there first, for example: - {"{"}id: so-moi, name: Sở Mới{"}"}
                }
        }

unknown-attachment = There is no attachment “{ $id }”
    .label = there is no such file
    .help =
        { $some ->
            [yes] Copy the file into the folder attachments and write its name exactly, capitals included. There are: { $known }
           *[no] Copy the file into the folder attachments (there is none yet) and write its name exactly, for example: attachments/bc-123.pdf
        }

unknown-document = There is no document with the id “{ $id }”
    .label = this id is not in documents.yaml
    .help =
        { $how ->
            [called] “{ $id }” is the number or name that pages show; records hold the id: { $right }
           *[unknown]
                { $some ->
                    [yes] Write an id that is in documents.yaml ({ $known }), or add the document to that file first, for example: - {"{"}id: bc-123, title: Report for the third quarter{"}"}
                   *[no] There are no documents in documents.yaml yet; add this one there first, for example: - {"{"}id: bc-123, title: Report for the third quarter{"}"}
                }
        }

unknown-key = The key “{ $key }” cannot be used here
    .label = there is no such key
    .help = Keys that can be used here: { $known }

unknown-note = There is no note with the id “{ $id }”
    .label = there is no such note
    .help =
        { $some ->
            [yes] A note’s id is the name of its file in the folder notes, without .md, after the word note: as in note:2021-07-24-hop. There are: { $known }
           *[no] There is no published note yet. Delete the link and keep the words, or link to a task, for example: task:1.3
        }

unknown-place = There is no place with the id “{ $id }”
    .label = this id is not in places.yaml
    .help =
        { $how ->
            [called] “{ $id }” is the number or name that pages show; records hold the id: { $right }
           *[unknown]
                { $some ->
                    [yes] Write an id that is in places.yaml ({ $known }), or add the place to that file first, for example: - {"{"}id: xa-moi, name: Xã Mới{"}"}
                   *[no] There are no places in places.yaml yet; add this one there first, for example: - {"{"}id: xa-moi, name: Xã Mới{"}"}
                }
        }

unknown-priority = There is no priority with the id “{ $id }”
    .label = this id is not in directive.yaml
    .help =
        { $how ->
            [called] “{ $id }” is the number or name that pages show; records hold the id: { $right }
           *[unknown]
                { $some ->
                    [yes] Write the id of a priority in directive.yaml, in straight double quotes if it is a number. There are: { $known }
                   *[no] There are no priorities in directive.yaml yet; add this one to priorities, for example: - {"{"}id: "1", title: Growth{"}"}
                }
        }

unknown-task = There is no task with the id “{ $id }”
    .label = there is no such task
    .help =
        { $how ->
            [called] “{ $id }” is the number or name that pages show; records hold the id: { $right }
           *[unknown]
                { $some ->
                    [yes] A task’s id is the name of its file in the folder tasks, without .yaml. There are: { $known }
                   *[no] There are no tasks yet. A task’s id is the name of its file in the folder tasks, for example: the file tasks/1.3.yaml has the id "1.3"
                }
        }

unknown-word = “{ $read }” is not a value of “{ $field }”
    .label = there is no such value
    .help =
        { $what ->
            [evidence_required] Write true (a task needs evidence to count as done) or false (it does not)
            [draft] Write draft: true (a draft, not on the site yet), or delete the line once the note is approved
            [kind] Write one of these: deliverable (has a product), ongoing (never ends), duty (general duty)
            [target-kind] Write one of these: folder (on this computer or the network), sftp, webdav, s3
            [language] Write one of these: vi (Vietnamese), en (English)
            [lead_source] Write one of these: directive (named by the directive), office (named by the office)
            [report_every] Write one of these: week, month, quarter
            [state] Write one of these: not_started, in_progress, blocked (has an obstacle), done, cancelled (stopped), superseded (replaced by another task)
            [visibility] Write one of these: public (everything is shown), status_only (only title and standing are shown)
           *[other] Write one of these: { $known }
        }

unquoted-id = The id { $id } should be in double quotes
    .label = looks like a number
    .help = So that no other program takes it for a number, put straight double quotes around the id: "{ $id }"

unreadable-file = This file or folder cannot be read
    .label = cannot be read
    .help =
        Close it if it is open in another program, check its permissions, then run again: tiendo check. The system reported: { $why ->
            [bad-name] the system does not allow this file name.
            [busy] it is open in another program.
            [disk-fault] the disk reports an error.
            [disk-full] the disk is full.
            [interrupted] interrupted.
            [is-folder] it is a folder, not a file.
            [is-there] it already exists.
            [link-loop] its links lead in a circle.
            [network] the network or a network drive is disconnected.
            [no-folder] it is not a folder.
            [no-memory] the computer is out of memory.
            [no-permission] permission denied.
            [no-permission-or-open] permission denied, or another program has it open.
            [not-empty] the folder is not empty.
            [not-found] no such file or folder.
            [not-text] it is not UTF-8 text.
            [port-taken] another program uses the port.
            [read-only] the disk is read-only.
            [timed-out] no answer in time.
            [too-large] the file exceeds a size limit.
            [too-many-open] too many files are open.
           *[other] “{ $reason }”.
        }

untranslated =
    { $count ->
        [one] A text of this file is written in one language only
       *[other] { $count } texts of this file are written in one language only
    }
    .label = the first that lacks one of both languages
    .help = Add the translation, for example: title: {"{"}vi: Nâng cấp đê biển, en: Raise the sea dyke{"}"}. Until then, the pages in { $language }/ show the text that is there.

unused-agency = No record names the agency “{ $id }”
    .label = no record uses this id
    .help = Name it where it belongs, for example: support: ["{ $id }"] in a task; if it has no part in this directive, delete it or leave it.
    .form = Choose this agency as the lead or support of a task; if it is not used yet, leave it.

unused-attachment = No record cites the file “{ $path }”, so it will not be published
    .label = no record cites this file
    .help = Name it in its document in documents.yaml, for example: file: { $path }; or link to it in a note: [file](<{ $path }>). If it is not needed, delete it.

unused-document = No record cites the document “{ $id }”
    .label = no record uses this id
    .help = Cite it where it belongs, for example: evidence: ["{ $id }"] in an entry, or documents: ["{ $id }"] in a task; if it is not needed, delete it.
    .form = Choose this document as evidence of a report, or under the documents of a task. If it is not used, leave it.

unused-place = No record names the place “{ $id }”
    .label = no record uses this id
    .help = Name it where it belongs, for example: places: ["{ $id }"] in a task or a note; if nothing is about it, delete it or leave it.
    .form = Choose this place in a task or note; if it is not used yet, leave it.

windows-path = 
    { $kind ->
        [length] The path of the file on the site has { $length } characters; the limit is { $limit }
       *[name] Windows cannot save the name “{ $read }”
    }
    .label = a path that some systems cannot use
    .help = Rename it with plain letters, digits and hyphens, in fewer folders, for example: attachments/bao-cao-quy-3.pdf

wrong-capitals = This name must be in lower case: { $right }
    .label = wrong capitals
    .help = Rename it to: { $right } (if Windows refuses, rename it to something else first, for example a.yaml)

wrong-ending = A file here must have the extension .{ $ending }
    .label = wrong extension
    .help =
        { $ending ->
            [md] Rename the file so that it ends in .md, without another extension such as .txt, for example: notes/2021-07-24-bao-cao.md
           *[yaml] Rename the file so that it ends in .yaml, without another extension such as .txt, for example: tasks/1.3.yaml
        }

wrong-level =
    { $where ->
        [below] This record belongs to one directive, not to the shared level of the portal
       *[above] This record is shared by the whole portal and does not belong to one directive
    }
    .label = wrong level
    .help =
        { $where ->
            [below] Move it into the folder of its directive, for example: directives/kh-58-2023/
           *[above] Move it to the top of the content folder, beside the folder directives
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
            [mapping] Write keys and values, one pair per line or all in braces, for example: period: {"{"}from: 2021-07-01, to: 2021-12-31{"}"}
            [text-or-list] Write one id, or several in square brackets, for example: lead: so-khdt or lead: [so-khdt, so-tc]
           *[text] Write the value right after the colon; if it contains brackets, put all of it in double quotes, for example: title: "[Urgent] Weekly report"
        }

yaml-alias = The value “{ $what }” begins with * and cannot be read
    .label = a * at the start of the value
    .help = Remove the *, or put the whole value in double quotes, for example: title: "*Additional report"

yaml-anchor = The value begins with “{ $what }”, and because of the & it cannot be read
    .label = an & at the start of the value
    .help = Remove the &, or put the whole value in double quotes, for example: title: "&Additional report"

yaml-bracket = Square brackets or braces do not match
    .label = the bracket does not match
    .help = Each [ needs a ], each {"{"} needs a {"}"}; separate values with commas, for example: related: ["1.3", "1.4"]

yaml-colon = The colon is missing in “{ $what }”
    .label = no colon after the key
    .help = After the key write a colon and a space, then the value, for example: title: Report for July

yaml-colon-in-text = A value that contains a colon must be in double quotes
    .label = the value contains a colon
    .help = Put straight double quotes around the value, for example: title: "Plan: part 1"

yaml-complex-key = A key must be one word, not a list or something in braces
    .label = the key is not one word
    .help = Write only the key before the colon. Put a value that contains brackets in double quotes, for example: title: "[Urgent]: weekly report"

yaml-dash = The space after the hyphen is missing in “{ $what }”
    .label = no space after the hyphen
    .help = Add one space right after the hyphen, for example: - date: 2021-07-24

yaml-escape = “{ $what }” is not allowed in double quotes
    .label = a \ in double quotes
    .help = Change the double quotes around the value to single ones, for example: title: 'Folder C:\reports'

yaml-hash = “{ $what }” after the text is not published
    .label = YAML takes this for a comment
    .help = If it belongs to the text, put the whole text in double quotes, for example: title: "Road to lot # 3"; if it is a remark, move it to a line of its own above.

yaml-hash-in-text = The text is cut off at “{ $what }” because of the # after a space
    .label = YAML takes this for a comment
    .help = Put the whole text in double quotes, for example: title: "Meeting of group #2"; if it is a remark, move it to a line of its own above.

yaml-indent = This line cannot be read, most likely because of its indentation
    .label = cannot be read from here on
    .help = Start in the same column as the key above; put a value that begins with -, |, > or ? in double quotes, for example: title: "- Weekly report"
yaml-lookalike = The character { $what } resembles a YAML character but is a different one
    .label = this is a different character
    .help = Delete it and type it again: a hyphen (-) before an item, a colon (:) and a space after a key, keys in the letters a to z; for example: - date: 2021-07-24

yaml-merge-key = The key “{ $what }” cannot be used
    .label = merge keys are not supported
    .help = Delete this line and write every key in full, for example: lead: so-khdt

yaml-nbsp = There is a special space in “{ $what }”, most likely pasted from Word or a web page
    .label = this is not an ordinary space
    .help = Delete this space and type it again with the space bar, for example: title: Report for July

yaml-needs-quotes = The value “{ $what }” must be in double quotes
    .label = this character needs double quotes
    .help = Put straight double quotes around the value, for example: contact: "@vanphong, phòng Tổng hợp"

yaml-nul = The file contains a null character and may be damaged
    .label = null character here
    .help = Copy the file again from a good one, or delete this line and type it again by hand, for example: title: Report for July

yaml-quote = A quotation mark is not closed, or is closed too early
    .label = the quotation marks do not match
    .help = Open and close with the same mark; use single quotes around text that contains double quotes, for example: title: 'The "One door" plan'

yaml-second-document = A file can have only one YAML document, but a second one begins here
    .label = this line begins a second document
    .help = Delete this line ---. If what follows is another task, move it to a file of its own, for example: tasks/1.4.yaml

yaml-smart-quote = Curly quotation marks cannot replace straight ones: { $what }
    .label = this is a curly mark
    .help = Delete the curly marks and type straight ones, for example: title: "Plan: part 1"; keys need no quotes.

yaml-space = The space after the colon is missing in “{ $what }”
    .label = no space after the colon
    .help = Add one space right after the colon, for example: title: Report for July

yaml-tab = The line is indented with a tab
    .label = tab character here
    .help = Delete the tab and use the space bar: two spaces for each level, for example two spaces before “- date: 2021-07-24”.

yaml-tag = The value begins with “{ $what }”, and because of the ! it cannot be read
    .label = a ! at the start of the value
    .help = Remove the !, or put the whole value in double quotes, for example: title: "!Urgent: weekly report"

yaml-too-deep = The data are nested more than { $what } levels deep
    .label = nested too deep from here on
    .help = Remove brackets or indentation here; for example, this is enough: lead: [so-khdt, so-tc]

yaml-too-many = The file has more than { $what } values
    .label = past the limit from here on
    .help = Move some data to other files: one file per task and per note, for example: tasks/1.4.yaml

secret-in-target = site.yaml must not contain a password or key (“{ $field }”)
    .label = a secret
    .help = Delete it, and set it on the machine that publishes: SSH keys in the ssh agent; WebDAV: TIENDO_WEBDAV_USER, TIENDO_WEBDAV_PASSWORD; S3: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY. If this file was sent to anyone, change the password too

target-field = A target of kind “{ $kind }” takes no “{ $field }”
    .label = this key would be ignored
    .help =
        { $kind ->
            [folder] A folder takes: name, kind, path, releases, keep. Delete this key or correct kind
            [sftp] sftp takes: name, kind, host, port, user, root, keep. Delete this key or correct kind
            [webdav] webdav takes: name, kind, endpoint, user, root, keep. Delete this key or correct kind
           *[other] s3 takes: name, kind, bucket, endpoint, region, root, keep. Delete this key or correct kind
        }

target-form = “{ $read }” is not a valid “{ $field }” of a target
    .label = not in the expected form
    .help =
        { $field ->
            [name] The name of a target has lower-case letters without accents, digits, dots or hyphens, for example: portal
            [host] Write only the server's name or address, for example: web.example.org; the port goes to port, the account to user, the folder to root
            [user] Write only the name of the account, for example: tiendo
            [root] Write the folder on the server, for example: /var/www/tien-do, without .. and without \
            [path] Write the path of a folder, for example: /mnt/web/tien-do; not the root of a disk
            [bucket] Write the bucket's name: lower-case letters, digits, dots, hyphens
           *[other] Only lower-case letters, digits and hyphens, for example: ap-southeast-1
        }

parts-form =
    { $how ->
        [kind] Only a task of kind “deliverable” has parts
        [leads] “parts: leads” cannot stand beside “handovers”
        [no-places] “parts: places”, but the task names no place
        [no-leads] “parts: leads”, but the task names no agency in charge
        [word] “{ $read }” does not say what the parts are
       *[other] The task has “parts” but no part
    }
    .label = not allowed like this
    .second = in conflict with this
    .help = Write parts: places, parts: leads, or a list: parts: [{"{"}id: m1, title: …{"}"}]

part-due-alone = The part has a deadline, but the task has none
    .label = the task as a whole needs one
    .help = Write due: for the task, usually the day of the last part

part-due-later = The part is due on { $day }, after the task ({ $last })
    .label = after the task’s deadline
    .second = the task’s deadline
    .help = Check both days in the document

doubled-part =
    { $how ->
        [all] A part cannot have the id “all”
       *[doubled] The part “{ $id }” occurs twice
    }
    .label = needs an id of its own
    .second = first used here
    .help = Give the part another id

unknown-part =
    { $how ->
        [none] The task has neither parts nor reports
        [empty] “part” names nothing
        [all] “all” cannot stand here
       *[unknown] There is no part or period “{ $read }”
    }
    .label = not a part of this task
    .help =
        { $some ->
        [yes] Known here: { $known }
       *[no] Leave part out, or describe the parts under parts:
    }

part-superseded = A part cannot be “superseded”
    .label = only the whole task can
    .help = Write state: cancelled with the document, or leave part out
    .form = For a part, choose the state that stops it, with its document; to replace the whole task, clear the parts.

reports-form =
    { $how ->
        [kind] Only a task of kind “ongoing” has periodic reports
        [every] “report_every” cannot stand beside “reports”
        [limit] “reports” needs exactly one of “by” and “before”
        [reversed] The last period lies before the first
        [weekday] “{ $read }” is not a day of the week
        [offset] “{ $read }” is not a number of months from -11 to 12
        [offset-weeks] “{ $read }” is not a number of weeks from -1 to 4
       *[day] “{ $read }” is not a day of the month
    }
    .label = not allowed like this
    .second = in conflict with this
    .help = Write, for example: reports: {"{"}every: month, by: 25{"}"}; for weeks: {"{"}every: week, before: fri{"}"}

bad-period = “{ $read }” is not a reporting period
    .label = needs a period
    .help = Write it like { $example }
    .form = Type it as { $example }; put commas between several periods.

period-deadline =
    { $how ->
        [hour] The report on a period has no hour
       *[event] The report on a period is due on a day, not after an event
    }
    .label = needs a day
    .help = Write the day: due: 2023-05-10

bad-hour = “{ $read }” is not an hour
    .label = needs hours and minutes
    .help = Write 17:00 or 17h00, from 00:01 to 23:59, without seconds or time zone; for the end of the day, only the date

hour-misplaced = An hour has no meaning here
    .label = only a date
    .help = Delete “{ $read }”

hour-missing = The task is due at an hour of this day, and the entry has none
    .label = counts as in time
    .help = Add the hour: 2023-06-30T16:45

target-bound =
    { $how ->
        [duty] A general duty has no targets
        [both] The target has a bound and “levels”
       *[none] The target says no figure that must be reached
    }
    .label = needs one bound
    .second = the kind is written here
    .help = Write one of at_least, at_most, above, below, or levels: [{"{"}due: …, at_least: …{"}"}]

value-of-whole =
    { $how ->
        [missing] Other values of this target have “of”, this one has none
        [unit] “of” needs the unit “%”
        [zero] The whole must be greater than 0
       *[below] The whole is less than the value
    }
    .label = does not go together
    .help = Write the part as value and the whole as of, for every value, with unit: "%"

bad-figure =
    { $how ->
        [ambiguous] “{ $read }” can be read in two ways
        [long] “{ $read }” has too many digits
       *[form] “{ $read }” is not a number
    }
    .label = needs a number
    .help =
        { $both ->
        [yes] { $whole } or { $decimal }? Write the one that is meant
       *[no] Write digits, then perhaps a comma and decimals, for example: 95 or "4,5"
    }

decimal-comma = In braces the comma parts two fields, so “{ $read }” is not one number
    .label = needs quotes
    .help = Write "{ $read }", in quotes

done-below-target = Reported done, but “{ $title }” is not reached
    .label = reported done here
    .second = the last value lies outside
    .help = Add the newest value, or check whether the task is done

done-of-no-part = “done” names no part, so no part is done
    .label = the task waits for its parts
    .second = its parts
    .help = Write part: all, or the parts that are done
    .form = Tick the parts that are done.

members-form =
    { $how ->
        [empty] The group has no members
        [itself] The group “{ $id }” contains itself
       *[group] “{ $id }” is a group itself
    }
    .label = not allowed in a group
    .help = List the ids of single agencies or places: members: [xa-a, xa-b]

unknown-section =
    { $how ->
        [other] The section “{ $read }” belongs to priority { $other }, not to { $priority }
       *[unknown] Priority { $priority } has no section “{ $read }”
    }
    .label = not a section of this priority
    .help =
        { $some ->
        [yes] Sections of this priority: { $known }
       *[no] Add it in directive.yaml, in the priority: sections: [{"{"}id: …, title: …{"}"}]
    }

handover-drops-lead = From this day on, { $name } no longer leads
    .label = names only some of the agencies in charge
    .help = If it goes on leading, list it too
