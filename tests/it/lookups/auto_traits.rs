//! Auto traits of every public type: all of them, so that a value goes into any
//! thread, task and `catch_unwind`.

use core::panic::{RefUnwindSafe, UnwindSafe};
use std::collections::BTreeSet;
use std::fs;

/// The listing of the public interface, which the package has not.
const API: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/api.txt");

fn goes_anywhere<T: Send + Sync + Unpin>() {}
fn goes_anywhere_and_unwinds<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}

/// Asserts the traits of types, and names the types.
macro_rules! types {
    ($assert:ident: $($type:ty,)+) => {{
        $($assert::<$type>();)+
        [$(stringify!($type)),+]
    }};
}

#[test]
fn every_type_has_them() {
    let types = types! { goes_anywhere_and_unwinds:
        iana_ports::Contact<'static>,
        iana_ports::Contacts<'static>,
        iana_ports::Date,
        iana_ports::FreePorts<'static, iana_ports::Registry>,
        iana_ports::PortKey,
        iana_ports::PortRange,
        iana_ports::Record<'static>,
        iana_ports::Records<'static>,
        iana_ports::Registry,
        iana_ports::Service<'static>,
        iana_ports::Services<'static>,
        iana_ports::ServicesCiting<'static>,
        iana_ports::Status,
        iana_ports::Transport,
        iana_ports::UnauthorizedPorts<'static>,
        iana_ports::as_text::AsText<iana_ports::Service<'static>>,
        iana_ports::bulk::KeysNamed<'static>,
        iana_ports::contact::Email<'static>,
        iana_ports::contact::LocalPart<'static>,
        iana_ports::contact::ParseUriKindError,
        iana_ports::contact::Uri<'static>,
        iana_ports::contact::UriKind,
        iana_ports::contact::Uris<'static>,
        iana_ports::diff::Change<iana_ports::Service<'static>>,
        iana_ports::diff::Changed<iana_ports::Service<'static>>,
        iana_ports::diff::Changes<iana_ports::Service<'static>>,
        iana_ports::diff::Diff<'static>,
        iana_ports::diff::DiffJson<'static>,
        iana_ports::diff::FieldChange<'static>,
        iana_ports::diff::FieldChanges<'static>,
        iana_ports::diff::Whitespace,
        iana_ports::dns_sd::Label<'static>,
        iana_ports::dns_sd::ParseServiceLabelError,
        iana_ports::dns_sd::ServiceLabel<'static>,
        iana_ports::dns_sd::TxtKey<'static>,
        iana_ports::dns_sd::TxtKeyIter<'static>,
        iana_ports::dns_sd::TxtKeys<'static>,
        iana_ports::dns_sd::Unescaped<'static>,
        iana_ports::error::ParseDateError,
        iana_ports::error::ParsePortKeyError,
        iana_ports::error::ParsePortRangeError,
        iana_ports::error::ParseRecordError,
        iana_ports::error::ParseStatusError,
        iana_ports::error::ParseTransportError,
        iana_ports::error::Quoted,
        iana_ports::error::UnknownProtocolNumberError,
        iana_ports::explanation::Explanation<'static>,
        iana_ports::explanation::Siblings<'static>,
        iana_ports::export::ContactsCsv<'static, iana_ports::Registry>,
        iana_ports::export::ContactsJsonLines<'static, iana_ports::Registry>,
        iana_ports::export::EnrichmentCsv<'static, iana_ports::Registry>,
        iana_ports::export::FlatContact<'static>,
        iana_ports::export::FlatContactsCsv<'static, iana_ports::Registry>,
        iana_ports::export::FlatCsv<'static, iana_ports::Registry>,
        iana_ports::export::FlatRow<'static>,
        iana_ports::export::Json<'static, iana_ports::Registry>,
        iana_ports::export::JsonLines<'static, iana_ports::Registry>,
        iana_ports::export::ServicesCsv<'static, iana_ports::Registry>,
        iana_ports::export::ServicesFile<'static, iana_ports::Registry>,
        iana_ports::export::ZeekTable<'static, iana_ports::Registry>,
        iana_ports::facts::Category,
        iana_ports::facts::CustomaryName,
        iana_ports::facts::ParseCategoryError,
        iana_ports::find::ContactsAt<'static, 'static>,
        iana_ports::find::Found<'static>,
        iana_ports::find::Organization<'static>,
        iana_ports::find::OrganizationContacts<'static>,
        iana_ports::find::OrganizationServices<'static>,
        iana_ports::find::Organizations<'static>,
        iana_ports::find::Rank,
        iana_ports::find::Search<'static, 'static>,
        iana_ports::find::Suggestions<'static>,
        iana_ports::flow::Answer<'static>,
        iana_ports::flow::Hints,
        iana_ports::flow::ParseSideError,
        iana_ports::flow::Reason,
        iana_ports::flow::Side,
        iana_ports::layers::LayeredContacts<'static, 'static>,
        iana_ports::layers::LayeredRecords<'static, 'static>,
        iana_ports::layers::LayeredServices<'static, 'static>,
        iana_ports::layers::Layers<'static>,
        iana_ports::layers::Source<'static>,
        iana_ports::load::Limits,
        iana_ports::load::Loader<'static>,
        iana_ports::load::NewContact,
        iana_ports::load::NewRecord,
        iana_ports::load::RegistryBuilder,
        iana_ports::load::RegistryError,
        iana_ports::load::Source<'static>,
        iana_ports::port_spec::Array<4>,
        iana_ports::port_spec::Item,
        iana_ports::port_spec::List,
        iana_ports::port_spec::ParsePortSpecError,
        iana_ports::port_spec::PortSpecIter<'static>,
        iana_ports::port_spec::Ranges<'static>,
        iana_ports::port_spec::Spec<iana_ports::port_spec::Array<4>>,
        iana_ports::port_spec::Suggestion,
        iana_ports::port_spec::Syntax,
        iana_ports::reference::Reference<'static>,
        iana_ports::reference::ReferenceUrl<'static>,
        iana_ports::reference::References<'static>,
        iana_ports::resolve::ResolveError,
        iana_ports::servent::Servent<'static>,
        iana_ports::service_code::ParseServiceCodeError,
        iana_ports::service_code::ServiceCode,
        iana_ports::service_name::ParseServiceNameError,
        iana_ports::service_name::ServiceName<'static>,
        iana_ports::transports::ParseTransportsError,
        iana_ports::transports::Transports,
    };
    // Errors of others, which promise less: of the system, of a build script.
    let of_errors = types! { goes_anywhere:
        iana_ports::build::Error,
        iana_ports::load::LoadError,
    };
    let path = |text: &str| -> String {
        let is_of_path = |c: char| c == ':' || c == '_' || c.is_ascii_alphanumeric();
        text.split(|c| !is_of_path(c)).next().unwrap_or_default().to_owned()
    };
    let asserted: BTreeSet<String> =
        types.iter().chain(&of_errors).map(|name| path(&name.replace(' ', ""))).collect();
    let Ok(api) = fs::read_to_string(API) else {
        eprintln!("skipped: no api.txt, which says whether a type is missing here");
        return;
    };
    let listed: BTreeSet<String> = api
        .lines()
        .map(|line| line.trim_start_matches("#[non_exhaustive] "))
        .filter_map(|line| {
            ["pub struct ", "pub enum ", "pub union "]
                .iter()
                .find_map(|kind| line.strip_prefix(kind))
        })
        .map(path)
        .collect();
    assert!(listed.len() > 90, "{listed:?}");
    assert_eq!(asserted, listed);
}
