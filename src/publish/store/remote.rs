//! Folders, SFTP, WebDAV, S3 and websites (the only file that knows OpenDAL).
//!
//! Every call is tried again where the trouble may pass, ends within a bounded time, and at most
//! [`Access::jobs`] of them run at a time. TLS is rustls with the ring provider and the system's
//! certificates.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures_util::TryStreamExt as _;
use opendal::layers::{ConcurrentLimitLayer, RetryLayer, TimeoutLayer};
use opendal::options::{ListOptions, WriteOptions};
use opendal::services::{Fs, Http, S3, Webdav};
use opendal::{EntryMode, Error, ErrorKind, HttpTransporter, OperationContext, Operator};
use opendal_http_transport_reqwest::ReqwestTransport;
use tokio::runtime::{Builder, Runtime};

use super::{Store, Trouble, TroubleKind, blocked};
use crate::model::target::{Target, TargetPlace};
use crate::publish::HIDDEN;

/// What a target is reached with beside its record: from the environment, never from content.
#[derive(Clone, Default)]
pub struct Access {
    /// The account of a WebDAV server.
    pub user: Option<String>,
    /// Its password.
    pub password: Option<String>,
    /// A token in place of both.
    pub token: Option<String>,
    /// A file with the private SSH key, if it is not to be ssh's own choice.
    pub ssh_key: Option<String>,
    /// Texts that must never be shown, beside those above.
    pub hidden: Vec<String>,
    /// So many calls at a time.
    pub jobs: usize,
    /// Nothing is to be written, not even a folder.
    pub only_looks: bool,
}

/// A target, reached.
pub struct Remote {
    /// Dropped before the runtime, in which its connections end.
    operator: Operator,
    runtime: Ending,
    hidden: Vec<String>,
    form: Form,
    /// The folder, where it is one of this machine: what stands in it is looked at first.
    folder: Option<PathBuf>,
    /// There is nothing at all yet, and nothing may be created.
    is_absent: bool,
}

/// A runtime, and whether its tasks must end by themselves: each connection of SFTP is a process
/// of ssh, which would stay behind.
struct Ending(Runtime, bool);

impl Drop for Ending {
    fn drop(&mut self) {
        if !self.1 {
            return;
        }
        let metrics = self.0.metrics();
        self.0.block_on(async {
            for _ in 0..250 {
                if metrics.num_alive_tasks() == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Folder,
    Sftp,
    Webdav,
    S3,
    Site,
}

/// One try of a call ends after this time; the body of a file may take as long for each piece.
const PATIENCE: Duration = Duration::from_secs(60);
/// So many times a call to a server is tried again; a disk that is full stays full, so once there.
const TRIES: usize = 4;

impl Remote {
    /// Reaches a target; `folder` is where a folder's path leads.
    ///
    /// # Errors
    ///
    /// [`Trouble`], where it is not there or not to be reached by this system.
    pub fn open(target: &Target, folder: &Path, access: &Access) -> Result<Self, Trouble> {
        let made = Maker::new(access)?;
        match &target.place {
            TargetPlace::Folder { .. } => {
                if !folder.is_dir() {
                    return Err(trouble(TroubleKind::Gone, "", &folder.display().to_string()));
                }
                let mut builder = Fs::default().root(&folder.to_string_lossy());
                if !access.only_looks {
                    // The library makes it, through a link if there is one.
                    let ours = [HIDDEN.to_owned(), format!("{HIDDEN}/up")];
                    for ours in ours {
                        let found = fs::symlink_metadata(folder.join(&ours));
                        if found.is_ok_and(|found| !found.is_dir()) {
                            return Err(blocked(&ours));
                        }
                    }
                    let aside = folder.join(HIDDEN).join("up");
                    builder = builder.atomic_write_dir(&aside.to_string_lossy());
                }
                let remote = made.finish(Operator::new(builder), Form::Folder)?;
                Ok(Remote { folder: Some(folder.to_owned()), ..remote })
            }
            TargetPlace::Sftp { host, port, user, root } => {
                made.sftp(host, *port, user.as_deref(), root, access)
            }
            TargetPlace::Webdav { endpoint, user, root } => {
                let mut builder = Webdav::default().endpoint(endpoint).root(root);
                // Folders are made once each, and not asked for before every file.
                builder = builder.disable_create_dir(true);
                if let Some(token) = &access.token {
                    builder = builder.token(token);
                } else if let Some(user) = access.user.as_ref().or(user.as_ref()) {
                    let password = access.password.as_deref().unwrap_or_default();
                    builder = builder.username(user).password(password);
                }
                made.finish(Operator::new(builder), Form::Webdav)
            }
            TargetPlace::S3 { bucket, endpoint, region, root } => {
                // Keys come from the environment or from ~/.aws, as with every program for S3; no
                // address of a cloud's own machines is asked.
                let mut builder = S3::default().bucket(bucket).root(root).disable_ec2_metadata();
                if let Some(endpoint) = endpoint {
                    builder = builder.endpoint(endpoint);
                }
                builder = builder.region(region.as_deref().unwrap_or("us-east-1"));
                made.finish(Operator::new(builder), Form::S3)
            }
        }
    }

    /// Reaches a published website, to read it as a visitor does.
    ///
    /// # Errors
    ///
    /// [`Trouble`], where the address is none.
    pub fn site(address: &str, access: &Access) -> Result<Self, Trouble> {
        let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        // The page at which the site opens means the site.
        let root = path.strip_suffix("index.html").unwrap_or(path);
        let builder = Http::default().endpoint(&format!("{scheme}://{host}")).root(root);
        Maker::new(access)?.finish(Operator::new(builder), Form::Site)
    }

    fn wait<T>(
        &self,
        path: &str,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Trouble> {
        self.runtime.0.block_on(work).map_err(|error| told(&error, path, &self.hidden))
    }

    /// The same, with nothing for what is not there.
    fn ask<T>(
        &self,
        path: &str,
        work: impl Future<Output = Result<T, Error>>,
    ) -> Result<Option<T>, Trouble> {
        if self.is_absent {
            return Ok(None);
        }
        match self.runtime.0.block_on(work) {
            Ok(answer) => Ok(Some(answer)),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(told(&error, path, &self.hidden)),
        }
    }

    /// What stands at a path of a folder of this machine; nothing for one elsewhere, and where there
    /// is nothing. No link is followed on the way: what is behind it is none of the site's.
    fn standing(&self, path: &str) -> Result<Option<Standing>, Trouble> {
        let Some(folder) = &self.folder else { return Ok(None) };
        let mut at = folder.clone();
        let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        for (n, segment) in segments.iter().enumerate() {
            at.push(segment);
            let found = match fs::symlink_metadata(&at) {
                Ok(found) => found,
                Err(error) => match error.kind() {
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => return Ok(None),
                    _ => return Err(trouble_of(&error, path)),
                },
            };
            if n + 1 == segments.len() {
                return Ok(Some(Standing::of(&found)));
            }
            if !found.is_dir() {
                return Err(blocked(&segments[..=n].join("/")));
            }
        }
        Ok(Some(Standing::Folder))
    }

    /// Makes sure that a file can be put at a path: an empty folder makes way for it.
    fn make_way(&self, path: &str) -> Result<(), Trouble> {
        if let (Some(Standing::Folder), Some(folder)) = (self.standing(path)?, &self.folder) {
            fs::remove_dir(folder.join(path)).map_err(|_| blocked(path))?;
        }
        Ok(())
    }

    async fn put(&self, path: &str, bytes: Vec<u8>, alone: bool) -> Result<(), Error> {
        let mut options = WriteOptions { if_not_exists: alone, ..WriteOptions::default() };
        if self.form == Form::S3 {
            // What a bucket serves is of the kind that it was told.
            options.content_type = Some(content_type(path).to_owned());
        }
        self.operator.write_options(path, bytes, options).await.map(drop)
    }
}

/// What stands in a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    File(u64),
    Folder,
    /// A link, a pipe, a device.
    Other,
}

impl Standing {
    fn of(found: &fs::Metadata) -> Self {
        match found {
            found if found.is_file() => Standing::File(found.len()),
            found if found.is_dir() => Standing::Folder,
            _ => Standing::Other,
        }
    }
}

impl Store for Remote {
    fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Trouble> {
        if self.folder.is_some() && !matches!(self.standing(path)?, Some(Standing::File(_))) {
            return Ok(None);
        }
        let read = self.ask(path, async {
            let reader = self.operator.reader(path).await?;
            let mut stream = reader.into_stream(..).await?;
            let mut bytes = Vec::new();
            while let Some(piece) = stream.try_next().await? {
                for piece in piece {
                    bytes.extend_from_slice(&piece);
                }
                if bytes.len() as u64 > limit {
                    break;
                }
            }
            Ok(bytes)
        })?;
        Ok(read)
    }

    fn size(&self, path: &str) -> Result<Option<u64>, Trouble> {
        if self.folder.is_some() {
            return Ok(self.standing(path)?.map(|found| match found {
                Standing::File(size) => size,
                Standing::Folder | Standing::Other => u64::MAX,
            }));
        }
        let found = self.ask(path, self.operator.stat(path))?;
        Ok(found.filter(|found| found.mode() != EntryMode::DIR).map(|f| f.content_length()))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.make_way(path)?;
        if self.folder.is_some() {
            // Where it is written before it is moved.
            self.standing(&format!("{HIDDEN}/up/{path}"))?;
        }
        self.wait(path, self.put(path, bytes.to_vec(), false))
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Trouble> {
        if !self.creates_alone() {
            if self.size(path)?.is_some() {
                return Ok(false);
            }
            return self.write(path, bytes).map(|()| true);
        }
        match self.runtime.0.block_on(self.put(path, bytes.to_vec(), true)) {
            Ok(()) => Ok(true),
            Err(error) => match error.kind() {
                ErrorKind::AlreadyExists | ErrorKind::ConditionNotMatch | ErrorKind::Conflict => {
                    Ok(false)
                }
                // A server that does not know the condition, or says so in its own way.
                _ => match self.size(path)? {
                    Some(_) => Ok(false),
                    None if error.kind() == ErrorKind::Unsupported => {
                        self.write(path, bytes).map(|()| true)
                    }
                    None => Err(told(&error, path, &self.hidden)),
                },
            },
        }
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Trouble> {
        self.make_way(to)?;
        self.wait(to, self.operator.rename(from, to))
    }

    fn delete(&self, path: &str) -> Result<(), Trouble> {
        if let Some(folder) = &self.folder {
            return match self.standing(path)? {
                Some(Standing::File(_) | Standing::Other) => fs::remove_file(folder.join(path))
                    .or_else(|error| match error.kind() {
                        io::ErrorKind::NotFound => Ok(()),
                        _ => Err(trouble_of(&error, path)),
                    }),
                // A folder that stands in the place of a file is not ours.
                Some(Standing::Folder) | None => Ok(()),
            };
        }
        self.ask(path, self.operator.delete(path)).map(drop)
    }

    fn delete_empty_folder(&self, path: &str) {
        // Only what is empty is asked to go: a refusal would be tried again, and again, for seconds.
        if let Some(folder) = &self.folder {
            if matches!(self.standing(path), Ok(Some(Standing::Folder))) {
                let _ = fs::remove_dir(folder.join(path));
            }
        } else if self.form == Form::Sftp && self.list(path).is_ok_and(|found| found.is_empty()) {
            // A WebDAV server deletes a folder with all that is in it.
            let folder = format!("{}/", path.trim_end_matches('/'));
            let _ = self.runtime.0.block_on(self.operator.delete(&folder));
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<(String, u64)>, Trouble> {
        if self.standing(folder)? == Some(Standing::Other) {
            return Err(blocked(folder));
        }
        let folder = match folder.trim_matches('/') {
            "" => "/".to_owned(),
            folder => format!("{folder}/"),
        };
        let listed = self.ask(&folder, async {
            let mut found = Vec::new();
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
                found.push((path, size));
            }
            Ok(found)
        })?;
        let mut found = listed.unwrap_or_default();
        found.sort_unstable();
        Ok(found)
    }

    fn make_folder(&self, path: &str) -> Result<(), Trouble> {
        self.standing(&format!("{path}/x"))?;
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.wait(path, self.operator.create_dir(&folder))
    }

    fn renames(&self) -> bool {
        matches!(self.form, Form::Folder | Form::Sftp)
    }

    fn creates_alone(&self) -> bool {
        matches!(self.form, Form::Folder | Form::Sftp | Form::S3)
    }

    fn has_folders(&self) -> bool {
        self.form == Form::Webdav
    }
}

/// What every target is made with.
struct Maker {
    runtime: Runtime,
    hidden: Vec<String>,
    jobs: usize,
}

impl Maker {
    fn new(access: &Access) -> Result<Self, Trouble> {
        // Another part of the program may have chosen the same before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(|e| trouble(TroubleKind::Other, "", &e.to_string()))?;
        let secrets = [&access.password, &access.token].into_iter().flatten().cloned();
        let mut hidden: Vec<String> = access.hidden.iter().cloned().chain(secrets).collect();
        hidden.retain(|secret| secret.len() > 3);
        // The longest first: one may be a part of another.
        hidden.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        Ok(Maker { runtime, hidden, jobs: access.jobs.max(1) })
    }

    fn finish(self, operator: opendal::Result<Operator>, form: Form) -> Result<Remote, Trouble> {
        let Maker { runtime, hidden, jobs } = self;
        let operator = operator.map_err(|error| told(&error, "", &hidden))?;
        // With a TLS of our own choice the library installs none by itself.
        let transport = HttpTransporter::new(ReqwestTransport::default());
        let operator =
            operator.with_context(OperationContext::new().with_http_transport(transport));
        let again = RetryLayer::new()
            .with_jitter()
            .with_min_delay(Duration::from_millis(300))
            .with_max_delay(Duration::from_secs(10))
            .with_max_times(if form == Form::Folder { 1 } else { TRIES });
        let patience = TimeoutLayer::new().with_timeout(PATIENCE).with_io_timeout(PATIENCE);
        let operator = operator.layer(patience).layer(again).layer(ConcurrentLimitLayer::new(jobs));
        let runtime = Ending(runtime, form == Form::Sftp);
        Ok(Remote { operator, runtime, hidden, form, folder: None, is_absent: false })
    }

    #[cfg(unix)]
    fn sftp(
        self,
        host: &str,
        port: Option<u16>,
        user: Option<&str>,
        root: &str,
        access: &Access,
    ) -> Result<Remote, Trouble> {
        let builder = |root: &str| {
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            let mut builder = opendal::services::Sftp::default();
            builder = builder.endpoint(&format!("ssh://{host}{port}")).root(root);
            if let Some(user) = user {
                builder = builder.user(user);
            }
            if let Some(key) = &access.ssh_key {
                builder = builder.key(key);
            }
            Operator::new(builder)
        };
        if !access.only_looks {
            return self.finish(builder(root), Form::Sftp);
        }
        // To be reached is to be created, for this service: so it is looked for from above.
        let above = self.finish(builder("/"), Form::Sftp)?;
        let path = format!("{}/", root.trim_matches('/'));
        let found = above.ask("", above.operator.stat(&path))?;
        let mut remote = Maker::new(access)?.finish(builder(root), Form::Sftp)?;
        remote.is_absent = found.is_none();
        Ok(remote)
    }

    #[cfg(not(unix))]
    fn sftp(
        self,
        _: &str,
        _: Option<u16>,
        _: Option<&str>,
        _: &str,
        _: &Access,
    ) -> Result<Remote, Trouble> {
        Err(trouble(TroubleKind::Unsupported, "", "SFTP"))
    }
}

/// What this system says of a file.
fn trouble_of(error: &io::Error, path: &str) -> Trouble {
    let kind = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => TroubleKind::Denied,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => TroubleKind::Full,
        _ => TroubleKind::Other,
    };
    trouble(kind, path, &error.to_string())
}

fn trouble(kind: TroubleKind, path: &str, detail: &str) -> Trouble {
    Trouble { kind, path: path.to_owned(), detail: detail.to_owned() }
}

fn is_absence(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// What an error says, on one line, without secrets.
fn told(error: &Error, path: &str, hidden: &[String]) -> Trouble {
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
    for secret in hidden {
        detail = detail.replace(secret.as_str(), "•••");
    }
    let detail = without_accounts(&detail.split_whitespace().collect::<Vec<_>>().join(" "));
    let detail: String = detail.chars().take(400).collect();
    let says = |words: &[&str]| {
        let lower = detail.to_lowercase();
        words.iter().any(|word| lower.contains(word))
    };
    let kind = if says(&["certificate", "unknownissuer"]) {
        TroubleKind::Certificate
    } else if says(&["host key verification", "host identification has changed"]) {
        TroubleKind::HostKey
    } else if says(&[
        "no space left",
        "quota",
        "insufficient storage",
        "disk full",
        "file too large",
    ]) {
        TroubleKind::Full
    } else if error.kind() == ErrorKind::PermissionDenied
        || says(&["permission denied", "invalidaccesskeyid", "signaturedoesnotmatch", "401 "])
    {
        TroubleKind::Denied
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
        TroubleKind::Unreachable
    } else if is_absence(error) {
        TroubleKind::Gone
    } else {
        TroubleKind::Other
    };
    Trouble { kind, path: path.to_owned(), detail }
}

/// The text without what stands before an `@` in an address.
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

/// What a file is, by its ending.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_secret_is_told() {
        let error = Error::new(
            ErrorKind::Unexpected,
            "PUT https://a:hunter22@h/x key=hunter22 Basic abcd==",
        )
        .set_source(std::io::Error::other("sent hunter22 to ftp://u:p@h/y"));
        let hidden = ["hunter22".to_owned(), "abcd==".to_owned()];
        let told = told(&error, "x", &hidden);
        assert!(!told.detail.contains("hunter22"), "{told}");
        assert!(!told.detail.contains("abcd"), "{told}");
        assert!(!told.detail.contains("u:p"), "{told}");
    }
}
