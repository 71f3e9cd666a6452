//! Flow records in the lines of a table.

use core::str;

use iana_ports::flow::{Hints, Side};

use crate::annotation::Annotation;
use crate::arguments::{Format, To};
use crate::cells::{Cells, write_cell};
use crate::ends::Ends;
use crate::header::Header;
use crate::json::{write_added, write_text, write_value};
use crate::known::{ADDED, UNSET};
use crate::{Failure, Job};

pub(crate) fn run(job: &mut Job, format: Format) -> Result<(), Failure> {
    let to = job.arguments.to.unwrap_or(To::Csv);
    job.check_conversion(to != To::Csv)?;
    let (header, mut cells) = Header::read(job, format)?;
    let mut output = job.output()?;
    let Job { arguments, lines, report, summary } = job;
    let columns = header.names.len();
    let hints = match arguments.first_packet.or((format == Format::Zeek).then_some(Side::Source)) {
        Some(side) => Hints::new().first_packet(side),
        None => Hints::new(),
    };
    let is_named = !arguments.pass_through;
    if let (To::Csv, Some(line)) = (to, &header.line) {
        cells.split(line);
        cells.write(line, columns, &mut output.buffer);
        if is_named {
            write_cells(ADDED.map(Some), &mut output.buffer);
        }
        output.end()?;
    }
    let quoting = cells.has_quotes.then_some(cells.separator);
    while let Some(line) = lines.next(quoting)? {
        let (number, record) = (line.number, line.bytes);
        if format == Format::Zeek && record.starts_with(b"#") {
            same_fields(record, &header)
                .map_err(|why| Failure::Refused(format!("{}:{number}: {why}", report.name())))?;
            continue;
        }
        summary.records += 1;
        cells.split(record);
        let annotation = match wrong(&cells, columns) {
            Some(why) => {
                if report.malformed(number, record, || why)? {
                    continue;
                }
                None
            }
            None if !is_named => None,
            None => {
                let key = header.key.map(|column| cells.text(record, column));
                match Ends::read([&key[0], &key[1], &key[2]]) {
                    Ok(ends) => Some(Annotation::of(ends, hints)),
                    Err(malformed) => {
                        let part = malformed.part;
                        let column = &header.names[header.key[part]];
                        if report
                            .malformed(number, record, || malformed.told(column, &key[part]))?
                        {
                            continue;
                        }
                        None
                    }
                }
            }
        };
        let added = is_named.then(|| annotation.unwrap_or_default().cells());
        let out = &mut output.buffer;
        match to {
            To::Csv => {
                cells.write(record, columns, out);
                if let Some(added) = added {
                    write_cells(added, out);
                }
                cells.write_surplus(record, columns, out);
            }
            To::Ndjson => {
                let length = out.len();
                if let Err(column) = write_object(&header, &cells, record, out) {
                    out.truncate(length);
                    report.malformed(number, record, || format!("{column}: invalid UTF-8"))?;
                    continue;
                }
                if let Some(added) = added {
                    out.push(b',');
                    write_added(added, out);
                }
                out.push(b'}');
            }
        }
        if let Some(annotation) = annotation {
            summary.count(annotation);
        }
        output.end()?;
        if lines.is_drained() {
            output.flush()?;
        }
    }
    output.flush()
}

/// What is wrong with the cells of a record, whatever they say.
#[inline]
fn wrong(cells: &Cells, columns: usize) -> Option<String> {
    if cells.is_open {
        return Some("a quote does not close, nor in the next lines".to_owned());
    }
    let found = cells.len();
    (found != columns).then(|| format!("expected {columns} cells, found {found}"))
}

/// Refuses other columns further below, where logs of Zeek follow each other.
fn same_fields(record: &[u8], header: &Header) -> Result<(), String> {
    match record.strip_prefix(b"#fields") {
        Some([_, fields @ ..]) if header.line.as_deref() != Some(fields) => {
            Err("expected the columns of the first #fields, found others".to_owned())
        }
        _ => Ok(()),
    }
}

/// Writes the columns that are added, with a comma before each. The name is the
/// only text that is not ours.
#[inline]
fn write_cells([name, side, status]: [Option<&str>; 3], out: &mut Vec<u8>) {
    out.push(b',');
    write_cell(name.unwrap_or_default().as_bytes(), out);
    for cell in [side, status] {
        out.push(b',');
        out.extend_from_slice(cell.unwrap_or_default().as_bytes());
    }
}

/// Writes an object of texts, without its end, or says which column is none. A
/// hyphen is null where it stands for no value.
fn write_object<'h>(
    header: &'h Header,
    cells: &Cells,
    record: &[u8],
    out: &mut Vec<u8>,
) -> Result<(), &'h str> {
    for (index, name) in header.names.iter().enumerate() {
        let text = cells.text(record, index);
        let value = match str::from_utf8(&text) {
            Ok(_) if !cells.has_quotes && *text == *UNSET => None,
            Ok(text) => Some(text),
            Err(_) => return Err(name),
        };
        out.push(if index == 0 { b'{' } else { b',' });
        write_text(name, out);
        out.push(b':');
        write_value(value, out);
    }
    Ok(())
}
