//! The traits of a type that has `as_str` and compares as that text does.

macro_rules! text_traits {
    ($type:ident) => {
        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $type {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $type {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
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
pub(crate) use text_traits;
