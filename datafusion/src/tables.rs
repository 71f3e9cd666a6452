//! The registry as Arrow tables.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, Date32Array, ListBuilder, RecordBatch, StringViewArray, StringViewBuilder,
    UInt8Array, UInt16Array, UInt32Array,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::error::Result;
use iana_ports::{Contact, Date, Registry, Service};

/// A column under construction: its name, whether it may be NULL, its values.
type Column = (&'static str, bool, ArrayRef);

/// The rows of the table `iana_services`.
pub(crate) fn services<'r>(registry: &'r Registry) -> Result<RecordBatch> {
    let rows = || registry.services();
    let texts = |of: fn(Service<'r>) -> Option<&'r str>| -> ArrayRef {
        Arc::new(StringViewArray::from_iter(rows().map(of)))
    };
    let ends = |of: fn(Service<'r>) -> Option<u16>| -> ArrayRef {
        Arc::new(UInt16Array::from_iter(rows().map(of)))
    };
    let handles = |of: fn(Service<'r>) -> iana_ports::Contacts<'r>| {
        lists(rows(), |service, list| of(service).for_each(|one| list.append_value(one.handle())))
    };
    let numbers = rows().map(|row| row.transport().map(|transport| transport.protocol_number()));
    let codes = rows().map(|row| row.service_code().map(|code| code.to_u32()));
    let references = lists(rows(), |row, list| {
        row.references().for_each(|reference| list.append_value(reference.to_string()));
    });
    let mut columns = vec![
        ("service_name", false, texts(|row| Some(row.name()))),
        ("first_port", true, ends(Service::port)),
        ("last_port", true, ends(|row| row.ports().map(|ports| *ports.end()))),
        ("transport", true, texts(|row| row.transport().map(|transport| transport.as_str()))),
        ("protocol_number", true, Arc::new(UInt8Array::from_iter(numbers))),
        ("description", false, texts(|row| Some(row.description()))),
        ("assignee", false, handles(Service::assignees)),
        ("contact", false, handles(Service::contacts)),
    ];
    columns.extend(dates(
        ["registration_date", "registration_month"],
        rows().map(Service::registered),
    ));
    columns
        .extend(dates(["modification_date", "modification_month"], rows().map(Service::modified)));
    columns.extend([
        ("reference", false, references),
        ("service_code", true, Arc::new(UInt32Array::from_iter(codes))),
        ("unauthorized_use_reported", true, texts(Service::unauthorized_use)),
        ("assignment_notes", true, texts(Service::notes)),
    ]);
    batch(columns)
}

/// The rows of the table `iana_contacts`.
pub(crate) fn contacts<'r>(registry: &'r Registry) -> Result<RecordBatch> {
    let rows = || registry.contacts();
    let texts = |of: fn(Contact<'r>) -> Option<&'r str>| -> ArrayRef {
        Arc::new(StringViewArray::from_iter(rows().map(of)))
    };
    let emails = rows().map(|row| row.email().map(|email| email.to_string()));
    let uris = lists(rows(), |row, list| {
        row.uris().for_each(|uri| list.append_value(uri.to_string()));
    });
    let mut columns = vec![
        ("id", false, texts(|row| Some(row.handle()))),
        ("name", true, texts(Contact::name)),
        ("organization", true, texts(Contact::organization)),
        ("contact_uri", false, uris),
        ("email", true, Arc::new(StringViewArray::from_iter(emails)) as ArrayRef),
    ];
    columns.extend(dates(["last_updated", "last_updated_month"], rows().map(Contact::updated)));
    batch(columns)
}

/// A column of lists of texts.
fn lists<R>(rows: impl Iterator<Item = R>, append: impl Fn(R, &mut StringViewBuilder)) -> ArrayRef {
    let item = Field::new_list_field(DataType::Utf8View, false);
    let mut lists = ListBuilder::new(StringViewBuilder::new()).with_field(item);
    for row in rows {
        append(row, lists.values());
        lists.append(true);
    }
    Arc::new(lists.finish())
}

/// Two columns of dates: days, of which a date may have none, and months.
fn dates(
    names: [&'static str; 2],
    dates: impl Iterator<Item = Option<Date>> + Clone,
) -> [Column; 2] {
    let days = dates.clone().map(|date| date.and_then(Date::days_since_epoch));
    let month = |date: Date| format!("{:04}-{:02}", date.year(), date.month());
    let months = dates.map(|date| date.map(month));
    [
        (names[0], true, Arc::new(Date32Array::from_iter(days))),
        (names[1], true, Arc::new(StringViewArray::from_iter(months))),
    ]
}

fn batch(columns: Vec<Column>) -> Result<RecordBatch> {
    let (fields, arrays): (Vec<_>, Vec<_>) = columns
        .into_iter()
        .map(|(name, nullable, array)| {
            (Field::new(name, array.data_type().clone(), nullable), array)
        })
        .unzip();
    Ok(RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)?)
}
