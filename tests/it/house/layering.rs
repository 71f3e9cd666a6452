//! The layers of the source tree: a table of which folder may use which.
//!
//! Every path that begins with `crate::` is read. Two folders that use each
//! other can only be understood, tested and changed together; a table keeps
//! such circles out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// An entry of a folder, and what it may use beside itself.
type Layer = (&'static str, &'static [&'static str]);

/// The entries of `src/`, from the ground up. `lib.rs` is documentation and
/// names: nothing uses it, so that every import is one from the home of a name.
const LAYERS: [Layer; 23] = [
    ("columns", &[]),
    ("text", &[]),
    ("values", &["text"]),
    ("interop", &["values"]),
    ("tables", &["text", "values"]),
    ("compile", &["columns", "tables", "text", "values"]),
    ("registry", &["columns", "compile", "tables", "text", "values"]),
    ("facts", &["columns", "compile", "registry", "tables", "values"]),
    ("find", &["facts", "registry", "tables", "text", "values"]),
    ("lookups", &["registry", "tables", "values"]),
    ("macros", &["registry", "tables"]),
    ("load", &["columns", "compile", "registry", "tables", "text", "values"]),
    ("export", &["columns", "registry", "text", "values"]),
    ("layers", &["columns", "compile", "export", "find", "registry", "tables", "text", "values"]),
    ("build", &["compile", "layers", "registry", "tables", "text"]),
    ("diff", &["columns", "export", "registry", "text", "values"]),
    ("port_spec", &["find", "lookups", "registry", "text", "values"]),
    ("dns_sd", &["lookups", "registry", "text", "values"]),
    ("servent", &["lookups", "registry", "values"]),
    ("flow", &["lookups", "registry", "text", "values"]),
    ("resolve", &["find", "lookups", "registry", "servent", "text", "values"]),
    (
        "serde",
        &[
            "columns",
            "dns_sd",
            "export",
            "facts",
            "find",
            "flow",
            "layers",
            "lookups",
            "port_spec",
            "registry",
            "servent",
            "text",
            "values",
        ],
    ),
    (
        "lib",
        &[
            "diff", "dns_sd", "export", "facts", "find", "layers", "load", "lookups", "registry",
            "tables", "text", "values",
        ],
    ),
];

/// The stages of the compiler, likewise.
const STAGES: [Layer; 12] = [
    ("encoding", &[]),
    ("error", &[]),
    ("limits", &[]),
    ("bytes", &[]),
    ("aliases", &[]),
    ("pool", &["bytes", "error"]),
    ("read", &["error", "limits"]),
    ("rows", &["error", "limits", "read"]),
    ("model", &["aliases", "bytes", "error", "pool", "read", "rows"]),
    ("emit", &["bytes", "error", "model", "pool", "read", "rows"]),
    ("files", &["encoding", "error", "limits", "read"]),
    ("services_file", &["aliases", "error", "limits", "read", "rows"]),
];

/// The modules of the command, likewise. It is a program of its own, which uses
/// the crate by its name, as any other does.
const COMMAND: [Layer; 16] = [
    ("customary", &[]),
    ("page", &[]),
    ("group", &["page"]),
    ("notes", &["page"]),
    ("people", &["group", "page"]),
    ("describe", &["customary", "group", "notes", "page", "people"]),
    ("overview", &["describe", "group", "page"]),
    ("query", &["customary"]),
    ("answer", &["customary", "describe", "group", "overview", "page", "people", "query"]),
    ("words", &["answer", "customary", "page", "people"]),
    ("out", &["answer", "page"]),
    ("arguments", &["out"]),
    ("session", &["answer", "arguments", "out", "query"]),
    ("files", &["arguments", "out"]),
    ("free", &["arguments", "group", "out"]),
    ("sockets", &["customary", "out", "page"]),
];

/// A path in the folder, and the text.
type Source = (PathBuf, String);

#[test]
fn folders_use_what_is_below_them() {
    let mut library = sources("src");
    library.retain(|(path, _)| !path.starts_with("command"));
    assert_eq!(violations(&library, "crate::", &LAYERS), [""; 0]);
}

#[test]
fn modules_of_the_command_use_what_is_below_them() {
    let mut modules = sources("src/command");
    modules.retain(|(path, _)| path != Path::new("main.rs"));
    assert_eq!(violations(&modules, "crate::", &COMMAND), [""; 0]);
}

#[test]
fn stages_use_what_is_before_them() {
    assert_eq!(violations(&sources("src/compile"), "crate::compile::", &STAGES), [""; 0]);
}

/// Each line of a table uses lines before it only: the table itself has no
/// circle.
#[test]
fn the_tables_are_in_order() {
    for layers in [&LAYERS[..], &STAGES[..], &COMMAND[..]] {
        for (index, (name, uses)) in layers.iter().enumerate() {
            assert!(uses.is_sorted(), "{name}: {uses:?}");
            for used in *uses {
                let place = layers.iter().position(|(other, _)| other == used);
                assert!(place.is_some_and(|place| place < index), "{name} uses {used}");
            }
        }
    }
}

#[test]
fn violations_are_found() {
    let found =
        |path: &str, text: &str| violations(&[(path.into(), text.to_owned())], "crate::", &LAYERS);
    let up = "text/quoted.rs: text uses registry";
    assert_eq!(found("text/quoted.rs", "use super::super::registry::record::Record;\n"), [up]);
    assert_eq!(found("text/quoted.rs", "use crate::registry::record::Record;\n"), [up]);
    assert_eq!(found("text/quoted.rs", "    fn f(_: crate::registry::Registry) {}\n"), [up]);
    assert_eq!(
        found("diff/mod.rs", "use crate::text::pad;\nuse crate::{Record, Registry};\n"),
        ["diff/mod.rs: through the root: use crate::{Record, Registry};"],
    );
    assert_eq!(
        found("diff/mod.rs", "use crate::Record;\n"),
        ["diff/mod.rs: through the root: use crate::Record;"],
    );
    assert_eq!(
        found("servent.rs", "use super::lookup_name;\n"),
        ["servent.rs: through the root: use super::lookup_name;"],
    );
    assert_eq!(found("attic/mod.rs", "\n"), ["attic/mod.rs: attic is in no layer"]);
    // Documentation, macros, what is below, and tests.
    for text in [
        "//! [`Record`](crate::Record)\n",
        "    $crate::Record\n",
        "use crate::values::date::Date;\n",
        "use crate::text::pad::Pad;\n",
        "fn f() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::registry::Registry;\n}\n",
    ] {
        assert_eq!(found("port_spec/mod.rs", text), [""; 0], "{text}");
    }
    assert_eq!(found("text/tests.rs", "use crate::registry::Registry;\n"), [""; 0]);
}

/// Every use that the table does not have, and where.
fn violations(sources: &[Source], root: &str, layers: &[Layer]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for (path, text) in sources {
        let names: Vec<String> =
            path.iter().map(|name| name.to_string_lossy().replace(".rs", "")).collect();
        // The module itself gathers its parts; tests may look at everything.
        if names[0] == "mod" || names.iter().any(|name| name == "tests") {
            continue;
        }
        let (entry, path) = (&*names[0], path.display());
        let Some((_, allowed)) = layers.iter().find(|(name, _)| *name == entry) else {
            found.insert(format!("{path}: {entry} is in no layer"));
            continue;
        };
        for line in without_tests(text).lines().map(str::trim) {
            if line.starts_with("//") {
                continue;
            }
            // `super::` may lead as far.
            let own_root = "super::".repeat(names.iter().filter(|name| *name != "mod").count());
            let from = |root: &str, (at, _)| {
                (!line[..at].ends_with(['$', ':'])).then(|| &line[at + root.len()..])
            };
            let of_root = line.match_indices(root).filter_map(|found| from(root, found));
            let of_super = line.match_indices(&own_root).filter_map(|found| from(&own_root, found));
            for path_of_name in of_root.chain(of_super) {
                let end = path_of_name.find(|c: char| !c.is_ascii_lowercase() && c != '_');
                let name = &path_of_name[..end.unwrap_or(path_of_name.len())];
                let is_path = end.is_some_and(|end| path_of_name[end..].starts_with("::"));
                if !is_path && !layers.iter().any(|(layer, _)| *layer == name) {
                    found.insert(format!("{path}: through the root: {line}"));
                } else if name != entry && !allowed.contains(&name) {
                    found.insert(format!("{path}: {entry} uses {name}"));
                }
            }
        }
    }
    found.into_iter().collect()
}

/// What stands before the tests of a file.
fn without_tests(text: &str) -> &str {
    // Attributes may stand between.
    let tests = text.match_indices("#[cfg(test)]\n").find(|(at, _)| {
        let mut lines = text[*at..].lines().skip_while(|line| line.starts_with("#["));
        lines.next().is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    });
    tests.map_or(text, |(at, _)| &text[..at])
}

/// The source files of a folder, by their paths in it.
fn sources(folder: &str) -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                found.insert(path.strip_prefix(&folder).expect("inside").to_owned(), text);
            }
        }
    }
    assert!(found.len() > 5, "{}: the source files are read", folder.display());
    found.into_iter().collect()
}
