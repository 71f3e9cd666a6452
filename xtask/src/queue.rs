//! A queue of steps, which two workers take from, and a table of what came of
//! each.

use core::cmp::Reverse;
use core::fmt::{self, Display};
use core::panic::AssertUnwindSafe;
use core::time::Duration;
use std::panic::catch_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

/// Two, as much of a build is one crate after another, and leaves a core idle.
const WORKERS: usize = 2;

/// The seconds of a step that comes before all longer ones: what is wrong there
/// is soon said.
const SHORT: u32 = 10;

/// What came of a step that did not fail.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    Passed,
    /// Why the step, or a part of it, could not be done on this machine.
    Skipped(String),
}

impl From<()> for Outcome {
    fn from((): ()) -> Self {
        Self::Passed
    }
}

type Run = Box<dyn Fn() -> Result<Outcome, String> + Send + Sync>;

/// A part of what must hold.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    /// Where cargo builds, which lets one build at a time into a folder.
    folder: &'static str,
    /// How long the step takes, about: the longest are taken first.
    seconds: u32,
    run: Run,
}

impl Step {
    pub(crate) fn new<T: Into<Outcome>>(
        name: &'static str,
        folder: &'static str,
        seconds: u32,
        run: impl Fn() -> Result<T, String> + Send + Sync + 'static,
    ) -> Self {
        let run = Box::new(move || run().map(Into::into));
        Self { name, folder, seconds, run }
    }
}

/// A step that was run.
struct Done {
    name: &'static str,
    time: Duration,
    result: Result<Outcome, String>,
}

/// Where a step stands in the table.
struct Row<'a>(&'a Done);

impl Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Done { name, time, result } = self.0;
        write!(f, "{name:<12}{:>7.1} s  ", time.as_secs_f64())?;
        match result {
            Ok(Outcome::Passed) => f.write_str("passed"),
            Ok(Outcome::Skipped(why)) => write!(f, "skipped: {why}"),
            // The whole stands below the table.
            Err(error) => write!(f, "failed: {}", error.lines().next().unwrap_or_default()),
        }
    }
}

/// What the workers share.
struct State {
    waiting: Vec<Step>,
    /// The folders of the steps that run.
    busy: Vec<&'static str>,
    done: Vec<Done>,
}

/// Runs every step, also after one that fails, and prints a table.
///
/// # Errors
///
/// What each step that failed says.
pub(crate) fn run(mut steps: Vec<Step>) -> Result<(), String> {
    let names: Vec<_> = steps.iter().map(|step| step.name).collect();
    steps.sort_by_key(|step| (step.seconds > SHORT, Reverse(step.seconds)));
    let state = Mutex::new(State { waiting: steps, busy: Vec::new(), done: Vec::new() });
    let ended = Condvar::new();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| work(&state, &ended, names.len()));
        }
    });
    let mut done = state.into_inner().unwrap_or_else(PoisonError::into_inner).done;
    done.sort_by_key(|step| names.iter().position(|name| *name == step.name));
    let (table, errors) = summary(&done);
    eprint!("{table}");
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

/// Takes steps until none is left.
fn work(state: &Mutex<State>, ended: &Condvar, steps: usize) {
    // Nothing under the lock panics.
    let lock = || state.lock().unwrap_or_else(PoisonError::into_inner);
    let next = |mut state: MutexGuard<'_, State>| loop {
        if state.waiting.is_empty() {
            return None;
        }
        let State { waiting, busy, .. } = &mut *state;
        if let Some(place) = waiting.iter().position(|step| !busy.contains(&step.folder)) {
            let step = waiting.remove(place);
            busy.push(step.folder);
            return Some(step);
        }
        state = ended.wait(state).unwrap_or_else(PoisonError::into_inner);
    };
    while let Some(Step { name, folder, run, .. }) = next(lock()) {
        eprintln!("xtask: {name}: begins");
        let start = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("panicked".into()));
        let step = Done { name, time: start.elapsed(), result };
        let mut state = lock();
        eprintln!("xtask: {} ({} of {steps})", Row(&step), state.done.len() + 1);
        state.done.push(step);
        state.busy.retain(|busy| *busy != folder);
        ended.notify_all();
    }
}

/// The table of all steps, and what those that failed say.
fn summary(done: &[Done]) -> (String, Vec<String>) {
    let mut table: String = done.iter().map(|step| format!("{}\n", Row(step))).collect();
    let skipped = done.iter().filter(|step| matches!(step.result, Ok(Outcome::Skipped(_))));
    let skipped = skipped.count();
    let errors: Vec<String> = done
        .iter()
        .filter_map(|step| Some(format!("{}: {}", step.name, step.result.as_ref().err()?)))
        .collect();
    let passed = done.len() - skipped - errors.len();
    table += &format!("{passed} passed, {} failed, {skipped} skipped\n", errors.len());
    (table, errors)
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::sync::{Arc, Barrier, Mutex};

    use super::{Done, Outcome, Step, run, summary};

    #[test]
    fn the_table_has_every_step_and_the_errors_are_whole() {
        let step =
            |name, tenths, result| Done { name, time: Duration::from_millis(tenths), result };
        let (table, errors) = summary(&[
            step("format", 1_500, Ok(Outcome::Passed)),
            step("minimum", 0, Ok(Outcome::Skipped("no Rust 1.85".into()))),
            step("lints", 123_400, Err("a\nb".into())),
        ]);
        assert_eq!(
            table,
            "format          1.5 s  passed\n\
             minimum         0.0 s  skipped: no Rust 1.85\n\
             lints         123.4 s  failed: a\n\
             1 passed, 1 failed, 1 skipped\n"
        );
        assert_eq!(errors, ["lints: a\nb"]);
    }

    /// Steps of two folders run at the same time, those of one never.
    #[test]
    fn a_folder_has_one_step_at_a_time() {
        let meet = Arc::new(Barrier::new(2));
        let order = Arc::new(Mutex::new(Vec::new()));
        let step = |name, folder, seconds, meets: bool| {
            let (meet, order) = (Arc::clone(&meet), Arc::clone(&order));
            Step::new(name, folder, seconds, move || {
                order.lock().unwrap().push(name);
                if meets {
                    meet.wait();
                }
                Ok(())
            })
        };
        run(vec![
            step("late", "a", 20, false),
            step("long", "a", 30, true),
            step("other", "b", 10, true),
        ])
        .unwrap();
        let order = order.lock().unwrap();
        assert_eq!(order.len(), 3);
        assert_eq!(order[2], "late");
    }

    #[test]
    fn nothing_stops_the_others() {
        let step = |name, run: fn() -> Result<(), String>| Step::new(name, "a", 1, run);
        let error = run(vec![
            step("first", || Err("wrong".into())),
            step("second", || panic!("a step that has a bug")),
            step("third", || Ok(())),
            step("fourth", || Err("wrong too".into())),
        ]);
        assert_eq!(error.unwrap_err(), "first: wrong\nsecond: panicked\nfourth: wrong too");
    }
}
