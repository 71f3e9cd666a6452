//! `port!`: services resolved while compiling.

/// The primary service of a name on a transport, resolved while compiling: a
/// [`Service<'static>`](crate::Service) that costs nothing at run time.
///
/// It answers as [`lookup_name`](crate::lookup_name), but a name that the
/// registry does not have on that transport stops the build instead. The
/// transport is a variant of [`Transport`](crate::Transport), which need not
/// be imported, or any constant expression of that type.
///
/// # Example
///
/// ```
/// use iana_ports::{Service, Transport, port};
///
/// const HTTPS: Service<'static> = port!("https", Tcp);
/// const HTTPS_PORT: u16 = HTTPS.port().unwrap();
/// assert_eq!(HTTPS_PORT, 443);
///
/// static X11: Service<'static> = port!("X11", Transport::Tcp);
/// assert_eq!(X11.ports(), Some(6000..=6063));
///
/// const OURS: Transport = Transport::Udp;
/// assert_eq!(port!("domain", OURS).to_string(), "domain (53/udp)");
/// ```
///
/// # Compile errors
///
/// An unknown name does not compile; the message is
/// ``iana-ports: expected a service of the IANA registry, found `htps` on
/// Tcp``.
///
/// ```compile_fail,E0080
/// let service = iana_ports::port!("htps", Tcp);
/// ```
///
/// Nor does a name that is registered, but on other transports only:
///
/// ```compile_fail,E0080
/// let service = iana_ports::port!("imap", Udp);
/// ```
///
/// Nor a transport that the registry does not know:
///
/// ```compile_fail,E0425
/// let service = iana_ports::port!("https", Quic);
/// ```
///
/// Nor a name without a transport; the message says what is missing:
///
/// ```compile_fail
/// let service = iana_ports::port!("https");
/// ```
///
/// The transport must be a constant:
///
/// ```compile_fail,E0435
/// let transport = iana_ports::Transport::Tcp;
/// let service = iana_ports::port!("https", transport);
/// ```
#[macro_export]
macro_rules! port {
    ($name:literal, $transport:expr $(,)?) => {{
        // An item and no `const` block: `cargo check` evaluates it too, also in dead
        // code.
        const RESOLVED_SERVICE: $crate::Service<'static> = {
            #[allow(unused_imports, reason = "the transport may be written in full")]
            use $crate::Transport::{Dccp, Sctp, Tcp, Udp};
            match $crate::lookup_name($name, $transport) {
                ::core::option::Option::Some(service) => service,
                // Through `{}`: the name may hold braces.
                ::core::option::Option::None => ::core::panic!(
                    "{}",
                    ::core::concat!(
                        "iana-ports: expected a service of the IANA registry, found `",
                        $name,
                        "` on ",
                        ::core::stringify!($transport),
                    )
                ),
            }
        };
        RESOLVED_SERVICE
    }};
    ($name:literal $(,)?) => {
        ::core::compile_error!(::core::concat!(
            "iana-ports: expected a transport behind the name, as in port!(",
            ::core::stringify!($name),
            ", Tcp)"
        ))
    };
}
