//! The page about the open data: the files to download, and the meaning of every column. The
//! columns are those of the files and of their schema.

use serde::Serialize;

use super::components::Link;
use super::frame;
use super::heading::Heading;
use crate::locale::Locale;
use crate::site::context::PageContext;
use crate::site::data::table::{Form, Table};
use crate::site::data::{AS_OF, Column, Extended, Kind, VERSION, columns, table, workbook};
use crate::site::index::FEED_ENTRIES;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    version: String,
    licence: Option<Link>,
    workbook: Link,
    tables: Vec<Part>,
    package: Link,
    catalog: Link,
    follow: String,
}

/// A table with its files and columns.
#[derive(Serialize)]
struct Part {
    anchor: String,
    title: String,
    about: String,
    rows: String,
    files: Vec<Link>,
    caption: String,
    key: String,
    columns: Vec<Explained>,
}

#[derive(Serialize)]
struct Explained {
    title: String,
    name: &'static str,
    kind: String,
    about: String,
    values: Vec<Meaning>,
}

/// A word of a vocabulary, with its meaning.
#[derive(Serialize)]
struct Meaning {
    name: &'static str,
    label: String,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("data-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "data.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let locale = Locale::of(ctx.tag());
    let plain = |route: Route, key: &str| Link::new(ctx.to(route), ctx.text(key));
    let licence = ctx.model.settings.licence.as_ref();
    View {
        version: ctx.say("data-version", &[("version", VERSION.into())]),
        licence: licence
            .map(|l| Link { external: true, ..Link::new(l.url.clone(), l.name.clone()) }),
        workbook: Link {
            aside: Some(format!("XLSX, {}", ctx.size(workbook(ctx).bytes.len() as u64))),
            ..plain(Route::Workbook, "data-workbook")
        },
        tables: Table::of(ctx.index.uses).map(|table| part(ctx, locale, table)).collect(),
        package: plain(Route::DataPackage, "data-package"),
        catalog: plain(Route::Catalog, "data-catalog"),
        follow: ctx.count("data-follow-about", FEED_ENTRIES as u64),
    }
}

fn part(ctx: &PageContext<'_>, locale: &Locale, of: Table) -> Part {
    let key = format!("data-{}", of.name());
    let title = ctx.text(&key);
    let file = |form: Form| {
        let size = ctx.size(table(ctx, of, form).bytes.len() as u64);
        let name = form.ending().to_uppercase();
        Link {
            aside: Some(size),
            ..Link::new(
                ctx.to(Route::DataTable(of, form)),
                format!("{}.{}", of.name(), name.to_lowercase()),
            )
        }
    };
    Part {
        anchor: format!("bang-{}", of.name()),
        about: ctx.text(&format!("{key}.about")),
        rows: ctx.number(table(ctx, of, Form::Csv).rows as u64),
        files: Form::ALL.map(file).into(),
        caption: ctx.say("data-columns-caption", &[("table", (&title).into())]),
        key: ctx.say("data-key", &[("columns", of.key().join(", ").into())]),
        columns: (columns(of, ctx.index.uses).iter().chain([&AS_OF]))
            .map(|column| explained(ctx, locale, of, column))
            .collect(),
        title,
    }
}

fn explained(ctx: &PageContext<'_>, locale: &Locale, of: Table, column: &Column) -> Explained {
    let words = match column.kind {
        Kind::Word(words) | Kind::Words(words) => {
            words.words(Extended { any: ctx.model.is_extended(), uses: ctx.index.uses })
        }
        _ => Vec::new(),
    };
    let mut kind = kind(ctx, column.kind);
    if column.needed {
        kind = format!("{kind}, {}", ctx.text("data-always"));
    }
    Explained {
        title: column.title(locale, of),
        name: column.name,
        kind,
        about: column.about(locale, of),
        values: words
            .into_iter()
            .map(|(name, key)| Meaning { name, label: ctx.text(&key) })
            .collect(),
    }
}

fn kind(ctx: &PageContext<'_>, kind: Kind) -> String {
    let of = |key: &str, table: Table| ctx.say(key, &[("table", table.name().into())]);
    match kind {
        Kind::Id => ctx.text("data-kind-id"),
        Kind::Reference(table) => of("data-kind-reference", table),
        Kind::References(table) => of("data-kind-references", table),
        Kind::Names => ctx.text("data-kind-names"),
        Kind::Text => ctx.text("data-kind-text"),
        Kind::Word(_) => ctx.text("data-kind-word"),
        Kind::Words(_) => ctx.text("data-kind-words"),
        Kind::Number => ctx.text("data-kind-number"),
        Kind::Decimal => ctx.text("data-kind-decimal"),
        Kind::Day => ctx.text("data-kind-day"),
        Kind::Time => ctx.text("data-kind-time"),
        Kind::Address => ctx.text("data-kind-address"),
    }
}
