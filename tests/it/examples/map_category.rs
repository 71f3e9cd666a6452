//! The example `map` with a colour for each group of categories.

use std::collections::BTreeMap;

use iana_ports::facts::Category;
use iana_ports::{Service, Status, Transport, lookup_port, status};

use super::map::{SIDE, cells, curve, drawn};

fn picture(transport: Transport) -> String {
    drawn(&[transport.as_str(), "category"])
}

/// A line of the legend: the place and the class of its colour, and its text.
struct Item<'p> {
    at: (f64, f64),
    class: &'p str,
    names: Vec<&'p str>,
    count: usize,
}

fn legend(picture: &str) -> Vec<Item<'_>> {
    let item = |line| {
        let after = |start| str::split(line, start).nth(1).expect("it is there");
        let until = |text: &'static str, end: char| after(text).split(end).next().expect("a part");
        let number = |text| until(text, '"').parse::<f64>().expect("a number");
        let text = until("class=\"note\"", '<').split_once('>').expect("a text").1;
        let (names, count) = text.rsplit_once(' ').expect("names and a number");
        Item {
            at: (number("\" x=\""), number("\" y=\"")),
            class: until("class=\"swatch ", '"'),
            names: names.split(", ").collect(),
            count: count.replace(',', "").parse().expect("a number"),
        }
    };
    picture.lines().filter(|line| line.starts_with("<rect class=\"swatch ")).map(item).collect()
}

#[test]
fn every_port_has_the_colour_of_its_category_or_status() {
    let curve = curve(SIDE);
    for &transport in Transport::ALL {
        let picture = picture(transport);
        let legend = legend(&picture);
        let class = |name: &str| {
            let mut items = legend.iter().filter(|item| item.names.contains(&name));
            let item = items.next().unwrap_or_else(|| panic!("{name:?} is not in the legend"));
            assert!(items.next().is_none(), "{name:?} is twice in the legend");
            item.class
        };
        let classes: BTreeMap<Category, &str> =
            Category::ALL.iter().map(|category| (*category, class(category.as_str()))).collect();
        let drawn: Vec<&str> = legend.iter().map(|item| item.class).collect();
        let (ground, drawn) = drawn.split_last().expect("a legend");
        assert_eq!(*ground, "Unassigned");

        let cells = cells(&picture, drawn);
        let mut counts = BTreeMap::new();
        for (port, (x, y)) in (0..=u16::MAX).zip(&curve) {
            let category = lookup_port(port, transport).and_then(Service::category);
            let expected = match (status(port, transport), category) {
                (Status::Assigned, Some(category)) => classes[&category],
                (Status::Assigned, None) => class("Other assigned"),
                (status, _) => class(status.as_str()),
            };
            assert_eq!(cells[y * SIDE + x], expected, "{port}/{transport}");
            *counts.entry(expected).or_insert(0) += 1;
        }
        for item in &legend {
            let count = counts.remove(item.class).unwrap_or_default();
            assert_eq!(item.count, count, "{:?} {transport}", item.names);
        }
        assert!(counts.is_empty(), "{counts:?}");
    }
}

#[test]
fn the_labels_are_those_of_the_picture_by_status() {
    for &transport in Transport::ALL {
        let (by_category, by_status) = (picture(transport), drawn(&[transport.as_str()]));
        let labels = |picture: &str| -> Vec<String> {
            let lines = picture.lines().filter(|line| line.starts_with("<rect class=\"under\""));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(labels(&by_category), labels(&by_status), "{transport}");
    }
}

#[test]
fn the_legend_has_columns_in_which_its_texts_have_room() {
    for &transport in Transport::ALL {
        let picture = picture(transport);
        let legend = legend(&picture);
        let height: f64 = picture
            .split_once("viewBox=\"0 0 816 ")
            .and_then(|(_, rest)| rest.split('"').next()?.parse().ok())
            .expect("a height");
        for (index, item) in legend.iter().enumerate() {
            assert!(item.at.0 >= 24.0 && item.at.1 > 844.0, "{:?}", item.at);
            assert!(item.at.1 + 14.0 < height, "{:?} of {height}", item.at);
            // The widest usual font, DejaVu Sans, takes up to 7.1 for a character of these texts.
            let length = item.names.join(", ").len() + 1 + item.count.to_string().len();
            let end = item.at.0 + 21.0 + 7.1 * length as f64;
            let next = legend.get(index + 1).filter(|next| next.at.1 == item.at.1);
            let edge = next.map_or(816.0, |next| next.at.0);
            assert!(end < edge, "{:?}: {end} {edge}", item.names);
        }
    }
}

/// A colour as CIE L*a*b*, as three kinds of eyes see it: usual ones, and those
/// without the cones for green and for red (Machado, Oliveira and Fernandes 2009).
fn seen(colour: &str) -> [[f64; 3]; 3] {
    const EYES: [[[f64; 3]; 3]; 3] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
        [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    ];
    /// XYZ of linear sRGB, each as a part of that of white.
    const XYZ: [[f64; 3]; 3] =
        [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]];
    let times = |matrix: [[f64; 3]; 3], of: [f64; 3]| {
        matrix.map(|row| row.iter().zip(of).map(|(by, part)| by * part).sum::<f64>())
    };
    let linear = [0, 2, 4].map(|at| {
        let part = u8::from_str_radix(&colour[at..at + 2], 16).expect("two hexadecimal digits");
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    EYES.map(|eye| {
        let [x, y, z] = times(XYZ, times(eye, linear).map(|part| part.clamp(0.0, 1.0)))
            .map(|part| if part > 0.008856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    })
}

#[test]
fn colours_are_told_apart_in_both_schemes_and_by_most_eyes() {
    let picture = picture(Transport::Tcp);
    let schemes = picture.split_once("@media(prefers-color-scheme:dark){").expect("both");
    for css in [schemes.0, schemes.1] {
        // What has no service is a ground, and two of them may be near.
        let classes: Vec<&str> = legend(&picture).iter().map(|item| item.class).collect();
        let colour = |class: &&str| {
            let rule = format!(".ports .swatch.{class}{{fill:#");
            seen(&css.split_once(&rule).expect("a rule").1[..6])
        };
        let colours: Vec<_> = classes.iter().map(colour).collect();
        for (index, one) in colours.iter().enumerate().take(10) {
            for (other_index, other) in colours.iter().enumerate().skip(index + 1) {
                for (eye, least) in [40.0, 15.0, 15.0].into_iter().enumerate() {
                    let parts = one[eye].iter().zip(other[eye]);
                    let apart = parts.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    let pair = (classes[index], classes[other_index]);
                    assert!(apart > least, "{pair:?} with eye {eye}: {apart:.1}");
                }
            }
        }
    }
}
