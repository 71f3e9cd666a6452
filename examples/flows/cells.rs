//! Cells of a line: split at separators, and read or written with the quotes of
//! RFC 4180.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr3};

const QUOTE: u8 = b'"';

/// The ends of the cells of a record.
pub(crate) struct Cells {
    pub(crate) separator: u8,
    /// Whether cells may be quoted.
    pub(crate) has_quotes: bool,
    ends: Vec<usize>,
    /// Whether the record has a quote that does not close.
    pub(crate) is_open: bool,
}

impl Cells {
    pub(crate) fn new(separator: u8, has_quotes: bool) -> Self {
        Self { separator, has_quotes, ends: Vec::new(), is_open: false }
    }

    #[inline]
    pub(crate) fn split(&mut self, record: &[u8]) {
        self.ends.clear();
        self.is_open = false;
        if self.has_quotes && has_quote(record) {
            self.is_open = !walk(record, self.separator, |end| self.ends.push(end));
        } else {
            self.ends.extend(memchr_iter(self.separator, record));
        }
        self.ends.push(record.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell as it stands there; empty if there is none.
    #[inline]
    pub(crate) fn raw<'r>(&self, record: &'r [u8], index: usize) -> &'r [u8] {
        let Some(&end) = self.ends.get(index) else { return &[] };
        let start = if index == 0 { 0 } else { self.ends[index - 1] + 1 };
        &record[start..end]
    }

    /// The text of a cell.
    #[inline]
    pub(crate) fn text<'r>(&self, record: &'r [u8], index: usize) -> Cow<'r, [u8]> {
        let raw = self.raw(record, index);
        if self.has_quotes && raw.first() == Some(&QUOTE) { unquoted(raw) } else { raw.into() }
    }

    /// Writes the record with commas, and as many cells as there are columns:
    /// empty ones for those that are missing.
    #[inline]
    pub(crate) fn write(&self, record: &[u8], columns: usize, out: &mut Vec<u8>) {
        let is_whole = self.len() == columns && !self.is_open;
        if is_whole && self.separator == b',' && self.has_quotes {
            out.extend_from_slice(record);
        } else if is_whole && memchr3(b',', QUOTE, b'\r', record).is_none() {
            let separator = self.separator;
            // A choice of values, and none of ways, takes many bytes at a time.
            out.extend(record.iter().map(|&byte| if byte == separator { b',' } else { byte }));
        } else {
            self.write_cells(record, 0..columns, out);
        }
    }

    /// Writes the cells beyond the columns, with a comma before each.
    pub(crate) fn write_surplus(&self, record: &[u8], columns: usize, out: &mut Vec<u8>) {
        if self.len() > columns {
            out.push(b',');
            self.write_cells(record, columns..self.len(), out);
        }
    }

    fn write_cells(&self, record: &[u8], cells: core::ops::Range<usize>, out: &mut Vec<u8>) {
        for index in cells.clone() {
            if index > cells.start {
                out.push(b',');
            }
            write_cell(&self.text(record, index), out);
        }
    }
}

#[inline]
pub(crate) fn has_quote(record: &[u8]) -> bool {
    memchr(QUOTE, record).is_some()
}

/// Calls for each separator that ends a cell, and says whether every quote
/// closes.
pub(crate) fn walk(record: &[u8], separator: u8, mut end: impl FnMut(usize)) -> bool {
    let mut start = 0;
    loop {
        let mut from = start;
        if record.get(start) == Some(&QUOTE) {
            match closed(record, start) {
                Some(after) => from = after,
                None => return false,
            }
        }
        let Some(found) = memchr(separator, &record[from..]) else { return true };
        end(from + found);
        start = from + found + 1;
    }
}

/// The place after the quote that closes the one at a place.
fn closed(record: &[u8], open: usize) -> Option<usize> {
    let mut from = open + 1;
    loop {
        let quote = from + memchr(QUOTE, record.get(from..)?)?;
        if record.get(quote + 1) != Some(&QUOTE) {
            return Some(quote + 1);
        }
        from = quote + 2;
    }
}

/// The text of a cell that begins with a quote. If that does not close, it
/// belongs to the text.
fn unquoted(raw: &[u8]) -> Cow<'_, [u8]> {
    let Some(after) = closed(raw, 0) else { return raw.into() };
    let (inner, rest) = (&raw[1..after - 1], &raw[after..]);
    if rest.is_empty() && memchr(QUOTE, inner).is_none() {
        return inner.into();
    }
    let mut text = Vec::with_capacity(raw.len());
    let mut is_second = false;
    for &byte in inner {
        is_second = byte == QUOTE && !is_second;
        if !is_second {
            text.push(byte);
        }
    }
    text.extend_from_slice(rest);
    text.into()
}

/// Writes a cell of a CSV, in quotes where it takes them.
#[inline]
pub(crate) fn write_cell(text: &[u8], out: &mut Vec<u8>) {
    if memchr3(b',', QUOTE, b'\n', text).is_none() && memchr(b'\r', text).is_none() {
        out.extend_from_slice(text);
        return;
    }
    out.push(QUOTE);
    for &byte in text {
        if byte == QUOTE {
            out.push(QUOTE);
        }
        out.push(byte);
    }
    out.push(QUOTE);
}
