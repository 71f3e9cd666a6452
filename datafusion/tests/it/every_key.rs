//! Every port on every transport, against the CSV that other engines join.

use std::collections::HashMap;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use iana_ports::export::EnrichmentCsv;
use iana_ports::{PortRange, Transport, registry, status};

use crate::{answer, column, dictionary, register_all_keys, session, texts};

/// A line of the CSV.
struct Line {
    name: String,
    port: String,
    transport: String,
    protocol: String,
    description: String,
}

fn lines() -> Vec<Line> {
    let text = EnrichmentCsv::new(registry()).to_string();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let lines = reader.records().map(|line| {
        let line = line.unwrap();
        let cell = |at: usize| line[at].to_owned();
        Line {
            name: cell(1),
            port: cell(2),
            transport: cell(3),
            protocol: cell(4),
            description: cell(5),
        }
    });
    lines.collect()
}

/// The CSV has descriptions on one line.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ports() -> Vec<DataType> {
    use DataType::{Int32, Int64, LargeUtf8, UInt16, UInt32, UInt64, Utf8, Utf8View};
    let mut types = vec![UInt16, Int32, Int64, UInt32, UInt64, Utf8, Utf8View, LargeUtf8];
    types.push(dictionary(UInt16, UInt16));
    types.push(dictionary(Int32, Utf8));
    types.push(dictionary(Int64, Int64));
    types
}

/// The protocols of lines, as numbers, as numbers in text, and as names.
fn protocols(lines: &[Line]) -> Vec<ArrayRef> {
    use DataType::{Int8, Int16, Int32, Int64, LargeUtf8, UInt8, UInt16, Utf8, Utf8View};
    let numbers: Vec<_> = lines.iter().map(|line| Some(line.protocol.as_str())).collect();
    let names: Vec<_> = lines.iter().map(|line| Some(line.transport.as_str())).collect();
    let upper: Vec<_> = lines.iter().map(|line| line.transport.to_uppercase()).collect();
    let upper: Vec<_> = upper.iter().map(|name| Some(name.as_str())).collect();
    let of_numbers = [UInt8, Int16, UInt16, Int32, Int64, dictionary(Int8, Int32)];
    let of_texts = [Utf8, Utf8View, LargeUtf8, dictionary(Int8, Utf8)];
    let mut columns: Vec<_> = of_numbers.iter().map(|to| column(&numbers, to)).collect();
    for to in &of_texts {
        columns.extend([&numbers, &names, &upper].map(|texts| column(texts, to)));
    }
    columns
}

#[tokio::test]
async fn every_line_by_every_type_and_form() {
    let lines = lines();
    let texts_of = |of: fn(&Line) -> &str| lines.iter().map(of).map(Some).collect::<Vec<_>>();
    let ports: Vec<_> = ports().iter().map(|to| column(&texts_of(|line| &line.port), to)).collect();
    let protocols = protocols(&lines);
    let mut columns = Vec::new();
    columns.extend(ports.iter().enumerate().map(|(at, port)| (format!("port{at}"), port.clone())));
    columns.extend(
        protocols.iter().enumerate().map(|(at, column)| (format!("protocol{at}"), column.clone())),
    );
    let context = session();
    context.register_batch("lines", RecordBatch::try_from_iter(columns).unwrap()).unwrap();

    for port in 0..ports.len() {
        for protocol in 0..protocols.len() {
            let call = |function: &str| format!("{function}(port{port}, protocol{protocol})");
            // All forms of one pair, and one form of the others.
            let is_first = port == 0 && protocol == 0;
            let functions: &[&str] = match is_first || (port, protocol) == (5, 12) {
                true => &[
                    "service_name",
                    "service_name_dict",
                    "service_description",
                    "service_description_dict",
                ],
                false => &["service_name"],
            };
            let calls: Vec<String> = functions.iter().map(|function| call(function)).collect();
            let found = answer(&context, &format!("SELECT {} FROM lines", calls.join(", "))).await;
            for (function, column) in functions.iter().zip(found.columns()) {
                for (line, found) in lines.iter().zip(texts(column)) {
                    let found = found.as_deref().map(on_one_line);
                    let expected = match function.contains("name") {
                        true => &line.name,
                        false => &line.description,
                    };
                    assert_eq!(found.as_ref(), Some(expected), "{}", call(function));
                }
            }
        }
    }
}

#[tokio::test]
async fn every_other_key_has_no_answer() {
    let lines = lines();
    let expected: HashMap<(u16, &str), &Line> = lines
        .iter()
        .map(|line| ((line.port.parse().unwrap(), line.transport.as_str()), line))
        .collect();
    let context = session();
    register_all_keys(&context);
    let query = "SELECT service_name(port, protocol), service_name_dict(port, protocol),
            service_description(port, protocol), service_description_dict(port, protocol)
        FROM keys";
    let found = answer(&context, query).await;
    let [names, dictionary_names, descriptions, dictionary_descriptions] =
        [0, 1, 2, 3].map(|at| texts(found.column(at)));
    assert_eq!(names, dictionary_names);
    assert_eq!(descriptions, dictionary_descriptions);
    let keys =
        (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |on| (port, on.as_str())));
    assert_eq!(names.len(), 4 * 65_536);
    for ((key, name), description) in keys.zip(names).zip(descriptions) {
        let line = expected.get(&key);
        assert_eq!(name.as_ref(), line.map(|line| &line.name), "{key:?}");
        let description = description.as_deref().map(on_one_line);
        assert_eq!(description.as_ref(), line.map(|line| &line.description), "{key:?}");
    }
}

#[tokio::test]
async fn every_status_and_range() {
    let context = session();
    register_all_keys(&context);
    let query = "SELECT port_status(port, protocol), port_status_dict(port, protocol),
            port_range(port), port_range_dict(port)
        FROM keys";
    let found = answer(&context, query).await;
    let [statuses, dictionary_statuses, ranges, dictionary_ranges] =
        [0, 1, 2, 3].map(|at| texts(found.column(at)));
    assert_eq!(statuses, dictionary_statuses);
    assert_eq!(ranges, dictionary_ranges);
    let keys = (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |on| (port, *on)));
    for (((port, transport), found), range) in keys.zip(statuses).zip(ranges) {
        assert_eq!(found.unwrap(), status(port, transport).as_str(), "{port}/{transport}");
        assert_eq!(range.unwrap(), PortRange::of(port).as_str(), "{port}");
    }
}

#[tokio::test]
async fn the_forms_are_what_they_say() {
    let context = session();
    let query = "SELECT service_name(443, 6) AS view, service_name_dict(443, 6) AS dict";
    let found = answer(&context, query).await;
    assert_eq!(found.column(0).data_type(), &DataType::Utf8View);
    let utf8 = dictionary(DataType::UInt16, DataType::Utf8);
    assert_eq!(found.column(1).data_type(), &utf8);
    // Every value of the dictionary is there once, as pandas wants it.
    let column = cast(found.column(1), &utf8).unwrap();
    let column: Arc<dyn datafusion::arrow::array::Array> = column;
    let dictionary = datafusion::arrow::array::AsArray::as_any_dictionary(&column);
    let mut values = texts(dictionary.values());
    let count = values.len();
    values.sort();
    values.dedup();
    assert_eq!(values.len(), count);
}
