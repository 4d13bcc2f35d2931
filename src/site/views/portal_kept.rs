//! What shared pages say of a directive whose figures are older than the others', because its records
//! have errors.

use crate::site::context::PageContext;
use crate::site::portal::Card;

/// A sentence about all such directives, for every page that the directives of a portal share.
pub(super) fn sentence(ctx: &PageContext<'_>) -> Option<String> {
    let held = ctx.portal?.cards().filter(|card| card.kept);
    let held: Vec<String> =
        held.map(|card| format!("{} ({})", card.name, ctx.short(card.as_of))).collect();
    let args = [("n", held.len().into()), ("list", held.join(", ").into())];
    (!held.is_empty()).then(|| ctx.say("portal-kept", &args))
}

/// Since when the figures of a directive stand still, if they do.
pub(super) fn mark(ctx: &PageContext<'_>, card: &Card) -> Option<String> {
    card.kept.then(|| ctx.say("portal-kept-row", &[("date", ctx.short(card.as_of).into())]))
}

/// Adds to a text about a directive since when its figures stand still, if they do.
pub(super) fn marked(ctx: &PageContext<'_>, card: &Card, text: String) -> String {
    match mark(ctx, card) {
        Some(mark) => format!("{text} ({mark})"),
        None => text,
    }
}

/// The name of a directive, with its mark.
pub(super) fn name(ctx: &PageContext<'_>, card: &Card) -> String {
    marked(ctx, card, card.name.clone())
}

/// The names of those directives whose figures stand still, beside a figure that adds up all of them.
pub(super) fn names<'c>(
    ctx: &PageContext<'_>,
    cards: impl Iterator<Item = &'c Card>,
) -> Option<String> {
    let held: Vec<String> = cards.filter(|card| card.kept).map(|card| name(ctx, card)).collect();
    (!held.is_empty()).then(|| held.join(", "))
}
