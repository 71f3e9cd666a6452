//! IANA's CSV of 2017 and 2018, whose eleventh column has another name.

use std::fs;
use std::path::Path;

use iana_ports::Registry;
use iana_ports::export::ServicesCsv;

use crate::oracle::model::{MODEL, Row};

#[test]
fn the_rows_come_back_under_todays_header() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("registry/service-names-port-numbers.csv");
    let today = fs::read_to_string(file).unwrap();
    let former = today.replacen("Unauthorized Use Reported", "Known Unauthorized Uses", 1);
    assert_ne!(former, today);
    let registry = Registry::from_csv(former.as_bytes()).unwrap();
    let reports = registry.records().filter(|record| record.unauthorized_use().is_some());
    let reported = |row: &&Row| !row.unauthorized_use.is_empty();
    assert_eq!(reports.count(), MODEL.rows.iter().filter(reported).count());
    assert!(ServicesCsv::new(&registry).to_string() == today);
}
