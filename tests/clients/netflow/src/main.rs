//! A collector of NetFlow: records in CSV come out with the service, which end
//! it is at, and the name of each port.
//!
//! It shows columns that are looked up at once, by the numbers of ports and
//! protocols that flow records have, and names that are read from identifiers
//! when a row is written.

use std::error::Error;
use std::io;

use iana_ports::flow::{self, Side};
use iana_ports::{NO_SERVICE, lookup_ids, registry};

/// Records in a batch.
const BATCH: usize = 4096;

/// A batch, by column.
#[derive(Default)]
struct Flows {
    sources: Vec<u16>,
    destinations: Vec<u16>,
    protocols: Vec<u8>,
    bytes: Vec<u64>,
}

impl Flows {
    fn write(&self, out: &mut csv::Writer<impl io::Write>) -> csv::Result<()> {
        let count = self.bytes.len();
        let mut ids = [(); 3].map(|()| vec![NO_SERVICE; count]);
        let mut sides = vec![None; count];
        let [services, at_source, at_destination] = &mut ids;
        let (sources, destinations) = (&self.sources, &self.destinations);
        flow::service_ids(sources, destinations, &self.protocols, services, &mut sides);
        lookup_ids(sources, &self.protocols, at_source);
        lookup_ids(destinations, &self.protocols, at_destination);
        for flow in 0..count {
            let names = ids.each_ref().map(|ids| registry().name_of(ids[flow]));
            let ports = (sources[flow], destinations[flow]);
            let side = sides[flow].map(Side::as_str);
            out.serialize((self.protocols[flow], ports, self.bytes[flow], names, side))?;
        }
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(["protocol", "sport", "dport", "bytes", "service", "from", "to", "side"])?;
    let mut batch = Flows::default();
    for record in csv::Reader::from_reader(io::stdin().lock()).deserialize() {
        let (protocol, source, destination, bytes) = record?;
        batch.protocols.push(protocol);
        batch.sources.push(source);
        batch.destinations.push(destination);
        batch.bytes.push(bytes);
        if batch.bytes.len() == BATCH {
            std::mem::take(&mut batch).write(&mut out)?;
        }
    }
    batch.write(&mut out)?;
    Ok(out.flush()?)
}
