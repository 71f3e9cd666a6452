//! Disordered registries, the same at each run.

pub(super) use crate::oracle::random::Random;

impl Random {
    /// Whether it happens, once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// Changes one or two places of a text, nearly always after its first line.
    pub(super) fn mutate(&mut self, bytes: &mut Vec<u8>) {
        const TELLING: &[u8] = b"\",\n\r[]-019 \0\xff\xc3\xef/#\t\x7f";
        for _ in 0..=self.below(2) {
            let header = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(0);
            let from = if self.once_in(20) { 0 } else { header };
            if from == bytes.len() {
                return;
            }
            let at = from + self.below(bytes.len() - from);
            let byte = match self.below(4) {
                0 => self.below(256).to_le_bytes()[0],
                1 => bytes[self.below(bytes.len())],
                _ => TELLING[self.below(TELLING.len())],
            };
            match self.below(8) {
                0 => drop(bytes.remove(at)),
                1 => bytes.insert(at, byte),
                2 if self.once_in(4) => bytes.truncate(at),
                3 => {
                    let end = bytes.len().min(at + 1 + self.below(120));
                    let part = bytes[at..end].to_vec();
                    let to = from + self.below(bytes.len() - from);
                    bytes.splice(to..to, part);
                }
                _ => bytes[at] = byte,
            }
        }
    }

    /// A row of a table of services; nearly always one that loads.
    pub(super) fn service_row(&mut self) -> Vec<&'static str> {
        const NAMES: &[&str] = &[
            "a",
            "A",
            "b",
            "a-b",
            "a_b",
            "A_B",
            "É",
            "é",
            "x@",
            "x`",
            "1",
            "a\"b",
            "a,b",
            "http",
            "\u{202e}txt",
            "0-65535",
        ];
        // Pages of ports up to the last one take long where nothing is optimized.
        const PORTS: &[&str] = &["", "", "1", "1", "1", "2", "1-3", "2-5", "0", "0-99", "80"];
        const HIGH_PORTS: &[&str] = &["65535", "0-65535", "49151-49153", "49151"];
        const TRANSPORTS: &[&str] = &["", "tcp", "tcp", "udp", "udp", "sctp", "DCCP"];
        const DESCRIPTIONS: &[&str] = &[
            "",
            "one",
            "Reserved",
            "UNASSIGNED \u{0}\u{1b}[31m",
            "two\nlines",
            "a\r\nb",
            "IANA assigned this well-formed service name as a replacement for \"a_b\".",
            "one IANA assigned this well-formed service name as a replacement for \"A_B\".",
        ];
        const PEOPLE: &[&str] =
            &["", "", "[Ann]", "[ann][Ann]", "[É][é]", "[Ann][Bob][ANN][Ann]", "[x y]", "[\"]"];
        const DATES: &[&str] = &["", "", "2001-02", "2026-08-17", "2000-12-31"];
        const REFERENCES: &[&str] =
            &["", "[RFC6335]", "[RFC1, Section A][draft-x]", "[ ][\n]", "[http://a/\u{7}][é]"];
        const CODES: &[&str] = &["", "", "0", "4294967294", "1145656131"];
        const USES: &[&str] = &["", "", "on port 1, 2 and 9-8", "ports 0-65535 \u{0}", "port -"];
        const NOTES: &[&str] = &[
            "",
            "",
            "",
            "This entry is an alias to \"a-b\".",
            "this ENTRY is an alias to\n\"A\".",
            "Defined TXT keys: a=1 b=<c> (d)",
            "Defined TXT keys: p: q\nr: s\n",
            "\"",
            "\u{0}",
            "Defined TXT keys: x, y; z(,) =",
            "De-assigned on 2001-02-03, previously \u{1}x",
            "removed removed 8 June 2001 Formerly was \"\u{85}\"",
        ];
        const COLUMNS: [&[&str]; 12] = [
            NAMES,
            PORTS,
            TRANSPORTS,
            DESCRIPTIONS,
            PEOPLE,
            PEOPLE,
            DATES,
            DATES,
            REFERENCES,
            CODES,
            USES,
            NOTES,
        ];
        // Few columns have something: rows shall often be alike.
        let mut row: Vec<&str> = (0..12)
            .map(|column| match column {
                0..3 => self.one(COLUMNS[column]),
                _ if self.once_in(4) => self.one(COLUMNS[column]),
                _ => "",
            })
            .collect();
        if self.once_in(90) {
            row[1] = self.one(HIGH_PORTS);
        }
        if self.once_in(5) && !row[1].is_empty() {
            row[0] = "";
        }
        row
    }

    /// A row of a contact table.
    pub(super) fn contact_row(&mut self, number: usize) -> Vec<String> {
        const HANDLES: &[&str] = &["Ann", "ann", "[Bob]", "É", "é", "x y"];
        const TEXTS: &[&str] = &["", "", "Ann Other", "\u{0}\n", "é\u{301}", "\""];
        const URIS: &[&str] = &[
            "",
            "mailto:a&b.example",
            "mailto:a%40b@c.example>",
            "tel:+1\nmailto:",
            "\u{1}x\n \n",
            "http://a\nmailto:b&c.d\r\n",
            ":",
            "mailto:\u{1}a@b.c?x=@",
        ];
        let handle = HANDLES.get(number).map_or(format!("p{number}"), |handle| (*handle).into());
        let date = self.one(&["", "2001-02", "2026-08-17"]);
        let cells = [self.one(TEXTS), self.one(TEXTS), self.one(URIS), date];
        core::iter::once(handle).chain(cells.map(str::to_owned)).collect()
    }

    /// A row as CSV, each cell in quotes where it must be, and sometimes else.
    pub(super) fn csv(&mut self, cells: &[impl AsRef<str>]) -> String {
        let cells = cells.iter().map(|cell| {
            let cell = cell.as_ref();
            if cell.contains(['"', ',', '\n', '\r']) || self.once_in(9) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.to_owned()
            }
        });
        cells.collect::<Vec<_>>().join(",")
    }
}
