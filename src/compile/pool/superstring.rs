//! Sequences over the ends of others.

use alloc::vec::Vec;
use core::hash::Hash;

use crate::compile::pool::interner::Interner;

/// Puts different sequences in an order in which the end of one begins the next
/// where that can be, the longest such ends first; with each, how much of it
/// that is. Which lengths count is said from the longest to the shortest.
pub(in crate::compile) fn greedy_superstring<T: Eq + Hash>(
    sequences: &[&[T]],
    lengths: impl Iterator<Item = usize>,
) -> Vec<(usize, usize)> {
    let mut next: Vec<Option<usize>> = vec![None; sequences.len()];
    let mut overlaps = vec![0; sequences.len()];
    // For each that may still follow another, the next that begins alike.
    let mut alike: Vec<Option<usize>> = vec![None; sequences.len()];
    let mut heads: Vec<usize> = (0..sequences.len()).collect();
    for length in lengths {
        // How those begin that may still follow another, and the first that begins so.
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
            // A sequence must not come to follow itself.
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

/// The first of the chain that a sequence is in.
fn head(heads: &mut [usize], mut index: usize) -> usize {
    while heads[index] != index {
        heads[index] = heads[heads[index]];
        index = heads[index];
    }
    index
}
