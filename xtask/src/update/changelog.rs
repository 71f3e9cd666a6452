//! The line of `CHANGELOG.md` for an update.

const UNRELEASED: &str = "## [Unreleased]\n";
const REGISTRY: &str = "### Registry\n";
/// The longest line.
const WIDTH: usize = 80;

/// The change log with an item under "Registry" of what is unreleased, first.
pub(super) fn with_item(text: &str, item: &str) -> Result<String, String> {
    let at = text
        .starts_with(UNRELEASED)
        .then_some(0)
        .or_else(|| text.find(&format!("\n{UNRELEASED}")).map(|at| at + 1))
        .ok_or_else(|| format!("expected a line {:?}", UNRELEASED.trim_end()))?;
    let (before, section) = text.split_at(at + UNRELEASED.len());
    let end = section.find("\n## ").unwrap_or(section.len());
    let (section, after) = section.split_at(end);
    let item = wrapped(item);
    let section = match section.split_once(REGISTRY) {
        Some((start, rest)) => {
            let rest = rest.trim_start_matches('\n');
            let gap = if rest.is_empty() || rest.starts_with('#') { "\n" } else { "" };
            format!("{start}{REGISTRY}\n{item}{gap}{rest}")
        }
        None => {
            let rest = section.trim_start_matches('\n');
            let gap = if rest.is_empty() { "" } else { "\n" };
            format!("\n{REGISTRY}\n{item}{gap}{rest}")
        }
    };
    Ok(format!("{before}{section}{after}"))
}

/// An item of a list, in lines that are not too long.
fn wrapped(item: &str) -> String {
    let mut text = String::from("-");
    let mut column = 1;
    for word in item.split(' ') {
        let width = word.chars().count() + 1;
        if column > 1 && column + width > WIDTH {
            text.push_str("\n ");
            column = 1;
        }
        text.push(' ');
        text.push_str(word);
        column += width;
    }
    text.push('\n');
    text
}
