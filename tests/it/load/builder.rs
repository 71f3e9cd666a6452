//! Hand-made entries: every column comes back, and what is wrong is told.

use iana_ports::Transport::{Dccp, Sctp, Tcp, Udp};
use iana_ports::load::{Limits, NewContact, NewRecord};
use iana_ports::{Date, Registry};

use super::on;

#[test]
fn every_column_comes_back() {
    let (registered, modified) = (Date::new(2020, 1, None), Date::new(2021, 2, Some(3)));
    let entry = NewRecord::service("billing")
        .port(9000)
        .transport(Dccp)
        .transport(Tcp)
        .transport(Dccp)
        .description("Billing,\n\"two\"")
        .assignee("ops")
        .assignee("IESG")
        .contact("ops")
        .registered(registered.unwrap())
        .modified(modified.unwrap())
        .reference("RFC6335")
        .reference("https://example.com/")
        .service_code(17)
        .unauthorized_use("9001/tcp")
        .notes("a note");
    let contact = NewContact::new("ops")
        .name("The Operators")
        .organization("Example")
        .uri("mailto:ops@example.com")
        .uri("tel:+1")
        .updated(modified.unwrap());
    let registry = Registry::builder().contact(contact).record(entry).build().unwrap();
    assert_eq!(on(&registry, 9000, Tcp), ["billing (9000/tcp)"]);
    assert_eq!(on(&registry, 9000, Dccp), ["billing (9000/dccp)"]);
    assert!(on(&registry, 9000, Udp).is_empty());
    assert_eq!(
        registry.services().map(|s| s.transport()).collect::<Vec<_>>(),
        [Some(Dccp), Some(Tcp)]
    );
    let billing = registry.lookup_name("billing", Tcp).unwrap();
    assert_eq!(billing.description(), "Billing,\n\"two\"");
    assert!(billing.assignees().map(|contact| contact.handle()).eq(["ops", "IESG"]));
    assert!(billing.contacts().map(|contact| contact.handle()).eq(["ops"]));
    assert_eq!((billing.registered(), billing.modified()), (registered, modified));
    assert!(billing.references().map(|r| r.to_string()).eq(["RFC 6335", "https://example.com/"]));
    assert_eq!(billing.service_code().unwrap().to_string(), "17");
    assert_eq!(billing.unauthorized_use(), Some("9001/tcp"));
    assert_eq!(billing.notes(), Some("a note"));
    let ops = registry.lookup_contact("OPS").unwrap();
    assert_eq!(ops.name(), Some("The Operators"));
    assert_eq!(ops.organization(), Some("Example"));
    assert!(ops.uris().map(|uri| uri.to_string()).eq(["mailto:ops@example.com", "tel:+1"]));
    assert_eq!(ops.updated(), modified);
    assert_eq!(ops.services().len(), 2);
    assert_eq!(registry.edition(), modified);
    let edition = Date::new(2030, 1, Some(1));
    let registry = Registry::builder().edition(edition.unwrap()).build().unwrap();
    assert_eq!(registry.edition(), edition);
}

#[test]
fn without_a_transport_it_is_on_any() {
    let registry = Registry::builder().record(NewRecord::service("any").port(0)).build().unwrap();
    for transport in [Tcp, Udp, Sctp, Dccp] {
        assert_eq!(on(&registry, 0, transport), ["any (0)"]);
    }
}

#[track_caller]
fn error(entry: NewRecord) -> String {
    let builder = Registry::builder().record(NewRecord::service("first").notes("a\nb"));
    builder.record(entry).build().expect_err("it is wrong").to_string()
}

#[test]
fn what_is_wrong_is_told() {
    assert_eq!(error(NewRecord::service("")), "builder:2: Service Name: \"\": expected a name");
    assert_eq!(
        error(NewRecord::reserved(4..=5).description("not Unassigned")),
        "builder:2: Description: \"not Unassigned\": \
         expected a text without \"unassigned\" for reserved ports"
    );
    assert_eq!(
        error(NewRecord::unassigned(4..=5).description("free")),
        "builder:2: Description: \"free\": expected a text with \"unassigned\" for unassigned ports"
    );
    assert_eq!(
        error(NewRecord::service("a\0b").notes("a\nb")),
        "builder:2: Service Name: \"a\\0b\": expected no control characters"
    );
    assert_eq!(
        error(NewRecord::service("x".repeat(255))),
        format!(
            "builder:2: Service Name: {:?}… (255 bytes): expected at most 254 bytes",
            "x".repeat(80)
        )
    );
    assert_eq!(
        error(NewRecord::service("a").ports(core::ops::RangeInclusive::new(2, 1))),
        "builder:2: Port Number: \"2-1\": expected a range of ports whose first is not above its last"
    );
    assert_eq!(
        error(NewRecord::service("a").assignee("[ops]").assignee("x][y")),
        "builder:2: Assignee: \"x][y\": expected a text without brackets"
    );
    assert_eq!(
        error(NewRecord::service("a").description("a\nb").contact("")),
        "builder:2: Contact: \"\": expected a text without brackets"
    );
    assert_eq!(
        error(NewRecord::service("a").service_code(u32::MAX)),
        "builder:2: Service Code: \"4294967295\": expected a service code of 0-4294967294"
    );
    assert_eq!(
        error(NewRecord::service("a").registered(Date::new(1, 1, None).unwrap())),
        "builder:2: Registration Date: \"0001-01\": expected a date from 1970 to 2097"
    );
    let twice = Registry::builder().contact(NewContact::new("a")).contact(NewContact::new("a"));
    assert_eq!(
        twice.build().unwrap_err().to_string(),
        "builder contact:2: ID: \"a\": expected a handle that no row before has"
    );
}

#[test]
fn an_alias_needs_its_service() {
    let told = |name: &str| {
        format!(
            "builder:2: Assignment Notes: {name:?}: \
             expected the name of a service on the same ports and transports, which is no alias"
        )
    };
    let on = |name: &str| NewRecord::service(name).ports(80..=80).transport(Tcp);
    assert_eq!(error(on("a").alias_of("zzz")), told("zzz"));
    assert_eq!(error(on("a").alias_of("first")), told("first"));
    assert_eq!(error(on("a").alias_of("b\"c")), told("b\"c"));
    assert_eq!(error(on("a").alias_of("a")), told("a"));
    let web = NewRecord::service("Web").port(80).transport(Tcp);
    let both = on("http").transport(Udp).alias_of("web");
    let builder = Registry::builder().record(web.clone());
    assert_eq!(builder.clone().record(both).build().unwrap_err().to_string(), told("web"));
    // Whatever comes first, alias or notes.
    let alias = on("http").alias_of("web").notes("Why");
    let registry = builder.record(alias).build().unwrap();
    let http = registry.lookup_name("http", Tcp).unwrap();
    assert_eq!(http.alias_of(), registry.lookup_port(80, Tcp));
    assert_eq!(http.notes(), Some("Why\nThis entry is an alias to \"web\"."));
}

#[test]
fn limits_hold() {
    let builder = Registry::builder().limits(Limits::new().rows(1).field(3));
    let error = |entry| builder.clone().record(entry).build().unwrap_err().to_string();
    assert_eq!(
        error(NewRecord::service("a").transport(Tcp).transport(Udp)),
        "builder:1: Service Name: \"a\": expected at most 1 rows"
    );
    assert_eq!(
        error(NewRecord::service("a").description("four")),
        "builder:1: Description: \"four\": expected at most 3 bytes"
    );
    builder.clone().record(NewRecord::service("abc").description("abc")).build().unwrap();
    builder.clone().hide_port(8080, Tcp).build().unwrap();
    assert_eq!(
        builder.hide_name("four", None).build().unwrap_err().to_string(),
        "builder hidden:1: Service Name: \"four\": expected at most 3 bytes"
    );
}
