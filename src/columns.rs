//! The columns of the registry's two tables, declared once: for each its key in
//! JSON, IANA's name, its tier and the value that it has in JSON. The order of
//! the declarations is the order of the columns.

/// Hands the columns of `service-names-port-numbers.csv` to a macro.
///
/// The feature after `in` is the tier; a column without one is in every build.
/// A field after a plus sign is no column: JSON has it behind the column that
/// it comes from. `text` is never null, `optional_text` and `optional_integer`
/// may be, and `texts` is a list, which may be empty.
macro_rules! service_columns {
    ($use:ident) => {
        $use! {
            ServiceColumns, 12, record: Record;

            service_name: "Service Name",
                optional_text(record.service().map(|service| service.name()));
            port_number: "Port Number", optional_text(record.port_number());
            transport_protocol: "Transport Protocol", optional_text(record.transport())
                + first_port: optional_integer(record.port())
                + last_port: optional_integer(record.ports().map(|ports| *ports.end()));
            description: "Description" in "details", text(record.description());
            assignee: "Assignee" in "contacts",
                texts(record.assignees().map(|contact| contact.handle()));
            contact: "Contact" in "contacts",
                texts(record.contacts().map(|contact| contact.handle()));
            registration_date: "Registration Date" in "details",
                optional_text(record.registered());
            modification_date: "Modification Date" in "details",
                optional_text(record.modified());
            reference: "Reference" in "details", texts(record.references());
            service_code: "Service Code" in "details",
                optional_integer(record.service_code().map(|code| code.to_u32()));
            unauthorized_use_reported: "Unauthorized Use Reported" in "details",
                optional_text(record.unauthorized_use());
            assignment_notes: "Assignment Notes" in "details", optional_text(record.notes());
        }
    };
}

/// Hands the columns of `contacts.csv`, which is IANA's "Contact Information",
/// to a macro: see [`service_columns`].
macro_rules! contact_columns {
    ($use:ident) => {
        $use! {
            ContactColumns, 5, contact: Contact;

            id: "ID", text(contact.handle());
            name: "Name", optional_text(contact.name());
            organization: "Organization", optional_text(contact.organization());
            contact_uri: "Contact URI", texts(contact.uris())
                + email: optional_text(contact.email());
            last_updated: "Last Updated", optional_text(contact.updated());
        }
    };
}

/// Declares a row of a table: a struct with a field for each column.
macro_rules! columns {
    (
        $columns:ident, $count:literal, $row:ident: $type:ident;
        $($key:ident: $name:literal $(in $tier:literal)?, $kind:ident($($value:tt)+)
            $(+ $more:ident: $more_kind:ident($($more_value:tt)+))*;)+
    ) => {
        /// One thing for each column of a table. What makes or takes a row calls the
        /// columns by their keys, so that their order stands here only.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) struct $columns<T> {
            $(
                #[doc = concat!("Column \"", $name, "\".")]
                pub(crate) $key: T,
            )+
        }

        #[allow(dead_code, reason = "a build reads and writes what its features need")]
        impl<T> $columns<T> {
            /// The things, in the order of the columns.
            pub(crate) fn into_array(self) -> [T; $count] {
                [$(self.$key),+]
            }

            /// What a function makes of each thing.
            pub(crate) fn map<U>(self, of: impl Fn(T) -> U) -> $columns<U> {
                $columns { $($key: of(self.$key)),+ }
            }
        }

        #[allow(dead_code, reason = "a build reads and writes what its features need")]
        impl<T: Copy> $columns<T> {
            /// The things of a row that has the order of the columns.
            pub(crate) const fn from_array([$($key),+]: [T; $count]) -> Self {
                Self { $($key),+ }
            }

            /// The same thing for each column.
            pub(crate) const fn all(one: T) -> Self {
                Self::from_array([one; $count])
            }
        }

        #[allow(dead_code, reason = "a build reads and writes what its features need")]
        impl $columns<()> {
            /// The names of the columns, as IANA writes them.
            pub(crate) const NAMES: [&'static str; $count] = [$($name),+];

            /// The keys of the columns in JSON: the names in snake case.
            pub(crate) const KEYS: [&'static str; $count] = [$(stringify!($key)),+];

            /// The place of each column, from 0.
            pub(crate) const PLACES: $columns<usize> = {
                let (mut places, mut place) = ([0; $count], 0);
                while place < $count {
                    places[place] = place;
                    place += 1;
                }
                $columns::from_array(places)
            };
        }
    };
}

service_columns!(columns);
contact_columns!(columns);

#[allow(unused_imports, reason = "`build.rs` has no handles, whose values these are")]
pub(crate) use {contact_columns, service_columns};
