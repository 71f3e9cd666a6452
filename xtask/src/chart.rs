//! The chart of the look-ups: bars on a logarithmic scale, as SVG.

use core::fmt::Write;

use crate::measured::{KINDS, OURS, Rival};
use crate::performance::{nanoseconds, title};

/// Where bars start, how long a factor of ten is, and how high a row is.
const LEFT: f64 = 190.0;
const DECADE: f64 = 95.0;
const ROW: f64 = 20.0;
/// The shortest time of the scale, in nanoseconds.
const SHORTEST: f64 = 0.5;

/// Every rival's time for keys that are there.
pub(crate) fn svg(rivals: &[Rival], machine: &str) -> String {
    let mut body = String::new();
    let mut y = 28.0;
    text(&mut body, 10.0, y, "bold", "Nanoseconds a look-up, keys that are there (log scale)");
    for (kind, _) in KINDS {
        y += 1.6 * ROW;
        text(&mut body, 10.0, y, "bold", kind);
        for rival in rivals.iter().filter(|rival| rival.kind == kind) {
            let Some(time) = rival.times.first().copied().flatten() else { continue };
            y += ROW;
            let (weight, colour) =
                if rival.name == OURS { ("bold", "#1a7f5a") } else { ("normal", "#8a94a6") };
            let length = ((time / SHORTEST).log10() * DECADE).max(1.0);
            text(&mut body, 10.0, y, weight, title(rival.name));
            _ = writeln!(
                body,
                r#"<rect x="{LEFT}" y="{:.0}" width="{length:.1}" height="14" fill="{colour}"/>"#,
                y - 12.0,
            );
            text(&mut body, LEFT + length + 6.0, y, weight, &nanoseconds(time));
        }
    }
    y += 1.6 * ROW;
    text(&mut body, 10.0, y, "normal", machine);
    let (width, height) = (LEFT + 5.2 * DECADE, y + 14.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n{body}</svg>\n"
    )
}

fn text(svg: &mut String, x: f64, y: f64, weight: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    _ = writeln!(svg, r#"<text x="{x:.1}" y="{y:.0}" font-weight="{weight}">{text}</text>"#);
}

#[cfg(test)]
mod tests {
    use super::svg;
    use crate::measured::Rival;

    #[test]
    fn a_bar_is_as_long_as_the_logarithm_of_its_time() {
        let rival = Rival {
            kind: "ports",
            name: "iana-ports",
            static_bytes: 1,
            startup_ns: 0.0,
            heap_bytes: 0,
            times: vec![Some(50.0)],
        };
        let svg = svg(&[rival], "a <machine>");
        assert!(svg.contains(r#"width="190.0" height="14""#), "{svg}");
        assert!(svg.contains("a &lt;machine>"));
    }
}
