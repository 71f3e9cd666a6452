//! The functions and tables, through SQL, against other readers of the same data.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arguments;
mod every_key;
mod examples;
mod filters;
mod flows;
mod own_registry;
mod tables;

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, AsArray, RecordBatch, StringArray, UInt8Array, UInt16Array,
};
use datafusion::arrow::compute::{cast, concat_batches};
use datafusion::arrow::datatypes::DataType;
use datafusion::prelude::{SessionConfig, SessionContext};
use iana_ports::Transport;

/// A session with all that the crate has.
fn session() -> SessionContext {
    // One partition, so that rows come out in the order in which they go in.
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    iana_ports_datafusion::register(&context).unwrap();
    context
}

/// The whole answer to a query.
async fn answer(context: &SessionContext, query: &str) -> RecordBatch {
    let frame = context.sql(query).await.unwrap_or_else(|error| panic!("{query}: {error}"));
    let schema = Arc::clone(frame.schema().inner());
    let batches = frame.collect().await.unwrap_or_else(|error| panic!("{query}: {error}"));
    concat_batches(&schema, &batches).unwrap()
}

/// What is wrong with a query.
async fn error(context: &SessionContext, query: &str) -> String {
    let result = match context.sql(query).await {
        Ok(frame) => frame.collect().await,
        Err(error) => Err(error),
    };
    result.unwrap_err().strip_backtrace()
}

/// The optimized plans of a query, logical and physical.
async fn plan(context: &SessionContext, query: &str) -> String {
    let explained = answer(context, &format!("EXPLAIN FORMAT INDENT {query}")).await;
    texts(explained.column(1)).into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// A column of text of any form.
fn texts(column: &ArrayRef) -> Vec<Option<String>> {
    let column = cast(column, &DataType::Utf8).unwrap();
    column.as_string::<i32>().iter().map(|text| text.map(str::to_owned)).collect()
}

fn booleans(column: &ArrayRef) -> Vec<Option<bool>> {
    column.as_boolean().iter().collect()
}

/// A table `keys` of every port on every transport: `port` and `protocol`.
fn register_all_keys(context: &SessionContext) {
    let keys = || (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |&on| (port, on)));
    let ports = UInt16Array::from_iter_values(keys().map(|(port, _)| port));
    let protocols = keys().map(|(_, transport)| transport.protocol_number());
    let protocols = UInt8Array::from_iter_values(protocols);
    let batch = RecordBatch::try_from_iter([
        ("port", Arc::new(ports) as ArrayRef),
        ("protocol", Arc::new(protocols)),
    ]);
    context.register_batch("keys", batch.unwrap()).unwrap();
}

/// A column of texts as another type.
fn column(texts: &[Option<&str>], to: &DataType) -> ArrayRef {
    cast(&StringArray::from(texts.to_vec()), to).unwrap()
}

fn dictionary(keys: DataType, values: DataType) -> DataType {
    DataType::Dictionary(Box::new(keys), Box::new(values))
}
