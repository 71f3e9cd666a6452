//! `is_service`: the comparisons that it is planned as, what they prune, and the
//! same answers without a plan.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, UInt8Array, UInt16Array};
use datafusion::arrow::datatypes::DataType;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use iana_ports::{Transport, lookup_port};

use crate::{answer, booleans, column, dictionary, plan, register_all_keys, session, texts};

#[tokio::test]
async fn the_plan() {
    let context = session();
    register_all_keys(&context);
    let cases = [
        (
            "'https'",
            "keys.port = UInt16(443) AND (keys.protocol = UInt8(6) OR keys.protocol = UInt8(17) OR keys.protocol = UInt8(132))",
        ),
        (
            "'X11'",
            "keys.port >= UInt16(6000) AND keys.port <= UInt16(6063) AND (keys.protocol = UInt8(6) OR keys.protocol = UInt8(17))",
        ),
    ];
    for (name, expected) in cases {
        let query = format!("SELECT * FROM keys WHERE is_service(port, protocol, {name})");
        let plan = plan(&context, &query).await;
        assert!(plan.contains(expected), "{plan}");
        assert!(!plan.contains("is_service"), "{plan}");
    }
    // Nothing has the name, or it is not known.
    for name in ["'no such service'", "'shilp'", "NULL"] {
        let query = format!("SELECT * FROM keys WHERE is_service(port, protocol, {name})");
        let plan = plan(&context, &query).await;
        assert!(plan.contains("EmptyRelation") && !plan.contains("is_service"), "{plan}");
    }
}

#[tokio::test]
async fn what_is_left_of_a_call() {
    let context = session();
    let protocols = column(&[Some("tcp"), Some("17")], &DataType::Utf8);
    let batch = RecordBatch::try_from_iter([
        ("port", Arc::new(Int64Array::from(vec![443, 53])) as ArrayRef),
        ("protocol", protocols),
        ("text", column(&[Some("443"), Some("53")], &DataType::Utf8)),
    ]);
    context.register_batch("flows", batch.unwrap()).unwrap();
    let filter = async |filter: &str| {
        let query = format!("SELECT count(*) FROM flows WHERE {filter}");
        let count = texts(answer(&context, &query).await.column(0)).remove(0).unwrap();
        (count, plan(&context, &query).await)
    };
    // The port is compared, the protocol asked for.
    let (count, plan) = filter("is_service(port, protocol, 'domain')").await;
    assert!(plan.contains("flows.port = Int64(53)"), "{plan}");
    assert!(plan.contains("is_service(UInt16(53), flows.protocol, Utf8(\"domain\"))"), "{plan}");
    assert_eq!(count, "1");
    // A port in text is asked for.
    let (count, plan) = filter("is_service(text, protocol, 'domain')").await;
    assert!(plan.contains("is_service(flows.text, flows.protocol, Utf8(\"domain\"))"), "{plan}");
    assert_eq!(count, "1");
    // A literal protocol is decided while planning.
    let (count, plan) = filter("is_service(port, 'tcp', 'https')").await;
    assert!(plan.contains("flows.port = Int64(443)") && !plan.contains("is_service"), "{plan}");
    assert_eq!(count, "1");
    let (count, plan) = filter("is_service(port, 1, 'https')").await;
    assert!(!plan.contains("is_service"), "{plan}");
    assert_eq!(count, "0");
    // Another port at each evaluation.
    let (_, plan) = filter("is_service(port + (random() * 2)::bigint, 6, 'https')").await;
    assert_eq!(plan.matches("random()").count(), 2 * plan.matches("is_service(").count() / 2);
}

/// Every name on all keys, planned and not, against look-ups.
#[tokio::test]
async fn the_names_of_all_keys() {
    let context = session();
    register_all_keys(&context);
    let keys: Vec<_> =
        (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |on| (port, *on))).collect();
    let names = keys.iter().map(|(port, transport)| Some(lookup_port(*port, *transport)?.name()));
    let names: Vec<_> = names.collect();
    let columns = [
        ("port", Arc::new(UInt16Array::from_iter_values(keys.iter().map(|key| key.0))) as ArrayRef),
        (
            "protocol",
            Arc::new(UInt8Array::from_iter_values(keys.iter().map(|key| key.1.protocol_number()))),
        ),
        ("name", column(&names, &DataType::Utf8View)),
    ];
    context.register_batch("named", RecordBatch::try_from_iter(columns).unwrap()).unwrap();
    // By names from a column: each is its own, and nobody else's.
    let query = "SELECT count(*) FILTER (WHERE is_service(port, protocol, name)),
            count(*) FILTER (WHERE is_service(port, protocol, name || 'x')),
            count(*) FILTER (WHERE is_service(port, protocol, upper(name))),
            count(*) FILTER (WHERE is_service(port, protocol, 'HTTPS'))
        FROM named";
    let found = answer(&context, query).await;
    let counts: Vec<_> = found.columns().iter().flat_map(texts).flatten().collect();
    let named = names.iter().flatten().count().to_string();
    let https = names.iter().flatten().filter(|name| **name == "https").count().to_string();
    assert_eq!(counts, [named.as_str(), "0", &named, &https]);

    // Planned: the names with the most ports, and some others.
    let mut counts = std::collections::BTreeMap::new();
    names.iter().flatten().for_each(|name| *counts.entry(*name).or_insert(0) += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let (most, others) = counts.split_at(20);
    for (name, count) in most.iter().chain(others.iter().step_by(300)) {
        let name = name.replace('\'', "''");
        let query = format!("SELECT count(*) FROM keys WHERE is_service(port, protocol, '{name}')");
        let found = texts(answer(&context, &query).await.column(0));
        assert_eq!(found, [Some(count.to_string())], "{name}");
        assert!(!plan(&context, &query).await.contains("is_service"), "{name}");
    }
}

/// The definition: NULL where a value in its place could make it true.
fn expected(port: Option<i64>, protocol: Option<i64>, name: &str) -> Option<bool> {
    let is = |port: i64, protocol: i64| {
        let transport = u8::try_from(protocol).ok().and_then(Transport::from_protocol_number);
        let key = u16::try_from(port).ok().zip(transport);
        key.and_then(|(port, transport)| lookup_port(port, transport))
            .is_some_and(|service| service.name().eq_ignore_ascii_case(name))
    };
    let ports = || port.map_or(0..=65_535, |port| port..=port);
    let protocols = || protocol.map_or(0..=255, |protocol| protocol..=protocol);
    let numbers = [6, 17, 132, 33];
    let could_be = ports().any(|port| match protocol {
        Some(_) => protocols().any(|protocol| is(port, protocol)),
        None => numbers.iter().any(|protocol| is(port, *protocol)),
    });
    match (port, protocol) {
        (Some(_), Some(_)) => Some(could_be),
        _ if could_be => None,
        _ => Some(false),
    }
}

#[tokio::test]
async fn null_is_the_same_with_and_without_a_plan() {
    let ports = [None, Some(443), Some(70_000), Some(-1), Some(80), Some(6_001), Some(6_063)];
    let protocols = [None, Some(6), Some(17), Some(33), Some(1), Some(300), Some(-6)];
    let rows: Vec<(Option<i64>, Option<i64>)> = ports
        .iter()
        .flat_map(|port| protocols.iter().map(move |protocol| (*port, *protocol)))
        .collect();
    let text = |number: Option<i64>| number.map(|number| number.to_string());
    let port_texts: Vec<_> = rows.iter().map(|row| text(row.0)).collect();
    let protocol_texts: Vec<_> = rows
        .iter()
        .map(|row| match row.1 {
            Some(6) => Some("Tcp".to_owned()),
            other => text(other),
        })
        .collect();
    let view = |texts: &[Option<String>], to: &DataType| {
        column(&texts.iter().map(Option::as_deref).collect::<Vec<_>>(), to)
    };
    let keys = dictionary(DataType::Int16, DataType::Utf8);
    let columns = [
        ("port", Arc::new(Int64Array::from_iter(rows.iter().map(|row| row.0))) as ArrayRef),
        ("protocol", Arc::new(Int64Array::from_iter(rows.iter().map(|row| row.1)))),
        ("port_text", view(&port_texts, &keys)),
        ("protocol_text", view(&protocol_texts, &DataType::Utf8View)),
        ("https", view(&vec![Some("https".to_owned()); rows.len()], &DataType::Utf8)),
        ("x11", view(&vec![Some("X11".to_owned()); rows.len()], &keys)),
        ("unknown", view(&vec![Some("nobody".to_owned()); rows.len()], &DataType::LargeUtf8)),
        ("missing", view(&vec![None; rows.len()], &DataType::Utf8)),
    ];
    let context = session();
    context.register_batch("flows", RecordBatch::try_from_iter(columns).unwrap()).unwrap();
    for (literal, from_column) in [("HTTPS", "https"), ("x11", "x11"), ("nobody", "unknown")] {
        let wanted: Vec<_> =
            rows.iter().map(|(port, protocol)| expected(*port, *protocol, literal)).collect();
        for port in ["port", "port_text"] {
            for protocol in ["protocol", "protocol_text"] {
                let query = format!(
                    "SELECT is_service({port}, {protocol}, '{literal}'),
                        is_service({port}, {protocol}, {from_column}) FROM flows"
                );
                let found = answer(&context, &query).await;
                for (at, column) in found.columns().iter().enumerate() {
                    for ((row, found), wanted) in rows.iter().zip(booleans(column)).zip(&wanted) {
                        assert_eq!(found, *wanted, "{at} {row:?}: {query}");
                    }
                }
            }
        }
    }
    let query = "SELECT is_service(port, protocol, missing), is_service(port, protocol, NULL),
        is_service(443, 6, missing), is_service(443, NULL, 'https'), is_service(NULL, 6, 'https'),
        is_service(NULL, 1, 'https'), is_service(443, 'tcp', 'https') FROM flows";
    let found = answer(&context, query).await;
    let wanted = [None, None, None, None, None, Some(false), Some(true)];
    for (column, wanted) in found.columns().iter().zip(wanted) {
        assert!(booleans(column).iter().all(|found| *found == wanted), "{wanted:?}");
    }
}

/// A file of all keys, in row groups of 16,384, in the order of their ports.
async fn register_parquet(context: &SessionContext, folder: &Path) {
    let path = folder.join("keys.parquet");
    let other = session();
    register_all_keys(&other);
    let batch = answer(&other, "SELECT * FROM keys ORDER BY port, protocol").await;
    let groups = WriterProperties::builder().set_max_row_group_row_count(Some(16_384)).build();
    let mut writer =
        ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), Some(groups)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let path = path.to_str().unwrap();
    context.register_parquet("flows", path, ParquetReadOptions::default()).await.unwrap();
}

#[tokio::test]
async fn parquet_is_pruned() {
    let folder = tempfile::tempdir().unwrap();
    let context = session();
    register_parquet(&context, folder.path()).await;

    let query = "SELECT count(*) FROM flows WHERE is_service(port, protocol, 'x11')";
    let pruned = plan(&context, query).await;
    let predicate = pruned.split_once("pruning_predicate=").unwrap().1;
    assert!(predicate.contains("port_max@") && predicate.contains(">= 6000"), "{pruned}");
    assert!(predicate.contains("port_min@") && predicate.contains("<= 6063"), "{pruned}");
    let explained = answer(&context, &format!("EXPLAIN ANALYZE {query}")).await;
    let metrics = texts(explained.column(1)).into_iter().flatten().collect::<String>();
    assert!(metrics.contains("row_groups_pruned_statistics=16 total → 1 matched"), "{metrics}");

    // By the name of the service nothing is.
    let by_name = "SELECT count(*) FROM flows WHERE service_name(port, protocol) = 'x11'";
    assert!(!plan(&context, by_name).await.contains("pruning_predicate="));
    for query in [query, by_name] {
        assert_eq!(texts(answer(&context, query).await.column(0)), [Some("128".to_owned())]);
    }
    // Names come out of files as they do out of memory.
    let query = "SELECT count(service_name(port, protocol)), count(*) FROM flows";
    let found = answer(&context, query).await;
    let keys = (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |on| (port, *on)));
    let named = keys.filter(|(port, on)| lookup_port(*port, *on).is_some()).count();
    assert_eq!(texts(found.column(0)), [Some(named.to_string())]);
}
