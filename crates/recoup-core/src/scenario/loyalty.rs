//! How failures move loyalty and satisfaction.

use crate::scenario::table::table;

table! {
    /// How failures move loyalty.
    Loyalty {
        /// w: years that repurchase rates speak of.
        window_years,
        /// No-failure repurchase behind the repurchase tables.
        reference_base,
        /// Part of (unresolved - silent) that is who complains, not complaining.
        selection_share,
        /// How far those who were asked or found react to recovery as complainers do.
        solicited_response,
        /// Log-odds taken off when an earlier failure is remembered.
        repeat_log_odds,
        /// Log-odds taken off for a second bad ending.
        double_deviation_log_odds,
        /// Log-odds taken off recovered outcomes, times stability.
        stability_log_odds,
        /// Log-odds taken off recovered outcomes, times control.
        control_log_odds,
        /// Log-odds added to recovered outcomes, times (apology - 0.5).
        treatment_log_odds,
        /// Part of the loss of loyalty that remains where the need is attractive.
        attractive_share,
        /// Mean years until a failure is forgotten.
        memory_years,
        /// Log-odds added to repurchase after a failure of which the customer was informed beforehand.
        forewarned_log_odds,
    } {
        /// Margin per purchase while a failure is remembered, as a multiple.
        spend: ByMemory,
    }
}

table! {
    /// A number for each thing that a customer may remember.
    ByMemory {
        /// A failure that was put right.
        recovered,
        /// A failure that was not.
        aggrieved,
        /// A failure after which they are more loyal than before.
        delighted,
    }
}

table! {
    /// The satisfaction layer.
    Satisfaction {
        /// Mean satisfaction before a failure, on 1..7.
        mean,
        /// Its standard deviation.
        sd,
        /// Most that recovery can give back.
        gain,
        /// Factor per earlier failure that is remembered.
        repeat_attenuation,
        /// Slope of the log-odds of repurchase on satisfaction, when it drives repurchase.
        slope,
        /// Factor on the drop of satisfaction where a must-be need is disappointed.
        must_be_factor,
        /// Factor on the drop of satisfaction where an attractive need is disappointed.
        attractive_factor,
    } {
        /// Whether satisfaction drives repurchase.
        drives_repurchase: bool,
    }
}
