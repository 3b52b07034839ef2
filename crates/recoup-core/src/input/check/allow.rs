//! `allow = ["W002"]`: what the author of a study has seen and accepts.

use crate::diagnostic::Diagnostic;
use crate::input::diagnostic_codes;
use crate::input::findings::Findings;
use crate::input::hint::nearest;
use crate::input::tree::{Node, Value};

/// The codes that a study allows; reported where one cannot be allowed.
pub(crate) fn codes(study: &Node, diagnostics: &mut Findings) -> Vec<&'static str> {
    let mut allowed = Vec::new();
    for node in study.list(&["allow"]) {
        let Value::Text(text) = &node.value else { continue };
        match diagnostic_codes::find(text) {
            Some(code) if code.waivable || !code.code.starts_with('S') => allowed.push(code.code),
            Some(code) => diagnostics.push(
                Diagnostic::error("S047", format!("`{}` cannot be allowed", code.code))
                    .with_place(node.place.clone())
                    .with_help("warnings, notes and few errors can: a study with this one has no meaning"),
            ),
            None => {
                let short: String = text.chars().take(60).collect();
                let unknown = Diagnostic::error("S047", format!("there is no code `{short}` to allow"));
                diagnostics.push_helped(unknown.with_place(node.place.clone()), || {
                    let listed = || "`docs/diagnostics.md` lists them".to_string();
                    let near = nearest(text, diagnostic_codes::CODES.iter().map(|code| code.code));
                    Some(near.map_or_else(listed, |code| format!("did you mean `{code}`?")))
                });
            }
        }
    }
    allowed
}
