//! Key paths: the one grammar by which numbers of a study are named.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The path of a number, elements of arrays by name: `failure."room not ready".rate`.
///
/// One grammar serves `--set`, sweeps, correlations, orders, responses and levers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key(pub Vec<String>);

impl Key {
    /// A key from its parts, outermost first.
    pub fn from_parts<S: Into<String>>(parts: impl IntoIterator<Item = S>) -> Self {
        Key(parts.into_iter().map(Into::into).collect())
    }

    /// Reads a TOML dotted path; `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        if text.contains(['\n', '\r']) {
            return None;
        }
        // The value tells our own `=` from one hidden in the text.
        let document = format!("{text} = 73019");
        let mut table: toml::Table = document.parse().ok()?;
        let mut parts = Vec::new();
        loop {
            if table.len() != 1 {
                return None;
            }
            let (name, value) = table.into_iter().next()?;
            parts.push(name);
            match value {
                toml::Value::Table(inner) => table = inner,
                toml::Value::Integer(73019) => return Some(Key(parts)),
                _ => return None,
            }
        }
    }

    /// The parts, outermost first.
    pub fn parts(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }

    /// A portable 64-bit address of the path: where its random number lives.
    pub(crate) fn address(&self) -> u64 {
        // FNV-1a over the parts, each closed by a zero byte.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for part in &self.0 {
            for byte in part.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        hash
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            let bare = !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            if bare {
                f.write_str(part)?;
            } else {
                write!(f, "{}", toml::Value::String(part.clone()))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::key::Key;

    #[test]
    fn quoted_names_go_there_and_back() {
        let key = Key::parse("failure.\"room not ready\".rate").unwrap();
        assert_eq!(key.parts(), ["failure", "room not ready", "rate"]);
        assert_eq!(key.to_string(), "failure.\"room not ready\".rate");
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["", "a b", "a = 1\nb", "a.", "[x]\ny", "a = 0 #"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_address_of_a_path_never_moves() {
        assert_eq!(Key::from_parts(["voice", "solicit"]).address(), 194_908_899_042_674_166);
    }
}
