//! The syntaxes: one grammar, and the options that each of them sets.

use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// How ports are listed: the syntax of this crate, or that of a tool.
///
/// All of them have items with commas between them, blanks around items, and
/// service names. A `Spec` is written in the default one, whichever it was read
/// in.
///
/// ```
/// use iana_ports::port_spec::{Fixed, Syntax};
///
/// for (syntax, text) in [
///     (Syntax::Default, "25/tcp,6000-6063/tcp"),
///     (Syntax::WholeList, "25,6000-6063/tcp"),
///     (Syntax::Nmap, "T:25,6000-6063"),
///     (Syntax::Ufw, "25,6000:6063/tcp"),
///     (Syntax::TransportFirst, "tcp:25,tcp/6000-6063"),
/// ] {
///     let spec = Fixed::<2>::parse_as(syntax, text)?;
///     assert_eq!(spec.to_string(), "25/tcp,6000-6063/tcp");
/// }
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Syntax {
    /// That of this crate: `22,https/tcp,6000-6063/udp,53/tcp+udp,60000-`. A
    /// transport is that of its item alone.
    #[default]
    Default,
    /// The default one where either every item names a transport or none does:
    /// of `70,75/tcp` nobody but its author knows whether 70 is on tcp alone.
    Strict,
    /// The default one where a transport, behind the last item, is that of the
    /// whole list: `70,75/tcp`.
    WholeList,
    /// The default one where a transport may be followed by others:
    /// `53/tcp,udp,80/tcp`.
    TransportList,
    /// `-p` of nmap: `T:25,80-90,U:53`. A letter (T, U or S for sctp) is for all
    /// items up to the next one, `-` is 1-65535, `-100` begins at 1, `60-` ends
    /// at 65535, and a comma may end the list. What stands before a letter is on
    /// every transport: nmap takes those of its scan. Patterns (`ftp*`), lists
    /// in brackets (`[1-1024]`) and IP protocols (`P:`) are not taken.
    Nmap,
    /// `--dport` and `--dports` of iptables: `22,80:90`, `1024:`, `:100`, and at
    /// most 15 ports, of which a range counts as two. The transport (`-p`) is
    /// not in the text.
    Iptables,
    /// ufw: `22`, `ssh/tcp`, `22,80:90/tcp`, at most 15 ports, of which a range
    /// counts as two. A transport, tcp or udp, is that of the whole list; a
    /// list or a range has one, and a single port without it is on both. Ports
    /// begin at 1.
    Ufw,
    /// The transport first in each item: `tcp/7000-7002`, `udp:53`, as cloud
    /// rules have it.
    TransportFirst,
}

/// The options of a syntax.
#[derive(Debug)]
pub(super) struct Options {
    /// What is between the ports of a range.
    pub(super) range: u8,
    /// What a range without a first port begins with, if there may be one.
    pub(super) open_first: Option<u32>,
    /// Whether a range without a last port ends at 65535.
    pub(super) open_last: bool,
    pub(super) lowest: u16,
    /// Where a transport stands.
    pub(super) place: Place,
    /// What may stand between transports.
    pub(super) between: &'static [char],
    pub(super) required: Required,
    /// The transports that the tool knows.
    pub(super) known: Transports,
    /// The most ports, of which a range counts as two.
    pub(super) most: Option<usize>,
    pub(super) may_end_in_comma: bool,
}

/// Where a transport stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    /// Behind an item and a slash.
    Item,
    /// Behind the last item and a slash.
    List,
    /// Before an item, and a colon or a slash.
    First,
    /// Before any number of items, as a letter and a colon.
    Letter,
    Nowhere,
}

/// When there has to be a transport.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Required {
    Never,
    /// If another item has one.
    LikeOthers,
    /// If there is more than one port.
    ForMany,
}

impl Options {
    const DEFAULT: Self = Self {
        range: b'-',
        open_first: None,
        open_last: true,
        lowest: 0,
        place: Place::Item,
        between: &['+'],
        required: Required::Never,
        known: Transports::ALL,
        most: None,
        may_end_in_comma: false,
    };
}

/// The transports of ufw.
const TCP_AND_UDP: Transports = Transports::of(&[Transport::Tcp, Transport::Udp]);

/// The transports of nmap.
const TCP_UDP_AND_SCTP: Transports = TCP_AND_UDP.with(Transports::of(&[Transport::Sctp]));

impl Syntax {
    pub(super) const fn options(self) -> &'static Options {
        match self {
            Self::Default => &Options::DEFAULT,
            Self::Strict => &Options { required: Required::LikeOthers, ..Options::DEFAULT },
            Self::WholeList => &Options { place: Place::List, ..Options::DEFAULT },
            Self::TransportList => &Options { between: &['+', ','], ..Options::DEFAULT },
            Self::Nmap => &Options {
                open_first: Some(1),
                place: Place::Letter,
                known: TCP_UDP_AND_SCTP,
                may_end_in_comma: true,
                ..Options::DEFAULT
            },
            Self::Iptables => &Options {
                range: b':',
                open_first: Some(0),
                place: Place::Nowhere,
                most: Some(15),
                ..Options::DEFAULT
            },
            Self::Ufw => &Options {
                range: b':',
                open_last: false,
                lowest: 1,
                place: Place::List,
                required: Required::ForMany,
                known: TCP_AND_UDP,
                most: Some(15),
                ..Options::DEFAULT
            },
            Self::TransportFirst => &Options { place: Place::First, ..Options::DEFAULT },
        }
    }
}
