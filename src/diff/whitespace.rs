//! The comparison mode for white space.

/// How cells are compared: with their white space, or by their words.
///
/// IANA's CSV breaks descriptions and notes into lines where its XML does. A
/// table that was made from the XML need not, and yet says the same.
///
/// ```
/// use iana_ports::{Registry, diff::Whitespace};
///
/// let old = Registry::from_services_file("billing 9000/tcp # Old  bills\n".as_bytes())?;
/// let new = Registry::from_services_file("billing 9000/tcp # Old bills\n".as_bytes())?;
/// assert_eq!(old.diff_with(&new, Whitespace::Exact).records().changed(), 1);
/// assert_eq!(old.diff_with(&new, Whitespace::Collapsed).records().changed(), 0);
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Whitespace {
    /// As they are, to the last blank: what
    /// [`Registry::diff`](crate::Registry::diff) does.
    #[default]
    Exact,
    /// White space (Unicode's, line ends included) is one blank between words
    /// and nothing around them. What a changed field shows is still the whole
    /// cell.
    Collapsed,
}
