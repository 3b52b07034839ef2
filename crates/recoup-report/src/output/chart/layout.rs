//! A look at a finished chart, for tests: which texts overlap, stand outside the picture or are missing.

use resvg::usvg::{Group, Node, Rect};

use crate::output::chart::raster::parse;

/// Everything wrong with the texts of a chart.
pub(super) fn faults(svg: &str) -> Vec<String> {
    let tree = match parse(svg) {
        Ok(tree) => tree,
        Err(error) => return vec![error.to_string()],
    };
    let mut texts = Vec::new();
    collect(tree.root(), &mut texts);
    let mut faults = Vec::new();
    if texts.len() < 5 {
        faults.push(format!("only {} texts", texts.len()));
    }
    let (right, bottom) = (tree.size().width(), tree.size().height());
    for (text, ink) in &texts {
        if ink.left() < 8.0 || ink.top() < 8.0 || ink.right() > right - 8.0 || ink.bottom() > bottom - 8.0 {
            faults.push(format!("`{text}` is clipped: {ink:?}"));
        }
    }
    for (place, (text, ink)) in texts.iter().enumerate() {
        for (other, beside) in &texts[..place] {
            let apart = ink.left() > beside.right()
                || beside.left() > ink.right()
                || ink.top() > beside.bottom()
                || beside.top() > ink.bottom();
            if !apart {
                faults.push(format!("`{text}` lies over `{other}`"));
            }
        }
    }
    faults
}

/// Texts with the extent of their ink, in slide pixels.
pub(super) fn collect(group: &Group, texts: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => collect(inner, texts),
            Node::Text(text) => {
                let locale = text.chunks().iter().map(|chunk| chunk.text()).collect::<String>();
                texts.push((locale.trim().to_owned(), text.flattened().abs_bounding_box()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::output::chart::font::{FAMILIES, register};
    use crate::output::chart::layout::collect;
    use crate::output::chart::raster::parse;
    use crate::output::chart::style::{LABEL, Type};
    use crate::output::chart::text::width;

    #[test]
    fn measured_widths_are_the_drawn_widths() {
        assert_eq!(register(), Ok(()));
        for text in [
            "HHHHHHHHHHHHHHHHHHHH",
            "mañana, ¿quién responde más rápido?",
            "主动询问并且快速回应",
            "+241 k (+131 k to +351 k)",
        ] {
            for bold in [false, true] {
                let kind = Type { bold, ..LABEL };
                let weight = if bold { "bold" } else { "normal" };
                let svg = format!(
                    "<svg width=\"3200\" height=\"200\" xmlns=\"http://www.w3.org/2000/svg\"><text x=\"10\" y=\"100\" \
                     font-family=\"{FAMILIES}\" font-weight=\"{weight}\" font-size=\"{}\">{text}</text></svg>",
                    kind.size
                );
                let tree = parse(&svg).expect("an svg");
                let mut texts = Vec::new();
                collect(tree.root(), &mut texts);
                // Ink lacks the bearings of the first and the last letter: about a tenth of an em.
                let drawn = f64::from(texts[0].1.width());
                let measured = width(text, &kind);
                assert!(
                    measured >= drawn && measured - drawn < 0.02 * drawn + 0.25 * kind.size,
                    "{text}: {measured} {drawn}"
                );
            }
        }
    }
}
