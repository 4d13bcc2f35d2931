//! The preview: the site on loopback, each page rendered when it is opened, following the content.
//!
//! One thread watches the folder and prepares the site anew after each change; requests are
//! answered from what was prepared last. Nothing is written anywhere. What is wrong with the
//! content is shown over the last good text and told to the [`Host`], which prints it.

mod guard;
mod http;
mod keeper;
mod kinds;
mod page;
mod watch;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use chrono::NaiveDate;
use serde::Serialize;

use crate::assess::BeforeDirective;
use crate::content::LoadError;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::site::preview::Overlay;
use crate::site::{Route, Site, Templates};
use crate::source::Sources;

use keeper::Keeper;
use page::Pages;
use watch::Watch;

/// The port where the preview is found unless another is wanted.
pub const PORT: u16 = 8021;
/// So many ports from [`PORT`] on are tried before any free one is taken.
const NEIGHBOURS: u16 = 20;

/// What is previewed, and where.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The content folder.
    pub content: PathBuf,
    /// The operator's own templates.
    pub templates: Option<PathBuf>,
    /// The date to judge on, if not that of the content.
    pub as_of: Option<NaiveDate>,
}

/// What the command line lends to the preview: words, a printer, and a way to read templates.
pub trait Host: Sync {
    /// The language of what is said.
    fn locale(&self) -> &Locale;
    /// The templates as they are now; what is wrong with their folder otherwise.
    ///
    /// # Errors
    ///
    /// When the operator's folder of templates cannot be read.
    fn templates(&self) -> Result<Templates, String>;
    /// What is wrong, in words.
    fn trouble(&self, trouble: &Trouble) -> String;
    /// A complaint, ready to be shown.
    fn told(&self, diagnostic: &Diagnostic, sources: &Sources) -> Complaint;
    /// Prints complaints.
    fn complaints(&self, diagnostics: &Diagnostics, sources: &Sources);
    /// Prints a line.
    fn line(&self, text: &str);
    /// Prints what went wrong.
    fn failure(&self, text: &str);
    /// The preview can be opened at this address now.
    fn opened(&self, address: &str);
}

/// What keeps the preview from showing the content as it is, but for errors in the content.
#[derive(Debug)]
pub enum Trouble {
    /// The content folder cannot be read.
    Content(LoadError),
    /// The date lies before the directive's.
    Date(BeforeDirective),
    /// A template cannot be read, or does not fit its page.
    Template(String),
}

/// A complaint about the content, ready to be shown.
#[derive(Clone, Debug, Serialize)]
pub struct Complaint {
    /// The rule.
    pub code: &'static str,
    /// The file, line and column, as an editor takes them.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What was read at the place.
    pub label: String,
    /// What to do.
    pub help: String,
    /// The known name that was meant, as a question.
    pub suggestion: Option<String>,
    /// The lines around the place; none where there is no text to show.
    pub excerpt: Vec<Line>,
}

/// A line of an excerpt.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Its number.
    pub number: usize,
    /// What stands before the place.
    pub before: String,
    /// What is complained of; empty on lines around it.
    pub marked: String,
    /// What stands behind it.
    pub after: String,
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port that was wanted is taken, or may not be used.
    #[error("port {port} cannot be used: {error}")]
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        error: io::Error,
    },
    /// The first site could not be prepared.
    #[error("the preview cannot begin")]
    Beginning(Trouble),
    /// The system refused threads, timers or sockets.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// A place on loopback where the preview will listen.
#[derive(Debug)]
pub struct Door {
    listener: TcpListener,
    /// The port.
    pub port: u16,
}

impl Door {
    /// Takes the port that is wanted; without a wish [`PORT`], or the next free one.
    ///
    /// # Errors
    ///
    /// When the port wanted is taken, or none is free.
    pub fn open(wanted: Option<u16>) -> Result<Self, Error> {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match wanted {
            Some(port) => bind(port).map_err(|error| Error::Port { port, error })?,
            None => (PORT..PORT + NEIGHBOURS)
                .find_map(|port| bind(port).ok())
                .map_or_else(|| bind(0), Ok)
                .map_err(|error| Error::Port { port: PORT, error })?,
        };
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        Ok(Door { listener, port })
    }

    /// The address for a browser.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

/// Shows the preview until it is interrupted.
///
/// # Errors
///
/// See [`Error`]. Once the first site is shown, trouble is told and waited out.
pub fn serve(preview: &Preview, door: Door, host: &dyn Host) -> Result<(), Error> {
    let address = door.address();
    // The folder is watched before it is read, so that no change is missed in between.
    let mut watch = Watch::new(&preview.content, preview.templates.as_deref())?;
    let overlay = Overlay::new().map_err(|error| Trouble::Template(error.message));
    let overlay = Arc::new(overlay.map_err(Error::Beginning)?);
    let mut keeper = Keeper::new(preview, host, Arc::clone(&overlay));
    let shown = Arc::new(keeper.first().map_err(Error::Beginning)?);
    let (sender, receiver) = http::channel(shown);
    let pages = Arc::new(Pages::new(preview.content.clone(), overlay, host.locale().tag()));
    let stop = AtomicBool::new(false);
    host.opened(&address);
    if watch.polls() {
        host.line(&host.locale().text("serve-polls"));
    }
    thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(changes) = watch.next(&stop) {
                if let Some(shown) = keeper.follow(&changes) {
                    sender.show(Arc::new(shown));
                }
            }
        });
        let ended = http::run(door.listener, door.port, receiver, pages);
        stop.store(true, Ordering::Relaxed);
        ended
    })?;
    host.line(&host.locale().text("serve-ended"));
    Ok(())
}

/// What can be asked for, as it was prepared last.
pub(crate) struct Shown {
    site: Arc<Site>,
    /// The files of the site by path.
    routes: BTreeMap<String, Route>,
    /// The files of the content folder that belong to the site, by their path there.
    copies: BTreeMap<String, String>,
    /// What is wrong, as HTML; empty where nothing is.
    banner: String,
    /// Counts the sets of templates, so that a page is loaded again for a new style sheet.
    look: usize,
}
