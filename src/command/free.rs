//! Ports that are not assigned.

use std::io;

use iana_ports::Transport;
use iana_ports::layers::Layers;
use iana_ports::transports::Transports;
use serde::ser::SerializeMap;

use crate::arguments::Free;
use crate::group::span;
use crate::out::{Form, Output, complain};

/// Writes the free ports, or how many there are, and gives the exit code.
pub(crate) fn write(asked: &Free, layers: &Layers<'_>, out: &mut Output) -> io::Result<u8> {
    let spec = &asked.ports;
    let on: Vec<Transport> = match &asked.on[..] {
        [] => {
            let has_ports = |on: &Transport| spec.ranges(*on).next().is_some();
            Transport::ALL.iter().copied().filter(has_ports).collect()
        }
        on => on.to_vec(),
    };
    let on = Transports::from(&on[..]);
    let of_all = |port: &u16| on.iter().all(|on| spec.contains(*port, on));
    let first = on.iter().next();
    let ranges = first.into_iter().flat_map(|first| spec.ranges(first));
    let free = ranges.flat_map(|range| {
        let free = layers.free_ports(on, range);
        if asked.unreported { free.unreported() } else { free }
    });
    let free = free.filter(of_all).take(asked.first.unwrap_or(usize::MAX));
    let ports: Vec<u16> = free.collect();

    let spans: Vec<String> = if asked.first.is_some() {
        ports.iter().map(u16::to_string).collect()
    } else {
        ports
            .chunk_by(|one, next| one + 1 == *next)
            .map(|run| span(run[0], run[run.len() - 1]))
            .collect()
    };
    match out.form {
        Form::Json => out.object(|object| {
            object.serialize_entry("query", &spec.to_string())?;
            object.serialize_entry("transports", &on.iter().collect::<Vec<_>>())?;
            object.serialize_entry("count", &ports.len())?;
            object.serialize_entry("ports", &spans)
        })?,
        _ if asked.count => writeln!(out, "{}", ports.len())?,
        _ => spans.iter().try_for_each(|span| writeln!(out, "{span}"))?,
    }
    if ports.is_empty() {
        let on: Vec<&str> = on.iter().map(Transport::as_str).collect();
        complain(&format_args!("iana-ports: no port of {spec} is free on {}", on.join(",")));
    }
    Ok(u8::from(ports.is_empty()))
}
