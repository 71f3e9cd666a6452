//! Enumerations whose variants are words: written by `as_str`, read as they are
//! written.

/// The traits of such an enumeration, and the error of reading it.
macro_rules! word {
    ($type:ident [$($value:ident),+], $(#[$meta:meta])* $error:ident: $message:literal) => {
        $crate::text::text_traits::text_traits!($type);

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $type {
            type Err = $error;

            /// Reads a text as `Display` writes it.
            ///
            /// # Errors
            ///
            /// If it is none of these texts.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let found = [$(Self::$value),+].into_iter().find(|value| value.as_str() == text);
                found.ok_or_else(|| $error { found: $crate::text::quoted::Quoted::new(text) })
            }
        }

        impl TryFrom<&str> for $type {
            type Error = $error;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
        #[error($message)]
        pub struct $error {
            found: $crate::text::quoted::Quoted,
        }
    };
}
pub(crate) use word;
