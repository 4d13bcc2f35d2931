//! Checks the HTML of examples and holds what all tests of the HTML share.

mod hostile;
mod safe;
mod shown_or_told;

use super::html::{Href, Options, Words, to_html};
use safe::assert_safe;

const WORDS: Words<'static> =
    Words { footnotes: "Chú thích", footnote_back: "Về chỗ dẫn chú thích" };

/// Resolves records to pages and attachments to files; nothing else is known.
fn resolve(target: &str) -> Option<Href> {
    let local = |href: String| Some(Href { href, external: false });
    if let Some(task) = target.strip_prefix("task:") {
        return local(format!("../tasks/{task}.html"));
    }
    if target == "doc:evil" {
        return local("javascript:alert(1)".to_owned());
    }
    if target == "doc:net" {
        return Some(Href { href: "https://chinhphu.vn/a b.pdf".to_owned(), external: true });
    }
    target.starts_with("attachments/").then(|| local(format!("../{target}"))).flatten()
}

fn options(id_prefix: &str) -> Options<'_> {
    Options { id_prefix, heading_shift: 1, resolve: &resolve, words: WORDS }
}

fn html(source: &str) -> String {
    let html = to_html(source, &options("n-"));
    assert_safe(source, &html);
    html
}

#[test]
fn text_becomes_paragraphs_lists_and_quotes() {
    assert_eq!(
        html("Một *hai* **ba** `bốn`  \nnăm"),
        "<p>Một <em>hai</em> <strong>ba</strong> <code>bốn</code><br>\nnăm</p>\n"
    );
    assert_eq!(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    assert_eq!(html("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    assert_eq!(html("1. a"), "<ol>\n<li>a</li>\n</ol>\n");
    assert_eq!(html("> a\n\n---"), "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n");
    assert_eq!(html("```js\" onclick=\"x\na < b\n```"), "<pre><code>a &lt; b\n</code></pre>\n");
    assert_eq!(html(""), "");
    // Neither strikethrough nor task boxes.
    assert_eq!(html("từ 5~10 đến 15~20, ~~x~~"), "<p>từ 5~10 đến 15~20, ~~x~~</p>\n");
    assert_eq!(html("- [ ] a"), "<ul>\n<li>[ ] a</li>\n</ul>\n");
}

#[test]
fn raw_html_becomes_visible_text() {
    assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert_eq!(
        html("<div onclick=\"x\">\na\n</div>"),
        "<p>&lt;div onclick=&quot;x&quot;&gt;\na\n&lt;/div&gt;</p>\n"
    );
}

#[test]
fn headings_go_down_and_have_unique_ids() {
    assert_eq!(
        html("# Tiến độ\n\n## Tiến độ\n\n###### *Sâu* `x`"),
        "<h2 id=\"n-tien-do\">Tiến độ</h2>\n<h3 id=\"n-tien-do-2\">Tiến độ</h3>\n\
         <h6 id=\"n-sau-x\"><em>Sâu</em> <code>x</code></h6>\n"
    );
    assert_eq!(html("# a-2\n# a\n# a\n# a-2").matches("id=").count(), 4);
    assert_eq!(html("# note_1\n# …"), "<h2 id=\"n-note-1\">note_1</h2>\n<h2 id=\"n-muc\">…</h2>\n");
    assert_eq!(html("#"), "");
    assert_eq!(html("# a {#b onclick=x}"), "<h2 id=\"n-a-b-onclick-x\">a {#b onclick=x}</h2>\n");
    let deep = Options { heading_shift: 255, ..options("n-") };
    assert_eq!(to_html("# a", &deep), "<h6 id=\"n-a\">a</h6>\n");
}

#[test]
fn links_lead_to_resolved_addresses_or_the_web() {
    assert_eq!(html("[Việc 1.3](task:1.3)"), "<p><a href=\"../tasks/1.3.html\">Việc 1.3</a></p>\n");
    assert_eq!(html("[x](note:unknown)"), "<p>x</p>\n");
    assert_eq!(
        html("[x](https://chinhphu.vn/?a=1&b=2 \"t\")"),
        "<p><a href=\"https://chinhphu.vn/?a=1&amp;b=2\" rel=\"external\">x</a></p>\n"
    );
    assert_eq!(html("<a@b.vn>"), "<p><a href=\"mailto:a@b.vn\">a@b.vn</a></p>\n");
    assert_eq!(
        html("[x](doc:net)"),
        "<p><a href=\"https://chinhphu.vn/a%20b.pdf\" rel=\"external\">x</a></p>\n"
    );
    // The address from the caller is checked too.
    assert_eq!(html("[x](doc:evil)"), "<p>x</p>\n");
    // Addresses are made valid.
    assert_eq!(
        html("[x](<http://a.vn/đ [1]%zz%20#a#b>)"),
        "<p><a href=\"http://a.vn/%C4%91%20%5B1%5D%25zz%20#a%23b\" rel=\"external\">x</a></p>\n"
    );
    // A link without text shows its address.
    assert_eq!(
        html("[](https://a.vn)"),
        "<p><a href=\"https://a.vn\" rel=\"external\">https://a.vn</a></p>\n"
    );
}

#[test]
fn images_of_the_site_are_shown_and_others_are_text() {
    assert_eq!(
        html("![Ảnh \"1\" *đẹp*](attachments/a.png)"),
        "<p><img src=\"../attachments/a.png\" alt=\"Ảnh &quot;1&quot; đẹp\" loading=\"lazy\"></p>\n"
    );
    assert_eq!(html("![Ảnh <1>](https://a.vn/x.png)"), "<p>Ảnh &lt;1&gt;</p>\n");
    assert_eq!(html("![a](doc:net)"), "<p>a</p>\n");
    assert_eq!(
        html("[![a](attachments/a.png)](task:1)"),
        "<p><a href=\"../tasks/1.html\"><img src=\"../attachments/a.png\" alt=\"a\" loading=\"lazy\"></a></p>\n"
    );
    assert_eq!(html("![a [b](task:1) ![c](attachments/c.png)](x)"), "<p>a b c</p>\n");
}

#[test]
fn tables_are_labelled_and_aligned_by_class() {
    assert_eq!(
        html("| Huyện | Số *xã* | |\n|---|--:|:-:|\n| Phú Bình | 20 | x |\n| Đại Từ | |"),
        "<table class=\"note-table\">\n<thead>\n<tr><th scope=\"col\">Huyện</th>\
         <th scope=\"col\" class=\"align-right\">Số <em>xã</em></th><td class=\"align-center\"></td></tr>\n\
         </thead>\n<tbody>\n<tr><td data-label=\"Huyện\">Phú Bình</td>\
         <td class=\"align-right\" data-label=\"Số xã\">20</td><td class=\"align-center\">x</td></tr>\n\
         <tr><td data-label=\"Huyện\">Đại Từ</td><td class=\"align-right\"></td>\
         <td class=\"align-center\"></td></tr>\n</tbody>\n</table>\n"
    );
    let only_head = "<table class=\"note-table\">\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table>\n";
    assert_eq!(html("| a |\n|---|"), only_head);
    let long = "rất dài ".repeat(30);
    assert!(html(&format!("|{long}|\n|---|\n|x|")).contains("rất…\">x</td>"));
}

#[test]
fn footnotes_are_numbered_as_cited_and_linked_both_ways() {
    let source =
        "Một[^b] hai[^A] ba[^b].\n\n[^a]: Chú thích a.\n[^b]: Chú thích b.\n[^c]: Không ai dẫn.\n";
    assert_eq!(
        html(source),
        "<p>Một<sup class=\"footnote-ref\" id=\"n-ref_1\"><a href=\"#n-note_1\">1</a></sup> \
         hai<sup class=\"footnote-ref\" id=\"n-ref_2\"><a href=\"#n-note_2\">2</a></sup> \
         ba<sup class=\"footnote-ref\" id=\"n-ref_1_2\"><a href=\"#n-note_1\">1</a></sup>.</p>\n\
         <section class=\"footnotes\">\n<h2>Chú thích</h2>\n<ol>\n\
         <li id=\"n-note_1\"><p>Chú thích b. \
         <a class=\"footnote-back\" href=\"#n-ref_1\" aria-label=\"Về chỗ dẫn chú thích 1\">↩\u{fe0e}</a> \
         <a class=\"footnote-back\" href=\"#n-ref_1_2\" aria-label=\"Về chỗ dẫn chú thích 1-2\">↩\u{fe0e}<sup>2</sup></a></p>\n</li>\n\
         <li id=\"n-note_2\"><p>Chú thích a. \
         <a class=\"footnote-back\" href=\"#n-ref_2\" aria-label=\"Về chỗ dẫn chú thích 2\">↩\u{fe0e}</a></p>\n</li>\n\
         </ol>\n</section>\n"
    );
}

#[test]
fn footnotes_may_cite_each_other_and_themselves() {
    let circle = html("x[^1]\n\n[^1]: a[^2]\n\n[^2]: b[^1][^2]\n");
    assert_eq!(circle.matches("<li id=").count(), 2);
    assert_eq!(circle.matches("href=\"#n-ref_").count(), 4);
    // The only reference to the second footnote is in one without a reference.
    assert_eq!(html("x\n\n[^1]: a[^2]\n\n[^2]: b\n"), "<p>x</p>\n");
    // To the parser a reference is a link, and links cannot be nested.
    assert!(html("[a[^1]](task:1)\n\n[^1]: b").starts_with("<p>[a<sup"));
    assert_eq!(html("a[^x]"), "<p>a[^x]</p>\n");
    html("> a[^1]\n>\n> [^1]: b\n>     - c[^2]\n>\n> [^2]: d\n");
    html("x[^1]\n\n[^1]: - a\n    - b\n\n        [^2]: c\n\n[^1]: hai\n");
}

#[test]
fn notes_on_one_page_do_not_collide() {
    let source = "# A\n\nx[^1]\n\n[^1]: y\n";
    let (one, two) = (to_html(source, &options("n1-")), to_html(source, &options("n2-")));
    assert!(one.contains("id=\"n1-a\"") && two.contains("id=\"n2-a\""));
    assert!(!one.contains("\"n2-") && !two.contains("#n1-"));
}

#[test]
fn words_and_prefix_are_escaped() {
    let words = Words { footnotes: "<b>&", footnote_back: "\"><script>" };
    let html = to_html("# a\n\nx[^1]\n\n[^1]: y", &Options { words, ..options("\"><x ") });
    assert!(!html.contains("<b>") && !html.contains("<script") && !html.contains("<x"));
}

#[test]
fn entities_of_forbidden_characters_are_removed() {
    assert_eq!(
        html("a&lrm;b&#x202e;c &quot;d&quot; &lt;e&gt; `&lrm;`"),
        "<p>abc &quot;d&quot; &lt;e&gt; <code>&amp;lrm;</code></p>\n"
    );
}
