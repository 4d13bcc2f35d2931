//! Answers requests on loopback. The only file that knows axum and tokio.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Held};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::uri::Authority;
use axum::http::{Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::{Semaphore, watch};

use super::edit::{self, Answer, BodyError, Editor, Form, MAX_FORM_BYTES, Passed};
use super::guard::{self, Asked};
use super::page::{EVENTS, Page, Pages, State};
use super::{Prepared, content_type};
use crate::output::interrupt;

/// The content security policy of a published site; see `templates/hosting/`.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'self'";
/// Interval at which an idle event stream sends a sign of life.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// The policy of the editor, whose pages nothing may frame.
const EDIT_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                           connect-src 'self'; base-uri 'none'; form-action 'self'; \
                           frame-ancestors 'none'";
/// Maximum number of requests to the editor that are answered at the same time.
const MAX_REQUESTS: usize = 32;
/// Time in which a form has to arrive.
const BODY_TIME: Duration = Duration::from_secs(30);
/// Time that pending answers get when the preview ends.
const SHUTDOWN_GRACE: Duration = Duration::from_millis(300);

/// Whether the operator has interrupted.
static END: LazyLock<watch::Sender<bool>> = LazyLock::new(|| watch::channel(false).0);

/// Lets an interruption end [`run`], and returns what it did before.
pub(super) fn on_interruption() -> Option<fn()> {
    END.send_replace(false);
    interrupt::on_interruption(Some(|| {
        END.send_replace(true);
    }))
}

/// The end of the channel that receives prepared sites.
pub(super) struct Sender(watch::Sender<Arc<Prepared>>);

impl Sender {
    /// Answers requests from this site from now on.
    pub(super) fn show(&self, shown: Arc<Prepared>) {
        self.0.send_replace(shown);
    }
}

/// The end of the channel that requests are answered from.
pub(super) struct Receiver(watch::Receiver<Arc<Prepared>>);

/// A channel from the thread that prepares sites to those that answer.
pub(super) fn channel(first: Arc<Prepared>) -> (Sender, Receiver) {
    let (sender, receiver) = watch::channel(first);
    (Sender(sender), Receiver(receiver))
}

struct AppState {
    port: u16,
    shown: watch::Receiver<Arc<Prepared>>,
    pages: Arc<Pages>,
}

/// Answers requests until the operator interrupts: those for the preview at one listener, those for
/// the editor, if there is one, at another.
pub(super) fn run(
    (listener, port): (TcpListener, u16),
    receiver: Receiver,
    pages: Arc<Pages>,
    writer: Option<(TcpListener, Arc<Editor>)>,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let desk = Arc::new(AppState { port, shown: receiver.0, pages });
    let ended = runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = Router::new().fallback(answer).with_state(desk);
        tokio::spawn(async move { axum::serve(listener, router).await });
        if let Some((listener, editor)) = writer {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let room = Arc::new(Semaphore::new(MAX_REQUESTS));
            let router = Router::new().fallback(answer_edit).with_state((editor, room));
            tokio::spawn(async move { axum::serve(listener, router).await });
        }
        // The sender is never dropped, so this ends only by an interruption.
        let _ = END.subscribe().wait_for(|is_over| *is_over).await;
        Ok(())
    });
    runtime.shutdown_timeout(SHUTDOWN_GRACE);
    ended
}

async fn answer(Held(desk): Held<Arc<AppState>>, request: Request) -> Response {
    let asked = asked(&request);
    let is_head = request.method() == Method::HEAD;
    let path = match guard::screen(&asked, desk.port) {
        Ok(path) => path,
        Err(refusal) => return sent(desk.pages.refused(refusal), is_head),
    };
    if path == EVENTS {
        let query = request.uri().query().unwrap_or_default();
        let page = query.strip_prefix("page=").and_then(guard::decoded);
        return events(&desk, page.unwrap_or_default(), is_head);
    }
    let shown = desk.shown.borrow().clone();
    let pages = Arc::clone(&desk.pages);
    let page = tokio::task::spawn_blocking(move || pages.page(&shown, &path)).await;
    sent(page.unwrap_or_else(|_| desk.pages.failed()), is_head)
}

/// The parts of a request that decide whether it is answered.
fn asked(request: &Request) -> Asked<'_> {
    let headers = request.headers();
    let all =
        |name: &'static str| headers.get_all(name).iter().map(HeaderValue::as_bytes).collect();
    Asked {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        authority: request.uri().authority().map(Authority::as_str),
        hosts: all("host"),
        origins: all("origin"),
        fetch_sites: all("sec-fetch-site"),
        fetch_modes: all("sec-fetch-mode"),
        fetch_dests: all("sec-fetch-dest"),
        cookies: all("cookie"),
        header_bytes: headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum(),
        has_body: headers.contains_key(header::TRANSFER_ENCODING)
            || headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0"),
    }
}

/// Streams to an open page every change that it would show.
fn events(desk: &AppState, page: String, is_head: bool) -> Response {
    struct Told {
        shown: watch::Receiver<Arc<Prepared>>,
        pages: Arc<Pages>,
        page: Arc<str>,
        last: Option<State>,
    }
    let kind = "text/event-stream";
    if is_head {
        return sent(Page { status: 200, kind, bytes: Vec::new() }, true);
    }
    let mut receiver = desk.shown.clone();
    // Send the current state at once: it may have changed since the page was loaded.
    receiver.mark_changed();
    let told =
        Told { shown: receiver, pages: Arc::clone(&desk.pages), page: page.into(), last: None };
    let stream = stream::unfold(told, |mut told| async move {
        loop {
            told.shown.changed().await.ok()?;
            let shown = told.shown.borrow_and_update().clone();
            let (pages, page) = (Arc::clone(&told.pages), Arc::clone(&told.page));
            let state = tokio::task::spawn_blocking(move || pages.state(&shown, &page)).await;
            let Ok(state) = state else { continue };
            if told.last.as_ref() == Some(&state) {
                continue;
            }
            let json = serde_json::to_string(&state).unwrap_or_default();
            told.last = Some(state);
            return Some((Ok::<_, Infallible>(Event::default().event("state").data(json)), told));
        }
    });
    let alive = KeepAlive::new().interval(KEEP_ALIVE);
    let mut response = Sse::new(stream).keep_alive(alive).into_response();
    frame(response.headers_mut(), kind);
    response
}

fn sent(page: Page, is_head: bool) -> Response {
    let length = page.bytes.len();
    let body = if is_head { Body::empty() } else { Body::from(page.bytes) };
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    if page.status == 405 {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    frame(headers, page.kind);
    response
}

/// Headers of every answer.
fn frame(headers: &mut HeaderMap, kind: &'static str) {
    let mut say = |name: HeaderName, value| headers.insert(name, HeaderValue::from_static(value));
    say(header::CONTENT_TYPE, kind);
    say(header::CONTENT_SECURITY_POLICY, POLICY);
    say(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    say(header::REFERRER_POLICY, "no-referrer");
    say(header::CACHE_CONTROL, "no-store");
    say(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if kind == content_type::UNKNOWN {
        say(header::CONTENT_DISPOSITION, "attachment");
    }
}

/// Answers a request to the editor.
async fn answer_edit(
    Held((editor, room)): Held<(Arc<Editor>, Arc<Semaphore>)>,
    request: Request,
) -> Response {
    let is_head = request.method() == Method::HEAD;
    let Ok(_place) = room.try_acquire() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let asked = asked(&request);
    let query = asked.query.to_owned();
    let (path, is_write) = match editor.door().screen(&asked) {
        Ok(Passed::Read(path)) => (path, false),
        Ok(Passed::Write(path)) => (path, true),
        Ok(Passed::Enter) => return edit_answer(editor.enter(), is_head),
        Err(refusal) => return edit_answer(editor.refused(refusal), is_head),
    };
    let form = match is_write {
        false => None,
        true => Some(match tokio::time::timeout(BODY_TIME, form_of(request)).await {
            Ok(form) => form,
            Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
        }),
    };
    let answered = tokio::task::spawn_blocking(move || {
        let query = Form::decoded(query.as_bytes()).unwrap_or_default();
        editor.answer(edit::Request { path, query, form })
    });
    match answered.await {
        Ok(answer) => edit_answer(answer, is_head),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Reads the form of a request. Only the two media types of forms are read.
async fn form_of(request: Request) -> Result<Form, BodyError> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_owned();
    let body = request.into_body();
    if edit::is_multipart(&kind) {
        return edit::read_parts(&kind, body.into_data_stream()).await;
    }
    let (name, _) = kind.split_once(';').unwrap_or((&kind, ""));
    if name.trim() != "application/x-www-form-urlencoded" {
        return Err(BodyError::Kind);
    }
    let bytes = axum::body::to_bytes(body, MAX_FORM_BYTES).await;
    Ok(Form::decoded(&bytes.map_err(|_| BodyError::Large)?)?)
}

fn edit_answer(answer: Answer, is_head: bool) -> Response {
    let Answer { status, kind, bytes, location, cookie, saved_as } = answer;
    let length = bytes.len();
    let body = if is_head { Body::empty() } else { Body::from(bytes) };
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    frame(headers, kind);
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    let mut say = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    say("content-security-policy", EDIT_POLICY);
    // Without a referrer, browsers send the origin of a form as "null", which the door refuses.
    say("referrer-policy", "same-origin");
    say("x-frame-options", "DENY");
    say("cross-origin-opener-policy", "same-origin");
    if let Some(location) = location {
        say("location", &location);
    }
    if let Some(cookie) = cookie {
        say("set-cookie", &cookie);
    }
    if let Some(name) = saved_as {
        say("content-disposition", &format!("attachment; filename=\"{name}\""));
    }
    if status == 405 {
        say("allow", "GET, HEAD, POST");
    }
    response
}
