//! Diagnostics for people: title, excerpt with underlines, what to type, and the fix as a diff.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::Report;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::{Sources, Spot};

/// The code whose line is never shown.
const SECRET: &str = "secret-in-target";

/// Returns a diagnostic as the terminal shows it, with colours.
pub(super) fn render(report: &Report, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
    let mut groups = vec![excerpt(report, diagnostic, sources)];
    groups.extend(patch(report, diagnostic, sources));
    renderer.render(&groups)
}

fn excerpt<'a>(report: &Report, diagnostic: &Diagnostic, sources: &'a Sources) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let title = level
        .with_name(report.severity(diagnostic.severity))
        .primary_title(report.say(diagnostic, ""))
        .id(diagnostic.code);
    let mut group = Group::with_title(title);
    let place = &diagnostic.place;
    let file = sources.get(place.file);
    if place.spot == Spot::File || file.text.is_empty() {
        group = group.element(Origin::path(file.path.as_str()));
    } else if diagnostic.code == SECRET {
        // The line holds what nobody else may read; a terminal's history is kept.
        let position = file.position(file.range(&place.spot).start);
        let origin = Origin::path(file.path.as_str()).line(position.line);
        group = group.element(origin.char_column(position.column));
    } else {
        let primary = AnnotationKind::Primary
            .span(file.range(&place.spot))
            .label(report.say(diagnostic, ".label"));
        let mut snippet =
            Snippet::source(&*file.text).path(file.path.as_str()).line_start(1).annotation(primary);
        if let Some(second) = diagnostic.second.as_ref().filter(|s| s.file == place.file) {
            let label = report.say(diagnostic, ".second");
            let context = AnnotationKind::Context.span(file.range(&second.spot)).label(label);
            snippet = snippet.annotation(context);
        }
        group = group.element(snippet);
    }
    if let Some(second) = diagnostic.second.as_ref().filter(|s| s.file != place.file) {
        group = other_file(report, group, diagnostic, second, sources);
    }
    let help = Level::HELP.with_name(report.locale().text("help-name"));
    if let Some(suggestion) = &diagnostic.suggestion {
        let text = report.locale().format("did-you-mean", &[("suggestion", suggestion.into())]);
        group = group.element(help.clone().message(text));
    }
    group.element(help.message(report.say(diagnostic, ".help")))
}

fn other_file<'a>(
    report: &Report,
    group: Group<'a>,
    diagnostic: &Diagnostic,
    second: &Place,
    sources: &'a Sources,
) -> Group<'a> {
    let file = sources.get(second.file);
    if second.spot == Spot::File || file.text.is_empty() {
        return group.element(Origin::path(file.path.as_str()));
    }
    let context = AnnotationKind::Context
        .span(file.range(&second.spot))
        .label(report.say(diagnostic, ".second"));
    let snippet =
        Snippet::source(&*file.text).path(file.path.as_str()).line_start(1).annotation(context);
    group.element(snippet)
}

/// What `check --fix` would write there.
fn patch<'a>(report: &Report, diagnostic: &Diagnostic, sources: &'a Sources) -> Option<Group<'a>> {
    let edit = diagnostic.fix.as_ref()?;
    let file = sources.get(diagnostic.place.file);
    file.text.get(edit.range.clone())?;
    let title = Level::HELP
        .with_name(report.locale().text("fix-name"))
        .secondary_title(report.by_machine(file));
    let patch = Patch::new(edit.range.clone(), edit.text.clone());
    let snippet = Snippet::source(&*file.text).path(file.path.as_str()).line_start(1).patch(patch);
    Some(Group::with_title(title).element(snippet))
}
