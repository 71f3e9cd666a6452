//! Names under which exporters write the key of a flow.

/// Source ports, IPFIX's name (RFC 7012) first.
const SOURCE_PORTS: &[&str] = &[
    "sourceTransportPort",
    "source_port",
    "src_port",
    "srcport",
    "id.orig_p",
    "source.port",
    "sp",
    "sport",
    "port_src",
    "l4_src_port",
];

/// Destination ports.
const DESTINATION_PORTS: &[&str] = &[
    "destinationTransportPort",
    "destination_port",
    "dst_port",
    "dest_port",
    "dstport",
    "id.resp_p",
    "destination.port",
    "dp",
    "dport",
    "port_dst",
    "l4_dst_port",
];

/// Protocols.
const PROTOCOLS: &[&str] = &[
    "protocolIdentifier",
    "protocol",
    "proto",
    "network.iana_number",
    "network.transport",
    "pr",
    "pro",
    "prot",
    "ip_proto",
];

/// The key of a flow: each part, and the names that are known for it. They
/// compare without ASCII case.
pub(crate) const KEY: [(&str, &[&str]); 3] = [
    ("source port", SOURCE_PORTS),
    ("destination port", DESTINATION_PORTS),
    ("protocol", PROTOCOLS),
];

/// The options that name the parts of the key.
pub(crate) const OPTIONS: [&str; 3] = ["--source-port", "--destination-port", "--protocol"];

/// The columns of VPC flow logs by default, version 2.
pub(crate) const VPC: &str = "version account-id interface-id srcaddr dstaddr srcport dstport \
                              protocol packets bytes start end action log-status";

/// What a program reads as no value: VPC flow logs and Zeek have a hyphen.
pub(crate) const UNSET: &[u8] = b"-";

/// The columns that are added, in their order.
pub(crate) const ADDED: [&str; 3] = ["service_name", "service_side", "port_status"];
