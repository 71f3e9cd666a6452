//! The order of competing rows, where no line of `preferred.csv` changes it.

use crate::oracle::model::{MODEL, service};
use iana_ports::Transport::{self, Tcp};
use iana_ports::{lookup_name, services_on};

/// Nothing but preference, aliases and ranges changes the order of the
/// registry.
#[test]
fn every_other_key_is_in_registry_order() {
    for port in 0..=u16::MAX {
        for &transport in Transport::ALL {
            if !MODEL.preferred.iter().any(|&(_, p, t)| (p, t) == (port, transport)) {
                let services = services_on(port, transport);
                assert!(services.clone().is_sorted(), "{port}/{transport}: {services:?}");
            }
        }
    }
}

/// Rows with a port come before those without, even when these are older.
#[test]
fn names_with_and_without_a_port_give_the_port() {
    for (i, row) in
        MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named() && row.ports.is_some())
    {
        for transport in Transport::ALL
            .iter()
            .copied()
            .filter(|&t| row.transport.is_none_or(|of_row| of_row == t))
        {
            let found = lookup_name(&row.name, transport).and_then(|service| service.port());
            assert!(found.is_some(), "row {i}: {} on {transport} has no port", service(i));
        }
    }
    assert_eq!(lookup_name("https", Tcp).and_then(|service| service.port()), Some(443));
    assert_eq!(lookup_name("presence", Tcp).and_then(|service| service.port()), Some(5298));
}
