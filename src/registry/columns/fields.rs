//! The fields of a row and of a contact in JSON: a visitor of their columns.

use core::fmt::Display;

use crate::columns::service_columns;
use crate::registry::record::Record;

/// What writes fields: JSON itself, CSV, or serde. The type of a value follows
/// from the method that the columns are declared with.
#[allow(dead_code, reason = "a tier uses what its columns need")]
pub(crate) trait FieldWriter {
    type Error;

    /// A text.
    fn text(&mut self, key: &'static str, text: impl Display) -> Result<(), Self::Error>;

    /// A text or `null`.
    fn optional_text(
        &mut self,
        key: &'static str,
        text: Option<impl Display>,
    ) -> Result<(), Self::Error>;

    /// A number without a fraction, or `null`.
    fn optional_integer(
        &mut self,
        key: &'static str,
        integer: Option<impl Into<u32>>,
    ) -> Result<(), Self::Error>;
}

/// What writes lists as well, which a cell of a flat table is not.
#[allow(dead_code, reason = "a tier uses what its columns need")]
pub(crate) trait ListWriter: FieldWriter {
    /// A list of texts.
    fn texts(
        &mut self,
        key: &'static str,
        texts: impl Iterator<Item: Display> + Clone,
    ) -> Result<(), Self::Error>;
}

/// Declares the fields of a row or a contact: those of its columns, in their
/// order, as far as their tiers are there.
macro_rules! fields {
    (
        $columns:ident, $count:literal, $row:ident: $type:ident;
        $($key:ident: $name:literal $(in $tier:literal)?, $kind:ident($($value:tt)+)
            $(+ $more:ident: $more_kind:ident($($more_value:tt)+))*;)+
    ) => {
        impl $type<'_> {
            /// How many fields there are.
            #[allow(dead_code, reason = "only serde counts them")]
            pub(crate) const FIELDS: usize = [
                $($(#[cfg(feature = $tier)])? stringify!($key), $(stringify!($more),)*)+
            ]
            .len();

            /// Writes the fields.
            pub(crate) fn fields<W: $crate::registry::columns::fields::ListWriter>(
                self,
                writer: &mut W,
            ) -> Result<(), W::Error> {
                let $row = self;
                $(
                    $(#[cfg(feature = $tier)])?
                    writer.$kind(stringify!($key), $($value)+)?;
                    $(writer.$more_kind(stringify!($more), $($more_value)+)?;)*
                )+
                Ok(())
            }
        }
    };
}

service_columns!(fields);
