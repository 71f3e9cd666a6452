//! What the compiler says where `port!` does not compile.

use super::probes;

/// The features of the probe `misspelt`, and what the message must have.
const CASES: [(&str, &str); 4] = [
    ("unknown_name", "iana-ports: expected a service of the IANA registry, found `htps` on Tcp"),
    ("wrong_transport", "iana-ports: expected a service of the IANA registry, found `imap` on Udp"),
    (
        "no_transport",
        "iana-ports: expected a transport behind the name, as in port!(\"https\", Tcp)",
    ),
    ("braces", "iana-ports: expected a service of the IANA registry, found `{}` on Sctp"),
];

/// Each case is wrong for one reason, and the compiler quotes it.
pub(super) fn readable_messages() -> Result<(), String> {
    if let Err(errors) = check("")? {
        return Err(format!("misspelt without features: expected it to compile\n{errors}"));
    }
    for (feature, message) in CASES {
        match check(feature)? {
            Ok(()) => return Err(format!("misspelt with {feature}: expected it not to compile")),
            Err(errors) if errors.contains(message) => {}
            Err(errors) => return Err(format!("expected the message {message:?}\n{errors}")),
        }
    }
    println!("port!: {} wrong uses do not compile, and say why", CASES.len());
    Ok(())
}

/// What `cargo check` says of the probe.
fn check(features: &str) -> Result<Result<(), String>, String> {
    let mut command = probes(["check", "--quiet", "--locked", "--package", "misspelt"]);
    let output = command
        .args(["--color", "never", "--features", features])
        .output()
        .map_err(|error| error.to_string())?;
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Ok(if output.status.success() { Ok(()) } else { Err(errors) })
}
