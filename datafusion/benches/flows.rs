//! The functions beside the same engine's join: CPU seconds of one thread, for 50
//! million flows in memory or as many as the argument says.
//!
//! ```sh
//! cargo bench --bench flows
//! cargo bench --bench flows -- 1000000
//! ```

#[path = "../examples/flows/mod.rs"]
mod flows;

use core::error::Error;
use std::fs;
use std::sync::Arc;

use cpu_time::ProcessTime;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::datasource::MemTable;
use datafusion::prelude::{CsvReadOptions, SessionConfig, SessionContext};
use iana_ports::export::EnrichmentCsv;

/// The rows of a batch, as the engine has them by default.
const BATCH: usize = 8_192;

/// How often a query is run; the fastest run counts.
const RUNS: usize = 3;

/// The flows of a run as a test, where only the answers count: so many that they
/// are the larger side of the join.
const AS_A_TEST: usize = 300_000;

const JOIN: &str = "(SELECT service_name AS name, bytes FROM flows
    LEFT JOIN enrichment AS e ON flows.dst_port = e.port AND flows.protocol = e.protocol)";

/// What is measured: the way, and the relation of `name` and `bytes` that it gives.
fn ways() -> [(&'static str, String); 3] {
    let function =
        |name: &str| format!("(SELECT {name}(dst_port, protocol) AS name, bytes FROM flows)");
    [
        ("service_name", function("service_name")),
        ("service_name_dict", function("service_name_dict")),
        ("join", JOIN.to_owned()),
    ]
}

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` adds the flag `--bench`, and `cargo test` does not.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rows = arguments.iter().find(|argument| !argument.starts_with('-'));
    let rows = match rows {
        Some(rows) => rows.parse()?,
        None if arguments.iter().any(|argument| argument == "--bench") => 50_000_000,
        None => AS_A_TEST,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(measure(rows))
}

async fn measure(rows: usize) -> Result<(), Box<dyn Error>> {
    let context = session(rows).await?;
    let run = async |query: &str| time(&context, query).await;
    println!("{rows} flows, CPU seconds of one thread, best of {RUNS}");
    let (scan, _) = run("SELECT sum(bytes) FROM flows").await?;
    println!("{:<52}{scan:>8.3}", "sum(bytes)");

    println!("\nevery name is read: count(name), sum(octet_length(name))");
    let query =
        |relation: &str| format!("SELECT count(name), sum(octet_length(name)) FROM {relation}");
    table(&context, rows, query).await?;

    println!("\nevery name is read: count(name), max(name)");
    table(&context, rows, |relation| format!("SELECT count(name), max(name) FROM {relation}"))
        .await?;

    println!("\nbytes by name: GROUP BY name");
    let query = |relation: &str| {
        format!(
            "SELECT count(*), sum(bytes) FROM (SELECT name, sum(bytes) AS bytes FROM {relation} GROUP BY name)"
        )
    };
    table(&context, rows, query).await?;

    println!("\nbytes by name, added up by port and protocol first");
    let (seconds, answer) = run("SELECT count(*), sum(bytes) FROM (
            SELECT service_name(dst_port, protocol) AS name, sum(bytes) AS bytes FROM (
                SELECT dst_port, protocol, sum(bytes) AS bytes FROM flows GROUP BY dst_port, protocol
            ) GROUP BY name)")
    .await?;
    println!("{:<24}{seconds:>8.3} s   {answer}", "service_name");

    println!("\nflows of one name: count(*), sum(bytes)");
    for (way, filter) in [
        ("is_service", "is_service(dst_port, protocol, 'https')"),
        ("service_name", "service_name(dst_port, protocol) = 'https'"),
    ] {
        let query = format!("SELECT count(*), sum(bytes) FROM flows WHERE {filter}");
        let (seconds, answer) = run(&query).await?;
        println!("{way:<24}{seconds:>8.3} s   {answer}");
    }
    Ok(())
}

/// Prints a line for each way, with its ratio to the first. All have to agree.
async fn table(
    context: &SessionContext,
    rows: usize,
    query: impl Fn(&str) -> String,
) -> Result<(), Box<dyn Error>> {
    let mut first: Option<(f64, String)> = None;
    for (way, relation) in ways() {
        let (seconds, answer) = time(context, &query(&relation)).await?;
        let (base, expected) = first.get_or_insert((seconds, answer.clone()));
        if *expected != answer {
            return Err(format!("{way}: {answer}, expected {expected}").into());
        }
        let millions = rows as f64 / 1e6 / seconds;
        let ratio = seconds / *base;
        println!("{way:<24}{seconds:>8.3} s{millions:>8.1} M rows/s{ratio:>7.2}   {answer}");
    }
    Ok(())
}

/// The least CPU seconds of a query, and its one row.
async fn time(context: &SessionContext, query: &str) -> Result<(f64, String), Box<dyn Error>> {
    let mut best: Option<(f64, String)> = None;
    for _ in 0..if cfg!(debug_assertions) { 1 } else { RUNS } {
        let start = ProcessTime::now();
        let batches = context.sql(query).await?.collect().await?;
        let seconds = start.elapsed().as_secs_f64();
        if best.as_ref().is_none_or(|(least, _)| seconds < *least) {
            best = Some((seconds, row(&batches)?));
        }
    }
    best.ok_or_else(|| "no run".into())
}

fn row(batches: &[RecordBatch]) -> Result<String, Box<dyn Error>> {
    let batch = batches.iter().find(|batch| batch.num_rows() > 0).ok_or("no row")?;
    let cells = batch.columns().iter().map(|column| array_value_to_string(column, 0));
    Ok(cells.collect::<Result<Vec<_>, _>>()?.join(" "))
}

/// A session of one thread with the flows, the functions, and the table to join.
async fn session(rows: usize) -> Result<SessionContext, Box<dyn Error>> {
    let config = SessionConfig::new().with_target_partitions(1).with_batch_size(BATCH);
    let context = SessionContext::new_with_config(config);
    iana_ports_datafusion::register(&context)?;

    let mut flows = flows::Flows::new();
    let mut batches = Vec::new();
    let mut left = rows;
    while left > 0 {
        let rows = left.min(BATCH);
        batches.push(flows.batch(rows)?);
        left -= rows;
    }
    let schema = flows.batch(0)?.schema();
    context.register_table("flows", Arc::new(MemTable::try_new(schema, vec![batches])?))?;

    let folder = tempfile::tempdir()?;
    let path = folder.path().join("enrichment.csv");
    fs::write(&path, EnrichmentCsv::new(iana_ports::registry()).to_string())?;
    let path = path.to_str().ok_or("the temporary folder is no text")?;
    context.register_csv("csv", path, CsvReadOptions::new()).await?;
    let statement = "CREATE TABLE enrichment AS SELECT arrow_cast(port, 'UInt16') AS port,
        arrow_cast(protocol_number, 'UInt8') AS protocol,
        arrow_cast(service_name, 'Utf8View') AS service_name FROM csv";
    context.sql(statement).await?.collect().await?;
    let plan = context.sql(&format!("EXPLAIN SELECT count(name) FROM {JOIN}")).await?;
    let plan = format!("{:?}", plan.collect().await?);
    if !plan.contains("Right") {
        return Err("the join builds its hash table over the flows".into());
    }
    Ok(context)
}
