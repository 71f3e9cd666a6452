//! The byte budget: the size of every compiled table.

use core::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cmd::{cargo, output, target};

/// The tiers, in the order of the features that add them.
const TIERS: [&str; 3] = ["names", "details", "contacts"];

/// The features of our own facts: the tables of each are in a folder of its
/// name.
const FACTS: [&str; 2] = ["customary", "categories"];

/// A compiled table.
#[derive(Debug)]
pub(crate) struct Size {
    pub(crate) tier: &'static str,
    pub(crate) table: String,
    pub(crate) bytes: u64,
}

/// Builds the library, and measures those files of its build script that it
/// includes: an older build may have left others. A release build needs what the
/// instruction counts need.
pub(crate) fn measure() -> Result<Vec<Size>, String> {
    let build = ["build", "--locked", "--release", "--package", "iana-ports"];
    let facts = ["--features", &FACTS.join(",")];
    let messages = output(cargo(build).args(["--message-format", "json"]).args(facts))?.stdout;
    let is_ours = |directory: &&str| {
        directory.contains("/iana-ports-") || directory.contains(r"\iana-ports-")
    };
    let messages: Vec<Value> =
        messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let directory = messages
        .iter()
        .filter(|message| message["reason"] == "build-script-executed")
        .filter_map(|message| message["out_dir"].as_str())
        .find(is_ours)
        .ok_or("expected a message that the build script was executed")?;
    let included = target()?.join("release/libiana_ports.d");
    let included = fs::read_to_string(&included)
        .map_err(|error| format!("{}: {error}", included.display()))?;
    let is_included = |file: &str| {
        included.split_whitespace().any(|path| Path::new(path).file_name() == Some(file.as_ref()))
    };
    let mut sizes = Vec::new();
    for tier in TIERS {
        let entries = fs::read_dir(directory).map_err(|error| format!("{directory}: {error}"))?;
        let start = sizes.len();
        for entry in entries {
            let entry = entry.map_err(|error| format!("{directory}: {error}"))?;
            let file = entry.file_name().to_string_lossy().into_owned();
            let table = file.strip_prefix(tier).and_then(|rest| rest.strip_prefix('.'));
            if let Some(table) = table.filter(|_| is_included(&file)) {
                let metadata = entry.metadata().map_err(|error| format!("{file}: {error}"))?;
                sizes.push(Size { tier, table: table.to_owned(), bytes: metadata.len() });
            }
        }
        sizes[start..].sort_by(|a, b| a.table.cmp(&b.table));
    }
    for tier in FACTS {
        let folder = Path::new(&directory).join(tier);
        let shown = |error| format!("{}: {error}", folder.display());
        let start = sizes.len();
        for entry in fs::read_dir(&folder).map_err(shown)? {
            let entry = entry.map_err(shown)?;
            let table = entry.file_name().to_string_lossy().into_owned();
            if is_included(&table) {
                let bytes = entry.metadata().map_err(shown)?.len();
                sizes.push(Size { tier, table, bytes });
            }
        }
        sizes[start..].sort_by(|a, b| a.table.cmp(&b.table));
    }
    Ok(sizes)
}

/// The tables as CSV.
pub(crate) fn csv(sizes: &[Size]) -> String {
    let mut csv = String::from("tier,table,bytes\n");
    for Size { tier, table, bytes } in sizes {
        _ = writeln!(csv, "{tier},{table},{bytes}");
    }
    csv
}

/// The tables as Markdown, tier by tier, the largest first.
pub(crate) fn markdown(sizes: &[Size]) -> String {
    let mut text = String::new();
    let mut total = 0;
    for tier in TIERS.into_iter().chain(FACTS) {
        let mut tables: Vec<&Size> =
            sizes.iter().filter(|size| size.tier == tier && size.bytes > 0).collect();
        tables.sort_by_key(|size| (u64::MAX - size.bytes, &size.table));
        let sum: u64 = tables.iter().map(|size| size.bytes).sum();
        total += if FACTS.contains(&tier) { 0 } else { sum };
        _ = writeln!(text, "| `{tier}` | bytes |\n|---|---:|");
        for size in tables {
            _ = writeln!(text, "| `{}` | {} |", size.table, grouped(size.bytes));
        }
        _ = writeln!(text, "| **all of the tier** | **{}** |\n", grouped(sum));
    }
    _ = writeln!(text, "All tiers together, without our own facts: {} bytes.", grouped(total));
    text
}

/// The bytes of the tables of a tier that a predicate picks.
pub(crate) fn sum(sizes: &[Size], tier: &str, pick: impl Fn(&str) -> bool) -> u64 {
    let picked = sizes.iter().filter(|size| size.tier == tier && pick(&size.table));
    picked.map(|size| size.bytes).sum()
}

/// A number with its thousands apart.
pub(crate) fn grouped(number: u64) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", grouped(number / 1000), number % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(12_034_056), "12,034,056");
    }
}
