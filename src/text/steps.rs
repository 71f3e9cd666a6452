//! A count of the steps that a test has caused: a bound on them holds on every
//! machine, where one on seconds would not.

#[cfg(test)]
extern crate std;

#[cfg(test)]
std::thread_local! {
    static STEPS: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
}

/// Counts steps: bytes that are read, or rows that are looked at. It is nothing
/// but in tests.
#[inline(always)]
pub(crate) fn add(_steps: usize) {
    #[cfg(test)]
    STEPS.set(STEPS.get() + _steps);
}

/// Counts those of a binary search in a table of so many.
#[inline(always)]
pub(crate) fn search(length: usize) {
    add((length + 1).ilog2() as usize + 1);
}

/// The steps that a function takes, and what it returns.
#[cfg(test)]
pub(crate) fn count<T>(run: impl FnOnce() -> T) -> (usize, T) {
    let before = STEPS.get();
    let returned = run();
    (STEPS.get() - before, returned)
}
