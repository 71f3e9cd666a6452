//! The front page: README and crate documentation are one text, whose links
//! lead to docs.rs in the one and to items in the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const DOCS: &str = "https://docs.rs/iana-ports/latest/iana_ports/";
const README: &str = include_str!("../../../README.md");
const LIB: &str = include_str!("../../../src/lib.rs");

/// Link reference definitions, `[label]: target`, after a prefix.
fn definitions<'t>(text: &'t str, prefix: &str) -> BTreeMap<&'t str, &'t str> {
    let lines = text.lines().filter_map(|line| line.strip_prefix(prefix)?.strip_prefix('['));
    lines.filter_map(|line| line.split_once("]: ")).collect()
}

/// The path of an item, made from the address of its page: `fn.status.html` is
/// `status`, `load/index.html` is `load`.
fn item(page: &str) -> String {
    let (page, section) = page.split_once('#').unwrap_or((page, ""));
    let page = page.trim_end_matches(".html").trim_end_matches("/index");
    let (folders, name) = page.rsplit_once('/').unwrap_or(("", page));
    let name = name.split_once('.').map_or(name, |(_, name)| name);
    let path = if folders.is_empty() { name.into() } else { format!("{folders}::{name}") };
    match section.split_once('.') {
        Some(("method", method)) => format!("{path}::{method}"),
        _ if section.is_empty() => path,
        _ => format!("{path}#{section}"),
    }
}

#[test]
fn links_of_the_readme_and_of_the_crate_are_the_same() {
    let mut of_readme = definitions(README, "");
    let of_crate = definitions(LIB, "//! ");
    assert!(of_readme.remove("iana").is_some(), "one link leads elsewhere");
    assert!(of_readme.keys().eq(of_crate.keys()), "{of_readme:#?}\n{of_crate:#?}");
    for (label, target) in of_readme {
        let path = of_crate[label].trim_start_matches("mod@").trim_end_matches("()");
        let path = path.trim_start_matches("crate::").trim_end_matches('!');
        match target.strip_prefix(DOCS) {
            Some(page) => assert_eq!(item(page), path, "{label}"),
            None => {
                assert!(path.starts_with("_documentation::"), "{label}: {path}");
                let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(target);
                assert!(file.exists(), "{label}: {target}");
            }
        }
    }
}

#[test]
fn every_link_has_a_definition() {
    let of_readme = definitions(README, "");
    let mut links = 0;
    for piece in README.split("[`").skip(1) {
        let label = format!("`{}", piece.split(']').next().unwrap());
        assert!(of_readme.contains_key(&*label), "{label}");
        links += 1;
    }
    assert!(links > 30, "{links}");
}

#[test]
fn the_two_commands_are_there() {
    for command in
        ["cargo run --features cli -- 10162/udp", "cargo test --workspace --all-features"]
    {
        assert!(README.lines().any(|line| line == command), "{command}");
    }
    let minimum = env!("CARGO_PKG_RUST_VERSION");
    assert!(README.contains(&format!("Rust {minimum} or later")), "{minimum}");
}

/// The README's figures are those that commands of the repository print. The
/// package has neither the probes nor the benches, and nothing to compare with.
#[test]
fn sizes_are_those_that_are_committed() {
    let read = |file: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
    let (Ok(probes), Ok(sizes)) = (read("tests/probes/expected.csv"), read("benches/sizes.csv"))
    else {
        return;
    };
    let is_shown = |bytes: f64, before: &str, after: &str| {
        let mut shown = README.match_indices(before).filter_map(|(at, _)| {
            let rest = &README[at + before.len()..];
            rest.split('\n').next()?.split_once(after)?.0.rsplit(' ').next()?.parse::<f64>().ok()
        });
        let found = shown.next().unwrap_or_else(|| panic!("{before}"));
        assert!((found * 1000.0 / bytes - 1.0).abs() < 0.05, "{before}{found}: {bytes}");
    };
    let figure = |name: &str| -> f64 {
        let line = probes.lines().find(|line| line.starts_with(&format!("{name},"))).expect(name);
        line.rsplit(',').next().unwrap().parse().unwrap()
    };
    is_shown(figure("names release"), "Names and ports add ", " KB");
    is_shown(figure("everything release"), " KB to a program, everything ", " KB");
    is_shown(figure("everything release"), "reads every column and contact gains ", " KB");
    for (tier, row) in
        [("names", "| (none) |"), ("details", "| `details` |"), ("contacts", "| `contacts` |")]
    {
        let lines = sizes.lines().filter(|line| line.starts_with(&format!("{tier},")));
        let bytes =
            lines.map(|line| line.rsplit(',').next().unwrap().parse::<f64>().unwrap()).sum();
        is_shown(bytes, row, " KB |");
    }
}
