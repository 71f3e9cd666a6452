//! The layout of the tables: the contract between the compiler of the registry
//! and the look-ups.
//!
//! A *record* is a row of the registry. Consecutive records that differ only
//! in their transport protocol are one *entry*: its index stands for their
//! shared columns. Entries are numbered in registry order; a record is reached
//! as (entry, transport).
//!
//! A *list* cell stands for one or several indices in 16 bits. Below the number
//! of indices it is that index itself. From there on it is a position in the
//! tier's `lists` (a length, then the members). [`NONE`] is no index.

#![allow(dead_code, unused_imports, unused_macros, reason = "a build uses what its tiers need")]

/// No entry, no contact, an empty list.
pub(crate) const NONE: u16 = u16::MAX;

/// Number of low bits of a text cell that hold the length. The bits above hold
/// the offset.
pub(crate) const LENGTH_BITS: u32 = 6;
/// Overflow marker: the text is too long, or starts too far into the pool, for
/// a cell. The upper bits are then an index into `overflow_texts`.
pub(crate) const OVERFLOW: u32 = (1 << LENGTH_BITS) - 1;
/// Number of low bits of a name cell that hold its tag. The bits above hold the
/// offset. A tag is the length of the name and the high four bits of the
/// fingerprint of its hash: a key with another tag is another name.
pub(crate) const TAG_BITS: u32 = 8;
/// The bits of a tag that hold the length, 1 to 15: RFC 6335 allows no longer
/// name. 0 marks an overflow, a name that is longer or starts too far into the
/// pool; the bits above the tag are then an index into `overflow_texts`.
pub(crate) const TAG_LENGTH: u32 = 15;
/// Number of offsets that a name cell can hold.
pub(crate) const NAME_OFFSETS: usize = 1 << (24 - TAG_BITS);

/// The tag of a name of `length` bytes whose hash has this fingerprint.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "it is small")]
pub(crate) const fn name_tag(length: usize, fingerprint: u8) -> u32 {
    let length = if length <= TAG_LENGTH as usize { length as u32 } else { 0 };
    fingerprint as u32 & 0xf0 | length
}

/// Zero bytes after the last text of a pool of keys, so that a load of sixteen
/// bytes is in bounds wherever a text starts.
pub(crate) const PADDING: usize = 16;
/// Number of offsets that a text cell can hold.
pub(crate) const OFFSETS: usize = 1 << (24 - LENGTH_BITS);

/// Entry flags: bit mask of the transports of its records, in the order of
/// `Transport::ALL`; 0 if the only record names no transport.
pub(crate) const TRANSPORTS: u8 = 0b1111;
/// Entry flags: the entry is the primary one on a port, or of a name, that
/// further entries have; or a nameless one with ports that a further one
/// covers, which starts later. Most are not, and need no search for these.
pub(crate) const SEVERAL: u8 = 1 << 4;
/// Entry flags: the records alternate with those of the next entry, transport
/// by transport.
pub(crate) const INTERLEAVED: u8 = 1 << 5;
/// Entry flags: the entry has a port.
pub(crate) const HAS_PORT: u8 = 1 << 6;
/// Entry flags: the ports are written as a range, including ranges of one port.
pub(crate) const IS_RANGE: u8 = 1 << 7;

/// Sentinel in `entry_names`: a nameless entry with reserved ports. Sentinel in
/// `ports`: no entry, and the port is reserved.
pub(crate) const RESERVED: u16 = NONE - 1;
/// Sentinel in `entry_names`: a nameless entry with unassigned ports.
pub(crate) const UNASSIGNED: u16 = NONE;

/// What entries are on, as a number of four bits: a transport or, of entries
/// that name none, the number after all transports; and whether they are
/// without a port.
pub(crate) const fn coverage(transport: Option<u8>, is_portless: bool) -> u32 {
    let transport = match transport {
        Some(transport) => transport as u32,
        None => 4,
    };
    transport << 1 | is_portless as u32
}

/// Number of bits of a coverage.
pub(crate) const COVERAGE_BITS: u32 = 4;

/// Number of consecutive entries that share a base of their first ports.
pub(crate) const PORT_GROUP: usize = 8;
/// Overflow marker in `port_steps`: the first port is too far from the base.
pub(crate) const FAR: u8 = u8::MAX;

/// The most entries of a name, and the most nameless ones around a port, that a
/// look-up goes through. More are a crowd, which has an index.
pub(crate) const MOST_SCANNED: usize = 64;

/// Base-2 logarithm of the number of ports on a page of the port index.
pub(crate) const PAGE_BITS: u32 = 4;
/// Base-2 logarithm of the number of ports that share a start in
/// `nameless_starts`.
pub(crate) const BLOCK_BITS: u32 = 7;

/// Names and ports: what every build has.
macro_rules! name_tables {
    ($use:ident) => {
        $use! {
            /// Names and ports.
            NameTables, NameTablesBuf, "names",

            /// The seed of the names' perfect hash, and that of their hash
            /// function.
            seed: Seeds,
            /// The texts that a cell cannot hold: offset and length.
            overflow_texts: U24s,
            overflow_lengths: U16s,
            /// The number of records, the number of services, the edition as a
            /// packed date, and the base-2 logarithm of the alignment of pages
            /// in `ports`.
            counts: Counts,
            /// Where the pages of each transport start in `pages`, and end.
            page_starts: U16s,
            /// The position in `ports`, in units of the alignment, of each page
            /// of 1 << PAGE_BITS ports. The last page of a transport is empty
            /// and stands for all after it.
            pages: U16s,
            /// The primary entry of each port of a page, [`RESERVED`], or
            /// [`NONE`]. Pages may overlap.
            ports: U16s,
            /// The first port of each transport whose status `ports` does not
            /// tell, and the last port of all nameless entries.
            untold: U16s,
            /// Flags of an entry, its transports among them.
            entry_flags: U8s,
            /// The lowest first port of each PORT_GROUP entries: the base.
            port_bases: U16s,
            /// The distance of an entry's first port from the base, or [`FAR`].
            port_steps: U8s,
            /// The entries with [`FAR`], sorted, and their first ports.
            far_entries: U16s,
            far_ports: U16s,
            /// The name of an entry, as an index into `name_slots` followed by
            /// `more_names`; or the status of a nameless one.
            entry_names: U16s,
            /// The entries whose ports are written as a range, sorted.
            range_entries: U16s,
            /// The last port of each.
            range_ends: U16s,
            /// The nameless entries, sorted by first port.
            nameless: U16s,
            /// The running maximum of the nameless entries' last ports.
            nameless_reach: U16s,
            /// The place of the first nameless entry that may reach each block
            /// of 1 << BLOCK_BITS ports.
            nameless_starts: U16s,
            /// The keys (port * 4 + transport) that several services share,
            /// sorted.
            shared_keys: U32s,
            /// The list of entries on each, primary first.
            shared_entries: U16s,
            /// PtrHash pilots of the names.
            name_pilots: U8s,
            /// PtrHash remap table of the names: free slots for those past the
            /// last name.
            name_remap: U16s,
            /// The name in each slot, as its primary entry spells it, and that
            /// entry. Of a slot with collisions the name is an overflow text.
            name_slots: NameCells,
            /// The names that collide with the one in their slot: further
            /// spellings of the name, and names that folding makes alike.
            more_names: NameCells,
            /// The slots of the colliding names, sorted.
            collisions: U16s,
            /// The primary entries of spellings of names with several entries,
            /// sorted, and the list of all entries of the name, primary first.
            several: U16s,
            several_entries: U16s,
            /// The alias entries, sorted.
            aliases: U16s,
            /// The entry that each is an alias to.
            alias_targets: U16s,
            /// The entries that have aliases, sorted.
            canonicals: U16s,
            /// The list of alias entries of each.
            canonical_aliases: U16s,
            /// The lists of entries.
            lists: U16s,
            /// The crowds, sorted: their primary entry, or [`NONE`] for the
            /// nameless ones, and the [`coverage`] of some of their entries.
            crowds: U32s,
            /// The place of the first entry of a crowd with that coverage.
            crowd_firsts: U16s,
            /// The place of the crowd and the first port of each such entry,
            /// sorted.
            crowd_ports: U32s,
            /// The running maximum of their last ports within the crowd.
            crowd_reach: U16s,
            /// The ports from which on another nameless entry is the first, each
            /// with its transport in the bits above, where they are a crowd.
            nameless_changes: U32s,
            /// The entry that is, or [`NONE`].
            nameless_firsts: U16s,
        }
    };
}

/// What the registry says of an entry besides its name and ports.
macro_rules! detail_tables {
    ($use:ident) => {
        $use! {
            /// Descriptions, dates, references, codes, notes.
            DetailTables, DetailTablesBuf, "details",

            /// The texts that a cell cannot hold: offset and length.
            overflow_texts: U24s,
            overflow_lengths: U16s,
            /// The description of an entry, as a text.
            descriptions: U24s,
            /// The entries with a registration date, and the packed dates.
            registered_entries: RankedSet,
            registered: U16s,
            /// The entries with a modification date, and the packed dates.
            modified_entries: U16s,
            modified: U16s,
            /// The entries with references, and the references as a text.
            reference_entries: U16s,
            references: U24s,
            /// The entries with a service code, and the code.
            service_code_entries: U16s,
            service_codes: U32s,
            /// The entries with reports of unauthorized use, as a text.
            unauthorized_entries: U16s,
            unauthorized_uses: U24s,
            /// The entries with assignment notes, as a text.
            note_entries: RankedSet,
            notes: U24s,
            /// The alias entries, sorted, whose announcement is not in the
            /// usual form: a blank and the sentence, at the end of the
            /// description of the canonical entry. Every announcement is taken
            /// out of the description.
            announced_aliases: U16s,
            /// What the description has in the place of the usual announcement.
            announcements: U24s,
        }
    };
}

/// Assignees, contacts, and the contact table.
macro_rules! contact_tables {
    ($use:ident) => {
        $use! {
            /// Assignees, contacts, and the contact table.
            ContactTables, ContactTablesBuf, "contacts",

            /// The seed of the handles' perfect hash, and that of their hash
            /// function.
            seed: Seeds,
            /// The number of contacts that the contact table lists.
            counts: Counts,
            /// The texts that a cell cannot hold: offset and length.
            overflow_texts: U24s,
            overflow_lengths: U16s,
            /// The list of contacts who are the assignee of an entry.
            assignees: U16s,
            /// The entries whose contacts are not their assignees, and the
            /// list of contacts who are.
            contact_entries: RankedSet,
            contacts: U16s,
            /// The lists of contacts.
            lists: U16s,
            /// PtrHash pilots of the handles.
            handle_pilots: U8s,
            /// PtrHash remap table of the handles: free slots for those past
            /// the last handle.
            handle_remap: U16s,
            /// The contact in each slot in the low 16 bits, and the fingerprint
            /// of its handle's hash in the high 8.
            handle_contacts: U24s,
            /// The contacts whose handle has a further collision in its slot,
            /// sorted, and the next contact of that slot.
            collisions: U16s,
            collision_contacts: U16s,
            /// Texts of each contact; an empty text is an absent one. URIs are
            /// stored without `mailto:`: see `values::uri_cell`.
            handles: U24s,
            names: U24s,
            uris: U24s,
            /// The contacts with an organization, and the organization as a
            /// text.
            organization_contacts: RankedSet,
            organizations: U24s,
            /// The contacts with an organization, sorted by its name without
            /// ASCII case.
            organization_order: U16s,
            /// The contacts with a date of their last update, and the packed
            /// dates.
            updated_contacts: RankedSet,
            updated: U16s,
            /// The list of entries that a contact is assignee or contact of.
            contact_entry_lists: U16s,
            /// The lists of entries.
            entry_lists: U16s,
        }
    };
}

/// The tables of each tier of the build, for a macro that takes those of one.
macro_rules! each_tier {
    ($use:ident) => {
        $crate::tables::name_tables!($use);
        #[cfg(feature = "details")]
        $crate::tables::detail_tables!($use);
        #[cfg(feature = "contacts")]
        $crate::tables::contact_tables!($use);
    };
}

pub(crate) use {contact_tables, detail_tables, each_tier, name_tables};
