## Mending, adding to and updating files: tiendo check --fix, new, update, remind.

argument-fix = Mend what has one right answer (shows it; writes only with --yes)
argument-yes = Write what was shown
argument-color = Colours on the terminal: auto, always or never

usage-conflict = { $value } cannot be used with { $other }

check-see-all = { $count } are not shown in full; to see all, one on a line: tiendo check --format short
fix-name = mend
fix-by-machine = tiendo check --fix makes this line:
fix-whole-mark = whole file: the byte order mark at its beginning goes
fix-whole-line-ends = whole file: { $count } lines that end as on Windows or old Macs end in LF
fix-whole-decomposed = whole file: letters and accents typed apart are put together (Unicode NFC)
fix-whole-last-line = whole file: the last line is ended
fix-left-unreadable = { $file }: left alone, since it cannot be read even with what can be mended. Mend by hand what is complained of in this file, then run again
fix-left-values = { $file }: left alone, since it might say something else. Mend it by hand as the complaint says
fix-left-complaint = { $file }: left alone, since another complaint would follow ({ $code }). Mend it by hand as the complaint says
fix-nothing = There is nothing that can be mended by itself.
fix-would =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    } can be mended. Nothing was written; to write: tiendo check --fix --yes
fix-done =
    { $count ->
        [one] 1 file was
       *[other] { $count } files were
    } mended.
fix-remains = What remains has to be mended by hand:

trouble-changed = { $path } was changed while it was being mended, perhaps in another program; it was left as it is. Run again
trouble-exists = { $path } is there already; tiendo does not write over it
trouble-protected = { $path } is write-protected; it was left as it is
trouble-disk = cannot write { $path }: { $reason }
