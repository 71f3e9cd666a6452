//! The tables, against IANA's CSV and the library's rows.

use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::datatypes::{Date32Type, UInt8Type, UInt16Type, UInt32Type};

use crate::{answer, session, texts};

/// The texts of a list, for a comparison with those of a row.
fn lists(column: &dyn Array) -> Vec<Vec<String>> {
    let lists = column
        .as_list::<i32>()
        .iter()
        .map(|list| texts(&list.unwrap()).into_iter().map(Option::unwrap).collect());
    lists.collect()
}

#[tokio::test]
async fn services() {
    let found = answer(&session(), "SELECT * FROM iana_services").await;
    let column = |name: &str| found.column_by_name(name).unwrap();
    let names = texts(column("service_name"));
    let transports = texts(column("transport"));
    let descriptions = texts(column("description"));
    let months = texts(column("registration_month"));
    let uses = texts(column("unauthorized_use_reported"));
    let notes = texts(column("assignment_notes"));
    let assignees = lists(column("assignee"));
    let contacts = lists(column("contact"));
    let references = lists(column("reference"));
    let first = column("first_port").as_primitive::<UInt16Type>();
    let last = column("last_port").as_primitive::<UInt16Type>();
    let numbers = column("protocol_number").as_primitive::<UInt8Type>();
    let codes = column("service_code").as_primitive::<UInt32Type>();
    let registered = column("registration_date").as_primitive::<Date32Type>();
    let modified = column("modification_date").as_primitive::<Date32Type>();
    let option = |text: &Option<String>| text.clone().unwrap_or_default();

    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../registry/service-names-port-numbers.csv");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_path(file).unwrap().records().map(Result::unwrap).collect();
    let named: Vec<_> = rows.iter().filter(|row| !row[0].is_empty()).collect();
    assert_eq!(named.len(), found.num_rows());
    for (at, row) in named.iter().enumerate() {
        assert_eq!(option(&names[at]), row[0]);
        let ports = match (first.is_valid(at), first.value(at), last.value(at)) {
            (false, ..) => String::new(),
            (true, first, last) if first == last => first.to_string(),
            (true, first, last) => format!("{first}-{last}"),
        };
        assert_eq!(ports, row[1]);
        assert_eq!(last.is_valid(at), first.is_valid(at));
        assert_eq!(option(&transports[at]), row[2]);
        let number = match &row[2] {
            "tcp" => 6,
            "udp" => 17,
            "sctp" => 132,
            "dccp" => 33,
            _ => 0,
        };
        assert_eq!(if numbers.is_valid(at) { numbers.value(at) } else { 0 }, number);
        // The sentence that links the two spellings of a name is no description.
        let (description, _) = row[3].split_once("IANA assigned this").unwrap_or((&row[3], ""));
        assert_eq!(option(&descriptions[at]), description.trim_end());
        let bracketed =
            |texts: &[String]| texts.iter().map(|text| format!("[{text}]")).collect::<String>();
        assert_eq!(bracketed(&assignees[at]), row[4]);
        assert_eq!(bracketed(&contacts[at]), row[5]);
        assert_eq!(option(&months[at]), row[6].get(..7).unwrap_or_default());
        for (days, cell) in [(registered, &row[6]), (modified, &row[7])] {
            let day = days.value_as_date(at).filter(|_| days.is_valid(at));
            let expected = if cell.len() == 10 { cell } else { "" };
            assert_eq!(day.map_or(String::new(), |day| day.to_string()), expected);
        }
        assert_eq!(references[at].is_empty(), row[8].is_empty());
        assert_eq!(codes.is_valid(at), !row[9].is_empty());
        assert_eq!(option(&uses[at]), row[10]);
        assert_eq!(option(&notes[at]), row[11]);
    }
    for (service, found) in iana_ports::services().zip(references) {
        let expected: Vec<_> = service.references().map(|one| one.to_string()).collect();
        assert_eq!(found, expected);
    }
    let codes: Vec<_> = codes.iter().flatten().collect();
    let expected = iana_ports::services().filter_map(|row| row.service_code());
    assert_eq!(codes, expected.map(|code| code.to_u32()).collect::<Vec<_>>());
}

#[tokio::test]
async fn contacts() {
    let found = answer(&session(), "SELECT * FROM iana_contacts").await;
    let column = |name: &str| texts(found.column_by_name(name).unwrap());
    let [ids, names, organizations, emails, months] =
        ["id", "name", "organization", "email", "last_updated_month"].map(column);
    let uris = lists(found.column_by_name("contact_uri").unwrap());
    let days = found.column_by_name("last_updated").unwrap().as_primitive::<Date32Type>();
    assert_eq!(found.num_rows(), iana_ports::contacts().len());
    for (at, contact) in iana_ports::contacts().enumerate() {
        assert_eq!(ids[at].as_deref(), Some(contact.handle()));
        assert_eq!(names[at].as_deref(), contact.name());
        assert_eq!(organizations[at].as_deref(), contact.organization());
        assert_eq!(emails[at], contact.email().map(|email| email.to_string()));
        assert!(uris[at].iter().cloned().eq(contact.uris().map(|uri| uri.to_string())));
        let updated = contact.updated().map(|date| date.to_string());
        assert_eq!(months[at].as_deref(), updated.as_deref().and_then(|date| date.get(..7)));
        let day = days.value_as_date(at).filter(|_| days.is_valid(at));
        let expected = updated.filter(|date| date.len() == 10);
        assert_eq!(day.map(|day| day.to_string()), expected);
    }
}

#[tokio::test]
async fn services_lead_to_contacts() {
    let query = "SELECT DISTINCT c.email FROM
            (SELECT unnest(contact) AS id FROM iana_services WHERE service_name = 'snmpdtls-trap')
            AS s JOIN iana_contacts AS c ON s.id = c.id";
    let found = texts(answer(&session(), query).await.column(0));
    let service = iana_ports::lookup_port(10162, iana_ports::Transport::Udp).unwrap();
    let emails = service.contacts().map(|contact| contact.email().map(|email| email.to_string()));
    assert_eq!(found, emails.collect::<Vec<_>>());
}

/// A join builds its hash table over the smaller side only if statistics say
/// which that is.
#[tokio::test]
async fn the_table_is_the_small_side_of_a_join() {
    let context = session();
    crate::register_all_keys(&context);
    let query = "SELECT count(s.service_name) FROM keys AS k LEFT JOIN iana_services AS s
        ON k.port = s.first_port AND k.protocol = s.protocol_number";
    let plan = crate::plan(&context, query).await;
    assert!(plan.contains("join_type=Right"), "{plan}");
}
