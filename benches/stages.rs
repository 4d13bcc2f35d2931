//! The time of each stage of a build, and of a whole build: `cargo bench --bench stages`.
//! `TIENDO_BENCH_TASKS` sets the number of tasks (default 100), with ten notes to a task.

#![allow(clippy::unwrap_used, reason = "a bench that cannot set up its content is broken")]

#[expect(dead_code, reason = "a portal is only generated")]
mod content;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use divan::{Bencher, black_box};
use rayon::prelude::*;
use tiendo::assess::Assessment;
use tiendo::model::Model;
use tiendo::pipeline::{self, Folders, KeptContent, Progress};
use tiendo::publish::published::Published;
use tiendo::publish::verify::verify;
use tiendo::site::{Route, Site, Templates};

use content::Size;

fn main() {
    #[expect(clippy::disallowed_methods, reason = "the size is asked for by who measures")]
    let tasks = std::env::var("TIENDO_BENCH_TASKS").ok().and_then(|n| n.parse().ok());
    let tasks = tasks.unwrap_or(100);
    let (folder, size) = (tempfile::tempdir().unwrap(), Size { tasks, notes: 10 * tasks });
    let bench = BENCH.get_or_init(|| Bench { folder: folder.path().to_owned(), size });
    content::write(&bench.content(), size).unwrap();
    divan::main();
}

/// The folder for the content and the sites. `main` deletes it at the end.
struct Bench {
    folder: PathBuf,
    size: Size,
}

static BENCH: OnceLock<Bench> = OnceLock::new();

impl Bench {
    fn get() -> &'static Self {
        BENCH.get().unwrap()
    }

    fn content(&self) -> PathBuf {
        self.folder.join("content")
    }
}

struct Silent;

impl Progress for Silent {
    fn waits(&self) {}
    fn begins(&self, _: usize) {}
    fn advances(&self) {}
    fn ends(&self) {}
}

fn judged() -> (Model, Assessment) {
    let mut loaded = pipeline::load(&Bench::get().content()).unwrap();
    assert!(!loaded.diagnostics.has_errors());
    let as_of = pipeline::as_of(&loaded.model, None);
    let assessment = pipeline::assess(&mut loaded.model, as_of).unwrap();
    (loaded.model, assessment)
}

/// Builds the site. Returns the number of files.
fn build(output: &Path) -> usize {
    let content = Bench::get().content();
    let mut loaded = pipeline::load(&content).unwrap();
    assert!(!loaded.diagnostics.has_errors());
    let as_of = pipeline::as_of(&loaded.model, None);
    let assessment = pipeline::assess(&mut loaded.model, as_of).unwrap();
    let (templates, folders) = (Templates::embedded(), Folders { content: &content, output });
    let built = pipeline::build(loaded.model, assessment, &templates, folders, &Silent);
    built.unwrap().written.files
}

#[divan::bench]
fn read_and_hash(bencher: Bencher<'_, '_>) {
    bencher.bench(|| {
        let (found, _) = tiendo::content::files::find(&Bench::get().content()).unwrap();
        let hash = |file: &tiendo::content::files::Found| {
            tiendo::output::manifest::sha256(&file.read(u64::MAX >> 1).unwrap()).len()
        };
        found.par_iter().map(hash).sum::<usize>()
    });
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    bencher.bench(|| tiendo::content::load(&Bench::get().content()).unwrap());
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let (content, sources, _) = tiendo::content::load(&Bench::get().content()).unwrap();
    bencher.bench_local(|| tiendo::check::check(&content, &sources));
}

#[divan::bench]
fn assess(bencher: Bencher<'_, '_>) {
    let (model, _) = judged();
    let as_of = pipeline::as_of(&model, None);
    bencher.bench_local(|| tiendo::assess::assess(&model, as_of).unwrap());
}

#[divan::bench]
fn make_ready(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(judged).bench_values(|(model, assessment)| {
        Site::new(model, assessment, &Templates::embedded()).unwrap()
    });
}

#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let (model, assessment) = judged();
    let site = Site::new(model, assessment, &Templates::embedded()).unwrap();
    bencher.bench_local(|| {
        let bytes = |route: &_| site.render(*route).unwrap().len();
        black_box(site.routes().par_iter().map(bytes).sum::<usize>())
    });
}

#[divan::bench]
fn build_site(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let n = AtomicUsize::new(0);
    let output = || folder.path().join(n.fetch_add(1, Ordering::Relaxed).to_string());
    bencher.with_inputs(output).bench_values(|output| build(&output));
}

/// What the preview does between saving a note and showing its page.
#[divan::bench]
fn preview_after_one_note(bencher: Bencher<'_, '_>) {
    let folder = Bench::get().content();
    let mut kept = KeptContent::load(&folder).unwrap();
    let n = AtomicUsize::new(0);
    let touch = || {
        let nth = n.fetch_add(1, Ordering::Relaxed);
        content::touch(&folder, Bench::get().size, nth).unwrap()
    };
    bencher.with_inputs(touch).bench_local_values(|relative| {
        assert!(kept.reread([&relative]));
        let (model, _) = kept.check();
        let as_of = pipeline::as_of(&model, None);
        let assessment = tiendo::assess::assess(&model, as_of).unwrap();
        let site = Site::preview(model, assessment, &Templates::embedded()).unwrap();
        let stem = relative.file_stem().unwrap().to_str().unwrap();
        let note = site.model().notes().find(|(_, note)| note.id.as_str() == stem).unwrap().0;
        site.render(Route::Note(note)).unwrap().len()
    });
}

#[divan::bench]
fn verify_the_site(bencher: Bencher<'_, '_>) {
    let output = Bench::get().folder.join("verified");
    build(&output);
    bencher.bench_local(|| {
        let published = Published::open(&output).unwrap();
        let listed = published.manifest().unwrap();
        verify(&published, &listed, &[]).unwrap()
    });
}
