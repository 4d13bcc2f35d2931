## The menu of a program that was started without a command; completions for shells; man pages.

menu-title =
    tiendo · { $folder }
menu-edit = Edit the records (in the browser)
menu-check = Check the content
menu-build = Build the site
menu-serve = Preview
menu-package = Package it for hand-over
menu-publish = Publish (build, compare with what is published, send)
menu-update = Record progress of a task
menu-undo = Undo the latest change
menu-status = See where things stand
menu-remind = Remind an agency
menu-report = Make the one-page report (Word)
menu-export = Export the tracker to Excel
menu-shared = What the directives share: the data date, agencies, the facts of the site
menu-choose-directive = Type a number or the id of a directive and press Enter (Enter alone to go back):
menu-choose = Type a number and press Enter (Enter alone to quit):
menu-no-such = Not a number from the list.
menu-no-content = { $folder } has no records: it needs a file named directive.yaml, or for many directives a folder named directives.
menu-where = Drag the content folder, or the directive itself (.docx), here and press Enter; to create a new one, type a name (Enter alone to quit):
menu-publish-where = Drag the folder of the published site here, or type the name of a target in site.yaml, and press Enter (Enter alone: the only target of site.yaml):
menu-close = Press Enter to close.

command-completions = Print a script that lets a shell complete commands and options.
argument-shell = Shell: bash, zsh, fish, powershell or elvish
command-man = Write the man pages, in Vietnamese and English.
argument-pages = Folder to write to; English pages go to man1, Vietnamese ones to vi/man1
man-done = { $count ->
    [one] { $count } page
   *[other] { $count } pages
} written to { $folder }.
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION
