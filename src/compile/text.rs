//! Text pools: each distinct text once.

use std::collections::HashMap;

use super::error::CompileError;
use crate::tables::LONG;

/// The texts of a tier, and the cells that point at them.
#[derive(Debug, Default)]
pub(crate) struct Pool<'t> {
    text: String,
    cells: HashMap<&'t str, u32>,
    long_texts: Vec<u32>,
    long_lengths: Vec<u16>,
}

/// The text, the offsets of the long texts, and their lengths.
pub(crate) type PoolTables = (String, Vec<u32>, Vec<u16>);

impl<'t> Pool<'t> {
    /// The cell of `text`, which is put into the pool unless it is there.
    pub(crate) fn cell(&mut self, text: &'t str) -> Result<u32, CompileError> {
        if let Some(cell) = self.cells.get(text) {
            return Ok(*cell);
        }
        let offset = u32::try_from(self.text.len()).ok().filter(|offset| *offset < 1 << 24);
        let offset = offset.ok_or_else(|| too_large("less than 16 MiB of text"))?;
        let cell = match u8::try_from(text.len()) {
            Ok(length) if u32::from(length) != LONG => offset << 8 | u32::from(length),
            _ => {
                let length = u16::try_from(text.len())
                    .map_err(|_| too_large("cells of less than 64 KiB"))?;
                let place = u32::try_from(self.long_texts.len()).unwrap_or(u32::MAX);
                self.long_texts.push(offset);
                self.long_lengths.push(length);
                place << 8 | LONG
            }
        };
        self.text.push_str(text);
        self.cells.insert(text, cell);
        Ok(cell)
    }

    pub(crate) fn into_tables(self) -> PoolTables {
        (self.text, self.long_texts, self.long_lengths)
    }
}

/// A registry that the tables cannot hold.
pub(crate) fn too_large(expected: &str) -> CompileError {
    CompileError::of_file("registry", expected)
}

#[cfg(test)]
mod tests {
    use super::Pool;
    use crate::tables::LONG;

    #[test]
    fn a_text_is_kept_once_and_its_length_where_it_fits() {
        let long = "x".repeat(255);
        let mut pool = Pool::default();
        assert_eq!(pool.cell("").unwrap(), 0);
        assert_eq!(pool.cell("ab").unwrap(), 2);
        assert_eq!(pool.cell(&long[1..]).unwrap(), 2 << 8 | 254);
        assert_eq!(pool.cell(&long).unwrap(), LONG);
        assert_eq!(pool.cell("ab").unwrap(), 2);
        let too_long = "y".repeat(1 << 16);
        assert_eq!(
            pool.cell(&too_long).unwrap_err().to_string(),
            "registry: expected cells of less than 64 KiB"
        );
        let (text, long_texts, long_lengths) = pool.into_tables();
        assert_eq!((text.len(), long_texts, long_lengths), (2 + 254 + 255, vec![256], vec![255]));
    }
}
