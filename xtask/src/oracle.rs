//! A full dump of the crate's answers, which `tests/oracle.py` compares with
//! its own: a second parser of CSV and a second model, in another language.

use core::ops::RangeInclusive;
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::process::{Command, Stdio};

use iana_ports::facts::CustomaryName;
use iana_ports::{Contact, Record, Registry, Service, Transport, customary, registry};
use serde_json::{Value, json};

use crate::cmd::root;
use crate::queue::Outcome;

/// Runs the oracle on a dump; an error if any answer differs.
pub(crate) fn check() -> Result<Outcome, String> {
    let python = "python3";
    let spawned = Command::new(python)
        .arg(root().join("tests/oracle.py"))
        .current_dir(root())
        .stdin(Stdio::piped())
        .spawn();
    let mut oracle = match spawned {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Outcome::Skipped(format!("no {python}")));
        }
        other => other.map_err(|error| format!("{python}: {error}"))?,
    };
    let input = oracle.stdin.take().ok_or("expected a pipe to the oracle")?;
    // A pipe that the oracle has closed is told by its exit code.
    let written = write(&mut BufWriter::new(input));
    let status = oracle.wait().map_err(|error| format!("{python}: {error}"))?;
    match written {
        _ if !status.success() => Err(format!("tests/oracle.py: {status}")),
        Err(error) => Err(format!("tests/oracle.py: {error}")),
        Ok(()) => Ok(Outcome::Passed),
    }
}

/// Writes every answer, an array of JSON a line that begins with its question.
pub(crate) fn write(to: &mut impl Write) -> io::Result<()> {
    for (table, registry) in [("iana", registry()), ("customary", customary())] {
        let rows = Rows::of(registry);
        rows.fields(table, to)?;
        rows.keys(table, to)?;
        rows.names(table, to)?;
    }
    for service in customary().services() {
        let name = CustomaryName::of(service);
        let registered = name.and_then(CustomaryName::registered).map(Service::name);
        let source = name.map(|name| name.source().to_string());
        line(to, json!(["registered name", service.name(), registered, source]))?;
    }
    contacts(to)?;
    to.flush()
}

fn line(to: &mut impl Write, answer: Value) -> io::Result<()> {
    writeln!(to, "{answer}")
}

/// A registry with the number of each of its rows, from 0.
struct Rows {
    registry: &'static Registry,
    numbers: HashMap<Record<'static>, usize>,
}

impl Rows {
    fn of(registry: &'static Registry) -> Self {
        let numbers = registry.records().enumerate().map(|(row, record)| (record, row)).collect();
        Self { registry, numbers }
    }

    fn number(&self, service: Service<'static>) -> Option<usize> {
        self.numbers.get(&service.record()).copied()
    }

    fn numbers(&self, services: impl Iterator<Item = Service<'static>>) -> Vec<Option<usize>> {
        services.map(|service| self.number(service)).collect()
    }

    /// Every field of every row.
    fn fields(&self, table: &str, to: &mut impl Write) -> io::Result<()> {
        let bounds = |ports: RangeInclusive<u16>| [*ports.start(), *ports.end()];
        for (row, record) in self.registry.records().enumerate() {
            let service = record.service();
            let fields = json!({
                "name": service.map(Service::name),
                "ports": record.ports().map(bounds),
                "transport": record.transport().map(Transport::as_str),
                "status": record.status().as_str(),
                "description": record.description(),
                "assignees": handles(record.assignees()),
                "contacts": handles(record.contacts()),
                "registered": record.registered().map(|date| date.to_string()),
                "modified": record.modified().map(|date| date.to_string()),
                "references": record.references().map(|one| one.to_string()).collect::<Vec<_>>(),
                "service_code": record.service_code().map(|code| code.to_u32()),
                "unauthorized_use": record.unauthorized_use(),
                "notes": record.notes(),
                "alias_of": service.and_then(Service::alias_of).map(|of| self.number(of)),
                "aliases": service.map(|service| self.numbers(service.aliases())),
                "category": service.and_then(Service::category).map(|one| one.to_string()),
            });
            line(to, json!(["row", table, row, fields]))?;
        }
        Ok(())
    }

    /// Every port of every transport.
    fn keys(&self, table: &str, to: &mut impl Write) -> io::Result<()> {
        for &transport in Transport::ALL {
            for port in 0..=u16::MAX {
                let status = self.registry.status(port, transport);
                let primary = self.registry.lookup_port(port, transport);
                let answer = json!([
                    "key",
                    table,
                    transport.as_str(),
                    port,
                    status.as_str(),
                    primary.map(|service| self.number(service)),
                    self.numbers(self.registry.services_on(port, transport)),
                ]);
                line(to, answer)?;
            }
        }
        Ok(())
    }

    /// Every name in upper case, and what is left of it without its last
    /// character, which most often is no name.
    fn names(&self, table: &str, to: &mut impl Write) -> io::Result<()> {
        for service in self.registry.services() {
            let name = service.name().to_ascii_uppercase();
            let shorter = &name[..name.char_indices().next_back().map_or(0, |(at, _)| at)];
            for asked in [&name, shorter] {
                let on = |&transport: &Transport| {
                    let found = self.registry.lookup_name(asked, transport);
                    found.map(|service| self.number(service))
                };
                let on: Vec<_> = Transport::ALL.iter().map(on).collect();
                let all = self.numbers(self.registry.services_named(asked));
                line(to, json!(["name", table, asked, on, all]))?;
            }
        }
        Ok(())
    }
}

fn handles(contacts: impl Iterator<Item = Contact<'static>>) -> Vec<&'static str> {
    contacts.map(Contact::handle).collect()
}

/// Every contact, and how often it is assignee or contact of a service.
fn contacts(to: &mut impl Write) -> io::Result<()> {
    for contact in registry().contacts() {
        let handle = contact.handle();
        let bracketed = registry().lookup_contact(&format!("[{handle}]"));
        let folded = registry().lookup_contact(&handle.to_ascii_uppercase());
        let fields = json!({
            "name": contact.name(),
            "organization": contact.organization(),
            "uris": contact.uris().map(|uri| uri.to_string()).collect::<Vec<_>>(),
            "email": contact.email().map(|email| email.to_string()),
            "updated": contact.updated().map(|date| date.to_string()),
            "display_name": contact.display_name(),
            "services": contact.services().count(),
            "bracketed": bracketed.map(Contact::handle),
            "folded": folded.map(Contact::handle),
        });
        line(to, json!(["contact", handle, fields]))?;
    }
    Ok(())
}
