//! Padding for values that `Display` writes in several pieces.

use core::fmt::{self, Alignment, Formatter, Write};

/// Writes a text and pads it to the width that a format such as `{:<30}` asks
/// for, as [`Formatter::pad`] does with a `str`: to the left, unless told.
pub(crate) fn pad_display(
    f: &mut Formatter<'_>,
    text: impl Fn(&mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    let Some(width) = f.width() else { return write(&text, f) };
    let mut counter = Counter(0);
    write(&text, &mut counter)?;
    let missing = width.saturating_sub(counter.0);
    let before = match f.align() {
        None | Some(Alignment::Left) => 0,
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
    };
    fill(f, before)?;
    write(&text, f)?;
    fill(f, missing - before)
}

/// Not inlined: one copy of the closure's code instead of three.
#[inline(never)]
fn write(text: &impl Fn(&mut dyn Write) -> fmt::Result, out: &mut dyn Write) -> fmt::Result {
    text(out)
}

fn fill(f: &mut Formatter<'_>, count: usize) -> fmt::Result {
    let fill = f.fill();
    (0..count).try_for_each(|_| f.write_char(fill))
}

/// A writer that counts characters.
struct Counter(usize);

impl Write for Counter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::pad_display;
    use core::fmt;

    /// A text in two pieces, of four characters.
    struct Pieces;

    impl fmt::Display for Pieces {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            pad_display(f, |out| "aé bc".split(' ').try_for_each(|piece| out.write_str(piece)))
        }
    }

    #[test]
    fn pads_as_a_str_is_padded() {
        let (pieces, text) = (Pieces, "aébc");
        assert_eq!(format!("{pieces}"), text);
        for width in 0..9 {
            assert_eq!(format!("[{pieces:width$}]"), format!("[{text:width$}]"));
            assert_eq!(format!("[{pieces:<width$}]"), format!("[{text:<width$}]"));
            assert_eq!(format!("[{pieces:>width$}]"), format!("[{text:>width$}]"));
            assert_eq!(format!("[{pieces:^width$}]"), format!("[{text:^width$}]"));
            assert_eq!(format!("[{pieces:é^width$}]"), format!("[{text:é^width$}]"));
        }
    }
}
