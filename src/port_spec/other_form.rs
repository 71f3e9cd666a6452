//! The forms of an item in any syntax, and the same item in another one.

use core::fmt;

use super::Transports;
use super::syntax::{Options, Place, Syntax};
use crate::values::transport::Transport;

/// An item in the form of some syntax: what an error rewrites, so that the
/// reader of it need not know the tool that the form is from.
#[derive(Clone, Copy)]
pub(super) struct Form<'t> {
    on: Transports,
    place: Option<Place>,
    /// The first port, or a name.
    first: &'t str,
    /// What follows the first port: the separator and the last port.
    last: Option<(char, &'t str)>,
}

impl<'t> Form<'t> {
    pub(super) fn read(item: &'t str) -> Option<Self> {
        let (on, place, subject) = with_transport(item);
        let form = |first, last| Some(Self { on, place, first, last });
        if subject.contains(|c: char| c.is_alphabetic()) {
            let is_name = !on.is_empty() && !subject.contains([':', '*', '?', ' ']);
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

    pub(super) const fn on(self) -> Transports {
        self.on
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
        is_open_first || is_range_foreign || self.place.is_some_and(|place| place != options.place)
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
        match options.place {
            Place::Letter if !self.on.is_empty() => {
                for (index, transport) in self.on.iter().enumerate() {
                    let letter = transport.as_str().as_bytes()[0].to_ascii_uppercase();
                    write!(f, "{}{}:", if index > 0 { "," } else { "" }, char::from(letter))?;
                    ports(f)?;
                }
                return Ok(());
            }
            Place::First => write!(f, "{}:", self.on.or_all())?,
            _ => {}
        }
        ports(f)?;
        match options.place {
            _ if self.on.is_empty() => Ok(()),
            Place::Item => write!(f, "/{}", self.on),
            Place::List => write!(f, " and /{} behind the last item", self.on),
            Place::Nowhere => write!(f, " and the transport apart from the ports"),
            Place::First | Place::Letter => Ok(()),
        }
    }
}

/// The transports that are named with an item in any place, and what is left.
fn with_transport(item: &str) -> (Transports, Option<Place>, &str) {
    if let Some((subject, named)) = item.rsplit_once('/') {
        if let Some(on) = Transports::parse(named, &['+', ',']) {
            return (on, Some(Place::Item), subject);
        }
    }
    if let Some((named, subject)) = item.split_once([':', '/']) {
        if let Some(transport) = of_letter(named) {
            return (transport, Some(Place::Letter), subject);
        }
        if let Some(on) = Transports::parse(named, &['+']) {
            return (on, Some(Place::First), subject);
        }
    }
    (Transports::NONE, None, item)
}

/// The transport of a letter of nmap.
pub(super) fn of_letter(text: &str) -> Option<Transports> {
    match text {
        "T" => Some(Transports::of(Transport::Tcp)),
        "U" => Some(Transports::of(Transport::Udp)),
        "S" => Some(Transports::of(Transport::Sctp)),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
