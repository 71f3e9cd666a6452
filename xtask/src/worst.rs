//! `cargo xtask worst`: what the worst inputs that we know cost to load, as the
//! table of DESIGN.md. Each is loaded in a process of its own, whose time and
//! memory the kernel counts.

use core::fmt::Write as _;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use iana_ports::Registry;

use crate::cmd::output;
use crate::{files, fingerprints};

const SERVICES: &str = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
    Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
    Assignment Notes\n";
const CONTACTS: &str = "ID,Name,Organization,Contact URI,Last Updated\n";
const PREFERRED: &str = "Service Name,Port Number,Transport Protocol,Reason\n";

/// What is written into a file, in full.
type File = fn(&mut Random) -> String;

/// An input: what it is called, its `service-names-port-numbers.csv` or, with
/// `None`, no more than one row there, and another file of the directory.
struct Input {
    what: &'static str,
    services: Option<File>,
    other: Option<(&'static str, File)>,
}

const fn csv(what: &'static str, services: File) -> Input {
    Input { what, services: Some(services), other: None }
}

static INPUTS: [Input; 13] = [
    csv("65,500 random names, descriptions and contacts of 250 bytes", |random| {
        rows(65_500, |_| {
            let [name, description, contact] = [(); 3].map(|()| random.text(250));
            format!("{name},,,{description},,[{contact}],,,,,,")
        })
    }),
    csv("21 million times one handle", |_| {
        let handles = "[a]".repeat(21_800);
        rows(980, |number| format!("a{number},,,,{handles},,,,,,,"))
    }),
    Input {
        what: "65,533 rows, each preferred by name",
        services: Some(|_| rows(65_533, |number| format!("{number:0>250}x,,,,,,,,,,,"))),
        other: Some(("preferred.csv", |_| {
            lines(PREFERRED, 65_533, |number| format!("{number:0>250}x,,,why"))
        })),
    },
    csv("65,500 random names of 250 bytes", |random| {
        rows(65_500, |_| format!("{},,,,,,,,,,,", random.text(250)))
    }),
    csv("900 notes of 65,535 bytes, phrase after phrase", |_| {
        let note = "This entry is an alias to ".repeat(2_520);
        rows(900, |number| format!("a{number},,,,,,,,,,,{note}"))
    }),
    csv("8 million handles", |_| {
        rows(980, |number| {
            let handles = (0..8_100).map(|handle| format!("[{:x}]", handle % 65_000));
            format!("a{number},,,,{},,,,,,,", handles.collect::<String>())
        })
    }),
    csv("16 MiB of random descriptions", |random| {
        rows(4_000, |number| format!("a{number},,,{},,,,,,,,", random.text(4_100)))
    }),
    csv("67 million columns in one row", |_| format!("{SERVICES}{}\n", ",".repeat(67_000_000))),
    csv("65,000 nameless rows of all ports", |_| {
        rows(65_000, |number| format!(",0-65535,,{number},,,,,,,,"))
    }),
    csv("32,700 rows of one name on one port", |_| {
        rows(32_700, |number| format!("a,7,tcp,{number},,,,,,,,"))
    }),
    Input {
        what: "a directory whose `contacts.csv` has 65,500 rows of 930 line ends",
        services: None,
        other: Some(("contacts.csv", |_| {
            let blank = "\n".repeat(930);
            lines(CONTACTS, 65_500, |number| format!("{number},,,\"{blank}\","))
        })),
    },
    Input {
        what: "one with 65,500 rows of 80 URIs of 9 bytes",
        services: None,
        other: Some(("contacts.csv", |_| {
            let uris = "mailto:a&\n".repeat(93);
            lines(CONTACTS, 65_500, |number| format!("{number},,,\"{uris}\","))
        })),
    },
    Input {
        what: "one with 65,500 random contacts of 250 bytes a column",
        services: None,
        other: Some(("contacts.csv", |random| {
            lines(CONTACTS, 65_500, |_| {
                let [handle, name, organization, uri] = [(); 4].map(|()| random.text(240));
                format!("{handle},{name},{organization},{uri},")
            })
        })),
    },
];

/// Prints the table, of the inputs whose name contains a text.
pub(crate) fn print(text: &str) -> Result<(), String> {
    let scratch = env::temp_dir().join(format!("iana-ports-worst-{}", std::process::id()));
    let printed = measured(&scratch, text);
    let removed = fs::remove_dir_all(&scratch);
    printed.and(removed.map_err(|error| format!("{}: {error}", scratch.display())))
}

fn measured(scratch: &Path, text: &str) -> Result<(), String> {
    let usual = cost(&fingerprints::registry(), 10)?;
    println!("1 is {:.0} ms and {:.0} MB", usual.0 * 1e3, usual.1 / 1e6);
    println!("\n| input | time | memory |\n|---|---:|---:|");
    for input in INPUTS.iter().filter(|input| input.what.contains(text)) {
        let directory = input.write(scratch)?;
        let (seconds, bytes) = cost(&directory, 1)?;
        println!("| {} | {:.0} | {:.0} |", input.what, seconds / usual.0, bytes / usual.1);
    }
    Ok(())
}

/// The seconds of the processor and the bytes that loading a directory takes, in
/// a process that does so several times.
fn cost(directory: &Path, times: u32) -> Result<(f64, f64), String> {
    let this = env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(this);
    let printed = output(command.arg("worst-one").arg(directory).arg(times.to_string()))?.stdout;
    let mut numbers = printed.split_whitespace().map(str::parse::<f64>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(seconds)), Some(Ok(bytes))) => Ok((seconds / f64::from(times), bytes)),
        _ => Err(format!("expected seconds and bytes, found {printed:?}")),
    }
}

/// Loads a directory, and prints what that took. An error is an answer too.
pub(crate) fn one(directory: &str, times: &str) -> Result<(), String> {
    let times: u32 = times.parse().map_err(|error| format!("{times:?}: {error}"))?;
    for _ in 0..times {
        match Registry::from_dir(directory) {
            Ok(registry) => eprintln!("{registry:?}"),
            Err(error) => eprintln!("{error}"),
        }
    }
    let ran = files::read("/proc/self/schedstat")?;
    let nanoseconds = ran.split_whitespace().next().and_then(|number| number.parse::<f64>().ok());
    let status = files::read("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<f64>().ok());
    match (nanoseconds, kib) {
        (Some(nanoseconds), Some(kib)) => println!("{} {}", nanoseconds / 1e9, kib * 1024.0),
        _ => return Err("expected the figures of a Linux kernel in /proc/self".to_owned()),
    }
    Ok(())
}

impl Input {
    /// The directory with the files.
    fn write(&self, scratch: &Path) -> Result<PathBuf, String> {
        let shown = |error| format!("{}: {error}", scratch.display());
        let directory = scratch.join("input");
        if directory.exists() {
            fs::remove_dir_all(&directory).map_err(shown)?;
        }
        fs::create_dir_all(&directory).map_err(shown)?;
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let services = self.services.map_or_else(
            || format!("{SERVICES}a,1,tcp,,,,,,,,,\n"),
            |services| services(&mut random),
        );
        let write = |file: &str, text: String| fs::write(directory.join(file), text);
        write("service-names-port-numbers.csv", services).map_err(shown)?;
        if let Some((file, text)) = self.other {
            write(file, text(&mut random)).map_err(shown)?;
        }
        Ok(directory)
    }
}

fn rows(count: usize, row: impl FnMut(usize) -> String) -> String {
    lines(SERVICES, count, row)
}

fn lines(header: &str, count: usize, mut line: impl FnMut(usize) -> String) -> String {
    let mut text = header.to_owned();
    for number in 0..count {
        // A text takes all that is written.
        let _ = writeln!(text, "{}", line(number));
    }
    text
}

/// Xorshift64* by Vigna.
struct Random(u64);

impl Random {
    /// Letters and digits in disorder.
    fn text(&mut self, bytes: usize) -> String {
        const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz012345";
        let mut text = String::with_capacity(bytes);
        for _ in 0..bytes {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            let place = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 59;
            text.push(char::from(DIGITS[usize::try_from(place).unwrap_or(0)]));
        }
        text
    }
}
