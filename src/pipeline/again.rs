//! A build after a small change: where only the words of a few notes are other than at the last
//! build, the files that show them are made again and the rest of the site stays.
//!
//! What the last build knew lies beside its site (`output/last.rs`): by what each file of the
//! content is told to be the same, and the linked site without the texts of notes
//! (`site/saved.rs`). Whatever is not certain ends in a whole build, which says so or mends it; the
//! bytes of the site are the same either way.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{BuildError, Built, Folders, Loaded, Progress, assess};
use crate::assess::Tally;
use crate::check;
use crate::content::files::{self, FileKind, Found};
use crate::content::{self, notes};
use crate::diagnostic::{Diagnostic, Diagnostics, Edit, Place, Rule, Severity};
use crate::model::NoteIx;
use crate::output::manifest;
use crate::output::{self, Leaving, Reopened};
use crate::site::links::LinkCheck;
use crate::site::{Before, Rewritten, Saved, Site, Stale, Templates};
use crate::source::{FileId, SourceFile, Sources, Spot};
use crate::stamp::Stamp;

/// Of more notes than this a whole build is not much dearer.
const MAX_NOTES: usize = 32;
/// So many warnings are kept to be shown again.
const MAX_WARNINGS: usize = 1000;
/// The first half of SHA-256: two texts that differ have different ones.
type Digest = [u8; 16];

/// What the next build needs to know of the content and of who built it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Memory {
    /// The program, the templates and the date asked for.
    maker: Digest,
    /// When reading began, since 1970.
    began: Duration,
    /// The files of the content, then what else lay there, in their order.
    files: Vec<Known>,
    /// Files in whose text, and not in one of the values before it, something was complained of.
    spotted: BTreeSet<FileId>,
    /// What has to be shown again each time.
    warnings: Vec<Complaint>,
    /// How many hints there were, which no build shows.
    hints: usize,
    pages: usize,
}

/// A complaint, as it is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Complaint {
    code: String,
    place: Place,
    second: Option<Place>,
    args: Vec<(String, String)>,
    suggestion: Option<String>,
    fix: Option<Edit>,
}

/// What is known of a file of the content.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Known {
    /// As complaints show it.
    path: String,
    stamp: Option<Stamp>,
    /// Of its whole text.
    text: Digest,
    /// Of what stands before the body of a note.
    front: Digest,
}

/// The content beside what was known of it.
struct Compared {
    /// Its files.
    found: Vec<Found>,
    /// The notes whose words are other than they were; nothing else is.
    changed: Vec<Changed>,
}

/// A note with other words.
struct Changed {
    file: FileId,
    /// Of its whole text.
    text: Digest,
    body: String,
}

/// A site that was built from what the last build left.
#[derive(Debug)]
pub struct Again {
    /// What was built.
    pub built: Built,
    /// The date on which it is judged.
    pub as_of: NaiveDate,
    /// How the directive stands.
    pub tally: Tally,
    /// The warnings about the content, with the texts that they are about.
    pub warnings: (Diagnostics, Sources),
    /// How many errors, warnings and hints there are.
    pub counts: [usize; 3],
}

impl Memory {
    /// What a build of this content by this program should remember. None where there are errors,
    /// or very many warnings, or where the system does not tell enough.
    pub fn of(loaded: &Loaded, wanted: Option<NaiveDate>, templates: &Templates) -> Option<Self> {
        let faults = &loaded.diagnostics;
        if faults.has_errors() || faults.count(Severity::Warning) > MAX_WARNINGS {
            return None;
        }
        let warnings = faults.iter().filter(|fault| fault.severity == Severity::Warning);
        let sources: Vec<_> = loaded.sources.iter().collect();
        let known = |(_, file): &(FileId, &SourceFile)| Known {
            path: file.path.clone(),
            stamp: file.stamp,
            text: digest(&file.text),
            front: front(&file.path, &file.text),
        };
        let seconds = faults.iter().filter_map(|fault| fault.second.as_ref());
        let places = faults.iter().map(|fault| &fault.place).chain(seconds);
        let places = places.filter(|p| matches!(p.spot, Spot::Bytes(_) | Spot::File));
        Some(Memory {
            maker: maker(wanted, templates)?,
            began: loaded.began,
            files: sources.par_iter().map(known).collect(),
            spotted: places.map(|place| place.file).collect(),
            warnings: warnings.map(Complaint::of).collect(),
            hints: faults.count(Severity::Hint),
            pages: 0,
        })
    }

    /// What a whole build leaves beside its site.
    pub(super) fn leaving(mut self, pages: usize, site: Site) -> Option<Leaving> {
        self.pages = pages;
        let often = vec![encoded(&self)?, encoded(&Rewritten::new())?];
        Some(Leaving { often, once: site.save().into() })
    }
}

/// Builds from what the last build left, if that will do.
///
/// None where a whole build is needed; nothing has changed then.
///
/// # Errors
///
/// When the disk refuses in the middle of the move.
pub fn build_again(
    folders: Folders<'_>,
    wanted: Option<NaiveDate>,
    templates: &Templates,
    progress: &dyn Progress,
) -> Option<Result<Again, BuildError>> {
    let began = super::now();
    let last = output::reopen(folders.output, || progress.waits())?;
    let mut memory: Memory = postcard::from_bytes(&last.often(0)?).ok()?;
    if memory.maker != maker(wanted, templates)? {
        return None;
    }
    let (compared, is_untouched) =
        rayon::join(|| memory.compare(folders.content), || last.is_untouched());
    let Compared { found, changed } = compared.filter(|_| is_untouched)?;
    memory.began = began;
    let mut rewritten = last.often(1)?;
    let site = last.once(0)?;
    let mut saved = Saved::read(&site, postcard::from_bytes(&rewritten).ok()?, &last)?;
    let nothing_new = changed.is_empty();
    for Changed { file, body, .. } in changed {
        let note = saved.model().notes.iter().position(|note| note.file == file)?;
        saved.rewrite(NoteIx(note), body)?;
    }
    let as_of = saved.as_of();
    let assessment = assess(saved.model(), as_of).ok()?;
    let tally = assessment.directive.clone();
    let mut files = BTreeMap::new();
    if !nothing_new {
        let stale = saved.restore(assessment, templates.clone()).ok()??;
        files = render(&stale, &last, progress)?;
        rewritten = encoded(&stale.rewritten)?;
    }
    let warnings = memory.warned(&found)?;
    let pieces = [encoded(&memory)?, rewritten];
    progress.ends();
    let written = match last.amend(files, &pieces) {
        Ok(written) => written?,
        Err(error) => return Some(Err(error.into())),
    };
    let built = Built { pages: memory.pages, written };
    let counts = [0, memory.warnings.len(), memory.hints];
    Some(Ok(Again { built, as_of, tally, warnings, counts }))
}

impl Before for Reopened {
    fn texts(&self, range: Range<usize>) -> Option<Vec<u8>> {
        self.once_in(1, range)
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.read(path)
    }

    fn size(&self, path: &str) -> Option<u64> {
        Reopened::size(self, path)
    }
}

/// The stale files, made again. None where one cannot be made, or links to what is not there.
fn render(
    stale: &Stale,
    last: &Reopened,
    progress: &dyn Progress,
) -> Option<BTreeMap<String, Option<Vec<u8>>>> {
    progress.begins(stale.routes.len());
    let links = LinkCheck::new();
    let made: Option<BTreeMap<String, Option<Vec<u8>>>> = (stale.routes.par_iter())
        .map(|route| {
            let (path, bytes) = (stale.site.path(*route), stale.site.render(*route).ok()?);
            links.page(&path, &bytes);
            progress.advances();
            Some((path, Some(bytes)))
        })
        .collect();
    let mut files = made?;
    // What a page links to on others was there before; only its own places may have gone.
    let leads_nowhere = links.finish().into_iter().any(|link| {
        link.page == link.target
            || !last.holds(&link.target)
            || stale.removed.contains(&link.target)
    });
    if leads_nowhere {
        return None;
    }
    files.extend(stale.removed.iter().map(|path| (path.clone(), None)));
    Some(files)
}

impl Memory {
    /// Holds the content against what was known of it. None where a whole build has to look.
    fn compare(&mut self, content: &Path) -> Option<Compared> {
        let (found, strays) = files::find(content).ok()?;
        let shown = found.iter().map(|found| &found.shown);
        let shown = shown.chain(strays.iter().map(|stray| &stray.shown));
        if !shown.eq(self.files.iter().map(|known| &known.path)) {
            return None;
        }
        let began = self.began;
        let same = |known: &Known, found: &Found| {
            let stamp = known.stamp.as_ref().filter(|stamp| stamp.is_settled_at(began));
            stamp.is_some() && stamp == found.stamp.as_ref()
        };
        let touched: Vec<(usize, &Found)> =
            (found.iter().enumerate()).filter(|(n, found)| !same(&self.files[*n], found)).collect();
        let read: Option<Vec<_>> =
            touched.par_iter().map(|(n, found)| self.reread(*n, found)).collect();
        let mut changed = Vec::new();
        for ((n, found), note) in touched.into_iter().zip(read?) {
            self.files[n].stamp = found.stamp;
            if let Some(note) = note {
                self.files[n].text = note.text;
                changed.push(note);
            }
        }
        (changed.len() <= MAX_NOTES).then_some(Compared { found, changed })
    }

    /// The warnings with the texts that they are about.
    fn warned(&self, found: &[Found]) -> Option<(Diagnostics, Sources)> {
        let (mut faults, mut sources) = (Diagnostics::default(), Sources::default());
        if self.warnings.is_empty() {
            return Some((faults, sources));
        }
        let places = self.warnings.iter().flat_map(|w| w.second.iter().chain([&w.place]));
        let named: BTreeSet<FileId> = places.map(|place| place.file).collect();
        for (n, known) in self.files.iter().enumerate() {
            sources.add(match found.get(n).filter(|_| named.contains(&FileId::nth(n))) {
                Some(found) => content::source_alone(found),
                None => SourceFile::without_text(known.path.clone()),
            });
        }
        let rules = check::rules::all();
        for warning in &self.warnings {
            faults.push(warning.told(&rules)?);
        }
        Some((faults, sources))
    }

    /// What a note says, if it is other than it was; none of a file that holds what it held. None
    /// at all where a whole build has to look.
    fn reread(&self, n: usize, found: &Found) -> Option<Option<Changed>> {
        let (known, file) = (&self.files[n], FileId::nth(n));
        found.stamp?;
        if found.kind == FileKind::Attachment {
            return None;
        }
        let (text, faults) = files::read_text(found, file);
        let text = text.filter(|_| faults.iter().next().is_none())?;
        let sum = digest(&text);
        if sum == known.text {
            return Some(None);
        }
        if self.spotted.contains(&file) {
            return None;
        }
        let same_front = found.kind == FileKind::Note && front(&found.shown, &text) == known.front;
        let (content, sources) = content::note_alone(found, &text).filter(|_| same_front)?;
        let body = text.get(content.notes.first()?.body.clone())?.to_owned();
        (!check::complains_of_body(&content, &sources)).then_some(Some(Changed {
            file,
            text: sum,
            body,
        }))
    }
}

impl Complaint {
    fn of(fault: &Diagnostic) -> Self {
        let Diagnostic { code, place, second, args, suggestion, fix, .. } = fault.clone();
        let args = args.into_iter().map(|(name, value)| (name.into_owned(), value)).collect();
        Complaint { code: code.to_owned(), place, second, args, suggestion, fix }
    }

    fn told(&self, rules: &[&'static Rule]) -> Option<Diagnostic> {
        let Complaint { code, place, second, args, suggestion, fix } = self.clone();
        let rule = rules.iter().find(|rule| rule.code == code)?;
        let args = args.into_iter().map(|(name, value)| (name.into(), value)).collect();
        Some(Diagnostic { second, args, suggestion, fix, ..Diagnostic::of(rule, place) })
    }
}

/// Who would make the same site of the same content: this very program with these templates, asked
/// for this date.
fn maker(wanted: Option<NaiveDate>, templates: &Templates) -> Option<Digest> {
    let program = Stamp::of(&fs::metadata(env::current_exe().ok()?).ok()?)?;
    let texts: Vec<(&str, &str)> = templates.iter().collect();
    let told = postcard::to_stdvec(&(env!("CARGO_PKG_VERSION"), program, wanted, texts)).ok()?;
    Some(half(manifest::sum(&told)))
}

/// Of what stands before the body of a note; of other files of nothing.
fn front(path: &str, text: &str) -> Digest {
    let parts = if path.ends_with(".md") { notes::split(text).ok() } else { None };
    digest(parts.and_then(|parts| text.get(..parts.body.start)).unwrap_or_default())
}

fn digest(text: &str) -> Digest {
    half(manifest::sum(text.as_bytes()))
}

fn half(sum: [u8; 32]) -> Digest {
    let mut half = Digest::default();
    half.copy_from_slice(&sum[..16]);
    half
}

fn encoded<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_stdvec(value).ok()
}
