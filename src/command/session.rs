//! Queries one after another: their answers to standard output, what has none
//! to standard error, and the exit code of all.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};

use clap::CommandFactory;
use iana_ports::Transport;
use iana_ports::layers::Layers;

use crate::answer::{self, Answer};
use crate::arguments::Arguments;
use crate::out::{Failure, Output, complain};
use crate::query::{Query, Refusal};

/// The longest line of standard input, in bytes: a list of every port that is
/// assigned has less.
const LONGEST: u64 = 1 << 20;

/// Where the registry is asked, and who hears the answers.
pub(crate) struct Session<'a> {
    pub(crate) layers: &'a Layers<'a>,
    pub(crate) out: Output,
    /// The exit code so far.
    pub(crate) code: u8,
}

impl<'a> Session<'a> {
    /// Answers queries, of which `-` stands for those of standard input. So
    /// does no query at all, unless a person would have to type them: usage
    /// is more help then.
    pub(crate) fn look_up(&mut self, queries: &[OsString]) -> Result<(), Failure> {
        if queries.is_empty() && io::stdin().is_terminal() {
            complain(&Arguments::command().render_help().to_string().trim_end());
            self.code = 2;
            return Ok(());
        }
        self.out.begin()?;
        if queries.is_empty() {
            return self.answer_lines();
        }
        for query in queries {
            if query == "-" {
                self.answer_lines()?;
            } else {
                self.answer(query, None)?;
            }
        }
        Ok(())
    }

    /// Answers the lines of standard input as they come.
    fn answer_lines(&mut self) -> Result<(), Failure> {
        let unread = |error| Failure::Refused(format!("standard input: {error}"));
        let mut input = BufReader::new(io::stdin().lock());
        let mut line = Vec::new();
        for number in 1u64.. {
            line.clear();
            let read = (&mut input).take(LONGEST).read_until(b'\n', &mut line);
            if read.map_err(unread)? == 0 {
                break;
            }
            if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
                input.skip_until(b'\n').map_err(unread)?;
                let why = format!("expected a line of less than {LONGEST} bytes");
                self.settle("", Err(Refusal::Malformed(why)), Some(number))?;
                continue;
            }
            let text = line.trim_ascii();
            if !text.is_empty() {
                self.answer(&os_text(text), Some(number))?;
            }
            // Who waits for more has the answers to what was said.
            if !input.buffer().contains(&b'\n') {
                self.out.flush()?;
            }
        }
        Ok(())
    }

    fn answer(&mut self, query: &OsStr, line: Option<u64>) -> io::Result<()> {
        let answer = Query::parse(query, self.layers)
            .and_then(|query| answer::answer(query, self.layers).map_err(Refusal::Unknown));
        self.settle(&query.to_string_lossy(), answer, line)
    }

    /// Says of ports what they are, in a sentence each.
    pub(crate) fn explain(&mut self, keys: &[OsString]) -> io::Result<()> {
        self.out.begin()?;
        for key in keys {
            let answer = match Query::parse(key, self.layers) {
                Ok(Query::Port(port)) => Ok(answer::explained(port, Transport::ALL, self.layers)),
                Ok(Query::Key(port, on)) => Ok(answer::explained(port, &[on], self.layers)),
                Ok(_) => Err(Refusal::Malformed(format!(
                    "{key:?}: expected one port, such as 443 or 443/tcp"
                ))),
                Err(refusal) => Err(refusal),
            };
            self.settle(&key.to_string_lossy(), answer, None)?;
        }
        Ok(())
    }

    /// Answers a text that is looked for in some way.
    pub(crate) fn find(
        &mut self,
        text: &'a str,
        look: impl FnOnce(&'a str, &Layers<'a>) -> Result<Answer<'a>, String>,
    ) -> io::Result<()> {
        self.out.begin()?;
        let answer = look(text, self.layers);
        self.settle(text, answer.map_err(Refusal::Unknown), None)
    }

    /// Writes an answer, or tells why there is none; `line` is the line of
    /// standard input, if the query came from there.
    fn settle(
        &mut self,
        query: &str,
        answer: Result<Answer<'_>, Refusal>,
        line: Option<u64>,
    ) -> io::Result<()> {
        let (code, why) = match answer {
            Ok(answer) => return self.out.answer(query, &answer),
            Err(Refusal::Unknown(why)) => (1, why),
            Err(Refusal::Malformed(why)) => (2, why),
        };
        self.out.no_answer(query, &why)?;
        self.out.flush()?;
        match line {
            Some(line) => complain(&format_args!("iana-ports: line {line}: {why}")),
            None => complain(&format_args!("iana-ports: {why}")),
        }
        self.code = self.code.max(code);
        Ok(())
    }
}

#[cfg(unix)]
fn os_text(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_text(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}
