## Preview: tiendo serve. What the command prints and what stands on the page.

command-serve = Preview the site on this machine; pages reload when you save.
argument-port = Port to use (default: 8021, or the next free one)
argument-open = Open the browser

serve-open = Preview at { $address } (on this machine only; press Ctrl+C to stop)
serve-other-port = Another program uses port { $port }, so the preview uses port { $taken }.
serve-no-browser = The browser could not be opened: { $reason }. Open the address above yourself.
serve-updated = Updated { $what } ({ $spent } ms)
serve-mended = The content no longer has errors; the preview is up to date.
serve-waits = The preview is unchanged and will update once the errors are fixed.
serve-ended = The preview has ended.
serve-polls = The system does not report changes in this folder, so tiendo compares the files once a second.
serve-templates = the templates
serve-everything = the whole content
serve-files = { $count ->
    [one] one file
   *[other] { $count } files
}

trouble-port-taken = another program uses port { $port }. Choose another port with --port, or omit --port to use a free one
trouble-port = port { $port } cannot be used: { $reason }. Choose another port with --port
trouble-serve = the preview cannot run: { $reason }
usage-bad-port = “{ $value }” is not a port; write a number from 0 to 65535 (0: any free port)

serve-banner-errors = { $count ->
    [one] One error in the content.
   *[other] { $count } errors in the content.
}
serve-banner-last-good = The page shows the last content without errors and will update once this is fixed.
serve-banner-as-is = The page shows what could be read; it cannot be published yet.
serve-banner-trouble = The preview could not be updated.
serve-banner-more = { $count ->
    [one] One more error; see all: tiendo check
   *[other] { $count } more errors; see all: tiendo check
}
serve-banner-page = Affected page: { $page }
serve-lost = Lost the connection to tiendo serve; the page may be out of date. Reconnecting…
serve-page-fault = This page could not be built because of an error in the program. See the terminal for details.
serve-page-missing = This page does not exist.

serve-refused-method = The preview is read-only.
serve-refused-name = The preview is only available at http://127.0.0.1 or http://localhost with the right port.
serve-refused-stranger = Other websites may not read the preview. Type the address into the browser's address bar.
serve-refused-address = This is not a valid address.
serve-refused-size = The request is too large.
