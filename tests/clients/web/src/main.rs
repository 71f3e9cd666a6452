//! A web service with axum, asked without a network.
//!
//! It shows services and ports in paths, the library's types as JSON, contacts
//! with what the contact table says of them, a list of ports that may be given as
//! a number, a search, and refusals that a client can read.

use std::io;

use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query};
use axum::http::{Request, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use iana_ports::port_spec::PortSpec;
use iana_ports::{
    Contacts, PortKey, Service, Services, Transport, lookup, search, services_named, status,
};
use serde::{Deserialize, Serialize};
use tower::ServiceExt;

#[derive(Deserialize)]
struct Rule {
    allow: PortSpec,
}

#[derive(Deserialize)]
struct Words {
    q: String,
}

/// What is known of a port.
#[derive(Serialize)]
struct Port {
    port: PortKey,
    status: iana_ports::Status,
    service: Option<&'static str>,
}

async fn named(Path(name): Path<String>) -> Json<Services<'static>> {
    Json(services_named(&name))
}

async fn contacts(Path(service): Path<Service<'static>>) -> Json<Contacts<'static>> {
    Json(service.contacts())
}

async fn port(Path(port): Path<PortKey>) -> Json<Port> {
    let service = lookup(port).map(|service| service.name());
    Json(Port { port, status: status(port.port(), port.transport()), service })
}

async fn rule(Path(transport): Path<Transport>, Json(rule): Json<Rule>) -> String {
    rule.allow.on(&[transport]).to_string()
}

async fn find(Query(words): Query<Words>) -> Result<String, StatusCode> {
    let found = search(&words.q).next().ok_or(StatusCode::NOT_FOUND)?;
    Ok(found.service().to_string())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Router::new()
        .route("/named/{name}", get(named))
        .route("/contacts/{*service}", get(contacts))
        .route("/ports/{*port}", get(port))
        .route("/rules/{transport}", post(rule))
        .route("/search", get(find));
    for line in io::stdin().lines() {
        let line = line?;
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().unwrap_or_default();
        let request = Request::builder().method(word()).uri(word());
        let request = request.header("content-type", "application/json");
        let answer = service.clone().oneshot(request.body(Body::from(word().to_owned()))?).await?;
        print!("{line}\n  {} ", answer.status().as_u16());
        println!("{}", std::str::from_utf8(&to_bytes(answer.into_body(), usize::MAX).await?)?);
    }
    Ok(())
}
