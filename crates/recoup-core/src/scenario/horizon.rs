//! The span that is looked at: periods, discounting, and when a strategy acts.

use serde::{Deserialize, Serialize};

use crate::math::pow;

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Period {
    /// 52 a year.
    Week,
    /// 12 a year.
    Month,
    /// 4 a year.
    Quarter,
    /// 1 a year.
    Year,
}

impl Period {
    /// Y: periods per year.
    pub fn per_year(self) -> f64 {
        match self {
            Period::Week => 52.0,
            Period::Month => 12.0,
            Period::Quarter => 4.0,
            Period::Year => 1.0,
        }
    }

    /// The word in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            Period::Week => "week",
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        }
    }
}

/// What a customer is worth beyond the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TerminalValue {
    /// Nothing.
    None,
    /// The lifetime value of the customers active at the end.
    Clv,
}

/// When the cash of a period falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cash {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

impl Cash {
    /// delta: the part of a period that is over when its cash falls.
    pub fn delta(self) -> f64 {
        match self {
            Cash::Start => 0.0,
            Cash::Middle => 0.5,
            Cash::End => 1.0,
        }
    }
}

/// Which customers of a period buy and cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    /// Those at its start.
    Start,
    /// The average of its start and its end.
    Average,
    /// Those at its end.
    End,
}

impl Counted {
    /// The customers counted, of those before and after a period.
    #[inline]
    pub fn of(self, before: f64, after: f64) -> f64 {
        match self {
            Counted::Start => before,
            Counted::Average => 0.5 * (before + after),
            Counted::End => after,
        }
    }
}

/// The span that is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Horizon {
    /// Length of a period.
    pub period: Period,
    /// T: number of periods.
    pub periods: u32,
    /// Per year.
    pub discount_rate: f64,
    /// What counts beyond the horizon.
    pub terminal_value: TerminalValue,
    /// When the cash of a period falls.
    pub cash: Cash,
    /// Which customers of a period buy and cost.
    pub counted: Counted,
    /// Parts into which every period of the file is cut: 1, or 2 to measure the error of the time step.
    pub parts: u32,
}

impl Horizon {
    /// Y: periods per year.
    pub fn per_year(&self) -> f64 {
        self.period.per_year() * f64::from(self.parts)
    }

    /// The year that a period begins in; both are counted from 0.
    pub fn year(&self, t: usize) -> usize {
        (t as f64 / self.per_year()) as usize
    }

    /// The worth today of one unit of money at the start of period `t`: (1 + discount rate)^(-t/Y).
    pub fn discount(&self, t: u32) -> f64 {
        self.discount_at(f64::from(t))
    }

    /// The worth today of one unit of the cash of period `t`: (1 + discount rate)^(-(t + delta)/Y).
    pub fn discount_cash(&self, t: u32) -> f64 {
        self.discount_at(f64::from(t) + self.cash.delta())
    }

    fn discount_at(&self, periods: f64) -> f64 {
        pow(1.0 + self.discount_rate, -periods / self.per_year())
    }
}

/// When a strategy acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// First period in which it acts, 0-based.
    pub starts: u32,
    /// Periods until it acts fully.
    pub ramp_periods: u32,
}

impl Timing {
    /// Whether it acts fully from the start of the horizon.
    pub(crate) fn is_immediate(self) -> bool {
        self == Timing::default()
    }

    /// How far it has come in period `t`, from `starts` on: 0 to 1.
    pub(crate) fn progress(self, t: u32) -> f64 {
        if self.ramp_periods == 0 {
            return 1.0;
        }
        ((f64::from(t.saturating_sub(self.starts)) + 0.5) / f64::from(self.ramp_periods)).min(1.0)
    }
}
