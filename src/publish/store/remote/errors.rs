//! Translates the errors of OpenDAL.

use opendal::{Error, ErrorKind};

use crate::publish::store::{StoreError, StoreErrorKind};

/// Whether the error says that a file or folder does not exist.
pub(super) fn is_absence(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Translates an error: its message on one line, without secrets.
pub(super) fn translate(error: &Error, path: &str, secrets: &[String]) -> StoreError {
    let mut detail = error.message().to_owned();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let next = error.to_string();
        if !detail.contains(&next) {
            detail.push_str(": ");
            detail.push_str(&next);
        }
        cause = error.source();
    }
    for secret in secrets {
        detail = detail.replace(secret.as_str(), "•••");
    }
    let detail = without_accounts(&detail.split_whitespace().collect::<Vec<_>>().join(" "));
    let detail: String = detail.chars().take(400).collect();
    StoreError::new(kind_of(error, &detail.to_lowercase()), path, detail)
}

/// The kind of an error, by the words of its message in lower case where its own kind does not say.
fn kind_of(error: &Error, message: &str) -> StoreErrorKind {
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if says(&["certificate", "unknownissuer"]) {
        StoreErrorKind::Certificate
    } else if says(&["host key verification", "host identification has changed"]) {
        StoreErrorKind::HostKey
    } else if says(&[
        "no space left",
        "quota",
        "insufficient storage",
        "disk full",
        "file too large",
    ]) {
        StoreErrorKind::Full
    } else if error.kind() == ErrorKind::PermissionDenied
        || says(&["permission denied", "invalidaccesskeyid", "signaturedoesnotmatch", "401 "])
    {
        StoreErrorKind::Denied
    } else if says(&[
        "connection refused",
        "timed out",
        "timeout",
        "dns error",
        "could not resolve",
        "unreachable",
        "no route",
        "connection reset",
        "error sending request",
        "error trying to connect",
    ]) {
        StoreErrorKind::Unreachable
    } else if is_absence(error) {
        StoreErrorKind::Gone
    } else {
        StoreErrorKind::Other
    }
}

/// Removes the account from every address in a text: what stands before an `@`.
fn without_accounts(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split(' ') {
        match word.split_once("://") {
            Some((scheme, rest)) => {
                let (host, path) = rest.split_once('/').map_or((rest, None), |(h, p)| (h, Some(p)));
                let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
                let path = path.map(|path| format!("/{path}")).unwrap_or_default();
                words.push(format!("{scheme}://{host}{path}"));
            }
            None => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_contains_no_secrets() {
        let error = Error::new(
            ErrorKind::Unexpected,
            "PUT https://a:hunter22@h/x key=hunter22 Basic abcd==",
        )
        .set_source(std::io::Error::other("sent hunter22 to ftp://u:p@h/y"));
        let secrets = ["hunter22".to_owned(), "abcd==".to_owned()];
        let error = translate(&error, "x", &secrets);
        assert!(!error.detail.contains("hunter22"), "{error}");
        assert!(!error.detail.contains("abcd"), "{error}");
        assert!(!error.detail.contains("u:p"), "{error}");
    }
}
