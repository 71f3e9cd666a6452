//! A table of port and transport to name, for Zeek's input framework.

use core::fmt::{self, Display, Formatter};

use super::enrichment_csv::primaries;
use crate::registry::Registry;
use crate::registry::lookup::Lookup;
use crate::text::escape::escaped;
use crate::text::one_line::OneLine;
use crate::values::transport::Transport;

/// The primary service of every port on TCP and UDP, in the form that Zeek
/// writes its logs in and its input framework reads: cells between tabs below a
/// line `#fields`.
///
/// | column | value |
/// |---|---|
/// | `resp_p` | the port number; `port` would be no name of a field in Zeek, which has a type of that name |
/// | `proto` | `tcp` or `udp`: a port of Zeek has no other transport that the registry has |
/// | `service_name` | the name of [`lookup_port`](crate::lookup_port)'s answer |
/// | `description` | the description, on one line; `-`, Zeek's unset value, where it is empty |
///
/// A backslash is `\x5c`, and a text that would read as unset or empty begins
/// with an escape.
///
/// [Recipes] has the script that reads it.
///
/// [Recipes]: https://docs.rs/iana-ports/latest/iana_ports/_documentation/recipes/index.html#zeek
///
/// # Example
///
/// ```
/// let table = iana_ports::export::ZeekTable::new(iana_ports::registry()).to_string();
/// let mut lines = table.lines();
/// assert_eq!(lines.next(), Some("#fields\tresp_p\tproto\tservice_name\tdescription"));
/// assert_eq!(lines.next(), Some("1\ttcp\ttcpmux\tTCP Port Service Multiplexer"));
/// assert!(table.contains("\n6010\tudp\tx11\tX Window System\n"));
/// ```
#[derive(Debug)]
pub struct ZeekTable<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(ZeekTable);

impl<R: Lookup> Display for ZeekTable<'_, R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("#fields\tresp_p\tproto\tservice_name\tdescription\n")?;
        let transports = &[Transport::Tcp, Transport::Udp];
        primaries(self.registry, transports).try_for_each(|(port, transport, service)| {
            let [name, description] = [service.name(), service.description()].map(Field);
            writeln!(f, "{port}\t{transport}\t{name}\t{description}")
        })
    }
}

/// A text as Zeek's ASCII writer has it.
struct Field<'r>(&'r str);

impl Display for Field<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.trim() {
            "" => f.write_str("-"),
            "-" => f.write_str("\\x2d"),
            "(empty)" => f.write_str("\\x28empty)"),
            text => escaped(f, OneLine(text), |c| c == '\\', |f, _| f.write_str("\\x5c")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn fields() {
        for (text, field) in [
            ("ssh", "ssh"),
            ("", "-"),
            (" - ", r"\x2d"),
            ("--", "--"),
            ("(empty)", r"\x28empty)"),
            ("a\tb\r\nc", "a b c"),
            (r"a\tb", r"a\x5ctb"),
            ("\u{1b}", r"\x5cu{1b}"),
        ] {
            assert_eq!(Field(text).to_string(), field, "{text:?}");
        }
    }
}
