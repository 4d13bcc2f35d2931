//! Sums of bytes: SHA-256, as 64 lower-case hexadecimal digits. This is the only file that knows
//! `sha2`.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// SHA-256 of these bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&sum(bytes))
}

/// SHA-256 of these bytes.
pub fn sum(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Size of what a reader yields, and its SHA-256 in hexadecimal.
///
/// # Errors
///
/// Those of the reader.
pub fn sha256_of(reader: &mut impl Read) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut buffer = [0; 16 * 1024];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok((size, hex(&hash.finalize()))),
            Ok(read) => {
                hash.update(&buffer[..read]);
                size += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// A sum in hexadecimal.
pub fn hex(hash: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
