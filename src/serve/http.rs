//! Answers requests on loopback. The only file that knows axum and tokio.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
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
use tokio::sync::watch;

use super::guard::{self, Asked};
use super::page::{EVENTS, Page, Pages, State};
use super::{Prepared, content_type};

/// The content security policy of a published site; see `templates/hosting/`.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'self'";
/// Interval at which an idle event stream sends a sign of life.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Time that pending answers get when the preview ends.
const SHUTDOWN_GRACE: Duration = Duration::from_millis(300);

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

/// Answers requests until the operator interrupts.
pub(super) fn run(
    listener: TcpListener,
    port: u16,
    receiver: Receiver,
    pages: Arc<Pages>,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let desk = Arc::new(AppState { port, shown: receiver.0, pages });
    let ended = runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = Router::new().fallback(answer).with_state(desk);
        tokio::spawn(async move { axum::serve(listener, router).await });
        tokio::signal::ctrl_c().await
    });
    runtime.shutdown_timeout(SHUTDOWN_GRACE);
    ended
}

async fn answer(Held(desk): Held<Arc<AppState>>, request: Request) -> Response {
    let headers = request.headers();
    let all = |name: HeaderName| headers.get_all(name).iter().map(HeaderValue::as_bytes).collect();
    let asked = Asked {
        method: request.method().as_str(),
        path: request.uri().path(),
        authority: request.uri().authority().map(Authority::as_str),
        hosts: all(header::HOST),
        origins: all(header::ORIGIN),
        fetch_sites: all(HeaderName::from_static("sec-fetch-site")),
        header_bytes: headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum(),
        has_body: headers.contains_key(header::TRANSFER_ENCODING)
            || headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0"),
    };
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
