//! Where the XML comes from: a file, or iana.org.

use core::time::Duration;
use std::fs::File;
use std::io::{self, IsTerminal, Read};

use ureq::{Agent, Error};

use super::encoding::other_than_utf8;
use super::progress::Progress;

/// IANA's registry, as it publishes it.
pub(super) const URL: &str =
    "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml";

/// The most that is read: the document has 4 MB.
pub(crate) const MOST: u64 = 32 << 20;
/// The longest that a download may take.
const LONGEST: Duration = Duration::from_secs(180);

/// Reads a file.
pub(super) fn from_file(path: &str) -> Result<String, String> {
    let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
    text(path, file, MOST)
}

/// Downloads the registry, with a bar where stderr is a terminal.
pub(super) fn from_iana() -> Result<String, String> {
    let config = Agent::config_builder()
        .https_only(true)
        .timeout_global(Some(LONGEST))
        .user_agent("iana-ports xtask")
        .build();
    download(&config.new_agent(), URL, MOST)
}

/// Downloads a text of at most so many bytes.
pub(super) fn download(agent: &Agent, url: &str, most: u64) -> Result<String, String> {
    let response = agent.get(url).call().map_err(|error| match error {
        Error::StatusCode(status) => format!("{url}: expected status 200, found {status}"),
        error => format!("{url}: {error}"),
    })?;
    let status = response.status();
    if status != 200 {
        return Err(format!("{url}: expected status 200, found {}", status.as_u16()));
    }
    let body = response.into_body();
    let total = body.content_length();
    // Our own limit has its own message.
    let reader = body.into_with_config().limit(u64::MAX).reader();
    let terminal = Some(io::stderr()).filter(IsTerminal::is_terminal);
    text(url, Progress::new(reader, total, terminal), most)
}

/// Reads a text of at most so many bytes to its end.
pub(crate) fn text(name: &str, reader: impl Read, most: u64) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = reader.take(most.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| format!("{name}: {error}"))?;
    if bytes.len() as u64 > most {
        return Err(format!("{name}: expected at most {most} bytes"));
    }
    if let Some(found) = other_than_utf8(&bytes) {
        return Err(format!("{name}: expected UTF-8, found {found}"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let (place, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let line = bytes[..place].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("{name}:{line}: expected UTF-8, found {:#04x}", bytes[place])
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
