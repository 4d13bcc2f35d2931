# Published facts that are missing or changed: rules, reasons for refusing to publish, redirect pages, corrections.

## Rules

base-url = The site’s address “{ $read }” contains “{ $mark }”
    .label = no path can follow this character
    .help = Remove everything from “{ $mark }” on and keep the address of the folder

moved-still-there = moved.yaml says that “{ $was }” was removed, but the record still exists
    .label = this record still exists
    .help = Delete the record, or remove this item from moved.yaml. A task that was stopped keeps its record: write state: cancelled

moved-twice = “{ $was }” appears twice in moved.yaml
    .label = already listed above
    .second = first listed here
    .help = Delete one of them

moved-unclear = “{ $read }” is neither a record nor an address on the site
    .label = unclear which page this is
    .help = Write kind and id, for example: task:1.3, or the path on the site, for example: ky-bao-cao/2021-09-30.html

## Pages at old addresses, corrections

former-title = Moved and removed pages
former-intro = Pages that were published and are no longer at their address, with the reasons; newest first.
former-moved = This page has moved.
former-gone = This page was removed.
former-to = New address:
former-since = Since { $date }
former-reason = Reason
former-document = By document
former-all = All moved and removed pages
corrections = Corrections of published figures
correction-deadline = Published deadline (last good day { $was })
correction-entry = Entry of { $was }
correction-evidence = Evidence { $was }
correction-done = Done on { $was }
correction-lead = Published lead: { $was }
correction-part = part { $was }
correction-priority = Published priority: { $was }
correction-product = Published product: { $was }
correction-percent = Published self-assessment: { $was } %
correction-text = Published text: “{ $was }”

## Hand-over sheet: what changed in content

handover-from = Compared with the figures published as of { $date }:
handover-same = No task was completed, became overdue, got a new deadline, or was reopened or stopped.
handover-list = { $label } ({ $count }): { $tasks }
handover-list-more = { $label } ({ $count }): { $tasks } and { $more } more
handover-added = Published for the first time
handover-vanished = Removed, with a reason
handover-late = Added to published dates without the day of recording
handover-done = Newly done
handover-overdue = Newly overdue
handover-redated = New deadline
handover-reopened = Reopened after completion
handover-stopped = Newly stopped or replaced

## Why a publication stops

gate-stopped = Nothing was published: { $count } published facts (figures as of { $date }) are missing or have changed, and the records give no reason.
gate-how = There is no option to skip this check: write the reason into the records and run the command again. The published site and package are unchanged.
gate-write = Add to { $file }:
gate-write-key = Add to { $file }, under the key { $key }:
gate-or-restore = or restore the published fact.

gate-vanished = Task { $number } “{ $title }” was published and is missing.
gate-gone = “{ $subject }”, published at { $paths }, is missing.
gate-first-deadline =
    { $now ->
        [none] Task { $number } “{ $title }”: the first deadline that was published (last good day { $was }) is missing.
       *[other] Task { $number } “{ $title }”: the first deadline has changed, last good day { $was } → { $now }.
    }
gate-decision = Task { $number } “{ $title }”: the extension decided on { $decided } (last good day { $was }) is missing or has changed.
gate-no-document = Task { $number } “{ $title }”: the extension decided on { $decided } names no document.
gate-in-force =
    { $now ->
        [none] Task { $number } “{ $title }”: the deadline that was published (last good day { $was }) is missing.
       *[other] Task { $number } “{ $title }”: the deadline that was published has changed, last good day { $was } → { $now }.
    }
gate-entry =
    { $now ->
        [none] Task { $number } “{ $title }”: the published entry of { $date } is missing or has a different state.
       *[other] Task { $number } “{ $title }”: the published entry of { $date } is now dated { $now }.
    }
gate-lead = Task { $number } “{ $title }”: the published lead ({ $was }) is now { $now }.
gate-priority = Task { $number } “{ $title }”: published under priority { $was }, now under { $now }.
gate-product =
    { $now ->
        [none] Task { $number } “{ $title }”: the published product “{ $was }” is gone.
       *[other] Task { $number } “{ $title }”: the published product “{ $was }” is now “{ $now }”.
    }
gate-percent =
    { $now ->
        [none] Task { $number } “{ $title }”: the entry of { $date } was published with a self-assessment of { $was } %, which is gone.
       *[other] Task { $number } “{ $title }”: the entry of { $date } was published with a self-assessment of { $was } %, which is now { $now } %.
    }
gate-title = Task { $number }: a number in the published title “{ $was }” has changed: “{ $now }”.
gate-text =
    { $now ->
        [none] Task { $number } “{ $title }”: the entry of { $date } no longer has its published text “{ $was }”.
       *[other] Task { $number } “{ $title }”: a number in the published entry of { $date }, “{ $was }”, has changed: “{ $now }”.
    }
gate-recorded = Task { $number } “{ $title }”: the entry of { $date } was published as recorded on { $was }, now on { $now }.
gate-late = Note: tasks { $tasks } have new facts that the records claim to have known before { $date }, so the figures of published dates will change. If they were recorded only now, add to each entry or extension (or to the new task) the line: recorded: { $recorded }, and build the site again.
gate-evidence = Task { $number } “{ $title }”: the entry of { $date } no longer has the published evidence “{ $document }”.
gate-named =
    { $now ->
        [none] Task { $number } “{ $title }”: the entry of { $date } was published as one about the part { $was }, and is about the whole task now.
       *[other] Task { $number } “{ $title }”: the entry of { $date } was published as one about { $was ->
            [none] the whole task
           *[other] the part { $was }
        }, and is about the part { $now } now.
    }
gate-part-gone = Task { $number } “{ $title }”: the part “{ $part }” was published and is gone.
gate-part-deadline =
    { $now ->
        [none] Task { $number } “{ $title }”: the published deadline of the part “{ $part }” (last good day { $was }) is gone.
       *[other] Task { $number } “{ $title }”: the published deadline of the part “{ $part }” changed, last good day { $was } → { $now }.
    }
gate-part-reopened = Task { $number } “{ $title }”: the part “{ $part }” was published as done on { $done }; it is no longer done, and the ledger does not say why.
gate-reopened = Task { $number } “{ $title }”: published as done on { $done }, no longer done, and the ledger gives no reason.
gate-reopened-how = Add an entry with a state and a text that gives the reason, or:
gate-publications = Publication { $count } of the published site is not in publications.yaml, or is different there. This content folder may be an old copy.
gate-backwards = The figures as of { $now } are older than the published ones as of { $was }.
gate-backwards-how = If the published date is right, write in site.yaml: as_of: { $date }. If it was a typing error:

gate-missing = The published site cannot be compared: { $path } is missing or was altered. tiendo does not publish over a site that it cannot compare.
gate-altered = The published { $path } does not match its checksum in manifest.txt: the file was altered. Run tiendo verify, restore the original, then try again.
gate-newer = The published { $path } uses version { $version } of the data format; this program supports version 1. Use a newer tiendo.
gate-broken = The published { $path } cannot be read
gate-other-directive = The published site is about “{ $name }”, not about the directive in the records. Check the package, folder or target.

publications-title = Publications
publications-intro = Each publication has a sum that also covers the one before. Whoever holds the sum of any of them, from a hand-over sheet or a downloaded copy, can check that none before it was changed, left out or moved.
publications-current = The version you are reading, with data as of { $date }, will be listed with the next publication.
publications-number = No.
publications-as-of = data as of
publications-sums = Sums
publications-manifest = SHA-256 of manifest.txt
publications-records = SHA-256 of the records
publications-sum = Sum of the publication
publications-data = The list for programs:
publications-verify = Check it with the command
publication-first = First publication
publication-same = No task changed its standing

## Chain of publications

chain-whole = DONE  The chain of publications is unbroken: { $count } before this one, none of them changed, removed or moved. SHA-256 of this manifest: { $hash }
chain-broken = The chain of publications breaks at publication { $number }.
chain-link = Publication { $number } (data as of { $date }) does not follow from the one before: it, or one before it, was changed, removed or moved.
chain-shortened = Publication { $number } is missing: the list has only { $count }, and was cut at its end.
chain-forked = Publication { $number } differs from the older copy: the history was rewritten from here on.
chain-unknown = The older copy should be publication { $number }, but the list does not hold it.
chain-not-kept = { $site } has no list of publications ({ $path }). To keep a chain of publications, create publications.yaml in the content folder.
chain-altered = { $path } of { $site } was altered or cannot be read: it is not what manifest.txt lists.
publication-kept = Publication { $number } was added to { $file }.
publication-not-kept = Publication { $number } could not be added to { $file }; please add it at the end of the file:
argument-chain = Check the chain of publications instead of the files
argument-older = A copy kept from earlier, to compare the chain with

sign-password = The signing key is protected by a password.
sign-in-content = The secret key { $file } lies in the content folder; move it elsewhere, because that folder is copied and shared.
sign-not-a-key = { $file } is not a secret key of minisign (made with: minisign -G).
sign-wrong-password = The password of the key { $file } is wrong, or could not be read.
sign-failed = manifest.txt cannot be signed.
verify-signed = The signature is right: manifest.txt was signed with this key, with the comment “{ $comment }”.
verify-no-signature = MISSING  manifest.txt.minisig: the site has no signature, or one that cannot be read.
verify-other-key = WRONG  manifest.txt.minisig: signed with another key.
verify-wrong-signature = WRONG  manifest.txt.minisig: the signature does not fit manifest.txt.
verify-not-a-key = The value of --key is not a public key of minisign (a .pub file or its second line).
argument-sign = Secret key of minisign that signs manifest.txt
argument-key = Public key of minisign: a .pub file or the key itself
