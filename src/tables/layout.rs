//! The layout of the tables: what the compiler of the registry and the
//! look-ups agree on.
//!
//! A *record* is a row of the registry. Consecutive records that differ only
//! in their transport protocol are one *entry*: its index stands for their
//! shared columns. Entries are numbered in registry order; a record is reached
//! as (entry, transport).
//!
//! A *list* cell stands for one or several indices in 16 bits: below the
//! number of indices it is that index itself, above it is a place in the
//! tier's `lists` (a length, then the members), and [`NONE`] is no index.

#![allow(dead_code, unused_imports, unused_macros, reason = "a build uses what its tiers need")]

/// No entry, no contact, an empty list.
pub(crate) const NONE: u16 = u16::MAX;

/// How many bits of a text cell are the length; those above are the offset.
pub(crate) const LENGTH_BITS: u32 = 6;
/// The length that says: too long for these bits, or too far into the pool for
/// those above, which are a place among the long texts instead.
pub(crate) const OVERFLOW: u32 = (1 << LENGTH_BITS) - 1;
/// How many bits of a name's cell are its tag; those above are the offset. A tag
/// is the length of the name and four bits of its hash: a key with another is
/// another name.
pub(crate) const TAG_BITS: u32 = 8;
/// The bits of a tag that are the length. RFC 6335 allows no longer name; 0 is
/// one that is longer, or too far into the pool for the bits above the tag,
/// which are a place among the long texts instead.
pub(crate) const TAG_LENGTH: u32 = 15;
/// How many offsets the cell of a name can hold.
pub(crate) const NAME_OFFSETS: usize = 1 << (24 - TAG_BITS);

/// The tag of a name of this length, of whose hash this is the mark.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "it is small")]
pub(crate) const fn name_tag(length: usize, fingerprint: u8) -> u32 {
    let length = if length <= TAG_LENGTH as usize { length as u32 } else { 0 };
    (fingerprint as u32 & 15) << 4 | length
}

/// How many bytes stand after the last text of a pool of keys, so that sixteen can be
/// read wherever a text stands.
pub(crate) const PADDING: usize = 16;
/// How many offsets a text cell can hold.
pub(crate) const OFFSETS: usize = 1 << (24 - LENGTH_BITS);

/// In an entry's flags: the bits of the transports its records have, in the
/// order of `Transport::ALL`.
pub(crate) const TRANSPORTS: u8 = 0b1111;
/// In an entry's flags: its one record names no transport.
pub(crate) const ANY_TRANSPORT: u8 = 1 << 4;
/// In an entry's flags: its records alternate with those of the next entry,
/// transport by transport.
pub(crate) const INTERLEAVED: u8 = 1 << 5;
/// In an entry's flags: it has a port.
pub(crate) const HAS_PORT: u8 = 1 << 6;
/// In an entry's flags: its ports are written as a range, be it of one port.
pub(crate) const IS_RANGE: u8 = 1 << 7;

/// Instead of the name of an entry: it is nameless, and its ports reserved.
pub(crate) const RESERVED: u16 = NONE;
/// Instead of the name of an entry: it is nameless, and its ports unassigned.
pub(crate) const UNASSIGNED: u16 = NONE - 1;

/// How many entries in a row share a base of their first ports.
pub(crate) const PORT_GROUP: usize = 8;
/// Instead of a step from the base to a first port: it is too far.
pub(crate) const FAR: u8 = u8::MAX;

/// How many ports share a page of the port index, as a power of two.
pub(crate) const PAGE_BITS: u32 = 4;
/// How many ports the place of a page counts by, as a power of two: all places
/// of 65,536 ports on four transports have 16 bits.
pub(crate) const PLACE_BITS: u32 = 2;

/// Names and ports: what every build has.
macro_rules! name_tables {
    ($use:ident) => {
        $use! {
            /// Names and ports.
            NameTables, NameTablesBuf, "names",

            /// The seed of the names' slots, and that of their hash.
            seed: U64s,
            /// The texts that a cell cannot hold: offset and length.
            overflow_texts: U24s,
            overflow_lengths: U16s,
            /// The number of records, the number of services, and the edition
            /// as a packed date.
            counts: U32s,
            /// Where the pages of each transport start in `pages`, and end.
            page_starts: U16s,
            /// The place in `ports`, in units of 1 << PLACE_BITS, of each page of
            /// 1 << PAGE_BITS ports. The last page of a transport is an empty
            /// one and stands for all after it.
            pages: U16s,
            /// For each port of a page, the primary entry of its services. A
            /// page may begin inside another.
            ports: U16s,
            /// Transports of an entry and its other flags.
            entry_flags: U8s,
            /// For each PORT_GROUP entries, the lowest first port of them.
            port_bases: U16s,
            /// By how much the first port of an entry is above that, or
            /// [`FAR`].
            port_steps: U8s,
            /// The entries whose first port is far above it, in order, and
            /// these ports.
            far_entries: U16s,
            far_ports: U16s,
            /// The name of an entry, as its place in `name_slots` or after them
            /// in `more_names`; or the status of a nameless one.
            entry_names: U16s,
            /// The entries whose ports are written as a range, in order.
            range_entries: U16s,
            /// The last port of each.
            range_ends: U16s,
            /// The nameless entries, by first port.
            nameless: U16s,
            /// The highest last port among a nameless entry and those before.
            nameless_reach: U16s,
            /// The keys (port * 4 + transport) of several services, in order.
            shared_keys: U32s,
            /// The list of entries on each, primary first.
            shared_entries: U16s,
            /// The pilots of the names' perfect hash.
            name_pilots: U8s,
            /// The slots that stand in for those past the last name.
            name_remap: U16s,
            /// The name in each slot and its primary entry, whose spelling it
            /// has.
            name_slots: NameCells,
            /// The names that share the slot of another, and after these the
            /// other spellings of names.
            more_names: NameCells,
            /// The slots of the former, in order.
            collisions: U16s,
            /// The primary entries of names that have several, in order, and
            /// the list of these, primary first.
            several: U16s,
            several_entries: U16s,
            /// The alias entries, in order.
            aliases: U16s,
            /// The entry that each is an alias to.
            alias_targets: U16s,
            /// The entries that have aliases, in order.
            canonicals: U16s,
            /// The list of alias entries of each.
            canonical_aliases: U16s,
            /// The lists of entries.
            lists: U16s,
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
            /// The alias entries, in order, whose announcement is not the usual
            /// one: a blank and the sentence, at the end of the description of
            /// the canonical entry, from which every announcement is taken out.
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

            /// The seed of the handles' slots, and that of their hash.
            seed: U64s,
            /// The number of contacts that the contact table lists.
            counts: U32s,
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
            /// The pilots of the handles' perfect hash.
            handle_pilots: U8s,
            /// The slots that stand in for those past the last handle.
            handle_remap: U16s,
            /// The contact in each slot, and above these 16 bits the mark of
            /// the handle's hash.
            handle_contacts: U24s,
            /// The contacts after whose handle another shares the slot, in
            /// order, and the contact of that one.
            collisions: U16s,
            collision_contacts: U16s,
            /// Of each contact, as texts; an empty text is an absent one. Of
            /// the URIs, `mailto:` is left out: see [`WHOLE_URI`].
            handles: U24s,
            names: U24s,
            uris: U24s,
            /// The contacts with an organization, and it as a text.
            organization_contacts: RankedSet,
            organizations: U24s,
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

pub(crate) use {contact_tables, detail_tables, name_tables};
