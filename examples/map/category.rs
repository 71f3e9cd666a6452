//! The colours of categories. Seventeen are more than an eye tells apart in cells
//! of this size: what is used together shares a colour, and the legend says so.

use iana_ports::facts::Category;
use iana_ports::{Service, Status, lookup_port, status};

use crate::kind::{Colouring, Kind};

/// The kinds of services, and after them those of ports without a category. The
/// latter are greys, so that each hue is a category.
pub(crate) const CATEGORY: Colouring = Colouring {
    title: "our categories of services",
    head: "Our categories of services",
    kinds: &[
        Kind { name: "web", class: "web", colours: ["#048df4", "#12a0fb"] },
        Kind { name: "mail, messaging", class: "mail", colours: ["#ff7502", "#ff8800"] },
        Kind { name: "database, cluster", class: "database", colours: ["#f10c52", "#e60025"] },
        Kind { name: "remote access, vpn", class: "remote", colours: ["#4433ec", "#6558f4"] },
        Kind { name: "file sharing", class: "files", colours: ["#007b46", "#00b27e"] },
        Kind { name: "media, games", class: "media", colours: ["#c253b2", "#ed89c6"] },
        Kind { name: "naming, directory", class: "naming", colours: ["#00e5ff", "#00e4fe"] },
        Kind { name: "monitoring, time", class: "monitoring", colours: ["#fcdc05", "#f4ef7a"] },
        Kind { name: "printing, industrial", class: "industrial", colours: ["#755500", "#af7f4a"] },
        Kind { name: "security", class: "security", colours: ["#7fdb54", "#5ed338"] },
        Kind { name: "Other assigned", class: "other", colours: ["#a3abb5", "#66707c"] },
        Kind { name: "Reserved", class: "Reserved", colours: ["#2b3138", "#dde4eb"] },
        Kind { name: "Dynamic", class: "Dynamic", colours: ["#f4f0fa", "#1b1729"] },
        Kind { name: "Unassigned", class: "Unassigned", colours: ["#dfe4ea", "#262c36"] },
    ],
    kind: |port, transport| match status(port, transport) {
        Status::Assigned => lookup_port(port, transport).and_then(Service::category).map_or(10, of),
        Status::Reserved => 11,
        Status::Dynamic => 12,
        _ => 13,
    },
};

/// The kind of a category.
fn of(category: Category) -> usize {
    match category {
        Category::Web => 0,
        Category::Mail | Category::Messaging => 1,
        Category::Database | Category::Cluster => 2,
        Category::RemoteAccess | Category::Vpn => 3,
        Category::FileSharing => 4,
        Category::Media | Category::Games => 5,
        Category::Naming | Category::Directory => 6,
        Category::Monitoring | Category::Time => 7,
        Category::Printing | Category::Industrial => 8,
        Category::Security => 9,
        // A category that is newer than this picture.
        _ => 10,
    }
}
