//! `package` and `verify`: what is handed over, and whether it arrived.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use zip::ZipArchive;

use crate::project::{Project, run_in};

fn project() -> Project {
    Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-10")
}

/// The files of a zip by name.
fn unpacked(zip: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(File::open(zip).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

fn unpack(zip: &Path, to: &Path) {
    for (name, bytes) in unpacked(zip) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn the_package_holds_the_very_site_that_build_writes() {
    let project = project();
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    let packed = unpacked(&project.root().join("a.zip"));
    let built = crate::golden::files(&project.root().join("output"));
    let site: BTreeMap<String, Vec<u8>> = (packed.iter())
        .filter_map(|(name, bytes)| Some((name.strip_prefix("trang/")?.to_owned(), bytes.clone())))
        .collect();
    assert_eq!(site.keys().collect::<Vec<_>>(), built.keys().collect::<Vec<_>>());
    assert!(site == built);
    let beside: Vec<&str> =
        packed.keys().map(String::as_str).filter(|name| !name.starts_with("trang/")).collect();
    let expected = [
        "SHA256SUMS",
        "da-xoa.txt",
        "mau/htaccess.txt",
        "mau/nginx.conf",
        "mau/web.config",
        "phieu-ban-giao.html",
    ];
    assert_eq!(beside, expected);
    let sheet = String::from_utf8(packed["phieu-ban-giao.html"].clone()).unwrap();
    let hash = tiendo::output::manifest::sha256(&packed["trang/manifest.txt"]);
    assert_eq!(sheet.matches(&hash).count(), 2, "{sheet}");
    let sums = String::from_utf8(packed["SHA256SUMS"].clone()).unwrap();
    assert_eq!(sums.lines().count(), site.len());
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(sum, tiendo::output::manifest::sha256(&site[name]), "{name}");
    }
}

#[test]
fn the_same_content_gives_the_same_package_whatever_the_threads() {
    let project = project();
    for (name, threads) in [("a.zip", "1"), ("b.zip", "7")] {
        let answer =
            project.run_with(&["package", "--zip", name], &[("RAYON_NUM_THREADS", threads)]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
    }
    let read = |name| fs::read(project.root().join(name)).unwrap();
    assert!(read("a.zip") == read("b.zip"));
}

#[test]
fn against_an_earlier_package_it_says_what_to_delete() {
    let project = project();
    assert_eq!(project.run(&["package", "--zip", "old.zip"]).code, 0);
    assert_eq!(project.run(&["build", "--output", "old"]).code, 0);
    // The page of its old standing stays, without tasks; that of its new one was there already.
    let heard = "priority: \"1\"\ntitle: Việc 1.1\nkind: deliverable\ndue: 2024-06-10\n\
                 updates:\n  - {date: 2024-03-05, state: in_progress}\n";
    project.write("tasks/1.1.yaml", heard);
    for since in ["old.zip", "old"] {
        let arguments = ["package", "--zip", "new.zip", "--since", since, "--format", "json"];
        let answer = project.run(&arguments);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
        let removed = ["ky-bao-cao/2024-03-01.html"];
        assert_eq!(told["since"]["removed"], serde_json::json!(removed));
        assert_eq!(told["since"]["added"], 1);
        let files = unpacked(&project.root().join("new.zip"));
        assert_eq!(files["da-xoa.txt"], b"ky-bao-cao/2024-03-01.html\r\n");
        let page = String::from_utf8(files["trang/tinh-trang/no-report.html"].clone()).unwrap();
        assert!(page.contains("Hiện không có nhiệm vụ nào ở tình trạng này."), "{page}");
    }
}

#[test]
fn content_with_errors_gives_no_package_and_leaves_the_old_one() {
    let project = project();
    fs::write(project.root().join("a.zip"), "old").unwrap();
    fs::write(project.content().join("tasks/1.1.yaml"), "kind: nonsense\n").unwrap();
    let answer = project.run(&["package", "--zip", "a.zip"]);
    assert_eq!(answer.code, 1);
    assert_eq!(fs::read(project.root().join("a.zip")).unwrap(), b"old");
}

#[test]
fn verify_names_every_file_that_is_missing_altered_or_unknown() {
    let project = project();
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    let root = project.root();
    unpack(&root.join("a.zip"), &root.join("a"));
    let verify = |arguments: &[&str]| run_in(root, &[&["verify"], arguments].concat(), &[]);
    assert_eq!(verify(&["a.zip"]).code, 0);
    assert_eq!(verify(&["a/trang"]).code, 0);

    let site = root.join("a/trang");
    fs::remove_file(site.join("404.html")).unwrap();
    let mut page = fs::read(site.join("index.html")).unwrap();
    let middle = page.len() / 2;
    page[middle] ^= 1;
    fs::write(site.join("index.html"), page).unwrap();
    fs::write(site.join("nhiem-vu/casino.html"), "x").unwrap();
    fs::write(site.join("web.config"), "x").unwrap();
    fs::write(site.join(".gitkeep"), "").unwrap();
    let answer = verify(&["a/trang", "--allow", "web.config", "--format", "json"]);
    assert_eq!(answer.code, 1);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["missing"], serde_json::json!(["404.html"]));
    assert_eq!(told["altered"], serde_json::json!(["index.html"]));
    assert_eq!(told["unknown"], serde_json::json!(["nhiem-vu/casino.html"]));
    assert_eq!(told["whole"], false);
}

#[test]
fn the_samples_of_the_package_are_no_strangers() {
    let project = project();
    let root = project.root();
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    unpack(&root.join("a.zip"), root);
    for (sample, name) in [
        ("web.config", "web.config"),
        ("htaccess.txt", ".htaccess"),
        ("htaccess.txt", "htaccess.txt"),
        ("nginx.conf", "nginx.conf"),
    ] {
        fs::copy(root.join("mau").join(sample), root.join("trang").join(name)).unwrap();
    }
    let verify =
        |more: &[&str]| run_in(root, &[&["verify", "trang", "--lang", "en"], more].concat(), &[]);
    assert_eq!(verify(&[]).code, 0);
    // The folder that the sample asks for.
    let settings = root.join("trang/.htaccess");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("404 /404.html", "404 /tien-do/404.html")).unwrap();
    assert_eq!(verify(&[]).code, 0);
    // Anything else makes it a file that nobody vouches for.
    fs::write(&settings, format!("{text}Redirect / https://casino.example/\n")).unwrap();
    let answer = verify(&[]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.stdout.contains("UNKNOWN  .htaccess (differs from the sample"),
        "{}",
        answer.stdout
    );
    assert!(answer.stdout.contains("--allow web.config"), "{}", answer.stdout);
    assert_eq!(verify(&["--allow", ".htaccess"]).code, 0);
    // A sample of that name in another folder is not where a server looks for it.
    fs::copy(root.join("mau/web.config"), root.join("trang/nhiem-vu/web.config")).unwrap();
    assert_eq!(verify(&["--allow", ".htaccess"]).code, 1);
}

#[test]
fn line_ends_that_ftp_changed_are_told_from_altered_text() {
    let project = project();
    let root = project.root();
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    unpack(&root.join("a.zip"), root);
    let site = root.join("trang");
    let hash = tiendo::output::manifest::sha256(&fs::read(site.join("manifest.txt")).unwrap());
    let files = crate::golden::files(&site);
    for (path, bytes) in &files {
        let text = bytes.iter().flat_map(|byte| match byte {
            b'\n' => vec![b'\r', b'\n'],
            other => vec![*other],
        });
        fs::write(site.join(path), text.collect::<Vec<u8>>()).unwrap();
    }
    let verify = |format| {
        let arguments = ["verify", "trang", "--hash", &hash, "--format", format, "--lang", "en"];
        run_in(root, &arguments, &[])
    };
    let answer = verify("text");
    assert_eq!(answer.code, 1, "{}", answer.stdout);
    assert!(!answer.stdout.contains("ALTERED"), "{}", answer.stdout);
    assert!(answer.stdout.contains("binary mode"), "{}", answer.stdout);
    assert_eq!(answer.stdout.lines().count(), 2, "{}", answer.stdout);
    // A page whose text was altered as well is named.
    fs::write(site.join("index.html"), "casino\r\n").unwrap();
    let told: serde_json::Value = serde_json::from_str(&verify("json").stdout).unwrap();
    assert_eq!(told["altered"], serde_json::json!(["index.html"]));
    assert_eq!(told["manifest_expected"], true);
    let changed = told["line_ends"].as_array().unwrap();
    assert!(
        changed.contains(&"manifest.txt".into()) && changed.contains(&"du-lieu/tiendo.xlsx".into())
    );
}

#[test]
fn an_altered_manifest_is_caught_by_the_sum_on_the_sheet() {
    let project = project();
    let root = project.root();
    let answer = project.run(&["build", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let hash = told["manifest_sha256"].as_str().unwrap();
    assert_eq!(run_in(root, &["verify", "output", "--hash", hash], &[]).code, 0);
    // Somebody alters a page and writes its new sum into the manifest.
    let page = root.join("output/index.html");
    let list = root.join("output/manifest.txt");
    let entry = |bytes: &[u8]| {
        format!("{}  {}  index.html", tiendo::output::manifest::sha256(bytes), bytes.len())
    };
    let (old, new) = (fs::read(&page).unwrap(), b"defaced".to_vec());
    let altered = fs::read_to_string(&list).unwrap().replace(&entry(&old), &entry(&new));
    fs::write(&page, &new).unwrap();
    fs::write(&list, altered).unwrap();
    assert_eq!(run_in(root, &["verify", "output"], &[]).code, 0);
    let answer = run_in(root, &["verify", "output", "--hash", hash], &[]);
    assert_eq!(answer.code, 1);
    assert!(answer.stdout.contains(hash), "{}", answer.stdout);
}

#[test]
fn a_folder_that_is_not_a_site_is_reported() {
    let project = project();
    let root = project.root();
    fs::create_dir(root.join("empty")).unwrap();
    fs::write(root.join("broken.zip"), "PK").unwrap();
    fs::create_dir(root.join("damaged")).unwrap();
    fs::write(root.join("damaged/manifest.txt"), "# tiendo manifest 1\nnonsense\n").unwrap();
    for (path, code, said) in [
        ("empty", 1, "has no manifest.txt"),
        ("broken.zip", 3, "is not a complete zip"),
        ("damaged", 1, "line 2 of manifest.txt"),
        ("nowhere", 3, "cannot read"),
    ] {
        let answer = run_in(root, &["verify", path, "--lang", "en"], &[]);
        assert_eq!(answer.code, code, "{path}: {}", answer.stderr);
        assert!(answer.stderr.contains(said), "{path}: {}", answer.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_an_altered_file() {
    let project = project();
    assert_eq!(project.run(&["build"]).code, 0);
    let page = project.root().join("output/index.html");
    let elsewhere = project.root().join("elsewhere.html");
    fs::rename(&page, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &page).unwrap();
    let answer = project.run(&["verify", "output", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["altered"], serde_json::json!(["index.html"]));
}

/// The sample configurations for web servers have the policy that the README requires.
#[test]
fn the_samples_agree_on_the_policy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                  connect-src 'self'";
    for file in ["README.md", "templates/hosting/web.config"]
        .into_iter()
        .chain(["templates/hosting/htaccess.txt", "templates/hosting/nginx.conf"])
    {
        assert!(fs::read_to_string(root.join(file)).unwrap().contains(policy), "{file}");
    }
}

/// The type of each file extension in a sample, without the character set.
fn types(sample: &str, is_sample_of: &str) -> BTreeMap<String, String> {
    let mut types = BTreeMap::new();
    let mut add = |ending: &str, kind: &str| {
        let ending = ending.trim_start_matches('.').to_owned();
        types.entry(ending).or_insert_with(|| kind.split(';').next().unwrap().to_owned());
    };
    for line in sample.lines().map(str::trim) {
        let words: Vec<&str> = line.trim_end_matches(';').split_whitespace().collect();
        match (is_sample_of, words.as_slice()) {
            ("nginx", [kind, endings @ ..]) if kind.contains('/') && !kind.starts_with('/') => {
                endings.iter().for_each(|ending| add(ending, kind));
            }
            ("apache", ["AddType", kind, endings @ ..]) => {
                endings.iter().for_each(|ending| add(ending, kind));
            }
            ("iis", ["<mimeMap", ..]) => {
                let value = |n| line.split('"').nth(n).unwrap();
                add(value(1), value(3));
            }
            _ => {}
        }
    }
    types
}

/// Every file of the site has its type on every server, and texts their character set.
#[test]
fn the_samples_name_the_type_of_every_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/hosting");
    let read = |name| fs::read_to_string(root.join(name)).unwrap();
    let (nginx, apache, iis) = (read("nginx.conf"), read("htaccess.txt"), read("web.config"));
    let all = types(&nginx, "nginx");
    assert_eq!(all, types(&apache, "apache"));
    assert_eq!(all, types(&iis, "iis"));
    let project = project();
    assert_eq!(project.run(&["build"]).code, 0);
    let site = crate::golden::files(&project.output());
    let written = site.keys().filter_map(|path| path.rsplit_once('.')).map(|(_, ending)| ending);
    let attachments = ["pdf", "png", "jpg", "jpeg", "webp", "docx", "xlsx", "odt", "ods", "csv"];
    for ending in written.chain(attachments) {
        assert!(all.contains_key(ending), "{ending}");
    }
    assert_eq!(all["ics"], "text/calendar");
    let charsets = apache.lines().find(|line| line.starts_with("AddCharset utf-8 ")).unwrap();
    let in_nginx = nginx.lines().find(|line| line.contains("charset_types ")).unwrap();
    for (ending, kind) in &all {
        let is_text = kind.starts_with("text/") || kind.contains("json") || kind.contains("xml");
        let is_text = is_text && !kind.contains("officedocument");
        let is_named = |text: &str, word: &str| text.split([' ', ';']).any(|one| one == word);
        assert_eq!(is_named(charsets, &format!(".{ending}")), is_text, "{ending}");
        // nginx gives HTML the character set without being told.
        assert_eq!(is_named(in_nginx, kind) || ending == "html", is_text, "{ending}");
        let in_iis = format!("fileExtension=\".{ending}\" mimeType=\"{kind}; charset=utf-8\"");
        assert_eq!(iis.contains(&in_iis), is_text, "{ending}");
    }
}

/// Other websites may read data, feeds, calendars and embeds, and frame embeds only.
#[test]
fn the_samples_open_what_is_meant_for_other_websites() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/hosting");
    for name in ["nginx.conf", "htaccess.txt", "web.config"] {
        let sample = fs::read_to_string(root.join(name)).unwrap();
        assert_eq!(
            sample.matches("form-action 'self'; frame-ancestors 'self'\"").count(),
            1,
            "{name}"
        );
        assert_eq!(sample.matches("frame-ancestors *\"").count(), 1, "{name}");
        assert!(sample.contains("Access-Control-Allow-Origin"), "{name}");
        assert!(sample.contains("application/atom+xml"), "{name}");
        for folder in ["du-lieu", "lich", "tin", "nhung"] {
            assert!(sample.contains(folder), "{name}: {folder}");
        }
    }
}

/// What a damaged zip, a zip of another kind and a name that the system refuses are told in
/// Vietnamese, without a sentence of a library.
#[test]
fn damaged_packages_are_told_in_the_language_of_the_office() {
    let project = project();
    let root = project.root();
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    let whole = fs::read(root.join("a.zip")).unwrap();
    fs::write(root.join("cut.zip"), &whole[..whole.len() / 2]).unwrap();
    fs::write(root.join("text.zip"), "PK").unwrap();
    // A flag in the header of every file says that it is encrypted.
    let mut locked = whole.clone();
    for at in 0..locked.len() - 8 {
        if locked[at..].starts_with(b"PK\x01\x02") {
            locked[at + 8] |= 1;
        }
    }
    fs::write(root.join("locked.zip"), locked).unwrap();
    let long = format!("{}.zip", "x".repeat(300));
    for (path, said) in [
        ("cut.zip", "Hãy lấy lại tệp từ nơi gửi"),
        ("text.zip", "Hãy lấy lại tệp từ nơi gửi"),
        ("locked.zip", "có mật khẩu"),
        (long.as_str(), "không hợp lệ"),
    ] {
        let answer = project.run(&["verify", path]);
        assert_eq!(answer.code, 3, "{path}: {}", answer.stderr);
        assert!(answer.stderr.contains(said), "{path}: {}", answer.stderr);
        for word in ["EOCD", "archive", "Invalid", "error", "name too long"] {
            assert!(!answer.stderr.contains(word), "{path}: {}", answer.stderr);
        }
    }
    fs::create_dir(root.join("look")).unwrap();
    fs::write(root.join("look/tasks.htm"), "x").unwrap();
    let answer = project.run(&["build", "--templates", "look"]);
    assert!(answer.stderr.contains("không thay cho mẫu trang nào"), "{}", answer.stderr);
    assert!(answer.stderr.contains("tasks.html"), "{}", answer.stderr);
}
