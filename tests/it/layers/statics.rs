//! Layers of registries that are compiled in: statics without a heap.

#[cfg(feature = "details")]
use iana_ports::export::EnrichmentCsv;
use iana_ports::layers::{Layers, Lookup, Source};
use iana_ports::servent::{getservbyname_in, getservbyport_in};
use iana_ports::{Status, Transport, registry};

static ONE: Layers<'static> = Layers::of(&[registry()]);
static LAYERS: Layers<'static> = Layers::of(&[registry(), registry()]);
const NONE: Layers<'static> = Layers::of(&[]);

/// The same by the trait: numbers that tell the answers apart.
fn ask(of: &impl Lookup) -> usize {
    let mut found = 0;
    for port in (0..=u16::MAX).step_by(7) {
        for &on in Transport::ALL {
            found += of.services_on(port, on).count() + of.records_on(port, on).count();
            found += usize::from(of.lookup_port(port, on).is_some());
            found += usize::from(of.record_on(port, on).is_some());
            found += usize::from(of.status(port, on) == Status::Assigned);
            found += of.explain(port, on).siblings().count();
        }
        found += getservbyport_in(of, port, None).map_or(0, |entry| entry.aliases().count());
    }
    for name in ["http", "TELNET", "no-such-service", "https", "x11"] {
        found += of.services_named(name).count();
        found += of.services_named_on(name, Transport::Udp).count();
        found += usize::from(of.lookup_name(name, Transport::Tcp).is_some());
        found += getservbyname_in(of, name, None).map_or(0, |entry| entry.port().into());
    }
    found += of.services().count() + of.records().count();
    found += of.free_ports(Transport::Sctp, ..).count() + of.sources().count();
    found + of.edition().map_or(0, |edition| edition.year().into())
}

#[test]
fn every_question_without_a_heap() {
    let mut found = [0; 4];
    let count = allocation_counter::measure(|| {
        found = [ask(registry()), ask(&ONE), ask(&LAYERS), ask(&NONE)];
        #[cfg(feature = "details")]
        {
            found[0] += Lookup::services_citing(registry(), 6335).count();
            found[1] += ONE.services_citing(6335).count();
            found[2] += LAYERS.services_citing(6335).count();
        }
        #[cfg(feature = "contacts")]
        {
            found[0] += Lookup::contacts(registry()).count();
            found[1] += ONE.contacts().count();
            found[2] += LAYERS.contacts().count();
            assert_eq!(LAYERS.lookup_contact("[IESG]"), registry().lookup_contact("IESG"));
            assert_eq!(NONE.contacts().count(), 0);
        }
    });
    assert_eq!(count.count_total, 0);
    // A registry on top of itself is no more than itself; two sources are.
    assert_eq!([found[1], found[2] - 1], [found[0], found[0]]);
    assert!(found[0] > 100_000, "{found:?}");
}

#[test]
fn no_layers() {
    let free = usize::from(u16::MAX) + 1 - 16_384;
    assert_eq!(ask(&NONE), free);
    assert_eq!(NONE.edition(), None);
    assert_eq!(format!("{NONE:?}"), "[]");
}

#[test]
fn a_source_in_every_build() {
    let service = LAYERS.lookup_port(443, Transport::Tcp).unwrap();
    assert_eq!((service.source(), service.record().source()), (Source::Bundled, Source::Bundled));
    assert!(LAYERS.sources().eq([Source::Bundled; 2]));
    #[cfg(feature = "contacts")]
    assert_eq!(LAYERS.lookup_contact("IESG").unwrap().source(), Source::Bundled);
}

#[test]
fn a_stack_outlives_its_layers() {
    let service = {
        let layers = LAYERS.clone();
        layers.services_named("ssh").next()
    };
    assert_eq!(service, registry().lookup_name("ssh", Transport::Tcp));
}

#[cfg(feature = "details")]
#[test]
fn exports_of_one_layer_are_those_of_the_registry() {
    use iana_ports::export::{Json, ServicesFile};

    assert_eq!(EnrichmentCsv::new(&ONE).to_string(), EnrichmentCsv::new(registry()).to_string());
    assert_eq!(Json::new(&ONE).to_string(), Json::new(registry()).to_string());
    assert_eq!(ServicesFile::new(&ONE).to_string(), ServicesFile::new(registry()).to_string());
    #[cfg(feature = "contacts")]
    {
        use iana_ports::export::{ContactsCsv, ServicesCsv};

        assert_eq!(ContactsCsv::new(&LAYERS).to_string(), ContactsCsv::new(registry()).to_string());
        assert_eq!(ServicesCsv::new(&LAYERS).to_string(), ServicesCsv::new(registry()).to_string());
    }
}

#[cfg(feature = "serde")]
#[test]
fn layers_as_json_are_a_registry() {
    assert_eq!(serde_json::to_value(&LAYERS).unwrap(), serde_json::to_value(registry()).unwrap());
}
