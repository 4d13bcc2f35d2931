"""Templates for all generators, for pages similar to tiendo's in layout and length. The notation:

    [[x.y]] a value, escaped; [[raw x]] as it is; [[json x]] as JSON text; [[if x]] [[else]] [[end]];
    [[for r in x]] each of a list; [[tasks r in x]] each row of tasks of a list of ids, [[notes r in x]] of notes;
    [[listed r]] the rows of this page of a list that the generator splits; [[pager]] its neighbours.

The generator provides `title`, `description`, `address` and `content`; all other values come from the
view. A `Dialect` translates the notation for each generator into plain templates, without inclusion
or inheritance, which would take time on every page.
"""
import re

MENU = [("", "Tổng quan"), ("viec", "Việc"), ("thoi-han", "Thời hạn"), ("co-quan", "Cơ quan"), ("dia-ban", "Địa bàn"),
        ("ghi-chep", "Ghi chép"), ("van-ban", "Văn bản"), ("tinh-trang", "Tình trạng"), ("muc", "Các nhóm")]

HEAD = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>[[title]]</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="[[description]]">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="[[title]]">
<meta property="og:description" content="[[description]]">
<meta property="og:type" content="article">
<meta property="og:site_name" content="«site»">
<meta property="og:locale" content="vi_VN">
<meta property="og:url" content="[[address]]">
<link rel="canonical" href="[[address]]">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" defer></script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","breadcrumb":{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","item":"https://thu.example/","name":"Tổng quan","position":1},{"@type":"ListItem","item":"https://thu.example/«section»«lists»","name":"«name»","position":2}]},"dateModified":"2025-06-30","description":[[json description]],"inLanguage":"vi","isPartOf":{"@type":"WebSite","name":"«site»","url":"https://thu.example/"},"name":[[json title]],"publisher":{"@type":"Organization","name":"Văn phòng Ủy ban nhân dân tỉnh thử nghiệm"},"url":[[json address]]}</script>
</head>
<body>
<a class="skip" href="#main">Đến nội dung chính</a>
<header class="top">
<div class="wrap">
<p class="site">
<a href="/">«site»</a>
</p>
<p class="asof"><time datetime="2025-06-30">Số liệu đến ngày 30/6/2025</time></p>
<form class="find small" role="search" aria-label="Tìm trên trang" action="/tim-kiem«lists»">
<input type="search" name="q" maxlength="100" enterkeyhint="search" autocomplete="off" placeholder="Tìm trên trang" aria-label="Từ cần tìm">
<button>Tìm</button>
</form>
</div>
<nav class="menu" aria-label="Các trang">
<details class="wrap">
<summary>Mục lục</summary>
<ul>
«menu»
</ul>
</details>
</nav>
<p class="notice" role="note" aria-label="Lưu ý"><span class="wrap">Dữ liệu sinh ra bằng máy để đo.</span></p>
</header>
<div class="wrap">
<nav class="crumbs" aria-label="Vị trí trang">
<ol>
<li><a href="/">Tổng quan</a></li>
<li><a href="/«section»«lists»">«name»</a></li>
</ol>
</nav>
<main id="main">
"""
FOOT = """</main>
<p class="share" id="share" hidden>
<button type="button">Sao chép liên kết</button>
<button type="button" hidden>Chia sẻ</button>
<span role="status" data-done="Đã sao chép liên kết." data-failed="Trình duyệt không cho sao chép; hãy chép từ thanh địa chỉ."></span>
</p>
</div>
<footer class="bottom">
<div class="wrap">
<p class="contact">Thấy sai? Báo cho Văn phòng Ủy ban nhân dân tỉnh thử nghiệm, tiendo@thu.example.</p>
<p>Số liệu đến ngày 30/6/2025.</p>
<p>Đơn vị công bố: Văn phòng Ủy ban nhân dân tỉnh thử nghiệm.</p>
<ul class="further">
<li><a href="/tim-kiem«lists»">Tìm kiếm</a></li><li><a href="/tinh-trang«lists»">Tình trạng</a></li><li><a href="/muc«lists»">Các nhóm</a></li><li><a href="/van-ban«lists»">Văn bản</a></li>
</ul>
<p class="address">[[address]]</p>
</div>
</footer>
</body>
</html>
"""

TASK_ROW = """<li>
<span class="tag t-[[r.tag]]">[[r.label]]</span>
<span class="what"><span class="no">[[r.id]]</span> <a href="[[r.href]]">[[r.title]]</a></span>
<span class="meta">[[r.lead]] · [[r.due]]</span>
</li>
[[end]]"""
NOTE_ROW = """<li>
<span class="meta"><time datetime="[[r.iso]]">[[r.day]]</time> · [[r.about]]</span>
<span class="what"><a href="[[r.href]]">[[r.title]]</a></span>
<span class="excerpt">[[r.excerpt]]</span>
</li>
[[end]]"""
NOTES = """[[if notes]]<section aria-labelledby="h-notes">
<h2 id="h-notes">Ghi chép tiến độ</h2>
<ul class="rows notes">
[[notes r in notes]]""" + NOTE_ROW + """</ul>
[[if more]]<p class="more"><a href="/ghi-chep«lists»">Còn [[more]] ghi chép</a></p>[[end]]
</section>[[end]]
"""


def neighbours(before, after):
    return f"""<ul class="neighbours">
[[if {before}]]<li><span class="meta">Trước</span> <a rel="prev" href="[[{before}.href]]">[[{before}.text]]</a></li>[[end]]
[[if {after}]]<li><span class="meta">Sau</span> <a rel="next" href="[[{after}.href]]">[[{after}.text]]</a></li>[[end]]
</ul>
"""


LINK = '[[if i.href]]<a href="[[i.href]]">[[i.text]]</a>[[else]][[i.text]][[end]][[if i.aside]] <span class="aside">([[i.aside]])</span>[[end]]'
TASK = """<p class="word"><span class="tag t-[[tag]]">[[label]]</span></p>
<p class="eyebrow"><a href="[[group.href]]">[[group.text]]</a></p>
<h1><span class="no">[[number]]</span> [[title]]</h1>
<p class="lead">[[meaning]]</p>
<h2 class="quiet">Thông tin</h2>
<dl class="facts">
[[for f in facts]]<div>
<dt>[[f.label]]</dt>
[[for i in f.items]]<dd>""" + LINK + """</dd>
[[end]]</div>
[[end]]</dl>
<details class="why">
<summary>Vì sao có tình trạng này?</summary>
<p>[[meaning]]</p>
<ul>
[[for w in why]]<li>[[w]]</li>[[end]]
</ul>
</details>
<section aria-labelledby="h-ledger">
<h2 id="h-ledger">Sổ tiến độ</h2>
[[if ledger]]<ol class="ledger" reversed>
[[for e in ledger]]<li class="t-[[e.tag]]">
<p class="meta"><time datetime="[[e.iso]]">[[e.day]]</time> · <b>[[e.state]]</b></p>
<p>[[e.text]]</p>
<p class="meta">Minh chứng: [[for i in e.evidence]]<a href="[[i.href]]">[[i.text]]</a> <span class="aside">([[i.aside]])</span>[[end]]</p>
</li>
[[end]]</ol>[[else]]<p class="absent">Chưa có báo cáo (không có nghĩa là chưa làm).</p>[[end]]
</section>
""" + NOTES + neighbours("previous", "next")
NOTE = """<article>
<h1>[[title]]</h1>
<p class="meta"><time datetime="[[iso]]">[[day]]</time></p>
<div class="prose">
[[raw content]]
</div>
</article>
<section aria-labelledby="h-tasks">
<h2 id="h-tasks">Việc được nhắc đến</h2>
<ul class="rows">
[[tasks r in tasks]]""" + TASK_ROW + """</ul>
</section>
""" + neighbours("newer", "older")
SCOPE = """<p class="eyebrow">[[eyebrow]]</p>
<h1>[[title]]</h1>
<p class="lead">[[summary]]</p>
<section aria-labelledby="h-state">
<h2 id="h-state">Tình hình</h2>
<div class="chart">
<svg class="bar" width="100%" height="24" role="img" focusable="false">
<title>[[description]]</title>
[[for s in bar]]<rect x="[[s.x]]%" width="[[s.width]]%" height="24" fill="url(#p-[[s.fill]])"/>[[end]]
</svg>
<ul class="legend">
[[for s in bar]]<li><svg width="14" height="14" aria-hidden="true" focusable="false"><rect width="14" height="14" fill="url(#p-[[s.fill]])"/></svg> [[s.count]] [[s.label]]</li>
[[end]]</ul>
</div>
<dl class="ratios">
<div><dt>Hoàn thành</dt><dd><b>[[done]]</b></dd></div>
<div><dt>Quá hạn</dt><dd><b>[[overdue]]</b></dd></div>
</dl>
<table class="numbers">
<caption>Số việc theo từng tình trạng</caption>
<thead><tr><th scope="col">Tình trạng</th><th scope="col" class="n">Số việc</th></tr></thead>
<tbody>
[[for s in bar]]<tr><th scope="row"><span class="tag t-[[s.fill]]">[[s.label]]</span></th><td class="n" data-label="Số việc">[[s.count]]</td></tr>
[[end]]</tbody>
<tfoot><tr><th scope="row">Cộng</th><td class="n" data-label="Cộng">[[total]]</td></tr></tfoot>
</table>
</section>
[[if tasks]]<section aria-labelledby="h-tasks">
<h2 id="h-tasks">Việc</h2>
<ul class="rows">
[[tasks r in tasks]]""" + TASK_ROW + """</ul>
</section>[[end]]
[[if supports]]<section aria-labelledby="h-supports">
<h2 id="h-supports">Phối hợp</h2>
<ul class="rows">
[[tasks r in supports]]""" + TASK_ROW + """</ul>
</section>[[end]]
""" + NOTES
TABLE = """<h1>[[title]]</h1>
<p class="lead">[[summary]]</p>
<table class="numbers wide">
<caption>[[title]]</caption>
<thead><tr>[[for h in head]]<th scope="col">[[h]]</th>[[end]]</tr></thead>
<tbody>
[[for i in rows]]<tr id="[[i.id]]"><th scope="row">[[if i.href]]<a href="[[i.href]]">[[i.text]]</a>[[else]][[i.text]][[end]]</th>[[for c in i.cells]]<td class="n">[[c]]</td>[[end]]</tr>
[[end]]</tbody>
</table>
"""
DEADLINES = """<h1>[[title]]</h1>
[[for m in months]]<section>
<h2>[[m.title]]</h2>
<ul class="rows dated">
[[tasks r in m.tasks]]""" + TASK_ROW + """</ul>
</section>
[[end]]"""
TASKS = """<h1>[[title]]</h1>
<ul class="rows">
[[listed r]]""" + TASK_ROW + """</ul>
[[pager]]
"""
NOTES_LIST = """<h1>[[title]]</h1>
<ul class="rows notes">
[[listed r]]""" + NOTE_ROW + """</ul>
[[pager]]
"""
SEARCH = """<h1>[[title]]</h1>
<p id="search"></p>
"""
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://thu.example/" xml:lang="vi">
<title>[[title]]</title>
<id>[[address]]</id>
<updated>[[newest]]T00:00:00+07:00</updated>
<author><name>Văn phòng Ủy ban nhân dân tỉnh thử nghiệm</name></author>
<link href="[[address]]" rel="alternate" hreflang="vi" type="text/html"/>
[[notes r in feed]]<entry>
<title>Ghi chép: [[r.title]]</title>
<id>urn:thu:note:[[r.id]]</id>
<updated>[[r.iso]]T00:00:00+07:00</updated>
<category term="note" scheme="urn:thu:event" label="Ghi chép"/>
<link href="https://thu.example[[r.href]]" rel="alternate" hreflang="vi" type="text/html"/>
<published>[[r.iso]]T00:00:00+07:00</published>
<summary>[[r.excerpt]]</summary>
</entry>
[[end]]</feed>
"""

# Menu entry and template of each kind of page.
KINDS = {"home": ("", TABLE), "task": ("viec", TASK), "note": ("ghi-chep", NOTE), "muc": ("muc", SCOPE),
         "co-quan": ("co-quan", SCOPE), "dia-ban": ("dia-ban", SCOPE), "tinh-trang": ("tinh-trang", SCOPE),
         "table-co-quan": ("co-quan", TABLE), "table-dia-ban": ("dia-ban", TABLE), "table-muc": ("muc", TABLE),
         "table-tinh-trang": ("tinh-trang", TABLE), "table-van-ban": ("van-ban", TABLE),
         "deadlines": ("thoi-han", DEADLINES), "tasks": ("viec", TASKS), "notes": ("ghi-chep", NOTES_LIST),
         "search": ("", SEARCH)}

TASK_COLUMNS = ["id", "title", "label", "standing", "lead", "support", "place", "priority", "due", "deadline", "entries", "href"]
NOTE_COLUMNS = ["id", "iso", "title", "about", "href", "excerpt"]


def page(kind, site):
    """Returns the template of a kind of page in the notation of this module."""
    section, main = KINDS[kind]
    current = lambda at: ' aria-current="true"' if at == section else ""
    menu = "\n".join(f'<li><a href="/{at}{site.lists if at else ""}"{current(at)}>{name}</a></li>' for at, name in MENU)
    whole = HEAD + main + FOOT
    for name, text in [("section", section or "tim-kiem"), ("name", dict(MENU)[section]), ("menu", menu),
                       ("lists", site.lists), ("site", site.settings["title"])]:
        whole = whole.replace(f"«{name}»", text)
    return whole


def compiled(text, dialect):
    """Translates a template into the template language of a generator."""
    out, ends, names = [], [], []
    for at, part in enumerate(re.split(r"\[\[(.*?)\]\]", text)):
        if at % 2 == 0:
            out.append(dialect.text(part))
            continue
        word, *rest = part.split()
        path = lambda p: dialect.path(p, p.split(".")[0] in names)
        if word in ["for", "tasks", "notes"]:
            name, of = rest[0], path(rest[2])
            names.append(name)
            start, end = dialect.loop(word, name, of)
            out.append(start)
            ends.append((end, name))
        elif word == "listed":
            names.append(rest[0])
            start, end = dialect.listed(rest[0])
            out.append(start)
            ends.append((end, rest[0]))
        elif word == "if":
            out.append(dialect.condition(path(rest[0])))
            ends.append((dialect.END, None))
        elif word == "else":
            out.append(dialect.ELSE)
            ends[-1] = (dialect.END_OF_ELSE, None)
        elif word == "end":
            end, name = ends.pop()
            out.append(end)
            if name:
                names.remove(name)
        elif word == "pager":
            out.append(dialect.PAGER)
        elif word in ["raw", "json"]:
            out.append(getattr(dialect, word)(path(rest[0])))
        else:
            out.append(dialect.value(path(word)))
    return "".join(out)
