//! Compiles three registries of the site's own for `src/main.rs`.

use iana_ports::load::NewRecord;
use iana_ports::{Registry, Transport::Udp, build};

fn main() -> build::Result {
    println!("cargo::rerun-if-changed=build.rs");
    // A file that people edit.
    build::write("site", &build::services_file("site.services")?)?;

    // Names that follow a rule: each of 12,000 sensors reports on a port of its
    // own.
    let mut sensors = Registry::builder();
    for number in 1..=12_000 {
        let port = 20_000 + number;
        sensors = sensors
            .record(NewRecord::service(format!("sensor-{number}")).port(port).transport(Udp));
    }
    build::write("sensors", &sensors.build()?)?;

    // What nobody is to look for here.
    build::write("policy", &Registry::builder().hide_name("telnet", None).build()?)
}
