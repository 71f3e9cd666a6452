//! Arrays of all answers of a function, in the order of their codes: Arrow's
//! `take` kernel makes a batch of answers from a batch of codes.

use std::sync::{Arc, OnceLock};

use datafusion::arrow::array::{ArrayRef, StringDictionaryBuilder, StringViewBuilder};
use datafusion::arrow::buffer::Buffer;
use datafusion::arrow::datatypes::{DataType, UInt16Type};
use datafusion::common::DataFusionError;
use datafusion::error::Result;
use iana_ports::flow::Side;
use iana_ports::{PortRange, Registry, Status};

/// The code of no answer. Codes are ids of services, whose sentinel this is, or
/// places in the lists below.
pub(crate) const NO_ANSWER: u16 = iana_ports::NO_SERVICE;

/// The statuses in the order of their codes.
pub(crate) const STATUSES: [Status; 4] =
    [Status::Assigned, Status::Reserved, Status::Unassigned, Status::Dynamic];

/// The ranges in the order of their codes.
pub(crate) const RANGES: [PortRange; 3] = [PortRange::System, PortRange::User, PortRange::Dynamic];

/// The texts that a function answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Texts {
    Names,
    Descriptions,
    Statuses,
    Ranges,
    Sides,
}

/// The type of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    View,
    Dictionary,
}

impl Form {
    pub(crate) const ALL: [Self; 2] = [Self::View, Self::Dictionary];

    /// What the name of a function ends in.
    pub(crate) const fn suffix(self) -> &'static str {
        match self {
            Self::View => "",
            Self::Dictionary => "_dict",
        }
    }

    pub(crate) fn data_type(self) -> DataType {
        match self {
            Self::View => DataType::Utf8View,
            Self::Dictionary => {
                DataType::Dictionary(Box::new(DataType::UInt16), Box::new(DataType::Utf8))
            }
        }
    }
}

/// The arrays that were asked for so far, by texts and form.
#[derive(Debug, Default)]
pub(crate) struct Answers([[OnceLock<ArrayRef>; 2]; 5]);

impl Answers {
    /// The array of a kind of texts in a form. Where no code leads, it holds
    /// empty texts rather than NULL, since `take` is sooner done with an array
    /// that has no NULL: the codes say what is NULL.
    pub(crate) fn get(&self, registry: &Registry, texts: Texts, form: Form) -> Result<&ArrayRef> {
        let cell = &self.0[texts as usize][form as usize];
        if let Some(array) = cell.get() {
            return Ok(array);
        }
        let array = match (texts, form) {
            (Texts::Names, Form::View) => name_views(registry)?,
            _ => array(&list(registry, texts), form)?,
        };
        Ok(cell.get_or_init(|| array))
    }
}

/// Every id of a registry.
fn ids(registry: &Registry) -> impl Iterator<Item = u16> {
    // The ids are below the number of records, which are at most as many.
    0..u16::try_from(registry.records().len()).unwrap_or(NO_ANSWER)
}

fn list(registry: &Registry, texts: Texts) -> Vec<&str> {
    match texts {
        Texts::Names => ids(registry).map(|id| registry.name_of(id).unwrap_or_default()).collect(),
        Texts::Descriptions => ids(registry)
            .map(|id| registry.service(id).map_or("", |service| service.description()))
            .collect(),
        Texts::Statuses => STATUSES.iter().map(|status| status.as_str()).collect(),
        Texts::Ranges => RANGES.iter().map(|range| range.as_str()).collect(),
        Texts::Sides => Side::ALL.iter().map(|side| side.as_str()).collect(),
    }
}

/// Views into one copy of the text that all names of a registry lie in.
fn name_views(registry: &Registry) -> Result<ArrayRef> {
    let mut views = StringViewBuilder::new();
    let text = views.append_block(Buffer::from(registry.name_text().as_bytes()));
    let narrow = |at: usize| u32::try_from(at).map_err(|error| external(error.into()));
    for id in ids(registry) {
        let span = registry.name_span(id).unwrap_or_default();
        views.try_append_view(text, narrow(span.start)?, narrow(span.len())?)?;
    }
    Ok(Arc::new(views.finish()))
}

fn external(error: Box<dyn core::error::Error + Send + Sync>) -> DataFusionError {
    DataFusionError::External(error)
}

/// Texts of which each is stored once: in the buffer of views, or as a value of a
/// dictionary.
fn array(texts: &[&str], form: Form) -> Result<ArrayRef> {
    Ok(match form {
        Form::View => {
            let mut views = StringViewBuilder::new().with_deduplicate_strings();
            texts.iter().for_each(|text| views.append_value(text));
            Arc::new(views.finish())
        }
        Form::Dictionary => {
            let mut dictionary = StringDictionaryBuilder::<UInt16Type>::new();
            for text in texts {
                dictionary.append(text)?;
            }
            Arc::new(dictionary.finish())
        }
    })
}
