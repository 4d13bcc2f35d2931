//! Checks and encodes the addresses that links may have.

use super::shown::may_be_shown;

/// An address that is allowed in `href`, as a valid URL.
pub(super) struct Address {
    pub(super) text: String,
    pub(super) kind: AddressKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressKind {
    /// `http://` or `https://`.
    Web,
    /// `mailto:`.
    Mail,
    /// Relative to the page or the host.
    Path,
}

impl Address {
    /// Encodes a target as an address; `None` if it is not allowed.
    pub(super) fn new(target: &str) -> Option<Self> {
        // Nearly all targets are paths of the site, which need no encoding.
        let is_route =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/' | b'_');
        let path = target.strip_prefix("../").unwrap_or(target);
        if path.starts_with(|c: char| c.is_ascii_alphanumeric()) && path.bytes().all(is_route) {
            return Some(Self { text: target.to_owned(), kind: AddressKind::Path });
        }
        // Browsers remove control characters and outer blanks before they look for the scheme.
        let visible = |c: &char| may_be_shown(*c) && !c.is_control() && *c != '\u{ad}';
        let target: String = target.chars().filter(visible).collect();
        let target = target.trim();
        let Some((scheme, rest)) = split_scheme(target) else {
            let is_path = !target.is_empty() && !target.starts_with("//");
            return is_path.then(|| Self { text: encoded(target), kind: AddressKind::Path });
        };
        match scheme.to_ascii_lowercase().as_str() {
            scheme @ ("http" | "https") => {
                let rest = rest.strip_prefix("//")?;
                let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
                let (host, path) = rest.split_at(end);
                let text = format!("{scheme}://{host}{}", encoded(path));
                is_host(host).then_some(Self { text, kind: AddressKind::Web })
            }
            "mailto" => {
                let mailbox = rest.split('?').next().unwrap_or_default();
                let (name, host) = mailbox.rsplit_once('@')?;
                let good = !name.is_empty() && !mailbox.contains(char::is_whitespace);
                let text = format!("mailto:{}", encoded(rest));
                (good && is_host(host)).then_some(Self { text, kind: AddressKind::Mail })
            }
            _ => None,
        }
    }
}

/// Splits a target at its first colon, unless a path begins before it.
///
/// The part before the colon need not be a valid scheme: `java script:` is neither a scheme nor a
/// path.
fn split_scheme(target: &str) -> Option<(&str, &str)> {
    let end = target.find([':', '/', '?', '#'])?;
    target[end..].strip_prefix(':').map(|rest| (&target[..end], rest))
}

/// Returns whether a text is a host name or IPv4 address with an optional port.
///
/// A user name is not allowed: `https://chinhphu.vn@example.com` leads elsewhere than it seems.
pub(super) fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|b| b.is_ascii_digit());
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    port.bytes().all(|b| b.is_ascii_digit())
        && port.parse::<u16>().is_ok()
        && name.split('.').all(is_label)
        && (!is_number || name.parse::<std::net::Ipv4Addr>().is_ok())
}

/// Percent-encodes what is not allowed in the part of a URL after the host.
fn encoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut in_fragment = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let stays = match byte {
            b'#' => !std::mem::replace(&mut in_fragment, true),
            // Part of an encoded byte, unless no digits follow.
            b'%' => {
                bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
            }
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte),
        };
        if stays {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
