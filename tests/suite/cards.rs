//! Pictures for shared links: where they are, what they say, and when they are drawn again.

use std::fs;

use tiendo::output::manifest;
use tiendo::site::{Site, Templates};

use crate::project::{Project, day};

const SITE: &str = "title: T\npublisher: P\ncontact: a@b.example\nnotice: Số liệu minh họa.\n\
                    base_url: https://example.com/x/\n";

/// Pictures of the province, with their SHA-256.
const CARDS: [(&str, &str); 3] = [
    ("tong-hop.png", "8394a0e3329af262394a8a0a71106091f801f2ee9011b797e89d708da8c9504a"),
    ("muc/1.png", "d359dad6e7cc87cbfbe2e2b8fe017118196d4a20260ba4edb3192b7a97add37f"),
    ("nhiem-vu/3.2.png", "d2c52ed8cd957417327f6180be50f974e214cb716c032dc86b34f5e8f8133850"),
];

fn project() -> Project {
    Project::new()
        .task("1.1", "kind: deliverable\ndue: 2024-06-30")
        .task("1.2", "kind: ongoing\nreport_every: month")
        .file("site.yaml", SITE)
}

fn card(project: &Project, name: &str) -> Vec<u8> {
    fs::read(project.output().join("chia-se").join(name)).unwrap()
}

#[test]
fn a_shared_page_shows_its_picture_and_the_notice() {
    let project = project();
    assert_eq!(project.run(&["build", "--as-of", "2024-03-01"]).code, 0);
    let page = fs::read_to_string(project.output().join("nhiem-vu/1.1.html")).unwrap();
    for tag in [
        "property=\"og:image\" content=\"https://example.com/x/chia-se/nhiem-vu/1.1.png\"",
        "property=\"og:image:width\" content=\"1200\"",
        "property=\"og:image:height\" content=\"630\"",
        "name=\"twitter:card\" content=\"summary_large_image\"",
        "name=\"description\" property=\"og:description\" content=\"Số liệu minh họa. ",
    ] {
        assert!(page.contains(tag), "{tag}\n{page}");
    }
    let alt = page.split("og:image:alt\" content=\"").nth(1).unwrap();
    assert!(alt.split('"').next().unwrap().ends_with("Số liệu minh họa."), "{alt}");
    let png = card(&project, "nhiem-vu/1.1.png");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(&png[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 × 630");
    // Every page names a picture that exists; without an address of the site there is none.
    for name in ["index.html", "muc/1.html", "cach-doc.html"] {
        let page = fs::read_to_string(project.output().join(name)).unwrap();
        let image = page.split("og:image\" content=\"https://example.com/x/").nth(1).unwrap();
        assert!(project.output().join(image.split('"').next().unwrap()).is_file(), "{name}");
    }
    let bare = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-30");
    assert_eq!(bare.run(&["build", "--as-of", "2024-03-01"]).code, 0);
    assert!(!bare.output().join("chia-se").exists());
    let page = fs::read_to_string(bare.output().join("nhiem-vu/1.1.html")).unwrap();
    assert!(!page.contains("og:image") && !page.contains("twitter:card"));
}

/// The sums are the same on every system and with any number of threads, or this fails. Whoever
/// changes the drawing looks at the pictures and writes the new sums here.
#[test]
fn the_pictures_of_the_province_have_these_sums() {
    let province = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province");
    for threads in ["1", "7"] {
        // Nothing was built before, so every picture is drawn.
        let project = Project::new();
        fs::remove_dir_all(project.content()).unwrap();
        crate::golden::files(&province.join("content")).into_iter().for_each(|(path, bytes)| {
            let to = project.content().join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        });
        let answer = project.run_with(&["build"], &[("RAYON_NUM_THREADS", threads)]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        let sums = CARDS.map(|(name, _)| (name, manifest::sha256(&card(&project, name))));
        assert_eq!(sums.each_ref().map(|(name, sum)| (*name, sum.as_str())), CARDS);
    }
}

#[test]
fn a_picture_is_drawn_again_only_when_it_has_changed_or_is_damaged() {
    let project = project();
    let site = || {
        let (model, date) = (project.model(), day("2024-03-01"));
        let assessment = tiendo::assess::assess(&model, date).unwrap();
        Site::new(model, assessment, &Templates::embedded()).unwrap()
    };
    let site = site();
    let (_, route) =
        site.table().into_iter().find(|(path, _)| path == "chia-se/nhiem-vu/1.1.png").unwrap();
    let drawn = site.render(route).unwrap();
    // What is taken is what was drawn, which a mark behind the end of the picture shows.
    let mut marked = drawn.clone();
    marked.extend(b"mark");
    assert_eq!(site.render_again(route, |_| Some(marked.clone())).unwrap(), marked);
    // A picture of something else, or none, is drawn.
    let other = site.table()["chia-se/nhiem-vu/1.2.png"];
    let other = site.render(other).unwrap();
    assert_eq!(site.render_again(route, |_| Some(other.clone())).unwrap(), drawn);
    assert_eq!(site.render_again(route, |_| None).unwrap(), drawn);

    // Through the program: a damaged file does not survive, whatever it says of itself.
    let build = |date: &str| assert_eq!(project.run(&["build", "--as-of", date]).code, 0);
    build("2024-03-01");
    assert_eq!(card(&project, "nhiem-vu/1.1.png"), drawn);
    fs::write(project.output().join("chia-se/nhiem-vu/1.1.png"), &marked).unwrap();
    build("2024-03-01");
    assert_eq!(card(&project, "nhiem-vu/1.1.png"), drawn);
    build("2024-07-15");
    assert_ne!(card(&project, "nhiem-vu/1.1.png"), drawn);
    build("2024-03-01");
    assert_eq!(card(&project, "nhiem-vu/1.1.png"), drawn);
}

/// The picture of a restricted task depends on nothing but its title and its status.
#[test]
fn a_restricted_task_shows_no_more_than_its_status() {
    let drawn = |text: &str| {
        let lines = format!("kind: deliverable\ndue: 2024-06-30\nvisibility: status_only\n{text}");
        let project = Project::new().task("1.1", &lines).file("site.yaml", SITE);
        let answer = project.run(&["build", "--as-of", "2024-08-01"]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        card(&project, "nhiem-vu/1.1.png")
    };
    let told = |text: &str| {
        drawn(&format!(
            "product: {text}\nsupport: [so-a]\nupdates:\n  - date: 2024-04-01\n    \
             state: in_progress\n    text: {text}"
        ))
    };
    assert_eq!(told("Một điều"), told("Một điều khác hẳn, dài hơn nhiều"));
    // Its status does show.
    assert_ne!(drawn(""), drawn("updates:\n  - {date: 2024-04-01, state: done, evidence: [bc-1]}"));
}

#[test]
fn a_short_address_leads_to_the_page_from_anywhere() {
    let project = project();
    assert_eq!(project.run(&["build", "--as-of", "2024-03-01"]).code, 0);
    let read = |name: &str| fs::read_to_string(project.output().join(name)).unwrap();
    let short = read("n/1.1/index.html");
    assert!(short.contains("http-equiv=\"refresh\" content=\"0; url=../../nhiem-vu/1.1.html\""));
    assert!(short.contains("rel=\"canonical\" href=\"https://example.com/x/nhiem-vu/1.1.html\""));
    let page = read("nhiem-vu/1.1.html");
    assert!(
        page.contains("https://example.com/x/n/1.1/") && page.contains("src=\"../n/1.1/qr.svg\"")
    );
    assert!(read("n/1.1/qr.svg").starts_with("<svg "));
    assert!(!read("sitemap.xml").contains("/n/1.1"));
    let bare = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-30");
    assert_eq!(bare.run(&["build", "--as-of", "2024-03-01"]).code, 0);
    let short = fs::read_to_string(bare.output().join("n/1.1/index.html")).unwrap();
    assert!(short.contains("../../nhiem-vu/1.1.html") && !short.contains("canonical"));
    assert!(!bare.output().join("n/1.1/qr.svg").exists());
    let page = fs::read_to_string(bare.output().join("nhiem-vu/1.1.html")).unwrap();
    assert!(!page.contains("class=\"short\""));
}
