//! Layout: a title, and labelled texts in a column below it.

use core::iter;
use std::io::{self, Write};

use clap::builder::styling::Style;

/// How pages look.
pub(crate) struct Look {
    /// How wide a line may get.
    pub(crate) width: usize,
    pub(crate) title: Style,
    pub(crate) label: Style,
}

/// How far the lines below a title are indented.
const INDENT: usize = 2;

/// The label of a text that is prose, and how long a line of it is, in
/// characters, whose break may be of no meaning.
pub(crate) const NOTES: &str = "Assignment Notes";
const NEARLY_FULL: usize = 60;

/// How many blanks separate a label from its text.
const GAP: usize = 2;

/// What separates the columns of a list.
pub(crate) const COLUMNS: &str = "  ";

/// A title, and labelled texts.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) title: String,
    pub(crate) fields: Fields,
}

/// Labels and their texts, which may have several lines.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Fields(Vec<(&'static str, String)>);

impl Fields {
    /// Adds a text with its label, if there is a text.
    pub(crate) fn add(&mut self, label: &'static str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((label, text));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a text of one line for each item, if there is any.
    pub(crate) fn add_lines(&mut self, label: &'static str, lines: impl Iterator<Item = String>) {
        self.add(label, lines.collect::<Vec<_>>().join("\n"));
    }
}

impl Block {
    pub(crate) fn write(&self, out: &mut impl Write, look: &Look) -> io::Result<()> {
        let Look { width, title, label: style } = *look;
        for (part, text) in wrap(&printable(&self.title), width, width - INDENT).enumerate() {
            let indent = if part == 0 { 0 } else { INDENT };
            writeln!(out, "{:indent$}{title}{text}{title:#}", "")?;
        }
        let labels = self.fields.0.iter().map(|(label, _)| label.len());
        let column = INDENT + labels.max().unwrap_or_default() + GAP;
        for (label, text) in &self.fields.0 {
            let mut lines: Vec<String> = text.lines().map(printable).collect();
            let fit = |column| lines.iter().all(|line| line.chars().count() <= width - column);
            let (fit, fit_below) = (fit(column), fit(2 * INDENT));
            if *label == NOTES && !fit_below {
                lines = reflowed(&lines);
            }
            if fit || lines.len() == 1 {
                let gap = column - INDENT - label.len();
                write!(out, "{:INDENT$}{style}{label}{style:#}{:gap$}", "", "")?;
                write_lines(out, &lines, column, width)?;
            } else {
                // Below the label there is more room, and fewer lines break.
                let below = 2 * INDENT;
                write!(out, "{:INDENT$}{style}{label}{style:#}\n{:below$}", "", "")?;
                write_lines(out, &lines, below, width)?;
            }
        }
        Ok(())
    }
}

/// Prose without the line breaks that only keep its lines short: those behind a
/// line that is nearly as long as lines of text are.
fn reflowed(lines: &[String]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let begins = line.is_empty() || line.starts_with([' ', '*', '-']);
        match paragraphs.last_mut().filter(|_| goes_on && !begins) {
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            None => paragraphs.push(line.clone()),
        }
        goes_on = line.chars().count() >= NEARLY_FULL;
    }
    paragraphs
}

/// Writes lines that begin at `column`, where the cursor is.
fn write_lines(
    out: &mut impl Write,
    lines: &[String],
    column: usize,
    width: usize,
) -> io::Result<()> {
    for (number, line) in lines.iter().enumerate() {
        if number > 0 && !line.is_empty() {
            write!(out, "{:column$}", "")?;
        }
        let hanging = hanging(line, column, lines.len(), width);
        for (part, text) in wrap(line, width - column, width - hanging).enumerate() {
            if part > 0 {
                write!(out, "{:hanging$}", "")?;
            }
            writeln!(out, "{text}")?;
        }
    }
    Ok(())
}

/// Where a line of several continues if it is too long: below its last column
/// if there is one and its words fit there, else a little to the right.
fn hanging(line: &str, column: usize, lines: usize, width: usize) -> usize {
    let Some(place) = line.rfind(COLUMNS) else {
        return if lines > 1 { column + INDENT } else { column };
    };
    let below = column + line[..place].chars().count() + COLUMNS.len();
    let longest = line.split(' ').map(|word| word.chars().count()).max();
    if below + longest.unwrap_or_default() <= width { below } else { column + INDENT }
}

/// The parts of a line, broken at blanks so that the first has at most `first`
/// characters and each other at most `width`. A longer word, such as a URL,
/// stays whole.
fn wrap(line: &str, first: usize, width: usize) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    let mut width = Some(first).into_iter().chain(iter::repeat(width));
    iter::from_fn(move || {
        let line = rest.take()?;
        let Some((limit, _)) = line.char_indices().nth(width.next()?) else {
            return Some(line);
        };
        // The blank may be right behind the last character that fits.
        let (fits, beyond) = line.split_at(limit);
        let blank = if beyond.starts_with(' ') { Some(limit) } else { fits.rfind(' ') };
        let Some((part, after)) = blank.or_else(|| line.find(' ')).map(|at| line.split_at(at))
        else {
            return Some(line);
        };
        rest = Some(after.trim_start()).filter(|after| !after.is_empty());
        Some(part.trim_end())
    })
}

/// `text` with the characters escaped that would act on a terminal: controls,
/// and those that change the direction of writing.
pub(crate) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for c in text.chars() {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns {
            printable.extend(c.escape_unicode());
        } else {
            printable.push(c);
        }
    }
    printable
}
