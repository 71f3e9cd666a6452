//! Registries of one's own, compiled into a program: what its build script
//! calls.
//!
//! A program that has names of its own beside IANA's can load them when it
//! starts (see [`load`](mod@crate::load)), or compile them in. The second costs
//! no heap and no time at the start, needs no `std`, and travels with the
//! package: whoever installs the program gets the same names.
//!
//! ```toml
//! [dependencies]
//! iana-ports = { version = "0.1", features = ["include"] }
//!
//! [build-dependencies]
//! iana-ports = { version = "0.1", features = ["build"] }
//! ```
//!
//! The build script makes a [`Registry`] of anything that
//! [`load`](mod@crate::load) reads, and writes its tables. Here it is a
//! services(5) file:
//!
//! ```no_run
//! // build.rs
//! use iana_ports::build;
//!
//! fn main() -> build::Result {
//!     let own = build::services_file("own.services")?;
//!     build::write("own", &own)
//! }
//! ```
//!
//! The program includes them:
//!
//! ```ignore
//! use iana_ports::{Registry, include_registry};
//!
//! static OWN: Registry = include_registry!("own");
//! ```
//!
//! Such a registry answers with the same handles and methods as the bundled
//! one, `const fn`s included, and its [`source`](Registry::source) has the name
//! that it was written under. It has the columns of the features of the
//! dependency (`default-features = false` for names and ports only), whatever
//! the build script wrote: that writes them all.
//!
//! A mistake in a file stops the build, and says in which line and column:
//!
//! ```text
//! Error: own.services:3: Port Number: "90000": expected a port of 0-65535 or …
//! ```

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::compile::{LoadError, Packing};
use crate::layers::Layers;
use crate::registry::Registry;
use crate::tables::Hidden;
use crate::text::text_traits::debug_as_display;

/// Loads a services(5) file, as [`Registry::from_services_file`] does. Its name
/// in errors, and as a source, is the path.
///
/// A relative path starts from the package whose build script runs. Cargo is
/// told to run it again if the file changes.
///
/// # Errors
///
/// A file that cannot be read, and a line that is no line of such a file.
///
/// ```
/// use iana_ports::build;
///
/// # let path = std::env::temp_dir().join("iana-ports.build.services");
/// # std::fs::write(&path, "billing 9000/tcp\naudit 90000/tcp\n")?;
/// # let shown = path.display();
/// let error = build::services_file(&path).unwrap_err();
/// assert!(error.to_string().starts_with(&format!("{shown}:2: Port Number: \"90000\": expected ")));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn services_file(path: impl AsRef<Path>) -> Result<Registry> {
    let (file, name) = open(path.as_ref())?;
    Ok(Registry::loader().name(&name).from_services_file(file)?)
}

/// Loads IANA's CSV file, as [`Registry::from_csv`] does: see
/// [`services_file`].
///
/// # Errors
///
/// A file that cannot be read, and what is no such file.
///
/// ```
/// use iana_ports::{Transport::Tcp, build};
///
/// let registry = build::csv("registry/service-names-port-numbers.csv")?;
/// assert_eq!(registry.lookup_port(443, Tcp).unwrap().name(), "https");
/// # Ok::<(), build::Error>(())
/// ```
pub fn csv(path: impl AsRef<Path>) -> Result<Registry> {
    let (file, name) = open(path.as_ref())?;
    Ok(Registry::loader().name(&name).from_csv(file)?)
}

/// Loads the CSV files of a directory, as [`Registry::from_dir`] does: see
/// [`services_file`].
///
/// # Errors
///
/// A file that cannot be read, and what is no such file.
///
/// ```
/// use iana_ports::build;
///
/// let registry = build::directory("registry")?;
/// assert_eq!(registry.edition(), Some(iana_ports::EDITION));
/// # Ok::<(), build::Error>(())
/// ```
pub fn directory(path: impl AsRef<Path>) -> Result<Registry> {
    watch(path.as_ref());
    Ok(Registry::from_dir(path)?)
}

/// Tells Cargo to run the build script again if a file changes.
fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

fn open(path: &Path) -> core::result::Result<(File, String), LoadError> {
    watch(path);
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => Ok((file, name)),
        Err(error) => Err(LoadError::Read { file: name, error }),
    }
}

/// Writes the tables of a registry to the `OUT_DIR` of the build script that
/// runs, where [`include_registry!`](crate::include_registry) finds them under
/// the name.
///
/// Any registry will do: one that was loaded, or that [`Registry::builder`]
/// made of records in code. Of several on top of each other (see
/// [`Layers`]) the tables are those of one registry that answers as they do.
/// What they hide is hidden from layers below it in the program too.
///
/// # Errors
///
/// A name that is not of letters, digits, `-` and `_`; layers that are more
/// than a registry holds; no `OUT_DIR`; and files that cannot be written.
///
/// ```no_run
/// // build.rs
/// use iana_ports::{build, layers::Layers, registry};
///
/// fn main() -> build::Result {
///     let own = build::services_file("own.services")?;
///     build::write("all", Layers::new([&own, registry()]))
/// }
/// ```
///
/// ```
/// use iana_ports::{build, registry};
///
/// let error = build::write("own/names", registry()).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "\"own/names\": expected a name of letters, digits, \"-\" and \"_\"",
/// );
/// ```
pub fn write<'r>(name: &str, registries: impl Into<Layers<'r>>) -> Result {
    let of_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(of_name) {
        let expected = "expected a name of letters, digits, \"-\" and \"_\"";
        return Err(format!("{name:?}: {expected}").into());
    }
    let Some(out) = env::var_os("OUT_DIR") else {
        return Err("expected OUT_DIR, which Cargo sets for a build script".into());
    };
    let registry = registries.into().compiled(Packing::TIGHT)?;
    let hides = registry.tables.hides().unwrap_or(Hidden::NOTHING);
    let tables = &registry.tables;
    let (names, details, contacts) = (tables.names(), tables.details(), tables.contacts());
    for (tier, text, file) in [
        ("hides", hides.text, hides.to_file()),
        ("names", names.text, names.to_file()),
        ("details", details.text, details.to_file()),
        ("contacts", contacts.text, contacts.to_file()),
    ] {
        for (kind, bytes) in [("txt", text.as_bytes()), ("tables", &file)] {
            let path = PathBuf::from(&out).join(format!("{name}.{tier}.{kind}"));
            fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}

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

debug_as_display!(Error);
