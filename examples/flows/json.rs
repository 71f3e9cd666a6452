//! Flow records in JSON objects, one a line.

use std::borrow::Cow;

use iana_ports::flow::Hints;
use serde_json::value::RawValue;

use crate::annotation::Annotation;
use crate::arguments::To;
use crate::cells::write_cell;
use crate::key::Key;
use crate::known::ADDED;
use crate::lines::Line;
use crate::members::read;
use crate::output::Output;
use crate::{Failure, Job};

pub(crate) fn run(job: &mut Job) -> Result<(), Failure> {
    let to = job.arguments.to.unwrap_or(To::Ndjson);
    job.check_conversion(to != To::Ndjson)?;
    let mut output = job.output()?;
    let Job { arguments, lines, report, summary } = job;
    let mut key = Key::new(arguments);
    let mut table = Table::default();
    let hints = arguments.first_packet.map_or(Hints::new(), |side| Hints::new().first_packet(side));
    let is_named = !arguments.pass_through;
    while let Some(Line { number, bytes: line }) = lines.next(None)? {
        summary.records += 1;
        let read = match key.read(line, is_named) {
            Ok(read) => read,
            Err(why) => {
                if !report.malformed(number, line, || why)? {
                    output.buffer.extend_from_slice(line);
                    output.end()?;
                }
                continue;
            }
        };
        let annotation = match read.ends {
            Ok(_) if !is_named => None,
            Ok(ends) => Some(Annotation::of(ends, hints)),
            Err(why) => {
                if report.malformed(number, line, || why)? {
                    continue;
                }
                None
            }
        };
        let added = is_named.then(|| annotation.unwrap_or_default().cells());
        match to {
            To::Ndjson => {
                let out = &mut output.buffer;
                let end = read.object.len() - 1;
                out.extend_from_slice(&read.object.as_bytes()[..end]);
                if let Some(added) = added {
                    if read.has_members {
                        out.push(b',');
                    }
                    write_added(added, out);
                }
                out.push(b'}');
                output.end()?;
            }
            To::Csv => {
                if let Err(why) = table.write(read.object, added, &mut output)? {
                    report.malformed(number, line, || why)?;
                    continue;
                }
            }
        }
        if let Some(annotation) = annotation {
            summary.count(annotation);
        }
        if lines.is_drained() {
            output.flush()?;
        }
    }
    output.flush()?;
    if is_named { key.check(lines.name()) } else { Ok(()) }
}

impl Job {
    /// A malformed line has no form in the other format.
    pub(crate) fn check_conversion(&self, is_conversion: bool) -> Result<(), Failure> {
        if is_conversion && self.arguments.rejects.is_none() {
            let why = "the output has another format than what is read, expected --rejects FILE \
                       for malformed lines";
            return Err(Failure::Refused(why.to_owned()));
        }
        Ok(())
    }
}

/// The columns of a CSV: the members of the first object.
#[derive(Default)]
struct Table {
    names: Option<Vec<String>>,
}

impl Table {
    /// Writes a record, or says which member has no column.
    fn write(
        &mut self,
        object: &str,
        added: Option<[Option<&str>; 3]>,
        output: &mut Output,
    ) -> Result<Result<(), String>, Failure> {
        let mut surplus = None;
        if self.names.is_none() {
            let mut names = Vec::new();
            // It was read before.
            _ = read(object, |name| Some(name.to_owned()), |name, _| names.push(name));
            let mut is_first = true;
            let head = if added.is_some() { &ADDED[..] } else { &[] };
            for name in names.iter().map(String::as_str).chain(head.iter().copied()) {
                write_next(name, &mut is_first, &mut output.buffer);
            }
            output.end()?;
            self.names = Some(names);
        }
        let names = self.names.as_deref().unwrap_or_default();
        let mut values = vec![None; names.len()];
        let mut next = 0;
        let column = |name: &str| {
            // Most objects have their members in one order.
            let place = match names.get(next) {
                Some(expected) if expected == name => Some(next),
                _ => names.iter().position(|expected| expected == name),
            };
            match place {
                Some(place) => next = place + 1,
                None => surplus = Some(name.to_owned()),
            }
            place
        };
        _ = read(object, column, |place: usize, value| values[place] = Some(value));
        if let Some(name) = surplus {
            let expected = "expected those of the first object";
            return Ok(Err(format!("the member {name:?} has no column, {expected}")));
        }
        let mut is_first = true;
        for value in values {
            let text = value.map_or("".into(), text);
            write_next(&text, &mut is_first, &mut output.buffer);
        }
        for cell in added.into_iter().flatten() {
            write_next(cell.unwrap_or_default(), &mut is_first, &mut output.buffer);
        }
        output.end()?;
        Ok(Ok(()))
    }
}

fn write_next(text: &str, is_first: &mut bool, out: &mut Vec<u8>) {
    if !*is_first {
        out.push(b',');
    }
    *is_first = false;
    write_cell(text.as_bytes(), out);
}

/// A value as a cell: a text without quotes, nothing for null, and the JSON of
/// anything else.
pub(crate) fn text(value: &RawValue) -> Cow<'_, str> {
    let json = value.get();
    match json.strip_prefix('"').and_then(|json| json.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => plain.into(),
        // It was read before, save for a lone half of a surrogate pair.
        Some(_) => serde_json::from_str(json).map_or(json.into(), Cow::Owned),
        None if json == "null" => "".into(),
        None => json.into(),
    }
}

/// Writes the members that are added. The name is the only text that is not ours.
#[inline]
pub(crate) fn write_added([name, side, status]: [Option<&str>; 3], out: &mut Vec<u8>) {
    out.extend_from_slice(b"\"service_name\":");
    write_value(name, out);
    for (head, word) in [(",\"service_side\":", side), (",\"port_status\":", status)] {
        out.extend_from_slice(head.as_bytes());
        match word {
            Some(word) => {
                out.push(b'"');
                out.extend_from_slice(word.as_bytes());
                out.push(b'"');
            }
            None => out.extend_from_slice(b"null"),
        }
    }
}

/// Writes a text, or null.
#[inline]
pub(crate) fn write_value(value: Option<&str>, out: &mut Vec<u8>) {
    match value {
        Some(text) => write_text(text, out),
        None => out.extend_from_slice(b"null"),
    }
}

pub(crate) fn write_text(text: &str, out: &mut Vec<u8>) {
    // A write into memory does not fail, and every text is JSON.
    _ = serde_json::to_writer(out, text);
}
