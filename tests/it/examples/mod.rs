//! The examples, as a person runs them.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;

#[cfg(feature = "runtime")]
mod annotate;
mod export;
mod flows;
mod map;
#[cfg(feature = "categories")]
mod map_category;

/// The example of this name next to this test: `cargo test` builds both,
/// `cargo test --test it` only this one.
fn binary(example: &str) -> PathBuf {
    static BUILDING: Mutex<()> = Mutex::new(());
    let test = env::current_exe().expect("the path of this test");
    let profile = test.ancestors().nth(2).expect("the test is in `deps`");
    let binary = profile.join("examples").join(example).with_extension(env::consts::EXE_EXTENSION);
    let _one = BUILDING.lock();
    if !binary.exists() {
        eprintln!("{} is missing: building it", binary.display());
        build(example, profile);
    }
    assert!(binary.exists(), "{} is missing: cargo build --example {example}", binary.display());
    binary
}

/// Builds an example into the directory of a profile.
fn build(example: &str, profile: &Path) {
    let name = match profile.file_name().and_then(OsStr::to_str) {
        Some("debug") | None => "dev",
        Some(name) => name,
    };
    let status = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--example", example, "--profile", name, "--target-dir"])
        .arg(profile.parent().unwrap_or(profile))
        .args(cfg!(feature = "runtime").then_some("--features=runtime"))
        .args(cfg!(feature = "categories").then_some("--features=categories"))
        .status();
    assert!(status.is_ok_and(|status| status.success()), "cannot build the example {example:?}");
}

/// What a program says, and its exit code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

pub(crate) fn run<S: AsRef<OsStr>>(example: &str, arguments: &[S]) -> Answer {
    Command::new(binary(example)).args(arguments).output().expect("the example runs").into()
}

/// The first line that a program says to a reader who then has seen enough: it
/// ends well, and does not complain.
pub(crate) fn first_line(program: &mut Command) -> String {
    let program = program.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program runs");
    let mut line = String::new();
    let out = child.stdout.take().expect("it is piped");
    BufReader::new(out).read_line(&mut line).expect("it writes UTF-8");

    // All of the other stream, now that this one is closed.
    let answer: Answer = child.wait_with_output().expect("it ends").into();
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
    line
}
