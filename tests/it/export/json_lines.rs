//! The JSON lines against the JSON text, whose rows have tests of their own.

use iana_ports::{export, registry};
use serde_json::Value;

/// The rows or contacts of an array of the JSON text.
fn array(of: &str) -> Vec<Value> {
    let mut json: Value =
        serde_json::from_str(&export::Json::new(registry()).to_string()).expect("JSON");
    serde_json::from_value(json[of].take()).expect("an array")
}

/// The objects of a text, one on each line.
fn lines(text: &str) -> Vec<Value> {
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
    text.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

#[test]
fn rows_are_those_of_the_text_and_their_protocol_number() {
    let mut expected = array("records");
    for row in &mut expected {
        row["protocol_number"] = match row["transport_protocol"].as_str() {
            Some("tcp") => 6.into(),
            Some("udp") => 17.into(),
            Some("sctp") => 132.into(),
            Some("dccp") => 33.into(),
            _ => Value::Null,
        };
    }
    assert!(lines(&export::JsonLines::new(registry()).to_string()) == expected);
}

#[cfg(feature = "contacts")]
#[test]
fn contacts_are_those_of_the_text() {
    let contacts = lines(&export::ContactsJsonLines::new(registry()).to_string());
    assert!(contacts == array("contacts"));
}
