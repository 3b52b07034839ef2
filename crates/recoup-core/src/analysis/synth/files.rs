//! The files of a firm, as columns. Customers, segments and kinds are numbered by their places.

use crate::analysis::synth::calendar::{Day, Minute};

/// All files of a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Files {
    /// Names of the segments.
    pub segments: Vec<String>,
    /// Names of the kinds of failure.
    pub kinds: Vec<String>,
    /// By kind: the name of its severity.
    pub severities: Vec<String>,
    /// The first day, and the day after the last one.
    pub window: [Day; 2],
    /// The customers.
    pub customers: Customers,
    /// The purchases, in the order of time.
    pub purchases: Purchases,
    /// The failures, in the order of time.
    pub failures: Failures,
    /// The cases, in the order of time.
    pub complaints: Complaints,
}

/// The customers: those of the start, then newcomers in the order of periods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Customers {
    /// Segment.
    pub segment: Vec<u32>,
    /// First day as a customer; `None`: before the first day of the files.
    pub since: Vec<Option<Day>>,
    /// First day on which they are no customer any more; `None`: they were one to the end.
    pub left: Vec<Option<Day>>,
}

/// The purchases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Purchases {
    /// Customer.
    pub customer: Vec<u32>,
    /// Day.
    pub day: Vec<Day>,
    /// Margin, in money, to the hundredth.
    pub margin: Vec<f64>,
}

/// The failures, as operations know them: also those of customers who stay silent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Failures {
    /// Customer.
    pub customer: Vec<u32>,
    /// Day.
    pub day: Vec<Day>,
    /// Kind.
    pub kind: Vec<u32>,
    /// Whether the firm noticed it before the customer spoke.
    pub noticed: Vec<bool>,
}

/// The cases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Complaints {
    /// Customer.
    pub customer: Vec<u32>,
    /// Kind of failure.
    pub kind: Vec<u32>,
    /// When it was opened.
    pub opened: Vec<Minute>,
    /// When the customer had a first answer; `None`: never within the files, or not known without a desk.
    pub first_answer: Vec<Option<Minute>>,
    /// When it was closed; `None`: it is open at the end of the files.
    pub closed: Vec<Option<Minute>>,
    /// Whether it was resolved; `None`: it is open.
    pub resolved: Vec<Option<bool>>,
    /// Contacts at the desk.
    pub contacts: Vec<Option<u32>>,
    /// Minutes of work at the desk, to the tenth.
    pub minutes: Vec<Option<f64>>,
    /// Compensation paid, in money, to the hundredth; `None`: the case is not resolved.
    pub compensation: Vec<Option<f64>>,
    /// How it came.
    pub channel: Vec<Channel>,
}

/// How a case came to the firm, and who took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// The customer spoke, and the front line settled it.
    FrontLine,
    /// The customer spoke, and the desk took it.
    Desk,
    /// The customer invoked the guarantee.
    Guarantee,
    /// The firm asked the customer.
    Survey,
    /// The firm noticed the failure.
    Monitoring,
}

impl Channel {
    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Channel::FrontLine => "front line",
            Channel::Desk => "desk",
            Channel::Guarantee => "guarantee",
            Channel::Survey => "survey",
            Channel::Monitoring => "monitoring",
        }
    }
}
