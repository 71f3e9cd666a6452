//! Answers to ports and contacts.

use super::lookup;

/// Asserts that the questions are answered, and how. `expected` begins on a
/// line of its own.
#[track_caller]
pub(super) fn assert_answer(arguments: &[&str], expected: &str) {
    let answer = lookup(arguments);
    assert_eq!(format!("\n{}", answer.out), expected);
    assert_eq!((answer.err.as_str(), answer.code), ("", Some(0)));
}

#[test]
fn a_port_and_a_transport() {
    assert_answer(
        &["10162/udp"],
        "
snmpdtls-trap (10162/udp)
  Port Number       10162, one of the User Ports (1024-49151)
  Status            Assigned
  Description       SNMP-Trap-DTLS
  Reference         RFC 6353  https://www.rfc-editor.org/rfc/rfc6353
  Category          monitoring
  DNS Label         _snmpdtls-trap._udp
  Other Transports  snmptls-trap (10162/tcp): SNMP-Trap-TLS
",
    );
}

#[test]
fn a_port_on_every_transport_alike_rows_together() {
    assert_answer(
        &["443"],
        "
https (443/tcp, 443/udp)
  Port Number        443, one of the System Ports (0-1023)
  Status             Assigned
  Description        http protocol over TLS/SSL
  Assignee           IESG [IESG]
                     iesg@ietf.org
  Contact            IETF Chair, IETF [IETF_Chair]
                     chair@ietf.org
  Modification Date  2021-10-01
  Reference          RFC 9110  https://www.rfc-editor.org/rfc/rfc9110
  Customary Names    doh, h3, http3, wss
  Category           web
  DNS Label          _https._tcp, _https._udp

https (443/sctp)
  Port Number        443, one of the System Ports (0-1023)
  Status             Assigned
  Description        HTTPS
  Assignee           Randall Stewart, IETF TSVWG [Randall_Stewart]
                     rrs@lakerest.net
  Contact            Randall Stewart, IETF TSVWG [Randall_Stewart]
  Modification Date  2022-02-07
  Reference          RFC 9260  https://www.rfc-editor.org/rfc/rfc9260
  Customary Names    doh, h3, http3, wss
  Category           web
  DNS Label          _https._sctp

Unassigned (443/dccp)
  Port Number  443, one of the System Ports (0-1023)
  Status       Unassigned: available for assignment on request
",
    );
}

#[test]
fn a_port_of_a_range() {
    assert_answer(
        &["6010"],
        "
x11 (6000-6063/tcp, 6000-6063/udp)
  Port Number                6000-6063, among the User Ports (1024-49151)
  Status                     Assigned
  Description                X Window System
  Assignee                   Stephen Gildea [Stephen_Gildea]
                             gildea@lcs.mit.edu
  Contact                    Stephen Gildea [Stephen_Gildea]
  Unauthorized Use Reported  Known Unauthorized Use on port 6003
  Unauthorized Ports         6003
  Customary Names            x11-0, x11-1, x11-2, x11-3, x11-4, x11-5, x11-6, x11-7
  Category                   remote access
  DNS Label                  _x11._tcp, _x11._udp

Unassigned (6010/sctp, 6010/dccp)
  Port Number  6010, one of the User Ports (1024-49151)
  Status       Unassigned: available for assignment on request
",
    );
}

#[test]
fn a_contact_and_what_it_registered() {
    assert_answer(
        &["[Kenta_Kambara]"],
        "
[Kenta_Kambara]
  Name                     Kenta Kambara
  Contact URI              mailto:kenta.kambara&hpe.com
  E-mail                   kenta.kambara@hpe.com
  Last Updated             2016-05-24
  Assignee and Contact of  icpps (14143/tcp)  IceWall Cert Protocol over TLS
",
    );
}

#[test]
fn a_port_that_only_another_transport_has() {
    assert_answer(
        &["4502/tcp"],
        "
Unassigned (4502/tcp)
  Port Number       4502, one of the User Ports (1024-49151)
  Status            Unassigned: available for assignment on request
  Registry Row      none for this port and transport
  Other Transports  a25-fap-fgw (4502/sctp): A25 (FAP-FGW); assigned to 3GPP2 [_3GPP_2]; registered
                    2012-01-11
",
    );
}

#[test]
fn a_reserved_port() {
    assert_answer(
        &["2"],
        "
Reserved (2/tcp, 2/udp)
  Port Number        2, one of the System Ports (0-1023)
  Status             Reserved: not available for regular assignment
  Modification Date  2025-02-13
  De-assigned        2025-02-13
  Formerly           compressnet
  Assignment Notes   De-assigned on 2025-02-13, previously compressnet by [Bernie_Volz]

Unassigned (2/sctp, 2/dccp)
  Port Number  2, one of the System Ports (0-1023)
  Status       Unassigned: available for assignment on request
",
    );
}

#[test]
fn several_services_on_a_port() {
    assert_answer(
        &["465/tcp"],
        "
submissions (465/tcp)
  Port Number        465, one of the System Ports (0-1023)
  Status             Assigned
  Description        Message Submission over TLS protocol
  Assignee           IESG [IESG]
                     iesg@ietf.org
  Contact            IETF Chair, IETF [IETF_Chair]
                     chair@ietf.org
  Registration Date  2017-12-12
  Reference          RFC 8314  https://www.rfc-editor.org/rfc/rfc8314
  Customary Names    smtps, ssmtp
  Category           mail
  Port Shared With   urd: URL Rendezvous Directory for SSM
  DNS Label          _submissions._tcp
  Other Transports   igmpv3lite (465/udp): IGMP over UDP for SSM; assigned to Toerless Eckert
                     [Toerless_Eckert]
",
    );
}
