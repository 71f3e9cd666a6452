//! The lines of `preferred.csv` that an older edition has services for.

use super::tables::{PREFERRED, Tables};

/// A `preferred.csv` for an edition, and the lines that it is without.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Preferred {
    pub(super) bytes: Vec<u8>,
    /// The rows that the edition lacks: `nfs (2049/tcp)`.
    pub(super) skipped: Vec<String>,
}

/// Leaves out the lines whose service is not among the rows; the others stay
/// as they are, to the last byte.
pub(super) fn fitting(bytes: &[u8], tables: &Tables) -> Result<Preferred, String> {
    let mut reader = csv::Reader::from_reader(bytes);
    let (mut starts, mut rows) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row.map_err(|error| format!("{PREFERRED}: {error}"))?;
        let position = row.position().map_or(0, csv::Position::byte);
        // The reader ends a row at the first byte of CRLF, and skips blank lines.
        let start = usize::try_from(position).unwrap_or(bytes.len()).min(bytes.len());
        let ends = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        starts.push(start + bytes[start..].iter().take_while(ends).count());
        rows.push(row);
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let mut kept = bytes[..starts.first().copied().unwrap_or(bytes.len())].to_vec();
    let mut skipped = Vec::new();
    for ((row, start), end) in rows.iter().zip(&starts).zip(ends) {
        let cell = |index| row.get(index).unwrap_or_default();
        let (name, port, transport) = (cell(0), cell(1), cell(2));
        let is_there = tables.services.iter().any(|service| {
            service[0].eq_ignore_ascii_case(name)
                && service[1] == port
                && service[2].eq_ignore_ascii_case(transport)
        });
        if is_there {
            kept.extend_from_slice(&bytes[*start..end]);
        } else {
            skipped.push(match (port, transport) {
                ("", "") => name.to_owned(),
                ("", one) | (one, "") => format!("{name} ({one})"),
                (port, transport) => format!("{name} ({port}/{transport})"),
            });
        }
    }
    Ok(Preferred { bytes: kept, skipped })
}

#[cfg(test)]
mod tests {
    use super::{Preferred, fitting};
    use crate::update::tables::Tables;

    fn tables(rows: &[[&str; 3]]) -> Tables {
        let row = |cells: &[&str; 3]| {
            core::array::from_fn(|index| cells.get(index).copied().unwrap_or_default().to_owned())
        };
        Tables { services: rows.iter().map(row).collect(), ..Tables::default() }
    }

    #[test]
    fn lines_go_and_the_others_stay_as_they_are() {
        let header = "Service Name,Port Number,Transport Protocol,Reason\n";
        let (nfs, alt, bare) =
            ("NFS,2049,tcp,\"For\nthis \"\"reason\"\"\"\r\n", "\"http-alt\",8080,,x\n", "rdp,,,y");
        let all = format!("{header}{nfs}{alt}{bare}");
        let fit = |rows: &[[&str; 3]]| fitting(all.as_bytes(), &tables(rows)).unwrap();
        let expected = |text: String, skipped: &[&str]| Preferred {
            bytes: text.into_bytes(),
            skipped: skipped.iter().map(|&name| name.to_owned()).collect(),
        };
        let (one, two, three) = (["nfs", "2049", "tcp"], ["http-alt", "8080", ""], ["rdp", "", ""]);
        assert_eq!(fit(&[one, two, three]), expected(all.clone(), &[]));
        assert_eq!(fit(&[two]), expected(format!("{header}{alt}"), &["NFS (2049/tcp)", "rdp"]));
        assert_eq!(
            fit(&[one, three, ["http-alt", "8080", "tcp"]]),
            expected(format!("{header}{nfs}{bare}"), &["http-alt (8080)"])
        );
        assert_eq!(
            fit(&[["nfs", "2049", "udp"]]),
            expected(header.to_owned(), &["NFS (2049/tcp)", "http-alt (8080)", "rdp"])
        );
        assert_eq!(
            fitting(b"", &tables(&[])),
            Ok(Preferred { bytes: Vec::new(), skipped: Vec::new() })
        );
        let error = fitting(b"a,b\n1\n", &tables(&[])).unwrap_err();
        assert!(error.starts_with("preferred.csv: CSV error"), "{error}");
    }
}
