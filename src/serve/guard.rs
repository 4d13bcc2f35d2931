//! Decides which requests are answered: those that a browser on this machine makes for the preview
//! itself.
//!
//! The preview shows what is not published yet. A website open in the same browser could request it
//! by this machine's address, or by a domain name that resolves to it. So the requested host and
//! the requesting origin are checked before anything else.

use std::fmt::Write as _;

use crate::site::HOME;

/// Limits on the length of the address and of all headers, in bytes.
pub(super) const LONGEST_ADDRESS: usize = 2_048;
pub(super) const MOST_HEADERS: usize = 16 * 1_024;

/// The parts of a request that decide.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    /// The path of the address, still percent-encoded.
    pub(crate) path: &'a str,
    /// What stands behind the question mark.
    pub(crate) query: &'a str,
    /// The host of an absolute address, which only proxies receive.
    pub(crate) authority: Option<&'a str>,
    /// All headers of these names.
    pub(crate) hosts: Vec<&'a [u8]>,
    pub(crate) origins: Vec<&'a [u8]>,
    pub(crate) fetch_sites: Vec<&'a [u8]>,
    pub(crate) fetch_modes: Vec<&'a [u8]>,
    pub(crate) fetch_dests: Vec<&'a [u8]>,
    pub(crate) cookies: Vec<&'a [u8]>,
    /// Total size of all headers in bytes.
    pub(crate) header_bytes: usize,
    /// Whether the request has a body.
    pub(crate) has_body: bool,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The method is neither GET nor HEAD.
    Method,
    /// The host is not this machine.
    Name,
    /// The request comes from another website.
    Stranger,
    /// The path cannot be that of a page of the site.
    Address,
    /// The address is too long.
    Long,
    /// The headers are too large.
    Headers,
    /// The request has a body.
    Body,
}

impl Refusal {
    /// The HTTP status of the refusal.
    pub(super) fn status(self) -> u16 {
        match self {
            Refusal::Method => 405,
            Refusal::Name => 421,
            Refusal::Stranger => 403,
            Refusal::Address => 400,
            Refusal::Long => 414,
            Refusal::Headers => 431,
            Refusal::Body => 413,
        }
    }

    /// The key of its message.
    pub(super) fn key(self) -> &'static str {
        match self {
            Refusal::Method => "serve-refused-method",
            Refusal::Name => "serve-refused-name",
            Refusal::Stranger => "serve-refused-stranger",
            Refusal::Address | Refusal::Long => "serve-refused-address",
            Refusal::Headers | Refusal::Body => "serve-refused-size",
        }
    }
}

/// The requested path in the site, without the first slash. A folder is its `index.html`.
pub(super) fn screen(asked: &Asked<'_>, port: u16) -> Result<String, Refusal> {
    if asked.path.len() > LONGEST_ADDRESS {
        return Err(Refusal::Long);
    }
    if asked.header_bytes > MOST_HEADERS {
        return Err(Refusal::Headers);
    }
    let own = own_names(port);
    let is_own = |name: &[u8]| own.iter().any(|own| own.as_bytes().eq_ignore_ascii_case(name));
    let named = asked.hosts.len() == 1 && asked.hosts.iter().all(|host| is_own(host));
    if !named || asked.authority.is_some_and(|name| !is_own(name.as_bytes())) {
        return Err(Refusal::Name);
    }
    let host = asked.hosts.first().copied().unwrap_or_default();
    let ours = |origin: &&[u8]| {
        origin.strip_prefix(b"http://").is_some_and(|name| name.eq_ignore_ascii_case(host))
    };
    let near = |site: &&[u8]| matches!(*site, b"same-origin" | b"none");
    if !asked.origins.iter().all(ours) || !asked.fetch_sites.iter().all(near) {
        return Err(Refusal::Stranger);
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        return Err(Refusal::Method);
    }
    if asked.has_body {
        return Err(Refusal::Body);
    }
    path(asked.path).ok_or(Refusal::Address)
}

/// The names of this machine in its own browser.
fn own_names(port: u16) -> Vec<String> {
    let hosts = ["127.0.0.1", "localhost"];
    let mut names: Vec<String> = hosts.iter().map(|host| format!("{host}:{port}")).collect();
    if port == 80 {
        names.extend(hosts.map(str::to_owned));
    }
    names
}

/// Whether a path can belong to a file of the site. Paths are looked up in a table and never opened
/// on disk; this refuses what no link of the site can be.
fn path(encoded: &str) -> Option<String> {
    let mut path = decoded(encoded.strip_prefix('/')?)?;
    if path.is_empty() || path.ends_with('/') {
        path.push_str(HOME);
    }
    let odd = |c: char| c.is_control() || matches!(c, '\\' | '%' | ':' | '\u{fffd}');
    let steps = |step: &str| step.is_empty() || step == "." || step == "..";
    (!path.contains(odd) && !path.split('/').any(steps)).then_some(path)
}

/// Decodes percent-encoding once. `None` if it is malformed or the result is not UTF-8.
pub(super) fn decoded(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let [first, behind @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(behind.get(..2)?).ok()?;
            let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            bytes.push(is_hex.then(|| u8::from_str_radix(digits, 16).ok()).flatten()?);
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

/// Percent-encodes everything in a path except plain letters, digits and a few marks.
pub(super) fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                text.push(byte.into());
            }
            _ => drop(write!(text, "%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Asked<'static> {
        Asked { method: "GET", path: "/", hosts: vec![b"127.0.0.1:8021"], ..Asked::default() }
    }

    fn said(asked: &Asked<'_>) -> Result<String, Refusal> {
        screen(asked, 8021)
    }

    #[test]
    fn what_the_browser_asks_for_itself_is_answered() {
        assert_eq!(said(&good()).as_deref(), Ok("index.html"));
        let folder = Asked { path: "/en/", ..good() };
        assert_eq!(said(&folder).as_deref(), Ok("en/index.html"));
        for host in [&b"localhost:8021"[..], b"LocalHost:8021"] {
            let path = "/nhiem-vu/1.3.html";
            let asked = Asked { path, hosts: vec![host], method: "HEAD", ..good() };
            assert_eq!(said(&asked).as_deref(), Ok("nhiem-vu/1.3.html"));
        }
        let near = Asked {
            origins: vec![b"http://127.0.0.1:8021"],
            fetch_sites: vec![b"same-origin"],
            authority: Some("127.0.0.1:8021"),
            ..good()
        };
        assert!(said(&near).is_ok());
        let name = "/attachments/bi%C3%AAn%20b%E1%BA%A3n.pdf";
        assert_eq!(
            said(&Asked { path: name, ..good() }).as_deref(),
            Ok("attachments/biên bản.pdf")
        );
    }

    #[test]
    fn other_names_of_this_machine_are_refused() {
        for host in [
            &b""[..],
            b"127.0.0.1",
            b"127.0.0.1:8022",
            b"evil.example:8021",
            b"127.0.0.1.evil.example:8021",
            b"localhost.evil.example:8021",
            b"[::1]:8021",
            b"0.0.0.0:8021",
            b"2130706433:8021",
            b"127.1:8021",
            b"localhost:8021@evil.example",
            b" 127.0.0.1:8021",
        ] {
            let asked = Asked { hosts: vec![host], ..good() };
            assert_eq!(said(&asked), Err(Refusal::Name), "{}", String::from_utf8_lossy(host));
        }
        assert_eq!(said(&Asked { hosts: vec![], ..good() }), Err(Refusal::Name));
        let twice = vec![&b"127.0.0.1:8021"[..], b"evil.example"];
        assert_eq!(said(&Asked { hosts: twice, ..good() }), Err(Refusal::Name));
        let proxy = Asked { authority: Some("evil.example"), ..good() };
        assert_eq!(said(&proxy), Err(Refusal::Name));
    }

    #[test]
    fn other_websites_are_refused() {
        for origin in [
            &b"null"[..],
            b"http://evil.example",
            b"https://127.0.0.1:8021",
            b"http://127.0.0.1:8022",
            b"http://localhost:8021",
        ] {
            let asked = Asked { origins: vec![origin], ..good() };
            assert_eq!(said(&asked), Err(Refusal::Stranger));
        }
        for site in [&b"cross-site"[..], b"same-site", b"", b"None"] {
            let asked = Asked { fetch_sites: vec![site], ..good() };
            assert_eq!(said(&asked), Err(Refusal::Stranger));
        }
    }

    #[test]
    fn only_addresses_of_pages_are_looked_up() {
        for path in [
            "",
            "*",
            "index.html",
            "//",
            "//evil.example/",
            "/a//b",
            "/.",
            "/..",
            "/../content/site.yaml",
            "/a/../b",
            "/%2e%2e/content/site.yaml",
            "/%2e%2e%2fcontent",
            "/%252e%252e/site.yaml",
            "/..%5csite.yaml",
            "/a\\b",
            "/a%00b",
            "/a%0ab",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/%ff",
            "/c:/windows/win.ini",
            "/a%3ab",
        ] {
            assert_eq!(said(&Asked { path, ..good() }), Err(Refusal::Address), "{path}");
        }
    }

    #[test]
    fn what_no_browser_needs_is_refused() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"] {
            assert_eq!(said(&Asked { method, ..good() }), Err(Refusal::Method));
        }
        assert_eq!(said(&Asked { has_body: true, ..good() }), Err(Refusal::Body));
        assert_eq!(said(&Asked { header_bytes: 20_000, ..good() }), Err(Refusal::Headers));
        let long = format!("/{}", "a".repeat(3_000));
        assert_eq!(said(&Asked { path: &long, ..good() }), Err(Refusal::Long));
    }

    #[test]
    fn a_path_survives_its_address() {
        for path in ["index.html", "attachments/biên bản (1).pdf", "a%b", "a?b#c"] {
            assert_eq!(decoded(&encoded(path)).as_deref(), Some(path));
        }
    }
}
