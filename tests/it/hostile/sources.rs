//! Random and mutated sources of every kind.

use std::fs;

use iana_ports::Registry;
use iana_ports::load::LoadError;

use super::{HEADER, Random, assert_told, holds};

/// Checks what came of a source; whether it is a registry.
#[track_caller]
fn check(loaded: Result<Registry, LoadError>, files: &[(&str, &[u8])]) -> bool {
    match loaded {
        Ok(registry) => {
            for skipped in registry.skipped() {
                assert_told(&LoadError::Compile(skipped.clone()), files);
            }
            holds(&registry);
            true
        }
        Err(error) => {
            assert_told(&error, files);
            false
        }
    }
}

/// A table of services of up to 12 rows.
fn services(random: &mut Random) -> String {
    let mut csv = format!("{HEADER}\n");
    for _ in 0..random.below(12) {
        let row = random.service_row();
        csv += &random.csv(&row);
        csv += random.one(&["\n", "\n", "\r\n", "\r\n\r\n"]);
        // The same service on another transport.
        if random.once_in(3) {
            let mut row = row;
            row[2] = random.one(&["udp", "sctp"]);
            csv += &(random.csv(&row) + "\n");
        }
    }
    csv
}

#[test]
fn csv() {
    let mut random = Random(1);
    for _ in 0..200 {
        let csv = services(&mut random);
        let registry = Registry::from_csv(csv.as_bytes());
        assert!(check(registry, &[("CSV", csv.as_bytes())]), "{csv}");
    }
}

#[test]
fn mutated_csv() {
    let mut random = Random(2);
    let mut loaded = 0;
    for _ in 0..500 {
        let mut csv = services(&mut random).into_bytes();
        random.mutate(&mut csv);
        loaded += usize::from(check(Registry::from_csv(&csv[..]), &[("CSV", &csv)]));
    }
    assert!((50..450).contains(&loaded), "{loaded} of 500 loaded");
}

#[test]
fn mutated_services_files() {
    let words = [
        "a",
        "A",
        "b",
        "http",
        "é",
        "80/tcp",
        "1/udp",
        "1/tcp",
        "9/sctp",
        "7/ddp",
        "#",
        "\"",
        "This entry is an alias to \"a\".",
        "\u{b}",
    ];
    let mut random = Random(3);
    let mut loaded = 0;
    for _ in 0..500 {
        let mut file = String::new();
        for _ in 0..random.below(10) {
            file += random.one(&["a", "b", "http", "A", "x\"y", "", "#"]);
            file += random.one(&[" ", "\t", "  "]);
            file += random.one(&["80/tcp", "1/udp", "1/TCP", "9/sctp", "7/ddp"]);
            for _ in 0..random.below(4) {
                file += random.one(&[" ", "\t"]);
                file += random.one(&words);
            }
            file += random.one(&["\n", "\r\n"]);
        }
        let mut file = file.into_bytes();
        if random.once_in(2) {
            random.mutate(&mut file);
        }
        // What is wrong is skipped and told, or stops the loading.
        let lenient = Registry::loader().lenient().from_services_file(&file[..]);
        let skipped = lenient.as_ref().map_or(0, |registry| registry.skipped().len());
        assert!(check(lenient, &[("services", &file)]), "{file:?}");
        let registry = Registry::from_services_file(&file[..]);
        if let Ok(registry) = &registry {
            assert_eq!(registry.skipped().len(), skipped);
        }
        loaded += usize::from(check(registry, &[("services", &file)]));
    }
    assert!((50..450).contains(&loaded), "{loaded} of 500 loaded");
}

/// Contacts, preferred rows and the edition, of which the first row is
/// preferred, or nothing is changed.
#[test]
fn mutated_directories() {
    let directory = std::env::temp_dir().join(format!("iana-ports-hostile-{}", std::process::id()));
    fs::create_dir_all(&directory).expect("a directory for the test");
    let mut random = Random(4);
    let mut loaded = 0;
    for _ in 0..150 {
        let mut contacts = "ID,Name,Organization,Contact URI,Last Updated\n".to_owned();
        for number in 0..random.below(8) {
            let row = random.contact_row(number);
            contacts += &(random.csv(&row) + "\n");
        }
        let preferred = "Service Name,Port Number,Transport Protocol,Reason\nq,7,tcp,why\n";
        let edition = "Field,Value\nLast Updated,2026-08-17\n";
        let mut files = [
            ("service-names-port-numbers.csv", services(&mut random) + "q,7,tcp,,,,,,,,,\n"),
            ("contacts.csv", contacts),
            ("preferred.csv", preferred.to_owned()),
            ("edition.csv", edition.to_owned()),
        ]
        .map(|(name, text)| (name, text.into_bytes()));
        if random.once_in(2) {
            let file = 1 + random.below(3);
            random.mutate(&mut files[file].1);
        }
        for (name, bytes) in &files {
            fs::write(directory.join(name), bytes).expect("the file is written");
        }
        let files = files.each_ref().map(|(name, bytes)| (*name, &bytes[..]));
        loaded += usize::from(check(Registry::from_dir(&directory), &files));
    }
    fs::remove_dir_all(&directory).expect("the directory goes");
    assert!((50..140).contains(&loaded), "{loaded} of 150 loaded");
}
