//! A scheduler and two executors on loopback, each with the functions registered:
//! the same answers as in one process.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use ballista_core::serde::protobuf::scheduler_grpc_client::SchedulerGrpcClient;
use ballista_executor::new_standalone_executor_from_state;
use ballista_scheduler::standalone::new_standalone_scheduler_from_state;
use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, UInt8Array, UInt16Array};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use iana_ports::Registry;
use iana_ports::Transport::Tcp;
use iana_ports::load::NewRecord;
use iana_ports_datafusion::IanaPorts;

/// How many files the flows lie in, so that there is work for both executors.
const FILES: u16 = 8;

/// Queries over `flows`, `iana_services` and `iana_contacts`, each in one order.
const QUERIES: [&str; 7] = [
    "SELECT service_name(dst_port, protocol) AS service, count(*), sum(bytes) FROM flows
     GROUP BY service ORDER BY service",
    "SELECT service_name(dst_port, protocol) AS service, service_description(dst_port, 'tcp'),
        port_status(dst_port, protocol), port_range(dst_port), bytes
     FROM flows ORDER BY bytes LIMIT 500",
    // A dictionary within an executor. None goes from one to another: Ballista
    // sends its texts, and then expects the dictionary.
    "SELECT dst_port, protocol, count(*) FROM flows
     WHERE service_name_dict(dst_port, protocol) IN ('https', 'domain', 'x11')
     GROUP BY dst_port, protocol ORDER BY dst_port, protocol",
    "SELECT service_side(src_port, dst_port, protocol) AS side,
        flow_service_name(src_port, dst_port, protocol) AS service, max(bytes)
     FROM flows GROUP BY side, service ORDER BY side, service",
    "SELECT dst_port, protocol, count(*) FROM flows WHERE is_service(dst_port, protocol, 'x11')
     GROUP BY dst_port, protocol ORDER BY dst_port, protocol",
    // The name is not known while planning: the executors ask the function.
    "SELECT s.service_name, count(*) FROM flows AS f JOIN iana_services AS s
        ON f.dst_port = s.first_port AND f.protocol = s.protocol_number
     WHERE is_service(f.dst_port, f.protocol, s.service_name)
     GROUP BY s.service_name ORDER BY s.service_name",
    "SELECT c.organization, count(*) AS services FROM
        (SELECT unnest(assignee) AS id FROM iana_services) AS s JOIN iana_contacts AS c ON s.id = c.id
     GROUP BY c.organization ORDER BY services DESC, c.organization LIMIT 20",
];

/// The state of a scheduler or an executor that has the functions.
fn state(ports: &IanaPorts) -> SessionState {
    let mut state = bare_state();
    ports.register_functions(&mut state).unwrap();
    state
}

fn bare_state() -> SessionState {
    SessionStateBuilder::new()
        .with_default_features()
        .with_config(SessionConfig::new_with_ballista())
        .build()
}

/// Starts a cluster with the functions of a registry in the scheduler and in a
/// client, which it gives.
async fn cluster(ports: &IanaPorts, executors: [&SessionState; 2]) -> SessionContext {
    let address = new_standalone_scheduler_from_state(&state(ports)).await.unwrap();
    let url = format!("http://localhost:{}", address.port());
    for executor in executors {
        let client = SchedulerGrpcClient::connect(url.clone()).await.unwrap();
        new_standalone_executor_from_state(client, 1, executor).await.unwrap();
    }
    let url = format!("df://localhost:{}", address.port());
    let mut client = SessionContext::remote(&url).await.unwrap();
    // After the connection is made: Ballista replaces the functions of a state.
    ports.register_functions(&mut client).unwrap();
    client
}

fn write(path: &Path, batch: &RecordBatch) {
    let file = File::create(path).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
}

/// Every eighth port on five protocols, from a port beside it.
fn flows(file: u16) -> RecordBatch {
    let ports = || (file..=u16::MAX).step_by(usize::from(FILES));
    let flows = || ports().flat_map(|port| [1, 6, 17, 33, 132].map(|protocol| (port, protocol)));
    let bytes = flows().map(|(port, protocol)| i64::from(port) * 256 + i64::from(protocol));
    RecordBatch::try_from_iter([
        (
            "src_port",
            Arc::new(UInt16Array::from_iter_values(flows().map(|flow| flow.0 ^ 0x5555)))
                as ArrayRef,
        ),
        ("dst_port", Arc::new(UInt16Array::from_iter_values(flows().map(|flow| flow.0)))),
        ("protocol", Arc::new(UInt8Array::from_iter_values(flows().map(|flow| flow.1)))),
        ("bytes", Arc::new(Int64Array::from_iter_values(bytes))),
    ])
    .unwrap()
}

/// The tables as Parquet, since tables in memory do not travel.
async fn register_tables(context: &SessionContext, folder: &Path) {
    for table in ["flows", "iana_services", "iana_contacts"] {
        let path = folder.join(table);
        let path = path.to_str().unwrap();
        context.register_parquet(table, path, ParquetReadOptions::default()).await.unwrap();
    }
}

fn write_tables(folder: &Path) {
    let ports = IanaPorts::bundled();
    for table in ["flows", "iana_services", "iana_contacts"] {
        std::fs::create_dir(folder.join(table)).unwrap();
    }
    for file in 0..FILES {
        write(&folder.join(format!("flows/{file}.parquet")), &flows(file));
    }
    write(&folder.join("iana_services/all.parquet"), &ports.services().unwrap());
    write(&folder.join("iana_contacts/all.parquet"), &ports.contacts().unwrap());
}

async fn answer(context: &SessionContext, query: &str) -> String {
    let frame = context.sql(query).await.unwrap_or_else(|error| panic!("{query}: {error}"));
    let batches = frame.collect().await.unwrap_or_else(|error| panic!("{query}: {error}"));
    pretty_format_batches(&batches).unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_answers_as_in_one_process() {
    let folder = tempfile::tempdir().unwrap();
    write_tables(folder.path());
    let local = SessionContext::new();
    let ports = IanaPorts::bundled();
    for function in ports.functions() {
        local.register_udf(function.as_ref().clone());
    }
    register_tables(&local, folder.path()).await;

    let state = state(&ports);
    let remote = cluster(&ports, [&state, &state]).await;
    register_tables(&remote, folder.path()).await;
    for query in QUERIES {
        let expected = answer(&local, query).await;
        assert!(expected.lines().count() > 10, "{query}: {expected}");
        assert_eq!(answer(&remote, query).await, expected, "{query}");
    }
}

/// The functions are those that each executor has under their names. Two of
/// different registries show that both executors work.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_executor_asks_its_own_registry() {
    let folder = tempfile::tempdir().unwrap();
    write_tables(folder.path());
    let named = |name: &str| {
        let everywhere = NewRecord::service(name).ports(1..=65_535).transport(Tcp);
        state(&IanaPorts::new(Registry::builder().record(everywhere).build().unwrap()))
    };
    let remote = cluster(&IanaPorts::bundled(), [&named("one"), &named("two")]).await;
    register_tables(&remote, folder.path()).await;
    let mut found = BTreeSet::new();
    // An executor that is quick may do all of a query.
    for _ in 0..50 {
        let query = "SELECT DISTINCT service_name(dst_port, protocol) AS name FROM flows
            WHERE protocol = 6 AND dst_port > 0";
        let names = answer(&remote, query).await;
        found.extend(["one", "two", "https"].into_iter().filter(|name| names.contains(name)));
        if found.len() == 2 {
            break;
        }
    }
    assert_eq!(found, BTreeSet::from(["one", "two"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_executor_without_the_functions() {
    let folder = tempfile::tempdir().unwrap();
    write_tables(folder.path());
    let bare = bare_state();
    let remote = cluster(&IanaPorts::bundled(), [&bare, &bare]).await;
    register_tables(&remote, folder.path()).await;
    let frame = remote.sql(QUERIES[0]).await.unwrap();
    let error = frame.collect().await.unwrap_err().to_string();
    assert!(error.contains("service_name"), "{error}");
}
