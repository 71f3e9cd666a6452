//! How well an entry fits a query: the best of its name, its description and
//! the organizations behind it.

use super::Rank;
use super::fields::Fields;
use super::query::{Fit, Query, Term, match_at};

/// The rank of a named entry among those that a query finds.
pub(super) fn rank(fields: &Fields<'_>, entry: u16, query: Query<'_>) -> Option<Rank> {
    let name = fields.names.name(entry);
    let fit = |term: Term<'_>| {
        let of_name = term.fit(name);
        let description = || fields.description(entry, term);
        if of_name == Some(Fit::Word) {
            of_name
        } else {
            of_name.into_iter().chain(description()).min()
        }
    };
    match match_at(query.whole(), name.as_bytes(), 0) {
        Some(end) if end == name.len() => Some(Rank::Name),
        Some(_) => Some(Rank::NamePrefix),
        None if query.phrase().is_some_and(|words| fit(words) == Some(Fit::Word)) => {
            Some(Rank::Phrase)
        }
        None => {
            // Every term has to fit; the worst of them is the rank.
            let mut ranks = query.terms().map(|term| of_term(fields, entry, term, fit));
            let first = ranks.next()??;
            ranks.try_fold(first, |worst, rank| Some(worst.max(rank?)))
        }
    }
}

/// The rank of an entry by one term, and by how its name or its description
/// fits.
fn of_term<'t>(
    fields: &Fields<'_>,
    entry: u16,
    term: Term<'t>,
    fit: impl Fn(Term<'t>) -> Option<Fit>,
) -> Option<Rank> {
    match fit(term) {
        Some(Fit::Word) => Some(Rank::Word),
        start => {
            let related = term.related().filter_map(fit).min();
            match (related, start, fields.organizations(entry, term)) {
                (Some(Fit::Word), ..) => Some(Rank::Related),
                (_, Some(Fit::Start), _) => Some(Rank::WordPrefix),
                (.., Some(Fit::Word | Fit::Start)) => Some(Rank::Organization),
                (None, None, None) => None,
                _ => Some(Rank::Substring),
            }
        }
    }
}
