//! The sample settings for web servers that a package carries. Installed beside the site they are
//! known, so that a check does not call them foreign.

/// The samples, each under a name by which it is installed.
const SAMPLES: [(&str, &str); 4] = [
    ("web.config", include_str!("../../templates/hosting/web.config")),
    (".htaccess", include_str!("../../templates/hosting/htaccess.txt")),
    ("htaccess.txt", include_str!("../../templates/hosting/htaccess.txt")),
    ("nginx.conf", include_str!("../../templates/hosting/nginx.conf")),
];

/// The largest file that can be a sample.
pub(super) const MAX_SAMPLE: u64 = 64 * 1024;

/// The name of the page whose folder the samples ask to fill in.
const NOT_FOUND: &str = "404.html";

/// Whether a sample is installed under this name.
pub fn is_name(path: &str) -> bool {
    SAMPLES.iter().any(|(name, _)| *name == path)
}

/// Whether these bytes are the sample of this name. Line ends and the folder before `404.html`,
/// which the samples ask to fill in, may be others.
pub(super) fn is_sample(path: &str, bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    SAMPLES.iter().any(|(name, sample)| *name == path && plain(sample) == plain(text))
}

/// The text with plain line ends, and without the folder before `404.html`.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(NOT_FOUND) {
        let is_of_path = |c: char| c.is_ascii_alphanumeric() || "/\\-_.".contains(c);
        let kept = before.trim_end_matches(is_of_path);
        plain.push_str(if before[kept.len()..].contains("..") { before } else { kept });
        plain.push_str(NOT_FOUND);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_known_by_its_text() {
        for (name, text) in SAMPLES {
            assert!(is_name(name) && is_sample(name, text.as_bytes()), "{name}");
            assert!(is_sample(name, text.replace('\n', "\r\n").as_bytes()), "{name}");
            assert!(!is_sample("index.aspx", text.as_bytes()));
            for foreign in
                [text.replace("404", "405"), format!("{text}<x/>"), text.replace('\'', "")]
            {
                assert!(!is_sample(name, foreign.as_bytes()), "{name}");
            }
        }
        let iis = SAMPLES[0].1;
        assert!(is_sample(
            "web.config",
            iis.replace("\"404.html", "\"tien-do\\404.html").as_bytes()
        ));
        assert!(!is_sample("web.config", iis.replace("\"404.html", "\"..\\404.html").as_bytes()));
        let apache = SAMPLES[1].1;
        assert!(is_sample(".htaccess", apache.replace(" /404", " /tien-do/404").as_bytes()));
        assert!(!is_sample(".htaccess", apache.replace(" /404", " https://a.b/404").as_bytes()));
    }
}
