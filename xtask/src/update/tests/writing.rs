//! What an update writes, and that it writes all of it or nothing.

use std::fs;

use crate::fingerprints;

use super::super::changelog::with_item;
use super::super::replace::{self, Replacement};
use super::super::{Allowed, plan, run, update};
use super::{CONTACTS, EDITION, LOG, NOTHING, REGISTRY, Repository, SERVICES, with};

/// A later edition: a row less, one more, one changed; a contact changed, and
/// one more.
fn later() -> String {
    let edits = [
        ("<updated>2025-05-05</updated>", "<updated>2025-06-01</updated>"),
        ("<name>nas</name>", "<name>nas-2</name>"),
        (
            "<xref type=\"draft\" data=\"RFC-ietf-dnssd-srp-25\"/>",
            "<xref type=\"rfc\" data=\"rfc9665\"/>",
        ),
        ("<name>Kenta Kambara</name>", "<name>Kambara Kenta</name>"),
        ("  </people>", "    <person id=\"eve\"/>\n  </people>"),
    ];
    let mut text = REGISTRY.to_owned();
    for (old, new) in edits {
        with(old, new);
        text = text.replacen(old, new, 1);
    }
    text
}

#[test]
fn the_same_edition_changes_nothing() {
    let repository = Repository::new();
    let before = repository.everything();
    let summary = repository.update(REGISTRY).unwrap();
    assert_eq!(summary, "already at edition 2025-05-05: nothing changes\n");
    assert!(repository.everything() == before);
}

#[test]
fn a_later_edition_is_written_once() {
    let repository = Repository::new();
    let files = repository.everything().len();
    assert_eq!(
        repository.update(&later()).unwrap(),
        "edition 2025-05-05 -> 2025-06-01\n\
         1 row added, 1 removed, 1 changed; now 29\n  \
         added: nas-2 (991/tcp)\n  \
         removed: nas (991/tcp)\n  \
         changed: dnssd-srp-tls (tcp)\n\
         1 contact added, 1 changed; now 11\n  \
         added: eve\n  \
         changed: Kenta_Kambara\n\
         left out, as in IANA's CSV: texts of footnotes (1), addresses behind a text (1)\n"
    );
    assert_eq!(
        repository.read("registry/service-names-port-numbers.csv"),
        SERVICES.replace("\nnas,", "\nnas-2,").replace("[RFC-ietf-dnssd-srp-25]", "[RFC9665]")
    );
    let contacts = CONTACTS.replace(",Kenta Kambara,", ",Kambara Kenta,") + "eve,,,,\n";
    assert_eq!(repository.read("registry/contacts.csv"), contacts);
    assert_eq!(
        repository.read("registry/edition.csv"),
        EDITION.replace("2025-05-05", "2025-06-01")
    );
    let item = "- Registry edition 2025-05-05 -> 2025-06-01: 1 row added, 1 removed, 1 changed;\n  \
                1 contact added, 1 changed.\n";
    let heading = "## [Unreleased]\n\n### Registry\n\n";
    assert_eq!(repository.read("CHANGELOG.md"), LOG.replace(heading, &format!("{heading}{item}")));
    fingerprints::check(&repository.path().join("registry")).unwrap();
    // No temporary file is left.
    assert_eq!(repository.everything().len(), files);
    // And again.
    let before = repository.everything();
    let summary = repository.update(&later()).unwrap();
    assert_eq!(summary, "already at edition 2025-06-01: nothing changes\n");
    assert!(repository.everything() == before);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let repository = Repository::new();
    let before = repository.everything();
    let planned = |text: &str| {
        let plan = plan(repository.path(), "r.xml", text, NOTHING);
        assert!(repository.everything() == before);
        plan.map(|plan| plan.summary)
    };
    assert_eq!(planned(REGISTRY).unwrap(), "already at edition 2025-05-05: nothing changes\n");
    let would = planned(&later());
    let wrong = planned("<registry/>");
    assert!(wrong.is_err(), "{wrong:?}");
    assert_eq!(repository.update("<registry/>"), wrong);
    assert_eq!(repository.update(&later()), would);
    assert!(repository.everything() != before);
}

#[test]
fn options_are_read_before_the_document() {
    for (arguments, expected) in [
        (
            &["--dry-run", "--allow-older", "--allow-shrink", "--wet"][..],
            "expected --from FILE, --dry-run, --allow-older and --allow-shrink, found \"--wet\"",
        ),
        (&["--dry-run", "--from"], "expected a file after --from"),
    ] {
        assert_eq!(run(arguments).unwrap_err(), expected);
    }
}

#[test]
fn trimmed_blanks_are_told() {
    let repository = Repository::new();
    let text = with("<person id=\"Nimrod_Diamant\">", "<person id=\"Nimrod_Diamant \">")
        .replace("data=\"Nimrod_Diamant\"", "data=\" Nimrod_Diamant\"")
        .replace("<name>nas</name>", "<name>nas-2</name>");
    let summary = repository.update(&text).unwrap();
    let told = "\ntrimmed: blanks in handles of contacts (1), in what references lead to (2)\n";
    assert!(summary.ends_with(told), "{summary}");
    assert_eq!(repository.read("registry/contacts.csv"), CONTACTS);
}

#[test]
fn an_edition_may_change_without_another_date() {
    let repository = Repository::new();
    let text = with("<name>nas</name>", "<name>nas-2</name>");
    let summary = repository.update(&text).unwrap();
    assert!(summary.starts_with("edition 2025-05-05, read anew\n1 row added, 1 removed;"));
    let log = repository.read("CHANGELOG.md");
    let item = "\n- Registry edition 2025-05-05, read anew: 1 row added, 1 removed; no contacts\n  \
                changed.\n";
    assert!(log.contains(item), "{log}");
}

/// An older edition may lack what `preferred.csv` prefers.
#[test]
fn lines_of_preferred_csv_that_an_older_edition_has_no_service_for_go() {
    let repository = Repository::new();
    let file = "registry/preferred.csv";
    let header = "Service Name,Port Number,Transport Protocol,Reason\n";
    let kept = "X11,6000-6063,TCP,\"Another, with a comma\"\n";
    repository.write(file, &format!("{header}icpps,14143,tcp,A reason\n{kept}"));
    fingerprints::write(&repository.path().join("registry")).unwrap();
    let older = REGISTRY
        .replace("<name>icpps</name>", "<name>icpps2</name>")
        .replace("<updated>2025-05-05<", "<updated>2025-05-04<");
    let later = older.replace("<updated>2025-05-04<", "<updated>2025-05-06<");
    let missing = "r.xml: the tables do not compile: preferred.csv:2: Service Name: \"icpps\": \
        expected a service of this name, port and transport";
    repository.assert_refuses(&older, missing);
    repository.assert_refuses(&later, missing);

    let allowed = Allowed { older: true, shrink: false };
    let summary = update(repository.path(), "r.xml", &older, allowed).unwrap();
    let told = "left out of preferred.csv, as the edition lacks them: icpps (14143/tcp)";
    assert!(summary.contains(&format!("\n{told}\n")), "{summary}");
    let log = repository.read("CHANGELOG.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(log.contains(&format!("; no contacts changed; {told}. - Edition")), "{log}");
    assert_eq!(repository.read(file), format!("{header}{kept}"));
    // What is left is a registry that the build takes.
    let directory = repository.path().join("registry");
    iana_ports::Registry::from_dir(&directory).unwrap();
    fingerprints::check(&directory).unwrap();
    // And again.
    let before = repository.everything();
    let summary = update(repository.path(), "r.xml", &older, allowed).unwrap();
    assert_eq!(summary, "already at edition 2025-05-04: nothing changes\n");
    assert!(repository.everything() == before);
}

#[test]
fn a_change_log_that_cannot_take_the_line_stops_it() {
    let repository = Repository::new();
    repository.write("CHANGELOG.md", "# Changelog\n");
    let before = repository.everything();
    let message = repository.update(&later()).unwrap_err();
    assert!(message.ends_with("CHANGELOG.md: expected a line \"## [Unreleased]\""), "{message}");
    assert!(repository.everything() == before);
}

#[test]
fn a_file_that_cannot_be_staged_leaves_nothing() {
    let repository = Repository::new();
    let (log, registry) =
        (repository.path().join("CHANGELOG.md"), repository.path().join("registry"));
    let before = repository.everything();
    // A directory cannot be read as a file.
    let replacements = [&log, &registry].map(|path| Replacement { path, bytes: b"new" });
    let message = replace::stage(&replacements).unwrap_err();
    assert!(message.starts_with(&registry.display().to_string()), "{message}");
    assert!(repository.everything() == before);
}

#[test]
fn a_rename_that_fails_puts_the_others_back() {
    let repository = Repository::new();
    let (first, second) = (repository.path().join("CHANGELOG.md"), repository.path().join("b"));
    repository.write("b", "b");
    let before = repository.everything();
    let staged = replace::stage(&[
        Replacement { path: &first, bytes: b"new" },
        Replacement { path: &second, bytes: b"new" },
    ])
    .unwrap();
    // What is a directory now, no file can replace.
    fs::remove_file(&second).unwrap();
    fs::create_dir(&second).unwrap();
    let message = replace::commit(&staged).unwrap_err();
    assert!(message.starts_with(&second.display().to_string()), "{message}");
    drop(staged);
    fs::remove_dir(&second).unwrap();
    repository.write("b", "b");
    assert!(repository.everything() == before);
}

#[test]
fn the_line_finds_its_place() {
    let cases = [
        ("## [Unreleased]\n", "## [Unreleased]\n\n### Registry\n\n- x y\n"),
        (
            "a\n## [Unreleased]\n\n### Added\n\n- b\n\n## [1.0.0]\n\n### Registry\n\n- c\n",
            "a\n## [Unreleased]\n\n### Registry\n\n- x y\n\n### Added\n\n- b\n\n\
             ## [1.0.0]\n\n### Registry\n\n- c\n",
        ),
        (
            "## [Unreleased]\n\n### Registry\n\n### Added\n",
            "## [Unreleased]\n\n### Registry\n\n- x y\n\n### Added\n",
        ),
        (
            "## [Unreleased]\n\n## [1.0.0]\n",
            "## [Unreleased]\n\n### Registry\n\n- x y\n\n## [1.0.0]\n",
        ),
    ];
    for (before, after) in cases {
        assert_eq!(with_item(before, "x y").unwrap(), after);
    }
    assert_eq!(
        with_item("# [Unreleased]", "x").unwrap_err(),
        "expected a line \"## [Unreleased]\""
    );
}
