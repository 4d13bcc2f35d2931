# The command draft: from a letter to the first content folder.

command-draft = Reads a directive (.docx, .txt) and drafts the first content folder for you to correct.
argument-draft-letter = The letter: a .docx or .txt file; - reads standard input
argument-draft-output = Content folder to create; it must not exist or be empty (default: content)
argument-draft-dry-run = Only show what would be created

draft-file-large = { $file } is too large: at most 32 MB, and 160 MB unpacked. Remove pictures, or copy the text into a new file
draft-file-doc = { $file } is an old Word document (.doc), whatever its name. Open it in Word, choose Save As, type “Word Document (*.docx)”, and run the command again with the new file
draft-file-password = { $file } is locked with a password. Open it in Word, remove the password (File, Info, Protect Document), save it and run the command again
draft-file-pdf = { $file } is a PDF. Ask for the .docx of the letter, or open it in Word, check the text, save it as .docx and run the command again
draft-file-odt = { $file } is a LibreOffice document (.odt), whatever its name. Open it, choose Save As, type “Word 2007-365 (.docx)”, and run the command again with the new file
draft-file-other = { $file } is RTF, HTML or XML. Open it in Word, save it as “Word Document (*.docx)”, and run the command again with the new file
draft-file-scan = { $file } has pictures and no text: it is a scan. Ask for the original .docx, or type the letter
draft-file-encoding = { $file } is not Unicode text (UTF-8, UTF-16). Open it in Notepad, choose Save As, encoding UTF-8, and run the command again
draft-file-none = { $file } is neither a .docx nor a .txt
draft-file-damaged = { $file } is damaged and cannot be read. Try to open it in Word, save it as a new file and run the command again with that
draft-file-empty = { $file } has no text
draft-no-task = { $file }: no task was found. Check that it is a directive; if it is, create a folder with tiendo init and add its tasks with tiendo import --new
draft-not-empty = { $folder } already has files; write to another folder with --output and compare the two, so that nothing is overwritten
draft-review-exists = { $file } already exists; rename it, or write to another folder with --output
draft-done =
    Created { $folder }: { $priorities } priorities, { $tasks } tasks, { $agencies } agencies, { $documents } cited documents.
    Everything marked “# đoán” is a guess: compare it with the letter along { $review }, correct it, then run:
      tiendo check --content { $folder }
draft-dry = Only shown: { $priorities } priorities, { $tasks } tasks, { $agencies } agencies, { $documents } cited documents. Nothing was written; without --dry-run, { $folder } is created.
draft-check-errors = The folder has { $count } errors because of what the letter lacks or misprints; correct the lines above.

review-title = Draft of { $file }: what to look at
review-intro = The program only guesses from the words of the letter. Read from the top: what is doubtful comes first.
review-unsure = Doubtful
review-tasks = The tasks
review-nothing = Not taken for a task
review-misprints = Suspected misprints of the letter
review-dropped = Lines of a portal that were left out
review-fonts = Text in fonts from before Unicode was converted: { $fonts }
review-none = None.
review-columns = Id | Source | Task | Kind | Lead | Deadline
review-line = line { $at }
review-paragraph = paragraph { $at }
review-header-blank = The letter does not say, or leaves blank: { $fields }
review-kind-deliverable = deliverable
review-kind-ongoing = ongoing
review-kind-duty = general duty
review-doubt-kind = no word says whether it is a deliverable or ongoing
review-doubt-dates = several dates; the last was taken
review-doubt-shared-deadline = the deadline ends a sentence with several tasks
review-doubt-person = a person is told to act, not an agency
review-doubt-behind-last = stands behind the last item and was put into it
review-doubt-group = a group of agencies leads, recorded as one
review-why-assessment = assessment
review-why-decision = a decision that assigns nothing
review-why-closing-words = closing words
review-why-aim = aim
review-why-no-verb = no verb of a task
review-why-lead-in = leads in a list
review-why-section = section without tasks
review-misprint-date = a date that does not exist or is later than the letter
review-misprint-type = its kind differs from its symbol
review-misprint-issuer = its issuer differs from its symbol
