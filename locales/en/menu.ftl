## The menu of a program that was started without a command; completions for shells; man pages.

menu-title =
    tiendo · { $folder }
menu-check = Check the content
menu-build = Build the site
menu-serve = Preview
menu-package = Pack it for hand-over
menu-choose = Type a number and press Enter (Enter alone: leave):
menu-no-such = There is no such number.
menu-no-content = There are no records in { $folder }: a folder with directive.yaml is needed.
menu-where = Drag the content folder in here and press Enter; for a folder to begin with, type a new name (Enter alone: leave):
menu-close = Press Enter to close.

command-completions = Print a script with which a shell completes commands and options.
argument-shell = Shell: bash, zsh, fish, powershell or elvish
command-man = Write the manual for man, in Vietnamese and English.
argument-pages = Folder to write to; English in man1, Vietnamese in vi/man1
man-done = { $count ->
    [one] { $count } page
   *[other] { $count } pages
} written to { $folder }.
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION

# Other names of a value, with | between: who types one is told the value.
ask-word-not-started = not begun | to do | pending
ask-word-in-progress = doing | under way | ongoing | started
ask-word-blocked = stuck | obstacle
ask-word-done = finished | completed | complete
ask-word-cancelled = canceled | stopped
ask-word-superseded = replaced
ask-word-deliverable = product
ask-word-ongoing = regular | continuous
ask-word-duty = general duty
ask-word-task = tasks
ask-word-note = notes
ask-word-vi = vietnamese | vn
ask-word-en = english
