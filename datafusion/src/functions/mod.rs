//! The scalar functions.

mod is_service;
mod keys;
mod lookup;
mod plan;

use std::sync::Arc;

use datafusion::arrow::array::ArrayRef;
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::logical_expr::{
    ColumnarValue, DocSection, Documentation, ScalarFunctionArgs, ScalarUDF,
};

use crate::answers::Form;
use crate::arguments::Argument;
use crate::ports::IanaPorts;
use is_service::IsService;
use lookup::{Lookup, Question};

/// Every function of a registry.
pub(crate) fn all(ports: &IanaPorts) -> Vec<Arc<ScalarUDF>> {
    let lookups = Question::ALL.into_iter().flat_map(|question| {
        Form::ALL.map(|form| ScalarUDF::new_from_impl(Lookup::new(ports, question, form)))
    });
    let is_service = ScalarUDF::new_from_impl(IsService::new(ports));
    lookups.chain([is_service]).map(Arc::new).collect()
}

/// The documentation of a function, as `information_schema` shows it.
fn documentation(name: &str, arguments: &[Argument], description: &str) -> Documentation {
    let section = DocSection { include: true, label: "IANA ports", description: None };
    let names: Vec<&str> = arguments.iter().map(|argument| argument.name()).collect();
    let syntax = format!("{name}({})", names.join(", "));
    let builder = Documentation::builder(section, description, syntax);
    let builder = arguments.iter().fold(builder, |builder, argument| {
        builder.with_argument(argument.name(), argument.expected())
    });
    builder.build()
}

/// The answer to a call, as an array of so many rows as are asked for: to scalars
/// alone it is a scalar.
fn evaluated(
    call: &ScalarFunctionArgs,
    answers: impl FnOnce(usize) -> Result<ArrayRef>,
) -> Result<ColumnarValue> {
    let is_scalar = call.args.iter().all(|value| matches!(value, ColumnarValue::Scalar(_)));
    Ok(match is_scalar {
        true => ColumnarValue::Scalar(ScalarValue::try_from_array(&answers(1)?, 0)?),
        false => ColumnarValue::Array(answers(call.number_rows)?),
    })
}
