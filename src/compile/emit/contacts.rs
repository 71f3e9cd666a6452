//! Emits the contact tier: assignees, contacts, and the contact table.

use alloc::vec::Vec;

use super::lists::Lists;
use super::ranked_set::put_ranked_set;
use super::slots::Slots;
use crate::compile::bytes::{low16, packed, put16, put24, put32};
use crate::compile::error::RegistryError;
use crate::compile::model::{Contact, Model, indexed};
use crate::compile::pool::{Packing, Pool};
use crate::compile::read::Cell;
use crate::tables::ContactTablesBuf;

pub(super) fn contacts<'t>(
    model: &Model<'t>,
    packing: Packing,
) -> Result<ContactTablesBuf, RegistryError> {
    let contacts = &model.contacts;
    let mut lists = Lists::new(contacts.len());
    let mut tables = ContactTablesBuf::default();
    let mut others = Vec::new();
    for (index, entry) in indexed(&model.entries) {
        put16(&mut tables.assignees, lists.cell(&model.lists[entry.assignees]));
        if entry.contacts != entry.assignees {
            others.push(index);
            put16(&mut tables.contacts, lists.cell(&model.lists[entry.contacts]));
        }
    }
    put_ranked_set(&mut tables.contact_entries, &others);
    tables.lists = lists.table("contacts and lists of contacts that share a service")?;

    // Collisions as a linked list: each contact leads to the next of its slot.
    let handles: Vec<Cell<'_>> = contacts.iter().map(|contact| contact.handle).collect();
    let slots = Slots::new(&handles)?;
    for (first, second) in &slots.collisions {
        put16(&mut tables.collisions, low16(*first));
        put16(&mut tables.collision_contacts, low16(*second));
    }
    for (place, fingerprint) in &slots.occupants {
        put24(
            &mut tables.handle_contacts,
            u32::from(*fingerprint) << 16 | u32::from(low16(*place)),
        );
    }
    slots.put(&mut tables.seed, &mut tables.handle_pilots, &mut tables.handle_remap);

    let mut entry_lists = Lists::new(model.entries.len());
    let texts = |one: &Contact<'t>| [one.handle.text, one.name, one.organization, one.uris];
    let mut pool = Pool::new(packing, contacts.iter().flat_map(texts));
    let mut rest = &model.contact_entries[..];
    let (mut organized, mut updated) = (Vec::new(), Vec::new());
    for (index, contact) in indexed(contacts) {
        put24(&mut tables.handles, pool.cell(contact.handle.text));
        put24(&mut tables.names, pool.cell(contact.name));
        put24(&mut tables.uris, pool.cell(contact.uris));
        if !contact.organization.is_empty() {
            organized.push(index);
            put24(&mut tables.organizations, pool.cell(contact.organization));
        }
        if contact.updated.is_some() {
            updated.push(index);
            put16(&mut tables.updated, packed(contact.updated));
        }
        let end = rest.partition_point(|(contact, _)| *contact == index);
        let (of_contact, after) = rest.split_at(end);
        let list: Vec<u16> = of_contact.iter().map(|(_, entry)| *entry).collect();
        put16(&mut tables.contact_entry_lists, entry_lists.cell(&list));
        rest = after;
    }
    put_ranked_set(&mut tables.organization_contacts, &organized);
    let name = |index: &u16| contacts[usize::from(*index)].organization.to_ascii_lowercase();
    organized.sort_by_cached_key(name);
    organized.iter().for_each(|index| put16(&mut tables.organization_order, *index));
    put_ranked_set(&mut tables.updated_contacts, &updated);
    tables.entry_lists = entry_lists.table("entries and lists of entries of one contact")?;
    (tables.text, tables.overflow_texts, tables.overflow_lengths) = pool.into_tables_of_keys()?;
    put32(&mut tables.counts, low16(model.listed).into());
    Ok(tables)
}
