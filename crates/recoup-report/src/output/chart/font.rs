//! The embedded font, registered once with plotters and resvg.

use std::sync::{Arc, LazyLock};

use plotters::style::{FontStyle, register_font};
use resvg::usvg::fontdb;
use ttf_parser::Face;

use crate::output::chart::clean::clean;
use crate::output::chart::error::ChartError;

/// Font families as SVG and CSS name them: the embedded one first, then what other machines may have.
pub const FAMILIES: &str = "Noto Sans SC, Noto Sans, PingFang SC, Microsoft YaHei, sans-serif";

/// Family name of the embedded font.
pub const FAMILY: &str = "Noto Sans SC";

/// The embedded font, regular.
pub static REGULAR: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/NotoSansSC-Regular.ttf"));
/// ... and bold.
pub static BOLD: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/NotoSansSC-Bold.ttf"));

static REGISTERED: LazyLock<bool> = LazyLock::new(|| {
    register_font(FAMILIES, FontStyle::Normal, REGULAR).is_ok()
        && register_font(FAMILIES, FontStyle::Bold, BOLD).is_ok()
});

static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for bytes in [REGULAR, BOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(REGULAR, 0).ok());

/// Makes the font known to plotters; to be called before anything is measured or drawn.
pub fn register() -> Result<(), ChartError> {
    if *REGISTERED { Ok(()) } else { Err(ChartError::Font) }
}

/// The embedded font alone, for resvg.
pub fn database() -> Arc<fontdb::Database> {
    Arc::clone(&DATABASE)
}

/// The characters of `text` that the embedded font lacks and a picture would show as boxes, each once, in order.
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let Some(face) = FACE.as_ref() else { return Vec::new() };
    let mut missing = Vec::new();
    for character in clean(text).chars() {
        if face.glyph_index(character).is_none() && !missing.contains(&character) {
            missing.push(character);
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::output::chart::font::{missing_glyphs, register};

    #[test]
    fn the_embedded_font_is_accepted() {
        assert_eq!(register(), Ok(()));
    }

    #[test]
    fn european_and_chinese_names_have_all_their_glyphs() {
        assert!(
            missing_glyphs("mañana ¿pingüino? Łódź, žluťoučký, ğışö, Ж, ω: ≤ ≥ × − · … € £ ¥ % κ σ “” → “1 %”")
                .is_empty()
        );
        assert!(missing_glyphs("酒店服务补救：主动询问，快速回应。（北京）").is_empty());
        assert!(missing_glyphs("tab\tand\u{1b}escape").is_empty());
    }

    #[test]
    fn every_character_of_the_catalogues_is_in_the_font() {
        for language in Language::ALL {
            let folder = format!("{}/src/language/{}", env!("CARGO_MANIFEST_DIR"), language.code());
            for file in std::fs::read_dir(folder).expect("a folder a language") {
                let path = file.expect("a file").path();
                let text = std::fs::read_to_string(&path).expect("a catalogue");
                for line in text.lines() {
                    assert_eq!(missing_glyphs(line), Vec::<char>::new(), "{}: {line}", path.display());
                }
            }
        }
    }

    #[test]
    fn characters_outside_the_font_are_told_once_each() {
        assert_eq!(missing_glyphs("a 🙂 b 龘 🙂"), vec!['🙂', '龘']);
    }
}
