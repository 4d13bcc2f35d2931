# Packaging a site and checking a published one.

command-package = Package the site and a hand-over sheet in one zip.
command-verify = Check that a published site or package is complete and unaltered and contains no extra files.

argument-zip = Zip to write (default: tien-do-NUMBER-DATE.zip)
argument-own-copy = Compare with the office's own copy (a package or folder) instead of the published site, if that was altered
argument-since = The previous package or folder, to list what is new and what to delete
argument-site = Folder of the site, a zip, or the https:// address of a published site
argument-hash = SHA-256 of manifest.txt from the hand-over sheet
argument-allow = A file of the server itself that may be present, such as web.config (may be repeated)

package-done = DONE  { $zip }: { $pages } pages, { $files } files, { $kilobytes } kB, figures as of { $date }
package-since = Since the previous package: { $added } files new, { $changed } changed, { $removed } to delete.
package-next =
    Send the zip to the publisher; the hand-over sheet phieu-ban-giao.html is in it.
    To check once it is up: tiendo verify FOLDER --hash { $hash }

verify-missing = MISSING  { $path }
verify-altered = ALTERED  { $path }
verify-unknown = UNKNOWN  { $path }
verify-other-sample = UNKNOWN  { $path } (differs from the sample in the package: somebody altered it, or it is of another version)
verify-line-ends = In { $count } files only the line ends differ, the text is unchanged ({ $files }): the FTP program transferred them in text mode (ASCII), which also breaks workbooks and pictures. Transfer all files again in binary mode.
verify-allow = Allow unknown files that the server's administrator put there with --allow, such as --allow web.config. Remove those that nobody knows, and find out how they got there.
verify-other-manifest =
    manifest.txt is not that of this package:
      read       { $read }
      on the sheet { $wanted }
verify-whole = WHOLE  { $files } files, { $kilobytes } kB, all match manifest.txt.
verify-broken = NOT WHOLE  { $missing } files missing, { $altered } altered, { $unknown } unknown, of { $files }.
verify-compare = Checksum of manifest.txt: { $hash }. Compare it with the hand-over sheet (--hash): anyone who can alter pages can alter manifest.txt too.
verify-no-zip = { $path } is not a complete zip: the download may be unfinished or damaged. Get the file again from the sender
verify-other-zip = { $path } has a password or is packed in a way that tiendo does not read. Unpack it and check the folder, or get the original file of tiendo package
verify-no-manifest = { $path } has no manifest.txt written by tiendo, so the expected files are unknown
verify-damaged-manifest = line { $line } of manifest.txt in { $path } is damaged

## Publishing, going back, checking over the network.

command-publish = Send the built site to a target of site.yaml; only changed files are sent.
command-rollback = Show an earlier release again, byte for byte.

argument-target = Name of the target in site.yaml (optional if there is only one), or the path of a folder, such as ./site
argument-only-plan = Only show what would be sent
argument-without-asking = Do not ask before sending
argument-jobs = Number of files sent at a time, 1 to 64 (default 8; with SFTP 4)
argument-take-over = Take over the target if the other publisher has certainly stopped
argument-reads-all = Read and compare every byte at the target, not only names and sizes; altered files are sent again
argument-overwrite = Overwrite files at the target that tiendo did not publish
argument-release = Number of the release to show again, or the beginning of its checksum (default: the previous one)
argument-only-list = Only list the kept releases

publish-target = Target: { $name } ({ $place })
publish-resumes = The last run was interrupted; this one continues it.
publish-new = NEW     { $path }
publish-changed = CHANGE  { $path }
publish-removed = DELETE  { $path }
publish-plan = { $new } new, { $changed } changed ({ $kilobytes } kB), { $removed } to delete; { $same } unchanged.
publish-up-to-date = The target already has this site: { $same } files, nothing to send.
publish-compared-sizes = Compared the names and sizes of { $files } files at the target, not their bytes; to read and compare every byte, add --full.
publish-compared-bytes = Read and compared every byte of { $files } files at the target.
publish-damaged = Warning: { $count } files at the target are no longer as published, somebody altered or deleted them: { $files }. Publishing puts the right files back.
publish-strange = Warning: { $count } files or folders at the target were not published by tiendo, which leaves them alone: { $files }. Unless the server's administrator put them there, remove them and find out how they got there.
publish-whole-release = Every release has its own folder: all files are copied, then the site switches to the new release in one step.
publish-dry-run = Nothing was sent (--dry-run).
publish-ask = Publish? [y/n]
publish-needs-yes = no terminal to ask on; to publish without asking, add --yes
publish-nothing-sent = Nothing was sent.
publish-waits = Another run is publishing to this target; waiting… If it was interrupted, this run takes over after about 30 seconds.
publish-done = DONE  Release { $release }: { $files } files sent ({ $kilobytes } kB), { $removed } deleted.
publish-next = Check the published site: tiendo verify https://ADDRESS/ --hash { $hash }
publish-distrusts = Warning: manifest.txt at the target is not one that tiendo published there: somebody altered or deleted it. Every file is read and compared with the last release. Afterwards, run tiendo verify on the server's folder itself to find files that were added.
publish-left-behind = Warning: the replaced release contains files that tiendo did not publish and that are no longer shown: { $files }. They stay in the folder of earlier releases until that release is deleted; copy them if you need them.
publish-altered = Warning: { $count } files at the target were altered after they were published; they have been replaced. Run tiendo verify on the published site.
publish-cut = The run was interrupted: old and new pages may be mixed. Run the same command again; files already sent are not sent again.
publish-plain = Warning: { $address } is not encrypted, so the password can be intercepted. Use https if the server supports it.
publish-build-first = Build the site first: tiendo build
publish-not-built = { $folder } no longer matches what was built ({ $path }); run tiendo build again, then publish
publish-no-targets = site.yaml names no target. For example: targets: [{"{"}name: portal, kind: folder, path: /mnt/web/tien-do{"}"}]
publish-which = choose a target: { $known }
publish-unknown = there is no target “{ $name }”; site.yaml has: { $known }
publish-disk = cannot write or read { $path }: { $reason }
publish-source-altered = { $path } no longer matches manifest.txt
publish-in-the-way = files that tiendo did not publish have the same names as files of the site: { $files }. Move them away, or add --overwrite to overwrite them
publish-damaged-manifest = line { $line } of manifest.txt at the target is damaged, so the site's files are unknown. Find out who altered it, restore it and publish again; or delete manifest.txt there and publish with --overwrite
publish-nothing-there = no site is published at the target
publish-lost-lease = another run took over; this one stops
publish-no-link = { $path } is a folder with files in it, not a link to a release. Move it away (releases: true needs a link), or leave releases out of site.yaml
publish-no-switch = this system cannot switch releases with a link; remove releases from site.yaml to publish the site file by file

rollback-plan = Release { $number } will be shown again (figures as of { $date }, { $files } files, checksum { $short }).
rollback-ask = Show this release? [y/n]
rollback-done = DONE  Release { $number } is shown (figures as of { $date }). Sum of manifest.txt: { $hash }
rollback-shown = this release is already shown
rollback-none = no release before the current one is kept; kept releases: { $known }
rollback-unknown = there is no such release; kept releases: { $known }
rollback-not-kept = the target no longer has all files of that release ({ $files }). Check out the content of that date, run tiendo build, then tiendo publish --full
rollback-no-releases = The target lists no releases.
rollback-time = { $date } { $time } (Vietnam time)
rollback-time-unknown = at an unknown time
rollback-release = { $number }  published { $time }, as of { $date }, { $files } files, { $kilobytes } kB, sum { $short }
rollback-release-shown = { $number }  published { $time }, as of { $date }, { $files } files, { $kilobytes } kB, sum { $short }  (shown)

store-denied = the target denied access{ $at }. Check the account, key and write permission: SFTP takes keys from the ssh agent or the ssh configuration; WebDAV uses TIENDO_WEBDAV_USER, TIENDO_WEBDAV_PASSWORD; S3 uses AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY
store-denied-here = cannot write to the target{ $at }. Check the permissions of the folder; if another program has a file open, close it
store-gone = the target does not exist{ $at }. Create the folder or mount the drive, then run the command again
store-full = the target has no space left{ $at }
store-host-key = the key of this SSH server is unknown or has changed{ $at }. Connect once with ssh, compare the key with the administrator's, accept it, then run the command again
store-certificate = the server's certificate cannot be trusted{ $at }. If your office has a certificate authority of its own, install its root certificate on this machine
store-unreachable = cannot connect{ $at }. Check the network, the server's name and its port
store-blocked = a link, a folder or something that is not a file is in the place of one of the site's files{ $at }. tiendo neither follows nor deletes it. Find out who put it there, move it away, and publish again with --full
store-unsupported = this system cannot publish to such a target{ $at }. Mount the server's folder as a drive and use kind: folder, use webdav, or send the zip of tiendo package
store-other = the target reported another error{ $at }. Run the command again; if it fails again, tell the server's administrator
store-quoted = The server's own words: “{ $detail }”

verify-unknown-unseen = Files that manifest.txt does not list cannot be seen over the network; to find them, check the server's folder itself.
verify-needs-remote = this tiendo was built without the feature “remote” and checks folders and zips only: for an address use the released program, or build one with cargo build --profile dist --features remote
publish-needs-remote = this tiendo was built without the feature “remote” and publishes to folders only: for SFTP, WebDAV and S3 use the released program, or build one with cargo build --profile dist --features remote; or mount the server's folder as a drive and use kind: folder
publish-not-current = the built site does not match the content: the content was changed after the build. Run tiendo build again
publish-since = If somebody altered the published site, compare with the office's own copy: add --since FILE.zip (the package last handed over). Or restore the original with tiendo rollback.
publish-other-package = the package named with --since is not the one that was published here
system-too-large = the file exceeds a size limit
