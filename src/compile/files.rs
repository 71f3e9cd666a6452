//! The files of a registry directory.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::encoding::other_than_utf8;
use crate::compile::error::{LoadError, RegistryError};
use crate::compile::limits::Limits;
use crate::compile::read::CsvFile;

/// The files of a registry. Without a contact table there are no contacts but
/// handles; without preferred services they are those of the bundled registry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CsvFiles<'a> {
    pub(crate) services: CsvFile<'a>,
    pub(crate) contacts: Option<CsvFile<'a>>,
    pub(crate) preferred: Option<CsvFile<'a>>,
    pub(crate) edition: Option<CsvFile<'a>>,
}

/// The bytes of a registry directory's files. Only the first file must exist.
#[derive(Debug)]
pub(crate) struct Files {
    names: [String; 4],
    contents: [Option<Vec<u8>>; 4],
}

impl Files {
    /// The file names, in the order of [`CsvFiles`].
    pub(crate) const NAMES: [&'static str; 4] =
        ["service-names-port-numbers.csv", "contacts.csv", "preferred.csv", "edition.csv"];

    /// Reads the files of a directory, whose path errors show as `shown`.
    pub(crate) fn read(directory: &Path, shown: &Path, limits: Limits) -> Result<Self, LoadError> {
        let names = Self::NAMES.map(|name| shown.join(name).display().to_string());
        let mut contents = [const { None }; 4];
        for (index, (name, content)) in names.iter().zip(&mut contents).enumerate() {
            *content = match File::open(directory.join(Self::NAMES[index])) {
                Ok(file) => Some(read(name, file, limits)?),
                Err(error) if error.kind() == io::ErrorKind::NotFound && index > 0 => None,
                Err(error) => return Err(LoadError::Read { file: name.clone(), error }),
            };
        }
        Ok(Self { names, contents })
    }

    /// The files as the compiler takes them.
    pub(crate) fn sources(&self) -> CsvFiles<'_> {
        let source = |index: usize| {
            let bytes = self.contents[index].as_deref()?;
            Some(CsvFile { file: &self.names[index], bytes })
        };
        CsvFiles {
            services: source(0).unwrap_or(CsvFile { file: &self.names[0], bytes: &[] }),
            contacts: source(1),
            preferred: source(2),
            edition: source(3),
        }
    }
}

/// All bytes of a file, unless it is over the limit or certainly not UTF-8.
pub(crate) fn read(file: &str, reader: impl Read, limits: Limits) -> Result<Vec<u8>, LoadError> {
    let most = limits.bytes;
    let mut bytes = Vec::new();
    let read = reader.take(most.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| LoadError::Read { file: file.to_owned(), error })?;
    if bytes.len() as u64 > most {
        return Err(RegistryError::of_file(file, format!("at most {most} bytes")).into());
    }
    if let Some(found) = other_than_utf8(&bytes) {
        return Err(RegistryError::of_file(file, format!("UTF-8, found {found}")).into());
    }
    Ok(bytes)
}
