//! The names and keys of the columns, held to the first lines of `registry/`.

use iana_ports::{export, registry};
use std::fs;

/// The names in the first line of a file of `registry/`.
fn header(file: &str) -> Vec<String> {
    let path = format!("{}/registry/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    crate::oracle::csv::records(text.lines().next().expect("a first line")).swap_remove(0)
}

/// The keys of a map, in the order in which they stand in its text.
fn keys(json: &str) -> Vec<String> {
    let map: serde_json::Map<_, _> = serde_json::from_str(json).expect("a map");
    let place = |key: &String| json.find(&format!("\"{key}\":")).expect("a key of the map");
    let mut keys: Vec<String> = map.keys().cloned().collect();
    keys.sort_by_key(place);
    keys
}

/// The names of a header in snake case, with more keys after one of them, as
/// far as `has` says that they are there.
fn expected(file: &str, after: &str, more: &[&str], has: impl Fn(&str) -> bool) -> Vec<String> {
    let snake_case = |name: &String| name.to_lowercase().replace(' ', "_");
    let mut keys: Vec<String> = header(file).iter().map(snake_case).collect();
    let place = keys.iter().position(|key| key == after).expect("a key of the header") + 1;
    keys.splice(place..place, more.iter().copied().map(str::to_owned));
    keys.retain(|key| has(key));
    keys
}

const ROWS: &str = "service-names-port-numbers.csv";

/// The first row or contact of an array of the file.
fn first(array: &str) -> String {
    let text = export::Json::new(registry()).to_string();
    let (_, items) = text.split_once(&format!("\"{array}\":[\n")).expect("the array");
    items.lines().next().expect("an item").trim_end_matches(',').to_owned()
}

/// Whether the build has the tier of a column of a row.
fn has_tier(key: &str) -> bool {
    let names = ["service_name", "port_number", "transport_protocol", "first_port", "last_port"];
    let tiers = [(true, &names[..]), (cfg!(feature = "contacts"), &["assignee", "contact"])];
    let of_key = tiers.iter().find(|(_, keys)| keys.contains(&key));
    of_key.map_or(cfg!(feature = "details"), |(there, _)| *there)
}

#[test]
fn keys_of_a_row() {
    let mut expected = expected(ROWS, "transport_protocol", &["first_port", "last_port"], has_tier);
    #[cfg(feature = "serde")]
    {
        let service = serde_json::to_string(&iana_ports::services().next()).unwrap();
        assert_eq!(keys(&service), expected);
    }
    expected.push("status".to_owned());
    assert_eq!(keys(&first("records")), expected);
    #[cfg(feature = "serde")]
    assert_eq!(keys(&serde_json::to_string(&iana_ports::records().next()).unwrap()), expected);
}

/// The type of a value, of which a key has only one, or `null`.
fn type_of(value: &serde_json::Value) -> Option<&'static str> {
    use serde_json::Value;
    match value {
        Value::Null => None,
        Value::String(_) => Some("text"),
        Value::Number(number) if number.is_u64() => Some("integer"),
        Value::Array(items) if items.iter().all(Value::is_string) => Some("list of texts"),
        other => panic!("{other}"),
    }
}

#[test]
fn one_type_a_key() {
    let json: serde_json::Value =
        serde_json::from_str(&export::Json::new(registry()).to_string()).unwrap();
    for (array, file) in [("records", ROWS), ("contacts", "contacts.csv")] {
        if array == "contacts" && cfg!(not(feature = "contacts")) {
            continue;
        }
        let items = json[array].as_array().unwrap();
        let keys = items[0].as_object().unwrap().keys();
        for key in keys {
            let mut types: Vec<_> = items.iter().filter_map(|item| type_of(&item[key])).collect();
            types.sort_unstable();
            types.dedup();
            let expected = match key.as_str() {
                "first_port" | "last_port" | "service_code" => "integer",
                "assignee" | "contact" | "reference" | "contact_uri" => "list of texts",
                _ => "text",
            };
            assert_eq!(types, [expected], "{file}: {key}");
            // A list is empty, never null; these texts are never null either.
            let is_never_null = expected == "list of texts"
                || matches!(key.as_str(), "description" | "id" | "status");
            assert!(!is_never_null || items.iter().all(|item| !item[key].is_null()), "{key}");
        }
    }
}

#[cfg(feature = "contacts")]
#[test]
fn keys_of_a_contact() {
    let expected = expected("contacts.csv", "contact_uri", &["email"], |_| true);
    assert_eq!(keys(&first("contacts")), expected);
    #[cfg(feature = "serde")]
    assert_eq!(keys(&serde_json::to_string(&iana_ports::contacts().next()).unwrap()), expected);
    assert_eq!(header("contacts.csv"), export::ContactsCsv::COLUMNS);
}

#[cfg(all(feature = "details", feature = "contacts"))]
#[test]
fn names_of_the_columns() {
    assert_eq!(header(ROWS), export::ServicesCsv::COLUMNS);
}
