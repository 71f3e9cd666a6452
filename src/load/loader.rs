//! The loader: readers of registries under limits and a name.

use alloc::string::ToString;
use std::io::Read;
use std::path::Path;

use crate::compile::{self, CsvFile, CsvFiles, Files, Limits, LoadError, Packing, ServicesFile};
use crate::registry::Registry;

/// Loads registries under [`Limits`] and names. [`Registry`] has the same
/// functions for the usual ones.
///
/// # Example
///
/// ```
/// use iana_ports::load::Limits;
/// use iana_ports::{Registry, Transport::Tcp};
///
/// let loader = Registry::loader().limits(Limits::new().bytes(1 << 20));
/// let registry = loader.from_services_file("billing 9000/tcp invoices # Site\n".as_bytes())?;
/// assert_eq!(registry.lookup_name("invoices", Tcp).unwrap().port(), Some(9000));
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Loader<'n> {
    limits: Limits,
    name: Option<&'n str>,
    lenient: bool,
}

impl<'n> Loader<'n> {
    /// Sets the limits.
    pub const fn limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Names the input, usually with its path. The name appears in errors and
    /// as [`Registry::source`].
    ///
    /// ```
    /// use iana_ports::load::Source;
    /// use iana_ports::Registry;
    ///
    /// let loader = Registry::loader().name("site.services");
    /// let site = loader.from_services_file("billing 9000/tcp\n".as_bytes())?;
    /// assert_eq!(site.source(), Source::Named("site.services"));
    /// let error = loader.from_services_file("billing\n".as_bytes()).unwrap_err();
    /// assert!(error.to_string().starts_with("site.services:1: "));
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    pub const fn name<'m>(self, name: &'m str) -> Loader<'m>
    where
        'n: 'm,
    {
        Loader { limits: self.limits, name: Some(name), lenient: self.lenient }
    }

    /// Skips wrong lines of a services(5) file, and wrong aliases of lines that
    /// are right otherwise: they are [skipped](Registry::skipped) instead of an
    /// error. A file that is gzip-compressed or UTF-16 is an error still: it
    /// has no lines to skip.
    ///
    /// ```
    /// use iana_ports::Registry;
    ///
    /// let file = "billing 9000/tcp\naudit 90000/tcp\n";
    /// let registry = Registry::loader().lenient().from_services_file(file.as_bytes())?;
    /// assert_eq!(registry.services().len(), 1);
    /// assert_eq!(registry.skipped()[0].value(), Some("90000"));
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    pub const fn lenient(self) -> Self {
        Self { lenient: true, ..self }
    }

    /// Loads IANA's CSV file: see [`Registry::from_csv`].
    ///
    /// # Errors
    ///
    /// As [`Registry::from_csv`] has them.
    pub fn from_csv(self, reader: impl Read) -> Result<Registry, LoadError> {
        let name = self.name.unwrap_or("CSV");
        let bytes = compile::read(name, reader, self.limits)?;
        let services = CsvFile { file: name, bytes: &bytes };
        let sources = CsvFiles { services, contacts: None, preferred: None, edition: None };
        let tables = compile::compile_files(sources, self.limits, Packing::LOOSE)?;
        Ok(Registry::loaded(tables, name, None))
    }

    /// Loads the CSV files of a directory: see [`Registry::from_dir`].
    ///
    /// # Errors
    ///
    /// As [`Registry::from_dir`] has them.
    pub fn from_dir(self, directory: impl AsRef<Path>) -> Result<Registry, LoadError> {
        let directory = directory.as_ref();
        let files = Files::read(directory, directory, self.limits)?;
        let tables = compile::compile_files(files.sources(), self.limits, Packing::LOOSE)?;
        let path = directory.display().to_string();
        Ok(Registry::loaded(tables, self.name.unwrap_or(&path), None))
    }

    /// Loads a services(5) file: see [`Registry::from_services_file`].
    ///
    /// # Errors
    ///
    /// As [`Registry::from_services_file`] has them.
    pub fn from_services_file(self, reader: impl Read) -> Result<Registry, LoadError> {
        let file = self.name.unwrap_or("services");
        let bytes = compile::read(file, reader, self.limits)?;
        let source = ServicesFile { file, bytes: &bytes, lenient: self.lenient };
        let (tables, skipped) =
            compile::compile_services_file(source, None, self.limits, Packing::LOOSE)?;
        Ok(Registry { skipped, ..Registry::loaded(tables, file, None) })
    }
}

impl Registry {
    /// Loads registries with other [`Limits`] than the usual, or under a name.
    pub fn loader() -> Loader<'static> {
        Loader::default()
    }

    /// Loads a registry from IANA's CSV file: the twelve columns of
    /// `service-names-port-numbers.csv`, as IANA publishes it. Files of 2017
    /// and 2018 call the eleventh "Known Unauthorized Uses", which is the
    /// same column; `export::ServicesCsv` writes today's name.
    ///
    /// Without the contact table, a contact is no more than its handle: layers
    /// over the bundled registry know more. Of several services on a port or of
    /// a name, those that the bundled registry prefers come first, as far as
    /// they are there. The file does not say whether it is whole: compare the
    /// number of [`services`](Self::services) with one you know.
    ///
    /// # Errors
    ///
    /// [`LoadError::Read`] if the reader fails, [`LoadError::Compile`] for
    /// what is no such file: it says where and what was expected.
    ///
    /// # Example
    ///
    /// ```
    /// use iana_ports::{Registry, Transport::Tcp};
    ///
    /// let csv = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,\
    ///     Registration Date,Modification Date,Reference,Service Code,\
    ///     Unauthorized Use Reported,Assignment Notes\n\
    ///     https,443,tcp,http protocol over TLS/SSL,[IESG],[IETF_Chair],,2021-10-01,[RFC9110],,,\n";
    /// let registry = Registry::from_csv(csv.as_bytes())?;
    /// let https = registry.lookup_port(443, Tcp).unwrap();
    /// assert_eq!(https.to_string(), "https (443/tcp)");
    /// # #[cfg(feature = "details")]
    /// assert_eq!(https.references().next().unwrap().to_string(), "RFC 9110");
    /// assert_eq!(registry.edition().unwrap().to_string(), "2021-10-01");
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    pub fn from_csv(reader: impl Read) -> Result<Self, LoadError> {
        Self::loader().from_csv(reader)
    }

    /// Loads a registry from a directory with the files of `registry/`:
    /// `service-names-port-numbers.csv` and, where they are there,
    /// `contacts.csv`, `preferred.csv` and `edition.csv`. Without them it is as
    /// [`from_csv`](Self::from_csv) says.
    ///
    /// # Errors
    ///
    /// [`LoadError::Read`] if a file cannot be read, [`LoadError::Compile`]
    /// for what is wrong in one: it says where and what was expected.
    ///
    /// # Example
    ///
    /// ```
    /// use iana_ports::{EDITION, Registry};
    ///
    /// let registry = Registry::from_dir("registry")?;
    /// assert_eq!(registry.edition(), Some(EDITION));
    /// assert_eq!(registry.services().len(), iana_ports::services().len());
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    pub fn from_dir(directory: impl AsRef<Path>) -> Result<Self, LoadError> {
        Self::loader().from_dir(directory)
    }

    /// Loads a registry from a services(5) file, such as `/etc/services`.
    ///
    /// A line is a service name, a port and a protocol, and aliases, between
    /// blanks of any kind and number; `#` starts a comment, which becomes the
    /// `description`. An alias is a service of its
    /// own that is an [alias](crate::Service::alias_of) of the first. Lines of
    /// other protocols than [`Transport`](crate::Transport) has are
    /// [skipped](Self::skipped).
    ///
    /// Two forms are read that the C library does not know: `7100/tcp/udp`, as
    /// in Wireshark's file, is a service on each of these protocols, and a
    /// decimal number after the protocol, the frequency in `nmap-services`, is
    /// not an alias and is ignored. Bytes that are not UTF-8 matter in a name
    /// and not in a comment: there each becomes U+FFFD.
    ///
    /// Of several services on a port or of a name the first is the primary one,
    /// as for the C library; but an alias comes after the services that have
    /// the name or the port for their own, and names compare in any case: of
    /// `mon` and `Mon` each is found as spelled first.
    ///
    /// # Errors
    ///
    /// [`LoadError::Read`] if the reader fails, [`LoadError::Compile`] for a
    /// line that is none of these: it says which and what was expected.
    ///
    /// # Example
    ///
    /// ```
    /// use iana_ports::{Registry, Transport::Tcp};
    ///
    /// let file = "# Ours\nbilling\t9000/tcp  invoices   # Billing, v2\r\n";
    /// let registry = Registry::from_services_file(file.as_bytes())?;
    /// let billing = registry.lookup_port(9000, Tcp).unwrap();
    /// assert_eq!(billing.to_string(), "billing (9000/tcp)");
    /// # #[cfg(feature = "details")]
    /// assert_eq!(billing.description(), "Billing, v2");
    /// let alias = registry.lookup_name("invoices", Tcp).unwrap();
    /// assert_eq!(alias.alias_of(), Some(billing));
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    pub fn from_services_file(reader: impl Read) -> Result<Self, LoadError> {
        Self::loader().from_services_file(reader)
    }
}
