//! What a chart says about itself, in words.

use crate::analysis::view::{ChartFrame, RoiCurve};
use crate::language::{Locale, tr};
use crate::output::label::label_of;

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

    /// A number of the study in words: those of its author, or those of its key.
    fn label(&self, key: &str) -> String;

    /// What a curve moves, in words.
    fn lever(&self, curve: &RoiCurve) -> String;
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

    fn label(&self, key: &str) -> String {
        self.labels.get(key).cloned().unwrap_or_else(|| label_of(key, self.locale()))
    }

    fn lever(&self, curve: &RoiCurve) -> String {
        curve.key_label.clone().unwrap_or_else(|| self.label(&curve.key))
    }
}
