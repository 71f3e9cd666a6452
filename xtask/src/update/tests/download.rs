//! Reading: from files, from a server on this machine, and with a bar.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use ureq::Agent;

use super::super::progress::Progress;
use super::super::source::{URL, download, from_file, text};

/// What a download from a server gives that answers once with these bytes.
/// Where the message quotes the address, it is `URL`.
fn from_server(answer: &'static [u8], most: u64) -> Result<String, String> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        _ = stream.read(&mut request).unwrap();
        stream.write_all(answer).unwrap();
    });
    // The proxy of the environment has nothing to do with this machine.
    let agent = Agent::config_builder().proxy(None).build().new_agent();
    let result = download(&agent, &address, most);
    server.join().unwrap();
    result.map_err(|message| message.replace(&address, "URL"))
}

#[test]
fn a_download_is_read_to_its_end() {
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n\xef\xbb\xbfaFORT";
    assert_eq!(from_server(answer, 8), Ok("aFORT".to_owned()));
    assert_eq!(from_server(answer, 7), Err("URL: expected at most 7 bytes".to_owned()));
}

#[test]
fn a_server_that_fails_is_quoted() {
    let error = |message: &str| Err(message.to_owned());
    assert_eq!(
        from_server(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 9),
        error("URL: expected status 200, found 404")
    );
    assert_eq!(
        from_server(b"HTTP/1.1 204 No Content\r\n\r\n", 9),
        error("URL: expected status 200, found 204")
    );
    let message = from_server(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<regi", 9).unwrap_err();
    assert!(message.starts_with("URL: "), "{message}");
    let message = from_server(b"<html>\r\n\r\n", 9).unwrap_err();
    assert!(message.starts_with("URL: "), "{message}");
}

#[test]
fn a_server_that_is_not_there_is_named() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("https://{address}/");
    let agent = Agent::config_builder().proxy(None).build().new_agent();
    let message = download(&agent, &address, 9).unwrap_err();
    assert!(message.starts_with(&format!("{address}: io: ")), "{message}");
}

#[test]
fn the_address_is_iana_s() {
    assert!(URL.starts_with("https://www.iana.org/assignments/service-names-port-numbers/"));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let message = from_file("no/such/file.xml").unwrap_err();
    assert!(message.starts_with("no/such/file.xml: "), "{message}");
    assert_eq!(
        text("r.xml", &b"a\nb\xff"[..], 9),
        Err("r.xml:2: expected UTF-8, found 0xff".to_owned())
    );
    for (bytes, found) in [
        (&b"\x1f\x8b\x08"[..], "a file that is gzip-compressed: unpack it first"),
        (b"\xff\xfe<\0", "UTF-16: convert it to UTF-8 first"),
        (b"\xfe\xff\0<", "UTF-16: convert it to UTF-8 first"),
        (b"<\0?\0", "UTF-16: convert it to UTF-8 first"),
        (b"\0<\0?", "UTF-16: convert it to UTF-8 first"),
    ] {
        assert_eq!(text("r.xml", bytes, 9), Err(format!("r.xml: expected UTF-8, found {found}")));
    }
}

/// What is drawn while so many bytes are read one by one.
fn drawn(bytes: usize, total: Option<u64>) -> String {
    let (mut drawn, zeros) = (Vec::new(), vec![0; bytes]);
    let mut progress = Progress::new(&zeros[..], total, Some(&mut drawn));
    while progress.read(&mut [0]).unwrap() > 0 {}
    drop(progress);
    String::from_utf8(drawn).unwrap()
}

#[test]
fn a_bar_fills() {
    let bar = drawn(1_900_000, Some(3_800_000));
    assert!(bar.starts_with("\r[                              ] 0.0 of 3.8 MB\r"), "{bar}");
    assert!(bar.ends_with("\r[===============               ] 1.9 of 3.8 MB\n"), "{bar}");
    // A server may say what is not so.
    let bar = drawn(200_000, Some(100_000));
    assert!(bar.ends_with("\r[==============================] 0.2 of 0.1 MB\n"), "{bar}");
    assert!(drawn(200_000, None).ends_with("\r0.2 MB\n"));
    assert!(drawn(0, Some(0)).ends_with("\r0.0 MB\n"));
}

#[test]
fn no_terminal_no_bar() {
    let mut progress = Progress::new(&[1, 2][..], Some(2), None::<Vec<u8>>);
    let mut bytes = Vec::new();
    progress.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, [1, 2]);
}
