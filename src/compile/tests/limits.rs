//! Registries that the tables cannot hold.

use super::Files;

/// Rows 1 to `count`, made of their number, with columns left empty up to 12.
pub(super) fn rows(count: usize, mut row: impl FnMut(usize) -> String) -> String {
    (1..=count).map(|number| format!("{}\n", row(number))).collect()
}

#[test]
fn too_many_rows() {
    let rows = rows(65_535, |_| "a,1,tcp,,,,,,,,,".into());
    Files::services(rows)
        .assert_error("services.csv:65537: Service Name: \"a\": expected at most 65535 rows");
}

#[test]
fn too_many_entries() {
    let most = rows(65_533, |number| format!("{number:05},,,,,,,,,,,"));
    Files::services(&most).compile().unwrap();
    Files::services(format!("{most}a,,,,,,,,,,,\n")).assert_error(
        "registry: expected at most 65534 entries and lists of entries \
         that share a name or a port, found 65535",
    );
}

#[test]
fn too_many_ports() {
    // 22/tcp, all ports on four transports three times and on three more.
    let most = "a,0-65535,,,,,,,,,,\n".repeat(3) + &"a,0-65535,tcp,,,,,,,,,\n".repeat(3);
    Files::services(format!("{most}b,1-65535,udp,,,,,,,,,\n")).compile().unwrap();
    Files::services(format!("{most}b,0-65535,udp,,,,,,,,,\n")).assert_error(
        "services.csv:9: Service Name: \"b\": \
         expected at most 1048576 ports of all services together, up to this row",
    );
    Files::services("a,0-65535,,,,,,,,,,\n".repeat(60_000)).assert_error(
        "services.csv:6: Service Name: \"a\": \
         expected at most 1048576 ports of all services together, up to this row",
    );
}

#[test]
fn too_many_pages_of_ports() {
    // Both ends of all 16,384 pages have a service, and no two pages have the same.
    let row = |number: usize| {
        let (transport, port) = (number / 8192, number % 8192 / 2 * 16 + number % 2 * 15);
        format!("a{number},{port},{},,,,,,,,,", ["tcp", "udp", "sctp", "dccp"][transport])
    };
    let rows = |count| rows(count, |number| row(number - 1));
    Files::services(rows(32_766)).compile().unwrap();
    Files::services(rows(32_768)).assert_error(
        "registry: expected pages of ports that have places for 262144 ports, found 262160",
    );
}

#[test]
fn nameless_ports_are_not_counted() {
    Files::services(",0-65535,,,,,,,,,,\n".repeat(50)).compile().unwrap();
}

#[test]
fn a_text_of_64_kib() {
    let text = "x".repeat(65_536);
    let shown = format!("\"{}\"… (65536 bytes): expected at most 65535 bytes", &text[..80]);
    for (column, row) in [
        ("Description", format!("a,1,tcp,{text},,,,,,,,\n")),
        ("Unauthorized Use Reported", format!("a,1,tcp,,,,,,,,{text},\n")),
        ("Assignment Notes", format!("a,1,tcp,,,,,,,,,{text}\n")),
    ] {
        Files::services(row).assert_error(&format!("services.csv:3: {column}: {shown}"));
    }
    Files::services(format!("a,1,tcp,,,,,,[{}],,,\n", &text[2..])).assert_error(&format!(
        "services.csv:3: Reference: \"[{}\"… (65536 bytes): expected at most 65535 bytes",
        &text[1..80]
    ));
    for (column, row) in [
        ("Name", format!("Bob,{text},,,\n")),
        ("Organization", format!("Bob,,{text},,\n")),
        ("Contact URI", format!("Bob,,,{text},\n")),
    ] {
        Files::contacts(row).assert_error(&format!("contacts.csv:3: {column}: {shown}"));
    }
    Files::services(format!("a,1,tcp,{},,,,,,,,\n", &text[1..])).compile().unwrap();
}

#[test]
fn too_many_contacts() {
    let most = rows(65_533, |number| format!("{number},,,,"));
    Files::contacts(format!("{most}a,,,,\n"))
        .assert_error("contacts.csv:65536: ID: \"a\": expected at most 65534 contacts");
    // Those that only the services name, such as IESG, count as well.
    Files::contacts(most)
        .assert_error("services.csv:2: Assignee: \"IESG\": expected at most 65534 contacts");
}
