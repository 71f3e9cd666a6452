//! The style of the picture, on a light page and on a dark one.

use core::fmt::{self, Display, Formatter};

use crate::kind::Kind;

/// The style. Each class stands behind that of the picture, because a page that
/// holds the picture has one style for all that is on it.
pub(crate) struct Style(pub(crate) &'static [Kind]);

impl Display for Style {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(kinds) = self;
        f.write_str(
            "<style>\n\
             .ports{font-family:sans-serif}\n\
             .ports path{fill:none}\n\
             .ports .head{font-size:21px;font-weight:600}\n\
             .ports .name{font-size:15px;font-weight:600}\n\
             .ports .note{font-size:13px;font-weight:400}\n\
             .ports .label,.ports .number{font-family:monospace;font-size:11px}\n\
             .ports .under{opacity:.86}\n\
             .ports .range{fill:none;stroke-width:.6;stroke-linecap:square}\n\
             .ports .inset{fill:none;stroke-width:1.8}\n\
             .ports .block{stroke-width:.6;opacity:.35}\n\
             .ports .lead{stroke-width:.8}\n\
             .ports .dot{fill:none;stroke-width:1.2}\n",
        )?;
        write_scheme(f, kinds, 0, ["#ffffff", "#1f2328", "#57606a"])?;
        f.write_str("@media(prefers-color-scheme:dark){\n")?;
        write_scheme(f, kinds, 1, ["#0d1117", "#f0f6fc", "#9aa4af"])?;
        f.write_str("}\n</style>\n")
    }
}

/// The colours of a scheme: of the page, of what is written, and of what is beside
/// the point.
fn write_scheme(
    f: &mut Formatter<'_>,
    kinds: &[Kind],
    scheme: usize,
    colours: [&str; 3],
) -> fmt::Result {
    let [page, ink, quiet] = colours;
    writeln!(
        f,
        ".ports .page,.ports .under{{fill:{page}}}\n\
         .ports text{{fill:{ink}}}\n\
         .ports .note,.ports .number{{fill:{quiet}}}\n\
         .ports .range,.ports .inset,.ports .block,.ports .lead,.ports .dot{{stroke:{ink}}}"
    )?;
    for kind in kinds {
        let (class, colour) = (kind.class, kind.colours[scheme]);
        writeln!(f, ".ports .{class}{{stroke:{colour};stroke-width:1.05}}")?;
        writeln!(f, ".ports .swatch.{class}{{fill:{colour};stroke:{quiet}}}")?;
    }
    let ground = kinds[kinds.len() - 1].colours[scheme];
    writeln!(f, ".ports .ground{{fill:{ground}}}")
}
