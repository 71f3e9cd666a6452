//! What the smallest tier answers, every set of features answers.

use super::probes;

/// The features besides the smallest tier.
const FEATURES: [&str; 3] = ["alloc", "details", "contacts"];

pub(super) fn same_answers() -> Result<(), String> {
    let mut first: Option<String> = None;
    for set in 0..1 << FEATURES.len() {
        let features: Vec<&str> = (0..FEATURES.len())
            .filter(|bit| set & 1 << bit != 0)
            .map(|bit| FEATURES[bit])
            .collect();
        let digests = digests(&features.join(","))?;
        match &first {
            None => first = Some(digests),
            Some(first) if *first == digests => {}
            Some(first) => {
                return Err(format!(
                    "features {features:?} answer otherwise than no features:\n{digests}\nexpected:\n{first}"
                ));
            }
        }
    }
    println!("tiers: the same answers in {} sets of features", 1 << FEATURES.len());
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
