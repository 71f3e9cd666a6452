//! The picture: the cells, the ranges of RFC 6335 around them, and what is written.

use core::fmt::{self, Display, Formatter};

use iana_ports::{EDITION, PortRange, Service, Transport, lookup_port};

use crate::curve::{SIDE, cell, ports};
use crate::kind::{Colouring, Kind};
use crate::labels::{Area, CHARACTER, HEIGHT, Label, place};
use crate::style::Style;

/// The place of the map, and the size of a cell.
const MAP: Area = Area(24.0, 76.0, 768.0, 768.0);
const CELL: f64 = 3.0;
/// The System Ports once more, enlarged, where the map has none but Dynamic Ports.
const INSET: Area = Area(448.0, 144.0, 304.0, 304.0);
const INSET_SIDE: u16 = 32;
const INSET_CELL: f64 = 9.5;

/// The services that have a label, as far as there is room: of the System Ports, and
/// of the User Ports.
const SYSTEM: [u16; 29] = [
    443, 80, 22, 53, 25, 21, 23, 123, 88, 110, 143, 179, 389, 445, 514, 631, 636, 853, 873, 993,
    995, 161, 465, 587, 111, 137, 554, 989, 500,
];
const USER: [u16; 39] = [
    8080, 5432, 3306, 3389, 1433, 2049, 5060, 6379, 27017, 6000, 1194, 1883, 5672, 8443, 9100,
    5222, 6667, 11211, 47808, 44818, 20000, 26000, 32400, 33434, 33060, 9418, 10162, 17500, 35357,
    41121, 34962, 4369, 3868, 5900, 8883, 1701, 22273, 15345, 38412,
];

/// A picture of the ports of a transport.
pub(crate) struct Picture {
    transport: Transport,
    by: &'static Colouring,
    /// The ports and their kinds, row by row.
    cells: Vec<(u16, usize)>,
}

impl Picture {
    pub(crate) fn of(transport: Transport, by: &'static Colouring) -> Self {
        let kinds = ports().into_iter().map(|port| (port, (by.kind)(port, transport)));
        Self { transport, by, cells: kinds.collect() }
    }

    fn rows(&self) -> impl Iterator<Item = (usize, &[(u16, usize)])> {
        self.cells.chunks(usize::from(SIDE)).enumerate()
    }

    /// The cells of a kind as a path: a line through the middle of each run in a row.
    fn write_cells(&self, f: &mut Formatter<'_>, of: usize) -> fmt::Result {
        write!(f, "<path class=\"{}\" d=\"", self.by.kinds[of].class)?;
        for (y, row) in self.rows() {
            let (mut x, mut end) = (0, None);
            for run in row.chunk_by(|one, other| one.1 == other.1) {
                if run[0].1 == of {
                    match end {
                        Some(end) => write!(f, "m{} 0", x - end)?,
                        None => write!(f, "M{x} {y}.5")?,
                    }
                    write!(f, "h{}", run.len())?;
                    end = Some(x + run.len());
                }
                x += run.len();
            }
        }
        f.write_str("\"/>\n")
    }

    /// The borders of the ranges, as the edges of cells between two of them.
    fn write_ranges(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let side = usize::from(SIDE);
        let range = |x: usize, y: usize| {
            (x < side && y < side).then(|| PortRange::of(self.cells[y * side + x].0))
        };
        f.write_str("<path class=\"range\" d=\"")?;
        for line in 0..=side {
            let edge = |a: usize| {
                // Beyond the first line is what is beyond the last.
                let before = line.checked_sub(1).unwrap_or(side);
                [range(a, before) != range(a, line), range(before, a) != range(line, a)]
            };
            let edges: Vec<_> = (0..side).map(edge).collect();
            for (way, command) in ["h", "v"].into_iter().enumerate() {
                let mut at = 0;
                for run in edges.chunk_by(|one, other| one[way] == other[way]) {
                    if run[0][way] {
                        let (x, y) = if way == 0 { (at, line) } else { (line, at) };
                        write!(f, "M{x} {y}{command}{}", run.len())?;
                    }
                    at += run.len();
                }
            }
        }
        f.write_str("\"/>\n")
    }

    /// Labels of some ports that have a service, in an area that shows the cells.
    fn labels(&self, wanted: &[u16], on: Area, size: f64, outside: &[Area]) -> Vec<Label> {
        let label = |port: &u16| {
            let name = lookup_port(*port, self.transport).map(Service::name)?;
            let (x, y) = cell(*port);
            let middle = |at: u16, from: f64| from + (f64::from(at) + 0.5) * size;
            Some(((middle(x, on.0), middle(y, on.1)), format!("{name} {port}")))
        };
        place(wanted.iter().filter_map(label), on, outside)
    }

    /// The kinds and their numbers of ports, in one line or else in four columns;
    /// their places, and the end of the last line.
    fn legend(&self) -> (Vec<(f64, f64, String)>, f64) {
        let text = |(index, kind): (usize, &Kind)| {
            let count = self.cells.iter().filter(|cell| cell.1 == index).count();
            format!("{} {}", kind.name, grouped(count))
        };
        let texts: Vec<_> = self.by.kinds.iter().enumerate().map(text).collect();
        let width = |text: &String| 57.0 + 7.2 * text.len() as f64;
        let is_line = texts.iter().map(width).sum::<f64>() <= MAP.2 + 40.0;

        let (mut x, mut y) = (MAP.0, MAP.1 + MAP.3 + 32.0);
        let mut items = Vec::new();
        for text in texts {
            if x >= MAP.0 + MAP.2 {
                (x, y) = (MAP.0, y + 24.0);
            }
            let next = x + if is_line { width(&text) } else { MAP.2 / 4.0 };
            items.push((x, y, text));
            x = next;
        }
        (items, y + 24.0)
    }
}

impl Display for Picture {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = self.transport.as_str().to_uppercase();
        let Colouring { title, head, kinds, .. } = self.by;
        let (legend, height) = self.legend();
        let width = MAP.2 + 2.0 * MAP.0;
        write!(
            f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ports\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>The 65,536 ports of {name}, by {title} in IANA's registry</title>\n{}\
             <rect class=\"page\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n\
             <text class=\"head\" x=\"24\" y=\"38\">The 65,536 ports of {name}</text>\n\
             <text class=\"note\" x=\"24\" y=\"60\">{head} in IANA's registry of {EDITION}, along a Hilbert \
             curve: ports of near numbers are near</text>\n",
            Style(kinds)
        )?;
        f.write_str("<defs><g id=\"ports-cells\">\n")?;
        writeln!(f, "<rect class=\"ground\" width=\"{SIDE}\" height=\"{SIDE}\"/>")?;
        (0..self.by.kinds.len() - 1).try_for_each(|kind| self.write_cells(f, kind))?;
        f.write_str("</g></defs>\n")?;

        write_view(f, MAP, SIDE)?;
        writeln!(f, "<g transform=\"translate({} {}) scale({CELL})\">", MAP.0, MAP.1)?;
        self.write_ranges(f)?;
        f.write_str("</g>\n")?;
        let numbers = write_blocks(f)?;
        let user = Area(MAP.0 + 388.0, MAP.1 + 622.0, 186.0, 24.0);
        let Area(x, y, width, height) = user;
        writeln!(
            f,
            "<rect class=\"under\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>"
        )?;
        write_range(f, PortRange::User, x + 8.0, y + 17.0, "")?;
        write_range(f, PortRange::Dynamic, INSET.0, MAP.1 + 24.0, "")?;
        write_range(f, PortRange::System, INSET.0, INSET.1 - 9.0, ", enlarged")?;

        let quadrant = Area(MAP.0 + MAP.2 / 2.0, MAP.1, MAP.2 / 2.0, MAP.3 / 2.0);
        let system = Area(MAP.0, MAP.1, CELL * 32.0 + 2.0, CELL * 32.0 + 2.0);
        let outside: Vec<_> = numbers.into_iter().chain([quadrant, system, user]).collect();
        self.labels(&USER, MAP, CELL, &outside)
            .iter()
            .try_for_each(|label| write_label(f, label))?;

        write_view(f, INSET, INSET_SIDE)?;
        let Area(x, y, width, height) = INSET;
        writeln!(
            f,
            "<rect class=\"inset\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        )?;
        let labels = self.labels(&SYSTEM, INSET, INSET_CELL, &[]);
        labels.iter().try_for_each(|label| write_label(f, label))?;
        for ((x, y, text), kind) in legend.iter().zip(*kinds) {
            let (class, top, right) = (kind.class, y - 11.5, x + 21.0);
            writeln!(
                f,
                "<rect class=\"swatch {class}\" x=\"{x}\" y=\"{top}\" width=\"14\" height=\"14\"/>\
                 <text class=\"note\" x=\"{right}\" y=\"{y}\">{text}</text>"
            )?;
        }
        f.write_str("</svg>\n")
    }
}

/// The cells of the curve's first square, as large as an area.
fn write_view(f: &mut Formatter<'_>, on: Area, side: u16) -> fmt::Result {
    let Area(x, y, width, height) = on;
    writeln!(
        f,
        "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {side} {side}\">\
         <use href=\"#ports-cells\"/></svg>"
    )
}

/// The first port of each square of 4,096, in its corner; the areas of the numbers.
fn write_blocks(f: &mut Formatter<'_>) -> Result<Vec<Area>, fmt::Error> {
    let mut areas = Vec::new();
    for block in 0..12 {
        let port = 4096 * block;
        // The top left corner of the square, whatever the way of the curve in it.
        let (x, y) = cell(port);
        let corner = |at: u16, from: f64| from + f64::from(at / 64 * 64) * CELL;
        let (x, y) = (corner(x, MAP.0), corner(y, MAP.1));
        writeln!(f, "<path class=\"block\" d=\"M{x} {y}h192v192h-192z\"/>")?;
        if block > 0 {
            let area =
                Area(x + 3.0, y + 3.0, CHARACTER * port.to_string().len() as f64 + 6.0, HEIGHT);
            write_text(f, "number", area, &port.to_string())?;
            areas.push(area);
        }
    }
    Ok(areas)
}

fn write_range(f: &mut Formatter<'_>, range: PortRange, x: f64, y: f64, more: &str) -> fmt::Result {
    let (first, last) = (range.ports().start().to_string(), range.ports().end().to_string());
    writeln!(
        f,
        "<text class=\"name\" x=\"{x}\" y=\"{y}\">{range} <tspan class=\"note\">{first}–{last}{more}</tspan></text>"
    )
}

fn write_label(f: &mut Formatter<'_>, label: &Label) -> fmt::Result {
    let [(x, y), (to_x, to_y)] = label.line();
    writeln!(
        f,
        "<path class=\"lead\" d=\"M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}\"/>\
         <circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.6\"/>"
    )?;
    write_text(f, "label", label.area, &label.text)
}

/// A text on a ground of its own, so that it is read over any cells.
fn write_text(f: &mut Formatter<'_>, class: &str, on: Area, text: &str) -> fmt::Result {
    let Area(x, y, width, height) = on;
    writeln!(
        f,
        "<rect class=\"under\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height}\" rx=\"2\"/>\
         <text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\">{text}</text>",
        x + 3.0,
        y + 10.6
    )
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", number / 1000, number % 1000)
    }
}
