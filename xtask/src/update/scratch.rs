//! A directory for tables that are not yet those of the registry.

use core::sync::atomic::{AtomicU32, Ordering};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::{env, fs, process};

/// A temporary directory, which goes with its files when it is dropped.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Result<Self, String> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("iana-ports-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(name);
        // What is there already is somebody else's.
        fs::create_dir(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn write(&self, file: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.0.join(file);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// A message about a file of the directory, with the file's name only.
    pub(crate) fn without_path(&self, message: &str) -> String {
        let directory = format!("{}{MAIN_SEPARATOR}", self.0.display());
        message.strip_prefix(&directory).unwrap_or(message).to_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Scratch;

    #[test]
    fn a_directory_goes_with_its_files() {
        let (scratch, other) = (Scratch::new().unwrap(), Scratch::new().unwrap());
        scratch.write("a.csv", b"a").unwrap();
        let path = scratch.path().to_owned();
        assert_ne!(path, other.path());
        let error = scratch.write("no/such/a.csv", b"a").unwrap_err();
        assert!(scratch.without_path(&error).starts_with("no"), "{error}");
        assert_eq!(scratch.without_path("a: b"), "a: b");
        drop(scratch);
        assert!(!path.exists() && other.path().exists());
    }
}
