//! The services file against the C library, which reads it in the place of
//! `/etc/services`: `getent` in a mount namespace of its own.

use super::services_file::{TEXT, lines};
use crate::oracle::model::{MODEL, service};
use iana_ports::servent::{Servent, getservbyname, getservbyport};
use iana_ports::{Transport, services};
use std::collections::{BTreeSet, HashSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::thread;

/// What mounts `$1` and asks for the other arguments.
const SCRIPT: &str = "mount --bind \"$1\" /etc/services && shift && exec getent services \"$@\"";

/// How many keys one call is asked for.
const BATCH: usize = 1_000;

/// A services file, and how to make a namespace in which it is the system's.
struct Getent {
    unshare: &'static str,
    file: PathBuf,
}

impl Getent {
    /// The lines that `getent` prints: an entry for each key it finds, in
    /// order, or every entry. An error if it cannot be asked.
    fn ask(&self, keys: &[String]) -> Result<Vec<String>, String> {
        let script = ["sh", "-c", SCRIPT, "sh"];
        let output = Command::new("unshare")
            .arg(self.unshare)
            .args(script)
            .arg(&self.file)
            .args(keys)
            .output()
            .map_err(|error| format!("unshare: {error}"))?;
        // 2 says that a key is not there.
        if !matches!(output.status.code(), Some(0 | 2)) || !output.stderr.is_empty() {
            let error = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            return Err(format!("unshare {}: {}: {error}", self.unshare, output.status));
        }
        let entry = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let output = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
        Ok(output.lines().map(entry).collect())
    }

    /// Whether what it answers is in the file, and nothing else.
    fn probe(unshare: &'static str) -> Result<(), String> {
        let file = scratch("getent-probe");
        fs::write(&file, "iana-ports-probe\t9/tcp\tprobe\n").map_err(|error| error.to_string())?;
        let keys = ["9/tcp", "ssh/tcp", "probe/tcp"].map(str::to_owned);
        let answer = Self { unshare, file }.ask(&keys)?;
        let expected = ["iana-ports-probe 9/tcp probe"; 2];
        if answer == expected { Ok(()) } else { Err(format!("getent: {answer:?}")) }
    }

    /// The exported file in the C library's eyes, or `None` where that cannot
    /// be had; standard error says why.
    fn of_export() -> Option<&'static Self> {
        static GETENT: OnceLock<Result<Getent, String>> = OnceLock::new();
        let getent = GETENT.get_or_init(|| {
            let unshare = Self::probe("-m").map(|()| "-m");
            let unshare = unshare.or_else(|root| match Self::probe("-rm") {
                Ok(()) => Ok("-rm"),
                Err(user) => Err(format!("{root}; {user}")),
            })?;
            let file = scratch("getent-services");
            fs::write(&file, &*TEXT).map_err(|error| error.to_string())?;
            Ok(Self { unshare, file })
        });
        match getent {
            Ok(getent) => Some(getent),
            Err(why) => {
                eprintln!("skipped: getent cannot be asked for another services file: {why}");
                None
            }
        }
    }

    /// Asks for keys in batches, on two threads, and asserts the answers.
    fn assert(&self, questions: &[Question]) {
        let check = |questions: &[Question]| {
            for batch in questions.chunks(BATCH) {
                let keys: Vec<String> = batch.iter().map(|question| question.key.clone()).collect();
                let expected = batch.iter().filter_map(|question| question.answer.as_ref());
                let answers = self.ask(&keys).expect("getent answered before");
                if !expected.clone().eq(&answers) {
                    let mut pairs = answers.iter().zip(expected);
                    let differ = pairs.find(|(answer, expected)| answer != expected);
                    panic!("{} to {}: {differ:?}", keys[0], keys[keys.len() - 1]);
                }
            }
        };
        let (first, second) = questions.split_at(questions.len() / 2);
        thread::scope(|scope| {
            scope.spawn(move || check(first));
            check(second);
        });
    }
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// An entry as `getent` prints it, with single blanks.
fn entry(servent: Servent<'_>) -> String {
    let aliases = servent.aliases().map(|alias| format!(" {}", alias.name()));
    let key = format!("{} {}/{}", servent.name(), servent.port(), servent.proto());
    key + &aliases.collect::<String>()
}

/// A question, what the look-ups of [`iana_ports::servent`] answer, and whether
/// its rows have anything that can change the order of lines.
struct Question {
    key: String,
    answer: Option<String>,
    tells: bool,
}

/// Whether one of the rows is preferred, an alias, a service of an alias, or of
/// many ports.
fn tells(rows: &[usize]) -> bool {
    rows.iter().any(|&row| {
        let (cells, mut aliases) = (&MODEL.rows[row], service(row).aliases());
        let alias = cells.alias_target().is_some() || aliases.next().is_some();
        cells.preferred || cells.is_range() || alias
    })
}

/// What is asked of a port, on each transport and on none.
fn by_port(port: u16) -> impl Iterator<Item = Question> {
    let mut rows = Transport::ALL.iter().map(|transport| MODEL.services_on(port, *transport));
    let tells = rows.any(|rows| rows.len() > 1 || tells(rows));
    let question =
        move |key, answer: Option<Servent<'_>>| Question { key, answer: answer.map(entry), tells };
    let on = move |transport: Transport| {
        question(format!("{port}/{transport}"), getservbyport(port, Some(transport.as_str())))
    };
    Transport::ALL
        .iter()
        .copied()
        .map(on)
        .chain([question(port.to_string(), getservbyport(port, None))])
}

/// What is asked of a name, on each transport and on none.
fn by_name(name: &str) -> impl Iterator<Item = Question> {
    let rows = MODEL.services_named(name);
    let ports: HashSet<_> = rows.iter().map(|&row| &MODEL.rows[row].ports).collect();
    let tells = ports.len() > 1 || tells(rows);
    let question =
        move |key, answer: Option<Servent<'_>>| Question { key, answer: answer.map(entry), tells };
    let on = move |transport: Transport| {
        let proto = transport.as_str();
        question(format!("{name}/{proto}"), getservbyname(name, Some(proto)))
    };
    let any = question(name.to_owned(), getservbyname(name, None));
    Transport::ALL.iter().copied().map(on).chain([any])
}

#[test]
fn every_line_is_read_as_it_is_meant() {
    let Some(getent) = Getent::of_export() else { return };
    let expected = lines(&TEXT).into_iter().map(|line| {
        let names: Vec<_> = line.names().skip(1).map(|alias| format!(" {alias}")).collect();
        format!("{} {}/{}{}", line.name, line.port, line.transport, names.concat())
    });
    assert!(getent.ask(&[]).unwrap().into_iter().eq(expected));
}

/// Every key whose rows could be in the wrong order, every 50th other, and of
/// those without an answer a few: for each, the C library goes through all of
/// the file. That no other line can answer follows from
/// [`every_line_is_read_as_it_is_meant`].
///
/// With `IANA_PORTS_EVERY_QUESTION=1` nothing is left out, which takes minutes:
/// so `.github/workflows/update.yml` runs it with each new edition.
#[test]
fn every_answer() {
    let Some(getent) = Getent::of_export() else { return };
    let every = env::var_os("IANA_PORTS_EVERY_QUESTION").is_some();
    // What stands behind the first slash is the protocol to `getent`: it cannot ask
    // for `914c/g`.
    let names: BTreeSet<&str> =
        services().map(|service| service.name()).filter(|name| !name.contains('/')).collect();
    let ports: Vec<Question> = (0..=u16::MAX).flat_map(by_port).collect();
    let names: Vec<Question> = names.into_iter().flat_map(by_name).collect();
    for (mut questions, unanswered) in [(ports, 1_000), (names, 100)] {
        let (mut telling, mut others, mut without) = (0, 0, 0);
        questions.retain(|question| {
            let (count, share) = match (&question.answer, question.tells) {
                (Some(_), true) => (&mut telling, 1),
                (Some(_), false) => (&mut others, 50),
                (None, _) => (&mut without, unanswered),
            };
            *count += 1;
            every || *count % share == 0
        });
        assert!(telling > 500 && others > 10_000 && without > 10_000);
        getent.assert(&questions);
    }
}
