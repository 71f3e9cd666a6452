//! `cargo xtask clients`: the programs of `tests/clients/`, built, run, and
//! compared with what is committed of them.

use core::fmt::Write;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cmd::{cargo, root, run};

/// The workspace of the programs.
const CLIENTS: &str = "tests/clients";
/// The transcript of a program, beside its manifest.
const TRANSCRIPT: &str = "run.txt";
/// What a command in a transcript begins with.
const PROMPT: &str = "$ ";

/// Builds every program and runs the commands of its transcript: an error if
/// one prints something else.
pub(crate) fn check() -> Result<(), String> {
    each(|path, committed, found| match difference(committed, found) {
        None => Ok(()),
        Some(difference) => Err(format!("{}:{difference}", path.display())),
    })
}

/// Does the same, and writes what is printed into the transcripts.
pub(crate) fn write() -> Result<(), String> {
    each(|path, _, found| {
        fs::write(root().join(path), found).map_err(|error| format!("{}: {error}", path.display()))
    })
}

/// Hands over the path of each transcript, what it is, and what it is today.
fn each(act: impl Fn(&Path, &str, &str) -> Result<(), String>) -> Result<(), String> {
    let target = root().join("target/clients");
    run(cargo(["build", "--quiet", "--locked", "--workspace"])
        .current_dir(root().join(CLIENTS))
        .env("CARGO_TARGET_DIR", &target))?;
    let mut commands = 0;
    for folder in clients()? {
        let path = folder.join(TRANSCRIPT);
        let committed = fs::read_to_string(root().join(&path));
        let committed = committed.map_err(|error| format!("{}: {error}", path.display()))?;
        let mut entries = Vec::new();
        for line in committed.lines().filter(|line| line.starts_with(PROMPT)) {
            let entry = entry(line, &root().join(&folder), &target.join("debug"));
            entries.push(entry.map_err(|error| format!("{}: {line}: {error}", path.display()))?);
        }
        if entries.is_empty() {
            return Err(format!("{}: expected a line that begins with {PROMPT:?}", path.display()));
        }
        commands += entries.len();
        act(&path, &committed, &entries.join("\n"))?;
    }
    println!("clients: {commands} commands of the programs in {CLIENTS}");
    Ok(())
}

/// The folders that have a manifest, from the root of the repository, sorted.
fn clients() -> Result<Vec<PathBuf>, String> {
    let named = |error| format!("{CLIENTS}: {error}");
    let mut folders = Vec::new();
    for entry in fs::read_dir(root().join(CLIENTS)).map_err(named)? {
        let folder = Path::new(CLIENTS).join(entry.map_err(named)?.file_name());
        if root().join(&folder).join("Cargo.toml").is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}

/// A command, what it prints (standard output, then standard error), and its
/// exit code if that is not 0.
fn entry(line: &str, folder: &Path, programs: &Path) -> Result<String, String> {
    let Invocation { words, input } = Invocation::parse(line.trim_start_matches(PROMPT))?;
    let (program, arguments) = words.split_first().ok_or("expected a program")?;
    let input = match input {
        Some(name) => {
            let file = File::open(folder.join(&name));
            Stdio::from(file.map_err(|error| format!("{name}: {error}"))?)
        }
        None => Stdio::null(),
    };
    let output = Command::new(programs.join(program))
        .args(arguments)
        .current_dir(folder)
        .stdin(input)
        .env("NO_COLOR", "1")
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    let mut entry = format!("{line}\n");
    for printed in [output.stdout, output.stderr] {
        let printed = String::from_utf8(printed)
            .map_err(|_| format!("{program}: expected UTF-8 on its outputs"))?;
        if let Some(line) = printed.lines().find(|line| line.starts_with(PROMPT)) {
            return Err(format!("expected no printed line that looks like a command: {line:?}"));
        }
        entry.push_str(&printed);
        if !printed.is_empty() && !printed.ends_with('\n') {
            entry.push('\n');
        }
    }
    match output.status.code() {
        Some(0) => {}
        Some(code) => _ = writeln!(entry, "exit code {code}"),
        None => _ = writeln!(entry, "{}", output.status),
    }
    Ok(entry)
}

/// A command line of a shell, as far as the transcripts use it.
#[derive(Debug, PartialEq)]
struct Invocation {
    words: Vec<String>,
    /// The file of its standard input.
    input: Option<String>,
}

impl Invocation {
    /// Words between blanks, literal within single quotes, and `< FILE`.
    fn parse(text: &str) -> Result<Self, String> {
        let mut words: Vec<(String, bool)> = Vec::new();
        let mut is_in_word = false;
        for (place, part) in text.split('\'').enumerate() {
            let is_quoted = place % 2 == 1;
            for character in part.chars() {
                if character == ' ' && !is_quoted {
                    is_in_word = false;
                    continue;
                }
                if !is_in_word {
                    words.push((String::new(), false));
                    is_in_word = true;
                }
                if let Some((word, _)) = words.last_mut() {
                    word.push(character);
                }
            }
            if is_quoted && !is_in_word {
                words.push((String::new(), true));
                is_in_word = true;
            }
            if let (true, Some((_, quoted))) = (is_quoted, words.last_mut()) {
                *quoted = true;
            }
        }
        if text.matches('\'').count() % 2 == 1 {
            return Err("expected a second single quote".to_owned());
        }
        let redirection = words.iter().position(|(word, quoted)| word == "<" && !quoted);
        let input = match redirection {
            Some(place) if place + 2 == words.len() => {
                let input = words.pop().map(|(word, _)| word);
                words.truncate(place);
                input
            }
            Some(_) => return Err("expected one file after <, at the end".to_owned()),
            None => None,
        };
        Ok(Self { words: words.into_iter().map(|(word, _)| word).collect(), input })
    }
}

/// The first line that differs, behind its number; `None` if none does.
fn difference(committed: &str, found: &str) -> Option<String> {
    if committed == found {
        return None;
    }
    let (mut expected, mut printed) = (committed.split('\n'), found.split('\n'));
    let mut number = 0;
    let (expected, printed) = loop {
        number += 1;
        match (expected.next(), printed.next()) {
            (one, other) if one != other => break (one, other),
            _ => {}
        }
    };
    Some(format!(
        "{number}: expected {}, found {}; `cargo xtask clients --write` accepts it",
        quoted(expected),
        quoted(printed)
    ))
}

fn quoted(line: Option<&str>) -> String {
    line.map_or_else(|| "the end".to_owned(), |line| format!("{line:?}"))
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::path::Path;

    use super::{Invocation, difference, entry};

    fn parsed(text: &str) -> (Vec<String>, Option<String>) {
        let Invocation { words, input } = Invocation::parse(text).unwrap();
        (words, input)
    }

    #[test]
    fn words_quotes_and_input() {
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        for (text, expected, input) in [
            ("scan", &["scan"][..], None),
            ("scan  -p 'a b'  c", &["scan", "-p", "a b", "c"], None),
            ("scan a'b c'd ''", &["scan", "ab cd", ""], None),
            ("scan '<' x", &["scan", "<", "x"], None),
            ("scan x < in.csv", &["scan", "x"], Some("in.csv")),
            ("", &[], None),
        ] {
            assert_eq!(parsed(text), (words(expected), input.map(str::to_owned)), "{text}");
        }
        for (text, expected) in [
            ("scan 'x", "expected a second single quote"),
            ("scan <", "expected one file after <, at the end"),
            ("scan < a b", "expected one file after <, at the end"),
        ] {
            assert_eq!(Invocation::parse(text).unwrap_err(), expected, "{text}");
        }
    }

    #[test]
    fn outputs_and_the_exit_code() {
        // A program that is there wherever the tests run, and not its name.
        let cargo = Path::new(env!("CARGO"));
        let name = cargo.file_name().and_then(|name| name.to_str()).unwrap();
        let programs = cargo.parent().unwrap();
        let folder = env::temp_dir();
        let entry = |arguments: &str| entry(&format!("$ {name} {arguments}"), &folder, programs);
        let ran = entry("--version").unwrap();
        assert!(ran.starts_with(&format!("$ {name} --version\ncargo ")), "{ran}");
        assert_eq!(ran.lines().count(), 2);
        let failed = entry("'no such command'").unwrap();
        assert!(
            failed.contains("no such command") && failed.ends_with("\nexit code 101\n"),
            "{failed}"
        );
        assert!(entry("< no-such-file").unwrap_err().starts_with("no-such-file: "));
    }

    #[test]
    fn the_first_difference() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(
            difference("a\nb\n", "a\nc\n").unwrap(),
            "2: expected \"b\", found \"c\"; `cargo xtask clients --write` accepts it"
        );
        assert!(difference("a\n", "a").unwrap().starts_with("2: expected \"\", found the end;"));
    }
}
