//! Connects to a server.
//!
//! Every call is repeated if the error may pass, ends within a bounded time, and at most
//! [`Access::jobs`] of them run at a time. TLS is rustls with the ring provider and the system's
//! certificates.

use std::time::Duration;

use opendal::layers::{ConcurrentLimitLayer, RetryLayer, TimeoutLayer};
use opendal::services::{Http, S3, Webdav};
use opendal::{HttpTransporter, OperationContext, Operator};
use opendal_http_transport_reqwest::ReqwestTransport;
use tokio::runtime::{Builder, Runtime};

use super::errors::translate;
use super::{Protocol, Remote, RunningTasks};
use crate::model::target::{Target, TargetPlace};
use crate::publish::options::Access;
use crate::publish::store::{StoreError, StoreErrorKind};

/// The time limit for one attempt of a call, and for each part of a file's bytes.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often a call is repeated.
const RETRIES: usize = 4;

impl Remote {
    /// Connects to a target.
    ///
    /// # Errors
    ///
    /// [`StoreError`], if it does not exist or cannot be reached from this system.
    pub fn open(target: &Target, access: &Access) -> Result<Self, StoreError> {
        let connector = Connector::new(access)?;
        match &target.place {
            TargetPlace::Folder { .. } => {
                Err(StoreError::new(StoreErrorKind::Unsupported, "", "folder"))
            }
            TargetPlace::Sftp { host, port, user, root } => {
                connector.sftp(host, *port, user.as_deref(), root, access)
            }
            TargetPlace::Webdav { endpoint, user, root } => {
                // Folders are created once, and not looked for before every file.
                let mut builder =
                    Webdav::default().endpoint(endpoint).root(root).disable_create_dir(true);
                if let Some(token) = &access.token {
                    builder = builder.token(token);
                } else if let Some(user) = access.user.as_ref().or(user.as_ref()) {
                    let password = access.password.as_deref().unwrap_or_default();
                    builder = builder.username(user).password(password);
                }
                connector.connect(Operator::new(builder), Protocol::Webdav)
            }
            TargetPlace::S3 { bucket, endpoint, region, root } => {
                // Keys come from the environment or from ~/.aws, as for every S3 client, but not
                // from the metadata service of a cloud's own machines.
                let mut builder = S3::default().bucket(bucket).root(root).disable_ec2_metadata();
                if let Some(endpoint) = endpoint {
                    builder = builder.endpoint(endpoint);
                }
                builder = builder.region(region.as_deref().unwrap_or("us-east-1"));
                connector.connect(Operator::new(builder), Protocol::S3)
            }
        }
    }

    /// Connects to a published website, to read it as a visitor does.
    ///
    /// # Errors
    ///
    /// [`StoreError`], if the address is invalid.
    pub fn website(address: &str, access: &Access) -> Result<Self, StoreError> {
        let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        // The address of the first page stands for the site.
        let root = path.strip_suffix("index.html").unwrap_or(path);
        let builder = Http::default().endpoint(&format!("{scheme}://{host}")).root(root);
        Connector::new(access)?.connect(Operator::new(builder), Protocol::Website)
    }
}

/// What every connection needs.
struct Connector {
    runtime: Runtime,
    secrets: Vec<String>,
    jobs: usize,
}

impl Connector {
    fn new(access: &Access) -> Result<Self, StoreError> {
        // Fails if it is installed already, which is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime
            .map_err(|error| StoreError::new(StoreErrorKind::Other, "", error.to_string()))?;
        let known = [&access.password, &access.token].into_iter().flatten();
        let mut secrets: Vec<String> = access.secrets.iter().chain(known).cloned().collect();
        secrets.retain(|secret| secret.len() > 3);
        // The longest first: one may be part of another.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        Ok(Connector { runtime, secrets, jobs: access.jobs.max(1) })
    }

    fn connect(
        self,
        operator: opendal::Result<Operator>,
        protocol: Protocol,
    ) -> Result<Remote, StoreError> {
        let Connector { runtime, secrets, jobs } = self;
        let operator = operator.map_err(|error| translate(&error, "", &secrets))?;
        // The library installs no transport by itself if the program chooses its own TLS.
        let transport = HttpTransporter::new(ReqwestTransport::default());
        let operator =
            operator.with_context(OperationContext::new().with_http_transport(transport));
        let retry = RetryLayer::new()
            .with_jitter()
            .with_min_delay(Duration::from_millis(300))
            .with_max_delay(Duration::from_secs(10))
            .with_max_times(RETRIES);
        let timeout = TimeoutLayer::new().with_timeout(PATIENCE).with_io_timeout(PATIENCE);
        let operator = operator.layer(timeout).layer(retry).layer(ConcurrentLimitLayer::new(jobs));
        let runtime = RunningTasks { runtime, waits: protocol == Protocol::Sftp };
        Ok(Remote { operator, runtime, secrets, protocol, is_absent: false })
    }

    #[cfg(unix)]
    fn sftp(
        self,
        host: &str,
        port: Option<u16>,
        user: Option<&str>,
        root: &str,
        access: &Access,
    ) -> Result<Remote, StoreError> {
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
        if !access.is_read_only {
            return self.connect(builder(root), Protocol::Sftp);
        }
        // The library creates a root that does not exist. To find out without that, look for it
        // from the top.
        let top = self.connect(builder("/"), Protocol::Sftp)?;
        let path = format!("{}/", root.trim_matches('/'));
        let found = top.wait_if_present("", top.operator.stat(&path))?;
        let mut remote = Connector::new(access)?.connect(builder(root), Protocol::Sftp)?;
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
    ) -> Result<Remote, StoreError> {
        let detail = "SFTP";
        Err(StoreError::new(StoreErrorKind::Unsupported, "", detail))
    }
}
