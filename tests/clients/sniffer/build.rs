//! Generates the icons of services, keyed by port and transport.

use std::path::Path;
use std::{env, error, fs};

use iana_ports::services_named;

const ICONS: [(&str, &str); 4] =
    [("https", "lock"), ("domain", "signpost"), ("ntp", "clock"), ("ssh", "terminal")];

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut map = phf_codegen::Map::new();
    for (name, icon) in ICONS {
        for key in services_named(name).filter_map(|service| service.key()) {
            map.entry(key, format!("{icon:?}"));
        }
    }
    let source = format!("static ICONS: phf::Map<PortKey, &str> = {};\n", map.build());
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("icons.rs"), source)?)
}
