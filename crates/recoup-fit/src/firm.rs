//! A firm with known truth, which lives by the rules of the model in continuous time; for tests.

use crate::chance::Chance;
use crate::estimate::{logistic, logit};
use crate::log::{Complaints, DAYS_PER_YEAR, Failures, Log, Purchases};
use crate::matching::Ending;

/// The truth about a firm.
#[derive(Clone, Debug)]
pub(crate) struct Truth {
    pub(crate) customers: usize,
    pub(crate) days: i32,
    /// By segment.
    pub(crate) shares: Vec<f64>,
    pub(crate) base: Vec<f64>,
    pub(crate) per_year: Vec<f64>,
    pub(crate) cv: f64,
    pub(crate) margin: Vec<f64>,
    /// By kind, one severity each.
    pub(crate) rate: Vec<f64>,
    pub(crate) complain: Vec<f64>,
    /// By kind: silent, unresolved, resolved, quick.
    pub(crate) repurchase: Vec<[f64; 4]>,
    pub(crate) detected: f64,
    pub(crate) resolves: f64,
    pub(crate) median_hours: f64,
    pub(crate) shape: f64,
    pub(crate) contacts: f64,
    pub(crate) minutes: f64,
    /// Compensation as a share of `loss`.
    pub(crate) compensation: f64,
    pub(crate) loss: f64,
    pub(crate) memory_years: f64,
    /// Days at most from a failure to leaving because of it.
    pub(crate) lag: f64,
    /// Log-odds of complaining and of staying per standard deviation of a trait that nobody sees.
    pub(crate) unseen: [f64; 2],
    /// Log-odds of complaining and of repurchase of segment 1 above segment 0, which is seen.
    pub(crate) seen: [f64; 2],
    /// Whether customers give notice.
    pub(crate) notice: bool,
}

impl Default for Truth {
    fn default() -> Self {
        Truth {
            customers: 4_000,
            days: 1_096,
            shares: vec![0.6, 0.4],
            base: vec![0.85, 0.90],
            per_year: vec![3.0, 5.0],
            cv: 0.7,
            margin: vec![60.0, 80.0],
            rate: vec![0.06, 0.03],
            complain: vec![0.35, 0.5],
            repurchase: vec![[0.5, 0.55, 0.75, 0.95], [0.2, 0.3, 0.6, 0.82]],
            detected: 0.1,
            resolves: 0.65,
            median_hours: 20.0,
            shape: 1.5,
            contacts: 1.8,
            minutes: 22.0,
            compensation: 0.2,
            loss: 100.0,
            memory_years: 1.0,
            lag: 10.0,
            unseen: [0.0, 0.0],
            seen: [0.0, 0.0],
            notice: true,
        }
    }
}

impl Truth {
    /// The mean of base loyalty by share.
    pub(crate) fn reference(&self) -> f64 {
        self.shares.iter().zip(&self.base).map(|(share, l)| share * l).sum()
    }

    /// Share of log-logistic times below 24 hours.
    pub(crate) fn quick(&self) -> f64 {
        1.0 / (1.0 + (self.median_hours / 24.0).powf(self.shape))
    }

    /// A log of the firm.
    pub(crate) fn log(&self, seed: u64) -> Log {
        let mut chance = Chance::new(seed);
        let mut log = Log {
            segments: (0..self.shares.len()).map(|g| format!("segment {g}")).collect(),
            kinds: (0..self.rate.len()).map(|k| format!("kind {k}")).collect(),
            severities: (0..self.rate.len()).map(|k| format!("severity {k}")).collect(),
            severity_of_kind: (0..self.rate.len() as u32).collect(),
            window: (0, self.days),
            complaints: Complaints { precision: 1, ..Complaints::default() },
            ..Log::default()
        };
        let (mut purchases, mut failures) = (Purchases::default(), Failures::default());
        for customer in 0..self.customers as u32 {
            let segment = chance.choice(&self.shares);
            let since = chance.yes(0.3).then(|| chance.below(self.days as usize) as i32);
            let left = self.live(
                &mut chance,
                customer,
                segment,
                since.unwrap_or(0),
                (&mut log.complaints, &mut purchases, &mut failures),
            );
            log.customers.segment.push(segment as u32);
            log.customers.since.push(since);
            log.customers.left.push(left.filter(|_| self.notice));
        }
        log.purchases = Some(purchases);
        log.failures = Some(failures);
        log
    }

    /// The life of one customer; when they left.
    fn live(
        &self,
        chance: &mut Chance,
        customer: u32,
        segment: usize,
        since: i32,
        (complaints, purchases, failures): (&mut Complaints, &mut Purchases, &mut Failures),
    ) -> Option<i32> {
        let hazard = |share: f64| -share.ln() / DAYS_PER_YEAR;
        let l = self.base[segment];
        let shape = 1.0 / (self.cv * self.cv);
        let rate = chance.gamma(shape, self.per_year[segment] / shape) / DAYS_PER_YEAR;
        let margin = self.margin[segment] * chance.gamma(4.0, 0.25);
        let hidden = chance.normal();
        let fades = 1.0 / (self.memory_years * DAYS_PER_YEAR);
        let end = f64::from(self.days);
        let (mut now, mut leaving, mut remembers) = (f64::from(since), hazard(l), false);
        loop {
            let forgets = if remembers { fades } else { 0.0 };
            now += chance.exponential(rate + leaving + forgets);
            if now >= end {
                return None;
            }
            let u = chance.uniform() * (rate + leaving + forgets);
            if u < leaving {
                return Some(now as i32);
            }
            if u < leaving + forgets {
                (leaving, remembers) = (hazard(l), false);
                continue;
            }
            purchases.customer.push(customer);
            purchases.day.push(now as i32);
            purchases.margin.push(Some(margin * chance.gamma(2.0, 0.5)));
            let u = chance.uniform();
            let Some(kind) = (0..self.rate.len()).find(|&k| u < self.rate[..=k].iter().sum::<f64>()) else { continue };
            failures.customer.push(customer);
            failures.day.push(now as i32);
            failures.kind.push(kind as u32);
            let noticed = chance.yes(self.detected);
            failures.noticed.push(Some(noticed));
            let seen = segment as f64;
            let complains = logistic(logit(self.complain[kind]) + self.unseen[0] * hidden + self.seen[0] * seen);
            let ending = if noticed || chance.yes(complains) {
                self.case(chance, customer, kind, now, complaints)
            } else {
                Ending::Silent
            };
            let shift = logit(l) - logit(self.reference()) + self.unseen[1] * hidden + self.seen[1] * seen;
            let mut rho = logistic(logit(self.repurchase[kind][ending as usize]) + shift);
            if remembers {
                rho = rho.min(l);
            }
            if rho <= l && !chance.yes(rho / l) {
                let left = now + self.lag * chance.uniform();
                return (left < end).then_some(left as i32);
            }
            leaving = hazard(if ending == Ending::Quick { rho.max(l) } else { l });
            remembers = true;
        }
    }

    /// A case: how it ended.
    fn case(&self, chance: &mut Chance, customer: u32, kind: usize, now: f64, complaints: &mut Complaints) -> Ending {
        let opened = (now * 1440.0) as i32;
        let resolved = chance.yes(self.resolves);
        let hours = chance.log_logistic(self.median_hours, self.shape);
        let closed = opened.saturating_add((hours * 60.0) as i32);
        let over = closed < self.days * 1440;
        let contacts = 1 + chance.poisson(self.contacts - 1.0);
        let worked = (0..contacts).map(|_| chance.gamma(2.0, self.minutes / 2.0)).sum::<f64>();
        complaints.customer.push(customer);
        complaints.kind.push(Some(kind as u32));
        complaints.opened.push(opened);
        complaints.closed.push(over.then_some(closed));
        complaints.resolved.push(over.then_some(resolved));
        complaints.contacts.push(Some(contacts));
        complaints.minutes.push(Some(worked as f32));
        let paid = self.loss * self.compensation * chance.gamma(1.0, 1.0);
        complaints.compensation.push((over && resolved).then_some(paid));
        complaints.first_answer.push(None);
        match (resolved, hours <= 24.0) {
            (false, _) => Ending::Unresolved,
            (true, false) => Ending::Resolved,
            (true, true) => Ending::Quick,
        }
    }
}
