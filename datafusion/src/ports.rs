//! A registry as functions and tables.

use core::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;
use iana_ports::Registry;

use crate::answers::{Answers, Form, Texts};
use crate::functions;
use crate::tables;

/// The registry that [`IanaPorts::bundled`] answers with, whose answers are made
/// once for all sessions.
static BUNDLED: LazyLock<IanaPorts> = LazyLock::new(|| IanaPorts::of(Held::Bundled));

/// A port number registry that sessions can be given: its functions and tables.
///
/// A clone shares the registry and the answers, which are made at the first call
/// of a function and live as long as a session has it.
#[derive(Clone, Debug)]
pub struct IanaPorts {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    held: Held,
    answers: Answers,
}

#[derive(Debug)]
enum Held {
    Bundled,
    Own(Arc<Registry>),
}

impl IanaPorts {
    /// The registry that is bundled with `iana-ports`.
    ///
    /// ```
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// assert_eq!(IanaPorts::bundled().registry().edition(), Some(iana_ports::EDITION));
    /// ```
    #[must_use]
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// A registry of one's own: one that was loaded (feature `runtime` of
    /// `iana-ports`), or that several layers were compiled to.
    ///
    /// ```
    /// # use datafusion::error::Result;
    /// use datafusion::assert_batches_eq;
    /// use datafusion::prelude::SessionContext;
    /// use iana_ports::{Registry, layers::Layers, registry};
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<()> {
    /// let own = Registry::from_services_file("wireguard 51820/udp\n".as_bytes()).unwrap();
    /// let both = Layers::new([&own, registry()]).to_registry().unwrap();
    /// let context = SessionContext::new();
    /// IanaPorts::new(both).register(&context)?;
    /// let query = "SELECT service_name(51820, 'udp') AS vpn, service_name(443, 6) AS web";
    /// let answer = context.sql(query).await?.collect().await?;
    /// assert_batches_eq!(
    ///     [
    ///         "+-----------+-------+",
    ///         "| vpn       | web   |",
    ///         "+-----------+-------+",
    ///         "| wireguard | https |",
    ///         "+-----------+-------+",
    ///     ],
    ///     &answer
    /// );
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn new(registry: impl Into<Arc<Registry>>) -> Self {
        Self::of(Held::Own(registry.into()))
    }

    fn of(held: Held) -> Self {
        Self { inner: Arc::new(Inner { held, answers: Answers::default() }) }
    }

    /// The registry that the functions and tables are made of.
    ///
    /// ```
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// assert!(IanaPorts::bundled().registry().services_named("https").next().is_some());
    /// ```
    #[must_use]
    pub fn registry(&self) -> &Registry {
        match &self.inner.held {
            Held::Bundled => iana_ports::registry(),
            Held::Own(registry) => registry,
        }
    }

    /// The functions, for what is no [`FunctionRegistry`], such as a builder of
    /// session states. Expressions of a `DataFrame` call them with
    /// [`ScalarUDF::call`].
    ///
    /// ```
    /// use datafusion::prelude::{col, lit};
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// let functions = IanaPorts::bundled().functions();
    /// let name = functions.iter().find(|function| function.name() == "service_name").unwrap();
    /// let call = name.call(vec![col("dst_port"), lit(6)]);
    /// assert_eq!(call.schema_name().to_string(), "service_name(dst_port,Int32(6))");
    /// ```
    #[must_use]
    pub fn functions(&self) -> Vec<Arc<ScalarUDF>> {
        functions::all(self)
    }

    /// Registers the functions where functions are looked for by name: the
    /// session state of a scheduler or an executor. Functions of the same names
    /// are replaced.
    ///
    /// # Errors
    ///
    /// Those of the function registry, which may not take functions.
    ///
    /// ```
    /// use datafusion::execution::FunctionRegistry;
    /// use datafusion::prelude::SessionContext;
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// let mut context = SessionContext::new();
    /// IanaPorts::bundled().register_functions(&mut context)?;
    /// assert!(context.udf("is_service").is_ok());
    /// # Ok::<(), datafusion::error::DataFusionError>(())
    /// ```
    pub fn register_functions(&self, registry: &mut dyn FunctionRegistry) -> Result<()> {
        for function in self.functions() {
            registry.register_udf(function)?;
        }
        Ok(())
    }

    /// Registers the tables `iana_services` and `iana_contacts`, and the
    /// functions. Functions of the same names are replaced.
    ///
    /// # Errors
    ///
    /// A table of the session has one of the two names. Nothing is replaced then
    /// but, perhaps, the other table added.
    ///
    /// ```
    /// use datafusion::prelude::SessionContext;
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// let context = SessionContext::new();
    /// IanaPorts::bundled().register(&context)?;
    /// let error = IanaPorts::bundled().register(&context).unwrap_err();
    /// assert_eq!(
    ///     error.strip_backtrace(),
    ///     "Execution error: The table iana_services already exists",
    /// );
    /// # Ok::<(), datafusion::error::DataFusionError>(())
    /// ```
    pub fn register(&self, context: &SessionContext) -> Result<()> {
        context.register_batch("iana_services", self.services()?)?;
        context.register_batch("iana_contacts", self.contacts()?)?;
        for function in self.functions() {
            context.register_udf(function.as_ref().clone());
        }
        Ok(())
    }

    /// The table `iana_services`: a row for each service of the registry, in its
    /// order.
    ///
    /// | column | type | value |
    /// |---|---|---|
    /// | `service_name` | Utf8View | the name; never NULL |
    /// | `first_port`, `last_port` | UInt16 | the ports; both NULL if there is none |
    /// | `transport` | Utf8View | `tcp`, `udp`, `sctp` or `dccp`; NULL stands for any |
    /// | `protocol_number` | UInt8 | the same as 6, 17, 132 or 33 |
    /// | `description` | Utf8View | the description, which may be empty |
    /// | `assignee`, `contact` | List of Utf8View | ids of `iana_contacts` |
    /// | `registration_date`, `modification_date` | Date32 | NULL without a date, and where the registry names no day |
    /// | `registration_month`, `modification_month` | Utf8View | the month of the date, such as `2001-09`; NULL without a date |
    /// | `reference` | List of Utf8View | RFCs and others, such as `RFC 9110` |
    /// | `service_code` | UInt32 | the service code of DCCP, or NULL |
    /// | `unauthorized_use_reported`, `assignment_notes` | Utf8View | the text, or NULL |
    ///
    /// More than half of the registration dates of the bundled registry name no
    /// day.
    ///
    /// # Errors
    ///
    /// None that is known of: Arrow's builders are fallible.
    ///
    /// ```
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// let batch = IanaPorts::bundled().services()?;
    /// assert_eq!(batch.num_rows(), iana_ports::services().len());
    /// assert_eq!(batch.schema().field(1).to_string(), r#"Field { "first_port": nullable UInt16 }"#);
    /// # Ok::<(), datafusion::error::DataFusionError>(())
    /// ```
    pub fn services(&self) -> Result<RecordBatch> {
        tables::services(self.registry())
    }

    /// The table `iana_contacts`: a row for each contact of the registry, in its
    /// order.
    ///
    /// | column | type | value |
    /// |---|---|---|
    /// | `id` | Utf8View | the handle that rows of `iana_services` name; never NULL |
    /// | `name`, `organization` | Utf8View | the text, or NULL |
    /// | `contact_uri` | List of Utf8View | the URIs as the registry writes them |
    /// | `email` | Utf8View | the decoded address, or NULL |
    /// | `last_updated`, `last_updated_month` | Date32, Utf8View | as the dates of `iana_services` |
    ///
    /// # Errors
    ///
    /// None that is known of: Arrow's builders are fallible.
    ///
    /// ```
    /// use iana_ports_datafusion::IanaPorts;
    ///
    /// assert!(IanaPorts::bundled().contacts()?.num_rows() > 5_000);
    /// # Ok::<(), datafusion::error::DataFusionError>(())
    /// ```
    pub fn contacts(&self) -> Result<RecordBatch> {
        tables::contacts(self.registry())
    }

    /// The array of answers that ids are taken from, made at the first call.
    pub(crate) fn answers(&self, texts: Texts, form: Form) -> Result<&ArrayRef> {
        self.inner.answers.get(self.registry(), texts, form)
    }
}

/// The same registry in memory: DataFusion compares functions to find common
/// expressions.
impl PartialEq for IanaPorts {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Eq for IanaPorts {}

impl Hash for IanaPorts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.inner).hash(state);
    }
}
