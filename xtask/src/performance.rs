//! The results of the benches as Markdown: the tables of `BENCHMARKS.md` and
//! the summary in `README.md`.

use core::fmt::Write;

use crate::measured::{KINDS, OURS, Question, Reading, Rival};
use crate::sizes::grouped;

/// Where and how it was measured.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) processors: usize,
    pub(crate) compiler: String,
}

/// All results: a table a kind of key, and what else was measured.
pub(crate) fn section(
    rivals: &[Rival],
    questions: &[Question],
    machine: &Machine,
    reading: &Reading,
) -> String {
    let Machine { processor, processors, compiler } = machine;
    let mut text = format!(
        "Nanoseconds a look-up, as one run of `cargo xtask bench` measured them on\n\
         {processor}, {processors} cores, with {compiler}; the same run drew the chart\n\
         `benches/lookups.svg`.\n\n"
    );
    for (kind, sets) in KINDS {
        _ = writeln!(text, "| {kind} | static bytes | start-up | heap | {} |", sets.join(" | "));
        _ = writeln!(text, "|---|---:|---:|---:|{}", "---:|".repeat(sets.len()));
        for rival in rivals.iter().filter(|rival| rival.kind == kind) {
            let name = title(rival.name);
            let name = if rival.name == OURS { format!("**{name}**") } else { name.to_owned() };
            _ = write!(text, "| {name} | {} |", before_the_first(rival));
            for time in &rival.times {
                _ = write!(text, " {} |", time.map_or("-".to_owned(), nanoseconds));
            }
            text.push('\n');
        }
        text.push('\n');
    }
    text.push_str(&beside(questions));
    let Reading { services, fields, flows_on_one, flows_on_two } = reading;
    _ = write!(
        text,
        "A walk over all services takes {services:.1} ns for each, reading every field of one \
         {fields:.0} ns.\n\
         A stream of 10 million flow keys (half of them on 64 services, half on any port) is\n\
         annotated with names at {:.0} million keys a second on one core, {:.0} million on two.\n",
        1000.0 / flows_on_one,
        1000.0 / flows_on_two,
    );
    text
}

/// The questions as a table, each beside what it is measured by.
fn beside(questions: &[Question]) -> String {
    let mut text =
        "| question | ns | beside | ns | ratio | bar |\n|---|---:|---|---:|---:|---:|\n".to_owned();
    for Question { asked, time, beside, bar } in questions {
        let (rival, other, ratio, bar) = match beside {
            Some((rival, other)) => {
                let bar = if bar.is_finite() { format!("{bar:.2}") } else { "-".to_owned() };
                (*rival, nanoseconds(*other), format!("{:.2}", time / other), bar)
            }
            None => ("-", "-".to_owned(), "-".to_owned(), format!("{bar:.1} ns")),
        };
        let time = nanoseconds(*time);
        _ = writeln!(text, "| {asked} | {time} | {rival} | {other} | {ratio} | {bar} |");
    }
    text + "\n"
}

/// The rivals that the summary names, besides the library.
const CHOSEN: [&str; 3] = [OURS, "phf", "fxhashmap"];

/// The time of a look-up that hits, and the bytes it needs: a row a kind of
/// key.
pub(crate) fn summary(rivals: &[Rival]) -> Result<String, String> {
    let mut text = format!(
        "| ns for a hit | {} | bytes, in this order |\n|---|{}---|\n",
        CHOSEN.map(title).join(" | "),
        "---:|".repeat(CHOSEN.len()),
    );
    for (kind, _) in KINDS {
        let mut bytes = Vec::new();
        _ = write!(text, "| a {} |", kind.trim_end_matches('s'));
        for name in CHOSEN {
            let rival = rivals.iter().find(|rival| rival.kind == kind && rival.name == name);
            let missing = || format!("expected the results of {name} on {kind}");
            let rival = rival.ok_or_else(missing)?;
            let hit = rival.times.first().copied().flatten().ok_or_else(missing)?;
            _ = write!(text, " {} |", nanoseconds(hit));
            bytes.push(grouped(rival.static_bytes + rival.heap_bytes));
        }
        _ = writeln!(text, " {} |", bytes.join(" / "));
    }
    Ok(text)
}

/// What a rival needs before the first look-up, as three cells.
fn before_the_first(rival: &Rival) -> String {
    if rival.name == "libc" {
        return "- | - | -".to_owned();
    }
    let start = match rival.startup_ns {
        0.0 => "0".to_owned(),
        time => format!("{:.0} µs", time / 1000.0),
    };
    format!("{} | {start} | {}", grouped(rival.static_bytes), grouped(rival.heap_bytes))
}

/// A time with as many digits as it deserves.
pub(crate) fn nanoseconds(time: f64) -> String {
    if time < 100.0 {
        format!("{time:.1}")
    } else if time < 1000.0 {
        format!("{time:.0}")
    } else {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounds")]
        let whole = time.round() as u64;
        grouped(whole)
    }
}

/// What a rival is called in print.
pub(crate) fn title(rival: &str) -> &str {
    match rival {
        "flat-array" => "flat array",
        "phf" => "phf::Map",
        "std-hashmap" => "std HashMap",
        "fxhashmap" => "FxHashMap",
        "sorted-slice" => "sorted slice",
        "fst" => "fst::Map",
        "services-file" => "/etc/services in a HashMap",
        "libc" => "libc getserv*_r",
        other => other,
    }
}

/// The bars of the design, as ratios in this run.
pub(crate) fn bars(rivals: &[Rival], questions: &[Question]) -> String {
    let time = |kind: &str, name: &str, set| {
        let rival = rivals.iter().find(|rival| rival.kind == kind && rival.name == name)?;
        *rival.times.get(set)?
    };
    let mut text = String::new();
    for (kind, sets) in KINDS {
        let bars: [(&str, f64); 2] = match kind {
            "ports" => [("flat-array", 1.0 / 2.5), ("phf", 8.0)],
            _ => [("phf", 2.5), ("fxhashmap", 1.0)],
        };
        for (index, set) in sets.iter().enumerate() {
            for (rival, bar) in bars {
                let (Some(ours), Some(theirs)) =
                    (time(kind, OURS, index), time(kind, rival, index))
                else {
                    continue;
                };
                let ratio = theirs / ours;
                let met = if ratio >= bar { "met" } else { "NOT met" };
                _ = writeln!(
                    text,
                    "{kind} {set}: {ours:.2} ns, {rival} {theirs:.2} ns, \
                     ratio {ratio:.2}, bar {bar:.2}: {met}"
                );
            }
        }
    }
    for Question { asked, time, beside, bar } in questions.iter().filter(|q| q.bar.is_finite()) {
        let (unit, figure) = match beside {
            Some((rival, other)) => (format!("times {rival}"), time / other),
            None => ("ns".to_owned(), *time),
        };
        let met = if figure <= *bar { "met" } else { "NOT met" };
        _ = writeln!(text, "{asked}: {time:.2} ns, {figure:.2} {unit}, bar {bar:.2}: {met}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{CHOSEN, Machine, bars, nanoseconds, section, summary};
    use crate::measured::{KINDS, Question, Reading, Rival};

    fn rivals() -> Vec<Rival> {
        let mut rivals = Vec::new();
        for (kind, sets) in KINDS {
            for (time, name) in [1.5, 14.1, 2.5].into_iter().zip(CHOSEN) {
                let times = sets.iter().map(|_| Some(time)).collect();
                let (static_bytes, startup_ns, heap_bytes) = (54_700, 0.0, 300);
                rivals.push(Rival { kind, name, static_bytes, startup_ns, heap_bytes, times });
            }
        }
        rivals
    }

    #[test]
    fn the_summary_has_a_row_a_kind() {
        assert_eq!(
            summary(&rivals()).unwrap(),
            "| ns for a hit | iana-ports | phf::Map | FxHashMap | bytes, in this order |\n\
             |---|---:|---:|---:|---|\n\
             | a port | 1.5 | 14.1 | 2.5 | 55,000 / 55,000 / 55,000 |\n\
             | a name | 1.5 | 14.1 | 2.5 | 55,000 / 55,000 / 55,000 |\n\
             | a handle | 1.5 | 14.1 | 2.5 | 55,000 / 55,000 / 55,000 |\n",
        );
        let error = summary(&rivals()[1..]).unwrap_err();
        assert_eq!(error, "expected the results of iana-ports on ports");
    }

    fn questions() -> [Question; 3] {
        [
            ("`status`", Some(("`lookup_port`", 1.5)), 2.0),
            ("name", Some(("flat array", 2.0)), f64::INFINITY),
            ("walk", None, 2.0),
        ]
        .map(|(asked, beside, bar)| Question { asked, time: 3.0, beside, bar })
    }

    #[test]
    fn a_question_is_beside_what_it_is_measured_by() {
        assert_eq!(
            super::beside(&questions()),
            "| question | ns | beside | ns | ratio | bar |\n\
             |---|---:|---|---:|---:|---:|\n\
             | `status` | 3.0 | `lookup_port` | 1.5 | 2.00 | 2.00 |\n\
             | name | 3.0 | flat array | 2.0 | 1.50 | - |\n\
             | walk | 3.0 | - | - | - | 2.0 ns |\n\n"
        );
        assert_eq!(
            bars(&[], &questions()),
            "`status`: 3.00 ns, 2.00 times `lookup_port`, bar 2.00: met\n\
             walk: 3.00 ns, 3.00 ns, bar 2.00: NOT met\n"
        );
    }

    #[test]
    fn the_section_has_a_table_a_kind() {
        let machine =
            Machine { processor: "a chip".into(), processors: 2, compiler: "rustc 1".into() };
        let reading =
            Reading { services: 13.4, fields: 80.0, flows_on_one: 10.0, flows_on_two: 5.0 };
        let text = section(&rivals(), &questions(), &machine, &reading);
        assert!(text.contains("a chip, 2 cores, with rustc 1"), "{text}");
        for (kind, sets) in KINDS {
            let head =
                format!("| {kind} | static bytes | start-up | heap | {} |\n", sets.join(" | "));
            assert!(text.contains(&head), "{head}{text}");
        }
        assert!(text.contains("| **iana-ports** | 54,700 | 0 | 300 | 1.5 | 1.5 |\n"), "{text}");
        assert!(text.ends_with("100 million keys a second on one core, 200 million on two.\n"));
    }

    #[test]
    fn times_have_about_three_digits() {
        assert_eq!(nanoseconds(1.449), "1.4");
        assert_eq!(nanoseconds(151.2), "151");
        assert_eq!(nanoseconds(17052.4), "17,052");
    }
}
