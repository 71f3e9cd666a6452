//! Command lines: transports as values of `clap` that `--help` lists.
//!
//! Whatever has `FromStr` is a value of clap without more: a
//! [`PortSpec`](crate::port_spec::PortSpec), a [`PortKey`](crate::PortKey), a
//! [`Service`](crate::Service), [`Transports`](crate::transports::Transports).

use clap_builder::ValueEnum;
use clap_builder::builder::PossibleValue;

use crate::values::transport::Transport;

/// Each in lower case, as `--help` shows it, or in upper case.
///
/// With `clap` and its feature `derive`, `transport: Transport` in a struct of
/// arguments needs no attribute.
///
/// ```
/// use clap_builder::{Arg, Command, value_parser};
/// use iana_ports::{Transport, port_spec::PortSpec};
///
/// let mut command = Command::new("scan")
///     .arg(Arg::new("on").long("on").value_parser(value_parser!(Transport)))
///     .arg(Arg::new("ports").value_parser(value_parser!(PortSpec)));
/// assert!(command.render_help().to_string().contains("[possible values: tcp, udp, sctp, dccp]"));
///
/// let given = command.get_matches_from(["scan", "--on", "udp", "53,ntp"]);
/// assert_eq!(given.get_one("on"), Some(&Transport::Udp));
/// assert!(given.get_one::<PortSpec>("ports").unwrap().contains(123, Transport::Udp));
/// ```
impl ValueEnum for Transport {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let upper = match self {
            Self::Tcp => "TCP",
            Self::Udp => "UDP",
            Self::Sctp => "SCTP",
            Self::Dccp => "DCCP",
        };
        Some(PossibleValue::new(self.as_str()).alias(upper))
    }
}

#[cfg(test)]
mod tests {
    use super::{Transport, ValueEnum};
    use crate::port_spec::PortSpec;
    use crate::registry::service::Service;
    use crate::values::port_key::PortKey;
    use crate::values::transports::Transports;
    use clap_builder::builder::ValueParser;
    use clap_builder::{Arg, Command, value_parser};

    fn command(parser: impl Into<ValueParser>) -> Command {
        Command::new("test").arg(Arg::new("value").required(true).value_parser(parser))
    }

    fn read<T: Clone + Send + Sync + 'static>(
        parser: impl Into<ValueParser>,
        value: &str,
    ) -> Result<T, String> {
        let given = command(parser).try_get_matches_from(["test", value]);
        let given = given.map_err(|error| error.to_string())?;
        given.get_one::<T>("value").cloned().ok_or_else(|| "no value".to_owned())
    }

    #[test]
    fn every_transport_in_the_spellings_of_its_aliases() {
        for &transport in Transport::ALL {
            for name in [transport.as_str().to_owned(), transport.as_str().to_uppercase()] {
                assert_eq!(read(value_parser!(Transport), &name), Ok(transport), "{name}");
                assert_eq!(Transport::from_str(&name, false), Ok(transport), "{name}");
            }
        }
        let error = read::<Transport>(value_parser!(Transport), "icmp").unwrap_err();
        assert!(error.contains("[possible values: tcp, udp, sctp, dccp]"), "{error}");
        let help = command(value_parser!(Transport)).render_help().to_string();
        assert!(help.contains("[possible values: tcp, udp, sctp, dccp]"), "{help}");
    }

    #[test]
    fn what_has_from_str_is_a_value() {
        assert_eq!(read(value_parser!(PortKey), "443/tcp"), Ok(PortKey::new(443, Transport::Tcp)));
        assert_eq!(read(value_parser!(Transports), "tcp6"), Ok(Transports::from(Transport::Tcp)));
        assert!(read::<PortSpec>(value_parser!(PortSpec), "22,https/tcp").is_ok());
        let https = read::<Service<'static>>(value_parser!(Service<'static>), "https/tcp").unwrap();
        assert_eq!(https.port(), Some(443));
        let error = read::<PortKey>(value_parser!(PortKey), "443").unwrap_err();
        assert!(error.contains("malformed port key \"443\""), "{error}");
    }
}
