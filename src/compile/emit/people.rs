//! The tables of assignees, contacts, and the contact table.

use super::lists::Lists;
use super::slots::Slots;
use super::{PeopleBuf, low16, packed, put16, put32};
use crate::compile::error::CompileError;
use crate::compile::model::{Contact, Model, indexed};
use crate::compile::text::{Pool, too_large};

pub(super) fn people(model: &Model<'_>) -> Result<PeopleBuf, CompileError> {
    let contacts = &model.contacts;
    let mut lists = Lists::new(contacts.len());
    let mut tables = PeopleBuf::default();
    for (index, entry) in indexed(&model.entries) {
        put16(&mut tables.assignees, lists.cell(&entry.assignees));
        if entry.contacts != entry.assignees {
            put16(&mut tables.contact_entries, index);
            put16(&mut tables.contacts, lists.cell(&entry.contacts));
        }
    }
    tables.lists = lists.table("contacts and lists of contacts that share a service")?;

    // Handles that share a slot, and each knows the next.
    let handles: Vec<&str> = contacts.iter().map(|contact| contact.handle).collect();
    let slots = Slots::new(&handles)?;
    for (first, second) in &slots.twins {
        put16(&mut tables.twins, low16(*first));
        put16(&mut tables.twin_contacts, low16(*second));
    }
    for place in &slots.firsts {
        put16(&mut tables.handle_contacts, low16(*place));
    }
    slots.put(&mut tables.seed, &mut tables.handle_pilots, &mut tables.handle_remap);

    let mut pool = Pool::default();
    pool.cell("")?;
    put16(&mut tables.contact_starts, 0);
    for Contact { handle, name, organization, uris, updated, entries } in contacts {
        put32(&mut tables.handles, pool.cell(handle)?);
        put32(&mut tables.names, pool.cell(name)?);
        put32(&mut tables.organizations, pool.cell(organization)?);
        put32(&mut tables.uris, pool.cell(uris)?);
        put16(&mut tables.updated, packed(*updated));
        entries.iter().for_each(|entry| put16(&mut tables.contact_services, *entry));
        let end = u16::try_from(tables.contact_services.len() / 2);
        put16(
            &mut tables.contact_starts,
            end.map_err(|_| too_large("at most 65535 services of all contacts"))?,
        );
    }
    let (text, long_texts, long_lengths) = pool.into_tables();
    long_texts.into_iter().for_each(|offset| put32(&mut tables.long_texts, offset));
    long_lengths.into_iter().for_each(|length| put16(&mut tables.long_lengths, length));
    put32(&mut tables.counts, low16(model.listed).into());
    Ok(PeopleBuf { text, ..tables })
}
