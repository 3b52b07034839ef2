//! The sections of the page, in the order of the argument.

use crate::analysis::assumptions::{Assumption, Basis, Origin, Setting};
use crate::analysis::decision::{Decision, Known};
use crate::analysis::scenarios::least_regret;
use crate::analysis::selection::LEAST;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::analysis::sweep::unit;
use crate::evidence::ledger::{Entry, NAME, entry_for};
use crate::language::{Language, Locale, tr};
use crate::output::charts::{DESK_CHART, Drawn};
use crate::output::figures::{self, Figure, Figures, capital};
use crate::output::label::{label, label_of};
use crate::output::level::level;
use crate::output::report::cautions::cautions;
use crate::output::report::data::{About, ReportData};
use crate::output::report::document::{
    Block, Card, Cell, ChartBlock, Document, Section, Table, name, paragraph, requoted,
};
use crate::output::report::evidence::evidence;
use crate::output::report::headline::headline;
use crate::output::strategy::starts;
use crate::output::table::Values;
use crate::output::variant::{Subject, holding};
use crate::output::variant_chart::VARIANTS_CHART;
use crate::scenario::key::Key;
use crate::stats::band::Band;
use crate::units::period_number;

/// Inputs whose worth is told, at most.
const MOST_INPUTS: usize = 10;
/// Scenarios that have tables of their own, at most.
const MOST_SCENARIOS: usize = 12;
/// Strategies side by side in a table of model variants.
const MOST_VARIED: usize = 12;
/// Strategies side by side in a table of what they do.
const MOST_ACROSS: usize = 6;

/// A page from everything that was found.
pub(super) fn document(data: &ReportData, charts: &[Drawn], locale: &Locale) -> Document {
    let builder = ReportBuilder { data, charts, locale };
    let first = &data.findings.comparisons[0];
    let sections = [
        builder.strategies(),
        builder.pays(),
        builder.why(),
        builder.segments(),
        builder.desk(),
        builder.levers(),
        builder.decision(),
        builder.variants(),
        builder.worlds(),
        builder.cautions(),
        builder.assumptions(),
        builder.errors(),
        builder.oracle(),
        builder.reproduce(),
    ];
    let about = &data.about;
    Document {
        title: paragraph(&about.title),
        run: builder.run(),
        summary: about.summary.as_deref().map(paragraph).filter(|text| !text.is_empty()),
        answer: headline(about, &data.findings, locale).lines().map(|line| requoted(locale, line)).collect(),
        cards: builder.cards(first),
        sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
    }
}

/// What every section is told from.
struct ReportBuilder<'a> {
    data: &'a ReportData,
    charts: &'a [Drawn],
    locale: &'a Locale,
}

impl ReportBuilder<'_> {
    fn about(&self) -> &About {
        &self.data.about
    }

    fn first(&self) -> &Comparison {
        &self.data.findings.comparisons[0]
    }

    fn name(&self, text: &str) -> String {
        name(self.locale, text)
    }

    fn range(&self, low: String, high: String) -> String {
        tr!(self.locale, "range", low = low, high = high)
    }

    /// The horizon in periods.
    fn horizon(&self) -> String {
        self.locale.periods(u64::from(self.about().periods), &self.about().period)
    }

    /// A period by its number, from 1.
    fn at(&self, number: u64) -> String {
        self.locale.period(number, &self.about().period)
    }

    /// A number of the study: in words, with its key, and in English with what it means.
    fn key(&self, key: &Key) -> Cell {
        let locale = self.locale;
        let path = key.to_string();
        // Keys of one part belong to a strategy itself.
        let of_strategy = || entry_for(&Key::from_parts(["strategy", NAME].into_iter().chain(key.parts())));
        let meaning = entry_for(key).or_else(of_strategy).map_or("", |entry| entry.meaning.as_str());
        let first = meaning.split_once(". ").map_or(meaning, |(first, _)| first).trim_end_matches('.');
        // The ledger speaks English.
        let is_rendered = locale.language == Language::English && !first.is_empty();
        Cell::key(&label(key, locale)).over(if is_rendered { format!("{path} · {first}") } else { path })
    }

    /// How the study was run, in a line.
    fn run(&self) -> String {
        let (about, locale) = (self.about(), self.locale);
        let id = &about.identity;
        tr!(
            locale,
            "report-run",
            periods = self.horizon(),
            engine = id.engine.as_str(),
            histories = about.simulations(),
            seed = id.seed.to_string(),
            version = id.version.as_str()
        )
    }

    /// The best strategy, or the next where the reference is the best; the only one where there is one.
    fn contender<'a>(&self, comparison: &'a Comparison) -> &'a StrategySummary {
        let strategies = &comparison.strategies;
        let next = (1..strategies.len())
            .max_by(|&a, &b| strategies[a].worth.npv.mean.total_cmp(&strategies[b].worth.npv.mean));
        let best = comparison.best();
        &strategies[if best > 0 { best } else { next.unwrap_or(0) }]
    }

    fn cards(&self, comparison: &Comparison) -> Vec<Card> {
        let (locale, about) = (self.locale, self.about());
        let currency = paragraph(&about.currency);
        let reference = self.name(&comparison.strategies[0].name);
        let shown = self.contender(comparison);
        let rivals = comparison.strategies.len() > 1;
        let worth = if rivals { &shown.difference } else { &shown.worth };
        let place = comparison.strategies.iter().position(|s| s.name == shown.name).unwrap_or(0);
        let spread = &self.data.findings.spreads[0].strategies[place];
        let interval = |band: &Band| self.range(locale.signed(band.p05), locale.signed(band.p95));
        let note = match rivals {
            true => {
                tr!(locale, "report-card-npv-note", interval = interval(&worth.npv), reference = reference.as_str())
            }
            false => tr!(locale, "report-card-npv-note-alone", interval = interval(&worth.npv)),
        };
        let npv = Card {
            label: match rivals {
                true => tr!(locale, "report-card-npv", name = self.name(&shown.name)),
                false => tr!(locale, "report-card-npv-alone"),
            },
            value: format!("{} {currency}", locale.signed(worth.npv.mean)),
            note,
        };
        if !rivals {
            return vec![npv];
        }
        let roi = Card {
            label: capital(&tr!(locale, "return-on-investment")),
            value: shown.roi.value.map_or_else(|| figures::no_roi(locale, shown), |roi| locale.share(roi)),
            note: match shown.roi.interval {
                Some([low, _, high]) if shown.roi.share >= 0.9995 => {
                    let interval = self.range(locale.share(low), locale.share(high));
                    tr!(locale, "report-card-npv-note-alone", interval = interval)
                }
                Some([low, _, high]) => tr!(
                    locale,
                    "report-card-roi-note",
                    interval = self.range(locale.share(low), locale.share(high)),
                    share = locale.share_whole(shown.roi.share)
                ),
                None => tr!(locale, "report-card-roi-none"),
            },
        };
        let cumulative = self.data.findings.pictures[0].cumulative.iter().find(|c| *c.strategy == *shown.name);
        let crossing = |part: fn(&Band) -> f64| {
            let points = cumulative.map_or(&[][..], |c| c.points.as_slice());
            let below = points.iter().rposition(|(_, band)| part(band) < 0.0);
            let first = points.get(below.map_or(0, |t| t + 1)).map(|(period, _)| u64::from(*period));
            // Nothing is paid back before the strategy acts.
            first.map(|period| period.max(starts(&self.data.findings.changes, &shown.name)))
        };
        let period = |period: Option<u64>| match period {
            Some(at) => self.at(at),
            None => tr!(locale, "never"),
        };
        let payback = Card {
            label: capital(&tr!(locale, "head-payback-time")),
            value: match shown.differs() {
                true => period(shown.payback_period.map(|t| period_number(t as usize))),
                false => "–".to_string(),
            },
            note: tr!(
                locale,
                "report-card-payback-note",
                early = period(crossing(|band| band.p95)),
                late = period(crossing(|band| band.p05))
            ),
        };
        let worst = format!("{} {currency}", locale.signed(spread.worst_twentieth));
        let known = if shown.p_beats_independently.is_some() { "yes" } else { "no" };
        let independent = locale.share_whole(shown.p_beats_independently.map_or(0.0, |beats| 1.0 - beats));
        let risk = Card {
            label: tr!(locale, "report-card-risk"),
            value: locale.share_whole(spread.p_loss),
            note: match about.is_uncertain {
                true => tr!(
                    locale,
                    "report-card-risk-note",
                    reference = reference,
                    known = known,
                    independent = independent,
                    worst = worst,
                    sure = locale.share_whole(shown.p_best)
                ),
                false => tr!(
                    locale,
                    "report-card-risk-note-certain",
                    reference = reference,
                    known = known,
                    independent = independent,
                    worst = worst
                ),
            },
        };
        vec![npv, roi, payback, risk]
    }

    /// The strategies of a scenario side by side.
    fn comparison(&self, section: &mut Section, scenario: usize, caption: String) {
        let table = figures::strategies(self.locale, self.about(), &self.data.findings, scenario);
        section.figures(Figures { caption, ..table });
    }

    fn strategies(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("strategies", tr!(locale, "report-strategies"));
        let first = self.first();
        let caption = tr!(locale, "strategies-caption", currency = self.about().currency.as_str());
        self.comparison(&mut section, 0, caption);
        section.text(match (self.about().is_uncertain, self.about().has_chance) {
            (true, true) => tr!(locale, "report-intervals-both"),
            (true, false) => tr!(locale, "report-intervals-inputs"),
            (false, true) => tr!(locale, "report-intervals-luck"),
            (false, false) => tr!(locale, "report-intervals-none"),
        });
        if let Some(number) = first.corrected_by {
            section.text(tr!(locale, "corrected-by", number = number));
        }
        self.changes(&mut section);
        section
    }

    /// What every strategy does: numbers down, strategies across; strategy after strategy where there are many.
    fn changes(&self, section: &mut Section) {
        let locale = self.locale;
        let changes = &self.data.findings.changes;
        let strategies = &self.first().strategies;
        let setting = |key: &Key, setting: Option<Setting>| match setting {
            Some(Setting { value, range }) => {
                let range = range.map(|[low, high]| self.range(self.level(key, low), self.level(key, high)));
                Cell::figure(self.level(key, value)).over(range.unwrap_or_default())
            }
            None => Cell::figure("–".to_string()),
        };
        let mut keys: Vec<&Key> = Vec::new();
        for change in changes.iter().filter(|change| change.from.is_some() || change.to.is_some()) {
            if !keys.contains(&&change.key) {
                keys.push(&change.key);
            }
        }
        for (part, others) in strategies[1..].chunks(MOST_ACROSS).enumerate() {
            let mut head = vec![tr!(locale, "report-key"), paragraph(&strategies[0].name)];
            head.extend(others.iter().map(|s| paragraph(&s.name)));
            let mut table = Table::new(tr!(locale, "report-changes-caption", part = part + 1), 1, head);
            for key in &keys {
                let of = |name: &str| changes.iter().find(|c| c.key == **key && *c.strategy == *name);
                let Some(any) = others.iter().find_map(|s| of(&s.name)) else { continue };
                let mut cells = vec![self.key(key), setting(key, any.from)];
                cells.extend(others.iter().map(|s| match of(&s.name) {
                    Some(change) => setting(key, change.to),
                    None => Cell::figure("·".to_string()),
                }));
                table.row(cells);
            }
            section.table(table);
        }
    }

    /// A value of a number of the study, as people read it.
    fn level(&self, key: &Key, value: f64) -> String {
        level(self.locale, value, unit(key))
    }

    /// The chart of that name, with the question it answers and how to read it.
    fn chart(&self, section: &mut Section, file: &str, question: String, reading: String) {
        let Some(drawn) = self.charts.iter().find(|drawn| drawn.name == file) else { return };
        section.blocks.push(Block::Chart(ChartBlock {
            question,
            finding: drawn.chart.title.clone(),
            reading,
            number: 0,
            svg: drawn.chart.svg.clone(),
        }));
    }

    fn pays(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("pays", tr!(locale, "report-pays"));
        let (question, reading) = (tr!(locale, "report-cumulative"), tr!(locale, "report-cumulative-reading"));
        self.chart(&mut section, "2-cumulative-difference", question, reading);
        let (question, reading) = (tr!(locale, "report-distribution"), tr!(locale, "report-distribution-reading"));
        self.chart(&mut section, "6-npv-difference", question, reading);
        section
    }

    fn why(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("why", tr!(locale, "report-why"));
        let first = self.first();
        let question = tr!(locale, "report-tree", name = self.name(&first.strategies[0].name));
        self.chart(&mut section, "3-failure-tree-reference", question, tr!(locale, "report-tree-reading"));
        let best = &first.strategies[first.best()].name;
        let question = tr!(locale, "report-tree", name = self.name(best));
        self.chart(&mut section, "3-failure-tree-best", question, tr!(locale, "report-tree-reading"));
        let (question, reading) = (tr!(locale, "report-losses"), tr!(locale, "report-losses-reading"));
        self.chart(&mut section, "5-losses-by-cause", question, reading);
        section.figures(figures::losses(locale, first));
        section.text(tr!(locale, "report-word-of-mouth", lost = locale.fixed(self.about().lost_per_unhappy, 2)));
        let (question, reading) = (tr!(locale, "report-active"), tr!(locale, "report-active-reading"));
        self.chart(&mut section, "4-active-customers", question, reading);
        let currency = &self.about().currency;
        section.figures(figures::account_differences(locale, first, currency));
        section
    }

    /// What each segment came to under every strategy.
    fn segments(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("segments", tr!(locale, "report-segments"));
        let first = self.first();
        let all: Vec<usize> = (0..first.strategies.len()).collect();
        if let Some(tables) = figures::segments(locale, first, &all, &paragraph(&self.about().currency)) {
            section.text(tr!(locale, "report-segments-lead"));
            tables.into_iter().for_each(|table| section.figures(folded(table)));
        }
        section
    }

    /// What the desk has to do.
    fn desk(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("desk", tr!(locale, "report-desk"));
        let (question, reading) = (tr!(locale, "report-desk-question"), tr!(locale, "report-desk-reading"));
        self.chart(&mut section, DESK_CHART, question, reading);
        section.figures(figures::desk(locale, self.first(), &self.horizon()));
        section
    }

    /// Whether the answer holds in other models.
    fn variants(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("variants", tr!(locale, "report-variants"));
        let findings = &self.data.findings;
        let currency = paragraph(&self.about().currency);
        let table =
            findings.variants.first().and_then(|found| figures::variants(locale, found, None, MOST_VARIED, &currency));
        let Some(table) = table else { return section };
        section.text(tr!(locale, "report-variants-lead"));
        let (question, reading) = (tr!(locale, "report-variants-question"), tr!(locale, "report-variants-reading"));
        self.chart(&mut section, VARIANTS_CHART, question, reading);
        section.figures(table);
        for (comparison, found) in findings.comparisons.iter().zip(&findings.variants).skip(1).take(MOST_SCENARIOS) {
            let equals = comparison.equals(comparison.best());
            if let Some(text) = holding(locale, found, comparison.best(), &equals, Subject::Named) {
                let (scenario, text) = (self.name(&comparison.scenario), requoted(locale, &text));
                section.text(tr!(locale, "report-variants-elsewhere", scenario = scenario, text = text));
            }
        }
        section
    }

    fn levers(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("levers", tr!(locale, "report-levers"));
        for drawn in self.charts.iter().filter(|drawn| drawn.name.starts_with("1-roi-curve")) {
            let key = drawn.rows.iter().find_map(|(name, values)| match values {
                Values::Text(keys) if name == "key" => keys.first(),
                _ => None,
            });
            let question =
                tr!(locale, "report-curve", lever = key.map_or(String::new(), |key| self.name(&label_of(key, locale))));
            self.chart(&mut section, &drawn.name, question, tr!(locale, "report-curve-reading"));
        }
        section
    }

    fn decision(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("decision", tr!(locale, "report-decision"));
        let Some(found) = self.data.findings.decisions.first() else { return section };
        let currency = paragraph(&self.about().currency);
        let name = |s: usize| self.name(&found.strategies[s].name);
        let amount = |value: f64| format!("{} {currency}", locale.count(value));
        let evpi = tr!(
            locale,
            "report-evpi",
            value = amount(found.perfect.value),
            error = locale.count(found.perfect.standard_error)
        );
        section.text(evpi);
        let least = tr!(locale, "report-least-regret", name = name(found.least_regret()), best = name(found.best));
        section.text(if found.least_regret() == found.best {
            tr!(locale, "report-least-regret-same", name = name(found.best))
        } else {
            least
        });
        section.figures(figures::decision(locale, found, &currency));
        section.table(self.information(found));
        let (question, reading) = (tr!(locale, "report-tornado"), tr!(locale, "report-tornado-reading"));
        self.chart(&mut section, "8-tornado", question, reading);
        for (file, question) in [
            ("7-acceptability-customer-value", tr!(locale, "report-acceptability-value")),
            ("7-acceptability-horizon", tr!(locale, "report-acceptability-horizon")),
            ("7-acceptability-budget", tr!(locale, "report-acceptability-budget")),
        ] {
            self.chart(&mut section, file, question, tr!(locale, "report-acceptability-reading"));
        }
        section
    }

    fn information(&self, found: &Decision) -> Table {
        let locale = self.locale;
        let head = vec![
            capital(&tr!(locale, "head-input")),
            capital(&tr!(locale, "head-worth-knowing")),
            capital(&tr!(locale, "head-standard-error")),
            tr!(locale, "report-explained"),
        ];
        let currency = paragraph(&self.about().currency);
        let mut table = Table::new(tr!(locale, "report-information-caption", currency = currency), 1, head);
        let is_rendered = |input: &&Known| input.worth.value.value > 0.0 || input.worth.is_poor();
        for input in found.inputs.iter().filter(is_rendered).take(MOST_INPUTS) {
            table.row(vec![
                Cell::key(&label_of(&input.name, locale)).over(input.name.clone()),
                Cell::figure(locale.count(input.worth.value.value)).over(match input.worth.is_poor() {
                    true => tr!(locale, "report-fit-poor"),
                    false => String::new(),
                }),
                Cell::figure(locale.count(input.worth.value.standard_error)),
                Cell::figure(locale.share_whole(input.worth.explained)),
            ]);
        }
        table
    }

    fn worlds(&self) -> Section {
        let locale = self.locale;
        let mut section = Section::new("worlds", tr!(locale, "report-worlds"));
        let findings = &self.data.findings;
        if findings.comparisons.len() < 2 {
            return section;
        }
        let least = least_regret(&findings.across).map_or(String::new(), |i| self.name(&findings.across[i].strategy));
        let first = self.name(&self.first().scenario);
        section.text(tr!(locale, "report-worlds-lead", first = first, least = least));
        let currency = &self.about().currency;
        section.figures(figures::regret(locale, &findings.scenario_names(), &findings.across, currency));
        for (s, comparison) in findings.comparisons.iter().enumerate().skip(1).take(MOST_SCENARIOS) {
            let scenario = format!("`{}`", comparison.scenario);
            let caption = tr!(locale, "report-world-caption", scenario = scenario, currency = currency.as_str());
            self.comparison(&mut section, s, caption);
        }
        section
    }

    fn cautions(&self) -> Section {
        cautions(self.locale, &self.data.cautions)
    }

    fn assumptions(&self) -> Section {
        let locale = self.locale;
        let found = &self.data.findings.assumptions;
        let mut section = Section::new("assumptions", tr!(locale, "report-assumptions"));
        let strategy = self.name(&found.strategy);
        section.text(tr!(locale, "report-assumptions-lead", name = strategy));
        let uncertain = tr!(locale, "report-uncertain-caption");
        section.table(self.assumption_table(uncertain, &found.uncertain));
        let certain = tr!(locale, "report-certain-caption");
        section.table(self.assumption_table(certain, &found.certain));
        if found.left_out > 0 {
            section.text(tr!(locale, "report-assumptions-rest", number = found.left_out));
        }
        section
    }

    fn assumption_table(&self, caption: String, rows: &[Assumption]) -> Table {
        let locale = self.locale;
        let head = vec![
            tr!(locale, "report-key"),
            tr!(locale, "report-evidence"),
            tr!(locale, "report-value"),
            capital(&tr!(locale, "head-moved")),
            tr!(locale, "report-difference-there"),
        ];
        let mut table = Table::new(caption, 2, head);
        for row in rows {
            let entry = entry_for(&row.key);
            let value = self.level(&row.key, row.value);
            let basis = match row.basis {
                Basis::Uncertain => "uncertain",
                Basis::Published => "published",
                Basis::Plausible => "plausible",
                Basis::Tenth => "tenth",
            };
            let differences = match row.differences {
                Some([low, high]) => self.range(locale.signed(low), locale.signed(high)),
                None => "–".to_string(),
            };
            // Of an uncertain number the mean may be the default; its spread is the study's.
            let is_default = row.origin == Origin::Default && row.basis != Basis::Uncertain;
            table.row(vec![
                self.key(&row.key),
                self.evidence(row, entry),
                Cell::figure(value).over(if is_default { tr!(locale, "report-default") } else { String::new() }),
                Cell::figure(self.range(self.level(&row.key, row.ends[0]), self.level(&row.key, row.ends[1])))
                    .over(tr!(locale, "report-basis", basis = basis)),
                Cell::figure(differences).over(if row.turns { tr!(locale, "changes-decision") } else { String::new() }),
            ]);
        }
        table
    }

    /// Whose a number is or how well it is known, where from, and the range of its key.
    fn evidence(&self, row: &Assumption, entry: Option<&Entry>) -> Cell {
        let locale = self.locale;
        let Some(entry) = entry else { return Cell::words("–") };
        let found = evidence(locale, row, entry);
        let mut text = found.status;
        if let Some([low, high]) = entry.range {
            let level = |value: f64| if entry.is_probability() { locale.share(value) } else { number(locale, value) };
            let range = self.range(level(low), level(high));
            let range = if entry.plausible {
                tr!(locale, "report-plausible", range = range)
            } else {
                tr!(locale, "report-published", range = range)
            };
            text = format!("{text} · {range}");
        }
        Cell::words(&text).over(found.source)
    }

    fn errors(&self) -> Section {
        let (locale, about) = (self.locale, self.about());
        let mut section = Section::new("errors", tr!(locale, "report-errors"));
        let first = self.first();
        if first.strategies.len() < 2 {
            return section;
        }
        let table = figures::error_budget(locale, about, first);
        if !about.has_error_budget() {
            section.figures(table);
            return section;
        }
        let risk = first.selection.risk;
        section.text(tr!(
            locale,
            "report-errors-lead",
            known = if risk.is_some() { "yes" } else { "no" },
            least = LEAST,
            best = self.name(&first.strategies[first.selection.best].name),
            wrong = small_share(locale, risk.map_or(0.0, |risk| risk.probability_wrong)),
            loss =
                format!("{} {}", locale.count(risk.map_or(0.0, |risk| risk.expected_loss)), paragraph(&about.currency))
        ));
        section.figures(table);
        section
    }

    fn oracle(&self) -> Section {
        let (locale, about) = (self.locale, self.about());
        let mut section = Section::new("oracle", tr!(locale, "report-oracle"));
        let oracles = &self.data.findings.oracles[0];
        if !about.has_chance {
            return section;
        }
        section.text(tr!(locale, "report-oracle-lead"));
        if about.has_individuality {
            section.text(tr!(locale, "report-oracle-individuals"));
        }
        let head = vec![
            capital(&tr!(locale, "head-strategy")),
            tr!(locale, "report-quantity"),
            capital(&tr!(locale, "head-simulated")),
            capital(&tr!(locale, "head-expected")),
            tr!(locale, "report-gap"),
            capital(&tr!(locale, "head-standard-error")),
            tr!(locale, "report-z"),
        ];
        let mut table = Table::new(tr!(locale, "report-oracle-caption"), 2, head);
        let first = self.first();
        let shown = [0, first.best()];
        for &s in if shown[1] == 0 { &shown[..1] } else { &shown[..] } {
            for (quantity, total) in ["npv", "contribution", "programme", "lost"].into_iter().zip(&oracles[s].totals) {
                table.row(vec![
                    Cell::words(&first.strategies[s].name),
                    Cell::words(&tr!(locale, "report-oracle-quantity", quantity = quantity)),
                    Cell::figure(locale.count(total.simulated)),
                    Cell::figure(locale.count(total.expected)),
                    Cell::figure(locale.signed_count(total.simulated - total.expected)),
                    Cell::figure(locale.people(total.standard_error)),
                    Cell::figure(locale.fixed(total.z, 1)),
                ]);
            }
        }
        section.table(table);
        let gaps = oracles.iter().enumerate().flat_map(|(s, oracle)| oracle.gaps.iter().map(move |gap| (s, gap)));
        if let Some((s, gap)) = gaps.max_by(|a, b| a.1.z.abs().total_cmp(&b.1.z.abs())) {
            section.text(tr!(
                locale,
                "report-oracle-widest",
                column = tr!(locale, "book-column", column = gap.column.as_str()),
                name = self.name(&first.strategies[s].name),
                period = self.at(period_number(gap.period as usize)),
                simulated = locale.fixed(gap.simulated, 1),
                expected = locale.fixed(gap.expected, 1),
                z = locale.fixed(gap.z, 1)
            ));
        }
        section
    }

    fn reproduce(&self) -> Section {
        let (locale, id) = (self.locale, &self.about().identity);
        let mut section = Section::new("reproduce", tr!(locale, "report-reproduce"));
        section.text(tr!(locale, "report-reproduce-lead"));
        section.blocks.push(Block::Code("recoup run study.toml --out again".to_string()));
        let mut table = Table::new(
            tr!(locale, "report-reproduce-caption"),
            2,
            vec![tr!(locale, "report-fact"), tr!(locale, "report-value")],
        );
        let facts = [
            (tr!(locale, "report-fact-version"), format!("recoup {}", id.version)),
            (capital(&tr!(locale, "head-study")), paragraph(&id.study)),
            (tr!(locale, "report-fact-hash"), id.hash.clone()),
            (tr!(locale, "report-fact-stream"), id.stream.to_string()),
            (tr!(locale, "report-fact-seed"), id.seed.to_string()),
            (tr!(locale, "report-fact-engine"), tr!(locale, "report-engine", engine = id.engine.as_str())),
            (tr!(locale, "report-fact-draws"), locale.count(id.draws as f64)),
            (tr!(locale, "report-fact-replicates"), locale.count(id.replicates as f64)),
            (
                tr!(locale, "report-fact-sampling"),
                tr!(locale, "report-sampling", sampling = self.about().sampling.as_str()),
            ),
            (tr!(locale, "report-fact-discount"), locale.share(self.about().discount_rate)),
        ];
        for (fact, value) in facts {
            table.row(vec![Cell::words(&fact), Cell::words(&value)]);
        }
        section.table(table);
        section.text(tr!(locale, "report-reproduce-files"));
        section
    }
}

/// The table with its second column below the first, which saves room.
fn folded(mut table: Figures) -> Figures {
    let second = table.columns.remove(1);
    table.columns[0].head = format!("{} · {}", table.columns[0].head, second.head);
    for line in &mut table.rows {
        if let Figure::Text(text) = line.cells.remove(1) {
            line.note = text;
        }
    }
    table
}

/// A plain number in as few digits as tell it.
fn number(locale: &Locale, value: f64) -> String {
    if value.fract() == 0.0 { locale.count(value) } else { locale.fixed(value, if value.abs() < 0.1 { 3 } else { 2 }) }
}

/// A share that is a bound, to a tenth of a per cent at least.
fn small_share(locale: &Locale, share: f64) -> String {
    locale.share(share.max(0.001))
}
