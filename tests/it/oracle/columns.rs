//! The names of the columns, as IANA writes them.

pub(crate) const ROW: [&str; 12] = [
    "Service Name",
    "Port Number",
    "Transport Protocol",
    "Description",
    "Assignee",
    "Contact",
    "Registration Date",
    "Modification Date",
    "Reference",
    "Service Code",
    "Unauthorized Use Reported",
    "Assignment Notes",
];

pub(crate) const PERSON: [&str; 5] = ["ID", "Name", "Organization", "Contact URI", "Last Updated"];
