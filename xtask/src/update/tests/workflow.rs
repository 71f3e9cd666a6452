//! The weekly workflow: what may write runs no code but its own.

use std::fs;

use crate::cmd::root;

fn workflow() -> String {
    fs::read_to_string(root().join(".github/workflows/update.yml")).unwrap()
}

/// The lines of each job without its comments, by name.
fn jobs(workflow: &str) -> Vec<(&str, Vec<&str>)> {
    let (_, text) = workflow.split_once("\njobs:\n").unwrap();
    let mut jobs: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        match line.strip_prefix("  ").filter(|name| !name.starts_with(' ')) {
            Some(name) if !name.is_empty() => jobs.push((name.trim_end_matches(':'), Vec::new())),
            _ => jobs.last_mut().unwrap().1.push(line),
        }
    }
    jobs
}

#[test]
fn the_job_that_runs_cargo_may_only_read() {
    let text = workflow();
    assert!(text.contains("\npermissions: {}\n"));
    let mut found = Vec::new();
    for (name, lines) in jobs(&text) {
        let start = lines.iter().position(|line| line.trim() == "permissions:").unwrap() + 1;
        let permissions: Vec<&str> = lines[start..]
            .iter()
            .take_while(|line| line.starts_with("      "))
            .map(|line| line.trim())
            .collect();
        found.push((name, permissions, lines.iter().any(|line| line.contains("cargo"))));
    }
    assert_eq!(
        found,
        [
            ("update", vec!["contents: read"], true),
            ("propose", vec!["contents: write", "pull-requests: write"], false),
            ("report", vec!["issues: write"], false),
        ]
    );
}

#[test]
fn no_script_is_made_of_what_was_read() {
    let text = workflow();
    for (name, lines) in jobs(&text) {
        // A script stands deeper than its key, to the end of the step.
        let mut script = None;
        for line in lines {
            let depth = line.len() - line.trim_start().len();
            if script.is_some_and(|key| depth > key) {
                assert!(!line.contains("${{"), "{name}: {line}");
            } else if !line.trim().is_empty() {
                script = line.trim_start().starts_with("run:").then_some(depth);
                assert!(script.is_none() || !line.contains("${{"), "{name}: {line}");
            }
        }
    }
}

#[test]
fn actions_are_told_by_their_commit() {
    let text = workflow();
    let actions: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "))
        .collect();
    assert_eq!(actions.len(), 5);
    for action in actions {
        let (commit, version) = action.split_once('@').unwrap().1.split_once(" # v").unwrap();
        assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert!(!version.is_empty(), "{action}");
    }
}
