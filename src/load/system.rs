//! The services(5) file of the machine, read once.

use alloc::string::ToString;
use std::fs::File;
use std::path::PathBuf;

use once_cell::sync::OnceCell;

use crate::compile::LoadError;
use crate::registry::Registry;

impl Registry {
    /// The registry of the machine's services(5) file: `/etc/services`, or
    /// `%SystemRoot%\System32\drivers\etc\services` on Windows.
    ///
    /// It is read once, on first use, and kept. If that fails it is read again
    /// the next time. A line that is wrong does not cost the others: it is
    /// [skipped](Self::skipped), as the C library skips it.
    ///
    /// # Errors
    ///
    /// [`LoadError::Read`] if the file cannot be read, [`LoadError::Compile`]
    /// if it is larger than the [`Limits`](crate::load::Limits),
    /// gzip-compressed or UTF-16.
    ///
    /// ```
    /// use iana_ports::{Registry, Transport::Tcp, lookup_port};
    ///
    /// let ssh = match Registry::system() {
    ///     Ok(system) => system.lookup_port(22, Tcp),
    ///     Err(_) => None, // a container without the file
    /// };
    /// assert_eq!(ssh.or(lookup_port(22, Tcp)).unwrap().name(), "ssh");
    /// ```
    pub fn system() -> Result<&'static Self, LoadError> {
        static SYSTEM: OnceCell<Registry> = OnceCell::new();
        SYSTEM.get_or_try_init(|| load(&path()))
    }
}

fn path() -> PathBuf {
    if cfg!(windows) {
        let root = std::env::var_os("SystemRoot").map(PathBuf::from);
        // Without a root it would be a file of the working directory.
        let root = root.filter(|root| root.is_absolute()).unwrap_or_else(|| r"C:\Windows".into());
        root.join(r"System32\drivers\etc\services")
    } else {
        PathBuf::from("/etc/services")
    }
}

fn load(path: &std::path::Path) -> Result<Registry, LoadError> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| LoadError::Read { file: name.clone(), error })?;
    let mut registry = Registry::loader().name(&name).lenient().from_services_file(file)?;
    if let Some(loaded) = registry.tables.as_loaded_mut() {
        loaded.name = None;
    }
    Ok(registry)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{load, path};
    use crate::registry::Registry;

    #[test]
    fn the_file_is_one_of_the_system() {
        assert!(path().is_absolute(), "{}", path().display());
        assert!(path().ends_with("etc/services"), "{}", path().display());
    }

    /// Every Windows has the file, with its line ends and a name of these.
    #[cfg(windows)]
    #[test]
    fn windows_has_the_file() {
        let system = Registry::system().unwrap();
        let http = system.lookup_name("http", crate::values::transport::Transport::Tcp);
        assert_eq!(http.unwrap().port(), Some(80));
    }

    #[test]
    fn what_is_not_there_is_an_error_that_names_it() {
        let error = load(Path::new("/no/such/services")).unwrap_err().to_string();
        assert!(error.starts_with("/no/such/services: "), "{error}");
    }

    #[test]
    fn it_is_read_once() {
        match (Registry::system(), Registry::system()) {
            (Ok(first), Ok(second)) => assert!(core::ptr::eq(first, second)),
            (first, _) => eprintln!("skipped: {}", first.unwrap_err()),
        }
    }
}
