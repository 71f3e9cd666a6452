//! What a [`Contact`](crate::Contact) can be reached by: URIs, and the mail
//! address among them.

mod email;
mod uri;
mod uris;

pub use email::{Email, LocalPart};
pub use uri::{ParseUriKindError, Uri, UriKind};
pub(crate) use uris::UriCell;
pub use uris::Uris;
