//! Decides which requests the editor answers: those that its own pages make in the browser that was
//! given the key.
//!
//! Other pages of the same browser can send requests here: pages on other ports of this machine even
//! with the cookie, since cookies know no ports. So a request that writes needs the exact host, the
//! exact origin, the cookie and the token that only the editor's own pages hold, and a request that
//! reads changes nothing.

use std::fmt::Write as _;

use crate::serve::guard::{Asked, LONGEST_ADDRESS, MOST_HEADERS, decoded};

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The method is none of GET, HEAD and POST.
    Method,
    /// The host is not this machine.
    Host,
    /// The request comes from another website.
    Stranger,
    /// The browser was not given the key.
    Key,
    /// The address cannot be one of the editor's.
    Address,
    /// The address is too long.
    Long,
    /// The headers, or the body of a reading request, are too large.
    Size,
}

impl Refusal {
    /// The HTTP status.
    pub(super) fn status(self) -> u16 {
        match self {
            Refusal::Method => 405,
            Refusal::Host => 421,
            Refusal::Stranger | Refusal::Key => 403,
            Refusal::Address => 400,
            Refusal::Long => 414,
            Refusal::Size => 413,
        }
    }

    /// The key of its message.
    pub(super) fn key(self) -> &'static str {
        match self {
            Refusal::Method => "edit-refused-method",
            Refusal::Host => "edit-refused-host",
            Refusal::Stranger => "edit-refused-stranger",
            Refusal::Key => "edit-refused-key",
            Refusal::Address | Refusal::Long => "edit-refused-address",
            Refusal::Size => "edit-refused-size",
        }
    }
}

/// A request that may be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Passed {
    /// A page is asked for: the steps of its path.
    Read(Vec<String>),
    /// A form was sent to it.
    Write(Vec<String>),
    /// The key was given: the browser gets the cookie and the first page.
    Enter,
}

/// The secrets of a run, and the port.
#[derive(Debug)]
pub(crate) struct Door {
    port: u16,
    key: String,
    token: String,
}

impl Door {
    /// Makes new secrets.
    ///
    /// # Errors
    ///
    /// If the system has no random numbers.
    pub(super) fn new(port: u16) -> std::io::Result<Self> {
        Ok(Door { port, key: secret()?, token: secret()? })
    }

    /// The path and query by which the browser enters.
    pub(super) fn entrance(&self) -> String {
        format!("vao?k={}", self.key)
    }

    /// The value of the hidden field that every form sends back.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// The cookie that a browser with the key gets.
    pub(super) fn cookie(&self) -> String {
        format!("tiendo-{}={}; HttpOnly; SameSite=Strict; Path=/", self.port, self.key)
    }

    /// Judges a request by everything but its body.
    pub(crate) fn screen(&self, asked: &Asked<'_>) -> Result<Passed, Refusal> {
        if asked.path.len() + asked.query.len() > LONGEST_ADDRESS {
            return Err(Refusal::Long);
        }
        if asked.header_bytes > MOST_HEADERS {
            return Err(Refusal::Size);
        }
        let own = ["127.0.0.1", "localhost"].map(|host| match self.port {
            80 => host.to_owned(),
            port => format!("{host}:{port}"),
        });
        let is_own = |name: &[u8]| own.iter().any(|own| own.as_bytes().eq_ignore_ascii_case(name));
        let [host] = asked.hosts.as_slice() else { return Err(Refusal::Host) };
        if !is_own(host) || asked.authority.is_some_and(|name| !is_own(name.as_bytes())) {
            return Err(Refusal::Host);
        }
        let is_write = match asked.method {
            "GET" | "HEAD" => false,
            "POST" => true,
            _ => return Err(Refusal::Method),
        };
        let ours = |origin: &[u8]| {
            origin.strip_prefix(b"http://").is_some_and(|name| name.eq_ignore_ascii_case(host))
        };
        let only = |values: &[&[u8]], value: &[u8]| values.iter().all(|one| *one == value);
        let is_same = only(&asked.fetch_sites, b"same-origin");
        if is_write {
            // A browser always names the origin of a form. Nothing else need send one.
            let [origin] = asked.origins.as_slice() else { return Err(Refusal::Stranger) };
            if !ours(origin) || !is_same {
                return Err(Refusal::Stranger);
            }
        } else {
            // A link of the preview, which has another port, leads here; nothing of it may load us.
            let is_followed = only(&asked.fetch_sites, b"same-site")
                && asked.fetch_modes == [b"navigate".as_slice()]
                && asked.fetch_dests == [b"document".as_slice()];
            let is_near = is_same || only(&asked.fetch_sites, b"none") || is_followed;
            if !asked.origins.iter().all(|origin| ours(origin)) || !is_near {
                return Err(Refusal::Stranger);
            }
            if asked.has_body {
                return Err(Refusal::Size);
            }
        }
        let path = steps(asked.path).ok_or(Refusal::Address)?;
        if !is_write && path == ["vao"] {
            let given = asked.query.strip_prefix("k=").unwrap_or_default();
            return if given == self.key { Ok(Passed::Enter) } else { Err(Refusal::Key) };
        }
        if !self.is_known(&asked.cookies) {
            return Err(Refusal::Key);
        }
        Ok(if is_write { Passed::Write(path) } else { Passed::Read(path) })
    }

    fn is_known(&self, cookies: &[&[u8]]) -> bool {
        let wanted = format!("tiendo-{}={}", self.port, self.key);
        let pairs = cookies.iter().flat_map(|line| line.split(|byte| *byte == b';'));
        pairs.map(<[u8]>::trim_ascii).any(|pair| pair == wanted.as_bytes())
    }
}

/// A number that nobody can guess, of 128 bits.
pub(super) fn secret() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| std::io::Error::other(format!("no random numbers: {error}")))?;
    Ok(bytes.iter().fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// The steps of a path. They are looked up in tables and never opened on the disk; this refuses what
/// no link of the editor can be.
fn steps(encoded: &str) -> Option<Vec<String>> {
    let path = decoded(encoded.strip_prefix('/')?)?;
    if path.is_empty() {
        return Some(Vec::new());
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/');
    let is_step = |step: &str| !step.is_empty() && step != "." && step != "..";
    let whole = path.chars().all(is_plain) && path.split('/').all(is_step);
    // A step that is decoded into two was never a link of ours.
    let same = path.split('/').count() == encoded[1..].split('/').count();
    (whole && same).then(|| path.split('/').map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door() -> Door {
        Door { port: 8022, key: "k".repeat(32), token: String::new() }
    }

    fn get(cookie: &str) -> Asked<'_> {
        Asked {
            method: "GET",
            path: "/viec/1.1",
            hosts: vec![b"127.0.0.1:8022"],
            cookies: vec![cookie.as_bytes()],
            ..Asked::default()
        }
    }

    fn post(cookie: &str) -> Asked<'_> {
        Asked {
            method: "POST",
            origins: vec![b"http://127.0.0.1:8022"],
            fetch_sites: vec![b"same-origin"],
            has_body: true,
            ..get(cookie)
        }
    }

    #[test]
    fn own_pages_read_and_write() {
        let cookie = format!("a=b; tiendo-8022={}", "k".repeat(32));
        let path = vec!["viec".to_owned(), "1.1".to_owned()];
        assert_eq!(door().screen(&get(&cookie)), Ok(Passed::Read(path.clone())));
        assert_eq!(door().screen(&post(&cookie)), Ok(Passed::Write(path)));
        let query = format!("k={}", "k".repeat(32));
        let enter = Asked { path: "/vao", query: &query, ..get("") };
        assert_eq!(door().screen(&enter), Ok(Passed::Enter));
        let local = Asked { hosts: vec![b"localhost:8022"], ..get(&cookie) };
        assert!(door().screen(&local).is_ok());
    }

    #[test]
    fn others_are_refused() {
        let cookie = format!("tiendo-8022={}", "k".repeat(32));
        let said = |asked: &Asked<'_>| door().screen(asked).unwrap_err();
        for cookie in ["", "tiendo-8022=", "tiendo-8021=kkk", "x"] {
            assert_eq!(said(&get(cookie)), Refusal::Key);
            assert_eq!(said(&post(cookie)), Refusal::Key);
        }
        for (path, query) in [("/vao", "k="), ("/vao", "k=x"), ("/vao", "")] {
            assert_eq!(said(&Asked { path, query, ..get("") }), Refusal::Key);
        }
        for host in [&b"127.0.0.1"[..], b"127.0.0.1:8021", b"evil.example:8022", b"[::1]:8022"] {
            assert_eq!(said(&Asked { hosts: vec![host], ..post(&cookie) }), Refusal::Host);
        }
        assert_eq!(said(&Asked { hosts: vec![], ..get(&cookie) }), Refusal::Host);
        let proxied = Asked { authority: Some("evil.example"), ..get(&cookie) };
        assert_eq!(said(&proxied), Refusal::Host);
        for origins in [
            vec![],
            vec![&b"null"[..]],
            vec![b"http://127.0.0.1:9000"],
            vec![b"http://localhost:8022"],
            vec![b"https://127.0.0.1:8022"],
            vec![b"http://127.0.0.1:8022", b"http://evil.example"],
        ] {
            assert_eq!(said(&Asked { origins, ..post(&cookie) }), Refusal::Stranger);
        }
        for site in [&b"same-site"[..], b"cross-site", b"none", b""] {
            assert_eq!(
                said(&Asked { fetch_sites: vec![site], ..post(&cookie) }),
                Refusal::Stranger
            );
        }
        for (site, mode, dest) in [
            ("same-site", "no-cors", "image"),
            ("same-site", "navigate", "iframe"),
            ("same-site", "cors", "empty"),
            ("cross-site", "navigate", "document"),
        ] {
            let asked = Asked {
                fetch_sites: vec![site.as_bytes()],
                fetch_modes: vec![mode.as_bytes()],
                fetch_dests: vec![dest.as_bytes()],
                ..get(&cookie)
            };
            assert_eq!(said(&asked), Refusal::Stranger, "{site} {mode} {dest}");
        }
        for method in ["PUT", "DELETE", "OPTIONS", "PATCH", "post"] {
            assert_eq!(said(&Asked { method, ..post(&cookie) }), Refusal::Method);
        }
        assert_eq!(said(&Asked { has_body: true, ..get(&cookie) }), Refusal::Size);
    }

    #[test]
    fn no_path_leads_to_the_disk() {
        let cookie = format!("tiendo-8022={}", "k".repeat(32));
        for path in [
            "/viec/..%2fsite",
            "/viec/../site",
            "/viec/a%00",
            "/viec//1",
            "/viec/",
            "//",
            "/viec/a b",
            "/viec/%C3%A9",
            "/viec/a%5cb",
            "/viec%2f1.1",
            "*",
            "",
            "/viec/%2e%2e",
        ] {
            for asked in [get(&cookie), post(&cookie)] {
                assert_eq!(
                    door().screen(&Asked { path, ..asked }),
                    Err(Refusal::Address),
                    "{path}"
                );
            }
        }
    }

    #[test]
    fn secrets_differ() {
        let (one, other) = (secret().unwrap(), secret().unwrap());
        assert_eq!((one.len(), one == other), (32, false));
    }
}
