//! Builds that are killed. The test binary runs itself; the child builds until it is killed.

use super::*;

const CHILD_DIR: &str = "TIENDO_TEST_OUTPUT_DIR";
const CHILD_RENAMES: &str = "TIENDO_TEST_OUTPUT_RENAMES";
const CHILD_TEST: &str = "output::tests::kills::child_that_builds_until_it_is_killed";

/// Not a test by itself: the body of the child below.
#[expect(clippy::disallowed_methods, reason = "the child of a test is told by its environment")]
#[test]
fn child_that_builds_until_it_is_killed() {
    let Some(dir) = env::var_os(CHILD_DIR) else { return };
    let way = if env::var_os(CHILD_RENAMES).is_some() { cannot_exchange } else { swap::exchange };
    for round in 0_u64.. {
        let staging = stage(Path::new(&dir), || ()).unwrap();
        // Every third site makes the folder again that the others take over.
        if round % 3 == 0 || !staging.keep("kept/").unwrap() {
            for n in 0..20 {
                let path = format!("kept/{n}/page.html");
                staging.write(&path, format!("{}", round / 3).as_bytes()).unwrap();
            }
        }
        (0..60).into_par_iter().for_each(|n| {
            // Some files never change, some always, some come and go.
            let path = format!("{}/{n}.html", n % 4);
            match n % 3 {
                0 => staging.write(&path, b"always the same").unwrap(),
                1 => staging.write(&path, format!("{round}").repeat(n * 50).as_bytes()).unwrap(),
                _ if round % 2 == 0 => staging.write(&path, b"now and then").unwrap(),
                _ => {}
            }
        });
        staging.commit_with(way).unwrap();
    }
}

/// What lies beside the site, without what the next build may use.
fn siblings(yard: &Yard) -> Vec<String> {
    yard.siblings().into_iter().filter(|name| name != spare::SPARE).collect()
}

/// Kills the child on drop, so that a test that fails leaves no process.
struct Builder(Child);

impl Builder {
    fn start(dir: &Path, renames: bool) -> Self {
        let mut child = Command::new(env::current_exe().unwrap());
        child.args(["--exact", CHILD_TEST, "--nocapture"]).env(CHILD_DIR, dir);
        if renames {
            child.env(CHILD_RENAMES, "1");
        }
        Self(child.stdout(Stdio::null()).spawn().unwrap())
    }

    fn kill(&mut self) {
        assert!(self.0.try_wait().unwrap().is_none(), "the child never ends by itself");
        // SIGKILL, or TerminateProcess: no destructor runs.
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Kills builds at many moments; returns how many of them left something to clean.
fn kill_builds(renames: bool) -> usize {
    let yard = Yard::new();
    yard.build(&[("index.html", "the first site")]);
    let mut interrupted = 0;
    // Spread over a build without a clock: a fixed sequence of waits, in steps of a tenth of a
    // millisecond. What the system does meanwhile makes the moments random enough.
    let mut wait: u64 = 7;
    for _ in 0..40 {
        let mut builder = Builder::start(&yard.dir(), renames);
        wait = (wait * 137 + 71) % 397;
        std::thread::sleep(Duration::from_millis(8) + Duration::from_micros(wait * 100));
        builder.kill();
        interrupted += usize::from(siblings(&yard) != [LOCK, "output"]);
        if !renames {
            assert_whole(&yard.dir());
        }
        drop(yard.stage().unwrap());
        assert_whole(&yard.dir());
        assert_eq!(siblings(&yard), [LOCK, "output"]);
    }
    interrupted
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans() {
    assert!(kill_builds(false) >= 10, "too few kills met a build at work");
}

#[test]
fn a_killed_build_that_moves_by_renames_is_mended_by_the_next() {
    assert!(kill_builds(true) >= 10, "too few kills met a build at work");
}

#[test]
fn two_processes_take_turns() {
    let yard = Yard::new();
    let mut other = Builder::start(&yard.dir(), false);
    // The child's loop takes the lock again and again; each of these gets its turn between.
    for round in 0..5 {
        let staging = stage(&yard.dir(), || ()).unwrap();
        staging.write("here", format!("{round}").as_bytes()).unwrap();
        staging.commit().unwrap();
    }
    other.kill();
    drop(yard.stage().unwrap());
    assert_whole(&yard.dir());
}
