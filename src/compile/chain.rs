//! Sequences over the ends of others.

use core::hash::Hash;
use std::collections::HashMap;

/// How many that may follow are tried, before none does.
const TRIES: usize = 8;

/// Puts different sequences in an order in which the end of one begins the next
/// where that can be, the longest such ends first; with each, how much of it
/// that is. Which lengths count is said from the longest to the shortest.
pub(super) fn chain<T: Eq + Hash>(
    sequences: &[&[T]],
    lengths: impl Iterator<Item = usize>,
) -> Vec<(usize, usize)> {
    let mut next: Vec<Option<usize>> = vec![None; sequences.len()];
    let mut overlaps = vec![0; sequences.len()];
    let mut heads: Vec<usize> = (0..sequences.len()).collect();
    for length in lengths {
        // Those that may still follow another, by how they begin, last first.
        let mut followers: HashMap<&[T], Vec<usize>> = HashMap::new();
        for (index, sequence) in sequences.iter().enumerate().rev() {
            if overlaps[index] == 0 && sequence.len() > length {
                followers.entry(&sequence[..length]).or_default().push(index);
            }
        }
        for (index, sequence) in sequences.iter().enumerate() {
            if next[index].is_some() || sequence.len() <= length {
                continue;
            }
            let Some(candidates) = followers.get_mut(&sequence[sequence.len() - length..]) else {
                continue;
            };
            // A sequence must not come to follow itself.
            let head = head(&mut heads, index);
            let tried = candidates.iter().rev().take(TRIES).position(|other| *other != head);
            if let Some(back) = tried {
                let other = candidates.remove(candidates.len() - 1 - back);
                (next[index], overlaps[other], heads[other]) = (Some(other), length, head);
            }
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
