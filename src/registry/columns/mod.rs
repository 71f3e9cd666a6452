//! The columns of a row as methods of `Record` and `Service`, a module for each
//! tier; and as the fields of JSON.

#[macro_use]
pub(crate) mod fields;

use crate::columns::service_columns;

/// Declares what gives the sentence by which documentation names a column.
macro_rules! sentences {
    (
        $columns:ident, $count:literal, $row:ident: $type:ident;
        $($key:ident: $name:literal $(in $tier:literal)?, $kind:ident($($value:tt)+)
            $(+ $more:ident: $more_kind:ident($($more_value:tt)+))*;)+
    ) => {
        macro_rules! column_sentence {
            $(($key) => { concat!("Column \"", $name, "\".") };)+
        }
    };
}

service_columns!(sentences);

/// Declares methods of a record, and the same of a service, which ask its
/// record. What stands before `impl Service` documents those of the service;
/// `column` is where that names the column. What is in `only Service` comes
/// before the methods that both have.
macro_rules! accessors {
    (
        $(only Service { $($only:tt)+ })?
        $(
            $(#[$service:meta])*
            $(column $key:ident; $(#[$example:meta])*)?
            impl Service;
            $(#[$record:meta])*
            pub $(const $(@$never:tt)?)? fn $method:ident($self:ident) -> $type:ty $body:block
        )+
    ) => {
        impl<'r> Service<'r> {
            $($($only)+)?
            $(
                $(#[$service])*
                $(
                    ///
                    #[doc = column_sentence!($key)]
                    ///
                    $(#[$example])*
                )?
                #[must_use]
                pub $(const $(@$never)?)? fn $method($self) -> $type {
                    $self.record().$method()
                }
            )+
        }

        impl<'r> Record<'r> {
            $(
                $(#[$record])*
                #[must_use]
                pub $(const $(@$never)?)? fn $method($self) -> $type $body
            )+
        }
    };
}

// The order of these is that of the methods on docs.rs.
mod names;

#[cfg(feature = "details")]
pub(crate) mod details;
#[cfg(not(feature = "details"))]
mod no_details;
