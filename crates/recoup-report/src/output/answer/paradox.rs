//! The recovery paradox in words and tables; its charts and the tables of its folder are in [`paradox`](crate::output::paradox).

use crate::analysis::paradox::cause::Caused;
use crate::analysis::paradox::check::{ALARM, CUSTOMERS};
use crate::analysis::paradox::levers::BASES;
use crate::analysis::paradox::thresholds::{Moved, Others};
use crate::analysis::paradox::tree::{Crossing, Dial, Meaning, Measure, Reach};
use crate::analysis::paradox::{Claim, Paradox, Subject as Failures};
use crate::ask::paradox::ParadoxFound;
use crate::ask::{Answer, Subject};
use crate::evidence::paradox::PUBLICATIONS;
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::paradox::{charts, tables};
use crate::output::report::document::{Document, Section, Show, Table};
use crate::stats::tie::is_tie;
use crate::units::Outcome;

/// Complaint rates listed.
const RATES: [f64; 5] = [0.04, 0.10, 0.25, 0.50, 0.80];
/// Every so many bases are listed.
const EVERY_BASE: usize = 4;
/// Thresholds beyond this say nothing that "never" does not.
const FAR: f64 = 2.0;
/// The numbers of the three meanings.
const NUMBERS: [&str; 3] = ["(i)", "(ii)", "(iii)"];

/// The answer.
pub fn paradox(answer: &Answer<ParadoxFound>, subject: &Subject<'_>, locale: &'static Locale) -> Rendered {
    let found = &answer.found.paradox;
    Rendered {
        document: Builder { locale, subject, found }.document(),
        charts: charts(&frame(subject, found.draws as u64), found),
        tables: tables(found),
    }
}

/// What the document is built from.
struct Builder<'a> {
    locale: &'static Locale,
    subject: &'a Subject<'a>,
    found: &'a Paradox,
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let most = self.found.checks.iter().flat_map(|check| check.z).map(f64::abs).fold(0.0, f64::max);
        let mut checked = Section::new("checked", String::new());
        checked.text(tr!(
            self.locale,
            "paradox-checked",
            number = self.found.checks.len(),
            customers = self.locale.count(CUSTOMERS),
            most = self.locale.fixed(most, 1),
            alarm = self.locale.fixed(ALARM, 0)
        ));
        let detailed = |section: Section| section.shown(Show::Details);
        let sections = vec![
            self.claims(),
            detailed(self.strategies()),
            detailed(self.thresholds()),
            detailed(self.needs()),
            detailed(self.levers()),
            detailed(self.bases()),
            self.causes(),
            detailed(self.presets()),
            detailed(self.publications()),
            detailed(checked),
        ];
        document(&self.subject.study().title, self.headline(), sections)
    }

    /// Points of satisfaction.
    fn points(&self, x: f64) -> String {
        self.locale.fixed(x, 2)
    }

    /// A difference, with a sign.
    fn signed(&self, x: f64, decimals: usize) -> String {
        let text = self.locale.fixed(x, decimals);
        if x > 0.0 && text.chars().any(|c| matches!(c, '1'..='9')) { format!("+{text}") } else { text }
    }

    /// A difference of shares in percentage points, with a sign.
    fn signed_share(&self, x: f64) -> String {
        self.signed(100.0 * x, 1)
    }

    fn value(&self, claim: &Claim, x: f64) -> String {
        if claim.measure == Measure::Satisfaction { self.points(x) } else { self.locale.share(x) }
    }

    fn subject(&self, subject: &Failures) -> String {
        subject.failure.clone().unwrap_or_else(|| tr!(self.locale, "paradox-all-failures"))
    }

    fn meaning(&self, meaning: Meaning) -> String {
        tr!(self.locale, "paradox-meaning", meaning = meaning.name())
    }

    fn measure(&self, measure: Measure) -> String {
        tr!(self.locale, "paradox-measure", measure = measure.name())
    }

    /// The kind that is told in full: the mildest.
    fn mildest(&self) -> &Failures {
        &self.found.strategies[0].subjects[self.found.mildest()]
    }

    /// The answer: the mildest failure in both measures, all failures, and what causing them would cost.
    fn headline(&self) -> Vec<String> {
        let Builder { locale, subject, found } = self;
        let (reference, mildest) = (&found.strategies[0], self.mildest());
        let failure = mildest.failure.clone().unwrap_or_default();
        let [feels, returns] = Measure::ALL.map(|measure| mildest.claim(Meaning::Conditional, measure));
        let all = reference.mix().claim(Meaning::Population, Measure::Repurchase);
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        let first = tr!(
            locale,
            "paradox-answer-feels",
            strategy = reference.strategy.clone(),
            failure = failure.clone(),
            happier = yes(feels.holds),
            after = self.points(feels.value),
            before = self.points(feels.base),
            p = locale.share_whole(feels.probability)
        );
        let text = tr!(
            locale,
            "paradox-answer-returns",
            feels = first,
            agrees = yes(feels.holds == returns.holds),
            more = if is_tie(returns.value, returns.base) { "same" } else { yes(returns.holds) },
            after = locale.share(returns.value),
            before = locale.share(returns.base),
            p = locale.share_whole(returns.probability),
            source = if found.driven { "satisfaction" } else { "table" }
        );
        let mut sentences = vec![tr!(
            locale,
            "paradox-answer-all",
            text = text,
            after = locale.share(all.value),
            before = locale.share(all.base),
            pay = yes(all.holds)
        )];
        let caused = found.caused.iter().find(|c| c.failure == failure && c.strategy == reference.strategy);
        sentences.extend(caused.map(|caused| self.cause(caused)));
        if let Some(gap) = returns.gap_otherwise {
            sentences.push(tr!(
                locale,
                "paradox-otherwise",
                driven = yes(found.driven),
                failure = failure,
                gap = self.signed_share(gap),
                now = self.signed_share(returns.value - returns.base)
            ));
        }
        let scenario = &*subject.scenario().name;
        sentences.push(tr!(locale, "paradox-answer-draws", scenario = scenario, draws = found.draws));
        sentences
    }

    fn cause(&self, caused: &Caused) -> String {
        let locale = self.locale;
        let horizon = &self.subject.scenario().strategies[0].parameters.point.horizon;
        let currency = &self.subject.study().currency;
        // What it costs is told as a cost, the interval too.
        let (sign, factor, ends) = match caused.npv.mean < 0.0 {
            true => ("cost", -1.0, [caused.npv.p95, caused.npv.p05]),
            false => ("bring", 1.0, [caused.npv.p05, caused.npv.p95]),
        };
        let mut text = tr!(
            locale,
            "paradox-answer-cause",
            failure = caused.failure.clone(),
            purchases = locale.count(1_000.0),
            sign = sign,
            amount = locale.compact_money(factor * caused.npv.mean, currency),
            span = locale.periods(u64::from(horizon.periods), horizon.period.name()),
            low = locale.signed(factor * ends[0]),
            high = locale.signed(factor * ends[1])
        );
        if let Some(each) = caused.npv_per_failure {
            let amount = format!("{} {currency}", locale.fixed(factor * each, 2));
            text = tr!(locale, "paradox-answer-each", text = text, amount = amount);
        }
        text
    }

    /// The three meanings under the reference.
    fn claims(&self) -> Section {
        let locale = self.locale;
        let head = [
            tr!(locale, "paradox-head-failure"),
            tr!(locale, "head-meaning"),
            self.measure(Measure::Satisfaction),
            tr!(locale, "paradox-head-to-before"),
            tr!(locale, "paradox-head-p"),
            self.measure(Measure::Repurchase),
            tr!(locale, "paradox-head-to-base"),
            tr!(locale, "paradox-head-p"),
        ];
        let mut rows = Table::with_figures(head, 2..8);
        let reference = &self.found.strategies[0];
        for subject in &reference.subjects {
            for meaning in Meaning::ALL {
                let [feels, returns] = Measure::ALL.map(|measure| subject.claim(meaning, measure));
                rows.add([
                    if meaning == Meaning::Conditional { self.subject(subject) } else { String::new() },
                    self.meaning(meaning),
                    self.value(feels, feels.value),
                    self.signed(feels.value - feels.base, 2),
                    locale.share_whole(feels.probability),
                    self.value(returns, returns.value),
                    self.signed_share(returns.value - returns.base),
                    locale.share_whole(returns.probability),
                ]);
            }
        }
        rows.caption = tr!(locale, "paradox-claims", strategy = reference.strategy.clone());
        Section::of("claims", rows)
    }

    fn strategies(&self) -> Section {
        if self.found.strategies.len() < 2 {
            return Section::new("strategies", String::new());
        }
        let locale = self.locale;
        let mut head = vec![tr!(locale, "head-strategy"), tr!(locale, "paradox-head-failure")];
        for measure in Measure::ALL {
            head.extend(NUMBERS.map(|n| tr!(locale, "paradox-head-short", measure = measure.name(), number = n)));
        }
        let mut rows = Table::with_figures(head, 2..8);
        for strategy in &self.found.strategies {
            for (i, subject) in strategy.subjects.iter().enumerate() {
                let name = if i == 0 { strategy.strategy.clone() } else { String::new() };
                let mut row = vec![name, self.subject(subject)];
                row.extend(subject.claims.iter().map(|claim| locale.share_whole(claim.probability)));
                rows.add(row);
            }
        }
        rows.caption = tr!(locale, "paradox-strategies");
        Section::of("strategies", rows)
    }

    /// The thresholds of the mildest kind under the reference.
    fn thresholds(&self) -> Section {
        let locale = self.locale;
        let subject = self.mildest();
        let head = [
            tr!(locale, "paradox-head-measure"),
            tr!(locale, "head-meaning"),
            tr!(locale, "paradox-head-moved"),
            tr!(locale, "paradox-head-today"),
            tr!(locale, "paradox-head-switches"),
            tr!(locale, "paradox-head-holds"),
        ];
        let mut rows = Table::with_figures(head, 3..5);
        for threshold in &subject.thresholds {
            let shown = |x: f64| if threshold.moved == Moved::Drop { self.points(x) } else { locale.share(x) };
            let mut moved = tr!(locale, "paradox-moved", moved = threshold.moved.name());
            if threshold.others == Others::Best {
                moved = tr!(locale, "paradox-moved-best", moved = moved);
            }
            rows.add([
                self.measure(threshold.measure),
                self.meaning(threshold.meaning),
                moved,
                shown(threshold.today),
                threshold.crossing.at.filter(|at| at.abs() <= FAR).map_or("–".to_string(), shown),
                tr!(locale, "paradox-holds", reach = threshold.crossing.reach.name()),
            ]);
        }
        rows.caption = tr!(locale, "paradox-thresholds", failure = self.subject(subject));
        Section::of("thresholds", rows)
    }

    /// What the paradox needs, for the mildest kind; and two failures.
    fn needs(&self) -> Section {
        let locale = self.locale;
        let Some(kind) = self.found.conditions.get(self.found.mildest()) else {
            return Section::new("needs", String::new());
        };
        let head = [
            tr!(locale, "paradox-head-seen"),
            tr!(locale, "paradox-head-quick-satisfaction"),
            tr!(locale, "paradox-head-to-before"),
            tr!(locale, "paradox-head-quick-repurchase"),
            tr!(locale, "paradox-head-to-base"),
            tr!(locale, "paradox-head-vain-repurchase"),
        ];
        let mut rows = Table::with_figures(head, 1..6);
        for under in &kind.conditions {
            rows.add([
                tr!(locale, "paradox-condition", condition = under.condition.name()),
                self.points(under.quick[0]),
                self.signed(under.quick_gap[0], 2),
                locale.share(under.quick[1]),
                self.signed_share(under.quick_gap[1]),
                locale.share(under.unresolved[1]),
            ]);
        }
        rows.caption = tr!(locale, "paradox-needs", failure = kind.failure.clone(), silent = locale.share(kind.silent));
        let head =
            [tr!(locale, "paradox-head-order"), tr!(locale, "paradox-head-after"), tr!(locale, "paradox-head-there")];
        let mut twice = Table::with_figures(head, 1..3);
        for (order, two) in kind.in_a_row() {
            let order = tr!(locale, "paradox-order", order = order);
            twice.add([order, self.points(two.satisfaction), locale.share(two.repurchase)]);
        }
        twice.caption = tr!(locale, "paradox-in-a-row");
        let mut section = Section::of("needs", rows);
        section.table(twice);
        section
    }

    /// What a point of each lever is worth, in repurchase.
    fn levers(&self) -> Section {
        let locale = self.locale;
        let mut head = vec![tr!(locale, "paradox-head-failure"), tr!(locale, "paradox-head-rate")];
        head.extend(Dial::ALL.map(|dial| tr!(locale, "paradox-head-of", dial = dial.name())));
        let mut rows = Table::with_figures(head, 1..5);
        let mut leads = Vec::new();
        for ranking in self.found.levers.iter().filter(|ranking| ranking.measure == Measure::Repurchase) {
            for (i, point) in RATES.into_iter().filter_map(|rate| ranking.at(rate)).enumerate() {
                let failure = if i == 0 { ranking.failure.clone() } else { String::new() };
                let mut row = vec![failure, locale.share_whole(point.complaint_rate)];
                row.extend(point.worth.map(|worth| locale.fixed(worth, 3)));
                rows.add(row);
            }
            let from = |at: Option<f64>| at.filter(|c| *c <= 1.0).map(|c| locale.share_whole(c));
            let failure = || ranking.failure.clone();
            if let Some(rate) = from(ranking.resolution_leads_from) {
                leads.push(tr!(locale, "paradox-lead-resolution", failure = failure(), rate = rate));
            }
            if let Some(rate) = from(ranking.speed_leads_from) {
                leads.push(tr!(locale, "paradox-lead-speed", failure = failure(), rate = rate));
            }
        }
        rows.caption = tr!(locale, "paradox-levers");
        let mut section = Section::of("levers", rows);
        leads.into_iter().for_each(|lead| section.text(lead));
        section
    }

    /// Base loyalty swept, for the mildest kind.
    fn bases(&self) -> Section {
        let locale = self.locale;
        if self.found.driven {
            let mut section = Section::new("bases", String::new());
            section.text(tr!(locale, "paradox-bases-driven"));
            return section;
        }
        let Some(sweep) = self.found.bases.get(self.found.mildest()) else {
            return Section::new("bases", String::new());
        };
        let mut head = vec![tr!(locale, "paradox-head-base"), "q*".to_string(), "c*".to_string()];
        head.extend(NUMBERS.map(|number| tr!(locale, "paradox-head-gap", number = number)));
        head.push(tr!(locale, "paradox-head-moves-along"));
        let mut rows = Table::with_figures(head, 0..7);
        for point in sweep.points.iter().step_by(EVERY_BASE) {
            let mut row = vec![locale.share_whole(point.base)];
            row.extend([point.quick_share, point.complaint_rate].map(|crossing| self.needed(&crossing)));
            row.extend(point.gaps.map(|gap| self.signed_share(gap)));
            row.push(self.signed_share(point.conditional_gap_moved));
            rows.add(row);
        }
        let [low, high] = BASES.map(|base| locale.share_whole(base));
        rows.caption = tr!(locale, "paradox-bases", failure = sweep.failure.clone(), low = low, high = high);
        Section::of("bases", rows)
    }

    /// Where a share switches it, in a few letters.
    fn needed(&self, crossing: &Crossing) -> String {
        match crossing.reach {
            Reach::Above(at) => self.locale.share(at),
            Reach::Below(at) => tr!(self.locale, "below", value = self.locale.share(at)),
            reach => tr!(self.locale, "paradox-holds", reach = reach.name()),
        }
    }

    /// What it would cost to cause failures.
    fn causes(&self) -> Section {
        let locale = self.locale;
        let head = [
            tr!(locale, "head-strategy"),
            tr!(locale, "paradox-head-one-more", purchases = locale.count(1_000.0)),
            tr!(locale, "head-npv-in", currency = self.subject.study().currency.clone()),
            tr!(locale, "head-interval"),
            tr!(locale, "paradox-head-failures"),
            tr!(locale, "paradox-head-each"),
            tr!(locale, "paradox-head-loses"),
            tr!(locale, "paradox-head-perfect"),
        ];
        let mut rows = Table::with_figures(head, 2..8);
        for caused in &self.found.caused {
            let money = |x: Option<f64>| x.map_or("–".to_string(), |x| self.signed(x, 2));
            let [low, high] = [caused.npv.p05, caused.npv.p95].map(|x| locale.signed(x));
            rows.add([
                caused.strategy.clone(),
                caused.failure.clone(),
                locale.signed_count(caused.npv.mean),
                tr!(locale, "range", low = low, high = high),
                locale.count(caused.failures),
                money(caused.npv_per_failure),
                locale.share_whole(caused.loses),
                money(caused.npv_per_failure_at_best),
            ]);
        }
        rows.caption = tr!(locale, "paradox-causes");
        Section::of("causes", rows)
    }

    /// The shipped tables side by side.
    fn presets(&self) -> Section {
        let locale = self.locale;
        let mut head = vec![tr!(locale, "head-preset")];
        head.extend(Outcome::ALL.map(|outcome| tr!(locale, "paradox-head-outcome", outcome = outcome.name())));
        head.extend([tr!(locale, "paradox-head-base"), tr!(locale, "paradox-head-complain")]);
        head.extend(NUMBERS.map(|number| tr!(locale, "paradox-head-gap", number = number)));
        head.extend(["q*".to_string(), "c*".to_string()]);
        let mut rows = Table::with_figures(head, 1..12);
        for preset in &self.found.presets {
            let mut row = vec![preset.preset.clone()];
            row.extend(preset.repurchase.map(|share| locale.share_whole(share)));
            row.extend([preset.base, preset.complaint_rate].map(|share| locale.share_whole(share)));
            row.extend(preset.gaps[Measure::Repurchase as usize].map(|gap| self.signed_share(gap)));
            row.extend([self.needed(&preset.quick_share), self.needed(&preset.complaint_rate_needed)]);
            rows.add(row);
        }
        rows.caption = tr!(locale, "paradox-presets");
        Section::of("presets", rows)
    }

    fn publications(&self) -> Section {
        let locale = self.locale;
        let head = [
            tr!(locale, "head-source"),
            tr!(locale, "paradox-head-measured"),
            tr!(locale, "paradox-head-found"),
            tr!(locale, "head-status"),
            tr!(locale, "paradox-head-says"),
        ];
        let mut rows = Table::with_figures(head, []);
        for publication in &PUBLICATIONS {
            rows.add([
                publication.source.to_string(),
                tr!(locale, "paradox-measured", measured = publication.measured.name()),
                tr!(locale, "paradox-support", support = publication.support.name()),
                tr!(locale, "paradox-status", status = publication.status()),
                tr!(locale, "paradox-publication", id = publication.id),
            ]);
        }
        rows.caption = tr!(locale, "paradox-publications");
        Section::of("publications", rows)
    }
}
