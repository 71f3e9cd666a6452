//! The error of a build script.

use alloc::boxed::Box;
use core::fmt;

/// What stops a build script: any error, which prints as its message.
///
/// `main` shows the error that it returns by its `Debug`, which is the message
/// here. Any [`Error`](core::error::Error) and any text becomes one by `?`.
///
/// ```
/// use iana_ports::build;
///
/// fn checked(port: &str) -> build::Result<u16> {
///     Ok(port.parse()?)
/// }
///
/// let error = checked("9x").unwrap_err();
/// assert_eq!(format!("{error:?}"), "invalid digit found in string");
/// ```
pub struct Error(Box<dyn core::error::Error + Send + Sync>);

/// What a build script returns.
pub type Result<T = ()> = core::result::Result<T, Error>;

impl<E: Into<Box<dyn core::error::Error + Send + Sync>>> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
