# Packing a site and looking at a published one.

command-package = Pack the site and a hand-over sheet into one zip.
command-verify = Check that a published site or a package is whole and unaltered, with nothing slipped in.

argument-zip = The zip to write (default: tien-do-NUMBER-DATE.zip)
argument-since = The package or folder of last time, to tell what is new and what is to be deleted
argument-site = The folder of the site, or a zip
argument-hash = SHA-256 of manifest.txt as written on the hand-over sheet
argument-allow = A file of the server's own that may be there, such as web.config (may be repeated)

package-done = DONE  { $zip }: { $pages } pages, { $files } files, { $kilobytes } kB, figures as of { $date }
package-since = Since the package before: { $added } files new, { $changed } changed, { $removed } to be deleted.
package-next =
    Send the zip to the publisher; the hand-over sheet phieu-ban-giao.html is in it.
    To check once it is up: tiendo verify FOLDER --hash { $hash }

verify-missing = MISSING  { $path }
verify-altered = ALTERED  { $path }
verify-unknown = UNKNOWN  { $path }
verify-other-manifest =
    manifest.txt is not that of this package:
      read       { $read }
      on the sheet { $wanted }
verify-whole = WHOLE  { $files } files, { $kilobytes } kB, all as manifest.txt says.
verify-broken = NOT WHOLE  { $missing } files missing, { $altered } altered, { $unknown } unknown, of { $files }.
verify-compare = Sum of manifest.txt: { $hash }. Compare it with the hand-over sheet (--hash): whoever can alter pages can alter manifest.txt too.
verify-no-zip = { $path } is not a whole zip: { $reason }
verify-no-manifest = { $path } holds no manifest.txt of tiendo, so nobody knows what the site should hold
verify-damaged-manifest = line { $line } of manifest.txt in { $path } is damaged
