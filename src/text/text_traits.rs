//! The traits of values that are texts: comparison with `str`, conversion from
//! it, and `Debug`. A type names what it has, so that no two types differ in
//! how they have it.

/// Equality with `str` and `&str`, both ways round, by one expression.
macro_rules! compare_with_str {
    ($type:ty, |$value:ident, $text:ident| $equal:expr) => {
        impl PartialEq<str> for $type {
            fn eq(&self, $text: &str) -> bool {
                let $value = self;
                $equal
            }
        }

        impl PartialEq<&str> for $type {
            fn eq(&self, text: &&str) -> bool {
                *self == **text
            }
        }

        impl PartialEq<$type> for str {
            fn eq(&self, value: &$type) -> bool {
                *value == *self
            }
        }

        impl PartialEq<$type> for &str {
            fn eq(&self, value: &$type) -> bool {
                *value == **self
            }
        }
    };
}

/// `Display` and `AsRef<str>` of a type that has `as_str`.
macro_rules! display_str {
    ($type:ty) => {
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };
}

/// Equality, order and hash of a text that is compared as the bytes that a
/// method gives; a `str` is compared as the bytes that a function makes of it.
macro_rules! compare_bytes {
    ($type:ty, $bytes:ident, $of_str:expr) => {
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.$bytes().eq(other.$bytes())
            }
        }

        impl Eq for $type {}

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                self.$bytes().cmp(other.$bytes())
            }
        }

        $crate::text::text_traits::partial_order!($type);

        impl core::hash::Hash for $type {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.$bytes().for_each(|byte| state.write_u8(byte));
                // Terminator: no UTF-8 text holds this byte, so two texts in a
                // row never hash as their concatenation.
                state.write_u8(0xff);
            }
        }

        $crate::text::text_traits::compare_with_str! {
            $type, |value, text| value.$bytes().eq($of_str(text))
        }
    };
}

/// `PartialOrd` of a type that has `Ord`.
macro_rules! partial_order {
    ($type:ty) => {
        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
    };
}

/// `Debug` as `Display` writes it.
macro_rules! debug_as_display {
    ($type:ty) => {
        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(self, f)
            }
        }
    };
}

/// `TryFrom<&str>` of a type that has `FromStr`.
macro_rules! try_from_str {
    ($type:ty) => {
        impl TryFrom<&str> for $type {
            type Error = <Self as core::str::FromStr>::Err;

            /// As [`FromStr`](core::str::FromStr).
            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}

/// `FromStr` and `TryFrom<&str>` by a function that gives an `Option`, and the
/// error, which quotes the text.
macro_rules! from_str {
    ($type:ty, $parse:expr, $(#[$meta:meta])* $error:ident: $message:literal) => {
        impl core::str::FromStr for $type {
            type Err = $error;

            /// Reads a text as `Display` writes it.
            ///
            /// # Errors
            ///
            /// If it is no such text.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let quoted = || $error { found: $crate::text::quoted::Quoted::new(text) };
                $parse(text).ok_or_else(quoted)
            }
        }

        $crate::text::text_traits::try_from_str!($type);

        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($message)]
        pub struct $error {
            found: $crate::text::quoted::Quoted,
        }

        // What a `main` shows that returns it.
        $crate::text::text_traits::debug_as_display!($error);
    };
}

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
                $crate::text::text_traits::lower(self.as_str())
            }
        }

        $crate::text::text_traits::display_str!($name<'_>);
        $crate::text::text_traits::compare_bytes! {
            $name<'_>, lower, $crate::text::text_traits::lower
        }
    };
}

#[allow(unused_imports, reason = "a build has the types that its features need")]
pub(crate) use {
    compare_bytes, compare_with_str, debug_as_display, display_str, from_str, partial_order,
    text_without_case, try_from_str,
};
