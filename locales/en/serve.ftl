## Preview: tiendo serve. What the command prints and what stands on the page.

command-serve = Previews the site on this machine; pages follow whatever you save.
argument-port = The port wanted (default: 8021, or the next free one)
argument-open = Open the browser at once

serve-open = Preview at { $address } (this machine only; stop with Ctrl+C)
serve-other-port = Another program uses port { $port }, so port { $taken } was taken.
serve-no-browser = The browser could not be opened: { $reason }. Open the address above yourself.
serve-updated = Updated { $what } ({ $spent } ms)
serve-mended = The content has no errors any more; the preview is up to date.
serve-waits = The preview stays as it was, and follows as soon as this is mended.
serve-ended = The preview has ended.
serve-polls = The system tells of no changes in this folder, so tiendo compares the files once a second.
serve-templates = the templates
serve-everything = the whole content
serve-files = { $count ->
    [one] one file
   *[other] { $count } files
}

trouble-port-taken = another program uses port { $port }. Choose another one with --port, or leave --port out to have a free one found
trouble-port = port { $port } cannot be used: { $reason }. Choose another one with --port
trouble-serve = the preview cannot run: { $reason }
usage-bad-port = “{ $value }” is no port; write a number from 0 to 65535 (0: any free port)

serve-banner-errors = { $count ->
    [one] One error in the content.
   *[other] { $count } errors in the content.
}
serve-banner-last-good = The page shows the last text without errors, and follows when this is mended.
serve-banner-as-is = The page is made of what could be read; it cannot be published yet.
serve-banner-trouble = The preview could not follow.
serve-banner-more = { $count ->
    [one] One more error; see all: tiendo check
   *[other] { $count } more errors; see all: tiendo check
}
serve-banner-page = Page concerned: { $page }
serve-lost = No connection to tiendo serve; the page may be old. Trying again…
serve-page-fault = This page could not be made: a fault of the program. See the terminal for what it says.
serve-page-missing = There is no such page.

serve-refused-method = The preview can only be read.
serve-refused-name = The preview is only found at http://127.0.0.1 or http://localhost with the right port.
serve-refused-stranger = Another website may not read the preview. Type the address into the browser's address bar.
serve-refused-address = This is no valid address.
serve-refused-size = The request is too large.
