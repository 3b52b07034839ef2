//! The page that runs the engine in a browser: study, engine and fonts put into the page as it was built.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::output::report::font::font_faces;
use crate::output::report::policy::hash;
use crate::scenario::study::Study;

/// A page as it was built, and the engine for it, compressed by gzip.
#[derive(Clone, Copy, Debug)]
pub struct LabParts<'a> {
    /// HTML with places for what a study gives.
    pub page: &'a str,
    /// The engine for WebAssembly, compressed by gzip.
    pub engine: &'a [u8],
}

/// The page for a study, in the language of the study; with the class mode where `is_class`.
pub fn lab_page(parts: LabParts<'_>, study: &Study, is_class: bool) -> String {
    let start = json!({
        "name": study.name,
        "text": study.resolved,
        "language": study.language.code(),
        "class": is_class,
        "version": env!("CARGO_PKG_VERSION"),
    });
    // Nothing in it may end the element that it stands in.
    let start = start.to_string().replace('<', "\\u003c");
    let fonts = font_faces(&format!("{}{start}", parts.page));
    let places = [
        ("{{fonts-hash}}", hash(&fonts)),
        ("{{fonts}}", fonts),
        ("{{engine}}", STANDARD.encode(parts.engine)),
        // Last: a study may hold anything, the names of places too.
        ("{{start}}", start),
    ];
    places.into_iter().fold(parts.page.to_string(), |page, (place, text)| page.replacen(place, &text, 1))
}

#[cfg(test)]
mod tests {
    use super::{LabParts, lab_page};
    use crate::input::source::Origin;
    use crate::input::{Request, load};

    const PAGE: &str = "<meta content=\"style-src '{{fonts-hash}}'\"><style>{{fonts}}</style>\
                        <script id=\"start\">{{start}}</script><script id=\"engine\">{{engine}}</script>";

    fn study(title: &str, segment: &str) -> crate::scenario::study::Study {
        let text = format!(
            "extends = \"preset:tarp-major\"\ntitle = \"{title}\"\n[[segment]]\nname = \"{segment}\"\nshare = 1.0\n\
             purchases_per_year = 4.0\nmargin = 60.0\nretention_cost = 12.0\nbase_loyalty = 0.87\n\
             [[failure]]\nname = \"late\"\nrate = 0.01\nseverity = \"major\"\n"
        );
        load(&Request::new(Origin::Text { name: "shop".into(), text })).expect("names may hold anything").study
    }

    #[test]
    fn names_with_markup_end_no_element() {
        let study = study("</script><script>alert(1)</script><!--", "<b>{{engine}}</b>");
        let page = lab_page(LabParts { page: PAGE, engine: b"engine" }, &study, false);
        assert_eq!(page.matches("</script>").count(), 2);
        assert!(!page.contains("<b>") && page.contains("\\u003cb>{{engine}}"), "{page}");
        assert!(page.contains("id=\"engine\">ZW5naW5l</script>"), "{page}");
    }

    #[test]
    fn the_page_carries_study_engine_and_fonts_and_allows_their_style() {
        let study = study("酒店", "all");
        let page = lab_page(LabParts { page: PAGE, engine: b"engine" }, &study, true);
        assert!(page.contains("ZW5naW5l") && page.contains("酒店") && page.contains("\"class\":true"), "{page}");
        assert!(!page.contains("{{"), "{page}");
        let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).expect("a style").0;
        assert_eq!(style.matches("@font-face").count(), 2);
        assert!(page.contains(&super::hash(style)));
    }
}
