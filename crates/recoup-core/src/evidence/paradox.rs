//! What has been published on the recovery paradox: in satisfaction yes, in behaviour hardly ever.

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// How customers feel.
    Satisfaction,
    /// What customers do, or say that they will.
    Behaviour,
    /// The evidence at hand does not state it.
    Untold,
}

impl Measured {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        ["satisfaction", "behaviour", "untold"][self as usize]
    }
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

impl Support {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        ["yes", "sometimes", "no"][self as usize]
    }
}

/// One publication, in one measure.
#[derive(Clone, Copy, Debug)]
pub struct Publication {
    /// Short name, by which the catalogues have its text.
    pub id: &'static str,
    /// Authors and year.
    pub source: &'static str,
    /// What was measured.
    pub measured: Measured,
    /// What was found.
    pub support: Support,
    /// Whether it was read in the source or its abstract (verified) or in a text that quotes it (secondary).
    pub verified: bool,
}

impl Publication {
    /// Whether it is `verified` or `secondary`.
    pub fn status(&self) -> &'static str {
        if self.verified { "verified" } else { "secondary" }
    }
}

/// The publications, worded as in `docs/evidence.md`.
pub const PUBLICATIONS: [Publication; 11] = [
    Publication {
        id: "de-matos-satisfaction",
        source: "de Matos, Henrique & Rossi 2007",
        measured: Measured::Satisfaction,
        support: Support::Yes,
        verified: true,
    },
    Publication {
        id: "de-matos-behaviour",
        source: "de Matos, Henrique & Rossi 2007",
        measured: Measured::Behaviour,
        support: Support::No,
        verified: true,
    },
    Publication {
        id: "knox",
        source: "Knox & van Oest 2014",
        measured: Measured::Behaviour,
        support: Support::No,
        verified: true,
    },
    Publication {
        id: "soares",
        source: "Soares & Proenca 2015",
        measured: Measured::Behaviour,
        support: Support::Sometimes,
        verified: true,
    },
    Publication {
        id: "goodman",
        source: "TARP; Goodman",
        measured: Measured::Behaviour,
        support: Support::Yes,
        verified: false,
    },
    Publication {
        id: "magnini",
        source: "Magnini and others 2007",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
    },
    Publication {
        id: "maxham",
        source: "Maxham & Netemeyer 2002",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
    },
    Publication {
        id: "ok",
        source: "Ok, Back & Shanklin; Smith & Bolton 1998",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
    },
    Publication {
        id: "mount",
        source: "Mount 2012",
        measured: Measured::Untold,
        support: Support::Sometimes,
        verified: true,
    },
    Publication {
        id: "kim",
        source: "Kim, Du & Youn 2021",
        measured: Measured::Untold,
        support: Support::No,
        verified: true,
    },
    Publication {
        id: "mccollough",
        source: "McCollough, Berry & Yadav 2000",
        measured: Measured::Untold,
        support: Support::No,
        verified: false,
    },
];
