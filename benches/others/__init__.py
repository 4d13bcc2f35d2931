"""Projects for other generators that build a site comparable to tiendo's. `content` reads the output
of `cargo bench --bench generate` and derives the data of the pages, `look` holds the templates in a
common notation, and `hugo`, `zola` and `eleventy` write one project each.

The comparison favours the other generators, which skip work that tiendo does:

- their sources contain all derived data: standings and reasons, relations, figures, excerpts,
  neighbours, formatted dates, the addresses of links in notes;
- they check nothing: no rules, links, dates or characters;
- the frame of a page (head, menu, foot) is fixed text in each template;
- their word index is one plain file; tiendo's is inverted and split into parts;
- they write no calendars, embeds, reporting dates, workbook, data descriptions, report, index by
  letter or list of checksums.

They do what a generator is for: read the sources, render Markdown, lay out every page, paginate
lists, and write feeds, a sitemap, exports and an index.
"""
