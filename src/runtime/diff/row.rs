//! Rows as the cells of their columns.

use std::borrow::Cow;
use std::string::ToString;

use crate::compile::{CONTACT_COLUMNS, SERVICE_COLUMNS};
use crate::contact::Contact;
use crate::contacts::Contacts;
use crate::record::Record;
use crate::service::Service;

/// A row of a table that has so many columns.
pub(super) trait Row<'r, const COLUMNS: usize>: Copy {
    /// The names of the columns, as the registry has them.
    const COLUMN_NAMES: [&'static str; COLUMNS];

    /// What the cells hold.
    fn cells(self) -> [Cow<'r, str>; COLUMNS];
}

/// The columns of a row that hold handles.
pub(super) const ASSIGNEE: usize = 4;
pub(super) const CONTACT: usize = 5;

impl<'r> Row<'r, 12> for Record<'r> {
    const COLUMN_NAMES: [&'static str; 12] = SERVICE_COLUMNS;

    fn cells(self) -> [Cow<'r, str>; 12] {
        [
            self.service().map_or("", Service::name).into(),
            shown(self.ports().map(|ports| match (ports.start(), ports.end()) {
                (first, last) if first == last => first.to_string(),
                (first, last) => format!("{first}-{last}"),
            })),
            self.transport().map_or("", |transport| transport.as_str()).into(),
            self.description().into(),
            handles(self.assignees(), |handle| handle),
            handles(self.contacts(), |handle| handle),
            shown(self.registered()),
            shown(self.modified()),
            self.references().text().into(),
            shown(self.service_code()),
            self.unauthorized_use().unwrap_or_default().into(),
            self.notes().unwrap_or_default().into(),
        ]
    }
}

impl<'r> Row<'r, 5> for Contact<'r> {
    const COLUMN_NAMES: [&'static str; 5] = CONTACT_COLUMNS;

    fn cells(self) -> [Cow<'r, str>; 5] {
        let uris: Vec<String> = self.uris().map(|uri| uri.to_string()).collect();
        [
            self.handle().into(),
            self.name().unwrap_or_default().into(),
            self.organization().unwrap_or_default().into(),
            uris.join("\n").into(),
            shown(self.updated()),
        ]
    }
}

/// A cell of handles in brackets, each as `spelled`.
pub(super) fn handles<'r>(
    contacts: Contacts<'r>,
    spelled: impl Fn(&'r str) -> &'r str,
) -> Cow<'r, str> {
    let mut cell = String::new();
    for contact in contacts {
        cell.push('[');
        cell.push_str(spelled(contact.handle()));
        cell.push(']');
    }
    cell.into()
}

/// A cell of a value that may be missing.
fn shown<'r>(value: Option<impl ToString>) -> Cow<'r, str> {
    value.map(|value| value.to_string()).unwrap_or_default().into()
}

/// The columns in which cells differ: a bit for each, the first the lowest.
pub(super) fn different<const COLUMNS: usize>(
    old: &[Cow<'_, str>; COLUMNS],
    new: &[Cow<'_, str>; COLUMNS],
) -> u16 {
    old.iter()
        .zip(new)
        .enumerate()
        .filter(|(_, (old, new))| old != new)
        .fold(0, |columns, (index, _)| columns | 1 << index)
}
