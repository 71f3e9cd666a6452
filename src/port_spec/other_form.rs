//! The forms of an item in any syntax, and the same item in another one.

use core::fmt;

use super::span::{Joined, transports};
use super::syntax::{Options, Place, Syntax};
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// An item in the form of some syntax: what an error rewrites, so that the
/// reader of it need not know the tool that the form is from.
#[derive(Clone, Copy)]
pub(super) struct Form<'t> {
    /// The transports that are named with it, and where.
    on: Option<(Transports, Place)>,
    /// The first port, or a name.
    first: &'t str,
    /// What follows the first port: the separator and the last port.
    last: Option<(char, &'t str)>,
}

impl<'t> Form<'t> {
    pub(super) fn read(item: &'t str) -> Option<Self> {
        let (on, subject) = with_transport(item);
        let form = |first, last| Some(Self { on, first, last });
        if subject.contains(|c: char| c.is_alphabetic()) {
            let is_name = on.is_some() && !subject.contains([':', '*', '?', ' ']);
            return if is_name { form(subject, None) } else { None };
        }
        let (first, last) = match subject.find(['-', ':']) {
            None if subject.is_empty() => return None,
            None => (subject, None),
            Some(at) if subject[at..].starts_with('-') => {
                (&subject[..at], Some(('-', &subject[at + 1..])))
            }
            Some(at) => (&subject[..at], Some((':', &subject[at + 1..]))),
        };
        let port = |text: &str, open| if text.is_empty() { Some(open) } else { number(text) };
        let is_range =
            port(first, 1)? <= last.map_or(Some(u16::MAX), |(_, l)| port(l, u16::MAX))?;
        if is_range { form(first, last) } else { None }
    }

    /// Whether a syntax has the transports that are named.
    pub(super) fn is_known_to(self, options: &Options) -> bool {
        self.on.is_none_or(|(on, _)| on.without(options.known).is_none())
    }

    /// The name, or the ports before the range goes on.
    pub(super) const fn subject(self) -> &'t str {
        self.first
    }

    /// Whether the form is not that of a syntax.
    pub(super) fn is_foreign_to(self, options: &Options) -> bool {
        let is_open_first = self.first.is_empty() && options.open_first.is_none();
        let is_range_foreign = self.last.is_some_and(|(separator, last)| {
            separator != char::from(options.range) || last.is_empty() && !options.open_last
        });
        is_open_first
            || is_range_foreign
            || self.on.is_some_and(|(_, place)| place != options.place)
    }

    /// The item as a syntax has it, for an error.
    pub(super) fn write(self, syntax: Syntax, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = syntax.options();
        let range = char::from(options.range);
        let lowest = options.open_first.unwrap_or(1);
        let ports = |f: &mut fmt::Formatter<'_>| {
            if self.first.is_empty() {
                write!(f, "{lowest}")?;
            }
            f.write_str(self.first)?;
            match self.last {
                None => Ok(()),
                Some((_, "")) => write!(f, "{range}65535"),
                Some((_, last)) => write!(f, "{range}{last}"),
            }
        };
        let on = self.on.map(|(on, _)| on);
        match (options.place, on) {
            (Place::Letter, Some(on)) => {
                for (index, transport) in on.iter().enumerate() {
                    let letter = transport.as_str().as_bytes()[0].to_ascii_uppercase();
                    write!(f, "{}{}:", if index > 0 { "," } else { "" }, char::from(letter))?;
                    ports(f)?;
                }
                return Ok(());
            }
            (Place::First, on) => write!(f, "{}:", Joined(on.unwrap_or(Transports::ALL)))?,
            _ => {}
        }
        ports(f)?;
        match (options.place, on.map(Joined)) {
            (Place::Item, Some(on)) => write!(f, "/{on}"),
            (Place::List, Some(on)) => write!(f, " and /{on} behind the last item"),
            (Place::Nowhere, Some(_)) => write!(f, " and the transport apart from the ports"),
            _ => Ok(()),
        }
    }
}

/// The transports that are named with an item in any place, and what is left.
fn with_transport(item: &str) -> (Option<(Transports, Place)>, &str) {
    if let Some((subject, named)) = item.rsplit_once('/') {
        if let Some(on) = transports(named, &['+', ',']) {
            return (Some((on, Place::Item)), subject);
        }
    }
    if let Some((named, subject)) = item.split_once([':', '/']) {
        if let Some(transport) = of_letter(named) {
            return (Some((transport.into(), Place::Letter)), subject);
        }
        if let Some(on) = transports(named, &['+']) {
            return (Some((on, Place::First)), subject);
        }
    }
    (None, item)
}

/// The transport of a letter of nmap.
pub(super) fn of_letter(text: &str) -> Option<Transport> {
    match text {
        "T" => Some(Transport::Tcp),
        "U" => Some(Transport::Udp),
        "S" => Some(Transport::Sctp),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
