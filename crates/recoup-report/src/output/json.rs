//! Answers as JSON.

use serde::Serialize;

use crate::error::Error;

/// What was found, as `--json` prints it and `result.json` holds it.
///
/// # Errors
/// It is no JSON.
pub fn json_text(found: &impl Serialize) -> Result<String, Error> {
    let json = serde_json::to_value(found).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(format!("{json:#}\n"))
}
