//! Returns outside the range that is published for service recovery, and why they lie there.

use crate::analysis::summary::StrategySummary;
use crate::model::money::Account;

/// The range of returns published for service recovery: 30 to 150 %.
pub const PUBLISHED_ROI: [f64; 2] = [0.30, 1.50];

/// Why a return lies outside the published range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnusualReturn {
    /// Customers are kept at a cost above what they bring.
    TooDear {
        /// Mean number of customers kept.
        kept: f64,
    },
    /// No customers are kept.
    KeepsNone,
    /// The customers kept bring little more than the cost.
    Little {
        /// Mean number of customers kept.
        kept: f64,
    },
    /// Most of it is replacement cost saved.
    Replacement,
    /// The programme is cheap beside what is at stake.
    Cheap,
}

/// Why the ROI of a strategy lies outside [`PUBLISHED_ROI`]; `None` where it lies inside or where there is none.
pub fn unusual_return(summary: &StrategySummary) -> Option<UnusualReturn> {
    let roi = summary.roi.value?;
    let kept = summary.customers_kept.mean;
    if roi < PUBLISHED_ROI[0] {
        let loses = summary.difference.npv.mean < 0.0;
        Some(match kept > 0.0 {
            true if loses => UnusualReturn::TooDear { kept },
            true => UnusualReturn::Little { kept },
            false => UnusualReturn::KeepsNone,
        })
    } else if roi > PUBLISHED_ROI[1] {
        let saved = -summary.account_differences[Account::Acquisition as usize];
        let replaces = saved > 0.5 * summary.difference.contribution.mean;
        Some(if replaces { UnusualReturn::Replacement } else { UnusualReturn::Cheap })
    } else {
        None
    }
}
