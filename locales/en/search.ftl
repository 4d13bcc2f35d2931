# What the search page and the index by letter say.

search-title = Search
search-label = Words to look for
search-short = Search this site
search-button = Search
search-hint = With or without accents, for example: tiem vac xin, giải phóng mặt bằng, 1.3.
search-no-script = Searching needs a browser that runs scripts (JavaScript). Without it, use the index by letter or the lists below: everything can be reached from there.
search-failed = The search data could not be loaded. Try again, or use the index by letter.
search-wait = Searching…
search-ways = Other ways to find things
search-one = { $n } result for “{ $query }”.
search-many = { $n } results for “{ $query }”.
search-none = Nothing matches “{ $query }”. Try fewer words, or other words.
search-nearest = Nothing names all of “{ $query }”; the nearest results:
search-missing = without
search-matches = matches
search-elsewhere = in the full text
search-as-of = as of { $date }
search-kind-priority = { $Priority }
search-kind-task = { $Task }
search-kind-place = Place
search-kind-agency = Agency
search-kind-document = Document
search-kind-page = Page
search-kind-note = Note
menu-label = Menu

lookup-title = Index A–Y
lookup-intro = Every { $task }, { $priority }, agency, place and document of the site, by its first letter. To look for words:
lookup-letters = Letters
lookup-goes-on = (continued)
lookup-others = Others
