//! Sentences on ports, with the dates and names of their rows.

use iana_ports::{Transport, explain};

#[test]
fn explanations_read_like_this() {
    use Transport::{Sctp, Tcp, Udp};
    let of = |port, transport| explain(port, transport).to_string();
    assert_eq!(
        of(80, Sctp),
        "80/sctp, one of the System Ports, is Assigned to http; modified 2022-02-07; also assigned: http (80/tcp), http (80/udp)"
    );
    assert_eq!(
        of(24, Tcp),
        "24/tcp, one of the System Ports, is Reserved (\"any private mail system\")"
    );
    assert_eq!(of(7300, Udp), "7300/udp, one of the User Ports, is Assigned to swx");
    assert_eq!(of(4, Tcp), "4/tcp, one of the System Ports, is Unassigned");
    assert_eq!(of(50000, Tcp), "50000/tcp, one of the Dynamic Ports, is Dynamic");
    assert_eq!(
        of(3980, Tcp),
        "3980/tcp, one of the User Ports, is Reserved; registered 2006-06; modified 2020-12-29; de-assigned 2020-12-29; formerly \"acms\""
    );
}
