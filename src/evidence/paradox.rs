//! What has been published on the recovery paradox: in satisfaction yes, in behaviour hardly ever.

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// How customers feel.
    Satisfaction,
    /// What customers do, or say that they will.
    Behaviour,
    /// The evidence at hand does not say.
    Untold,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// The paradox.
    Yes,
    /// The paradox, under conditions.
    Sometimes,
    /// No paradox.
    No,
}

/// One publication, in one measure.
#[derive(Clone, Copy, Debug)]
pub struct Publication {
    /// Short name, for catalogues of words.
    pub id: &'static str,
    /// Authors and year.
    pub source: &'static str,
    /// What was measured.
    pub measured: Measured,
    /// What was found.
    pub support: Support,
    /// Whether it was read in the source or its abstract (verified) or in a text that quotes it (secondary).
    pub verified: bool,
    /// What it says.
    pub words: &'static str,
}

/// The publications, worded as in `docs/evidence.md`.
pub const PUBLICATIONS: [Publication; 11] = [
    Publication {
        id: "de-matos-satisfaction",
        source: "de Matos, Henrique & Rossi 2007",
        measured: Measured::Satisfaction,
        support: Support::Yes,
        verified: true,
        words: "meta-analysis: above zero for satisfaction",
    },
    Publication {
        id: "de-matos-behaviour",
        source: "de Matos, Henrique & Rossi 2007",
        measured: Measured::Behaviour,
        support: Support::No,
        verified: true,
        words: "meta-analysis: not significant for repurchase, word of mouth and image",
    },
    Publication {
        id: "knox",
        source: "Knox & van Oest 2014",
        measured: Measured::Behaviour,
        support: Support::No,
        verified: true,
        words: "20,000 customers over 2.5 years: recovery in almost all cases does not entirely offset the failure",
    },
    Publication {
        id: "soares",
        source: "Soares & Proenca 2015",
        measured: Measured::Behaviour,
        support: Support::Sometimes,
        verified: true,
        words: "40,813 telecom customers, real repurchase: only where the failure is not severe",
    },
    Publication {
        id: "goodman",
        source: "TARP; Goodman",
        measured: Measured::Behaviour,
        support: Support::Yes,
        verified: false,
        words: "satisfied complainers up to 8 % more loyal than customers without a problem: stated intentions",
    },
    Publication {
        id: "magnini",
        source: "Magnini and others 2007",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
        words: "needs a failure that is not severe, a first one, its cause unstable and outside the firm's control",
    },
    Publication {
        id: "maxham",
        source: "Maxham & Netemeyer 2002",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
        words: "20 months: none after two failures; two bad recoveries end below; bad-then-good beats good-then-bad",
    },
    Publication {
        id: "ok",
        source: "Ok, Back & Shanklin; Smith & Bolton 1998",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
        words: "only very high satisfaction with the recovery yields it: \"risky to rely on\"",
    },
    Publication {
        id: "mount",
        source: "Mount 2012",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
        words: "a large hotel sample: absent in total, present for some types of problem",
    },
    Publication {
        id: "kim",
        source: "Kim, Du & Youn 2021",
        measured: Measured::Untold,
        support: Support::No,
        verified: true,
        words: "none in restaurants, in the field and in an experiment",
    },
    Publication {
        id: "mccollough",
        source: "McCollough, Berry & Yadav 2000",
        measured: Measured::Untold,
        support: Support::No,
        verified: false,
        words: "an experiment with an airline: none",
    },
];
