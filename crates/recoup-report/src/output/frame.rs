//! What a chart says about itself, in words.

use crate::analysis::view::ChartFrame;
use crate::language::{Words, say};

/// A [`ChartFrame`] in the language of its texts.
pub trait FrameWords {
    /// The words of its language.
    fn words(&self) -> &'static Words;

    /// The horizon in words: `36 months`.
    fn horizon(&self) -> String;

    /// One period by its number, counted from 1: `month 4`.
    fn period(&self, number: f64) -> String;

    /// The name of an axis of money, with the currency.
    fn in_currency(&self, what: String) -> String;
}

impl FrameWords for ChartFrame {
    fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    fn horizon(&self) -> String {
        self.words().periods(u64::from(self.periods), &self.period_name)
    }

    fn period(&self, number: f64) -> String {
        self.words().period(number.round() as u64, &self.period_name)
    }

    fn in_currency(&self, what: String) -> String {
        match self.currency.as_str() {
            "" => what,
            currency => say!(self.words(), "chart-in-currency", what = what, currency = currency),
        }
    }
}
