//! Files that are replaced together: all of them, or none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// A file to replace, and what it shall say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Replacement<'a> {
    pub(super) path: &'a Path,
    pub(super) bytes: &'a [u8],
}

/// A file that waits to replace another, and a copy of that one.
#[derive(Debug)]
pub(super) struct Staged<'a> {
    path: &'a Path,
    new: Temporary,
    old: Temporary,
}

/// Writes what shall replace files that exist, beside them.
pub(super) fn stage<'a>(replacements: &[Replacement<'a>]) -> Result<Vec<Staged<'a>>, String> {
    let staged = replacements.iter().map(|&Replacement { path, bytes }| {
        let old = fs::read(path)?;
        let (new, old) = (Temporary::new(path, "new", bytes)?, Temporary::new(path, "old", &old)?);
        Ok(Staged { path, new, old })
    });
    staged
        .zip(replacements)
        .map(|(staged, one)| staged.map_err(|cause| error(one.path, &cause)))
        .collect()
}

/// Replaces the files. Each is whole at any time; where one cannot be
/// replaced, those before it are put back. What waits goes when it is dropped.
pub(super) fn commit(staged: &[Staged<'_>]) -> Result<(), String> {
    for (index, Staged { path, new, .. }) in staged.iter().enumerate() {
        let Err(cause) = fs::rename(&new.path, path) else { continue };
        let mut message = error(path, &cause);
        for Staged { path, old, .. } in &staged[..index] {
            if let Err(cause) = fs::rename(&old.path, path) {
                message.push_str(&format!("; not put back: {}", error(path, &cause)));
            }
        }
        return Err(message);
    }
    Ok(())
}

fn error(path: &Path, cause: &io::Error) -> String {
    format!("{}: {cause}", path.display())
}

/// A file beside another, on the same file system, that goes when it is
/// dropped.
#[derive(Debug)]
struct Temporary {
    path: PathBuf,
}

impl Temporary {
    fn new(beside: &Path, kind: &str, bytes: &[u8]) -> io::Result<Self> {
        let name = beside.file_name().unwrap_or_default().to_string_lossy();
        let path = beside.with_file_name(format!(".{name}.{kind}-{}", process::id()));
        let mut file: File = OpenOptions::new().write(true).create_new(true).open(&path)?;
        let temporary = Self { path };
        file.write_all(bytes)?;
        file.set_permissions(fs::metadata(beside)?.permissions())?;
        file.sync_all()?;
        Ok(temporary)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // A file that was renamed is not there any more.
        _ = fs::remove_file(&self.path);
    }
}
