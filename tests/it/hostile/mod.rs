//! Registries from anywhere: an error that says where, or a registry that
//! holds together.
//!
//! `holds`, `texts` and `told` are also those of the fuzz targets: of what is
//! above them these may use `columns` only.

mod cases;
pub(crate) mod holds;
mod line_ends;
mod random;
mod sources;
mod texts;
pub(crate) mod told;

use crate::oracle::columns;
use holds::holds;
use random::Random;
use told::assert_told;

/// IANA's twelve columns.
const HEADER: &str = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
    Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,\
    Assignment Notes";
