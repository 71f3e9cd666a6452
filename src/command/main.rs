//! The command `iana-ports`: what the registry says of ports, service names,
//! labels, contacts and RFCs.
//!
//! ```text
//! cargo run --features cli -- 10162/udp
//! ```
//!
//! It is a program that uses the library as any other does: by its public
//! interface, under its name. `iana-ports --help` has all of it.

mod answer;
mod arguments;
mod customary;
mod describe;
mod files;
mod free;
mod group;
mod notes;
mod out;
mod overview;
mod page;
mod people;
mod query;
mod session;
mod sockets;
mod words;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use clap_mangen::Man;
use iana_ports::layers::Layers;
use iana_ports::{Registry, registry};

use arguments::{Arguments, Task};
use out::{Failure, Output, complain};
use session::Session;

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => ExitCode::from(code),
        // A closed pipe is no error: whoever reads has seen enough.
        Err(Failure::Write(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Write(error)) => {
            complain(&format_args!("iana-ports: cannot write the answers: {error}"));
            ExitCode::from(2)
        }
        Err(Failure::Refused(why)) => {
            complain(&format_args!("iana-ports: {why}"));
            ExitCode::from(2)
        }
    }
}

/// Does what is asked for, and gives the exit code.
fn run(arguments: Arguments) -> Result<u8, Failure> {
    let Arguments { options, queries, task } = arguments;
    if !queries.is_empty() && task.is_some() {
        return Err("expected queries or a command, found both".to_owned().into());
    }
    let form = options.form()?;
    if let Some(task) = &task {
        task.check(form)?;
    }
    let text = task.as_ref().map(Task::text).unwrap_or_default();
    let own = options.registry.iter().map(|path| files::load(path));
    let own: Vec<Registry> = own.collect::<Result<_, _>>()?;
    let layers = Layers::new(own.iter().chain([registry()]));
    let mut session = Session { layers: &layers, out: Output::new(form, options.color), code: 0 };
    match task.unwrap_or(Task::Lookup { queries }) {
        Task::Lookup { queries } => session.look_up(&queries)?,
        Task::Explain { keys } => session.explain(&keys)?,
        Task::Search { first, .. } => {
            session.find(&text, |text, layers| words::found(text, first, layers))?;
        }
        Task::Contact { .. } => session.find(&text, words::contacts_like)?,
        Task::Org { .. } => session.find(&text, words::organizations_like)?,
        Task::Free(asked) => session.code = free::write(&asked, &layers, &mut session.out)?,
        Task::Diff(asked) => files::diff(&asked, &mut session.out)?,
        Task::Export(asked) => files::export(&asked, &layers, &mut session.out)?,
        Task::Sockets { listening, root } => {
            session.code = sockets::write(&root, listening, &layers, &mut session.out)?;
        }
        Task::Completions { shell } => {
            // The generator panics where it cannot write.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "iana-ports", &mut script);
            write!(session.out, "{}", String::from_utf8_lossy(&script))?;
        }
        Task::Man { name } => write!(session.out, "{}", page(name.as_deref())?)?,
    }
    session.out.flush()?;
    Ok(session.code)
}

/// The manual page of the command, or of one of its commands.
fn page(name: Option<&str>) -> Result<String, Failure> {
    let mut command = Arguments::command();
    command.build();
    let command = match name {
        None => command,
        Some(name) => command
            .find_subcommand(name)
            .ok_or_else(|| format!("{name:?}: expected a command of iana-ports"))?
            .clone()
            // `man` finds it under the name with a hyphen.
            .name(format!("iana-ports-{name}")),
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
