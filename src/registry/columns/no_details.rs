//! What a build without the tier `details` knows of a row.

use core::fmt;

use crate::registry::record::Record;
use crate::values::status::Status;

impl<'r> Record<'r> {
    pub(crate) const fn known_description(self) -> Option<&'r str> {
        None
    }

    pub(crate) const fn write_history(self, _: Status, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
