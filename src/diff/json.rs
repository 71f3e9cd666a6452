//! The JSON writer of a diff.

use core::fmt::{self, Display, Formatter};

use super::row::Row;
use super::{Change, Changes, Diff};
use crate::text::joined::joined;
use crate::text::json::{OrNull, Text};

/// A diff as one JSON text (RFC 8259), with a change on each line: what
/// [`Diff::json`] gives. `Display` writes it.
///
/// It is a map of `old_edition` and `new_edition`, each a text or `null`, and
/// of `records` and `contacts`. Each of these has the counts `added`, `removed`
/// and `changed`, whether it is `reordered`, and its `changes`, in their order.
/// A change has
///
/// - `change`: `"added"`, `"removed"` or `"changed"`;
/// - `row`: the row or contact as [`export::Json`](crate::export::Json) writes
///   it; of a changed one, the new;
/// - `fields`, if it is changed: the columns that are, each a map of `column`,
///   which is its key in `row`, and of `old` and `new`, the texts of its cells
///   in the tables.
///
/// The contacts also have `renamed`, the number of the changed ones that have
/// another handle.
///
/// # Example
///
/// ```
/// use iana_ports::Registry;
///
/// let old = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?;
/// let new = Registry::from_services_file("billing 9001/tcp\n".as_bytes())?;
/// let json: serde_json::Value = serde_json::from_str(&old.diff(&new).json().to_string())?;
/// assert_eq!(json["records"]["changed"], 1);
/// let change = &json["records"]["changes"][0];
/// assert_eq!(change["change"], "changed");
/// assert_eq!(change["row"]["service_name"], "billing");
/// assert_eq!(change["fields"][0]["column"], "port_number");
/// assert_eq!(change["fields"][0]["new"], "9001");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct DiffJson<'d> {
    pub(super) diff: &'d Diff<'d>,
}

impl Display for DiffJson<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [old, new] = [self.diff.before(), self.diff.after()]
            .map(|registry| OrNull(registry.edition().map(Text)));
        write!(f, "{{\"old_edition\":{old},\"new_edition\":{new},\n\"records\":")?;
        changes(f, self.diff.records(), "")?;
        f.write_str(",\n\"contacts\":")?;
        let contacts = self.diff.contacts();
        changes(f, contacts, format_args!(",\"renamed\":{}", contacts.renamed()))?;
        f.write_str("}\n")
    }
}

fn changes<'r, R: Row<'r>>(
    f: &mut Formatter<'_>,
    changes: &Changes<R>,
    renamed: impl Display,
) -> fmt::Result {
    write!(
        f,
        r#"{{"added":{},"removed":{},"changed":{}{renamed},"reordered":{},"changes":["#,
        changes.added(),
        changes.removed(),
        changes.changed(),
        changes.is_reordered(),
    )?;
    joined(f, ["\n", ",\n"], changes, one)?;
    f.write_str("]}")
}

fn one<'r, R: Row<'r>>(f: &mut Formatter<'_>, change: &Change<R>) -> fmt::Result {
    let what = match change {
        Change::Added(_) => "added",
        Change::Removed(_) => "removed",
        Change::Changed(_) => "changed",
    };
    write!(f, r#"{{"change":{},"row":"#, Text(what))?;
    change.row().json(f)?;
    if let Change::Changed(changed) = change {
        f.write_str(",\"fields\":[")?;
        joined(f, ["", ","], changed.changed_fields(), |f, field| {
            let (column, old, new) = (field.key(), Text(field.before()), Text(field.after()));
            write!(f, r#"{{"column":"{column}","old":{old},"new":{new}}}"#)
        })?;
        f.write_str("]")?;
    }
    f.write_str("}")
}
