//! The port index: a two-level page table. Equal pages are stored once, and
//! pages overlap as in a greedy superstring.

use alloc::vec::Vec;
use std::collections::BTreeMap;

use crate::compile::bytes::{low16, put16};
use crate::compile::error::RegistryError;
use crate::compile::model::Model;
use crate::compile::pool::interner::Interner;
use crate::compile::pool::superstring::greedy_superstring;
use crate::tables::NameTablesBuf;
use crate::tables::{NONE, PAGE_BITS, PLACE_BITS};
use crate::values::transport::Transport;

/// The primary entries of a page's ports.
type Page = [u16; PORTS];

/// Number of ports on a page.
const PORTS: usize = 1 << PAGE_BITS;
/// Alignment of pages, in ports.
const UNIT: usize = 1 << PLACE_BITS;

pub(super) fn pages(model: &Model<'_>, tables: &mut NameTablesBuf) -> Result<(), RegistryError> {
    let mut pages: Vec<Page> = Vec::new();
    put16(&mut tables.page_starts, 0);
    for &transport in Transport::ALL {
        let mut on_transport: BTreeMap<usize, Page> = BTreeMap::new();
        for (key, on_key) in &model.keys {
            let (port, on) = (*key as usize / 4, *key % 4);
            if on == u32::from(transport.index()) {
                let page = on_transport.entry(port / PORTS).or_insert([NONE; PORTS]);
                page[port % PORTS] = on_key[0];
            }
        }
        // The page after the last one in use is empty.
        let last = on_transport.last_key_value().map_or(0, |(page, _)| page + 1);
        let page = |page| on_transport.get(&page).copied().unwrap_or([NONE; PORTS]);
        pages.extend((0..=last).map(page));
        // At most 4 * (65,536 / 16 + 1).
        put16(&mut tables.page_starts, low16(pages.len()));
    }
    let (ports, places) = chained(&pages);
    ports.into_iter().for_each(|entry| put16(&mut tables.ports, entry));
    for place in places {
        // Overflows only if every page of every transport is different, and the
        // empty one.
        let place = u16::try_from(place / UNIT).map_err(|_| {
            let (most, found) = (UNIT << 16, tables.ports.len() / 2);
            RegistryError::too_large(&format!(
                "pages of ports that have places for {most} ports, found {found}"
            ))
        })?;
        put16(&mut tables.pages, place);
    }
    Ok(())
}

/// The superstring of all pages, and the position of each page in it.
fn chained(pages: &[Page]) -> (Vec<u16>, Vec<usize>) {
    let mut different: Interner<&[u16]> = Interner::with_capacity(pages.len());
    let numbers: Vec<usize> = pages.iter().map(|page| different.intern(page)).collect();
    let mut ports: Vec<u16> = Vec::new();
    let mut places = vec![0; different.keys().len()];
    for (number, overlap) in greedy_superstring(different.keys(), (UNIT..PORTS).step_by(UNIT).rev())
    {
        places[number] = ports.len() - overlap;
        ports.extend(&different.keys()[number][overlap..]);
    }
    (ports, numbers.into_iter().map(|number| places[number]).collect())
}

#[cfg(test)]
mod tests {
    use super::{PORTS, Page, UNIT, chained};
    use crate::tables::NONE;
    use crate::test_random::Random;

    /// The superstring of some pages, after checking that each is at its
    /// position.
    #[track_caller]
    fn check(pages: &[Page]) -> Vec<u16> {
        let (ports, places) = chained(pages);
        assert_eq!(places.len(), pages.len());
        for (page, place) in pages.iter().zip(places) {
            assert_eq!(place % UNIT, 0);
            assert_eq!(ports[place..place + PORTS], page[..]);
        }
        ports
    }

    /// A page that repeats one number for each unit.
    fn page(units: [u16; PORTS / UNIT]) -> Page {
        core::array::from_fn(|port| units[port / UNIT])
    }

    #[test]
    fn a_page_over_the_end_of_another_is_not_kept_again() {
        assert_eq!(check(&[]), []);
        let (a, b, c) = (page([1, 2, 3, 4]), page([2, 3, 4, 5]), page([5, 6, 7, 1]));
        assert_eq!(check(&[a, a]).len(), PORTS);
        assert_eq!(check(&[a, b]).len(), PORTS + UNIT);
        // In any order; a cycle of overlaps loses one of them.
        for pages in [[a, b, c], [c, b, a], [b, c, a]] {
            assert_eq!(check(&pages).len(), 2 * PORTS);
        }
        assert_eq!(check(&[page([1, 1, 1, 1]), page([1, 1, 1, 2])]).len(), PORTS + UNIT);
        let mut shifted = [NONE; PORTS];
        shifted[..PORTS - 1].copy_from_slice(&a[1..]);
        assert_eq!(check(&[a, shifted]).len(), 2 * PORTS);
    }

    #[test]
    fn disordered_pages_are_all_there() {
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        for limit in [2, 3, 10] {
            let mut unit = |_| u16::try_from(random.below(limit)).unwrap();
            let pages: Vec<Page> =
                (0..2_000).map(|_| page(core::array::from_fn(&mut unit))).collect();
            check(&pages);
        }
    }
}
