//! The picture of the front page: what the example `map` draws of this edition.

use crate::examples::run;

#[test]
fn it_is_what_the_program_draws() {
    let drawn = run("map", &["tcp"]).out;
    assert!(
        drawn == include_str!("../../../examples/map/tcp.svg"),
        "cargo run --example map -- tcp > examples/map/tcp.svg"
    );
}
