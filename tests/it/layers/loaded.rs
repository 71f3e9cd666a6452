//! Cases of loaded registries on top of each other.

use iana_ports::layers::Layers;
#[cfg(feature = "contacts")]
use iana_ports::load::NewContact;
use iana_ports::load::{NewRecord, Source};
use iana_ports::{Registry, Service, Status, Transport, registry};

#[test]
fn layers_one_after_the_other() {
    let own = crate::load::services("a 80/tcp\nb 80/tcp\nwww 80/tcp\n");
    let layers = Layers::new([&own, registry()]);
    let mut services = layers.services_on(80, Transport::Tcp);
    assert_eq!(services.next().map(|service| service.name()), Some("a"));
    let left = services.clone();
    let names: Vec<_> = services.by_ref().map(|service| service.name()).collect();
    assert_eq!(names, ["b", "www", "http", "www-http"]);
    assert_eq!((services.next(), services.next(), services.first()), (None, None, None));
    assert_eq!((left.first().map(|service| service.name()), left.count()), (Some("b"), 4));
}

#[test]
fn the_bundled_registry_alone_answers_as_itself() {
    let layers = Layers::new([registry()]);
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            assert_eq!(
                layers.lookup_port(port, transport),
                registry().lookup_port(port, transport)
            );
            assert_eq!(layers.status(port, transport), registry().status(port, transport));
            assert_eq!(layers.record_on(port, transport), registry().record_on(port, transport));
            assert!(
                layers.services_on(port, transport).eq(registry().services_on(port, transport))
            );
        }
    }
    assert!(layers.services().eq(registry().services()));
}

#[test]
fn any_order() {
    let own = crate::load::services("web 443/tcp\nbilling 4/tcp\n").named("own");
    let sources = |layers: &Layers<'_>, port| {
        let services = layers.services_on(port, Transport::Tcp);
        services.map(|s| s.source().to_string()).collect::<Vec<_>>()
    };
    let over = Layers::new([&own, registry()]);
    assert_eq!(sources(&over, 443), ["own", "IANA"]);
    let under = Layers::new([registry(), &own]);
    assert_eq!(sources(&under, 443), ["IANA", "own"]);
    // IANA says of 4/tcp that it is unassigned; the service counts, in any order.
    for layers in [over, under] {
        assert_eq!(layers.lookup_port(4, Transport::Tcp).unwrap().source(), Source::Named("own"));
        assert_eq!(layers.status(4, Transport::Tcp), Status::Assigned);
        assert_eq!(format!("{layers:?}").len(), "[Bundled, Named(\"own\")]".len());
    }
}

#[test]
fn no_layers_answer_nothing() {
    let none = Layers::default();
    assert_eq!(none.lookup_port(80, Transport::Tcp), None);
    assert_eq!(none.lookup_name("http", Transport::Tcp), None);
    #[cfg(feature = "contacts")]
    assert_eq!(none.lookup_contact("IESG"), None);
    assert_eq!(none.services().count(), 0);
    assert_eq!(none.status(80, Transport::Tcp), Status::Unassigned);
    assert_eq!(none.status(50_000, Transport::Tcp), Status::Dynamic);
    assert!(none.registries().is_empty());
}

#[cfg(feature = "details")]
#[test]
fn nameless_rows_are_hidden_with_their_port() {
    let free = NewRecord::unassigned(230..=230);
    let own =
        Registry::builder().record(free).hide_ports(228..=231, Transport::Tcp).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    let status = |port, transport| layers.status(port, transport);
    assert_eq!(status(229, Transport::Tcp), Status::Unassigned);
    assert_eq!(status(229, Transport::Udp), Status::Reserved);
    assert_eq!(status(230, Transport::Udp), Status::Unassigned);
    assert_eq!(layers.record_on(229, Transport::Tcp), None);
    assert_eq!(layers.record_on(230, Transport::Tcp).unwrap().source(), Source::Named("builder"));
    // The registry itself answers as if it hid nothing.
    assert_eq!(own.status(230, Transport::Tcp), Status::Unassigned);
}

#[test]
fn what_cannot_be_hidden_is_told() {
    let error = Registry::builder().hide_name("a\nb", None).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "builder hidden:1: Service Name: \"a\\nb\": expected no control characters"
    );
    let error =
        |builder: iana_ports::load::RegistryBuilder| builder.build().unwrap_err().to_string();
    assert_eq!(
        error(
            Registry::builder()
                .hide_port(1, None)
                .hide_name("z", None)
                .hide_name("", Transport::Tcp)
        ),
        "builder hidden:3: Service Name: \"\": expected the name of a service"
    );
    let reversed = core::ops::RangeInclusive::new(81, 80);
    assert_eq!(
        error(Registry::builder().hide_ports(reversed, None)),
        "builder hidden:1: Port Number: \"81-80\": \
         expected a range of ports whose first is not above its last"
    );
    let all = Registry::builder().hide_ports(0..=u16::MAX, None).build().unwrap();
    let layers = Layers::new([&all, registry()]);
    assert!(layers.services().all(|service| service.port().is_none()));
}

#[test]
fn nothing_allocates() {
    let own = Registry::builder()
        .replace(NewRecord::service("gateway").ports(8080..=8081).transport(Transport::Tcp))
        .hide_name("telnet", None)
        .build()
        .unwrap();
    let layers = Layers::new([&own, registry()]);
    let mut found = 0;
    let count = allocation_counter::measure(|| {
        for port in (0..=u16::MAX).step_by(7) {
            found += layers.services_on(port, Transport::Tcp).count();
            found += usize::from(layers.lookup_port(port, Transport::Tcp).is_some());
            found += usize::from(layers.status(port, Transport::Udp) == Status::Assigned);
        }
        found += layers.services_named("http").count() + layers.services().take(99).count();
        found += usize::from(layers.lookup_name("telnet", Transport::Udp).is_some());
        #[cfg(feature = "contacts")]
        {
            found += usize::from(layers.lookup_contact("IESG").is_some());
        }
    });
    assert_eq!(count.count_total, 0);
    assert!(found > 2_000, "{found}");
}

#[test]
fn a_row_on_any_transport_is_hidden_on_one() {
    let own = Registry::builder().hide_name("SWX", Transport::Tcp).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    assert_eq!(layers.lookup_name("swx", Transport::Tcp), None);
    assert_eq!(layers.lookup_port(7300, Transport::Tcp), None);
    assert_eq!(layers.lookup_port(7300, Transport::Udp).unwrap().name(), "swx");
    // It is a row still.
    assert_eq!(layers.services_named("swx").count(), 1);
    let ports = Registry::builder().hide_ports(7300..=7359, None).build().unwrap();
    let layers = Layers::new([&ports, registry()]);
    assert_eq!(layers.lookup_name("swx", Transport::Udp), None);
    assert!(layers.services_named("swx").is_empty());
}

#[test]
fn layers_hide_together() {
    let first = Registry::builder().hide_port(6000, Transport::Tcp).build().unwrap();
    let rest = Registry::builder().hide_ports(6001..=6063, Transport::Tcp).build().unwrap();
    let layers = Layers::new([&first, &rest, registry()]);
    assert_eq!(layers.lookup_name("x11", Transport::Tcp), None);
    assert!(layers.lookup_name("x11", Transport::Udp).is_some());
}

#[cfg(feature = "contacts")]
#[test]
fn a_handle_as_it_is_spelled_comes_first() {
    let own = NewContact::new("SEIKO_EPSON").name("Ours");
    let own = Registry::builder().contact(own).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    let source = |handle| layers.lookup_contact(handle).map(|contact| contact.source());
    assert_eq!(source("[SEIKO_EPSON]"), Some(Source::Named("builder")));
    assert_eq!(source("Seiko_Epson"), Some(Source::Bundled));
    assert_eq!(source("seiko_epson"), Some(Source::Named("builder")));
}

#[cfg(feature = "serde")]
#[test]
fn services_and_sources_as_json() {
    let own = crate::load::services("web 80/tcp\n");
    let layers = Layers::new([&own, registry()]);
    let services = layers.services_on(80, Transport::Tcp);
    let json = serde_json::to_value(&services).unwrap();
    assert_eq!(json, serde_json::to_value(services.clone().collect::<Vec<_>>()).unwrap());
    assert_eq!(json.as_array().map(Vec::len), Some(4));
    let sources: Vec<_> = services.map(|service| service.source()).collect();
    let expected = r#"["services","IANA","IANA","IANA"]"#;
    assert_eq!(serde_json::to_string(&sources).unwrap(), expected);
    assert_eq!(serde_json::to_string(&Source::System).unwrap(), r#""system""#);
}

#[test]
fn one_registry_of_a_file_over_the_bundled_one() {
    let file = "auth 113/tcp authentication tap ident\nhttp-alt 591/tcp\nnfs2 2049/tcp\n";
    let file = crate::load::services(file).named("file");
    let hides = Registry::builder()
        .hide_ports(6010..=6020, Transport::Tcp)
        .hide_ports(225..=230, None)
        .hide_name("telnet", None)
        .hide_name("swx", Transport::Udp)
        .build()
        .unwrap();
    let layers = Layers::new([&hides, &file, registry()]);
    let all = layers.to_registry().unwrap();
    assert_eq!((all.source(), all.edition()), (Source::Named("layers"), registry().edition()));
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            let at = format!("{port}/{transport}");
            assert_eq!(all.status(port, transport), layers.status(port, transport), "{at}");
            let names = |one: Service<'_>| one.name().to_owned();
            let expected = layers.services_on(port, transport).map(names);
            assert!(all.services_on(port, transport).map(names).eq(expected), "{at}");
        }
    }
    for service in registry().services() {
        for &transport in Transport::ALL {
            let name = service.name();
            let place =
                |found: Option<Service<'_>>| found.map(|one| (one.name().to_owned(), one.port()));
            let (found, expected) =
                (all.lookup_name(name, transport), layers.lookup_name(name, transport));
            assert_eq!(place(found), place(expected), "{name}/{transport}");
        }
    }
    let x11: Vec<_> = all.services_named("x11").map(|service| service.to_string()).collect();
    assert_eq!(x11, ["x11 (6000-6009/tcp)", "x11 (6021-6063/tcp)", "x11 (6000-6063/udp)"]);
    let alias = all.lookup_name("ident", Transport::Tcp).unwrap();
    assert_eq!(alias.alias_of(), all.lookup_name("auth", Transport::Tcp));
    #[cfg(all(feature = "details", feature = "contacts"))]
    {
        use iana_ports::export::{ContactsCsv, ServicesCsv};

        // Of the bundled registry alone it is the same registry.
        let same = Layers::new([registry()]).to_registry().unwrap();
        assert!(registry().diff(&same).is_empty());
        assert_eq!(ServicesCsv::new(&same).to_string(), ServicesCsv::new(registry()).to_string());
        assert_eq!(ContactsCsv::new(&same).to_string(), ContactsCsv::new(registry()).to_string());
    }
}

#[test]
fn push_is_on_top_and_extend_below() {
    let [a, b] = ["a", "b"].map(|name| crate::load::services("x 1/tcp\n").named(name));
    let mut layers = Layers::of(&[]);
    layers.push(&a);
    layers.push(&b);
    layers.extend([registry()]);
    assert_eq!(format!("{layers:?}"), r#"[Named("b"), Named("a"), Bundled]"#);
    assert_eq!(layers.registries().len(), 3);
    let same: Layers<'_> = [&b, &a].into_iter().chain([registry()]).collect();
    assert_eq!(format!("{same:?}"), format!("{layers:?}"));
}

#[test]
fn a_name_that_a_middle_layer_hides() {
    let top = crate::load::services("ssh 2222/tcp\n").named("top");
    let middle = Registry::builder().hide_name("ssh", None).hide_port(80, None).build().unwrap();
    let layers = Layers::new([&top, &middle, registry()]);
    assert_eq!(layers.services_named("ssh").count(), 1);
    assert_eq!(layers.lookup_name("ssh", Transport::Udp), None);
    assert_eq!(layers.lookup_port(22, Transport::Tcp), None);
    assert_eq!(layers.status(80, Transport::Udp), Status::Unassigned);
    assert_eq!(layers.free_ports(Transport::Tcp, 80..=80).next(), Some(80));
    assert!(layers.explain(80, Transport::Tcp).record().is_none());
    let label = iana_ports::dns_sd::ServiceLabel::parse("_ssh._tcp.local").unwrap();
    let found: Vec<_> = label.services_in(&layers).map(|service| service.to_string()).collect();
    assert_eq!(found, ["ssh (2222/tcp)"]);
}

#[test]
fn the_c_library_of_a_machine() {
    use iana_ports::export::ServicesFile;
    use iana_ports::servent::{getservbyname_in, getservbyport_in};

    let file = crate::load::services("auth 113/tcp authentication tap ident\n");
    let layers = Layers::new([&file, registry()]);
    let entry = getservbyport_in(&layers, 113, Some("tcp")).unwrap();
    assert_eq!((entry.name(), entry.aliases().count()), ("auth", 3));
    assert_eq!(getservbyname_in(&layers, "TAP", None), Some(entry));
    assert_eq!(getservbyport_in(&layers, 113, Some("udp")).unwrap().name(), "auth");
    let text = ServicesFile::new(&layers).to_string();
    assert!(
        text.starts_with("# Services of \"services\"\n# over \"IANA\", edition "),
        "{text:.80}"
    );
    let line = text.lines().find(|line| line.contains("\t113/tcp")).unwrap();
    assert_eq!(line, "auth\t113/tcp\tauthentication tap ident");
    // An alias that is hidden is on no line; without its service, it has its own.
    let hides = Registry::builder().hide_name("tap", None).build().unwrap();
    let text = ServicesFile::new(&Layers::new([&hides, &file])).to_string();
    assert!(text.ends_with("auth\t113/tcp\tauthentication ident\n"), "{text}");
    let hides = Registry::builder().hide_name("auth", None).build().unwrap();
    let layers = Layers::new([&hides, &file]);
    assert_eq!(getservbyname_in(&layers, "tap", None).unwrap().name(), "tap");
    let text = ServicesFile::new(&layers).to_string();
    let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines, ["authentication\t113/tcp", "tap\t113/tcp", "ident\t113/tcp"]);
}

/// Linear in the rows: were each row of one looked for among all of the other,
/// these would be 225 million comparisons.
#[test]
fn tens_of_thousands_of_rows_of_one_name() {
    let file: String = (1..=15_000).map(|port| format!("a {port}/tcp\n")).collect();
    let [above, below] = [&file, &file].map(|file| crate::load::services(file));
    let layers = Layers::new([&above, &below]);
    assert!(layers.services_named("a").eq(above.services_named("a")));
    assert!(layers.services().eq(above.services()));
}

/// A row keeps its place among those of its name, also where the service that it
/// is an alias of is another one in the stack.
#[test]
fn an_alias_of_what_a_higher_layer_has() {
    let own = NewRecord::service("a").ports(1..=3).transport(Transport::Udp);
    let own = Registry::builder().record(own).build().unwrap();
    let alias = |port: u16, of: &str| NewRecord::service("e").ports(port..=port).alias_of(of);
    let below = Registry::builder()
        .record(alias(7, "c"))
        .record(NewRecord::service("c").ports(7..=7))
        .record(alias(1, "a").transport(Transport::Udp))
        .record(NewRecord::service("a").ports(1..=1).transport(Transport::Udp))
        .build()
        .unwrap();
    let layers = Layers::new([&own, &below]);
    let all = layers.to_registry().unwrap();
    assert_eq!(layers.lookup_name("e", Transport::Udp).unwrap().port(), Some(7));
    assert_eq!(all.lookup_name("e", Transport::Udp).unwrap().port(), Some(7));
}

/// A service that comes before an alias of its name is not taken for preferred,
/// which would bring it to the front on its port too.
#[test]
fn a_service_before_an_alias_of_its_name() {
    let on = |name: &str, port: u16| NewRecord::service(name).ports(port..=port);
    let one = Registry::builder()
        .record(on("n", 1).alias_of("c"))
        .record(on("c", 1))
        .record(on("m", 2))
        .record(on("n", 2))
        .build()
        .unwrap();
    let all = Layers::new([&one]).to_registry().unwrap();
    for registry in [&one, &all] {
        assert_eq!(registry.lookup_name("n", Transport::Tcp).unwrap().port(), Some(2));
        assert_eq!(registry.lookup_port(2, Transport::Tcp).unwrap().name(), "m");
    }
}

#[test]
fn what_a_record_replaces() {
    let https = NewRecord::service("HTTPS").ports(8080..=8081).transport(Transport::Tcp);
    let own = Registry::builder().replace(https).build().unwrap();
    let layers = Layers::new([&own, registry()]);
    let named = |on| layers.services_named_on("https", on).map(|service| service.port());
    assert!(named(Transport::Tcp).eq([Some(8080)]));
    assert!(named(Transport::Udp).eq([Some(443)]));
    let names = |port, on| layers.services_on(port, on).map(|service| service.name());
    assert!(names(443, Transport::Tcp).eq([""; 0]));
    for port in [8080, 8081] {
        assert!(names(port, Transport::Tcp).eq(["HTTPS"]), "{port}");
    }
    assert!(names(8080, Transport::Udp).eq(["http-alt"]));
    assert!(names(8082, Transport::Tcp).eq(["us-cli"]));
}

/// A nameless range within another does not answer where only the longer one
/// goes on.
#[test]
fn a_nameless_range_within_another() {
    let reserved = |ports| NewRecord::reserved(ports).transport(Transport::Tcp);
    let registry =
        Registry::builder().record(reserved(10..=20)).record(reserved(12..=15)).build().unwrap();
    for port in 0..=30 {
        let expected = match port {
            12..=15 => Some(12..=15),
            10..=20 => Some(10..=20),
            _ => None,
        };
        let record = registry.record_on(port, Transport::Tcp);
        assert_eq!(record.and_then(|record| record.ports()), expected, "{port}");
    }
}
