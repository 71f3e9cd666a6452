//! Prints digests of all that the smallest tier answers. They are the same
//! with every set of features.

use std::fmt::{self, Write};

use iana_ports::{
    Record, Service, Transport, lookup_name, lookup_port, record_on, records, records_on, services,
    services_named, services_on, status,
};

/// FNV-1a of the text that is written to it.
struct Digest(u64);

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

/// Prints the digest of what `answers` writes.
fn digest(what: &str, answers: impl FnOnce(&mut Digest) -> fmt::Result) -> fmt::Result {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    answers(&mut digest)?;
    println!("{what} {:016x}", digest.0);
    Ok(())
}

fn record(to: &mut Digest, record: Record<'_>) -> fmt::Result {
    writeln!(to, "{record} {} {:?} {:?}", record.status(), record.ports(), record.transport())
}

fn service(to: &mut Digest, service: Service<'_>) -> fmt::Result {
    record(to, service.record())?;
    write!(to, "{} {:?} {} ", service.name(), service.port(), service.label())?;
    service.alias_of().into_iter().chain(service.aliases()).try_for_each(|it| write!(to, "{it} "))
}

fn main() -> fmt::Result {
    let keys = || (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |on| (port, *on)));
    digest("lookup_port", |to| {
        keys().try_for_each(|(port, on)| {
            let found = lookup_port(port, on);
            write!(to, "{}", found.is_some())?;
            found.into_iter().try_for_each(|found| service(to, found))
        })
    })?;
    digest("services_on", |to| {
        keys().try_for_each(|(port, on)| services_on(port, on).try_for_each(|it| service(to, it)))
    })?;
    digest("status", |to| keys().try_for_each(|(port, on)| write!(to, "{} ", status(port, on))))?;
    digest("records_on", |to| {
        keys().try_for_each(|(port, on)| {
            record_on(port, on).into_iter().try_for_each(|it| record(to, it))?;
            records_on(port, on).try_for_each(|it| record(to, it))
        })
    })?;
    digest("lookup_name", |to| {
        services().try_for_each(|named| {
            let name = named.name().to_ascii_uppercase();
            Transport::ALL.iter().try_for_each(|&on| {
                let found = lookup_name(&name, on);
                write!(to, "{}", found.is_some())?;
                found.into_iter().try_for_each(|found| service(to, found))
            })
        })
    })?;
    digest("services_named", |to| {
        services().try_for_each(|named| {
            services_named(named.name()).try_for_each(|found| service(to, found))
        })
    })?;
    digest("services", |to| services().try_for_each(|it| service(to, it)))?;
    digest("records", |to| records().try_for_each(|it| record(to, it)))
}
