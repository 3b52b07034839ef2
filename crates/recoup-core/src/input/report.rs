//! `[report]` and `[[input]]`: what a report prints beside its figures.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::input::findings::Findings;
use crate::input::guard::{Guarded, Stop, Unread};
use crate::input::hint::{key_of, unknown_key};
use crate::input::tree::{Node, Value};
use crate::scenario::report::{InputNote, Logo, Picture, ReportTexts};

/// Most bytes of a logo.
const LOGO_BYTES: u64 = 1024 * 1024;

/// The first bytes of every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The texts of `[report]`.
pub(crate) fn texts(study: &Node) -> ReportTexts {
    let text = |key: &str| {
        let text = study.text(&["report", key])?.trim();
        (!text.is_empty()).then(|| text.to_string())
    };
    ReportTexts { client: text("client"), author: text("author"), date: text("date"), status: text("status") }
}

/// Reads the logo that the study names, if any; the study names it from then on as a result folder holds it.
pub(crate) fn read_logo(
    study: &mut Node,
    folder: Option<&Path>,
    stop: Stop,
    diagnostics: &mut Findings,
) -> Option<Logo> {
    let file = study.entries_mut()?.get_mut("report")?.entries_mut()?.get_mut("logo")?;
    let Value::Text(written) = &file.value else { return None };
    let refuse = |reason: String, help: &str| {
        let message = format!("cannot use the logo `{written}`: {reason}");
        Diagnostic::error("S057", message).with_place(file.place.clone()).with_help(help)
    };
    let Some(folder) = folder else {
        diagnostics.push(refuse("a study that is no file cannot name other files".into(), "remove `report.logo`"));
        return None;
    };
    // Relative to the file that says so, which the study may extend.
    let said_in = file.place.as_ref().map(|place| Path::new(&*place.source.name)).filter(|path| path.is_file());
    let path = said_in.and_then(Path::parent).unwrap_or(folder).join(written);
    let read = Guarded::open(&path, LOGO_BYTES, stop).and_then(Guarded::bytes);
    let found = match read {
        Ok(bytes) => logo(bytes).map_err(|reason| (reason, "save it as PNG")),
        Err(Unread::TooLarge(bytes, most)) => {
            Err((Unread::TooLarge(bytes, most).to_string(), "make the picture smaller"))
        }
        Err(unread) => Err((unread.to_string(), unread.help().unwrap_or("name a PNG or SVG file"))),
    };
    match found {
        Ok(logo) => {
            file.value = Value::Text(logo.name.into());
            Some(logo)
        }
        Err((reason, help)) => {
            diagnostics.push(refuse(reason, help));
            None
        }
    }
}

/// The picture in those bytes; else why it cannot be used.
fn logo(bytes: Vec<u8>) -> Result<Logo, String> {
    if bytes.starts_with(PNG) {
        return Ok(Logo { name: "logo.png", picture: Picture::Png, bytes });
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| "it is neither a PNG nor an SVG".to_string())?;
    match active_part(text) {
        None => Ok(Logo { name: "logo.svg", picture: Picture::Svg, bytes }),
        Some(reason) => Err(reason),
    }
}

/// What keeps an SVG from being a plain picture: anything but elements and attributes that draw. A page shows it as an image, where
/// a browser neither runs nor loads anything; this is the second lock.
fn active_part(svg: &str) -> Option<String> {
    let plain = svg.to_ascii_lowercase();
    if !plain.contains("<svg") && !plain.contains(":svg") {
        return Some("it is neither a PNG nor an SVG".into());
    }
    let forbidden = [
        ("<script", "scripts"),
        (":script", "scripts"),
        ("foreignobject", "foreign objects"),
        ("<!entity", "entities"),
        ("<!doctype", "a document type"),
        ("<?xml-stylesheet", "style sheets"),
        ("<style", "style sheets"),
        (":style", "style sheets"),
        ("@import", "style sheets"),
        ("<iframe", "frames"),
        ("<animate", "animations"),
        ("<set", "animations"),
    ];
    if let Some((_, what)) = forbidden.iter().find(|(part, _)| plain.contains(part)) {
        return Some(format!("the SVG contains {what}"));
    }
    // Attributes that run: onload and the like.
    if has_handler(&plain) {
        return Some("the SVG contains event handlers".into());
    }
    let is_elsewhere = |address: &str| {
        let address = address.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '('));
        !address.starts_with('#') && !address.starts_with("data:image/png") && !address.starts_with("data:image/jpeg")
    };
    for start in ["href", "url("] {
        if plain.match_indices(start).any(|(at, _)| is_elsewhere(&plain[at + start.len()..])) {
            return Some("the SVG refers to something outside itself".into());
        }
    }
    None
}

/// Whether an attribute whose name begins with `on` is set, with blanks before its sign.
fn has_handler(plain: &str) -> bool {
    let bytes = plain.as_bytes();
    plain.match_indices("on").any(|(at, _)| {
        let begins = at > 0 && (bytes[at - 1].is_ascii_whitespace() || matches!(bytes[at - 1], b'"' | b'\'' | b'/'));
        let rest = plain[at..].trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        begins && rest.trim_start().starts_with('=')
    })
}

/// The `[[input]]` tables; `known` is a tree of all that stands in any case.
pub(crate) fn inputs(study: &Node, known: &Node, diagnostics: &mut Findings) -> Vec<InputNote> {
    let mut notes: Vec<InputNote> = Vec::new();
    for row in study.rows("input").iter().filter(|row| row.entries().is_some()) {
        let Some(node) = row.at(&["key"]) else {
            diagnostics.push(Diagnostic::error("S013", "an [[input]] lacks `key`").with_place(row.place.clone()));
            continue;
        };
        let Some(text) = node.as_text() else { continue };
        let Some(key) = diagnostics.take(key_of(text, "an [[input]]", node.place.clone())) else { continue };
        if known.at(&key.0).is_none_or(|node| node.as_number().is_none()) {
            if !known.is_broken(&key.0) {
                diagnostics.push(unknown_key(&key, "an [[input]]", node.place.clone(), Some(known)));
            }
            continue;
        }
        let words = |name: &str| {
            let text = row.text(&[name])?.trim();
            (!text.is_empty()).then(|| text.to_string())
        };
        let note = InputNote { key, label: words("label"), source: words("source"), note: words("note") };
        let mut refuse = |message: String, help: &str| {
            diagnostics.push(Diagnostic::error("S058", message).with_place(node.place.clone()).with_help(help));
        };
        if notes.iter().any(|other| other.key == note.key) {
            refuse(format!("`{}` has two [[input]] tables", note.key), "keep one of them");
        } else if note.label.is_none() && note.source.is_none() && note.note.is_none() {
            refuse(
                format!("the [[input]] of `{}` describes nothing", note.key),
                "write a `label`, a `source` or a `note`",
            );
        } else {
            notes.push(note);
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use crate::input::report::{active_part, logo};
    use crate::scenario::report::Picture;

    #[test]
    fn a_png_and_a_plain_svg_are_logos() {
        assert_eq!(logo(b"\x89PNG\r\n\x1a\nrest".to_vec()).map(|logo| logo.picture), Ok(Picture::Png));
        let plain = r##"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
            <defs><path id="a" d="M0 0h1"/></defs><use xlink:href="#a" fill="url(#b)"/><text>Lyon = on</text></svg>"##;
        assert_eq!(logo(plain.as_bytes().to_vec()).map(|logo| logo.picture), Ok(Picture::Svg));
    }

    #[test]
    fn what_could_run_or_load_is_no_logo() {
        for part in [
            "<script>x</script>",
            "<s:script/>",
            "<foreignObject/>",
            "<g onload=\"x\"/>",
            "<g\nonload =\n'x'/>",
            "<g id=\"a\"onload=\"x\"/>",
            "<a href=\"javascript:x\"/>",
            "<a href=\"&#106;avascript:x\"/>",
            "<image href=\"https://example.com/a.png\"/>",
            "<image href='file:///etc/passwd'/>",
            "<image href=\"data:image/svg+xml;base64,AA\"/>",
            "<g fill=\"url(http://example.com/#a)\"/>",
            "<style>@import 'x'</style>",
            "<animate attributeName=\"href\"/>",
        ] {
            assert!(active_part(&format!("<svg>{part}</svg>")).is_some(), "{part}");
        }
        assert!(active_part("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>").is_some());
        assert!(logo(b"GIF89a".to_vec()).is_err() && logo(vec![0xff, 0xfe]).is_err());
    }
}
