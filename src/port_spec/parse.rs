//! The parser of port specs: a comma-separated list of items, in the syntax that
//! some options describe.

use super::error::{ParsePortSpecError, Suggestion, name_of};
use super::other_form::{Form, of_letter};
use super::span::transports;
use super::storage::Storage;
use super::syntax::{Options, Place, Required, Syntax};
use super::{Item, Span, Spec};
use crate::find::Suggestions;
use crate::lookups::{lookup_name, services_named};
use crate::registry::Registry;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::text::quoted::Quoted;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// What is wrong with an item, before it is quoted.
#[derive(Clone, Copy)]
pub(super) enum Wrong {
    Malformed,
    TooHigh,
    Zero,
    Backward,
    UnknownTransport,
    NoTransport,
    UnknownName,
    NoPort,
    NotOn { missing: Transport, registered: Transports },
    NoPlace,
    TooManyPorts,
}

/// What knows names: a registry or layers, or nothing for the bundled registry.
pub(super) struct Names<'a, L>(pub(super) Option<&'a L>);

impl Names<'_, Registry> {
    pub(super) const BUNDLED: Self = Self(None);
}

impl<L: Lookup> Names<'_, L> {
    fn has(&self, name: &str) -> bool {
        match self.0 {
            Some(names) => names.services_named(name).next().is_some(),
            None => !services_named(name).is_empty(),
        }
    }

    /// The items that a name stands for, on the transports that are named.
    ///
    /// A name that means what it means in the bundled registry is kept; another
    /// one becomes its ports, so that what is displayed reads back everywhere.
    fn push(
        &self,
        name: &str,
        on: Option<Transports>,
        into: &mut impl Storage,
    ) -> Result<(), Wrong> {
        let Some(rows) = self.0.map(|names| names.services_named(name)) else {
            return push_bundled(name, on, into);
        };
        if rows.clone().eq(services_named(name)) {
            return push_bundled(name, on, into);
        }
        if let Some(wrong) = absence(rows.clone(), on) {
            return Err(wrong);
        }
        let begin = into.items().len();
        for span in rows.filter_map(|row| Span::of(row, on.unwrap_or(Transports::ALL))) {
            let mut made = into.items_mut()[begin..].iter_mut();
            if let Some(item) = made.find(|item| item.ports() == Some(span.first..=span.last)) {
                *item = item.also_on(span.on);
            } else {
                placed(into.push(span.item()))?;
            }
        }
        Ok(())
    }

    fn unknown(&self, position: usize, text: &str) -> ParsePortSpecError {
        let item = Quoted::new(text);
        let Some(names) = self.0 else { return ParsePortSpecError::UnknownName { position, item } };
        let nearest = Suggestions::best(names, name_of(text));
        let suggestion = nearest.and_then(|service| Suggestion::new(service.name()));
        ParsePortSpecError::UnknownNameIn { position, item, suggestion }
    }
}

/// The item keeps the row of the first transport that has a port, whichever
/// transports are named: the same name is the same row.
fn push_bundled(name: &str, on: Option<Transports>, into: &mut impl Storage) -> Result<(), Wrong> {
    let (mut row, mut missing) = (None, on);
    for &transport in Transport::ALL {
        let with_port = lookup_name(name, transport).filter(|row| row.port().is_some());
        if let Some(found) = with_port {
            let row = *row.get_or_insert(found);
            missing = missing.and_then(|on| on.without(transport.into()));
            if missing.is_none() {
                return placed(into.push(Item::named(row, on)));
            }
        }
    }
    Err(absence_bundled(name, on))
}

/// Why a name has no port in the bundled registry, in a call of its own, so that
/// a name that has one does not pay for its stack.
#[cold]
fn absence_bundled(name: &str, on: Option<Transports>) -> Wrong {
    absence(services_named(name), on).unwrap_or(Wrong::NoPort)
}

fn placed(found_place: bool) -> Result<(), Wrong> {
    if found_place { Ok(()) } else { Err(Wrong::NoPlace) }
}

/// Why a name has no port on one of the transports, if it has none.
#[cold]
fn absence<'r>(
    mut rows: impl Iterator<Item = Service<'r>> + Clone,
    on: Option<Transports>,
) -> Option<Wrong> {
    let spans = rows.clone().filter_map(|row| Span::of(row, Transports::ALL));
    match spans.map(|span| span.on).reduce(Transports::with) {
        None if rows.next().is_some() => Some(Wrong::NoPort),
        None => Some(Wrong::UnknownName),
        Some(registered) => {
            Some(Wrong::NotOn { missing: on?.without(registered)?.first(), registered })
        }
    }
}

/// Items with commas between them.
pub(super) fn spec<S: Storage>(
    text: &str,
    syntax: Syntax,
    names: &Names<'_, impl Lookup>,
) -> Result<Spec<S>, ParsePortSpecError> {
    let options = syntax.options();
    let (list, on) = match options.place {
        Place::List => without_transport(text, options),
        _ => (text, None),
    };
    let mut parser =
        Parser { options, names, items: S::empty(), on, ports: 0, bare: None, named: false };
    let mut rest = Some(list);
    while let Some(text_left) = rest {
        if let Some(end) = parser.take_usual(text_left) {
            rest = text_left.get(end + 1..);
            continue;
        }
        let length = parser.length(text_left);
        let item = trim(&text_left[..length]);
        rest = text_left.get(length + 1..);
        if item.is_empty() {
            let position = offset(text_left, text);
            match rest {
                None if position > 0 && options.may_end_in_comma => break,
                None if position == 0 => return Err(ParsePortSpecError::Empty),
                _ => return Err(ParsePortSpecError::EmptyItem { position }),
            }
        }
        if let Err(wrong) = parser.item(item) {
            return Err(refusal(wrong, item, offset(item, text), syntax, (names, S::LIMIT)));
        }
    }
    if let Some(item) = parser.lacks_transport() {
        let position = offset(item, text);
        return Err(refusal(Wrong::NoTransport, item, position, syntax, (names, S::LIMIT)));
    }
    if on.is_none() && options.required == Required::ForMany {
        for item in parser.items.items_mut() {
            *item = item.or_on(options.known);
        }
    }
    parser.items.finish();
    Ok(Spec { items: parser.items })
}

/// A text without blanks around it; there are none, mostly.
#[inline]
fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// Where a part of a text begins.
fn offset(part: &str, text: &str) -> usize {
    part.as_ptr().addr() - text.as_ptr().addr()
}

/// A list without the transport behind it.
fn without_transport<'t>(text: &'t str, options: &Options) -> (&'t str, Option<Transports>) {
    match text.rsplit_once('/').map(|(list, on)| (list, transports(on, options.between))) {
        Some((list, Some(on))) if on.without(options.known).is_none() => (list, Some(on)),
        _ => (text, None),
    }
}

/// Ports from the first to the last, and the transports that are named.
type Ports = (u16, u16, Option<Transports>);

struct Parser<'a, 't, L, S> {
    options: &'static Options,
    names: &'a Names<'a, L>,
    items: S,
    /// The transports of all items, or of those up to the next letter.
    on: Option<Transports>,
    /// The ports so far, as firewalls count them.
    ports: usize,
    /// The first item that names no transport.
    bare: Option<&'t str>,
    /// Whether an item names one.
    named: bool,
}

impl<'t, L: Lookup, S: Storage> Parser<'_, 't, L, S> {
    /// The bytes up to the comma that ends the first item of a text.
    fn length(&self, text: &str) -> usize {
        let comma = |from: usize| {
            let comma = text.bytes().skip(from).position(|byte| byte == b',');
            comma.map_or(text.len(), |length| from + length)
        };
        let mut end = comma(0);
        // Transports behind commas belong to the item before.
        while self.options.between.len() > 1 && text[..end].contains('/') {
            let next = comma(end + 1);
            match text.get(end + 1..next) {
                Some(named) if transports(named, &['+']).is_some() => end = next,
                _ => break,
            }
        }
        end
    }

    /// Keeps the first item of a text if it is a usual one, and returns where it
    /// ends: digits up to the comma, with no more than one blank before and one
    /// transport behind them. They are read in one go, without a search for what
    /// ends the item. What is wrong is left to [`item`](Self::item).
    #[inline]
    fn take_usual(&mut self, text: &'t str) -> Option<usize> {
        let item = text.strip_prefix(' ').unwrap_or(text);
        let (first, last, rest) = self.ports_before(item.as_bytes())?;
        let (on, rest) = match (self.options.place, rest) {
            (Place::First, _) => return None,
            (Place::Item, [b'/', b't', b'c', b'p', rest @ ..]) => (Some(Transport::Tcp), rest),
            (Place::Item, [b'/', b'u', b'd', b'p', rest @ ..]) => (Some(Transport::Udp), rest),
            _ => (None, rest),
        };
        match rest {
            [] => {}
            // A transport behind the comma may belong to the item.
            [b',', ..] if on.is_none() || self.options.between.len() == 1 => {}
            _ => return None,
        }
        let (first, last) = self.in_range(first, last).ok()?;
        let (item, before) = (&item[..item.len() - rest.len()], self.ports);
        if self.take(item, (first, last, on.map(Transports::from).or(self.on))).is_err() {
            self.ports = before;
            return None;
        }
        Some(text.len() - rest.len())
    }

    fn item(&mut self, text: &'t str) -> Result<(), Wrong> {
        let (subject, on) = match self.options.place {
            Place::Item => self.before_transport(text)?,
            Place::First => after_transport(text)?,
            Place::Letter => (self.after_letter(text), self.on),
            Place::List | Place::Nowhere => (text, self.on),
        };
        if let Some((first, last)) = self.ports(subject)? {
            return self.take(text, (first, last, on));
        }
        self.see_transports(text, on);
        self.count(1)?;
        self.names.push(subject, on, &mut self.items)
    }

    /// Keeps the item of these ports.
    #[inline]
    fn take(&mut self, text: &'t str, (first, last, on): Ports) -> Result<(), Wrong> {
        self.see_transports(text, on);
        self.count(if first < last { 2 } else { 1 })?;
        placed(self.items.push(Item::ports_on(first, last, on)))
    }

    fn see_transports(&mut self, text: &'t str, on: Option<Transports>) {
        if on.is_none() {
            self.bare.get_or_insert(text);
        } else {
            self.named = true;
        }
    }

    /// An item without the transport behind it; names may hold a slash.
    fn before_transport(&self, text: &'t str) -> Result<(&'t str, Option<Transports>), Wrong> {
        let Some(slash) = text.bytes().rposition(|byte| byte == b'/') else {
            return Ok((text, None));
        };
        match transports(&text[slash + 1..], self.options.between) {
            None if self.names.has(text) => Ok((text, None)),
            None => Err(Wrong::UnknownTransport),
            on => Ok((&text[..slash], on)),
        }
    }

    /// An item without the letter before it, which changes the transport.
    fn after_letter(&mut self, text: &'t str) -> &'t str {
        match text.split_once(':').map(|(letter, item)| (of_letter(letter), item)) {
            Some((Some(on), item)) => {
                self.on = Some(on.into());
                item.trim_start()
            }
            _ => text,
        }
    }

    /// The ports of `22`, `6000-6063` or `60-`; `None` of a name, which has a
    /// letter (RFC 6335 section 5.1).
    fn ports(&self, text: &str) -> Result<Option<(u16, u16)>, Wrong> {
        match self.ports_before(text.as_bytes()) {
            Some((first, last, [])) => self.in_range(first, last).map(Some),
            _ if text.contains(char::is_alphabetic) => Ok(None),
            _ => Err(Wrong::Malformed),
        }
    }

    /// The numbers of ports that a text begins with, and what follows them.
    #[inline]
    fn ports_before<'b>(&self, text: &'b [u8]) -> Option<(u32, u32, &'b [u8])> {
        let options = self.options;
        match digits(text) {
            (first, [separator, rest @ ..]) if *separator == options.range => {
                let (last, rest) = digits(rest);
                let open_last = if options.open_last { Some(u32::from(u16::MAX)) } else { None };
                Some((first.or(options.open_first)?, last.or(open_last)?, rest))
            }
            (port, rest) => Some((port?, port?, rest)),
        }
    }

    #[inline]
    fn in_range(&self, first: u32, last: u32) -> Result<(u16, u16), Wrong> {
        match (u16::try_from(first), u16::try_from(last)) {
            (Ok(first), Ok(_)) if first < self.options.lowest => Err(Wrong::Zero),
            (Ok(first), Ok(last)) if first > last => Err(Wrong::Backward),
            (Ok(first), Ok(last)) => Ok((first, last)),
            _ => Err(Wrong::TooHigh),
        }
    }

    fn count(&mut self, ports: usize) -> Result<(), Wrong> {
        self.ports += ports;
        match self.options.most {
            Some(most) if self.ports > most => Err(Wrong::TooManyPorts),
            _ => Ok(()),
        }
    }

    /// An item that has to name a transport and does not.
    fn lacks_transport(&self) -> Option<&'t str> {
        let is_required = match self.options.required {
            Required::Never => false,
            Required::LikeOthers => self.named,
            Required::ForMany => self.ports > 1,
        };
        self.bare.filter(|_| is_required)
    }
}

/// An item without the transport before it, which has to be there.
fn after_transport(text: &str) -> Result<(&str, Option<Transports>), Wrong> {
    let Some((named, item)) = text.split_once([':', '/']) else { return Err(Wrong::NoTransport) };
    match transports(named, &['+']) {
        None => Err(Wrong::UnknownTransport),
        on => Ok((item, on)),
    }
}

/// The number of the digits that a text begins with, if there are any, and what
/// follows them. A number of more than 16 bits is any such.
#[inline]
fn digits(text: &[u8]) -> (Option<u32>, &[u8]) {
    let (mut number, mut rest) = (None::<u32>, text);
    while let [digit @ b'0'..=b'9', more @ ..] = rest {
        let next = 10 * number.unwrap_or_default() + u32::from(digit - b'0');
        (number, rest) = (Some(next.min(1 << 16)), more);
    }
    (number, rest)
}

/// The error for an item: of what is wrong, or of the other tool whose form it
/// has.
#[cold]
fn refusal(
    wrong: Wrong,
    text: &str,
    position: usize,
    syntax: Syntax,
    (names, limit): (&Names<'_, impl Lookup>, Option<usize>),
) -> ParsePortSpecError {
    use ParsePortSpecError as Error;

    let (item, options) = (Quoted::new(text), syntax.options());
    let form = Form::read(text);
    match wrong {
        Wrong::TooHigh => Error::PortTooHigh { position, item },
        Wrong::Zero => Error::PortZero { position, item },
        Wrong::Backward => Error::BackwardRange { position, item },
        Wrong::NoPlace => Error::TooManyItems { position, limit: limit.unwrap_or_default() },
        Wrong::TooManyPorts => {
            Error::TooManyPorts { position, limit: options.most.unwrap_or_default() }
        }
        Wrong::NotOn { missing: transport, registered } => {
            let mut on_each = registered.iter();
            let registered = [(); Transport::ALL.len()].map(|()| on_each.next());
            Error::NotOnTransport { position, item, transport, registered }
        }
        // The rest may be the form of another syntax.
        _ if transports(text, &['+']).is_some() => Error::TransportAlone { position, item },
        _ if form.is_some_and(|form| !form.is_known_to(options)) => {
            Error::UnknownTransport { position, item, syntax }
        }
        _ if form.is_some_and(|form| form.is_foreign_to(options)) => {
            Error::OtherForm { position, item, syntax }
        }
        _ if text.starts_with("P:") || text.contains(['*', '?', '[', ']']) => {
            Error::NotTaken { position, item }
        }
        _ if text.contains(char::is_whitespace) => Error::Blank { position, item },
        Wrong::Malformed => Error::Malformed { position, item, syntax },
        Wrong::UnknownTransport => Error::UnknownTransport { position, item, syntax },
        Wrong::NoTransport => Error::NoTransport { position, item, syntax },
        Wrong::UnknownName if options.place == Place::List && text.contains('/') => {
            Error::UnknownTransport { position, item, syntax }
        }
        Wrong::UnknownName => names.unknown(position, text),
        Wrong::NoPort => Error::NoPort { position, item },
    }
}
