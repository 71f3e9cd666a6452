//! The port index: a two-level page table. Equal pages are stored once, and in
//! tight tables pages overlap as in a greedy superstring.

use alloc::vec::Vec;

use crate::compile::bytes::{low16, put16};
use crate::compile::error::RegistryError;
use crate::compile::model::Model;
use crate::compile::pool::Packing;
use crate::compile::pool::interner::Interner;
use crate::tables::NameTablesBuf;
use crate::tables::{NONE, PAGE_BITS, PLACE_BITS};
use crate::values::transport::Transport;

/// The primary entries of a page's ports.
type Page = [u16; PORTS];

/// The overlaps of pages to look for, the longest first.
const OVERLAPS: [usize; 3] = [3 * UNIT, 2 * UNIT, UNIT];
/// The page of no services.
const EMPTY: Page = [NONE; PORTS];
/// Number of ports on a page.
const PORTS: usize = 1 << PAGE_BITS;
/// Alignment of pages, in ports.
const UNIT: usize = 1 << PLACE_BITS;

pub(super) fn pages(
    model: &Model<'_>,
    packing: Packing,
    tables: &mut NameTablesBuf,
) -> Result<(), RegistryError> {
    // The pages in use of each transport, and their numbers.
    let mut on: [Vec<(usize, Page)>; Transport::ALL.len()] = Default::default();
    for (key, mut on_key) in model.keys.groups() {
        let (port, on) = (key as usize / 4, &mut on[key as usize % 4]);
        if on.last().is_none_or(|(page, _)| *page < port / PORTS) {
            on.push((port / PORTS, EMPTY));
        }
        if let Some((_, page)) = on.last_mut() {
            page[port % PORTS] = on_key.next().unwrap_or(NONE);
        }
    }
    let mut different: Interner<&[u16]> = Interner::default();
    let mut pages = Vec::new();
    put16(&mut tables.page_starts, 0);
    for on_transport in &on {
        let start = pages.len();
        for (page, ports) in on_transport {
            if pages.len() < start + page {
                pages.resize(start + page, different.intern(&EMPTY));
            }
            pages.push(different.intern(ports));
        }
        // The page after the last one in use is empty.
        pages.push(different.intern(&EMPTY));
        // At most 4 * (65,536 / 16 + 1).
        put16(&mut tables.page_starts, low16(pages.len()));
    }
    let (ports, places) = chained(different.keys(), packing);
    ports.into_iter().for_each(|entry| put16(&mut tables.ports, entry));
    for place in pages.into_iter().map(|page| places[page]) {
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

/// The different pages one after the other, or their superstring, and the
/// position of each page.
fn chained(pages: &[&[u16]], packing: Packing) -> (Vec<u16>, Vec<usize>) {
    let order = (packing.pages)(pages, &OVERLAPS);
    let mut ports: Vec<u16> = Vec::new();
    let mut places = vec![0; pages.len()];
    for (page, overlap) in order {
        places[page] = ports.len() - overlap;
        ports.extend(&pages[page][overlap..]);
    }
    (ports, places)
}

#[cfg(test)]
mod tests {
    use super::{PORTS, Packing, Page, UNIT, chained};
    use crate::tables::NONE;
    use crate::test_random::Random;

    /// The superstring of some pages, after checking that each is at its
    /// position.
    #[track_caller]
    fn check(pages: &[Page]) -> Vec<u16> {
        let mut different: Vec<&[u16]> = pages.iter().map(|page| &page[..]).collect();
        different.sort_unstable();
        different.dedup();
        let [_, tight] = [Packing::LOOSE, Packing::TIGHT].map(|packing| {
            let (ports, places) = chained(&different, packing);
            assert_eq!(places.len(), different.len());
            for (page, place) in different.iter().zip(places) {
                assert_eq!(place % UNIT, 0);
                assert_eq!(ports[place..place + PORTS], page[..]);
            }
            ports
        });
        tight
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
