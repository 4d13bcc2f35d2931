# Packing a site and looking at a published one.

command-package = Pack the site and a hand-over sheet into one zip.
command-verify = Check that a published site or a package is whole and unaltered, with nothing slipped in.

argument-zip = The zip to write (default: tien-do-NUMBER-DATE.zip)
argument-own-copy = Compare with the copy that the office kept (a package, a folder) in place of the published site, where somebody altered that
argument-since = The package or folder of last time, to tell what is new and what is to be deleted
argument-site = The folder of the site, a zip, or the https:// address of a published site
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
verify-no-zip = { $path } is not a whole zip
verify-no-manifest = { $path } holds no manifest.txt of tiendo, so nobody knows what the site should hold
verify-damaged-manifest = line { $line } of manifest.txt in { $path } is damaged

## Publishing, going back, checking over the network.

command-publish = Sends the site that was built to a target of site.yaml; only what changed is sent.
command-rollback = Shows an earlier release again, byte for byte.

argument-target = Name of the target in site.yaml (may be left out if there is one), or the path of a folder, such as ./site
argument-only-plan = Only show what would be sent
argument-without-asking = Do not ask before sending
argument-jobs = Files at a time, from 1 to 64 (default 8, with SFTP 4)
argument-take-over = Take the target over, if the other publisher is surely dead
argument-reads-all = Read every file at the target instead of believing manifest.txt, and send altered ones again
argument-overwrite = Allow to overwrite files at the target that tiendo did not publish
argument-release = Number of the release to show again, or the beginning of its sum (default: the one before)
argument-only-list = Only list the releases that are kept

publish-target = Target: { $name } ({ $place })
publish-resumes = The last run was cut; this one goes on from there.
publish-new = NEW     { $path }
publish-changed = CHANGE  { $path }
publish-removed = DELETE  { $path }
publish-plan = { $new } new, { $changed } changed ({ $kilobytes } kB), { $removed } to be deleted; { $same } stay as they are.
publish-up-to-date = The target has this very site: { $same } files, nothing to send.
publish-whole-release = Every release has a folder of its own: all files are copied, then the new one is switched to in one step.
publish-dry-run = Nothing was sent (--dry-run).
publish-ask = Publish? [y/n]
publish-needs-yes = there is nobody to ask; if you are sure, add --yes
publish-nothing-sent = Nothing was sent.
publish-waits = Another run is publishing there; waiting… If it was cut, this one takes over after about 30 seconds.
publish-done = DONE  Release { $release }: { $files } files sent ({ $kilobytes } kB), { $removed } deleted.
publish-next = Check the published site: tiendo verify https://ADDRESS/ --hash { $hash }
publish-distrusts = Mind: manifest.txt at the target is none that tiendo published there: somebody altered or deleted it. Every file is read and compared with the last release. Then run tiendo verify on the server's folder itself, to find files that were slipped in.
publish-left-behind = Mind: the release that was replaced holds files that tiendo did not publish, and which are not shown any more: { $files }. They stay in the folder of earlier releases until that release is deleted; copy them if you need them.
publish-altered = Mind: { $count } files at the target had been altered by somebody since they were published; they are replaced now. Run tiendo verify on the published site.
publish-cut = The run did not end: old and new pages may be mixed there. Run the very same command again; what was sent need not be sent again.
publish-plain = Mind: { $address } is not encrypted, the password can be read on the way. Use https if the server has it.
publish-build-first = Build the site first: tiendo build
publish-not-built = { $folder } is no longer what was built ({ $path }); run tiendo build again, then publish
publish-no-targets = site.yaml names no target. For example: targets: [{"{"}name: portal, kind: folder, path: /mnt/web/tien-do{"}"}]
publish-which = say which target: { $known }
publish-unknown = there is no target “{ $name }”; site.yaml has: { $known }
publish-disk = cannot write or read { $path }: { $reason }
publish-source-altered = { $path } is no longer what manifest.txt says
publish-in-the-way = files that tiendo did not publish have the names of files of the site: { $files }. Move them away, or add --overwrite to overwrite them
publish-damaged-manifest = line { $line } of manifest.txt at the target is damaged, so nobody knows which files are the site's. Find out who altered it, restore it and publish again; or delete manifest.txt there and publish with --overwrite
publish-nothing-there = no site is published there
publish-lost-lease = another run took over; this one stops
publish-no-link = { $path } is a folder with files in it, not a link to a release. Move it away (releases: true needs a link), or leave releases out of site.yaml
publish-no-switch = this system cannot switch releases by a link; leave releases out of site.yaml, the site is then published file by file

rollback-plan = Release { $number } will be shown again (figures as of { $date }, { $files } files, sum { $short }).
rollback-ask = Show this release? [y/n]
rollback-done = DONE  Release { $number } is shown (figures as of { $date }). Sum of manifest.txt: { $hash }
rollback-shown = this release is the one that is shown
rollback-none = no release before the one that is shown is kept; kept are: { $known }
rollback-unknown = there is no such release; kept are: { $known }
rollback-not-kept = the target no longer keeps all files of that release ({ $files }). Take the content of that day, run tiendo build, then tiendo publish --full
rollback-no-releases = No release is noted there.
rollback-release = { $number }  as of { $date }, { $files } files, { $kilobytes } kB, sum { $short }
rollback-release-shown = { $number }  as of { $date }, { $files } files, { $kilobytes } kB, sum { $short }  (shown)

store-denied = the target does not allow it ({ $detail }). Check account, key and permission to write: SFTP takes keys from the ssh agent or ssh's configuration; WebDAV TIENDO_WEBDAV_USER, TIENDO_WEBDAV_PASSWORD; S3 AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY
store-gone = the target is not there ({ $detail }). Create the folder, or mount the drive, and run again
store-full = there is no room left at the target ({ $detail })
store-host-key = the key of this SSH server is unknown or has changed ({ $detail }). Connect once with ssh, compare the key with the administrator's, accept it, and run again
store-certificate = the server's certificate cannot be trusted ({ $detail }). If your office has a certificate authority of its own, install its root certificate on this machine
store-unreachable = cannot connect ({ $detail }). Check the network, the server's name and its port
store-blocked = a link, a folder or something that is no file stands where the site's own belongs: { $detail }. tiendo neither follows nor deletes it. Find out who put it there, move it away, and publish again with --full
store-unsupported = this system cannot publish to such a target ({ $detail }). Mount the server's folder as a drive and use kind: folder, use webdav, or send the zip of tiendo package
store-other = the target says: { $detail }

verify-unknown-unseen = Over the network, files that manifest.txt does not list cannot be seen; to see them, check the server's folder itself.
verify-no-network = this tiendo was built without publishing, so it cannot check over the network
publish-not-current = the site that was built is not what the content says now: the content was changed after the build, so nobody knows what would be published
publish-since = If somebody altered the published site, compare with the office's own copy: add --since FILE.zip (the package handed over last time). Or bring the original back with tiendo rollback.
publish-other-package = the package named with --since is not what was published here
system-too-large = the file is larger than a quota allows
