//! What the smallest tier answers, every set of features answers.

use super::probes;

/// The features besides the smallest tier, alone and together. `alloc` gates no
/// look-up: once is enough.
const FEATURE_SETS: [&str; 5] =
    ["", "details", "contacts", "details,contacts", "alloc,details,contacts"];

pub(super) fn same_answers() -> Result<(), String> {
    let [smallest, larger @ ..] = FEATURE_SETS;
    let expected = digests(smallest)?;
    for features in larger {
        let digests = digests(features)?;
        if digests != expected {
            return Err(format!(
                "features {features:?} answer otherwise than no features:\n{digests}\nexpected:\n{expected}"
            ));
        }
    }
    println!("tiers: the same answers in {} sets of features", FEATURE_SETS.len());
    Ok(())
}

/// The digests of all answers with a set of features.
fn digests(features: &str) -> Result<String, String> {
    let mut command = probes(["run", "--quiet", "--locked", "--release", "--package", "tiers"]);
    let output =
        command.args(["--features", features]).output().map_err(|error| error.to_string())?;
    let (text, errors) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if !output.status.success() || text.is_empty() {
        return Err(format!("tiers with features {features:?}: {}\n{errors}", output.status));
    }
    Ok(text.into_owned())
}
