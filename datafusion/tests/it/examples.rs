//! The examples, as a person runs them.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use datafusion::prelude::{ParquetReadOptions, SessionContext};

use crate::{answer, texts};

/// Runs an example that cargo has built beside the tests.
fn example(name: &str, arguments: &[&str], folder: &Path) -> Output {
    let test = env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let binary = profile.join("examples").join(name).with_extension(env::consts::EXE_EXTENSION);
    Command::new(binary).args(arguments).current_dir(folder).output().unwrap()
}

#[tokio::test]
async fn annotate() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, arguments: &[&str]| {
        let output = example(name, arguments, folder.path());
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.success(), text(output.stdout), text(output.stderr))
    };
    let nothing = (true, String::new(), String::new());
    assert_eq!(run("synthesize", &["flows.parquet", "20000"]), nothing);
    let (succeeds, top, errors) = run("annotate", &["flows.parquet", "annotated.parquet"]);
    assert!(succeeds && errors.is_empty(), "{errors}");
    assert!(top.contains("| service ") && top.contains("| https ") && top.contains("| (none) "));
    assert_eq!(top.lines().count(), 14);

    let context = SessionContext::new();
    iana_ports_datafusion::register(&context).unwrap();
    for table in ["flows", "annotated"] {
        let path = folder.path().join(table).with_extension("parquet");
        let path = path.to_str().unwrap();
        context.register_parquet(table, path, ParquetReadOptions::default()).await.unwrap();
    }
    // The flows as they were, and the answers beside them.
    let query = "SELECT count(*) FROM (
        SELECT src_port, dst_port, protocol, bytes,
            flow_service_name(src_port, dst_port, protocol) AS service,
            service_side(src_port, dst_port, protocol) AS service_side,
            port_status(dst_port, protocol) AS port_status FROM flows
        INTERSECT ALL SELECT * FROM annotated)";
    assert_eq!(texts(answer(&context, query).await.column(0)), [Some("20000".to_owned())]);

    // In place, by other names of columns, and what is not there.
    let columns = ["src_port", "dst_port", "protocol", "bytes"];
    let in_place = [&["annotated.parquet", "annotated.parquet"], &columns[..]].concat();
    assert_eq!(run("annotate", &in_place), (true, top, String::new()));
    let (succeeds, _, errors) = run("annotate", &["missing.parquet", "other.parquet"]);
    assert!(!succeeds && errors.starts_with("annotate: missing.parquet: "), "{errors}");
    let unknown = ["flows.parquet", "other.parquet", "src", "dst_port", "protocol", "bytes"];
    let (succeeds, _, errors) = run("annotate", &unknown);
    assert!(!succeeds && errors.contains("src"), "{errors}");
    assert!(!folder.path().join("other.parquet").exists());
    let (succeeds, _, errors) = run("annotate", &["flows.parquet"]);
    assert!(!succeeds);
    assert_eq!(errors, "annotate: expected two files, and the names of four columns or none\n");
}
