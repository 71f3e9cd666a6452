//! The example `map`: every cell of the picture, and room for every label.

use std::collections::BTreeMap;

use iana_ports::{Transport, status};

use super::run;

pub(super) const SIDE: usize = 256;

fn picture(transport: Transport) -> String {
    drawn(&[transport.as_str()])
}

/// The picture that the example draws without complaint.
pub(super) fn drawn(arguments: &[&str]) -> String {
    let answer = run("map", arguments);
    assert_eq!((&*answer.err, answer.code), ("", Some(0)));
    answer.out
}

/// The Hilbert curve by its definition: four curves of half the side, of which
/// the first and the last are turned.
pub(super) fn curve(side: usize) -> Vec<(usize, usize)> {
    if side == 1 {
        return vec![(0, 0)];
    }
    let half = side / 2;
    let part = curve(half);
    let first = part.iter().map(|&(x, y)| (y, x));
    let second = part.iter().map(|&(x, y)| (x, y + half));
    let third = part.iter().map(|&(x, y)| (x + half, y + half));
    let fourth = part.iter().map(|&(x, y)| (side - 1 - y, half - 1 - x));
    first.chain(second).chain(third).chain(fourth).collect()
}

#[test]
fn every_port_has_the_colour_of_its_status() {
    let curve = curve(SIDE);
    for &transport in Transport::ALL {
        let picture = picture(transport);
        let cells = cells(&picture, &["Assigned", "Reserved", "Dynamic"]);
        for (port, (x, y)) in (0..=u16::MAX).zip(&curve) {
            let expected = status(port, transport);
            assert_eq!(cells[y * SIDE + x], expected.as_str(), "{port}/{transport}");
        }
        let mut counts = BTreeMap::new();
        cells.iter().for_each(|kind| *counts.entry(*kind).or_insert(0) += 1);
        for (kind, count) in counts {
            let legend = format!(">{kind} {count}</text>");
            assert!(picture.replace(',', "").contains(&legend), "{legend}");
        }
    }
}

/// The class of each cell, row by row: no cell has two.
pub(super) fn cells<'k>(picture: &str, classes: &[&'k str]) -> Vec<&'k str> {
    let mut cells = vec!["Unassigned"; SIDE * SIDE];
    for class in classes {
        let start = format!("<path class=\"{class}\" d=\"");
        let path = picture.split(&start).nth(1).expect("a path").split('"').next();
        for (row, from, to) in runs(path.expect("its end")) {
            let cells = &mut cells[row * SIDE..][from..to];
            assert!(cells.iter().all(|cell| *cell == "Unassigned"), "{class} {row} {from}");
            cells.fill(class);
        }
    }
    cells
}

/// The runs of a path such as `M3 0.5h2m4 0h1`: row, and columns from and to.
fn runs(path: &str) -> Vec<(usize, usize, usize)> {
    let (mut row, mut column, mut runs) = (0, 0, Vec::new());
    let mut starts: Vec<usize> =
        path.match_indices(char::is_alphabetic).map(|(at, _)| at).collect();
    starts.push(path.len());
    for pair in starts.windows(2) {
        let (command, numbers) = path[pair[0]..pair[1]].split_at(1);
        let mut numbers = numbers.split(' ');
        let first: usize = numbers.next().expect("a number").parse().expect("a number");
        match command {
            "M" => {
                let middle = numbers.next().and_then(|y| y.strip_suffix(".5")).expect("a middle");
                (row, column) = (middle.parse().expect("a row"), first);
            }
            "m" => column += first,
            "h" => {
                runs.push((row, column, column + first));
                column += first;
            }
            _ => panic!("{command}"),
        }
    }
    runs
}

/// A rectangle: left, top, right, bottom.
type Area = [f64; 4];

#[test]
fn no_label_lies_over_another() {
    for &transport in Transport::ALL {
        let picture = picture(transport);
        assert!(picture.len() < 200_000, "{} bytes", picture.len());
        let grounds: Vec<Area> = picture
            .lines()
            .filter(|line| line.starts_with("<rect class=\"under\""))
            .map(area)
            .collect();
        // Of 11 squares the first port, of the User Ports the name, and labels.
        assert!(grounds.len() >= 12, "{transport}");
        for (index, one) in grounds.iter().enumerate() {
            assert!(one[0] > 0.0 && one[1] > 0.0 && one[2] < 816.0 && one[3] < 900.0, "{one:?}");
            for other in &grounds[index + 1..] {
                let apart = one[2] < other[0]
                    || other[2] < one[0]
                    || one[3] < other[1]
                    || other[3] < one[1];
                assert!(apart, "{transport}: {one:?} {other:?}");
            }
        }
    }
}

fn area(line: &str) -> Area {
    let [x, y, width, height] = [" x=\"", " y=\"", " width=\"", " height=\""].map(|name| {
        let value = line.split(name).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.parse::<f64>().ok()).expect("a number")
    });
    [x, y, x + width, y + height]
}

#[test]
fn both_schemes_have_every_colour() {
    let picture = picture(Transport::Udp);
    let (light, dark) = picture.split_once("@media(prefers-color-scheme:dark){").expect("both");
    let dark = dark.split("</style>").next().expect("its end");
    let classes =
        ["page", "note", "Assigned", "Reserved", "Dynamic", "swatch.Unassigned", "ground"];
    for class in classes {
        let rule = format!(".ports .{class}");
        assert!(light.contains(&rule) && dark.contains(&rule), "{class}");
    }
    let ink = |css: &str| css.split(".ports text{").nth(1).map(|rest| rest[..12].to_owned());
    assert!(ink(light).is_some() && ink(dark).is_some() && ink(light) != ink(dark));
}

#[test]
fn status_is_the_colouring_of_none_named() {
    assert!(drawn(&["sctp", "status"]) == drawn(&["sctp"]), "two pictures");
}

#[track_caller]
fn assert_refused(arguments: &[&str], expected: &str) {
    let answer = run("map", arguments);
    assert_eq!((&*answer.out, answer.code), ("", Some(2)), "{arguments:?}");
    assert_eq!(answer.err, format!("map: {expected}\n"), "{arguments:?}");
}

#[test]
fn what_is_no_transport_or_colouring_is_refused() {
    let unknown = "unknown transport \"icmp\", expected tcp, udp, sctp or dccp";
    assert_refused(&["icmp"], unknown);
    assert_refused(&["icmp", "status"], unknown);
    let number = "expected tcp, udp, sctp or dccp, and then status or category";
    assert_refused(&[], number);
    assert_refused(&["tcp", "status", "category"], number);
    assert_refused(
        &["tcp", "cat\"egory"],
        "unknown colouring \"cat\\\"egory\", expected status or category",
    );
    assert_refused(&["tcp", ""], "unknown colouring \"\", expected status or category");
}

#[cfg(not(feature = "categories"))]
#[test]
fn without_its_feature_a_colouring_is_refused_by_the_name_of_the_feature() {
    assert_refused(
        &["tcp", "category"],
        "\"category\" needs the feature `categories`: \
         cargo run --features categories --example map -- tcp category",
    );
}
