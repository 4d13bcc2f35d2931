"""The same job for other generators: `content` reads what `cargo bench --bench generate` wrote and
derives what pages say, `look` holds the pages once for all, `hugo`, `zola` and `eleventy` write a
project each.

What is in the others' favour, all of it work that tiendo does itself:

- everything derived is in their sources already: standings and their reasons, what belongs to
  what, figures, excerpts, neighbours, dates as they are read, the addresses of links in notes;
- nothing is checked: no rules, no links, no dates, no letters;
- the frame of a page (head, menu, foot) is fixed text in each template, so they look up no menu;
- one file is their index of words, without an order by words; tiendo's is inverted and in parts;
- they make no calendars, embeds, reporting dates, workbook, descriptions of data, report, lookup
  by letter, nor the list of sums over all files.

Left to them is what a generator is for: read the sources, render Markdown, lay out every page,
split lists into pages, write feeds, a sitemap, exports and an index.
"""
