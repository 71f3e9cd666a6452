//! The port index: a two-level page table. Equal pages are stored once, and in
//! tight tables pages overlap as in a greedy superstring.

use alloc::vec::Vec;

use crate::compile::bytes::{low16, put16};
use crate::compile::error::RegistryError;
use crate::compile::model::{Entry, Model};
use crate::compile::pool::Packing;
use crate::compile::pool::interner::Interner;
use crate::compile::rows::says_unassigned;
use crate::tables::NameTablesBuf;
use crate::tables::{NONE, PAGE_BITS, RESERVED};
use crate::values::status::Status;
use crate::values::transport::Transport;

/// The primary entries of a page's ports.
type Page = [u16; PORTS];

/// The page of no services.
const EMPTY: Page = [NONE; PORTS];
/// Number of ports on a page.
const PORTS: usize = 1 << PAGE_BITS;
/// Base-2 logarithm of the alignment of pages that leaves room for all: in
/// units of four, positions fit 16 bits for 65,536 ports on four transports.
const MOST_PLACE_BITS: u32 = 2;
/// Maximum number of empty pages between the services of a transport and a
/// reserved port behind them that is told by a page.
const MOST_EMPTY: usize = 64;

/// A nameless entry and its index.
pub(super) type Nameless<'e, 't> = (u16, &'e Entry<'t>);

/// A sweep over the ports of a transport, with a stack of the nameless entries
/// that have begun: the last one that has not ended is the one that
/// `NameTables::first_nameless` finds.
pub(super) struct Sweep<'n, 'e, 't> {
    rest: &'n [Nameless<'e, 't>],
    on: Transport,
    begun: Vec<Begun>,
}

/// An entry that has begun.
#[derive(Clone, Copy)]
pub(super) struct Begun {
    pub(super) entry: u16,
    last: u16,
    is_reserved: bool,
}

impl<'n, 'e, 't> Sweep<'n, 'e, 't> {
    /// A sweep over entries that are sorted by first port.
    pub(super) fn new(nameless: &'n [Nameless<'e, 't>], on: Transport) -> Self {
        Self { rest: nameless, on, begun: Vec::new() }
    }

    /// The first of the entries on a port, which is the one after that of the
    /// last call.
    pub(super) fn first_on(&mut self, port: u16) -> Option<Begun> {
        while let Some(((entry, of), rest)) = self.rest.split_first() {
            let Some((_, last)) = of.row.ports.filter(|(first, _)| *first <= port) else { break };
            self.rest = rest;
            if of.is_reached_on(self.on) {
                let is_reserved = !says_unassigned(of.description);
                self.begun.push(Begun { entry: *entry, last, is_reserved });
            }
        }
        while self.begun.last().is_some_and(|begun| begun.last < port) {
            self.begun.pop();
        }
        self.begun.last().copied()
    }
}

/// Writes the port index, with what the nameless entries say of the ports
/// without a service. These are sorted by first port; their last port is
/// `reach`. Returns the base-2 logarithm of the alignment.
pub(super) fn pages(
    model: &Model<'_>,
    packing: Packing,
    nameless: &[Nameless<'_, '_>],
    reach: u16,
    tables: &mut NameTablesBuf,
) -> Result<usize, RegistryError> {
    // The cells of each transport, up to the last page in use.
    let mut on: [Vec<u16>; Transport::ALL.len()] = Default::default();
    for (key, mut on_key) in model.keys.groups() {
        *cell(&mut on[key as usize % 4], key as usize / 4) = on_key.next().unwrap_or(NONE);
    }
    for (cells, transport) in on.iter_mut().zip(Transport::ALL) {
        let untold = put_reserved(cells, nameless, *transport);
        put16(&mut tables.untold, untold);
    }
    put16(&mut tables.untold, reach);
    let mut different: Interner<&[u16]> = Interner::default();
    let mut pages = Vec::new();
    let empty = different.intern(&EMPTY);
    put16(&mut tables.page_starts, 0);
    for cells in &on {
        pages.extend(cells.chunks(PORTS).map(|page| match page {
            page if page == EMPTY => empty,
            page => different.intern(page),
        }));
        // The page after the last one in use is empty.
        pages.push(empty);
        // At most 4 * (65,536 / 16 + 1).
        put16(&mut tables.page_starts, low16(pages.len()));
    }
    let mut place_bits = if packing.is_tight { 0 } else { MOST_PLACE_BITS };
    let (mut ports, mut places) = chained(different.keys(), packing, place_bits);
    if ports.len() > usize::from(u16::MAX) && place_bits < MOST_PLACE_BITS {
        place_bits = MOST_PLACE_BITS;
        (ports, places) = chained(different.keys(), packing, place_bits);
    }
    ports.into_iter().for_each(|entry| put16(&mut tables.ports, entry));
    for place in pages.into_iter().map(|page| places[page]) {
        // Overflows only if every page of every transport is different, and the
        // empty one.
        let place = u16::try_from(place >> place_bits).map_err(|_| {
            let (most, found) = (1 << (16 + place_bits), tables.ports.len() / 2);
            RegistryError::too_large(&format!(
                "pages of ports that have places for {most} ports, found {found}"
            ))
        })?;
        put16(&mut tables.pages, place);
    }
    Ok(place_bits as usize)
}

/// The cell of a port, after pages up to its own.
fn cell(cells: &mut Vec<u16>, port: usize) -> &mut u16 {
    if cells.len() <= port {
        cells.resize((port / PORTS + 1) * PORTS, NONE);
    }
    &mut cells[port]
}

/// Marks the ports without a service that a nameless entry reserves, and
/// returns the first port whose status the cells do not tell.
fn put_reserved(cells: &mut Vec<u16>, nameless: &[Nameless<'_, '_>], transport: Transport) -> u16 {
    let mut sweep = Sweep::new(nameless, transport);
    for port in 0..=u16::MAX {
        let place = usize::from(port);
        match sweep.first_on(port).map(|begun| begun.is_reserved) {
            None if sweep.rest.is_empty() => break,
            _ if cells.get(place).is_some_and(|cell| *cell != NONE) => {}
            Some(true) if place / PORTS > cells.len() / PORTS + MOST_EMPTY => return port,
            Some(true) => *cell(cells, place) = RESERVED,
            Some(false) if Status::of_unlisted(port) != Status::Unassigned => return port,
            _ => {}
        }
    }
    u16::MAX
}

/// The different pages one after the other, or their superstring, and the
/// position of each page.
fn chained(pages: &[&[u16]], packing: Packing, place_bits: u32) -> (Vec<u16>, Vec<usize>) {
    let unit = 1 << place_bits;
    let overlaps: Vec<usize> = (unit..PORTS).step_by(unit).rev().collect();
    let order = (packing.pages)(pages, &overlaps);
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
    use super::{MOST_PLACE_BITS, PORTS, Packing, Page, chained};
    use crate::tables::NONE;
    use crate::test_random::Random;

    const UNIT: usize = 1 << MOST_PLACE_BITS;

    /// The superstring of some pages, after checking that each is at its
    /// position.
    #[track_caller]
    fn check(pages: &[Page]) -> Vec<u16> {
        let mut different: Vec<&[u16]> = pages.iter().map(|page| &page[..]).collect();
        different.sort_unstable();
        different.dedup();
        let [_, tight] = [Packing::LOOSE, Packing::TIGHT].map(|packing| {
            let (ports, places) = chained(&different, packing, MOST_PLACE_BITS);
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
