//! Writes synthetic flows to a Parquet file.
//!
//! ```sh
//! cargo run --release --example synthesize -- flows.parquet 1000000
//! ```

mod flows;

use core::error::Error;
use std::fs::File;
use std::process::ExitCode;

use datafusion::parquet::arrow::ArrowWriter;

/// The rows that are in memory at a time.
const ROWS: usize = 65_536;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match &arguments[..] {
        [path, rows] => write(path, rows),
        _ => Err("expected a file and a number of flows".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("synthesize: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(path: &str, rows: &str) -> Result<(), Box<dyn Error>> {
    let mut left: usize =
        rows.parse().map_err(|_| format!("{rows:?}: expected a number of flows"))?;
    let mut flows = flows::Flows::new();
    let schema = flows.batch(0)?.schema();
    let file = File::create(path).map_err(|error| format!("{path}: {error}"))?;
    let mut writer = ArrowWriter::try_new(file, schema, None)?;
    while left > 0 {
        let rows = left.min(ROWS);
        writer.write(&flows.batch(rows)?)?;
        left -= rows;
    }
    writer.close()?;
    Ok(())
}
