//! Items in a row, with something before the first and between them.

use core::fmt::{self, Write};

/// Writes a text before the first item, another before each of the rest, and
/// the items.
pub(crate) fn joined<W: Write + ?Sized, T>(
    out: &mut W,
    [first, rest]: [&str; 2],
    items: impl IntoIterator<Item = T>,
    write: impl Fn(&mut W, T) -> fmt::Result,
) -> fmt::Result {
    items.into_iter().enumerate().try_for_each(|(index, item)| {
        out.write_str(if index == 0 { first } else { rest })?;
        write(out, item)
    })
}
