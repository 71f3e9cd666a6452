//! Arguments that have no answer, and those that are errors.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, Int8Array, Int64Array, NullArray, RecordBatch, StringArray, UInt64Array,
};
use datafusion::arrow::datatypes::DataType;

use crate::{answer, column, dictionary, error, session, texts};

/// The answer to one call.
async fn one(call: &str) -> Option<String> {
    texts(answer(&session(), &format!("SELECT {call}")).await.column(0)).remove(0)
}

#[tokio::test]
async fn literals() {
    let cases = [
        ("service_name(443, 6)", Some("https")),
        ("service_name(443, 'tcp')", Some("https")),
        ("service_name('443', 'TCP')", Some("https")),
        ("service_name('443', 'Udp')", Some("https")),
        ("service_name(443, '6')", Some("https")),
        ("service_name('0443', '006')", Some("https")),
        ("service_name(arrow_cast(443, 'UInt64'), arrow_cast(6, 'Int8'))", Some("https")),
        ("service_name(arrow_cast('443', 'Dictionary(Int32, Utf8)'), 6)", Some("https")),
        ("service_name(443, 1)", None),
        ("service_name(443, 'icmp')", None),
        ("service_name(443, 'ipv6-icmp')", None),
        ("service_name(443, 262)", None),
        ("service_name(443, -250)", None),
        ("service_name(443, '262')", None),
        ("service_name(443, '')", None),
        ("service_name(443, ' tcp')", None),
        ("service_name(65979, 6)", None),
        ("service_name(-65093, 6)", None),
        ("service_name(9223372036854775807, 6)", None),
        ("service_name('65979', 6)", None),
        ("service_name('+443', 6)", None),
        ("service_name('443.0', 6)", None),
        ("service_name('https', 6)", None),
        ("service_name('', 6)", None),
        ("service_name(NULL, 6)", None),
        ("service_name(443, NULL)", None),
        ("service_name(NULL, NULL)", None),
        ("service_name_dict(443, 6)", Some("https")),
        ("service_name_dict(443, 1)", None),
        // Registered without a name.
        ("service_name(0, 6)", None),
        ("service_description(0, 6)", None),
        ("port_status(0, 6)", Some("Reserved")),
        ("port_status(4, 'udp')", Some("Unassigned")),
        ("port_status(60000, 132)", Some("Dynamic")),
        ("port_status(443, 1)", None),
        ("port_status(443, NULL)", None),
        ("port_status(65536, 6)", None),
        ("port_range(443)", Some("System Ports")),
        ("port_range('8080')", Some("User Ports")),
        ("port_range(49152)", Some("Dynamic Ports")),
        ("port_range(65536)", None),
        ("port_range(-1)", None),
        ("port_range(NULL)", None),
        ("service_side(51123, 443, 6)", Some("destination")),
        ("service_side('53', '40000', 'udp')", Some("source")),
        ("service_side(123, 123, 17)", None),
        ("service_side(51123, 443, 1)", None),
        ("service_side(NULL, 443, 6)", None),
        ("service_side(65536, 443, 6)", None),
        ("flow_service_name(53, 40000, 'udp')", Some("domain")),
        ("flow_service_name(123, 123, 17)", Some("ntp")),
        ("flow_service_name(53, NULL, 17)", None),
    ];
    for (call, expected) in cases {
        assert_eq!(one(call).await.as_deref(), expected, "{call}");
    }
}

#[tokio::test]
async fn columns_with_what_has_no_answer() {
    let expected = [Some("https"), None, None, None, Some("domain"), None];
    let ports: [ArrayRef; 4] = [
        Arc::new(Int64Array::from(vec![
            Some(443),
            None,
            Some(-65_093),
            Some(65_979),
            Some(53),
            Some(1 << 48),
        ])),
        Arc::new(UInt64Array::from(vec![
            Some(443),
            None,
            Some(u64::MAX),
            Some(65_979),
            Some(53),
            None,
        ])),
        Arc::new(StringArray::from(vec![
            Some("443"),
            None,
            Some("-443"),
            Some("x"),
            Some("53"),
            Some(""),
        ])),
        column(
            &[Some("443"), None, Some("-443"), Some("x"), Some("53"), Some("")],
            &dictionary(DataType::Int8, DataType::Utf8View),
        ),
    ];
    for (at, ports) in ports.into_iter().enumerate() {
        let context = session();
        let types = ports.data_type().to_string();
        let protocols = column(
            &[Some("17"), Some("6"), Some("6"), Some("6"), Some("udp"), Some("6")],
            &dictionary(DataType::UInt8, DataType::Utf8),
        );
        let batch = RecordBatch::try_from_iter([("port", ports), ("protocol", protocols)]);
        context.register_batch("flows", batch.unwrap()).unwrap();
        for function in ["service_name", "service_name_dict"] {
            for (protocol, expected) in [
                ("protocol", expected),
                ("'UDP'", expected),
                ("17", expected),
                ("'1'", [None; 6]),
                ("NULL", [None; 6]),
            ] {
                let query = format!("SELECT {function}(port, {protocol}) FROM flows");
                let found = texts(answer(&context, &query).await.column(0));
                let found: Vec<_> = found.iter().map(Option::as_deref).collect();
                assert_eq!(found, expected, "{at} {types}: {query}");
            }
        }
    }
}

#[tokio::test]
async fn a_literal_beside_a_column() {
    let context = session();
    let protocols: [ArrayRef; 3] = [
        Arc::new(Int8Array::from(vec![Some(6), None, Some(1), Some(-6), Some(17)])),
        column(
            &[Some("tcp"), None, Some("icmp"), Some("-6"), Some("UDP")],
            &dictionary(DataType::Int64, DataType::LargeUtf8),
        ),
        Arc::new(NullArray::new(5)),
    ];
    let batch = RecordBatch::try_from_iter(["a", "b", "c"].into_iter().zip(protocols));
    context.register_batch("flows", batch.unwrap()).unwrap();
    for (call, expected) in [
        ("service_name(443, a)", [Some("https"), None, None, None, Some("https")]),
        ("service_name('443', b)", [Some("https"), None, None, None, Some("https")]),
        ("service_name(443, c)", [None; 5]),
        ("service_name(c, a)", [None; 5]),
        ("port_range(c)", [None; 5]),
        (
            "service_side(50000, 443, a)",
            [Some("destination"), None, None, None, Some("destination")],
        ),
        ("flow_service_name_dict(50000, 443, b)", [Some("https"), None, None, None, Some("https")]),
    ] {
        let found = texts(answer(&context, &format!("SELECT {call} FROM flows")).await.column(0));
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expected, "{call}");
    }
}

#[tokio::test]
async fn no_rows_and_parts_of_columns() {
    let context = session();
    let flows = "(VALUES (443, 6), (80, 6), (53, 17), (22, 6)) AS flows(port, protocol)";
    let query = format!("SELECT service_name(port, protocol) FROM {flows} WHERE port > 9999");
    assert_eq!(answer(&context, &query).await.num_rows(), 0);
    let query = format!("SELECT service_name(port, protocol) FROM {flows} LIMIT 2 OFFSET 1");
    let found = texts(answer(&context, &query).await.column(0));
    assert_eq!(found, [Some("http".to_owned()), Some("domain".to_owned())]);
}

#[tokio::test]
async fn errors_say_what_is_expected() {
    let context = session();
    for (query, expected) in [
        (
            "SELECT service_name(443.5, 6)",
            "service_name: the argument port is of the type Float64, expected an integer, text, \
             or a dictionary of these",
        ),
        (
            "SELECT service_side(1, true, 6)",
            "service_side: the argument dst_port is of the type Boolean, expected an integer, \
             text, or a dictionary of these",
        ),
        (
            "SELECT is_service(443, 6, 443)",
            "is_service: the argument name is of the type Int64, expected text, or a dictionary \
             of texts",
        ),
        ("SELECT service_name(443)", "service_name: 1 arguments, expected port, protocol"),
        ("SELECT port_range()", "port_range: 0 arguments, expected port"),
        ("SELECT is_service(443, 6)", "is_service: 2 arguments, expected port, protocol, name"),
    ] {
        let found = error(&context, query).await;
        assert!(found.contains(expected), "{query}: {found}");
    }
}
