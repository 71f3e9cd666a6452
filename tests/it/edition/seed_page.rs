//! The page of the registry as of 2025-05-05: the services over TLS and DTLS,
//! and their contacts.

/// The twelve columns but for the service code and the report of unauthorized
/// use, which are empty on all rows. Runs of blanks and newlines in the notes
/// stand as one blank.
pub(crate) struct Row {
    pub(crate) key: [&'static str; 3],
    pub(crate) description: &'static str,
    pub(crate) people: [&'static str; 2],
    pub(crate) dates: [&'static str; 2],
    pub(crate) reference: &'static str,
    pub(crate) notes: &'static str,
}

/// Name, port and transport; description; assignee and contact; registration
/// and modification date; reference; notes.
const fn row(
    key: [&'static str; 3],
    description: &'static str,
    people: [&'static str; 2],
    dates: [&'static str; 2],
    reference: &'static str,
    notes: &'static str,
) -> Row {
    Row { key, description, people, dates, reference, notes }
}

#[rustfmt::skip]
pub(crate) const SERVICES: [Row; 32] = [
    row(["snmpdtls-trap", "10162", "udp"], "SNMP-Trap-DTLS",
        ["", ""], ["", ""], "[RFC6353]", ""),
    row(["icpps", "14143", "tcp"], "IceWall Cert Protocol over TLS",
        ["[Kenta_Kambara]", "[Kenta_Kambara]"], ["2016-05-24", ""], "", ""),
    row(["onep-tls", "15002", "tcp"], "Open Network Environment TLS",
        ["[Cisco_3]", "[Andrew_Thurber]"], ["2014-01-21", ""], "", ""),
    row(["amt-redir-tls", "16995", "tcp"], "Intel(R) AMT Redirection/TLS",
        ["[Nimrod_Diamant]", "[Nimrod_Diamant]"], ["2005-02", ""], "", ""),
    row(["amt-redir-tls", "16995", "udp"], "Intel(R) AMT Redirection/TLS",
        ["[Nimrod_Diamant]", "[Nimrod_Diamant]"], ["2005-02", ""], "", ""),
    row(["db2c-tls", "25100", "tcp"], "IBM Db2 Client Interface - Encrypted",
        ["[IBM]", "[Matthew_Emmerton]"], ["2024-03-05", ""], "", ""),
    row(["z-wave-s", "41230", "tcp"], "Z-Wave Protocol over SSL/TLS",
        ["[Sigma_Designs_3]", "[Anders_Brandt_4]"], ["2015-06-26", ""], "", ""),
    row(["z-wave-s", "41230", "udp"], "Z-Wave Protocol over DTLS",
        ["[Sigma_Designs_3]", "[Anders_Brandt_4]"], ["2015-06-26", ""], "", ""),
    row(["caldav", "", "tcp"], "Calendaring Extensions to WebDAV (CalDAV) - non-TLS",
        ["[IESG]", "[IETF_Chair]"], ["2012-02-17", ""], "[RFC6764]",
        "This is an extension of the http service. Defined TXT keys: path=<context path>"),
    row(["caldavs", "", "tcp"], "Calendaring Extensions to WebDAV (CalDAV) - over TLS",
        ["[IESG]", "[IETF_Chair]"], ["2012-02-17", ""], "[RFC6764]",
        "This is an extension of the https service. Defined TXT keys: path=<context path>"),
    row(["carddav", "", "tcp"], "vCard Extensions to WebDAV (CardDAV) - non-TLS",
        ["[IESG]", "[IETF_Chair]"], ["2012-02-17", ""], "[RFC6352]",
        "This is an extension of the http service. Defined TXT keys: path=<context path>"),
    row(["carddavs", "", "tcp"], "vCard Extensions to WebDAV (CardDAV) - over TLS",
        ["[IESG]", "[IETF_Chair]"], ["2012-02-17", ""], "[RFC6352]",
        "This is an extension of the https service. Defined TXT keys: path=<context path>"),
    row(["core-rd-tls", "", "tcp"], "Resource Directory accessed using CoAP over TLS",
        ["[IESG]", "[IETF_Chair]"], ["2021-03-16", "2022-04-14"], "[RFC9176]",
        "Defined TXT keys: None"),
    row(["core-rd-dtls", "", "udp"], "Resource Directory accessed using CoAP over DTLS",
        ["[IESG]", "[IETF_Chair]"], ["2021-03-16", ""], "[RFC9176]", "Defined TXT keys: None"),
    row(["dns-llq-tls", "", "tcp"], "DNS Long-Lived Queries over TLS",
        ["[Stuart_Cheshire]", "[Stuart_Cheshire]"], ["2019-05-04", ""], "[RFC6281]",
        "Defined TXT Keys: None"),
    row(["dns-push-tls", "", "tcp"], "DNS Push Notification Service Type",
        ["[IESG]", "[IETF_Chair]"], ["2019-11-25", ""], "[RFC8765, Section 6.1]",
        "Defined TXT Keys: None"),
    row(["dns-query-tls", "", "tcp"], "DNS queries to the authoritative server over TLS",
        ["[Stuart_Cheshire]", "[Stuart_Cheshire]"], ["2019-05-04", ""], "",
        "Defined TXT Keys: None"),
    row(["dns-update-tls", "", "tcp"], "DNS Dynamic Update Service over TLS",
        ["[Stuart_Cheshire]", "[Stuart_Cheshire]"], ["2019-05-04", ""], "[RFC6281]",
        DNS_UPDATE_TLS_NOTES),
    row(["dnssd-srp-tls", "", "tcp"], "DNS-Based Service Discovery (TLS)",
        ["[IESG]", "[IETF_Chair]"], ["2024-04-12", "2024-09-05"], "[RFC-ietf-dnssd-srp-25]",
        "Defined TXT keys: None"),
    row(["https", "", "tcp"], "HTTP over SSL/TLS",
        ["[Tim_Berners_Lee]", "[Tim_Berners_Lee]"], ["", ""], "", HTTPS_NOTES),
    row(["llrp-secure", "", ""], "RFID reader Low Level Reader Protocol over SSL/TLS",
        ["[Jason_Schoon_2]", "[Jason_Schoon_2]"], ["", ""], "", "Defined TXT keys: None"),
    row(["msrps", "", "tcp"], "MSRP protocol over TLS",
        ["", ""], ["", "2014-04-25"], "[RFC4976]", "Defined TXT keys:"),
    row(["radiusdtls", "", "udp"], "\
        Authentication, Accounting, and Dynamic Authorization via the RADIUS protocol. \
        This service name is used to construct the SRV service label \"_radiusdtls\" for \
        discovery of RADIUS/DTLS servers.",
        ["[IESG]", "[IETF_Chair]"], ["2015-03-23", "2015-10-06"], "[RFC7585]",
        "Defined TXT keys: None"),
    row(["radiustls", "", "tcp"], "\
        Authentication, Accounting, and Dynamic Authorization via the RADIUS protocol. \
        This service name is used to construct the SRV service label \"_radiustls\" for \
        discovery of RADIUS/TLS servers.",
        ["[IESG]", "[IETF_Chair]"], ["2015-03-23", "2015-10-06"], "[RFC7585]",
        "Defined TXT keys: None"),
    row(["snif-cln", "", "tcp"], "End-to-end TLS Relay Client Connection",
        ["[VESvault_Corp]", "[Jim_Zubov]"], ["2021-12-15", ""], "[https://snif.host/relay-proto#snif-cln]",
        "Defined TXT keys: None"),
    row(["snif-fifo", "", "tcp"], "End-to-end TLS Relay Cluster",
        ["[VESvault_Corp]", "[Jim_Zubov]"], ["2021-12-15", ""], "[https://snif.host/relay-proto#snif-fifo]",
        "Defined TXT keys: None"),
    row(["snif-srv", "", "tcp"], "End-to-end TLS Relay Service Connection",
        ["[VESvault_Corp]", "[Jim_Zubov]"], ["2021-12-29", ""], "[https://snif.host/relay-proto#snif-srv]",
        "Defined TXT keys: None"),
    row(["timezone", "", "tcp"], "Time Zone Data Distribution Service - non-TLS",
        ["[IESG]", "[IETF_Chair]"], ["2015-08-03", ""], "[RFC7808]", TIMEZONE_NOTES),
    row(["timezones", "", "tcp"], "Time Zone Data Distribution Service - over TLS",
        ["[IESG]", "[IETF_Chair]"], ["2015-08-03", ""], "[RFC7808]", TIMEZONES_NOTES),
    row(["webdavs", "", ""], "WebDAV over SSL/TLS",
        ["[Y_Y_Goland]", "[Y_Y_Goland]"], ["", ""], "",
        "Defined TXT keys: u=<username> p=<password> path=<path>"),
    row(["wot", "", "tcp"], "W3C WoT Thing Description or Directory",
        ["[W3C_Web_of_Things_Working_Group]", "[Kazuyuki_Ashimura]"], ["2022-11-22", "2022-12-15"], "",
        WOT_TCP_NOTES),
    row(["wot", "", "udp"], "W3C WoT Thing Description or Directory",
        ["[W3C_Web_of_Things_Working_Group]", "[Kazuyuki_Ashimura]"], ["2022-11-22", "2022-12-15"], "",
        WOT_UDP_NOTES),
];

/// Handle, name, organization, URI and last update, and the mail address that the URI stands for.
#[rustfmt::skip]
pub(crate) const CONTACTS: [[&str; 6]; 18] = [
    ["Anders_Brandt_4", "Anders Brandt", "Sigma Designs",
     "mailto:anders_brandt&sigmadesigns.com", "2015-06-26", "anders_brandt@sigmadesigns.com"],
    ["Andrew_Thurber", "Andrew Thurber", "Cisco",
     "mailto:anthurbe@cisco.com>", "2014-01-21", "anthurbe@cisco.com"],
    ["Cisco_3", "", "Cisco", "mailto:anthurbe@cisco.com>", "2014-01-21", "anthurbe@cisco.com"],
    ["IBM", "", "IBM", "mailto:memmerto&ca.ibm.com", "2024-03-05", "memmerto@ca.ibm.com"],
    ["IESG", "", "IESG", "mailto:iesg&ietf.org", "", "iesg@ietf.org"],
    ["IETF_Chair", "IETF Chair", "IETF", "mailto:chair&ietf.org", "", "chair@ietf.org"],
    ["Jason_Schoon_2", "Jason Schoon", "",
     "mailto:jason.schoon&intermec.com", "", "jason.schoon@intermec.com"],
    ["Jim_Zubov", "Jim Zubov", "VESvault Corp",
     "mailto:jz&vesvault.com", "2021-12-29", "jz@vesvault.com"],
    ["Kazuyuki_Ashimura", "Kazuyuki Ashimura", "",
     "mailto:ashimura&w3.org", "2022-11-22", "ashimura@w3.org"],
    ["Kenta_Kambara", "Kenta Kambara", "",
     "mailto:kenta.kambara&hpe.com", "2016-05-24", "kenta.kambara@hpe.com"],
    ["Matthew_Emmerton", "Matthew Emmerton", "IBM",
     "mailto:memmerto&ca.ibm.com", "2024-03-05", "memmerto@ca.ibm.com"],
    ["Nimrod_Diamant", "Nimrod Diamant", "",
     "mailto:nimrod.diamant&intel.com", "2005-02", "nimrod.diamant@intel.com"],
    ["Sigma_Designs_3", "", "Sigma Designs",
     "mailto:anders_brandt&sigmadesigns.com", "2015-06-26", "anders_brandt@sigmadesigns.com"],
    ["Stuart_Cheshire", "Stuart Cheshire", "",
     "mailto:cheshire&apple.com", "2022-07-11", "cheshire@apple.com"],
    ["Tim_Berners_Lee", "Tim Berners-Lee", "", "mailto:timbl&w3.org", "", "timbl@w3.org"],
    ["VESvault_Corp", "", "VESvault Corp",
     "mailto:info&vesvault.com", "2021-12-29", "info@vesvault.com"],
    ["W3C_Web_of_Things_Working_Group", "", "W3C Web of Things Working Group",
     "mailto:team-wot&w3.org", "2022-11-22", "team-wot@w3.org"],
    ["Y_Y_Goland", "Y. Y. Goland", "", "mailto:yarong&microsoft.com", "", "yarong@microsoft.com"],
];

const DNS_UPDATE_TLS_NOTES: &str = "\
    DNS Dynamic Update Service for a given domain may not necessarily be provided by the \
    principal name servers as advertised by the domain's \"NS\" records, and may not \
    necessarily always be provided on port 53. The \"_dns-update._udp.<domain>.\" SRV record \
    gives the target host and port where DNS Dynamic Update Service is provided for the \
    named domain.";

const HTTPS_NOTES: &str = "\
    Web browsers like Safari and Internet Explorer (with the Bonjour for Windows plugin) \
    DO NOT browse for DNS-SD service type \"_https._tcp\" in addition to browsing for \
    \"_http._tcp\". This is a conscious decision to reduce proliferation of service types, \
    to help keep DNS-SD efficient on the network. Today, if a user types \
    http://www.mybank.com/ into their web browser, the web server automatically redirects \
    the user to https://www.mybank.com/. Rather than having an entirely different DNS-SD \
    service type for https, we recommend using the same redirection mechanism: advertise a \
    plain \"http\" service, which consists of nothing except an HTTP redirection to the \
    desired \"https\" URL. Work is currently being done on adding mechanisms to HTTP and TLS \
    to allow the server to tell the client that it needs to activate TLS on the current \
    connection before proceeding. If this becomes widely adopted, it further justifies the \
    decision to not create a separate DNS-SD service type \"_https._tcp\", because security \
    becomes just another one of the things that is negotiated on a per-connection basis \
    (like content-type negotiation today) rather than being an entirely separate thing.";

const TIMEZONE_NOTES: &str = "\
    This is an extension of the http service. Defined TXT keys: path=<context path> (as \
    per Section 6 of [RFC6763]).";

const TIMEZONES_NOTES: &str = "\
    This is an extension of the https service. Defined TXT keys: path=<context path> (as \
    per Section 6 of [RFC6763]).";

const WOT_TCP_NOTES: &str = "\
    Defined TXT keys: td: Absolute pathname of the Thing Description of the Thing or Thing \
    Description of the Thing Description Directory. type: Type of the Thing Description, \
    i.e. \"Thing\" or \"Directory\". If omitted, the type is assumed to be Thing. scheme: \
    Scheme part of URL. One of the following values can be specified, with the standard \
    registered URI interpretations [RFC7595]: http (HTTP over TCP),https (HTTP over \
    TLS/TCP), coap+tcp (CoAP over TCP), or coaps+tcp (CoAP over TLS/TCP). If omitted, the \
    scheme is assumed to be http.";

const WOT_UDP_NOTES: &str = "\
    Defined TXT keys: td: Absolute pathname of the Thing Description of the Thing or Thing \
    Description of the Thing Description Directory. type: Type of the Thing Description, \
    i.e. \"Thing\" or \"Directory\". If omitted, the type is assumed to be Thing. scheme: \
    Scheme part of URL. One of the following values can be specified, with the standard \
    registered URI interpretations [RFC7595]: coap (CoAP over UDP), coaps CoAP over \
    DTLS/UDP. If omitted, the scheme is assumed to be coap.";
