//! Enumerations whose variants are words: written by `as_str`, read as they are
//! written.

/// The words, the traits of such an enumeration, and the error of reading it.
macro_rules! word {
    (
        $type:ident,
        $(#[$as_str:meta])*
        as_str { $($value:ident: $word:literal),+ }
        $(#[$meta:meta])*
        $error:ident: $message:literal
    ) => {
        impl $type {
            $(#[$as_str])*
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }

        $crate::text::text_traits::display_str!($type);
        $crate::text::text_traits::compare_with_str!($type, |value, text| value.as_str() == text);
        $crate::text::text_traits::from_str! {
            $type,
            |text| [$(Self::$value),+].into_iter().find(|value| value == text),
            $(#[$meta])*
            $error: $message
        }
    };
}
pub(crate) use word;
