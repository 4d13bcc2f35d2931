//! The preview: the site on loopback, rendered page by page, following the content.
//!
//! One thread watches the folder and prepares the site again after each change. Requests are
//! answered from the site that was prepared last. Nothing is written to disk. Diagnostics are shown
//! above the last site without errors and passed to the [`Host`], which prints them.

mod content_type;
mod edit;
mod guard;
mod http;
mod page;
mod prepare;
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
use crate::output::interrupt;
use crate::pipeline::portal::preview::Sites;
use crate::site::preview::Overlay;
use crate::site::{Route, Site, Templates};
use crate::source::Sources;

pub use edit::{Clerk, EditError, Editor};
use page::Pages;
use prepare::Preparer;
use watch::Watch;

/// The default port of the preview.
pub const PORT: u16 = 8021;
/// Number of ports after [`PORT`] that are tried before any free port is taken.
const PORTS_TRIED: u16 = 20;

/// What to preview.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The content folder.
    pub content: PathBuf,
    /// A folder of templates that replace the built-in ones.
    pub templates: Option<PathBuf>,
    /// The as-of date, unless the content decides.
    pub as_of: Option<NaiveDate>,
}

/// What the command line lends to the preview: its language, its printer, and its way of reading
/// templates.
pub trait Host: Sync {
    /// The language of the messages.
    fn locale(&self) -> &Locale;
    /// The current templates.
    ///
    /// # Errors
    ///
    /// A message, if the folder of templates cannot be read.
    fn templates(&self) -> Result<Templates, String>;
    /// Describes what keeps the preview from following the content.
    fn trouble(&self, trouble: &Trouble) -> String;
    /// Prepares a diagnostic for the page.
    fn describe(&self, diagnostic: &Diagnostic, sources: &Sources) -> ShownDiagnostic;
    /// Prints diagnostics.
    fn print_diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources);
    /// Prints a line.
    fn line(&self, text: &str);
    /// Prints an error.
    fn failure(&self, text: &str);
    /// Called once the preview answers at this address.
    fn opened(&self, address: &str);
}

/// What keeps the preview from showing the content, apart from errors in the content itself.
#[derive(Debug)]
pub enum Trouble {
    /// The content folder cannot be read.
    Content(LoadError),
    /// The as-of date lies before the directive's date.
    Date(BeforeDirective),
    /// A template cannot be read or does not fit its page.
    Template(String),
}

/// A diagnostic, ready to be shown on a page.
#[derive(Clone, Debug, Serialize)]
pub struct ShownDiagnostic {
    /// The code of the rule.
    pub code: &'static str,
    /// File, line and column, in the form that editors accept.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What was read there.
    pub label: String,
    /// What to type instead.
    pub help: String,
    /// The known name that was probably meant, as a question.
    pub suggestion: Option<String>,
    /// The lines around the place. Empty if there is no text to show.
    pub excerpt: Vec<ExcerptLine>,
}

/// A line of an excerpt.
#[derive(Clone, Debug, Serialize)]
pub struct ExcerptLine {
    /// Line number, from 1.
    pub number: usize,
    /// The text before the marked part.
    pub before: String,
    /// The marked part. Empty on lines of context.
    pub marked: String,
    /// The text after the marked part.
    pub after: String,
}

/// Why the preview cannot start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port is taken or not permitted.
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
    /// The editor cannot start.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The system refused a thread, a timer or a socket.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// A socket on loopback at which the preview will listen.
#[derive(Debug)]
pub struct Listener {
    listener: TcpListener,
    /// The port.
    pub port: u16,
}

impl Listener {
    /// Binds the requested port. Without a request, binds [`PORT`] or the next free port.
    ///
    /// # Errors
    ///
    /// If the requested port is taken, or no port is free.
    pub fn open(wanted: Option<u16>) -> Result<Self, Error> {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match wanted {
            Some(port) => bind(port).map_err(|error| Error::Port { port, error })?,
            None => (PORT..PORT + PORTS_TRIED)
                .find_map(|port| bind(port).ok())
                .map_or_else(|| bind(0), Ok)
                .map_err(|error| Error::Port { port: PORT, error })?,
        };
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        Ok(Listener { listener, port })
    }

    /// The address to open in a browser.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

/// Runs the preview until it is interrupted.
///
/// # Errors
///
/// See [`Error`]. Once the first site is shown, trouble is reported and the preview waits for it to
/// pass.
pub fn serve(preview: &Preview, listener: Listener, host: &dyn Host) -> Result<(), Error> {
    run(preview, listener, None, host)
}

/// Runs the preview and the editor until they are interrupted. They answer at ports of their own:
/// templates may run scripts in the preview, which must not share the origin of the writer.
///
/// # Errors
///
/// See [`Error`].
pub fn edit(
    preview: &Preview,
    (listener, writer): (Listener, Listener),
    host: &dyn Host,
    clerk: Arc<dyn Clerk>,
) -> Result<(), Error> {
    run(preview, listener, Some((writer, clerk)), host)
}

fn run(
    preview: &Preview,
    listener: Listener,
    writer: Option<(Listener, Arc<dyn Clerk>)>,
    host: &dyn Host,
) -> Result<(), Error> {
    let before = http::on_interruption();
    let ended = follow(preview, listener, writer, host);
    // The menu goes on.
    interrupt::on_interruption(before);
    ended
}

fn follow(
    preview: &Preview,
    listener: Listener,
    writer: Option<(Listener, Arc<dyn Clerk>)>,
    host: &dyn Host,
) -> Result<(), Error> {
    let mut address = listener.address();
    // Watch before reading, so that no change is missed in between.
    let mut watch = Watch::new(&preview.content, preview.templates.as_deref())?;
    let overlay = Overlay::new().map_err(|error| Trouble::Template(error.message));
    let overlay = Arc::new(overlay.map_err(Error::Beginning)?);
    let mut preparer = Preparer::new(preview, host, Arc::clone(&overlay));
    let shown = Arc::new(preparer.first().map_err(Error::Beginning)?);
    let (sender, receiver) = http::channel(shown);
    let pages = Arc::new(Pages::new(preview.content.clone(), overlay, host.locale().tag()));
    let writer = match writer {
        None => None,
        Some((writer, clerk)) => {
            let place = (writer.port, address.clone());
            let language = host.locale().tag();
            let editor = Editor::new(preview.content.clone(), place, language, clerk)?;
            address = format!("{}{}", writer.address(), editor.entrance());
            for text in editor.remarks() {
                host.line(&text);
            }
            Some((writer.listener, Arc::new(editor)))
        }
    };
    let editor = writer.as_ref().map(|(_, editor)| Arc::clone(editor));
    let stop = AtomicBool::new(false);
    host.opened(&address);
    if watch.polls() {
        host.line(&host.locale().text("serve-polls"));
    }
    thread::scope(|scope| {
        scope.spawn(|| {
            while let Some(changes) = watch.next(&stop) {
                if let Some(editor) = &editor {
                    editor.follow(&changes);
                }
                if let Some(shown) = preparer.follow(&changes) {
                    sender.show(Arc::new(shown));
                }
            }
        });
        let ended = http::run((listener.listener, listener.port), receiver, pages, writer);
        stop.store(true, Ordering::Relaxed);
        ended
    })?;
    host.line(&host.locale().text("serve-ended"));
    Ok(())
}

/// The prepared site, as requests see it.
pub(crate) struct Prepared {
    site: Arc<Site>,
    /// The sites below that of a portal.
    sites: Option<Arc<Sites>>,
    /// The route of each file, by path.
    routes: BTreeMap<String, Route>,
    /// The files copied from the content folder, by their path in the site.
    copies: BTreeMap<String, String>,
    /// The diagnostics as HTML. Empty if there are none.
    banner: String,
    /// Counts changes of the templates, so that open pages reload when only a style sheet changed.
    templates_version: usize,
}
