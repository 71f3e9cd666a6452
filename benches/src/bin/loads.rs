//! Does nothing but load registries, so that the difference of two runs under
//! valgrind is what loading costs: `loads <what> <file> <passes>`. It prints
//! the number of records.

use std::env;
use std::hint::black_box;
use std::process::ExitCode;

use iana_ports::export::ServicesFile;
use iana_ports::{Registry, registry};
use iana_ports_benches::services_file::first_names;

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../registry");

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [what, file, passes] = &arguments[..] else { return usage() };
    let Ok(passes) = passes.parse::<usize>() else { return usage() };
    let text = ServicesFile::new(registry()).to_string();
    let load = || match (what.as_str(), file.as_str()) {
        ("load", "exported") => Registry::from_services_file(text.as_bytes()).map(drop).is_ok(),
        ("load", "directory") => Registry::from_dir(DIRECTORY).map(drop).is_ok(),
        ("hashmap", "exported") => !black_box(first_names(&text)).is_empty(),
        _ => false,
    };
    if !load() {
        return usage();
    }
    for _ in 0..passes {
        black_box(load());
    }
    println!("{}", registry().records().len());
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: loads load|hashmap exported|directory <passes>");
    ExitCode::FAILURE
}
