//! What a data maintainer sees of a new edition: the rows that changed, as text
//! for a person and as JSON for the next program.
//!
//! It shows editions read from IANA's CSV, with the place of what is wrong in
//! them, and one comparison, whose counts, text and JSON are of the same rows.

use std::env;
use std::error::Error;
use std::fs::File;

use iana_ports::Registry;

fn edition(path: &str) -> Result<Registry, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(Registry::loader().name(path).from_csv(file)?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (old, new, json) = match arguments[..] {
        [old, new] => (edition(old)?, edition(new)?, false),
        ["--json", old, new] => (edition(old)?, edition(new)?, true),
        _ => return Err("expected two files".into()),
    };
    let diff = old.diff(&new);
    if json {
        println!("{}", diff.json());
        return Ok(());
    }
    let rows = diff.records();
    let counts = [rows.added(), rows.removed(), rows.changed()];
    println!("{} rows before, {} after: {counts:?}", old.records().len(), new.records().len());
    print!("{diff}");
    Ok(())
}
