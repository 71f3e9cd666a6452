//! How well an entry fits a query: the best of its name, its description and
//! the organizations behind it.

use super::Rank;
use super::fields::Fields;
use super::query::{Fit, Query, Term, match_at};

/// The rank of a named entry among those that a query finds.
pub(super) fn rank(fields: &Fields<'_>, entry: u16, query: Query<'_>) -> Option<Rank> {
    let name = fields.names.name(entry);
    match match_at(query.whole(), name.as_bytes(), 0) {
        Some(end) if end == name.len() => Some(Rank::Name),
        Some(_) => Some(Rank::NamePrefix),
        None => {
            // Every term has to fit; the worst of them is the rank.
            let mut ranks = query.terms().map(|term| of_term(fields, (entry, name), term));
            let first = ranks.next()??;
            ranks.try_fold(first, |worst, rank| Some(worst.max(rank?)))
        }
    }
}

/// The rank of an entry by one term.
fn of_term(fields: &Fields<'_>, (entry, name): (u16, &str), term: Term<'_>) -> Option<Rank> {
    let fit = |term: Term<'_>| {
        let of_name = term.fit(name);
        let description = || fields.description(entry, term);
        if of_name == Some(Fit::Word) {
            of_name
        } else {
            of_name.into_iter().chain(description()).min()
        }
    };
    match fit(term) {
        Some(Fit::Word) => Some(Rank::Word),
        Some(Fit::Start) => Some(Rank::WordPrefix),
        inside => match fields.organizations(entry, term) {
            Some(Fit::Word | Fit::Start) => Some(Rank::Organization),
            _ if term.related().any(|term| fit(term).is_some()) => Some(Rank::Related),
            of_organizations => inside.or(of_organizations).map(|_| Rank::Substring),
        },
    }
}
