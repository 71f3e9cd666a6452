//! The registry as its CSV files have it, and every answer worked out the slow
//! way.

use crate::oracle::csv;
use core::fmt::Display;
use core::ops::RangeInclusive;
use iana_ports::{Record, Service, Status, Transport};
use std::collections::HashMap;
use std::sync::LazyLock;

/// One row of `service-names-port-numbers.csv`; texts as they stand in the
/// cells.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) port_number: String,
    pub(crate) ports: Option<RangeInclusive<u16>>,
    pub(crate) transport: Option<Transport>,
    pub(crate) description: String,
    pub(crate) assignee: String,
    pub(crate) contact: String,
    pub(crate) registered: String,
    pub(crate) modified: String,
    pub(crate) reference: String,
    pub(crate) service_code: String,
    pub(crate) unauthorized_use: String,
    pub(crate) notes: String,
    /// Stands in `preferred.csv`.
    pub(crate) preferred: bool,
}

/// One row of `contacts.csv`.
pub(crate) struct Person {
    pub(crate) handle: String,
    pub(crate) name: String,
    pub(crate) organization: String,
    pub(crate) uris: String,
    pub(crate) updated: String,
}

pub(crate) struct Model {
    pub(crate) rows: Vec<Row>,
    pub(crate) contacts: Vec<Person>,
    /// The cells of `preferred.csv`: name, port, transport.
    pub(crate) preferred: Vec<(String, u16, Transport)>,
    /// Rows by transport (in the order of `Transport::ALL`) and port, in the
    /// order of an answer.
    on: Vec<Vec<Vec<usize>>>,
    /// Rows by lower-case name, in the order of an answer.
    named: HashMap<String, Vec<usize>>,
}

pub(crate) static MODEL: LazyLock<Model> = LazyLock::new(Model::read);

/// The crate's own rows, by row number.
static RECORDS: LazyLock<Vec<Record<'static>>> = LazyLock::new(|| iana_ports::records().collect());

impl Row {
    pub(crate) fn is_named(&self) -> bool {
        !self.name.is_empty()
    }

    pub(crate) fn is_range(&self) -> bool {
        self.ports.as_ref().is_some_and(|ports| ports.start() < ports.end())
    }

    /// X of the note `This entry is an alias to "X".`
    pub(crate) fn alias_target(&self) -> Option<&str> {
        Some(self.notes.split_once("This entry is an alias to \"")?.1.split_once('"')?.0)
    }

    /// What the row says of its ports, whatever other rows say.
    pub(crate) fn status(&self) -> Status {
        if self.is_named() {
            Status::Assigned
        } else if self.description.to_lowercase().contains("unassigned") {
            Status::Unassigned
        } else {
            Status::Reserved
        }
    }
}

impl Model {
    fn read() -> Self {
        let preferred: Vec<_> = table("preferred.csv")
            .map(|[name, port, transport, _reason]| {
                (
                    name,
                    port.parse().expect("a port"),
                    transport_of(&transport).expect("a transport"),
                )
            })
            .collect();
        let rows: Vec<_> =
            table("service-names-port-numbers.csv").map(|cells| row(cells, &preferred)).collect();
        let contacts = table("contacts.csv")
            .map(|[handle, name, organization, uris, updated]| Person {
                handle,
                name,
                organization,
                uris,
                updated,
            })
            .collect();
        let on = Transport::ALL.iter().map(|&transport| rows_by_port(&rows, transport)).collect();
        let named = rows_by_name(&rows);
        Self { rows, contacts, preferred, on, named }
    }

    /// Every row on the key, the primary first, rows without a name last.
    pub(crate) fn records_on(&self, port: u16, transport: Transport) -> &[usize] {
        let at = Transport::ALL.iter().position(|&t| t == transport).expect("one of ALL");
        &self.on[at][usize::from(port)]
    }

    /// Every service on the key, the primary first.
    pub(crate) fn services_on(&self, port: u16, transport: Transport) -> &[usize] {
        let rows = self.records_on(port, transport);
        &rows[..rows.iter().take_while(|&&i| self.rows[i].is_named()).count()]
    }

    pub(crate) fn status(&self, port: u16, transport: Transport) -> Status {
        match self.records_on(port, transport).first() {
            Some(&i) => self.rows[i].status(),
            None if port >= 49152 => Status::Dynamic,
            None => Status::Unassigned,
        }
    }

    /// Every row of the name, the primary first.
    pub(crate) fn services_named(&self, name: &str) -> &[usize] {
        self.named.get(&name.to_ascii_lowercase()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn lookup_name(&self, name: &str, transport: Transport) -> Option<usize> {
        self.services_named(name)
            .iter()
            .copied()
            .find(|&i| self.rows[i].transport.is_none_or(|t| t == transport))
    }

    /// The names, each once, in the registry's spelling and order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let first = |&(i, row): &(usize, &Row)| {
            row.is_named() && self.services_named(&row.name).iter().min() == Some(&i)
        };
        self.rows.iter().enumerate().filter(first).map(|(_, row)| row.name.as_str())
    }
}

/// The records of a file under `registry/`, without its header.
fn table<const COLUMNS: usize>(file: &str) -> impl Iterator<Item = [String; COLUMNS]> {
    let path = format!("{}/registry/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let columns =
        move |record: Vec<String>| record.try_into().unwrap_or_else(|r| panic!("{path}: {r:?}"));
    csv::records(&text).into_iter().skip(1).map(columns)
}

fn row(cells: [String; 12], preferred: &[(String, u16, Transport)]) -> Row {
    let [
        name,
        port_number,
        transport,
        description,
        assignee,
        contact,
        registered,
        modified,
        reference,
        service_code,
        unauthorized_use,
        notes,
    ] = cells;
    let port = |text: &str| text.parse::<u16>().unwrap_or_else(|_| panic!("{name}: port {text:?}"));
    let ports = (!port_number.is_empty()).then(|| {
        let (first, last) = port_number.split_once('-').unwrap_or((&port_number, &port_number));
        port(first)..=port(last)
    });
    let transport = transport_of(&transport);
    let is_preferred = |(n, p, t): &(String, u16, Transport)| {
        *n == name && ports == Some(*p..=*p) && transport == Some(*t)
    };
    let preferred = preferred.iter().any(is_preferred);
    Row {
        name,
        port_number,
        ports,
        transport,
        description,
        assignee,
        contact,
        registered,
        modified,
        reference,
        service_code,
        unauthorized_use,
        notes,
        preferred,
    }
}

fn transport_of(cell: &str) -> Option<Transport> {
    match cell {
        "" => None,
        "tcp" => Some(Transport::Tcp),
        "udp" => Some(Transport::Udp),
        "sctp" => Some(Transport::Sctp),
        "dccp" => Some(Transport::Dccp),
        _ => panic!("transport {cell:?}"),
    }
}

fn rows_by_port(rows: &[Row], transport: Transport) -> Vec<Vec<usize>> {
    let mut by_port = vec![Vec::new(); 65536];
    for (i, row) in
        rows.iter().enumerate().filter(|(_, row)| row.transport.is_none_or(|t| t == transport))
    {
        for port in row.ports.iter().cloned().flatten() {
            by_port[usize::from(port)].push(i);
        }
    }
    for on_port in &mut by_port {
        on_port.sort_by_key(|&i| {
            let row = &rows[i];
            (!row.is_named(), !row.preferred, row.alias_target().is_some(), row.is_range(), i)
        });
    }
    by_port
}

fn rows_by_name(rows: &[Row]) -> HashMap<String, Vec<usize>> {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, row) in rows.iter().enumerate().filter(|(_, row)| row.is_named()) {
        by_name.entry(row.name.to_ascii_lowercase()).or_default().push(i);
    }
    for of_name in by_name.values_mut() {
        of_name.sort_by_key(|&i| (!rows[i].preferred, rows[i].ports.is_none(), i));
    }
    by_name
}

/// The crate's row of that number.
pub(crate) fn record(row: usize) -> Record<'static> {
    RECORDS[row]
}

/// The crate's service of that row.
#[track_caller]
pub(crate) fn service(row: usize) -> Service<'static> {
    record(row)
        .service()
        .unwrap_or_else(|| panic!("row {row}: {:?} is no service", MODEL.rows[row].name))
}

/// Asserts that `got` are the services of those rows, in that order.
#[track_caller]
pub(crate) fn assert_services(
    got: impl Iterator<Item = Service<'static>> + Clone,
    rows: &[usize],
    key: impl Display,
) {
    if !got.clone().eq(rows.iter().map(|&row| service(row))) {
        let got: Vec<_> = got.map(|service| service.to_string()).collect();
        let expected: Vec<_> = rows.iter().map(|&row| service(row).to_string()).collect();
        panic!("{key}: {got:?} instead of {expected:?} (rows {rows:?})");
    }
}
