//! The characters of a page as a font inside it, so that it reads the same on every machine, Chinese too.

use std::collections::BTreeSet;

use allsorts::binary::read::ReadScope;
use allsorts::font::read_cmap_subtable;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use allsorts::tables::FontTableProvider;
use allsorts::tables::cmap::Cmap;
use allsorts::tag;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::output::chart::font::{BOLD, FAMILY, REGULAR};

/// The `@font-face` rules of a page with that text; nothing for a font that cannot be cut, since readers have fonts too.
pub(crate) fn font_faces(text: &str) -> String {
    let characters: BTreeSet<char> = text.chars().filter(|c| !c.is_control()).collect();
    let face = |(bytes, weight): (&[u8], u32)| {
        let font = STANDARD.encode(cut(bytes, &characters)?);
        Some(format!(
            "@font-face{{font-family:\"{FAMILY}\";font-weight:{weight};src:url(data:font/ttf;base64,{font}) format(\"truetype\")}}\n"
        ))
    };
    [(REGULAR, 400), (BOLD, 700)].into_iter().filter_map(face).collect()
}

/// The font with these characters alone.
fn cut(bytes: &[u8], characters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let data = ReadScope::new(bytes).read::<FontData<'_>>().ok()?;
    let provider = data.table_provider(0).ok()?;
    let table = provider.read_table_data(tag::CMAP).ok()?;
    let cmap = ReadScope::new(&table).read::<Cmap<'_>>().ok()?;
    let (_, subtable) = read_cmap_subtable(&cmap).ok()??;
    let glyph = |c: &char| subtable.map_glyph(u32::from(*c)).ok().flatten();
    let mut glyphs: Vec<u16> = [0].into_iter().chain(characters.iter().filter_map(glyph)).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    subset(&provider, &glyphs, &SubsetProfile::Minimal, CmapTarget::Unicode).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::output::chart::font::{BOLD, REGULAR};
    use crate::output::report::font::{cut, font_faces};

    #[test]
    fn a_cut_font_has_the_characters_asked_for_and_few_bytes() {
        let wanted: BTreeSet<char> = "Aé酒 “".chars().collect();
        for font in [REGULAR, BOLD] {
            let bytes = cut(font, &wanted).unwrap();
            let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
            assert!(wanted.iter().all(|&c| face.glyph_index(c).is_some_and(|glyph| glyph.0 > 0)));
            assert!(face.glyph_index('店').is_none() && bytes.len() < 10_000, "{}", bytes.len());
        }
        assert_eq!(font_faces("Aé").matches("@font-face").count(), 2);
        assert_eq!(font_faces("Aé"), font_faces("éA"));
    }
}
