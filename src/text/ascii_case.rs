//! Comparison without ASCII case: service names (RFC 6335 section 5.1) and DNS
//! labels (RFC 4343).

/// The bytes of the lower-case spelling.
pub(crate) fn lower(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

/// Traits of a type that borrows its text and has `as_str`: displayed as
/// spelled, compared without ASCII case.
macro_rules! text_without_case {
    ($name:ident) => {
        impl $name<'_> {
            fn lower(&self) -> impl Iterator<Item = u8> {
                $crate::text::ascii_case::lower(self.as_str())
            }
        }

        $crate::text::text_traits::display_str!($name<'_>);
        $crate::text::text_traits::compare_bytes! {
            $name<'_>, lower, $crate::text::ascii_case::lower
        }
    };
}
pub(crate) use text_without_case;
