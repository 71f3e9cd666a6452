//! Whatever the bytes, the compiler answers.

use super::Files;
use crate::test_random::Random;

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    const TELLING: &[u8] = b"\",\n\r[]-019 \0\xff\xc3\xef";
    let byte = match random.below(4) {
        0 => random.below(256).to_le_bytes()[0],
        1 => bytes[random.below(bytes.len())],
        _ => TELLING[random.below(TELLING.len())],
    };
    let at = random.below(bytes.len());
    match random.below(8) {
        0 => drop(bytes.remove(at)),
        1 => bytes.insert(at, byte),
        2 => bytes.truncate(at + 1),
        3 => {
            let end = bytes.len().min(at + 1 + random.below(80));
            let part = bytes[at..end].to_vec();
            let to = random.below(bytes.len());
            bytes.splice(to..to, part);
        }
        _ => bytes[at] = byte,
    }
}

#[test]
fn any_bytes_compile_or_are_an_error() {
    let mut valid = Files::services(
        "a-b,5,tcp,\"One \"\"1\"\"\n2\",[Ann][Bob],,2001-02-03,,[RFC1][RFC2],9,used,\n\
         a_b,5,tcp,,,,,,,,,\"This entry is an alias to \"\"a-b\"\".\"\n\
         a-b,5,udp,\"One \"\"1\"\"\n2\",[Ann][Bob],,2001-02-03,,[RFC1][RFC2],9,used,\n\
         ,6-9,,Unassigned,,,,,,,,\n\
         c,40-44,sctp,,,,,,,,,\n",
    );
    valid.contacts.extend("ann,,,,\n".bytes());
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut compiled, mut refused) = (0, 0);
    for _ in 0..4_000 {
        let mut files = valid.clone();
        for _ in 0..=random.below(2) {
            mutate(
                match random.below(8) {
                    0 => &mut files.contacts,
                    1 => &mut files.preferred,
                    2 => &mut files.edition,
                    _ => &mut files.services,
                },
                &mut random,
            );
        }
        match files.compile() {
            Ok(_) => compiled += 1,
            Err(error) => {
                refused += 1;
                let error = error.to_string();
                assert!(error.contains(".csv") && error.contains("expected "), "{error}");
                assert!(!error.contains(char::is_control), "{error}");
            }
        }
    }
    assert!(compiled > 300 && refused > 300, "{compiled} compiled, {refused} refused");
}
