//! The recovery paradox in words and tables; its charts and the tables of its folder are in [`paradox`](crate::output::paradox).

use crate::analysis::paradox::cause::Caused;
use crate::analysis::paradox::check::{ALARM, CUSTOMERS};
use crate::analysis::paradox::levers::BASES;
use crate::analysis::paradox::thresholds::{Moved, Others, Threshold};
use crate::analysis::paradox::tree::{Crossing, Dial, Meaning, Measure, Reach};
use crate::analysis::paradox::{Paradox, Subject as Failures};
use crate::ask::paradox::ParadoxFound;
use crate::ask::{Answer, Subject};
use crate::evidence::paradox::PUBLICATIONS;
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::figures::{Column, Figure, Figures, Kind, Line, strategy};
use crate::output::paradox::{charts, tables};
use crate::output::report::document::{Document, Section, Show};
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

    /// A difference in a cell.
    fn gap(&self, x: f64, decimals: usize) -> Figure {
        Figure::Worded(x, self.signed(x, decimals))
    }

    /// A difference of shares in a cell, in percentage points.
    fn share_gap(&self, x: f64) -> Figure {
        self.gap(100.0 * x, 1)
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
        let kinds =
            [Kind::Words, Kind::Words, Kind::Number, Kind::Number, Kind::Share, Kind::Share, Kind::Number, Kind::Share];
        let reference = &self.found.strategies[0];
        let row = |(subject, meaning): (&Failures, Meaning)| {
            let [feels, returns] = Measure::ALL.map(|measure| subject.claim(meaning, measure));
            let failure = if meaning == Meaning::Conditional { self.subject(subject) } else { String::new() };
            Line::new(vec![
                Figure::Text(failure),
                Figure::Text(self.meaning(meaning)),
                points(feels.value),
                self.gap(feels.value - feels.base, 2),
                Figure::Chance(feels.probability),
                Figure::Share(returns.value),
                self.share_gap(returns.value - returns.base),
                Figure::Chance(returns.probability),
            ])
        };
        let subjects = reference.subjects.iter().flat_map(|subject| Meaning::ALL.map(|meaning| (subject, meaning)));
        let caption = tr!(locale, "paradox-claims", strategy = reference.strategy.clone());
        Section::of_figures("claims", Figures::new(caption, columns(head, kinds), subjects.map(row).collect()))
    }

    fn strategies(&self) -> Section {
        if self.found.strategies.len() < 2 {
            return Section::new("strategies", String::new());
        }
        let locale = self.locale;
        let mut columns = vec![strategy(locale), Column::new(tr!(locale, "paradox-head-failure"), Kind::Words)];
        for measure in Measure::ALL {
            let head = |n| tr!(locale, "paradox-head-short", measure = measure.name(), number = n);
            columns.extend(NUMBERS.map(|n| Column::new(head(n), Kind::Share)));
        }
        let rows = self.found.strategies.iter().flat_map(|strategy| {
            strategy.subjects.iter().enumerate().map(|(i, subject)| {
                let name = if i == 0 { strategy.strategy.as_str() } else { "" };
                let chances = subject.claims.iter().map(|claim| Figure::Chance(claim.probability));
                Line::of(name, [Figure::Text(self.subject(subject))].into_iter().chain(chances))
            })
        });
        let caption = tr!(locale, "paradox-strategies");
        Section::of_figures("strategies", Figures::new(caption, columns, rows.collect()))
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
        let kinds = [Kind::Words, Kind::Words, Kind::Words, Kind::Number, Kind::Number, Kind::Words];
        let row = |threshold: &Threshold| {
            let shown = |x: f64| if threshold.moved == Moved::Drop { points(x) } else { Figure::Share(x) };
            let mut moved = tr!(locale, "paradox-moved", moved = threshold.moved.name());
            if threshold.others == Others::Best {
                moved = tr!(locale, "paradox-moved-best", moved = moved);
            }
            Line::new(vec![
                Figure::Text(self.measure(threshold.measure)),
                Figure::Text(self.meaning(threshold.meaning)),
                Figure::Text(moved),
                shown(threshold.today),
                threshold.crossing.at.filter(|at| at.abs() <= FAR).map_or(Figure::Nothing, shown),
                Figure::Text(tr!(locale, "paradox-holds", reach = threshold.crossing.reach.name())),
            ])
        };
        let rows = subject.thresholds.iter().map(row).collect();
        let caption = tr!(locale, "paradox-thresholds", failure = self.subject(subject));
        Section::of_figures("thresholds", Figures::new(caption, columns(head, kinds), rows))
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
        let kinds = [Kind::Words, Kind::Number, Kind::Number, Kind::Share, Kind::Number, Kind::Share];
        let rows = kind.conditions.iter().map(|under| {
            Line::new(vec![
                Figure::Text(tr!(locale, "paradox-condition", condition = under.condition.name())),
                points(under.quick[0]),
                self.gap(under.quick_gap[0], 2),
                Figure::Share(under.quick[1]),
                self.share_gap(under.quick_gap[1]),
                Figure::Share(under.unresolved[1]),
            ])
        });
        let silent = locale.share(kind.silent);
        let caption = tr!(locale, "paradox-needs", failure = kind.failure.clone(), silent = silent);
        let mut section = Section::of_figures("needs", Figures::new(caption, columns(head, kinds), rows.collect()));
        let head =
            [tr!(locale, "paradox-head-order"), tr!(locale, "paradox-head-after"), tr!(locale, "paradox-head-there")];
        let rows = kind.in_a_row().into_iter().map(|(order, two)| {
            let order = tr!(locale, "paradox-order", order = order);
            Line::new(vec![Figure::Text(order), points(two.satisfaction), Figure::Share(two.repurchase)])
        });
        let kinds = [Kind::Words, Kind::Number, Kind::Share];
        section.figures(Figures::new(tr!(locale, "paradox-in-a-row"), columns(head, kinds), rows.collect()));
        section
    }

    /// What a point of each lever is worth, in repurchase.
    fn levers(&self) -> Section {
        let locale = self.locale;
        let mut columns = vec![
            Column::new(tr!(locale, "paradox-head-failure"), Kind::Words),
            Column::new(tr!(locale, "paradox-head-rate"), Kind::Share),
        ];
        let dial = |dial: Dial| Column::new(tr!(locale, "paradox-head-of", dial = dial.name()), Kind::Number);
        columns.extend(Dial::ALL.map(dial));
        let mut rows = Vec::new();
        let mut leads = Vec::new();
        for ranking in self.found.levers.iter().filter(|ranking| ranking.measure == Measure::Repurchase) {
            for (i, point) in RATES.into_iter().filter_map(|rate| ranking.at(rate)).enumerate() {
                let failure = if i == 0 { ranking.failure.as_str() } else { "" };
                let worth = point.worth.map(|worth| Figure::Number(worth, 3));
                rows.push(Line::of(failure, [Figure::Chance(point.complaint_rate)].into_iter().chain(worth)));
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
        let figures = Figures::new(tr!(locale, "paradox-levers"), columns, rows);
        Section::of_figures("levers", Figures { remarks: leads, ..figures })
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
        let mut columns = vec![Column::new(tr!(locale, "paradox-head-base"), Kind::Share)];
        columns.extend(needed_columns());
        columns.extend(self.gap_columns());
        columns.push(Column::new(tr!(locale, "paradox-head-moves-along"), Kind::Number));
        let rows = sweep.points.iter().step_by(EVERY_BASE).map(|point| {
            let mut row = vec![Figure::Chance(point.base)];
            row.extend([point.quick_share, point.complaint_rate].map(|crossing| self.needed(&crossing)));
            row.extend(point.gaps.map(|gap| self.share_gap(gap)));
            row.push(self.share_gap(point.conditional_gap_moved));
            Line::new(row)
        });
        let [low, high] = BASES.map(|base| locale.share_whole(base));
        let caption = tr!(locale, "paradox-bases", failure = sweep.failure.clone(), low = low, high = high);
        Section::of_figures("bases", Figures::new(caption, columns, rows.collect()))
    }

    /// Where a share switches it, in a few letters.
    fn needed(&self, crossing: &Crossing) -> Figure {
        match crossing.reach {
            Reach::Above(at) => Figure::Share(at),
            Reach::Below(at) => Figure::Worded(at, tr!(self.locale, "below", value = self.locale.share(at))),
            reach => Figure::Text(tr!(self.locale, "paradox-holds", reach = reach.name())),
        }
    }

    /// The columns of the three differences of shares.
    fn gap_columns(&self) -> [Column; 3] {
        NUMBERS.map(|number| Column::new(tr!(self.locale, "paradox-head-gap", number = number), Kind::Number))
    }

    /// What it would cost to cause failures.
    fn causes(&self) -> Section {
        let locale = self.locale;
        let columns = vec![
            strategy(locale),
            Column::new(tr!(locale, "paradox-head-one-more", purchases = locale.count(1_000.0)), Kind::Words),
            Column::new(tr!(locale, "head-npv-in", currency = self.subject.study().currency.clone()), Kind::Amount),
            Column::interval(locale, Kind::Amount),
            Column::new(tr!(locale, "paradox-head-failures"), Kind::Amount),
            Column::new(tr!(locale, "paradox-head-each"), Kind::Number),
            Column::new(tr!(locale, "paradox-head-loses"), Kind::Share),
            Column::new(tr!(locale, "paradox-head-perfect"), Kind::Number),
        ];
        let rows = self.found.caused.iter().map(|caused| {
            let money = |x: Option<f64>| x.map_or(Figure::Nothing, |x| self.gap(x, 2));
            Line::of(
                &caused.strategy,
                [
                    Figure::Text(caused.failure.clone()),
                    Figure::Signed(caused.npv.mean),
                    Figure::interval(&caused.npv, Figure::SignedShort),
                    Figure::Amount(caused.failures),
                    money(caused.npv_per_failure),
                    Figure::Chance(caused.loses),
                    money(caused.npv_per_failure_at_best),
                ],
            )
        });
        Section::of_figures("causes", Figures::new(tr!(locale, "paradox-causes"), columns, rows.collect()))
    }

    /// The shipped tables side by side.
    fn presets(&self) -> Section {
        let locale = self.locale;
        let mut columns = vec![Column::new(tr!(locale, "head-preset"), Kind::Words)];
        let outcome = |outcome: Outcome| tr!(locale, "paradox-head-outcome", outcome = outcome.name());
        columns.extend(Outcome::ALL.map(|of| Column::new(outcome(of), Kind::Share)));
        let shares = [tr!(locale, "paradox-head-base"), tr!(locale, "paradox-head-complain")];
        columns.extend(shares.map(|head| Column::new(head, Kind::Share)));
        columns.extend(self.gap_columns());
        columns.extend(needed_columns());
        let rows = self.found.presets.iter().map(|preset| {
            let mut row = preset.repurchase.map(Figure::Chance).to_vec();
            row.extend([preset.base, preset.complaint_rate].map(Figure::Chance));
            row.extend(preset.gaps[Measure::Repurchase as usize].map(|gap| self.share_gap(gap)));
            row.extend([self.needed(&preset.quick_share), self.needed(&preset.complaint_rate_needed)]);
            Line::of(&preset.preset, row)
        });
        Section::of_figures("presets", Figures::new(tr!(locale, "paradox-presets"), columns, rows.collect()))
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
        let rows = PUBLICATIONS.iter().map(|publication| {
            let cells = [
                tr!(locale, "paradox-measured", measured = publication.measured.name()),
                tr!(locale, "paradox-support", support = publication.support.name()),
                tr!(locale, "paradox-status", status = publication.status()),
                tr!(locale, "paradox-publication", id = publication.id),
            ];
            Line::of(publication.source, cells.map(Figure::Text))
        });
        let columns = columns(head, [Kind::Words; 5]);
        let caption = tr!(locale, "paradox-publications");
        Section::of_figures("publications", Figures::new(caption, columns, rows.collect()))
    }
}

/// A level of satisfaction in a cell.
fn points(x: f64) -> Figure {
    Figure::Number(x, 2)
}

fn columns<const N: usize>(heads: [String; N], kinds: [Kind; N]) -> Vec<Column> {
    heads.into_iter().zip(kinds).map(|(head, kind)| Column::new(head, kind)).collect()
}

/// The columns of the quick share and the complaint rate that the paradox needs.
fn needed_columns() -> [Column; 2] {
    ["q*", "c*"].map(|head| Column::new(head.to_string(), Kind::Share))
}
