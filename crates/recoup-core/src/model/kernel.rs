//! The kernel: all that stays the same while one set of parameters applies, section by section.

use crate::model::acquisition::AcquisitionRules;
use crate::model::classes::{Class, classes};
use crate::model::customer::CustomerRules;
use crate::model::incidence::IncidenceRules;
use crate::model::loyalty::LoyaltyRules;
use crate::model::money::MoneyRules;
use crate::model::remedy::{Remedy, RemedyRules};
use crate::model::route::{CaseSplit, DeskRules, Routes, Service};
use crate::model::word_of_mouth::{TalkRules, WordOfMouthRules};
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::market::Individuals;
use crate::scenario::ramp::Views;
use crate::scenario::word_of_mouth::Contagion;
use crate::units::{KindIdx, SegmentIdx};

/// All that stays the same while one set of parameters applies, computed once.
#[derive(Clone, Debug)]
pub struct Kernel {
    /// T: number of periods.
    pub periods: u32,
    /// Y: periods per year.
    pub periods_per_year: f64,
    /// N0: customers at the start.
    pub customers: f64,
    /// P0: prospects at the start.
    pub prospects: f64,
    /// Number of segments.
    pub segments: usize,
    /// Who lives them: a segment is one class, or several that buy more or less often.
    pub classes: Vec<Class>,
    /// Number of kinds of failure.
    pub kinds: usize,
    /// Sections 5 and 8: states of customers, and what those bring and cost.
    pub customer: CustomerRules,
    /// Section 3.
    pub incidence: IncidenceRules,
    /// By segment: which view of the parameters its customers have.
    view: Vec<usize>,
    /// Section 4: routes by view and kind.
    routes: Vec<Routes>,
    /// Section 4: by view and kind, how cases are distinguished.
    splits: Vec<CaseSplit>,
    /// Section 4: by view and kind, what is paid on cases and what the front line settles.
    remedies: RemedyRules,
    /// Section 4: the desk.
    pub desk: DeskRules,
    /// Section 5.
    pub loyalty: LoyaltyRules,
    /// Section 6.
    pub word_of_mouth: WordOfMouthRules,
    /// Section 6: who tells what.
    pub talk: TalkRules,
    /// Section 6: dispersion of messages.
    pub dispersion: f64,
    /// Section 6: mean positive messages in a period of a customer without an episode who bears no grudge.
    pub praise: f64,
    /// Section 7.
    pub acquisition: AcquisitionRules,
    /// Section 8.
    pub money: MoneyRules,
    /// Section 9: how customers differ.
    pub individuals: Individuals,
    /// Section 9: how adoption spreads, under that policy.
    pub contagion: Option<Contagion>,
}

impl Kernel {
    /// The kernel of a set of parameters as each segment meets it; newcomers have states of their own if `with_tenure`.
    pub(crate) fn of(views: &Views, with_tenure: bool) -> Self {
        let parameters = views.study();
        let (segments, kinds) = (parameters.segments.len(), parameters.failures.len());
        let classes = classes(parameters);
        let view: Vec<usize> = (0..segments).map(|g| views.of_segment(g)).collect();
        let routes: Vec<Routes> = views
            .all()
            .flat_map(|parameters| parameters.failures.iter().map(|failure| Routes::new(parameters, failure)))
            .collect();
        let loyalty = LoyaltyRules::new(views);
        let remedies = RemedyRules::new(views);
        let split = |(i, routes): (usize, &Routes)| {
            CaseSplit::new(routes, loyalty.routes_alike(KindIdx(i % kinds.max(1))), remedies.claims[i])
        };
        Kernel {
            periods: parameters.horizon.periods,
            periods_per_year: parameters.horizon.per_year(),
            customers: parameters.market.customers,
            prospects: parameters.market.prospects,
            segments,
            kinds,
            customer: CustomerRules::new(parameters, with_tenure),
            incidence: IncidenceRules::new(parameters, &classes, |segment, kind| {
                routes[view[segment.0] * kinds + kind.0].heard()
            }),
            splits: routes.iter().enumerate().map(split).collect(),
            desk: DeskRules::new(views),
            word_of_mouth: WordOfMouthRules::new(parameters),
            talk: TalkRules::new(views),
            dispersion: parameters.word_of_mouth.dispersion,
            praise: parameters.word_of_mouth.told_per_year_without_failure / parameters.horizon.per_year(),
            acquisition: AcquisitionRules::new(parameters, &classes),
            money: MoneyRules::new(views, &classes),
            individuals: parameters.individuals.clone(),
            contagion: (parameters.acquisition.policy == AcquisitionPolicy::Contagion)
                .then(|| parameters.contagion.clone()),
            view,
            routes,
            remedies,
            loyalty,
            classes,
        }
    }

    /// The segment of a class.
    #[inline]
    pub(crate) fn segment(&self, class: usize) -> SegmentIdx {
        self.classes[class].segment
    }

    #[inline]
    fn entry(&self, segment: SegmentIdx, kind: KindIdx) -> usize {
        self.view[segment.0] * self.kinds + kind.0
    }

    /// How an episode of `kind` reaches the firm from a customer of `segment`.
    #[inline]
    pub(crate) fn routes(&self, segment: SegmentIdx, kind: KindIdx) -> &Routes {
        &self.routes[self.entry(segment, kind)]
    }

    /// How cases of `kind` of customers of `segment` are distinguished.
    #[inline]
    pub(crate) fn split(&self, segment: SegmentIdx, kind: KindIdx) -> &CaseSplit {
        &self.splits[self.entry(segment, kind)]
    }

    /// e: the probability that the front line settles a case on the spot.
    #[inline]
    pub(crate) fn settled_on_spot(&self, segment: SegmentIdx, kind: KindIdx) -> f64 {
        self.remedies.settled_on_spot[self.entry(segment, kind)]
    }

    /// r: the probability that the desk resolves a case that it serves.
    #[inline]
    pub(crate) fn resolves(&self, segment: SegmentIdx, kind: KindIdx) -> f64 {
        self.remedies.resolves[self.entry(segment, kind)]
    }

    /// What a resolved case costs.
    #[inline]
    pub(crate) fn remedy(&self, segment: SegmentIdx, kind: KindIdx) -> &Remedy {
        &self.remedies.kinds[self.entry(segment, kind)]
    }

    /// q: the share of desk resolutions that are quick.
    #[inline]
    pub(crate) fn quick(&self, segment: SegmentIdx, service: &Service) -> f64 {
        self.desk.quick(service, self.view[segment.0])
    }

    /// Margin that a customer of a class brings in a period, in the mean, in money.
    #[inline]
    pub(crate) fn margin_per_period(&self, class: usize) -> f64 {
        self.money.margin[self.segment(class).0] * self.money.purchases[class]
    }

    /// Takes what decides how a failure ends from another kernel of the same segments and kinds.
    pub(crate) fn take_outcomes(&mut self, other: &Kernel) {
        self.view.clone_from(&other.view);
        self.routes.clone_from(&other.routes);
        self.splits.clone_from(&other.splits);
        self.remedies = other.remedies.clone();
        self.desk = other.desk.clone();
        self.loyalty = other.loyalty.clone();
        self.customer = self.customer.with_spend_of(&other.customer);
    }
}
