//! Signatures of a manifest, in the format of minisign. This is the only file that knows
//! `minisign`.
//!
//! The manifest lists every file with its sum, so its signature covers the whole site. Anyone can
//! check it without this program: `minisign -V -p KEY.pub -m manifest.txt`.

use std::io::Cursor;

use ct_codecs::{Base64, Decoder};
pub use minisign::SecretKey as SigningKey;
use minisign::{PublicKey, PublicKeyBox, SecretKeyBox, SignatureBox};

/// The name of the signature, beside the manifest.
pub const NAME: &str = "manifest.txt.minisig";

/// Why a manifest was not signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignError {
    /// The file is no secret key of minisign.
    NotAKey,
    /// The key is protected by a password, and none or a wrong one was given.
    Password,
    /// Signing failed.
    Failed,
}

/// Why a signature does not prove a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSignature {
    /// The file or text is no public key of minisign.
    NotAKey,
    /// There is no signature, or it is none of minisign.
    NoSignature,
    /// It was made with another key.
    OtherKey,
    /// It does not fit the manifest.
    Wrong,
}

/// Reads a secret key. If it is protected, `password` is asked for one; without one the terminal is
/// asked.
///
/// # Errors
///
/// [`SignError`].
pub fn secret_key(
    text: &str,
    password: impl FnOnce() -> Option<String>,
) -> Result<SigningKey, SignError> {
    // A key without a password has no checksum if minisign itself made it, so it is read directly.
    let encoded = text.lines().nth(1).ok_or(SignError::NotAKey)?;
    let bytes = Base64::decode_to_vec(encoded.trim(), None).map_err(|_| SignError::NotAKey)?;
    let key = SigningKey::from_bytes(&bytes).map_err(|_| SignError::NotAKey)?;
    if !key.is_encrypted() {
        return Ok(key);
    }
    let sealed = SecretKeyBox::from_string(text).map_err(|_| SignError::NotAKey)?;
    sealed.into_secret_key(password()).map_err(|_| SignError::Password)
}

/// Signs a manifest. Two signatures of one manifest differ: the library mixes in random bytes, which
/// protects the key.
///
/// # Errors
///
/// [`SignError::Failed`].
pub fn sign(key: &SigningKey, manifest: &[u8], comment: &str) -> Result<String, SignError> {
    let untrusted = Some("tiendo manifest");
    minisign::sign(None, key, Cursor::new(manifest), Some(comment), untrusted)
        .map(SignatureBox::into_string)
        .map_err(|_| SignError::Failed)
}

/// Checks a signature with a public key, which is the text of its file or its second line. Returns
/// the signed comment.
///
/// # Errors
///
/// [`BadSignature`].
pub fn verify(
    key: &str,
    manifest: &[u8],
    signature: Option<&[u8]>,
) -> Result<String, BadSignature> {
    let key = PublicKeyBox::from_string(key)
        .and_then(PublicKeyBox::into_public_key)
        .or_else(|_| PublicKey::from_base64(key.trim()))
        .map_err(|_| BadSignature::NotAKey)?;
    let text = signature.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let signature = text.and_then(|text| SignatureBox::from_string(text).ok());
    let signature = signature.ok_or(BadSignature::NoSignature)?;
    if signature.keynum() != key.keynum() {
        return Err(BadSignature::OtherKey);
    }
    minisign::verify(&key, &signature, Cursor::new(manifest), true, false, true)
        .map_err(|_| BadSignature::Wrong)?;
    signature.trusted_comment().map_err(|_| BadSignature::Wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use minisign::KeyPair;

    #[test]
    fn a_signature_proves_this_manifest_and_this_key() {
        let keys = KeyPair::generate_unencrypted_keypair().unwrap();
        let others = KeyPair::generate_unencrypted_keypair().unwrap();
        let secret = keys.sk.to_box(None).unwrap().into_string();
        let public = keys.pk.to_box().unwrap().into_string();
        let key = secret_key(&secret, || None).unwrap();
        let text = b"# tiendo manifest 1\n";
        let signed = sign(&key, text, "2024-06-30").unwrap();
        let given = Some(signed.as_bytes());
        assert_eq!(verify(&public, text, given).as_deref(), Ok("2024-06-30"));
        assert_eq!(verify(&keys.pk.to_base64(), text, given).as_deref(), Ok("2024-06-30"));
        let other = others.pk.to_base64();
        assert_eq!(verify(&other, text, given), Err(BadSignature::OtherKey));
        assert_eq!(verify(&public, b"# tiendo manifest 2\n", given), Err(BadSignature::Wrong));
        let forged = signed.replace("2024-06-30", "2024-07-31");
        assert_eq!(verify(&public, text, Some(forged.as_bytes())), Err(BadSignature::Wrong));
        assert_eq!(verify(&public, text, None), Err(BadSignature::NoSignature));
        assert_eq!(verify("x", text, given), Err(BadSignature::NotAKey));
        assert_eq!(secret_key("x", || None).err(), Some(SignError::NotAKey));
    }

    #[test]
    fn a_protected_key_needs_its_password() {
        let keys = KeyPair::generate_encrypted_keypair(Some("mật khẩu".into())).unwrap();
        let secret = keys.sk.to_box(None).unwrap().into_string();
        assert_eq!(secret_key(&secret, || Some("sai".into())).err(), Some(SignError::Password));
        assert!(secret_key(&secret, || Some("mật khẩu".into())).is_ok());
    }
}
