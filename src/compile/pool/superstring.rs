//! Greedy approximation of the shortest common superstring.

use alloc::vec::Vec;
use core::hash::Hash;

use crate::compile::pool::interner::Interner;

/// Orders distinct sequences so that the end of one overlaps the start of the
/// next, longest overlaps first. Returns (index, overlap with the one before).
/// `lengths` are the overlaps to try, from the longest to the shortest.
pub(in crate::compile) fn greedy_superstring<T: Eq + Hash>(
    sequences: &[&[T]],
    lengths: impl Iterator<Item = usize>,
) -> Vec<(usize, usize)> {
    let mut next: Vec<Option<usize>> = vec![None; sequences.len()];
    let mut overlaps = vec![0; sequences.len()];
    // Buckets by prefix, linked: for each sequence without a predecessor, the
    // next one with the same prefix.
    let mut alike: Vec<Option<usize>> = vec![None; sequences.len()];
    let mut heads: Vec<usize> = (0..sequences.len()).collect();
    for length in lengths {
        // Prefixes of the sequences without a predecessor, and the first
        // sequence of each bucket.
        let mut begins = Interner::with_capacity(sequences.len());
        let mut firsts: Vec<Option<usize>> = Vec::new();
        for (index, sequence) in sequences.iter().enumerate().rev() {
            if overlaps[index] == 0 && sequence.len() > length {
                let number = begins.intern(&sequence[..length]);
                if number == firsts.len() {
                    firsts.push(None);
                }
                alike[index] = firsts[number].replace(index);
            }
        }
        for (index, sequence) in sequences.iter().enumerate() {
            if next[index].is_some() || sequence.len() <= length {
                continue;
            }
            let Some(number) = begins.get(&&sequence[sequence.len() - length..]) else { continue };
            let head = head(&mut heads, index);
            // No cycles: the head of a chain must not follow its own end.
            let is_own = firsts[number] == Some(head);
            let follower = if is_own { alike[head] } else { firsts[number] };
            let Some(other) = follower else { continue };
            let after = alike[other];
            if is_own {
                alike[head] = after;
            } else {
                firsts[number] = after;
            }
            (next[index], overlaps[other], heads[other]) = (Some(other), length, head);
        }
    }
    let mut chained = Vec::with_capacity(sequences.len());
    for first in (0..sequences.len()).filter(|index| overlaps[*index] == 0) {
        let mut link = Some(first);
        while let Some(index) = link {
            chained.push((index, overlaps[index]));
            link = next[index];
        }
    }
    chained
}

/// The first sequence of a chain, with path halving as in union-find.
fn head(heads: &mut [usize], mut index: usize) -> usize {
    while heads[index] != index {
        heads[index] = heads[heads[index]];
        index = heads[index];
    }
    index
}
