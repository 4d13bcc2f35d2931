//! The chain of publications: what was published when, with the sums that prove it.

use serde::Serialize;

use super::components::Link;
use super::frame;
use super::heading::Heading;
use crate::model::chain::{Publication, last_sum};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View<'a> {
    current: String,
    rows: Vec<Row<'a>>,
    data: Link,
}

/// A publication.
#[derive(Serialize)]
struct Row<'a> {
    number: u32,
    as_of: String,
    changes: &'a str,
    manifest: &'a str,
    records: &'a str,
    sum: &'a str,
}

/// The file `du-lieu/publications.json`.
#[derive(Serialize)]
struct Data<'a> {
    version: u32,
    as_of: String,
    /// SHA-256 of the records that this site was made from.
    records: &'a str,
    /// The sum of the last publication before this site.
    previous: &'a str,
    publications: &'a [Publication],
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("publications-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "publications.html", heading(ctx), &view(ctx))
}

fn view<'a>(ctx: &PageContext<'a>) -> View<'a> {
    let day = |as_of: &str| as_of.parse().map_or_else(|_| as_of.to_owned(), |day| ctx.short(day));
    let row = |publication: &'a Publication| Row {
        number: publication.number,
        as_of: day(&publication.as_of),
        changes: &publication.changes,
        manifest: &publication.manifest,
        records: &publication.records,
        sum: &publication.sum,
    };
    let args = [("date", ctx.short(ctx.as_of()).into())];
    View {
        current: ctx.say("publications-current", &args),
        rows: list(ctx).iter().rev().map(row).collect(),
        data: Link::new(ctx.to(Route::PublicationData), "publications.json".to_owned()),
    }
}

fn list<'a>(ctx: &PageContext<'a>) -> &'a [Publication] {
    ctx.model.publications.as_deref().unwrap_or_default()
}

/// Renders `du-lieu/publications.json`.
pub(super) fn data(ctx: &PageContext<'_>) -> Vec<u8> {
    let publications = list(ctx);
    let data = Data {
        version: 1,
        as_of: ctx.as_of().to_string(),
        records: &ctx.model.records_sum,
        previous: last_sum(publications),
        publications,
    };
    let mut bytes = serde_json::to_vec_pretty(&data)
        .unwrap_or_else(|error| unreachable!("texts and numbers can be written: {error}"));
    bytes.push(b'\n');
    bytes
}
