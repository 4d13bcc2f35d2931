//! Where a site is published, without any secret: `targets` of `site.yaml`.

/// A place to publish to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its name, as typed on the command line.
    pub name: String,
    /// Where it is.
    pub place: TargetPlace,
    /// How many earlier releases stay there beside the one that is shown.
    pub keep: usize,
}

/// Where a target is, and how it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetPlace {
    /// A folder of this machine, or a mounted one.
    Folder {
        /// Its path, as written.
        path: String,
        /// Whether every release has a folder of its own and `path` is a link to the one shown.
        releases: bool,
    },
    /// A folder behind SSH.
    Sftp {
        /// Name, address, or an alias of the system's ssh configuration.
        host: String,
        /// The port, where it is not the one that ssh would take.
        port: Option<u16>,
        /// The account, where it is not the one that ssh would take.
        user: Option<String>,
        /// The folder.
        root: String,
    },
    /// A folder of a WebDAV server.
    Webdav {
        /// The server's address.
        endpoint: String,
        /// The account, where the environment does not say.
        user: Option<String>,
        /// The folder below that address.
        root: String,
    },
    /// A part of an S3 bucket.
    S3 {
        /// The bucket.
        bucket: String,
        /// The server's address, where it is not Amazon's.
        endpoint: Option<String>,
        /// The region.
        region: Option<String>,
        /// The prefix of every key.
        root: String,
    },
}

/// The kinds of targets, by the word in `site.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// [`TargetPlace::Folder`].
    Folder,
    /// [`TargetPlace::Sftp`].
    Sftp,
    /// [`TargetPlace::Webdav`].
    Webdav,
    /// [`TargetPlace::S3`].
    S3,
}

impl TargetKind {
    /// All kinds, with the words that records use.
    pub const ALL: [(&'static str, TargetKind); 4] = [
        ("folder", TargetKind::Folder),
        ("sftp", TargetKind::Sftp),
        ("webdav", TargetKind::Webdav),
        ("s3", TargetKind::S3),
    ];

    /// The word in records.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// How many earlier releases are kept where the record does not say.
pub const KEEP: usize = 3;

/// Most earlier releases that can be kept.
pub const MAX_KEEP: u32 = 50;

impl Target {
    /// The target's kind.
    pub fn kind(&self) -> TargetKind {
        match self.place {
            TargetPlace::Folder { .. } => TargetKind::Folder,
            TargetPlace::Sftp { .. } => TargetKind::Sftp,
            TargetPlace::Webdav { .. } => TargetKind::Webdav,
            TargetPlace::S3 { .. } => TargetKind::S3,
        }
    }

    /// Where it is, as people write it.
    pub fn shown(&self) -> String {
        match &self.place {
            TargetPlace::Folder { path, .. } => path.clone(),
            TargetPlace::Sftp { host, port, user, root } => {
                let user = user.as_ref().map(|user| format!("{user}@")).unwrap_or_default();
                let port = port.map(|port| format!(":{port}")).unwrap_or_default();
                format!("sftp://{user}{host}{port}/{}", root.trim_start_matches('/'))
            }
            TargetPlace::Webdav { endpoint, root, .. } => {
                format!("{}/{}", endpoint.trim_end_matches('/'), root.trim_start_matches('/'))
            }
            TargetPlace::S3 { bucket, root, .. } => {
                format!("s3://{bucket}/{}", root.trim_start_matches('/'))
            }
        }
    }
}
