//! What has been published on the recovery paradox: in satisfaction yes, in behaviour hardly ever.

/// What a publication says of the paradox in one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// It was found.
    Yes,
    /// It was found under conditions.
    Sometimes,
    /// It was looked for and not found.
    No,
    /// It was not looked for, or is not told.
    Silent,
}

/// One publication.
#[derive(Clone, Copy, Debug)]
pub struct Publication {
    /// Short name, for catalogues of words.
    pub id: &'static str,
    /// Authors and year.
    pub source: &'static str,
    /// In satisfaction.
    pub satisfaction: Support,
    /// In repurchase or other behaviour.
    pub behaviour: Support,
    /// How well it is known here: `verified` (read in the source or its abstract) or `secondary`.
    pub status: &'static str,
    /// What it says.
    pub words: &'static str,
}

/// The publications, as `docs/evidence.md` words them.
pub const PUBLICATIONS: [Publication; 10] = [
    Publication {
        id: "de-matos-2007",
        source: "de Matos, Henrique & Rossi 2007",
        satisfaction: Support::Yes,
        behaviour: Support::No,
        status: "verified",
        words: "meta-analysis: above zero for satisfaction, not significant for repurchase, word of mouth and image",
    },
    Publication {
        id: "magnini-2007",
        source: "Magnini, Ford, Markowski & Honeycutt 2007",
        satisfaction: Support::Sometimes,
        behaviour: Support::Silent,
        status: "verified",
        words: "only where the failure is not severe and the first, its cause unstable and outside the firm's control",
    },
    Publication {
        id: "maxham-2002",
        source: "Maxham & Netemeyer 2002",
        satisfaction: Support::Sometimes,
        behaviour: Support::Silent,
        status: "verified",
        words: "over 20 months: after one failure, not after two; two bad recoveries end lowest; bad-then-good beats good-then-bad",
    },
    Publication {
        id: "soares-2015",
        source: "Soares & Proenca 2015",
        satisfaction: Support::Silent,
        behaviour: Support::Sometimes,
        status: "verified",
        words: "40,813 telecom customers, real repurchase: only where the failure is not severe",
    },
    Publication {
        id: "ok-2007",
        source: "Ok, Back & Shanklin; Smith & Bolton 1998",
        satisfaction: Support::Sometimes,
        behaviour: Support::Silent,
        status: "verified",
        words: "only a very high satisfaction with the recovery yields it: risky to rely on",
    },
    Publication {
        id: "mount-2012",
        source: "Mount 2012",
        satisfaction: Support::Sometimes,
        behaviour: Support::Silent,
        status: "verified",
        words: "a large hotel sample: absent in total, present for some types of problem",
    },
    Publication {
        id: "knox-2014",
        source: "Knox & van Oest 2014",
        satisfaction: Support::Silent,
        behaviour: Support::No,
        status: "verified",
        words: "20,000 customers over 2.5 years: in almost all cases recovery does not entirely offset the failure",
    },
    Publication {
        id: "kim-2021",
        source: "Kim, Du & Youn 2021",
        satisfaction: Support::No,
        behaviour: Support::Silent,
        status: "verified",
        words: "none in restaurants, in the field and in an experiment",
    },
    Publication {
        id: "mccollough-2000",
        source: "McCollough, Berry & Yadav 2000",
        satisfaction: Support::No,
        behaviour: Support::Silent,
        status: "secondary",
        words: "an experiment with an airline: no paradox",
    },
    Publication {
        id: "goodman",
        source: "TARP; Goodman",
        satisfaction: Support::Silent,
        behaviour: Support::Yes,
        status: "secondary",
        words: "satisfied complainers up to 8 % more loyal than customers without a problem: stated intentions, not behaviour",
    },
];
