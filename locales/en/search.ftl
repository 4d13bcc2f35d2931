# What the search page and the index by letter say.

search-title = Search
search-label = Search terms
search-short = Search this site
search-button = Search
search-hint = Words or a number, for example: clean water, 1.3.
search-no-script = Search needs JavaScript. Without it, use the index by letter or the lists below; they lead to every page.
search-failed = The search data could not be loaded. Try again, or use the index by letter.
search-wait = Searching…
search-ways = Other ways to find things
search-one = { $n } result for “{ $query }”.
search-many = { $n } results for “{ $query }”.
search-none = Nothing matches “{ $query }”. Try fewer words, or other words.
search-nearest = No page matches all of “{ $query }”; closest results:
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
lookup-intro = Every { $task }, { $priority }, agency, place and document on the site, by first letter. To search for words:
lookup-letters = Letters
lookup-goes-on = (continued)
lookup-others = Others
