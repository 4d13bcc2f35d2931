//! The promise to whoever types a note: every word is on the page, or somebody is told.

use std::ops::Range;

use proptest::prelude::*;

use super::super::facts::{Facts, facts};
use super::super::html::to_html;
use super::super::oddity::OddityKind;
use super::{html, options};

/// Returns what a browser shows of a page: text, alternative texts and the numbers of lists.
fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut numbers: Vec<Option<u64>> = Vec::new();
    for piece in html.split_inclusive('>') {
        let (words, tag) = piece.split_once('<').unwrap_or((piece, ""));
        text.push_str(words);
        let attribute = |name: &str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            value.split('"').next()
        };
        let number = |name: &str| attribute(name).and_then(|value| value.parse().ok());
        match tag.split([' ', '>']).next().unwrap_or_default() {
            "ul" => numbers.push(None),
            "ol" => numbers.push(Some(number("start").unwrap_or(1))),
            "/ul" | "/ol" => drop(numbers.pop()),
            "li" => {
                if let Some(Some(next)) = numbers.last_mut() {
                    let shown = number("value").unwrap_or(*next);
                    text.push_str(&format!("{shown}. "));
                    *next = shown + 1;
                }
            }
            "img" => text.push_str(attribute("alt").unwrap_or_default()),
            "br" => text.push('\n'),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// Whether one of the ranges touches the line at a byte, or ends or begins on it.
fn is_told(source: &str, facts: &Facts, at: usize) -> bool {
    let start = source[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = source[at..].find('\n').map_or(source.len(), |n| at + n);
    let touches = |range: &Range<usize>| range.start <= end && range.end >= start;
    facts.oddities.iter().any(|odd| touches(&odd.range))
}

/// Whether a word is part of the address of a link, which is looked up.
fn leads(facts: &Facts, word: &str) -> bool {
    facts.links.iter().any(|link| link.target.contains(word))
}

/// Checks every word of a source: letters and digits, each with a number of its own.
fn check(source: &str) {
    let Ok(facts) = facts(source) else { return };
    let shown = visible(&to_html(source, &options("n-")));
    for (at, _) in source.match_indices("tu") {
        let word: String = source[at..].chars().take_while(|c| c.is_alphanumeric()).collect();
        assert!(
            shown.contains(&word) || leads(&facts, &word) || is_told(source, &facts, at),
            "{word} of {source:?}: {shown:?}"
        );
    }
    for oddity in &facts.oddities {
        assert!(
            source.get(oddity.range.clone()).is_some_and(|text| !text.is_empty()),
            "{oddity:?} of {source:?}"
        );
        if let Some((range, _)) = &oddity.fix {
            assert!(source.get(range.clone()).is_some(), "{oddity:?} of {source:?}");
        }
    }
}

/// Generates text from words and from whatever may mean something.
fn typed() -> impl Strategy<Value = String> {
    let word = Just("\0");
    let mark = prop::sample::select(vec![
        " ",
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "\t",
        "    ",
        "  \n",
        "\\\n",
        "*",
        "**",
        "***",
        "_",
        "__",
        "~~",
        "`",
        "```",
        "```\n",
        "~~~\n",
        "# ",
        "## ",
        "#",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "7. ",
        "3) ",
        "01. ",
        "> ",
        ">",
        "|",
        "| ",
        "|---|---|\n",
        "\n---\n",
        "\n===\n",
        "\n---|---\n",
        "[",
        "]",
        "](",
        "](attachments/a.png)",
        "![",
        "](task:1)",
        "](https://a.vn)",
        "] (task:1)",
        "[^1]",
        "[^1]: ",
        "[^2]",
        "[^2]: ",
        "[a]: ",
        "[a]",
        "[b]: http://a.vn ",
        "(",
        ")",
        "<br>",
        "<b>",
        "</b>",
        "<sup>",
        "</sup>",
        "<div>",
        "</div>\n",
        "<!--",
        "-->",
        "<!-- ",
        " -->\n",
        "<",
        ">",
        "&lt;",
        "&nbsp;",
        "&",
        "&amp;",
        "\\",
        "\\*",
        "\\\\",
        "\"",
        "'",
        ":",
        ".",
        "http://a.vn",
        "{{",
        "}}",
        "12",
        "3*4*5",
        "ệ",
        "¹",
    ]);
    let piece = prop_oneof![2 => word.boxed(), 3 => mark.boxed()];
    prop::collection::vec(piece, 1..24).prop_map(|pieces| {
        let mut next = 10;
        let mut name = |piece: &str| match piece {
            "\0" => {
                next += 1;
                format!("tu{next}")
            }
            piece => piece.to_owned(),
        };
        pieces.into_iter().map(&mut name).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6000))]

    #[test]
    fn every_word_is_on_the_page_or_told_of(source in typed()) {
        check(&source);
    }
}

/// The kinds of oddities in a source.
fn kinds(source: &str) -> Vec<OddityKind> {
    facts(source).unwrap().oddities.iter().map(|oddity| oddity.kind).collect()
}

/// Applies all fixes of a source.
fn mended(source: &str) -> String {
    let mut text = source.to_owned();
    for oddity in facts(source).unwrap().oddities.iter().rev() {
        if let Some((range, new)) = &oddity.fix {
            text.replace_range(range.clone(), new);
        }
    }
    text
}

#[test]
fn a_mend_leaves_nothing_to_mend() {
    for (source, expected) in [
        ("**Kết quả:**tốt và ** hay ** lắm", "**Kết quả:** tốt và **hay** lắm"),
        ("*Lưu ý:*hai", "*Lưu ý:* hai"),
        (
            "xem [tệp](attachments/a b.pdf), ![x](attachments/c d.png)",
            "xem [tệp](<attachments/a b.pdf>), ![x](<attachments/c d.png>)",
        ),
        ("[một](task: 1) [hai] (doc:x)", "[một](task:1) [hai](doc:x)"),
        ("9 m<sup>2</sup>, CO<sub>2</sub>", "9 m², CO₂"),
        ("<b>đậm</b><br/>mới<br>", "**đậm**\nmới"),
        ("12 *5 và 6* 7", "12 \\*5 và 6\\* 7"),
        (">95% số hộ", "\\>95% số hộ"),
        ("a\\-b và \\\\may1\\x", "a\\\\-b và \\\\\\may1\\x"),
        ("5&nbsp;m &lt; 6 &copy; x", "5 m \\< 6 © x"),
        ("02. Hai", "02\\. Hai"),
        ("##Kết quả", "## Kết quả"),
    ] {
        assert_eq!(mended(source), expected);
        assert_eq!(kinds(expected), [], "{expected}");
    }
}

#[test]
fn what_is_meant_as_typed_is_left_alone() {
    for source in [
        "3*4*5 m, 2*6 và 3*7 m, 2_3_4, ten_tep_moi, 5~10, ~2 km, a<b, 5 < 6 > 4, R&D, A & B, x --> y",
        "*nghiêng* **đậm** ***cả hai*** _gạch_ **Mục 1.** và **A**, `a\\-b`",
        "Giếng A* và B*, số liệu (*), (**) và C**",
        "\\* \\_ \\[x](y) \\<br> \\#  \\> \\| \\` C\\\\D \\&lt;",
        "Mục [1], [2][3], [a], (b), khoản 1(a)",
        "- a\n+ b\n* c\n\n3. d\n7. e\n\n1) f",
        "[a][b], ![c](attachments/c.png), <https://a.vn>, <a@b.vn>\n\n[b]: task:1",
        "x[^1]\n\n[^1]: y[^2]\n\n[^2]: z",
        "| a | b |\n|---|:-:|\n| 1 \\| 2 |\n| 3 | 4 |\n\n---\n\n> lời dẫn\n> 5 hộ",
        "```yaml\n<b> [x](y) **\n```\n\n## Tiêu đề ##\n\nC#",
        "#\u{a0}x, tổ #3, {{hoan-thanh}}, ghi chú: a, note: b",
        "một  \nhai\\\nba",
    ] {
        assert_eq!(kinds(source), [], "{source}");
    }
}

#[test]
fn a_paragraph_with_blanks_before_it_is_a_paragraph() {
    assert_eq!(
        html("\t**Báo cáo** [x](task:1)\n\n    tiếp"),
        "<p><strong>Báo cáo</strong> <a href=\"../tasks/1.html\">x</a></p>\n<p>tiếp</p>\n"
    );
    assert_eq!(
        html("- a\n\n      b\n\n\t\tc"),
        "<ul>\n<li><p>a</p>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n"
    );
    assert_eq!(html(">     q"), "<blockquote>\n<p>q</p>\n</blockquote>\n");
    assert_eq!(
        html("    - a\n      - b"),
        "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n".replace("a\n<ul>", "a<ul>")
    );
    assert_eq!(html("```\n    x\n```"), "<pre><code>    x\n</code></pre>\n");
    let source = "a\n\n    [việc](task:7)";
    let link = &facts(source).unwrap().links[0];
    assert_eq!(
        (&source[link.range.clone()], link.target_range.clone()),
        ("[việc](task:7)", Some(16..22))
    );
}

#[test]
fn comments_are_nowhere() {
    for (source, expected) in [
        ("a <!-- x --> b", "<p>a  b</p>\n"),
        ("a\n\n<!-- x\n\ny -->\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("<!-- x --> **b**", "<p><strong>b</strong></p>\n"),
        ("- a\n<!-- x -->\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> <!-- x -->\n> b", "<blockquote>\n<p>b</p>\n</blockquote>\n"),
        ("<!<!-- x -->-- y -->b", "<p>b</p>\n"),
    ] {
        assert_eq!(html(source), expected);
        let facts = facts(source).unwrap();
        assert!(
            !facts.line.contains('x')
                && facts.oddities.iter().all(|odd| odd.kind == OddityKind::Comment)
        );
        assert!(!facts.oddities.is_empty());
    }
    assert_eq!(kinds("a <!-- x\n\nb"), [OddityKind::OpenComment]);
    assert_eq!(kinds("<!-- x\n\nb"), [OddityKind::OpenComment]);
    assert_eq!(kinds("`<!-- x -->`\n\n```\n<!-- y\n```"), []);
}

#[test]
fn lists_keep_their_numbers_and_marks() {
    assert_eq!(
        html("3. a\n7. b\n8. c"),
        "<ol start=\"3\">\n<li>a</li>\n<li value=\"7\">b</li>\n<li>c</li>\n</ol>\n"
    );
    assert_eq!(html("1) a"), "<ol class=\"paren\">\n<li>a</li>\n</ol>\n");
    assert_eq!(html("+ a"), "<ul class=\"plus\">\n<li>a</li>\n</ul>\n");
    assert_eq!(&*facts("12. Tháng\n\n+ 5 hộ\n\n- x").unwrap().line, "12. Tháng + 5 hộ x");
    assert_eq!(html("a\nb"), "<p>a<br>\nb</p>\n");
}

#[test]
fn no_table_makes_a_page_much_larger_than_its_note() {
    let wide = format!("|{}\n|{}\n", "a|".repeat(5000), "-|".repeat(5000));
    assert!(facts(&wide).is_err() && html(&wide).len() < 2 * wide.len());
    let short = format!("|{}\n|{}\n{}", "a|".repeat(40), "-:|".repeat(40), "|\n".repeat(3000));
    assert!(html(&short).len() < 20 * short.len(), "{} of {}", html(&short).len(), short.len());
}
