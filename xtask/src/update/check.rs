//! Whether converted tables may replace the present ones.

use iana_ports::Registry;

use super::summary::{edition, listed};

/// What is allowed although it looks like a mistake.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Allowed {
    /// Far fewer rows or contacts than now.
    pub(super) shrink: bool,
    /// An edition before the present one, or the same one with less in it.
    pub(super) older: bool,
}

/// That the tables look like a later edition of the same registry.
pub(super) fn plausible(
    file: &str,
    present: &Registry,
    new: &Registry,
    allowed: Allowed,
) -> Result<(), String> {
    let (date, present_date) = (new.edition(), present.edition());
    if date < present_date && !allowed.older {
        return Err(format!(
            "{file}: expected an edition not before {}, found {} (--allow-older takes it)",
            edition(present),
            edition(new),
        ));
    }
    let counts = [
        ("rows", present.records().len(), new.records().len()),
        ("contacts", listed(present), listed(new)),
    ];
    // An edition that is published again is mended; one that shrank is more likely
    // the draft.
    for (what, now, then) in counts {
        if date == present_date && then < now && !allowed.older {
            return Err(format!(
                "{file}: expected at least the {now} {what} that edition {} has now, found \
                 {then} (--allow-older takes them)",
                edition(new),
            ));
        }
    }
    for (what, now, then) in counts {
        let least = (now * 9).div_ceil(10);
        if then < least && !allowed.shrink {
            return Err(format!(
                "{file}: expected at least {least} {what}, nine tenths of the present {now}, \
                 found {then} (--allow-shrink takes them)"
            ));
        }
    }
    Ok(())
}
