//! The plot of the top services: a bar each, as SVG.

use core::fmt::Write;

use crate::summary::{Summary, grouped};

/// Where bars start, how long the longest is, and how high a row is.
const LEFT: f64 = 170.0;
const LONGEST: f64 = 420.0;
const ROW: f64 = 24.0;
const WIDTH: f64 = 760.0;

/// The style, on a light page and on a dark one.
const STYLE: &str = "\
<style>\n\
.page{fill:#ffffff}text{fill:#1f2328}.bar{fill:#0b6fb8}.note{fill:#57606a}\n\
@media(prefers-color-scheme:dark){\
.page{fill:#0d1117}text{fill:#f0f6fc}.bar{fill:#58a6ff}.note{fill:#9aa4af}}\n\
</style>\n";

pub(crate) fn svg(summary: &Summary, number: usize) -> String {
    let top = summary.top(number);
    let most = top.first().map_or(1, |(_, count)| *count) as f64;
    let mut rows = String::new();
    let mut y = 60.0;
    for &(name, count) in &top {
        let length = (count as f64 / most * LONGEST).max(1.0);
        text(&mut rows, (LEFT - 10.0, y), r#"text-anchor="end""#, name);
        let top = y - 14.0;
        _ = writeln!(
            rows,
            r#"<rect class="bar" x="{LEFT}" y="{top}" width="{length:.1}" height="18" rx="2"/>"#
        );
        let figures = format!("{} ({})", grouped(count), summary.share(count));
        text(&mut rows, (LEFT + length + 8.0, y), r#"class="note""#, &figures);
        y += ROW;
    }
    let title = format!("Top services of {} flow records", grouped(summary.records));
    let mut head = String::new();
    text(&mut head, (20.0, 30.0), r#"font-size="18" font-weight="600""#, &title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {y}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"14\">\n<title>{title}</title>\n{STYLE}\
         <rect class=\"page\" width=\"100%\" height=\"100%\"/>\n{head}{rows}</svg>\n"
    )
}

fn text(svg: &mut String, (x, y): (f64, f64), attributes: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    _ = writeln!(svg, r#"<text x="{x:.1}" y="{y}" {attributes}>{text}</text>"#);
}
