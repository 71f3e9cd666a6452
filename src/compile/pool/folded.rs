//! Case folding of a key as it is hashed and compared: RFC 6335 section 5.1
//! ignores ASCII case. No folded text is kept.

use core::hash::{Hash, Hasher};

/// A name that equals its other spellings.
#[derive(Clone, Copy, Debug)]
pub(in crate::compile) struct Folded<'t>(pub(in crate::compile) &'t str);

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for Folded<'_> {}

impl Hash for Folded<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Most names fit one part.
        for part in self.0.as_bytes().chunks(32) {
            let mut lower = [0; 32];
            lower[..part.len()].copy_from_slice(part);
            lower.make_ascii_lowercase();
            state.write(&lower[..part.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use core::hash::BuildHasher;

    use super::Folded;
    use crate::compile::pool::hasher::FoldState;

    #[test]
    fn spellings_are_one_key() {
        let seeds = FoldState::default();
        for length in [0, 1, 8, 31, 32, 33, 64, 100] {
            let name = "aB-0\u{e9}".repeat(20)[..].chars().take(length).collect::<String>();
            let (upper, lower) = (name.to_ascii_uppercase(), name.to_ascii_lowercase());
            for other in [&upper, &lower] {
                assert_eq!(Folded(&name), Folded(other));
                assert_eq!(seeds.hash_one(Folded(&name)), seeds.hash_one(Folded(other)), "{name}");
            }
            let others = [name.clone() + "x", name.replacen('a', "`", 1), name.to_uppercase()];
            for other in others.iter().filter(|other| !other.eq_ignore_ascii_case(&name)) {
                assert_ne!(Folded(&name), Folded(other));
                assert_ne!(seeds.hash_one(Folded(&name)), seeds.hash_one(Folded(other)), "{other}");
            }
        }
    }
}
