//! Reads forms with a file, as they arrive. The only file that knows multer.

use futures_util::Stream;
use multer::bytes::Bytes;
use multer::{Constraints, Multipart, SizeLimit};

use super::form::{Form, MAX_FORM_BYTES, Received, TooManyFields};
use crate::content::files::MAX_ATTACHMENT_BYTES;

/// Maximum size of a form with a file in bytes. A file that is too large is read and thrown away up
/// to here, so that the form can be shown again with all that was typed.
const MAX_BYTES: u64 = 4 * MAX_ATTACHMENT_BYTES;

/// Why a form cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyError {
    /// It is too large.
    Large,
    /// It has too many fields.
    Fields,
    /// It is cut off or malformed.
    Malformed,
    /// It is of another media type than forms have.
    Kind,
}

impl From<TooManyFields> for BodyError {
    fn from(_: TooManyFields) -> Self {
        BodyError::Fields
    }
}

/// Whether a content type is that of a form with files.
pub(crate) fn is_multipart(content_type: &str) -> bool {
    multer::parse_boundary(content_type).is_ok()
}

/// Reads a form of this content type.
pub(crate) async fn read<S, E>(content_type: &str, body: S) -> Result<Form, BodyError>
where
    S: Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    let boundary = multer::parse_boundary(content_type).map_err(|_| BodyError::Kind)?;
    let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(MAX_BYTES));
    let mut parts = Multipart::with_constraints(body, boundary, limits);
    let mut form = Form::default();
    let mut spent = 0;
    while let Some(mut part) = parts.next_field().await.map_err(|error| why(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        let Some(file) = part.file_name().map(str::to_owned) else {
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(|error| why(&error))? {
                spent += chunk.len();
                if spent > MAX_FORM_BYTES {
                    return Err(BodyError::Large);
                }
                bytes.extend_from_slice(&chunk);
            }
            form.push(&name, &String::from_utf8_lossy(&bytes))?;
            continue;
        };
        let (mut bytes, mut is_too_large) = (Vec::new(), false);
        while let Some(chunk) = part.chunk().await.map_err(|error| why(&error))? {
            is_too_large |= (bytes.len() + chunk.len()) as u64 > MAX_ATTACHMENT_BYTES;
            if is_too_large {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&chunk);
            }
        }
        // A field for a file that was left empty is sent too.
        if !file.is_empty() && form.file.is_none() {
            form.file = Some(Received { name: file, bytes, is_too_large });
        }
        form.push(&name, "")?;
    }
    Ok(form)
}

fn why(error: &multer::Error) -> BodyError {
    match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            BodyError::Large
        }
        _ => BodyError::Malformed,
    }
}
