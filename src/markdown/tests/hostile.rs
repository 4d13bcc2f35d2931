//! Feeds hostile and random text to the whole room.

use proptest::prelude::*;

use super::super::document::{MAX_DEPTH, OverLimit};
use super::super::excerpt::shortened;
use super::super::facts::{Link, LinkKind, facts, facts_or_words};
use super::super::html::to_html;
use super::super::shown::{escaped, may_be_shown};
use super::safe::assert_safe;
use super::{html, options};

fn check_depth(source: &str) -> Result<(), OverLimit> {
    facts(source).map(drop)
}

fn links(source: &str) -> Vec<Link> {
    facts_or_words(source).links
}

fn plain_text(source: &str, max_chars: usize) -> String {
    shortened(&facts_or_words(source).line, max_chars)
}

/// Sources that try to smuggle scripts or foreign addresses into a page.
const PAYLOADS: &[&str] = &[
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A&#x61;vascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](&#1;javascript:alert(1))",
    "[a](<  javascript:alert(1)>)",
    "[a](<java script:alert(1)>)",
    "[a](\u{a0}javascript:alert(1))",
    "[a](\u{200b}javascript:alert(1))",
    "[a](java\u{ad}script:alert(1))",
    "[a](java\\script:alert(1))",
    "[a](javascript\\:alert(1))",
    "[a](%6Aavascript:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](DATA:text/html,x)",
    "[a](file:///etc/passwd)",
    "[a](//evil.example/x)",
    "[a](/\\evil.example/x)",
    "[a](\\\\evil.example\\x)",
    "[a](http:evil.example)",
    "[a](http:/evil.example)",
    "[a](http:\\\\evil.example)",
    "[a](https://)",
    "[a](https://chinhphu.vn@evil.example/)",
    "[a](https://chinhphu.vn:443@evil.example/)",
    "[a](http://[::1]/)",
    "[a](http://a..b/)",
    "[a](http://a:99999/)",
    "[a](http://1.2.3.999/)",
    "[a](ftp://a.vn/)",
    "[a](blob:https://a.vn/1)",
    "[a](view-source:https://a.vn)",
    "[a](feed:javascript:alert(1))",
    "[a](mailto:)",
    "[a](mailto:a)",
    "[a](#top)",
    "[a](?x=1)",
    "[a](index.html)",
    "[a]()",
    "[a](<>)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<JAVASCRIPT:alert(1)>",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[a]\n\n[a]: <java&#x0A;script:alert(1)> \"onclick=x\"",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![\"><script>alert(1)</script>](x)",
    "![a](https://evil.example/pixel.gif)",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x></SCRIPT>",
    "<style>*{display:none}</style>",
    "<iframe src=javascript:alert(1)>",
    "<a href=\"javascript:alert(1)\">a</a>",
    "<p style=\"position:fixed\" id=main onclick=x>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "`<script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "~~~ \"><script>alert(1)</script>\nx\n~~~",
    "# \"><script>alert(1)</script> {#x onclick=alert(1)}",
    "# <img src=x onerror=alert(1)>",
    "x[^\"><script>]\n\n[^\"><script>]: y",
    "x[^a\" onclick=\"b]\n\n[^a\" onclick=\"b]: <script>alert(1)</script>",
    "[a[b](javascript:1)](javascript:2)",
    "[a](\"onmouseover=alert(1))",
    "[a](https://a.vn/\"onmouseover=\"alert(1))",
    "[a](https://a.vn/'><script>alert(1)</script>)",
    "<https://a.vn/\"onclick=alert(1)>",
    "[a](https://a.vn \"\\\" onclick=alert(1)\")",
    "| <script> | \" onclick=\"x |\n|---|---|\n| <img onerror=x> | y |",
    "&#8238;lệch&#8236; &#0; &#x1; &#xFFFE; &#x202E;",
    "[task](task:\"><script>)",
    "![x](attachments/\"onerror=\"alert(1))",
];

#[test]
fn hostile_payloads_stay_text() {
    assert!(PAYLOADS.len() >= 40);
    for &payload in PAYLOADS {
        for source in [payload.to_owned(), format!("> - {payload}"), format!("*{payload}*")] {
            let html = html(&source);
            let shown = html.to_lowercase();
            for forbidden in
                ["<script", "<svg", "<iframe", "<style", " style=\"", "href=\"java", "src=\"data"]
            {
                assert!(!shown.contains(forbidden), "{source:?}: {html}");
            }
            assert!(!html.chars().any(|c| !may_be_shown(c)), "{source:?}: {html:?}");
            let is_note = payload.contains("[^");
            let may_link = payload.contains("https://a.vn/") || payload.contains("(https://a.vn ");
            let may_link =
                may_link || payload.contains("task:") || payload.contains("attachments/");
            assert!(is_note || may_link || !html.contains("<a "), "{source:?}: {html}");
            assert!(may_link || !html.contains("<a href=\"http"), "{source:?}");
        }
    }
}

#[test]
fn depth_is_limited() {
    assert_eq!(check_depth(&">".repeat(MAX_DEPTH - 1)), Ok(()));
    let quotes = format!("một\n\n{} a\n", ">".repeat(MAX_DEPTH + 5));
    let too_deep = check_depth(&quotes).unwrap_err();
    assert_eq!(&quotes[too_deep.range], ">>>>> a");
    assert_eq!(to_html(&quotes, &options("")), format!("<pre>{}</pre>\n", escaped(&quotes)));
    assert_eq!(links(&format!("{} [a](task:1)", "- ".repeat(40))), []);
    assert!(check_depth(&format!("{}a", "- ".repeat(33))).is_err());
    assert!(check_depth(&format!("{}a{}", "*b _".repeat(40), "_ c*".repeat(40))).is_err());
    // A rule is not a list, however long.
    assert_eq!(check_depth(&"-".repeat(5000)), Ok(()));
    assert_eq!(check_depth(&"a * - > ".repeat(5000)), Ok(()));
    assert_eq!(check_depth(&format!("{}\n", "*".repeat(5000))), Ok(()));
}

/// Calls every function of the room with a source and returns the time that it took.
fn run(source: &str) -> std::time::Duration {
    let started = std::time::Instant::now();
    let _ = check_depth(source);
    let html = to_html(source, &options("n-"));
    let _ = (links(source), plain_text(source, 200));
    for place in facts(source).unwrap_or_default().bare {
        assert!(source.get(place.clone()).is_some_and(|text| !text.is_empty()), "{place:?}");
    }
    let took = started.elapsed();
    if html.starts_with("<pre>") && check_depth(source).is_err() {
        return took;
    }
    assert_safe(&source[..source.floor_char_boundary(60)], &html);
    took
}

/// Length of a hostile source in bytes.
const SIZE: usize = 100_000;

/// Pieces of markup that are repeated to a source of this length.
const UNITS: &[&str] = &[
    ">",
    "> ",
    "[",
    "![",
    "]",
    "[]",
    "[](",
    "[a](",
    "[a](<",
    "[a][",
    "[a]: b\n",
    "*",
    "* ",
    "*a ",
    "**a ",
    "_",
    "_a*",
    "*a_ ",
    "- ",
    "1. ",
    "1) ",
    "+ ",
    "`",
    "`a``",
    "```\n",
    "~",
    "|",
    "|a",
    "|-",
    "a|\n",
    "<",
    "<a",
    "<a ",
    "<!--",
    "<?",
    "<![CDATA[",
    "<!A",
    "</",
    "&",
    "&#",
    "&amp;",
    "\\",
    "#",
    "# ",
    "# a\n",
    "#\n",
    "=\n",
    "a\n=\n",
    "-\n",
    "[^",
    "[^1]",
    "[^1]: a\n",
    "[^1]:",
    "[^1]\n\n[^1]: ",
    "\n",
    "\r",
    "\t",
    " ",
    "\0",
    "a",
    "ế",
    "\u{301}",
    "a\n\n",
    "    ",
    "  \n",
    ":",
    "(",
    ")",
    "<a@b.c>",
    "![a](attachments/b)",
    "![",
    "[a](task:1)",
    "http://a.vn ",
    "(a\n",
    "[a](\n",
    "\"",
    "'",
    "$",
    "$$",
    "{",
    "- a\n",
    "- a\n\n",
    "> a\n\n",
    "1. a\n",
    "<div>\n",
    "<div>\n\n",
    "| a |\n|---|\n| b |\n\n",
];

/// Returns hostile sources with their names.
fn hostile_sources() -> Vec<(String, String)> {
    let mut sources: Vec<(String, String)> =
        UNITS.iter().map(|unit| (format!("{unit:?}"), unit.repeat(SIZE / unit.len()))).collect();
    let composed = composed_sources();
    sources.extend(composed.into_iter().map(|(name, source)| (name.to_owned(), source)));
    sources
}

/// Returns hostile sources that need more than one unit.
fn composed_sources() -> Vec<(&'static str, String)> {
    let mut sources = Vec::new();
    let mut add = |name, source: String| sources.push((name, source));
    add("deep list, empty lines", format!("{}a{}", "- ".repeat(SIZE / 4), "\n".repeat(SIZE / 2)));
    add("list at the limit, empty lines", format!("{}a{}", "- ".repeat(500), "\n".repeat(SIZE)));
    add("deep quote, lazy lines", format!("{}a{}", ">".repeat(SIZE / 2), "\na".repeat(SIZE / 4)));
    add("quotes again", format!("{}a\n", ">".repeat(400)).repeat(SIZE / 400));
    add(
        "wide table",
        format!("{}\n{}\n{}", "|a".repeat(SIZE / 8), "|-".repeat(SIZE / 8), "|\n".repeat(SIZE / 4)),
    );
    add("long label", format!("|{}|\n|-|\n{}", "a ".repeat(SIZE / 4), "|b\n".repeat(SIZE / 6)));
    add("full table", format!("|a|b|\n|-|-|\n{}", "|c|d\n".repeat(SIZE / 5)));
    add("one footnote", format!("{}\n\n[^1]: a\n", "[^1]".repeat(SIZE / 4)));
    add("many footnotes", (0..SIZE / 20).map(|n| format!("[^{n}]\n\n[^{n}]: a\n\n")).collect());
    add(
        "chained footnotes",
        format!(
            "[^0]\n\n{}",
            (0..SIZE / 20).map(|n| format!("[^{n}]: [^{}]\n\n", n + 1)).collect::<String>()
        ),
    );
    add("one definition", format!("[a]: task:1\n\n{}", "[a]".repeat(SIZE / 3)));
    add("many definitions", (0..SIZE / 16).map(|n| format!("[a{n}]: task:{n}\n")).collect());
    add("colliding headings", (0..SIZE / 8).map(|n| format!("# a-{}\n# a\n", n % 100)).collect());
    add("nested images", format!("{}a{}", "![".repeat(SIZE / 8), "](b)".repeat(SIZE / 8)));
    add(
        "nested images at the limit",
        format!("{}a{}", "![".repeat(60), "](b)".repeat(60)).repeat(SIZE / 360),
    );
    add(
        "nested emphasis",
        format!("{}a{}", "*a **b ".repeat(SIZE / 14), " c** d*".repeat(SIZE / 14)),
    );
    add("brackets", format!("{}a{}", "[".repeat(SIZE / 2), "]".repeat(SIZE / 2)));
    add("backticks of all lengths", (1..440).map(|n| format!("{} a ", "`".repeat(n))).collect());
    add("indented list", (0..440).map(|n| format!("{}- a\n", " ".repeat(n))).collect());
    add("indented definitions", format!("[^1]: a\n\n{}", "    [^2]: b\n\n".repeat(SIZE / 14)));
    add("numbers", "1".repeat(SIZE));
    sources
}

#[test]
fn hostile_sizes_take_little_time() {
    let mut slowest = (std::time::Duration::ZERO, String::new());
    for (name, source) in hostile_sources() {
        let took = run(&source);
        // An order of magnitude above what a debug build needs; a quadratic one takes minutes.
        assert!(took.as_secs() < 20, "{name}: {took:?}");
        slowest = slowest.max((took, name));
    }
    println!("slowest: {slowest:?}");
}

/// Generates text from pieces that mean something in Markdown or HTML.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "<",
        ">",
        "\"",
        "'",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "#",
        "# ",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "|",
        "|-|-|\n",
        "|---|\n",
        "[^1]",
        "[^1]: ",
        "[^a]",
        "[^a]: ",
        "[a]: ",
        "[a]",
        "javascript:",
        "https://a.vn",
        "task:1",
        "attachments/x",
        "mailto:a@b.vn",
        "&lt;",
        "&#60;",
        "&#x202e;",
        "<script>",
        "</p>",
        "<!--",
        "-->",
        "\\",
        "~~",
        ":",
        "a",
        "ế",
        "đ ",
        "\t",
        "\0",
        "\u{202e}",
        "\u{fe0f}",
        "  \n",
        "---\n",
        "===\n",
        "{#id onclick=x}",
        "<a href=x>",
        "%",
        "//",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check_any(source: &str) {
    let html = html(source);
    assert_eq!(html, to_html(source, &options("n-")));
    for link in links(source) {
        assert!(!source[link.range].is_empty());
        if let Some(range) = link.target_range {
            let target = match link.kind {
                LinkKind::Email => link.target.trim_start_matches("mailto:"),
                _ => &link.target,
            };
            assert_eq!(&source[range], target);
        }
    }
    if let Err(OverLimit { range, .. }) = check_depth(source) {
        assert!(source.get(range).is_some());
    }
    for limit in [0, 1, 7, 100] {
        assert!(plain_text(source, limit).chars().count() <= limit);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_pieces_give_safe_html(source in pieces()) {
        check_any(&source);
    }

    #[test]
    fn any_text_gives_safe_html(source in any::<String>()) {
        check_any(&source);
    }
}
