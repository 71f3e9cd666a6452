//! Comparison without ASCII case: service names (RFC 6335 section 5.1) and DNS
//! labels (RFC 4343).

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

/// Order by the bytes of the lower-case spelling.
pub(crate) fn cmp(a: &str, b: &str) -> Ordering {
    lower(a).cmp(lower(b))
}

/// Hash of the lower-case spelling, so that it is the same in any case.
pub(crate) fn hash<H: Hasher>(text: &str, state: &mut H) {
    lower(text).for_each(|byte| state.write_u8(byte));
    // Terminator: no UTF-8 text holds this byte, so two texts in a row never
    // hash as their concatenation.
    0xff_u8.hash(state);
}

fn lower(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

/// Traits of a type that borrows its text and has `as_str`: displayed as
/// spelled, compared without ASCII case.
macro_rules! text_without_case {
    ($name:ident) => {
        impl core::fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name<'_> {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl Eq for $name<'_> {}

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                *self == *other.as_str()
            }
        }

        impl PartialEq<str> for $name<'_> {
            fn eq(&self, other: &str) -> bool {
                self.as_str().eq_ignore_ascii_case(other)
            }
        }

        impl PartialEq<&str> for $name<'_> {
            fn eq(&self, other: &&str) -> bool {
                *self == **other
            }
        }

        impl PartialEq<$name<'_>> for str {
            fn eq(&self, other: &$name<'_>) -> bool {
                *other == *self
            }
        }

        impl PartialEq<$name<'_>> for &str {
            fn eq(&self, other: &$name<'_>) -> bool {
                *other == **self
            }
        }

        impl Ord for $name<'_> {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                $crate::text::ascii_case::cmp(self.as_str(), other.as_str())
            }
        }

        impl PartialOrd for $name<'_> {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl core::hash::Hash for $name<'_> {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                $crate::text::ascii_case::hash(self.as_str(), state);
            }
        }
    };
}
pub(crate) use text_without_case;
