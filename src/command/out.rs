//! Standard output: the forms of an answer, colours and the width of pages.

use core::fmt::{Arguments, Display};
use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstream::AutoStream;
use clap::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};
use iana_ports::export::ServicesCsv;
use serde::ser::{SerializeMap, Serializer};

use crate::answer::Answer;
use crate::page::Look;

/// What an answer is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Json,
    Csv,
}

/// Why the command ends early.
pub(crate) enum Failure {
    /// The answers cannot be written.
    Write(io::Error),
    /// An option, a file or standard input is wrong.
    Refused(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<String> for Failure {
    fn from(why: String) -> Self {
        Self::Refused(why)
    }
}

type Sink = BufWriter<AutoStream<StdoutLock<'static>>>;

/// An object of JSON that is being written.
pub(crate) type Object<'a> =
    <&'a mut serde_json::Serializer<&'a mut Sink> as Serializer>::SerializeMap;

/// Standard output in a form. A write fails if its reader is gone: whoever
/// writes leaves then, for nobody wants the rest.
pub(crate) struct Output {
    pub(crate) form: Form,
    look: Look,
    out: Sink,
    /// Whether the last page is a sentence; none if there is no page yet.
    after_sentence: Option<bool>,
}

impl Output {
    pub(crate) fn new(form: Form, color: ColorChoice) -> Self {
        let stdout = io::stdout();
        let choice = match color {
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
            ColorChoice::Auto => AutoStream::choice(&stdout),
        };
        let styles = match choice {
            anstream::ColorChoice::Never => (Style::new(), Style::new()),
            _ => (Style::new().bold(), AnsiColor::Cyan.on_default()),
        };
        let look = Look { width: width(stdout.is_terminal()), title: styles.0, label: styles.1 };
        // What has escapes has them for a terminal.
        let out = BufWriter::new(AutoStream::always_ansi(stdout.lock()));
        Self { form, look, out, after_sentence: None }
    }

    /// Writes what stands before all answers: of a CSV, the names of its
    /// columns.
    pub(crate) fn begin(&mut self) -> io::Result<()> {
        if self.form == Form::Csv {
            writeln!(self.out, "{}", ServicesCsv::COLUMNS.join(","))?;
        }
        Ok(())
    }

    pub(crate) fn answer(&mut self, query: &str, answer: &Answer<'_>) -> io::Result<()> {
        match self.form {
            Form::Text => {
                for block in &answer.blocks {
                    let is_sentence = block.fields.is_empty();
                    if self.after_sentence.is_some_and(|after| !(after && is_sentence)) {
                        writeln!(self.out)?;
                    }
                    self.after_sentence = Some(is_sentence);
                    block.write(&mut self.out, &self.look)?;
                }
                Ok(())
            }
            Form::Json => self.object(|object| {
                object.serialize_entry("query", query)?;
                for (key, value) in &answer.values {
                    object.serialize_entry(key, value)?;
                }
                if !answer.explanations.is_empty() {
                    object.serialize_entry("explanations", &answer.explanations)?;
                }
                if !answer.contacts.is_empty() {
                    object.serialize_entry("contacts", &answer.contacts)?;
                }
                object.serialize_entry("records", &answer.records)
            }),
            Form::Csv => {
                let mut rows = answer.records.iter();
                rows.try_for_each(|record| write!(self.out, "{}", ServicesCsv::line(*record)))
            }
        }
    }

    /// A query without an answer, in its place among the answers in JSON. Who
    /// reads other forms is told on standard error alone.
    pub(crate) fn no_answer(&mut self, query: &str, why: &str) -> io::Result<()> {
        match self.form {
            Form::Json => self.object(|object| {
                object.serialize_entry("query", query)?;
                object.serialize_entry("error", why)
            }),
            Form::Text | Form::Csv => Ok(()),
        }
    }

    /// Writes an object of JSON on a line, with its keys in the order in which
    /// they are given.
    pub(crate) fn object(
        &mut self,
        fill: impl FnOnce(&mut Object<'_>) -> serde_json::Result<()>,
    ) -> io::Result<()> {
        let mut json = serde_json::Serializer::new(&mut self.out);
        let mut object = json.serialize_map(None)?;
        fill(&mut object)?;
        object.end()?;
        writeln!(self.out)
    }

    /// For `write!`.
    pub(crate) fn write_fmt(&mut self, text: Arguments<'_>) -> io::Result<()> {
        self.out.write_fmt(text)
    }

    pub(crate) fn heading(&mut self, text: impl Display) -> io::Result<()> {
        let style = self.look.title;
        writeln!(self.out, "{style}{text}{style:#}")
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How wide pages are: as wide as the terminal, which has 80 columns if it does
/// not say, and 100 in a file; within bounds in which a text is read with ease.
fn width(is_terminal: bool) -> usize {
    let told = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let (usual, most) = if is_terminal { (80, 120) } else { (100, 100) };
    let measured = || {
        let size = terminal_size::terminal_size().filter(|_| is_terminal);
        size.map(|(columns, _)| usize::from(columns.0))
    };
    told.or_else(measured).unwrap_or(usual).clamp(40, most)
}

/// Writes a line to standard error.
pub(crate) fn complain(message: &dyn Display) {
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{message}");
}
