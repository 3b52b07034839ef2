//! What customers tell others, and who talks to whom.

use std::sync::Arc;

use crate::scenario::failure::ByOutcome;
use crate::scenario::table::table;

table! {
    /// What customers tell others, and what it does.
    WordOfMouth {
        /// k of the negative binomial number of messages.
        dispersion,
        /// kappa-: fall of a listener's purchase probability per message.
        negative_impact,
        /// kappa+: rise toward 1 per message.
        positive_impact,
        /// Customers are moved less than prospects by bad news.
        retention_divisor_negative,
        /// Customers are moved less than prospects by good news.
        retention_divisor_positive,
        /// Share of remembered messages kept from month to month.
        persistence_per_month,
        /// Share of unhappy customers who also post in public.
        public_share,
        /// People a post reaches.
        public_audience,
        /// Positive messages per year of a customer without a failure who bears no grudge.
        told_per_year_without_failure,
    } {
        /// Mean number of messages after each outcome.
        told: ByOutcome,
    }
}

/// Who talks to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkKind {
    /// Everybody to anybody.
    Mixing,
    /// Ties at random (Erdős and Rényi).
    Random,
    /// A ring of neighbours, some ties rewired (Watts and Strogatz).
    SmallWorld,
    /// Newcomers tie to the well tied (Barabási and Albert).
    ScaleFree,
    /// Closed circles of strong ties, and weak contacts made anew every period.
    Circles,
    /// Ties read from a file.
    Edges,
}

/// Ties by the numbers of the people they join, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EdgeList(pub Vec<[u32; 2]>);

table! {
    /// Who talks to whom (engine `agents`).
    Network {
        /// Mean number of ties of a person.
        degree,
        /// Share of ties of a small world that are rewired.
        rewiring,
        /// Share of ties that are strong.
        strong_share,
        /// Effect of a message along a strong tie, in messages along a weak one.
        strong_multiplier,
    } {
        /// The kind of network.
        kind: NetworkKind,
        /// The ties of a network of kind `edges`.
        edges: Option<Arc<EdgeList>>,
    }
}

table! {
    /// How adoption spreads under the policy `contagion` (engine `agents`).
    Contagion {
        /// Probability that advertising makes an undecided prospect adopt, per period.
        advertising,
        /// Probability that a strong contact who likes it signals so, per period.
        strong,
        /// The same of a weak contact.
        weak,
        /// The same of contacts who do not, as a multiple.
        negative_multiplier,
        /// Probability that an adopter is disappointed.
        unhappy,
    }
}
