//! What a search costs: services by words, names that are nearly a text, and as
//! the limit memmem of the crate memchr over the same text, which finds places
//! and no services.
//!
//! `cargo bench --package iana-ports-benches --bench searching`

use std::hint::black_box;

use criterion::Criterion;
use iana_ports::{search, services, suggest};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut text = String::new();
    let mut last = ("", "");
    for service in services() {
        let own = (service.name(), service.description());
        // Rows of several transports have one text.
        if std::mem::replace(&mut last, own) != own {
            text.extend([own.0, "\n", own.1, "\n"]);
        }
    }
    for query in ["zzzz", "postgres", "time", "server", "mail submission", "http*"] {
        let word = query.trim_end_matches('*');
        let places = || memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).count();
        // A text that has the word, as it is written, is of a service that is
        // found.
        assert!(places() == 0 || search(query).next().is_some(), "{query}");
        let mut group = criterion.benchmark_group(format!("search/{query}"));
        let first = || search(black_box(query)).next();
        group.bench_function("first", |bencher| bencher.iter(first));
        let all = || search(black_box(query)).count();
        group.bench_function("all", |bencher| bencher.iter(all));
        group.bench_function("memmem", |bencher| bencher.iter(|| black_box(places())));
        let nearest = || suggest(black_box(query)).count();
        group.bench_function("suggest", |bencher| bencher.iter(nearest));
        group.finish();
    }
    criterion.final_summary();
}
