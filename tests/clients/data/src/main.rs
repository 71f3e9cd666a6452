//! Tables for a data frame: what words find, as rows of plain columns.
//!
//! It shows a search whose answers are rows, rows whose columns have one type
//! each, without texts such as `6000-6063` among numbers and without nested
//! lists, and dates and categories that serialize as they are read.

use std::env;
use std::error::Error;
use std::io;

use iana_ports::facts::Category;
use iana_ports::find::Found;
use iana_ports::{Date, PortRange, Transport, search};
use serde::Serialize;

/// A row, which `read_csv` gives a type for each column.
#[derive(Serialize)]
struct Row<'r> {
    query: &'r str,
    name: &'static str,
    first_port: Option<u16>,
    last_port: Option<u16>,
    transport: Option<Transport>,
    range: Option<PortRange>,
    category: Option<Category>,
    registered: Option<Date>,
    description: &'static str,
}

impl<'r> Row<'r> {
    fn new(query: &'r str, found: Found<'static>) -> Self {
        let service = found.service();
        Self {
            query,
            name: service.name(),
            first_port: service.port(),
            last_port: service.ports().map(|ports| *ports.end()),
            transport: service.transport(),
            range: service.port().map(PortRange::of),
            category: service.category(),
            registered: service.registered(),
            description: service.description(),
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    let queries: Vec<String> = env::args().skip(1).collect();
    for query in &queries {
        let best = search(query).next().ok_or_else(|| format!("{query:?}: nothing found"))?;
        out.serialize(Row::new(query, best))?;
    }
    Ok(out.flush()?)
}
