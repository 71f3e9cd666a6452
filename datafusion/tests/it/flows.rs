//! Both ends of flows, against the library's answer for one flow.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch, UInt8Array, UInt16Array};
use iana_ports::Transport;
use iana_ports::flow::{Hints, service};

use crate::{answer, session, texts};

#[tokio::test]
async fn sides_and_names() {
    let ports = [0, 22, 53, 67, 68, 123, 443, 546, 547, 3306, 5432, 8080, 25565, 40000, 51820];
    let mut flows = Vec::new();
    for source in ports {
        for destination in ports {
            flows.extend([6, 17, 132, 33, 1].map(|protocol| (source, destination, protocol)));
        }
    }
    let sources = UInt16Array::from_iter_values(flows.iter().map(|flow| flow.0));
    let destinations = UInt16Array::from_iter_values(flows.iter().map(|flow| flow.1));
    let protocols = UInt8Array::from_iter_values(flows.iter().map(|flow| flow.2));
    let batch = RecordBatch::try_from_iter([
        ("src", Arc::new(sources) as ArrayRef),
        ("dst", Arc::new(destinations)),
        ("protocol", Arc::new(protocols)),
    ]);
    let context = session();
    context.register_batch("flows", batch.unwrap()).unwrap();
    let query = "SELECT service_side(src, dst, protocol), service_side_dict(src, dst, protocol),
            flow_service_name(src, dst, protocol), flow_service_name_dict(src, dst, protocol)
        FROM flows";
    let found = answer(&context, query).await;
    let [sides, dictionary_sides, names, dictionary_names] =
        [0, 1, 2, 3].map(|at| texts(found.column(at)));
    assert_eq!(sides, dictionary_sides);
    assert_eq!(names, dictionary_names);
    assert_eq!(sides.len(), flows.len());
    for (((source, destination, protocol), side), name) in flows.into_iter().zip(sides).zip(names) {
        let answer = Transport::from_protocol_number(protocol)
            .map(|transport| service(source, destination, transport, Hints::new()));
        let expected = answer.and_then(|answer| answer.side()).map(|side| side.as_str());
        assert_eq!(side.as_deref(), expected, "{source} {destination} {protocol}");
        let expected = answer.and_then(|answer| answer.service()).map(|service| service.name());
        assert_eq!(name.as_deref(), expected, "{source} {destination} {protocol}");
    }
}
