//! The kinds of questions other than a port, a name and a contact; and what
//! else an answer shows.

use super::answers::assert_answer;
use super::lookup;

#[test]
fn a_port_that_is_reserved_for_another_transport() {
    assert_answer(
        &["143/udp"],
        "
Reserved (143/udp)
  Port Number        143, one of the System Ports (0-1023)
  Status             Reserved: not available, for the port is assigned to imap (143/tcp)
  Modification Date  2021-02-22
  Reference          RFC 9051  https://www.rfc-editor.org/rfc/rfc9051
  Other Transports   imap (143/tcp): Internet Message Access Protocol; assigned to IESG [IESG]
",
    );
}

#[test]
fn a_service_code() {
    assert_answer(
        &["9/dccp"],
        "
discard (9/dccp)
  Port Number       9, one of the System Ports (0-1023)
  Status            Assigned
  Description       Discard
  Assignee          Eddie Kohler, IETF dccp WG [Eddie_Kohler]
                    kohler@cs.ucla.edu
  Contact           Eddie Kohler, IETF dccp WG [Eddie_Kohler]
  Reference         RFC 4340  https://www.rfc-editor.org/rfc/rfc4340
  Service Code      DISC (1145656131)
  Customary Names   null, sink, wol
  Category          monitoring
  DNS Label         _discard._dccp
  Other Transports
    discard (9/tcp): Discard; assigned to Jon Postel [Jon_Postel]
    discard (9/udp): Discard; assigned to Jon Postel [Jon_Postel]
    discard (9/sctp): Discard; assigned to Randall Stewart, IETF TSVWG [Randall_Stewart]
",
    );
    let bytes = "\n  Service Code       7107696 (bytes \\x00ltp)\n";
    assert!(lookup(&["1113/dccp"]).out.contains(bytes));
}

#[test]
fn unauthorized_ports_of_a_range() {
    assert_answer(
        &["44500/tcp"],
        "
Unassigned (44500/tcp)
  Port Number                44500, one of the User Ports (1024-49151)
  Status                     Unassigned: available for assignment on request
  Ports of the Row           44446-44543
  Unauthorized Use Reported  Known UNAUTHORIZED USE: Ports 44515 & 44516
  Unauthorized Ports         44515, 44516
",
    );
}

#[test]
fn a_range_of_ports() {
    assert_answer(
        &["6000-6063"],
        "
6000-6063
  Port Range  User Ports (1024-49151)
  Assigned    x11 (6000-6063/tcp, 6000-6063/udp)  X Window System
  Unassigned  6000-6063/sctp, 6000-6063/dccp
",
    );
    assert_answer(
        &["49150-49153/tcp"],
        "
49150-49153/tcp
  Port Range  User Ports (1024-49151), Dynamic Ports (49152-65535)
  Assigned    inspider (49150/tcp)  InSpider System
  Reserved    49151/tcp
  Dynamic     49152-49153/tcp
",
    );
    assert_eq!(lookup(&["443-443"]).out, lookup(&["443"]).out);
    assert_eq!(lookup(&["0443-443/tcp"]).out, lookup(&["443/tcp"]).out);
}

#[test]
fn a_list_of_ports() {
    assert_answer(
        &["80/tcp,022,SSH/tcp"],
        "
80/tcp,22,ssh/tcp
  Port Range  System Ports (0-1023)
  Assigned    ssh (22/tcp, 22/udp)  The Secure Shell (SSH) Protocol
              ssh (22/sctp)         SSH
              http (80/tcp)         World Wide Web HTTP
              www (80/tcp)          World Wide Web HTTP
              www-http (80/tcp)     World Wide Web HTTP
  Unassigned  22/dccp
",
    );
}

#[test]
fn a_service_label() {
    assert_answer(
        &["_ipp._tcp.local."],
        "
_ipp._tcp.local.
  Service  ipp on tcp
  Domain   local.

ipp (631/tcp)
  Port Number        631, one of the System Ports (0-1023)
  Status             Assigned
  Description        IPP (Internet Printing Protocol)
  Assignee           IESG [IESG]
                     iesg@ietf.org
  Contact            IETF Chair, IETF [IETF_Chair]
                     chair@ietf.org
  Modification Date  2018-07-06
  Reference          RFC 8011  https://www.rfc-editor.org/rfc/rfc8011
  TXT Keys           See BonjourPrinting.pdf.
  Customary Names    cups
  Category           printing
  Port Shared With   ipps: Internet Printing Protocol over HTTPS
  DNS Label          _ipp._tcp
",
    );
}

#[test]
fn the_parts_of_a_service_label() {
    let parts = |argument| {
        let answer = lookup(&[argument]);
        assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
        answer.out.split_once("\n\n").expect("a block of its own").0.to_owned()
    };
    assert_eq!(
        parts("_printer._sub._http._tcp"),
        "_printer._sub._http._tcp\n  Subtype  _printer\n  Service  http on tcp"
    );
    assert_eq!(
        parts(r"My Printer\.2._ipp._tcp.local"),
        "My Printer\\.2._ipp._tcp.local
  Instance  My Printer\\.2
  Service   ipp on tcp
  Domain    local"
    );
    assert_eq!(
        parts("_services._dns-sd._udp.local"),
        "_services._dns-sd._udp.local
  Instance  _services
  Service   dns-sd on udp
  Domain    local
  Query     for all service types of the domain (RFC 6763 section 9)"
    );
    assert_eq!(
        parts("_dec_dlm._TCP"),
        "_dec_dlm._TCP
  Service      dec_dlm on tcp
  Broken Rule  character '_' at byte 3 of a service name, expected an ASCII letter, digit or hyphen"
    );
}

#[test]
fn the_services_that_cite_an_rfc() {
    let expected = "
RFC 6353
  Document  https://www.rfc-editor.org/rfc/rfc6353
  Cited by  snmptls (10161/tcp)        SNMP-TLS
            snmpdtls (10161/udp)       SNMP-DTLS
            snmptls-trap (10162/tcp)   SNMP-Trap-TLS
            snmpdtls-trap (10162/udp)  SNMP-Trap-DTLS
";
    assert_answer(&["RFC6353"], expected);
    assert_answer(&["rfc 6353"], expected);
}
