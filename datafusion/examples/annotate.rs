//! Adds the service of each flow to a Parquet file, with a progress bar, and
//! prints the services with the most bytes.
//!
//! ```sh
//! cargo run --release --example annotate -- flows.parquet annotated.parquet
//! cargo run --release --example annotate -- flows.parquet annotated.parquet \
//!     srcport dstport protocol bytes
//! ```
//!
//! The columns are `src_port`, `dst_port`, `protocol` and `bytes` unless others
//! are named. The new ones are `service`, `service_side` and `port_status`. The
//! file is there when it is complete, and may replace the one that was read.

use core::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::common::Column;
use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::logical_expr::Expr;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::reader::{FileReader, SerializedFileReader};
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionContext};
use futures::StreamExt;
use indicatif::{ProgressBar, ProgressStyle};

/// The columns that are read: the ports of both ends, the protocol, and the bytes.
type Columns<'a> = [&'a str; 4];

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        [from, to] => run(from, to, ["src_port", "dst_port", "protocol", "bytes"]).await,
        [from, to, source, destination, protocol, bytes] => {
            run(from, to, [source, destination, protocol, bytes]).await
        }
        _ => Err("expected two files, and the names of four columns or none".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("annotate: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(from: &str, to: &str, columns: Columns<'_>) -> Result<(), Box<dyn Error>> {
    let context = SessionContext::new();
    iana_ports_datafusion::register(&context)?;
    let file = File::open(from).map_err(|error| format!("{from}: {error}"))?;
    let rows = SerializedFileReader::new(file)?.metadata().file_metadata().num_rows();
    let flows = context.read_parquet(from, ParquetReadOptions::default()).await?;

    let part = PathBuf::from(format!("{to}.part"));
    let written = write(annotated(&context, flows, columns)?, &part, rows).await;
    if let Err(error) = written.and_then(|()| Ok(fs::rename(&part, to)?)) {
        // What went wrong before is what there is to say.
        _ = fs::remove_file(&part);
        return Err(format!("{to}: {error}").into());
    }
    println!("{}", top(&context, to, columns).await?);
    Ok(())
}

/// The flows with three more columns.
fn annotated(
    context: &SessionContext,
    flows: DataFrame,
    columns: Columns<'_>,
) -> Result<DataFrame> {
    // A name that is not to be read as SQL, which would fold its case.
    let column = |name: &str| Expr::Column(Column::from_name(name));
    let [source, destination, protocol, _] = columns.map(column);
    let ends = vec![source, destination.clone(), protocol.clone()];
    let key = vec![destination, protocol];
    flows
        .with_column("service", context.udf("flow_service_name")?.call(ends.clone()))?
        .with_column("service_side", context.udf("service_side")?.call(ends))?
        .with_column("port_status", context.udf("port_status")?.call(key))
}

/// Writes batch by batch, so that a file of any size takes as little memory.
async fn write(frame: DataFrame, to: &Path, rows: i64) -> Result<(), Box<dyn Error>> {
    let style =
        ProgressStyle::with_template("{bar:40} {percent:>3} % {human_pos} flows, {eta} left")?;
    let progress = ProgressBar::new(u64::try_from(rows)?).with_style(style);
    let mut batches = frame.execute_stream().await?;
    let mut writer = ArrowWriter::try_new(File::create(to)?, batches.schema(), None)?;
    while let Some(batch) = batches.next().await {
        let batch = batch?;
        writer.write(&batch)?;
        progress.inc(u64::try_from(batch.num_rows())?);
    }
    writer.close()?;
    progress.finish_and_clear();
    Ok(())
}

/// The services with the most bytes, as a table.
async fn top(context: &SessionContext, file: &str, columns: Columns<'_>) -> Result<String> {
    context.register_parquet("annotated", file, ParquetReadOptions::default()).await?;
    let bytes = columns[3].replace('"', "\"\"");
    let query = format!(
        "SELECT coalesce(service, '(none)') AS service, count(*) AS flows, sum(\"{bytes}\") AS bytes
         FROM annotated GROUP BY service ORDER BY bytes DESC, service LIMIT 10"
    );
    let top = context.sql(&query).await?.collect().await?;
    Ok(pretty_format_batches(&top)?.to_string())
}
