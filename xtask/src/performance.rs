//! The section of `README.md` on performance.

use core::fmt::Write;

use crate::cmd::target;
use crate::measured::{KINDS, OURS, Rival, time};
use crate::sizes::grouped;

/// Where and how it was measured.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) processors: usize,
    pub(crate) compiler: String,
}

/// The section as Markdown.
pub(crate) fn section(rivals: &[Rival], machine: &Machine) -> Result<String, String> {
    let Machine { processor, processors, compiler } = machine;
    let mut text = format!(
        "Nanoseconds a look-up, as one run of `cargo xtask bench` measured them on\n\
         {processor}, {processors} cores, with {compiler}; it wrote this section, and a\n\
         [chart](benches/lookups.svg). Every rival is asked for the same keys, and has to\n\
         give the same answers: keys that are there (hit), that are not (miss), any port\n\
         (random), 64 ports again and again (hot), names in mixed case, which the rivals\n\
         have to lower first (mixed). Only `/etc/services` and libc, which reads it on every\n\
         call, know fewer services. Bytes are what a look-up needs; a map that is filled\n\
         at start is filled from a list.\n\n"
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
    text.push_str(&reading()?);
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

/// What else was measured, in sentences.
fn reading() -> Result<String, String> {
    let criterion = target()?.join("criterion/reading");
    let time = |name: &str| time(&criterion.join(name));
    let millions = |name: &str| Ok::<_, String>(1000.0 / time(name)?);
    Ok(format!(
        "A walk over all services takes {:.1} ns for each, reading every field of one {:.0} ns.\n\
         A stream of 10 million flow keys (half of them on 64 services, half on any port) is\n\
         annotated with names at {:.0} million keys a second on one core, {:.0} million on two.\n",
        time("services")?,
        time("fields")?,
        millions("flows-1-thread")?,
        millions("flows-2-threads")?,
    ))
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
pub(crate) fn bars(rivals: &[Rival]) -> String {
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
    text
}

#[cfg(test)]
mod tests {
    use super::nanoseconds;

    #[test]
    fn times_have_about_three_digits() {
        assert_eq!(nanoseconds(1.449), "1.4");
        assert_eq!(nanoseconds(151.2), "151");
        assert_eq!(nanoseconds(17052.4), "17,052");
    }
}
