//! Emits the details tier: descriptions, dates, references, codes and notes.

use alloc::vec::Vec;

use super::ranked_set::put_ranked_set;
use crate::compile::bytes::{packed, put16, put24, put32};
use crate::compile::error::RegistryError;
use crate::compile::model::{Entry, Model, indexed};
use crate::compile::pool::{Packing, Pool};
use crate::tables::DetailTablesBuf;

pub(super) fn details<'t>(
    model: &Model<'t>,
    packing: Packing,
) -> Result<DetailTablesBuf, RegistryError> {
    let texts = |entry: &Entry<'t>| {
        let row = entry.row;
        [entry.description, row.references(), row.unauthorized_use(), row.notes()]
    };
    let announcements = model.announcements.iter().map(|(_, text)| *text);
    let mut pool = Pool::new(packing, model.entries.iter().flat_map(texts).chain(announcements));
    let mut tables = DetailTablesBuf::default();
    let (mut registered, mut noted) = (Vec::new(), Vec::new());
    for (index, entry) in indexed(&model.entries) {
        let [description, references, unauthorized_use, notes] = texts(entry);
        put24(&mut tables.descriptions, pool.cell(description));
        let texts = [
            (references, &mut tables.reference_entries, &mut tables.references),
            (unauthorized_use, &mut tables.unauthorized_entries, &mut tables.unauthorized_uses),
        ];
        for (text, entries, cells) in texts.into_iter().filter(|(text, ..)| !text.is_empty()) {
            put16(entries, index);
            put24(cells, pool.cell(text));
        }
        if !notes.is_empty() {
            noted.push(index);
            put24(&mut tables.notes, pool.cell(notes));
        }
        if entry.row.registered.is_some() {
            registered.push(index);
            put16(&mut tables.registered, packed(entry.row.registered));
        }
        if entry.row.modified.is_some() {
            put16(&mut tables.modified_entries, index);
            put16(&mut tables.modified, packed(entry.row.modified));
        }
        if let Some(code) = entry.row.service_code {
            put16(&mut tables.service_code_entries, index);
            put32(&mut tables.service_codes, code);
        }
    }
    for (alias, text) in &model.announcements {
        put16(&mut tables.announced_aliases, *alias);
        put24(&mut tables.announcements, pool.cell(text));
    }
    put_ranked_set(&mut tables.registered_entries, &registered);
    put_ranked_set(&mut tables.note_entries, &noted);
    (tables.text, tables.overflow_texts, tables.overflow_lengths) = pool.into_tables()?;
    Ok(tables)
}
