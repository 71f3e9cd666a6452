//! Registries of one's own.

use datafusion::prelude::SessionContext;
use iana_ports::layers::Layers;
use iana_ports::load::NewRecord;
use iana_ports::{Registry, registry};
use iana_ports_datafusion::IanaPorts;

use crate::{answer, booleans, texts};

async fn row(context: &SessionContext, calls: &str) -> Vec<Option<String>> {
    let found = answer(context, &format!("SELECT {calls}")).await;
    found.columns().iter().flat_map(texts).collect()
}

#[tokio::test]
async fn layers_over_the_bundled_one() {
    let own = Registry::from_services_file("inventory 443/tcp\nwireguard 51820/udp\n".as_bytes());
    let layers = [&own.unwrap(), registry()];
    let own = IanaPorts::new(Layers::new(layers).to_registry().unwrap());
    let context = SessionContext::new();
    own.register(&context).unwrap();
    let calls = "service_name(443, 6), service_name(443, 17), service_name_dict(51820, 17),
        service_name(22, 6), service_side(41234, 51820, 17)";
    let found = row(&context, calls).await;
    let found: Vec<_> = found.iter().map(Option::as_deref).collect();
    let expected = ["inventory", "https", "wireguard", "ssh", "destination"].map(Some);
    assert_eq!(found, expected);
    let query = "SELECT is_service(443, 6, 'https'), is_service(443, 17, 'https'),
        is_service(443, 6, 'Inventory')";
    let found = answer(&context, query).await;
    let found: Vec<_> = found.columns().iter().flat_map(booleans).collect();
    assert_eq!(found, [Some(false), Some(true), Some(true)]);
    let query = "SELECT count(*) FROM iana_services WHERE service_name = 'wireguard'";
    assert_eq!(row(&context, &format!("({query})")).await, [Some("1".to_owned())]);

    // The bundled registry answers as before beside it.
    assert_eq!(row(&crate::session(), "service_name(443, 6)").await, [Some("https".to_owned())]);
}

#[tokio::test]
async fn a_registry_without_rows() {
    let context = SessionContext::new();
    IanaPorts::new(Registry::builder().build().unwrap()).register(&context).unwrap();
    let calls = "service_name(443, 6), service_description(443, 6), service_name_dict(443, 6),
        port_status(443, 6), (SELECT count(*) FROM iana_services)";
    let found = row(&context, calls).await;
    let found: Vec<_> = found.iter().map(Option::as_deref).collect();
    assert_eq!(found, [None, None, None, Some("Unassigned"), Some("0")]);
    let query = "SELECT count(*) FROM (VALUES (443), (80)) AS flows(port)
        WHERE is_service(port, 6, 'https')";
    assert_eq!(texts(answer(&context, query).await.column(0)), [Some("0".to_owned())]);
}

/// Too many ranges to write out are asked for by the function.
#[tokio::test]
async fn a_name_on_many_ports() {
    let record = |port: u16| NewRecord::service("many").port(port);
    let every_other = (1..=1_000).step_by(2);
    let builder = every_other.fold(Registry::builder(), |all, port| all.record(record(port)));
    let context = SessionContext::new();
    IanaPorts::new(builder.build().unwrap()).register(&context).unwrap();
    crate::register_all_keys(&context);
    let query = "SELECT count(*) FROM keys WHERE is_service(port, protocol, 'many')";
    assert_eq!(texts(answer(&context, query).await.column(0)), [Some("2000".to_owned())]);
    assert!(crate::plan(&context, query).await.contains("is_service("));
}
