//! What a chart says about itself, in words.

use crate::analysis::view::ChartFrame;
use crate::language::{Locale, tr};

/// A [`ChartFrame`] in the language of its texts.
pub trait FrameLocale {
    /// The words of its language.
    fn locale(&self) -> &'static Locale;

    /// The horizon in words: `36 months`.
    fn horizon(&self) -> String;

    /// One period by its number, counted from 1: `month 4`.
    fn period(&self, number: f64) -> String;

    /// The name of an axis of money, with the currency.
    fn in_currency(&self, what: String) -> String;
}

impl FrameLocale for ChartFrame {
    fn locale(&self) -> &'static Locale {
        Locale::of(self.language)
    }

    fn horizon(&self) -> String {
        self.locale().periods(u64::from(self.periods), &self.period_name)
    }

    fn period(&self, number: f64) -> String {
        self.locale().period(number.round() as u64, &self.period_name)
    }

    fn in_currency(&self, what: String) -> String {
        match self.currency.as_str() {
            "" => what,
            currency => tr!(self.locale(), "chart-in-currency", what = what, currency = currency),
        }
    }
}
