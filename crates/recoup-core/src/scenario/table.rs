//! Tables of numbers by key.

/// Declares a table of the study: its numbers by key, and access to them by name.
macro_rules! table {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident),* $(,)? } $({ $($(#[$other_doc:meta])* $other:ident: $type:ty),* $(,)? })?) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $field: f64,)*
            $($($(#[$other_doc])* pub $other: $type,)*)?
        }

        impl $name {
            /// The plain numbers of this table, by key.
            pub const NUMBERS: &'static [&'static str] = &[$(stringify!($field)),*];

            /// The table whose plain numbers are `number(key)`, with the rest as given.
            #[allow(clippy::too_many_arguments, reason = "one for each field that is no number; each table has one reader")]
            pub(crate) fn read(mut number: impl FnMut(&'static str) -> f64 $($(, $other: $type)*)?) -> Self {
                $name { $($field: number(stringify!($field)),)* $($($other,)*)? }
            }

            /// Moves every number from the one of `from` towards its own: `w` of the way.
            #[allow(dead_code, reason = "some tables do not take part in ramps")]
            pub(crate) fn mix(&mut self, from: &Self, w: f64) {
                $(self.$field = $crate::scenario::table::mixed(from.$field, self.$field, w);)*
            }

            /// The plain number of that key.
            pub(crate) fn number_mut(&mut self, key: &str) -> Option<&mut f64> {
                match key {
                    $(stringify!($field) => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use table;

/// `w` of the way from `from` to `to`; exactly the one number where the two are equal.
pub(crate) fn mixed(from: f64, to: f64, w: f64) -> f64 {
    if from == to { to } else { from + w * (to - from) }
}
