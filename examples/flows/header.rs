//! The header of a table: its columns, and which of them are the key of a flow.

use core::str;

use crate::arguments::{Arguments, Format, SEPARATORS, To};
use crate::cells::Cells;
use crate::ends::quoted;
use crate::known::{ADDED, KEY, OPTIONS, VPC};
use crate::lines::Lines;
use crate::{Failure, Job};

pub(crate) struct Header {
    /// The line of the names, as it came; none if there is none.
    pub(crate) line: Option<Vec<u8>>,
    pub(crate) names: Vec<String>,
    /// The columns of source port, destination port and protocol.
    pub(crate) key: [usize; 3],
}

impl Header {
    /// Reads the header, and how its cells, and those below, are split.
    pub(crate) fn read(job: &mut Job, format: Format) -> Result<(Self, Cells), Failure> {
        let Job { arguments, lines, .. } = job;
        let name = lines.name().to_owned();
        let refused = |why: String| Failure::Refused(format!("{name}: {why}"));
        let first = lines.first()?.to_vec();
        if first.is_empty() {
            return Err(refused("expected a header, found nothing".to_owned()));
        }
        let mut cells = match format {
            Format::Vpc => Cells::new(b' ', false),
            Format::Zeek => Cells::new(b'\t', false),
            _ => Cells::new(arguments.separator.unwrap_or_else(|| separator(&first)), true),
        };
        let line = match format {
            Format::Zeek => Some(fields(lines, &mut cells)?),
            _ if arguments.no_header => None,
            _ => {
                let line = lines.next(cells.has_quotes.then_some(cells.separator))?;
                line.map(|line| line.bytes.to_vec())
            }
        };
        let mut names = match (&line, format) {
            (Some(line), _) => texts(&mut cells, line).map_err(&refused)?,
            (None, Format::Vpc) => VPC.split(' ').map(str::to_owned).collect(),
            (None, _) => {
                cells.split(&first);
                (1..=cells.len()).map(|number| number.to_string()).collect()
            }
        };
        if let Some(name) = names.first_mut() {
            *name = name.trim_start_matches('#').trim().to_owned();
        }
        let key = key(&names, arguments).map_err(&refused)?;
        check(&names, arguments).map_err(&refused)?;
        Ok((Self { line, names, key }, cells))
    }
}

/// The separator that a line has, the likeliest first.
fn separator(line: &[u8]) -> u8 {
    *SEPARATORS.iter().find(|separator| line.contains(separator)).unwrap_or(&b',')
}

/// The names of Zeek's `#fields`, below `#separator` and other lines of the
/// kind.
fn fields(lines: &mut Lines, cells: &mut Cells) -> Result<Vec<u8>, Failure> {
    const EXPECTED: &str = "expected a line #fields before the first record";
    let name = lines.name().to_owned();
    while let Some(line) = lines.next(None)? {
        let refused = |why: String| Failure::Refused(format!("{name}:{}: {why}", line.number));
        if !line.bytes.starts_with(b"#") {
            return Err(refused(format!("{EXPECTED}, found {}", quoted(line.bytes))));
        }
        if let Some(text) = line.bytes.strip_prefix(b"#separator ") {
            let expected = || format!("expected a separator such as \\x09, found {}", quoted(text));
            cells.separator = escaped(text).ok_or_else(expected).map_err(refused)?;
        } else if let Some([separator, names @ ..]) = line.bytes.strip_prefix(b"#fields") {
            if *separator == cells.separator {
                return Ok(names.to_vec());
            }
        }
    }
    Err(Failure::Refused(format!("{name}: {EXPECTED}")))
}

/// A separator, which Zeek writes as its code: `\x09`.
fn escaped(text: &[u8]) -> Option<u8> {
    match text {
        [byte] => Some(*byte),
        _ => {
            let code = str::from_utf8(text.strip_prefix(b"\\x")?).ok()?;
            u8::from_str_radix(code, 16).ok().filter(|byte| !b"\r\n".contains(byte))
        }
    }
}

fn texts(cells: &mut Cells, line: &[u8]) -> Result<Vec<String>, String> {
    cells.split(line);
    let texts = (0..cells.len()).map(|index| cells.text(line, index).into_owned());
    texts
        .map(|text| {
            let expected = |error: &std::string::FromUtf8Error| {
                format!("expected names of columns in UTF-8, found {}", quoted(error.as_bytes()))
            };
            String::from_utf8(text).map_err(|error| expected(&error))
        })
        .collect()
}

/// The columns of the key: those that are named, or else those that are known.
fn key(names: &[String], arguments: &Arguments) -> Result<[usize; 3], String> {
    let mut key = [0; 3];
    for (part, named) in arguments.columns().into_iter().enumerate() {
        let all = || names.join(", ");
        key[part] = match named {
            Some(named) => {
                let mut found = (0..names.len()).filter(|&index| names[index] == named);
                let one = found.next();
                if found.next().is_some() {
                    return Err(format!("column {named:?} stands twice among {}", all()));
                }
                one.ok_or_else(|| format!("no column {named:?} among {}", all()))?
            }
            None => {
                let (what, known) = KEY[part];
                let place = |known: &&str| {
                    names.iter().position(|name| name.trim().eq_ignore_ascii_case(known))
                };
                known.iter().find_map(place).ok_or_else(|| {
                    let option = OPTIONS[part];
                    format!("no known column of the {what} among {}, expected {option}", all())
                })?
            }
        };
    }
    Ok(key)
}

/// Refuses names that the output would have twice.
fn check(names: &[String], arguments: &Arguments) -> Result<(), String> {
    if let Some(name) = names.iter().find(|name| ADDED.contains(&name.as_str())) {
        if !arguments.pass_through {
            return Err(format!("column {name:?} is there already"));
        }
    }
    if arguments.to == Some(To::Ndjson) {
        let twice = |index: &usize| names[..*index].contains(&names[*index]);
        if let Some(index) = (0..names.len()).find(twice) {
            return Err(format!("column {:?} stands twice", names[index]));
        }
    }
    Ok(())
}
