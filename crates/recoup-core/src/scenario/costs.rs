//! What the programme costs, and what spending moves.

use std::sync::Arc;

use crate::scenario::key::Key;
use crate::scenario::table::table;

table! {
    /// What the programme costs.
    Costs {
        /// Money per contact.
        per_contact,
        /// Money per desk position and year.
        agent_per_year,
        /// Money per year to run the programme.
        fixed_per_year,
        /// Money at the start.
        setup,
        /// Money per year for training.
        training_per_year,
        /// Money per year for prevention.
        prevention_per_year,
        /// Money per active customer and year for detection.
        detection_per_customer_year,
        /// Money per active customer and year for telling beforehand what may fail.
        forewarning_per_customer_year,
    }
}

table! {
    /// Money that moves a number, with diminishing returns.
    Response {
        /// Money per year; part of programme cost.
        spend_per_year,
        /// What the number tends to.
        limit,
        /// Spend that goes half of the way.
        half,
    } {
        /// Its name.
        name: Arc<str>,
        /// The number it moves.
        key: Arc<Key>,
    }
}

table! {
    /// Failures mended because they were heard of.
    Learning {
        /// Share of failures removed per year if every failure were heard of.
        rate,
    }
}
