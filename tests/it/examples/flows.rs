//! The example `flows`: files of several exporters, against a model that reads
//! them with other readers, and what no exporter should write.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use iana_ports::flow::{Hints, Side, service};
use iana_ports::{Transport, status};
use serde_json::{Map, Value, json};

use super::{Answer, binary, first_line, run};

const ADDED: [&str; 3] = ["service_name", "service_side", "port_status"];

fn data(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/flows").join(file);
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// A place for what a test writes.
fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("flows-{name}"))
}

/// What the program answers to standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Answer {
    let mut child = Command::new(binary("flows"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_vec();
    // It may end before all is written, and it writes before all is read.
    let feeder = thread::spawn(move || _ = stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    feeder.join().expect("all is fed");
    Answer {
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        code: output.status.code(),
    }
}

/// The three columns by the library, from texts of a flow's key. What does not
/// parse has none.
fn expected(key: [&str; 3], hints: Hints) -> [Option<String>; 3] {
    let [source, destination, protocol] = key.map(str::trim);
    let transport = match protocol.parse::<u8>() {
        Ok(number) => Transport::from_protocol_number(number),
        Err(_) => protocol.parse().ok(),
    };
    let (Ok(source), Ok(destination), Some(transport)) =
        (source.parse::<u16>(), destination.parse::<u16>(), transport)
    else {
        return [None, None, None];
    };
    let answer = service(source, destination, transport, hints);
    let port = match (answer.side(), answer.service()) {
        (None, None) => None,
        (Some(Side::Destination), _) => Some(destination),
        _ => Some(source),
    };
    [
        answer.service().map(|service| service.name().to_owned()),
        answer.side().map(|side| side.to_string()),
        port.map(|port| status(port, transport).to_string()),
    ]
}

/// The records of a text, by the reader of the crate `csv`.
fn records(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).delimiter(separator).quoting(separator == b',');
    let reader = reader.from_reader(text.as_bytes());
    let records = reader.into_records().map(|record| record.expect("as many cells everywhere"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

#[track_caller]
fn column(names: &[String], name: &str) -> usize {
    names.iter().position(|column| column == name).expect("a column")
}

/// Each record of a table comes out with its cells and the three columns, as CSV
/// and as NDJSON.
#[track_caller]
fn assert_table(file: &str, text: &str, separator: u8, key: [&str; 3], hints: Hints) {
    let model = records(text, separator);
    let key = key.map(|name| column(&model[0], name));
    let answer = run("flows", &[data(file)]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let found = records(&answer.out, b',');
    assert_eq!(found.len(), model.len());
    assert_eq!(found[0][model[0].len()..], ADDED);

    let kept = place(&format!("{file}.rejects"));
    let arguments =
        [data(file), "--to=ndjson".into(), "--rejects".into(), kept.display().to_string()];
    let answer = run("flows", &arguments);
    assert_eq!((answer.code, &*fs::read_to_string(&kept).expect("the file")), (Some(0), ""));
    let objects: Vec<Map<String, Value>> =
        answer.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects.len() + 1, model.len());

    let mut named = 0;
    for (index, record) in model.iter().enumerate() {
        assert_eq!(found[index][..record.len()], record[..]);
        if index == 0 {
            continue;
        }
        let expected = expected(key.map(|column| record[column].as_str()), hints);
        named += usize::from(expected[0].is_some());
        let texts = expected.clone().map(Option::unwrap_or_default);
        assert_eq!(found[index][record.len()..], texts, "{record:?}");
        let mut object = Map::new();
        for (name, cell) in model[0].iter().zip(record) {
            let is_unset = separator != b',' && cell == "-";
            object.insert(name.clone(), if is_unset { Value::Null } else { json!(cell) });
        }
        object.extend(ADDED.into_iter().map(str::to_owned).zip(expected.map(Value::from)));
        assert_eq!(objects[index - 1], object);
    }
    assert!(named > 1, "{named}");
}

fn read(file: &str) -> String {
    fs::read_to_string(data(file)).expect("the file")
}

#[test]
fn vpc_flow_logs() {
    let key = ["srcport", "dstport", "protocol"];
    assert_table("vpc.log", &read("vpc.log"), b' ', key, Hints::new());
}

#[test]
fn conn_log_of_zeek() {
    let text = read("conn.log");
    let lines = text.lines().filter_map(|line| match line.strip_prefix("#fields\t") {
        Some(fields) => Some(fields),
        None => (!line.starts_with('#')).then_some(line),
    });
    let key = ["id.orig_p", "id.resp_p", "proto"];
    let hints = Hints::new().first_packet(Side::Source);
    assert_table("conn.log", &lines.collect::<Vec<_>>().join("\n"), b'\t', key, hints);
}

#[test]
fn csv_of_nfdump_and_of_ipfix() {
    assert_table("nfdump.csv", &read("nfdump.csv"), b',', ["sp", "dp", "pr"], Hints::new());
    let key = ["sourceTransportPort", "destinationTransportPort", "protocolIdentifier"];
    assert_table("ipfix.csv", &read("ipfix.csv"), b',', key, Hints::new());
}

/// Each object comes out with its members and the three, and as a row of CSV if
/// that has a column for each.
#[track_caller]
fn assert_objects(file: &str, key: [&str; 3], options: &[&str], hints: Hints) {
    let of = |object: &Value, name: &str| {
        let value =
            object.get(name).or_else(|| object.pointer(&format!("/{}", name.replace('.', "/"))));
        value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    let mut arguments = vec![data(file)];
    arguments.extend(options.iter().map(|option| (*option).to_owned()));
    let answer = run("flows", &arguments);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let text = read(file);
    assert_eq!(answer.out.lines().count(), text.lines().count());
    let mut named = 0;
    for (line, found) in text.lines().zip(answer.out.lines()) {
        // What was there is there as it came.
        assert!(found.starts_with(line.strip_suffix('}').expect("an object")), "{found}");
        let mut object: Value = serde_json::from_str(line).expect("JSON");
        let texts = key.map(|name| of(&object, name).unwrap_or_default());
        let expected = expected(texts.each_ref().map(String::as_str), hints);
        named += usize::from(expected[0].is_some());
        let members = object.as_object_mut().expect("an object");
        members.extend(ADDED.into_iter().map(str::to_owned).zip(expected.map(Value::from)));
        assert_eq!(serde_json::from_str::<Value>(found).expect("JSON"), object);
    }
    assert!(named > 1, "{named}");
}

#[test]
fn objects_of_zeek_suricata_and_elastic() {
    let opened = Hints::new().first_packet(Side::Source);
    let key = ["id.orig_p", "id.resp_p", "proto"];
    assert_objects("conn.ndjson", key, &["--first-packet", "source"], opened);
    assert_objects("eve.ndjson", ["src_port", "dest_port", "proto"], &[], Hints::new());
    let key = ["source.port", "destination.port", "network.iana_number"];
    assert_objects("ecs.ndjson", key, &[], Hints::new());
    let options = [
        "--source-port=destination.port",
        "--destination-port=source.port",
        "--protocol=network.transport",
    ];
    let key = ["destination.port", "source.port", "network.transport"];
    assert_objects("ecs.ndjson", key, &options, Hints::new());
}

#[test]
fn objects_as_csv_have_the_members_of_the_first_as_columns() {
    let rejects = place("columns");
    let kept = rejects.to_str().expect("a path in UTF-8");
    let input =
        b"{\"src_port\":53,\"dst_port\":\"40000\",\"proto\":\"udp\",\"tag\":\"a,\\\"\\u00e9\"}\n\
                  {\"proto\":6,\"tag\":[1, 2],\"dst_port\":443,\"src_port\":50000}\n\
                  {\"dst_port\":null,\"proto\":6}\n\
                  {\"proto\":6,\"dst_port\":443,\"src_port\":50000,\"extra\":1}\n";
    let answer = fed(&["--to", "csv", "--rejects", kept], input);
    let expected = "src_port,dst_port,proto,tag,service_name,service_side,port_status\n\
                    53,40000,udp,\"a,\"\"\u{e9}\",domain,source,Assigned\n\
                    50000,443,6,\"[1, 2]\",https,destination,Assigned\n\
                    ,,6,,,,\n";
    assert_eq!((&*answer.out, answer.code), (expected, Some(1)));
    let told = "flows: standard input:4: the member \"extra\" has no column, \
                expected those of the first object\n";
    assert!(answer.err.starts_with(told), "{}", answer.err);
    assert!(fs::read(&rejects).expect("the file").starts_with(b"{\"proto\":6,\"dst_port\":443"));
    let answer = fed(&["--to", "csv"], input);
    assert_eq!((&*answer.out, answer.code), ("", Some(2)));
    assert!(answer.err.contains("expected --rejects FILE"), "{}", answer.err);
}

const HEADER: &str = "src_port,dst_port,proto,note\n";

/// A table with one line below the header: what comes out of that, and what is
/// told, if it is malformed.
#[track_caller]
fn assert_line(line: &[u8], expected: &str, told: Option<&str>) {
    let input = [HEADER.as_bytes(), line, b"\n50000,443,6,next\n"].concat();
    let answer = fed(&[], &input);
    let head = HEADER.trim_end();
    let out = format!(
        "{head},service_name,service_side,port_status\n{expected}\n\
         50000,443,6,next,https,destination,Assigned\n"
    );
    assert_eq!(answer.out, out);
    assert_eq!(answer.code, Some(i32::from(told.is_some())), "{}", answer.err);
    match told {
        Some(told) => {
            let told = format!("flows: standard input:2: {told}\n");
            assert!(answer.err.starts_with(&told), "{}", answer.err);
            assert!(answer.err.contains("(malformed)"), "{}", answer.err);

            // The same, but kept apart.
            let path = place("rejects");
            let rejects = place(&format!("rejects-{}", line.len()));
            let rejects = if line.len() < 100 { rejects } else { path };
            let answer = fed(&["--rejects", rejects.to_str().expect("a path in UTF-8")], &input);
            let next = out.replace(&format!("{expected}\n"), "");
            assert_eq!((answer.out, answer.code), (next, Some(1)));
            assert_eq!(fs::read(&rejects).expect("the file"), [line, b"\n"].concat());
        }
        None => assert!(answer.err.starts_with(" service"), "{}", answer.err),
    }
}

#[test]
fn cells_that_are_malformed() {
    let port = "expected a port number from 0 to 65535";
    let cases = [
        ("65536,443,6,a", format!("src_port: {port}, found \"65536\"")),
        ("-1,443,tcp,ab", format!("src_port: {port}, found \"-1\"")),
        ("50000,+443,6,abc", format!("dst_port: {port}, found \"+443\"")),
        ("50000,443.0,6,abcd", format!("dst_port: {port}, found \"443.0\"")),
        (
            "50000,99999999999999999999,6,a",
            format!("dst_port: {port}, found \"99999999999999999999\""),
        ),
        (
            "50000,\u{0664}\u{0664}\u{0663},6,abcdef",
            format!("dst_port: {port}, found \"\u{664}\u{664}\u{663}\""),
        ),
        (
            "50000,443,256,abcdefgh",
            "proto: expected a protocol, or its number from 0 to 255, found \"256\"".into(),
        ),
        (
            "50000,443,-6,abcdefghij",
            "proto: expected a protocol, or its number from 0 to 255, found \"-6\"".into(),
        ),
    ];
    for (line, told) in cases {
        assert_line(line.as_bytes(), &format!("{line},,,"), Some(&told));
    }
    assert_line(b"50000,443,6", "50000,443,6,,,,", Some("expected 4 cells, found 3"));
    assert_line(
        b"1,443,6,a,b,\"c,d\"",
        "1,443,6,a,,,,b,\"c,d\"",
        Some("expected 4 cells, found 6"),
    );
    let open = "a quote does not close, nor in the next lines";
    assert_line(b"50000,443,6,\"a", "50000,443,6,\"\"\"a\",,,", Some(open));
}

#[test]
fn cells_that_are_odd_and_well() {
    let named = "https,destination,Assigned";
    assert_line(b"50000,443,6,", &format!("50000,443,6,,{named}"), None);
    assert_line(b"050000, 443 ,TCP,a", &format!("050000, 443 ,TCP,a,{named}"), None);
    let quoted = "\"50000\",\"443\",\"6\",\"a\"\"b\nc\"";
    assert_line(quoted.as_bytes(), &format!("{quoted},{named}"), None);
    assert_line(b"50000,443,6,a\"b", &format!("50000,443,6,a\"b,{named}"), None);
    for unset in
        ["-,-,-,a", ",,,a", "-,443,6,a", "50000,443,,a", "8,0,icmp,a", "x,y,1,a", "0,0,UDPLite,a"]
    {
        assert_line(unset.as_bytes(), &format!("{unset},,,"), None);
    }
    assert_line(b"0,0,6,a", "0,0,6,a,,,", None);
    let answer = fed(&[], &[HEADER.as_bytes(), b"50000,443,6,\xFF\xFE\n"].concat());
    assert!(answer.out.ends_with(&format!("\u{fffd}\u{fffd},{named}\n")), "{}", answer.out);
    assert_eq!(answer.code, Some(0));
}

#[test]
fn a_byte_order_mark_line_ends_of_windows_and_blank_lines() {
    let input = b"\xEF\xBB\xBFsrc_port,dst_port,proto\r\n\r\n50000,443,6\r\n\n50000,22,6";
    let answer = fed(&[], input);
    let expected = "src_port,dst_port,proto,service_name,service_side,port_status\n\
                    50000,443,6,https,destination,Assigned\n50000,22,6,ssh,destination,Assigned\n";
    assert_eq!((&*answer.out, answer.code), (expected, Some(0)));
    let answer =
        fed(&[], b"\xEF\xBB\xBF{\"sp\":1,\"dp\":2}\r\n\r\n{\"sp\":70000,\"dp\":2,\"pr\":6} \r\n");
    assert!(
        answer.err.starts_with("flows: standard input:3: sp: expected a port"),
        "{}",
        answer.err
    );
}

#[test]
fn a_line_of_a_megabyte() {
    let long = "x".repeat(1 << 20);
    let line = format!("50000,443,6,{long}");
    assert_line(line.as_bytes(), &format!("{line},https,destination,Assigned"), None);
    let line = format!("{long},443,6,a");
    let found =
        format!("src_port: expected a port number from 0 to 65535, found \"{}\"...", &long[..40]);
    assert_line(line.as_bytes(), &format!("{line},,,"), Some(&found));
    // A quote that never closes costs its line and no other.
    let many = format!("50000,443,6,\"open\n{}", "50000,22,6,a\n".repeat(100_000));
    let answer = fed(&[], format!("{HEADER}{many}").as_bytes());
    assert_eq!(answer.out.matches(",ssh,destination,Assigned\n").count(), 100_000);
    assert_eq!(answer.code, Some(1));
}

#[test]
fn lines_that_are_no_objects() {
    let lines: [&[u8]; 6] = [
        b"{\"sp\":1,",
        b"[1]",
        b"{\"sp\":1} x",
        b"{\"sp\":\"\xFF\"}",
        b"nonsense",
        b"{\"service_name\":1}",
    ];
    let mut input = b"{\"sp\":50000,\"dp\":443,\"pr\":6}\n".to_vec();
    for line in lines {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    input.extend_from_slice(b"{}\n{ \"pr\" : \"tcp\" , \"sp\":-1,\"dp\":true }\n");
    let answer = fed(&[], &input);
    assert_eq!(answer.code, Some(1));
    let found: Vec<&str> = answer.out.lines().collect();
    for (line, found) in lines.iter().zip(&found[1..]) {
        assert_eq!(*found, String::from_utf8_lossy(line));
    }
    let null = "\"service_name\":null,\"service_side\":null,\"port_status\":null}";
    assert_eq!(found[7], format!("{{{null}"));
    assert_eq!(found[8], format!("{{ \"pr\" : \"tcp\" , \"sp\":-1,\"dp\":true ,{null}"));
    let mut told = answer.err.lines();
    for (number, part) in [
        (2, "column 8: expected a JSON object: EOF"),
        (3, "column 0: expected a JSON object: invalid type: sequence"),
        (4, "column 10: expected a JSON object: trailing characters"),
        (5, "column 8: invalid UTF-8"),
        (6, "column 2: expected a JSON object: expected ident"),
        (7, "the member \"service_name\" is there already"),
        (9, "sp: expected a port number from 0 to 65535, found \"-1\""),
    ] {
        let line = told.next().unwrap();
        assert!(line.starts_with(&format!("flows: standard input:{number}: {part}")), "{line}");
    }
}

#[track_caller]
fn assert_refused(arguments: &[&str], input: &str, told: &str) {
    let answer = fed(arguments, input.as_bytes());
    assert_eq!(
        (&*answer.err, answer.code),
        (&*format!("flows: {told}\n"), Some(2)),
        "{arguments:?}"
    );
}

#[test]
fn what_has_no_such_columns_is_refused() {
    let nothing = "standard input: expected a header, found nothing";
    assert_refused(&[], "", nothing);
    assert_refused(&["--format", "zeek"], "\n\r\n", nothing);
    assert_refused(
        &[],
        "a,b\n1,2\n",
        "standard input: no known column of the source port among a, b, expected --source-port",
    );
    assert_refused(
        &["--protocol", "ip"],
        "sp,dp,pr\n",
        "standard input: no column \"ip\" among sp, dp, pr",
    );
    assert_refused(
        &["--protocol", "pr"],
        "sp,dp,pr,pr\n",
        "standard input: column \"pr\" stands twice among sp, dp, pr, pr",
    );
    assert_refused(
        &[],
        "sp,dp,pr,port_status\n",
        "standard input: column \"port_status\" is there already",
    );
    let zeek = "expected a line #fields before the first record";
    assert_refused(
        &[],
        "#separator \\x09\n1\t2\n",
        &format!("standard input:2: {zeek}, found \"1\\t2\""),
    );
    assert_refused(&[], "#path\tconn\n", &format!("standard input: {zeek}"));
    assert_refused(
        &[],
        "#separator \\xZZ\n",
        "standard input:1: expected a separator such as \\x09, found \"\\\\xZZ\"",
    );
    let answer = fed(&["--source-port", "sport"], b"{\"sp\":1,\"dp\":2,\"pr\":6}\n");
    assert!(
        answer.err.starts_with("flows: standard input: no record has the member \"sport\""),
        "{}",
        answer.err
    );
    assert_eq!(answer.code, Some(2));
    let fields = "#fields\tid.orig_p\tid.resp_p\tproto\n";
    let answer = fed(
        &[],
        format!("{fields}1\t22\ttcp\n{fields}1\t23\ttcp\n#fields\tid.resp_p\n").as_bytes(),
    );
    let told = "flows: standard input:5: expected the columns of the first #fields, found others\n";
    assert_eq!((&*answer.err, answer.code), (told, Some(2)));
}

#[test]
fn files_are_not_written_over() {
    let path = place("input.csv");
    fs::write(&path, "sp,dp,pr\n").unwrap();
    let text = path.to_str().expect("a path in UTF-8");
    let answer = run("flows", &[text, "-o", text]);
    assert_eq!(
        answer.err,
        format!("flows: {path:?} is given twice, expected a file for each purpose\n")
    );
    assert_eq!((answer.code, &*fs::read_to_string(&path).unwrap()), (Some(2), "sp,dp,pr\n"));
    let missing = place("missing").display().to_string();
    let answer = run("flows", &[&*missing]);
    assert!(answer.err.starts_with(&format!("flows: {missing}: ")) && answer.code == Some(2));
}

#[test]
fn columns_without_names() {
    let options = ["--no-header", "--source-port=2", "--destination-port=3", "--protocol=1"];
    let answer = fed(&options, b"6;50000;443\n6;22;50000\n");
    let expected = "6,50000,443,https,destination,Assigned\n6,22,50000,ssh,source,Assigned\n";
    assert_eq!((&*answer.out, answer.code), (expected, Some(0)));
    let line = read("vpc.log").lines().nth(1).unwrap().to_owned();
    let answer = fed(&["--no-header", "--format", "vpc"], line.as_bytes());
    assert_eq!(answer.out, format!("{},ssh,destination,Assigned\n", line.replace(' ', ",")));
}

#[test]
fn the_summary_and_the_plot_have_the_counts() {
    let plot = place("top.svg");
    let out = place("top.csv");
    let mut input = "sp,dp,pr\n".to_owned();
    input += &"50000,443,6\n".repeat(2000);
    input += &"40000,53,17\n".repeat(500);
    input += "50000,22,6\n0,0,1\n41234,51820,17\n1,x,6\n";
    let arguments = [
        "--top=2",
        "--plot",
        plot.to_str().expect("a path in UTF-8"),
        "-o",
        out.to_str().expect("a path in UTF-8"),
    ];
    let answer = fed(&arguments, input.as_bytes());
    assert_eq!((&*answer.out, answer.code), ("", Some(1)));
    assert_eq!(fs::read_to_string(&out).unwrap().lines().count(), input.lines().count());
    let rows: Vec<Vec<&str>> = answer
        .err
        .lines()
        .filter(|line| line.contains('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let expected = [
        ["service", "records", "share"],
        ["https", "2,000", "79.9 %"],
        ["domain", "500", "20.0 %"],
        ["(other services)", "1", "0.0 %"],
        ["(no service)", "1", "0.0 %"],
        ["(no ports)", "1", "0.0 %"],
        ["(malformed)", "1", "0.0 %"],
        ["all", "2,504", "100.0 %"],
    ];
    assert_eq!(rows, expected);
    let svg = fs::read_to_string(&plot).unwrap();
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{svg}");
    // The longest bar, and a quarter of it.
    for part in ["width=\"420.0\"", "width=\"105.0\"", ">https</text>", ">500 (20.0 %)</text>"] {
        assert!(svg.contains(part), "{part}: {svg}");
    }
    assert!(!svg.contains("ssh"), "{svg}");
}

#[test]
fn the_first_ten_malformed_lines_are_told_and_all_are_counted() {
    let answer = fed(&[], format!("sp,dp,pr\n{}", "1,x,6\n".repeat(25)).as_bytes());
    assert_eq!(answer.err.matches("dp: expected a port").count(), 10);
    assert!(answer.err.contains("\nflows: standard input: 25 malformed lines, 10 are told\n"));
    assert_eq!((answer.out.lines().count(), answer.code), (26, Some(1)));
}

#[test]
fn a_closed_pipe_is_quiet_and_a_copy_is_one() {
    let path = place("many.csv");
    let many = format!("sp,dp,pr\n{}", "50000,443,6\n".repeat(200_000));
    fs::write(&path, &many).unwrap();
    let line = first_line(Command::new(binary("flows")).arg(&path));
    assert_eq!(line, "sp,dp,pr,service_name,service_side,port_status\n");
    let answer = run("flows", &[path.to_str().expect("a path in UTF-8"), "--pass-through"]);
    assert!(answer.out == many, "a copy");
    let text = read("eve.ndjson");
    assert_eq!(fed(&["--pass-through"], text.as_bytes()).out, text);
}

/// A record is not held back until others come.
#[test]
fn records_come_out_as_they_come_in() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(binary("flows"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the example runs");
    let mut stdin = child.stdin.take().expect("it is piped");
    let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    stdin.write_all(b"sp,dp,pr\n50000,443,6\n").unwrap();
    assert!(lines.next().unwrap().unwrap().starts_with("sp,dp,pr,"));
    assert_eq!(lines.next().unwrap().unwrap(), "50000,443,6,https,destination,Assigned");
    drop(stdin);
    assert!(child.wait().unwrap().success());
}
