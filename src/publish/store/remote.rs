//! SFTP, WebDAV, S3 and websites. Only this file and those below it know OpenDAL.

mod connect;
mod errors;

use std::time::Duration;

use futures_util::TryStreamExt as _;
use opendal::options::{ListOptions, WriteOptions};
use opendal::{EntryMode, Error, ErrorKind, Operator};
use tokio::runtime::Runtime;

use super::{Store, StoreError};
use errors::{is_absence, translate};

/// A server that files are published to or read from.
pub struct Remote {
    /// Dropped before the runtime, in which its connections end.
    operator: Operator,
    runtime: RunningTasks,
    /// Texts that must never be shown.
    secrets: Vec<String>,
    protocol: Protocol,
    /// Whether the folder does not exist yet, and may not be created.
    is_absent: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Protocol {
    Sftp,
    Webdav,
    S3,
    /// A published website, as its visitors read it.
    Website,
}

/// A runtime that waits for its tasks before it ends, if `waits` is set: each connection of SFTP is
/// a process of ssh, which would stay behind.
struct RunningTasks {
    runtime: Runtime,
    waits: bool,
}

impl Drop for RunningTasks {
    fn drop(&mut self) {
        if !self.waits {
            return;
        }
        let metrics = self.runtime.metrics();
        self.runtime.block_on(async {
            for _ in 0..250 {
                if metrics.num_alive_tasks() == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
    }
}

impl Remote {
    /// Runs a call to its end.
    fn wait<T>(
        &self,
        path: &str,
        call: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, StoreError> {
        let answer = self.runtime.runtime.block_on(call);
        answer.map_err(|error| translate(&error, path, &self.secrets))
    }

    /// Runs a call to its end; returns none if the file or folder does not exist.
    fn wait_if_present<T>(
        &self,
        path: &str,
        call: impl Future<Output = Result<T, Error>>,
    ) -> Result<Option<T>, StoreError> {
        if self.is_absent {
            return Ok(None);
        }
        match self.runtime.runtime.block_on(call) {
            Ok(answer) => Ok(Some(answer)),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(translate(&error, path, &self.secrets)),
        }
    }

    async fn put(&self, path: &str, bytes: Vec<u8>, only_new: bool) -> Result<(), Error> {
        let mut options = WriteOptions { if_not_exists: only_new, ..WriteOptions::default() };
        if self.protocol == Protocol::S3 {
            // A bucket serves a file with the type that it was given.
            options.content_type = Some(content_type(path, &bytes).to_owned());
        }
        self.operator.write_options(path, bytes, options).await.map(drop)
    }
}

impl Store for Remote {
    fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.wait_if_present(path, async {
            let reader = self.operator.reader(path).await?;
            let mut stream = reader.into_stream(..).await?;
            let mut bytes = Vec::new();
            while let Some(chunks) = stream.try_next().await? {
                for chunk in chunks {
                    bytes.extend_from_slice(&chunk);
                }
                if bytes.len() as u64 > limit {
                    break;
                }
            }
            Ok(bytes)
        })
    }

    fn size(&self, path: &str) -> Result<Option<u64>, StoreError> {
        let found = self.wait_if_present(path, self.operator.stat(path))?;
        Ok(found.filter(|found| found.mode() != EntryMode::DIR).map(|f| f.content_length()))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.wait(path, self.put(path, bytes.to_vec(), false))
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, StoreError> {
        if !self.creates_atomically() {
            if self.size(path)?.is_some() {
                return Ok(false);
            }
            return self.write(path, bytes).map(|()| true);
        }
        match self.runtime.runtime.block_on(self.put(path, bytes.to_vec(), true)) {
            Ok(()) => Ok(true),
            Err(error) => match error.kind() {
                ErrorKind::AlreadyExists | ErrorKind::ConditionNotMatch | ErrorKind::Conflict => {
                    Ok(false)
                }
                // A server that does not know the condition, or has its own words for it.
                _ => match self.size(path)? {
                    Some(_) => Ok(false),
                    None if error.kind() == ErrorKind::Unsupported => {
                        self.write(path, bytes).map(|()| true)
                    }
                    None => Err(translate(&error, path, &self.secrets)),
                },
            },
        }
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        self.wait(to, self.operator.rename(from, to))
    }

    fn delete(&self, path: &str) -> Result<(), StoreError> {
        self.wait_if_present(path, self.operator.delete(path)).map(drop)
    }

    fn delete_empty_folder(&self, path: &str) {
        // A WebDAV server would delete a folder with its files. And only an empty folder is tried:
        // a refusal would be repeated for seconds.
        if self.protocol == Protocol::Sftp && self.list(path).is_ok_and(|found| found.is_empty()) {
            let folder = format!("{}/", path.trim_end_matches('/'));
            let _ = self.runtime.runtime.block_on(self.operator.delete(&folder));
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<(String, u64)>, StoreError> {
        let folder = match folder.trim_matches('/') {
            "" => "/".to_owned(),
            folder => format!("{folder}/"),
        };
        let listed = self.wait_if_present(&folder, async {
            let mut listed = Vec::new();
            let options = ListOptions::default();
            for entry in self.operator.list_options(&folder, options).await? {
                let path = entry.path().to_owned();
                if path == folder || path == "/" {
                    continue;
                }
                let size = match entry.metadata().mode() {
                    EntryMode::DIR => 0,
                    _ => entry.metadata().content_length(),
                };
                listed.push((path, size));
            }
            Ok(listed)
        })?;
        let mut listed = listed.unwrap_or_default();
        listed.sort_unstable();
        Ok(listed)
    }

    fn make_folder(&self, path: &str) -> Result<(), StoreError> {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.wait(path, self.operator.create_dir(&folder))
    }

    fn renames(&self) -> bool {
        self.protocol == Protocol::Sftp
    }

    fn creates_atomically(&self) -> bool {
        matches!(self.protocol, Protocol::Sftp | Protocol::S3)
    }

    fn needs_folders(&self) -> bool {
        self.protocol == Protocol::Webdav
    }
}

/// The type of a file, by its ending; the same as in `templates/hosting/`.
fn content_type(path: &str, bytes: &[u8]) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "xml" if bytes.windows(5).take(300).any(|found| found == b"<feed") => {
            "application/atom+xml; charset=utf-8"
        }
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        _ => "application/octet-stream",
    }
}
