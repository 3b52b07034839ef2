//! What the charts of a survey say about themselves.

use crate::language::{Language, Locale, tr};
use crate::output::chart::board::Footer;

/// A survey, as the footer of its charts names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyFrame {
    /// Name of the file with the answers.
    pub source: String,
    /// Respondents.
    pub respondents: u64,
    /// Language of all texts.
    pub language: Language,
}

impl SurveyFrame {
    pub(super) fn locale(&self) -> &'static Locale {
        Locale::of(self.language)
    }

    pub(super) fn footer(&self) -> Footer {
        let version = env!("CARGO_PKG_VERSION");
        Footer {
            left: self.source.clone(),
            right: tr!(self.locale(), "chart-footer-survey", number = self.respondents, version = version),
        }
    }
}

/// The subtitle, with how many items the chart leaves out.
pub(super) fn with_left_out(locale: &Locale, subtitle: String, left_out: usize) -> String {
    match left_out {
        0 => subtitle,
        _ => tr!(locale, "chart-survey-more", text = subtitle, number = left_out),
    }
}

#[cfg(test)]
mod tests {
    use recoup_fit::kano::Category;
    use recoup_fit::servqual::Quadrant;

    use crate::language::Language;
    use crate::output::chart::gaps::{self, DimensionRow};
    use crate::output::chart::importance::{self, ItemDot};
    use crate::output::chart::kano::{self, KanoDot};
    use crate::output::chart::layout::faults;
    use crate::output::chart::survey::SurveyFrame;
    use crate::output::chart::{Chart, ChartError, png};

    /// Numbers in 0..1 that are the same every time.
    fn noise(i: usize, part: usize) -> f64 {
        ((i * 7 + part * 13) as f64 * 0.618_033_988_749).fract()
    }

    fn name(i: usize, is_long: bool) -> String {
        let short =
            ["quiet room", "late check-out", "fast Wi-Fi", "安静的房间", "desayuno", "greeting", "a <&> \"b\""][i % 7];
        if is_long {
            format!("{i} {short}, whenever the guest asks for it and at no cost")
        } else {
            format!("{short} {i}")
        }
    }

    fn charts(language: Language, number: usize, is_long: bool, is_crowded: bool) -> Vec<Result<Chart, ChartError>> {
        let frame = SurveyFrame { source: "answers.csv".into(), respondents: 1_234, language };
        let place = |i: usize, part: usize| if is_crowded { 0.5 + 0.04 * noise(i, part) } else { noise(i, part) };
        let around = |x: f64| [x, (x - 0.06).max(0.0), (x + 0.06).min(1.0)];
        let dot = |i: usize| KanoDot {
            name: name(i, is_long),
            category: Category::ALL[i % 6],
            better: around(place(i, 0)),
            worse: around(place(i, 1)),
        };
        let quadrants = [Quadrant::Concentrate, Quadrant::KeepUp, Quadrant::LowPriority, Quadrant::Overkill];
        let item = |i: usize| ItemDot {
            name: name(i, is_long),
            expectation: 4.0 + 3.0 * place(i, 0),
            perception: 4.0 + 3.0 * place(i, 1),
            quadrant: quadrants[i % 4],
        };
        let dimension = |i: usize| DimensionRow {
            name: name(i, is_long),
            expectation: 6.0 + place(i, 0),
            perception: 5.0 + 2.0 * place(i, 1),
            minimum: (i % 3 < 2).then_some(5.0 + place(i, 2)),
            gap: (i % 4 < 3).then_some([place(i, 1) - 1.0, place(i, 1) - 1.3, place(i, 1) - 0.8]),
        };
        vec![
            kano::draw(&frame, &(0..number).map(dot).collect::<Vec<_>>()),
            importance::draw(&frame, &(0..number).map(item).collect::<Vec<_>>()),
            gaps::draw(&frame, &(0..number).map(dimension).collect::<Vec<_>>()),
        ]
    }

    #[test]
    fn no_text_is_clipped_or_lies_over_another_in_either_shape() {
        let folder = std::env::var_os("RECOUP_GALLERY").map(std::path::PathBuf::from);
        let mut wrong = Vec::new();
        for language in Language::ALL {
            let all = [(8, false, false), (15, true, false), (1, false, false), (40, false, false), (12, false, true)];
            let shown = if language == Language::English { 5 } else { 2 };
            for &(number, is_long, is_crowded) in &all[..shown] {
                for chart in charts(language, number, is_long, is_crowded) {
                    let chart = chart.expect("it is drawn");
                    let name = format!("{}-survey-{}-{number}-{is_long}-{is_crowded}", language.code(), chart.name);
                    for (shape, svg) in [("wide", &chart.svg), ("upright", &chart.portrait)] {
                        wrong.extend(faults(svg).into_iter().map(|fault| format!("{name}, {shape}: {fault}")));
                        if let Some(folder) = &folder {
                            std::fs::write(folder.join(format!("{name}-{shape}.png")), png(svg).expect("a png"))
                                .expect("a file");
                        }
                    }
                    assert!(!chart.title.is_empty(), "{name}");
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn nothing_to_show_is_said() {
        for chart in charts(Language::English, 0, false, false) {
            assert!(matches!(chart, Err(ChartError::Empty { .. })));
        }
    }
}
