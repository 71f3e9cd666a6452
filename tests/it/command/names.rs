//! Answers to service names.

use super::answers::assert_answer;
use super::lookup;

#[test]
fn a_name_without_a_port_or_a_transport() {
    assert_answer(
        &["webdavs"],
        "
webdavs
  Port Number         none: only the name is registered
  Transport Protocol  none named, which stands for any
  Description         WebDAV over SSL/TLS
  Assignee            Y. Y. Goland [Y_Y_Goland]
                      yarong@microsoft.com
  Contact             Y. Y. Goland [Y_Y_Goland]
  TXT Keys            u     username
                      p     password
                      path  path
  Category            web
  DNS Label           _webdavs._tcp
",
    );
}

#[test]
fn a_name_with_a_slash() {
    assert_answer(
        &["914c/g"],
        "
914c/g (211/tcp, 211/udp)
  Port Number  211, one of the System Ports (0-1023)
  Status       Assigned
  Description  Texas Instruments 914C/G Terminal
  Assignee     Bill Harrell [Bill_Harrell]
  Contact      Bill Harrell [Bill_Harrell]
  Alias of     914c-g
  Historic     not usable with many common service discovery mechanisms
  DNS Label    _914c/g._tcp, _914c/g._udp
",
    );
}

#[test]
fn a_name_that_begins_with_a_digit_and_a_dynamic_port() {
    assert_answer(
        &["9pfs", "50000"],
        "
9pfs (564/tcp, 564/udp)
  Port Number  564, one of the System Ports (0-1023)
  Status       Assigned
  Description  plan 9 file service
  Category     file sharing
  DNS Label    _9pfs._tcp, _9pfs._udp

Dynamic (50000/tcp, 50000/udp, 50000/sctp, 50000/dccp)
  Port Number  50000, one of the Dynamic Ports (49152-65535)
  Status       Dynamic: never assigned, for private or temporary use
",
    );
}

#[test]
fn a_name_on_a_transport() {
    let titles = |argument| -> Vec<String> {
        lookup(&[argument])
            .out
            .lines()
            .filter(|line| !line.starts_with(' '))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        titles("https"),
        ["https (443/tcp, 443/udp)", "", "https (443/sctp)", "", "https (tcp)"]
    );
    assert_eq!(titles("HTTPS/TCP"), ["https (443/tcp)", "", "https (tcp)"]);
    assert_eq!(titles("914c/g/udp"), ["914c/g (211/udp)"]);
    assert_eq!(titles("webdavs/dccp"), ["webdavs"]);
    assert_eq!(titles("[jon_postel]"), ["[Jon_Postel]"]);
    // Notes stay as the registry broke them.
    assert!(lookup(&["https/tcp"]).out.contains(
        "  Assignment Notes
    Web browsers like Safari and Internet Explorer (with the Bonjour for Windows plugin)
    DO NOT browse for DNS-SD service type \"_https._tcp\" in addition to browsing for \"_http._tcp\".
"
    ));
}

#[test]
fn a_name_that_people_use() {
    assert_answer(
        &["DNS/udp", "51820/udp"],
        "
dns (53/udp)
  Port Number    53, one of the System Ports (0-1023)
  Status         Assigned
  Description    The name of the protocol, which the registry calls domain
  Reference      RFC 1035  https://www.rfc-editor.org/rfc/rfc1035
  Registered As  domain: Domain Name Server
  Category       naming
  Source         customary

Dynamic (51820/udp)
  Port Number   51820, one of the Dynamic Ports (49152-65535)
  Status        Dynamic: never assigned, for private or temporary use
  In Use By     wireguard: WireGuard, in the examples of its makers; none is fixed
  Registry Row  none for this port and transport
",
    );
    // Alone or in a list, and what is registered comes first.
    let list = lookup(&["22,dns/udp,postgres,wireguard"]);
    assert_eq!(list.code, Some(0), "{}", list.err);
    for line in ["domain (53/udp)", "postgresql (5432/tcp)", "51820/udp"] {
        assert!(list.out.contains(line), "{}", list.out);
    }
    // The port keeps the status that IANA gave it.
    let page = lookup(&["wireguard"]).out;
    assert!(page.contains("\n  Status         Dynamic\n"), "{page}");
    assert!(page.contains("\n  Registered As  none\n"), "{page}");
    // Names that are registered without a port come first.
    let titles: Vec<String> = lookup(&["rdp"])
        .out
        .lines()
        .filter(|line| line.starts_with("rdp"))
        .map(str::to_owned)
        .collect();
    assert_eq!(titles, ["rdp", "rdp", "rdp (3389/tcp, 3389/udp)"]);
}
