//! What matters, in words and tables.

use crate::analysis::screening::Effect;
use crate::analysis::sensitivity::{MANY, OutputIndices, Sensitivity, Shares};
use crate::analysis::sobol::{Estimate, Indices};
use crate::analysis::sweep::unit;
use crate::ask::sensitivity::Matters;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::label::{label, label_of};
use crate::output::level::level;
use crate::output::report::document::{Section, Table};
use crate::output::sensitivity::{charts, tables};

/// Inputs listed.
const LISTED: usize = 12;
/// An index that is surely smaller is none to two digits.
const SMALL: f64 = 0.005;

/// The analysis.
pub fn sensitivity(answer: &Answer<Matters>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found.0;
    let indices = match &found.shares {
        Shares::Sobol(all) => sobol(answer, locale, &all[0], &all[1..]),
        Shares::Morris(all) => morris(answer, locale, &all[0]),
    };
    let title = tr!(locale, "sensitivity-head", title = &subject.study().title, scenario = &*found.scenario);
    // The methods draw for themselves, more than once.
    let frame = frame(subject, subject.study().settings.draws.max(2));
    Rendered {
        document: document(&title, headline(answer, locale), vec![tornado_table(answer, locale), indices]),
        charts: charts(&frame, found),
        tables: tables(found),
    }
}

fn what(locale: &Locale, found: &Sensitivity) -> String {
    let name = |s: usize| &*found.strategies[s];
    match found.contender {
        0 => tr!(locale, "sensitivity-of-npv", name = name(0)),
        s => tr!(locale, "sensitivity-of-difference", name = name(s), reference = name(0)),
    }
}

fn headline(answer: &Answer<Matters>, locale: &Locale) -> Vec<String> {
    let found = &answer.found.0;
    let ranking = found.ranking();
    let first = &found.factors[ranking[0]];
    let what = what(locale, found);
    let mut sentences = vec![match &found.shares {
        Shares::Sobol(all) if all[0].indices.variance == 0.0 => tr!(locale, "sensitivity-nothing-moves", what = what),
        Shares::Sobol(all) => {
            let share = locale.share_whole(all[0].indices.total[ranking[0]].value.min(1.0));
            tr!(locale, "sensitivity-most", input = label_of(&first.name, locale), share = share, what = what)
        }
        Shares::Morris(_) => tr!(locale, "sensitivity-most-effect", input = label_of(&first.name, locale), what = what),
    }];
    if found.strategies.len() > 1 {
        let flips: Vec<_> = found.tornado.iter().filter(|bar| !bar.bar.flips.is_empty()).collect();
        let best = &*found.strategies[found.best_at_point];
        sentences.push(match flips.first() {
            None => tr!(locale, "sensitivity-no-flip", best = best),
            Some(bar) => {
                let flip = bar.bar.flips[0];
                tr!(
                    locale,
                    "sensitivity-flips",
                    number = flips.len(),
                    best = best,
                    input = label(&bar.key, locale),
                    side = if flip.value < bar.point { "below" } else { "above" },
                    level = level(locale, flip.value, unit(&bar.key)),
                    name = &*found.strategies[flip.to],
                )
            }
        });
    }
    sentences
}

fn tornado_table(answer: &Answer<Matters>, locale: &Locale) -> Section {
    let found = &answer.found.0;
    let shown = |npv: &[f64]| if found.contender > 0 { npv[found.contender] - npv[0] } else { npv[0] };
    let ends = [0.05, 0.95].map(|share| locale.share_whole(share));
    let head = [
        tr!(locale, "head-input"),
        tr!(locale, "range", low = &ends[0], high = &ends[1]),
        tr!(locale, "head-at", share = &ends[0]),
        tr!(locale, "head-at", share = &ends[1]),
        tr!(locale, "head-flips"),
    ];
    let mut table = Table::with_figures(head, 1..4);
    for bar in found.tornado.iter().take(LISTED) {
        let level = |value: f64| level(locale, value, unit(&bar.key));
        let flips =
            bar.bar.flips.iter().map(|flip| {
                tr!(locale, "sensitivity-flip", name = &*found.strategies[flip.to], level = level(flip.value))
            });
        let flips: Vec<String> = flips.collect();
        table.add([
            bar.key.to_string(),
            tr!(locale, "range", low = level(bar.bar.low.value), high = level(bar.bar.high.value)),
            locale.signed(shown(&bar.bar.low.npv)),
            locale.signed(shown(&bar.bar.high.npv)),
            locale.series(&flips),
        ]);
    }
    let more = found.tornado.len().saturating_sub(LISTED);
    let amount = locale.in_currency(locale.signed(shown(&found.point)), &answer.currency);
    table.caption = tr!(locale, "sensitivity-tornado", what = what(locale, found), amount = amount);
    let mut section = Section::of("tornado", table);
    if more > 0 {
        section.text(tr!(locale, "sensitivity-more", number = more));
    }
    section
}

/// An index in words: never a bare number where the interval includes 0, and never above the whole, which an
/// estimate may exceed by noise. Tables and JSON have it as estimated.
fn index(locale: &Locale, estimate: Estimate) -> String {
    let share = |x: f64| locale.fixed(x.clamp(0.0, 1.0), 2);
    let high = share(estimate.p95);
    if estimate.p95 < SMALL {
        tr!(locale, "below", value = share(2.0 * SMALL))
    } else if estimate.is_distinguishable() {
        tr!(locale, "sensitivity-index", value = share(estimate.value), low = share(estimate.p05), high = high)
    } else {
        tr!(locale, "sensitivity-no-index", high = high)
    }
}

fn sobol(
    answer: &Answer<Matters>,
    locale: &Locale,
    first: &OutputIndices<Indices>,
    others: &[OutputIndices<Indices>],
) -> Section {
    let found = &answer.found.0;
    let (input, with_others) = (tr!(locale, "head-input"), tr!(locale, "head-with-others"));
    let head = [input.clone(), tr!(locale, "head-alone"), with_others.clone()];
    let mut table = Table::with_figures(head, 1..3);
    let ranking = found.ranking();
    for &f in ranking.iter().take(LISTED) {
        let indices = &first.indices;
        table.add([found.factors[f].name.clone(), index(locale, indices.first[f]), index(locale, indices.total[f])]);
    }
    let sd = locale.in_currency(locale.compact(first.indices.variance.sqrt()), &answer.currency);
    let (rows, evaluations) = (locale.count(found.rows as f64), locale.count(found.evaluations as f64));
    table.caption = tr!(locale, "sensitivity-sobol", what = what(locale, found), sd = sd);
    let mut section = Section::of("indices", table);
    section.text(tr!(locale, "sensitivity-rows", rows = rows, evaluations = evaluations));
    if others.len() > 1 {
        let mut table = Table::with_figures([tr!(locale, "head-strategy"), input, with_others], 2..3);
        table.caption = tr!(locale, "sensitivity-npv-itself");
        for output in others {
            let total = &output.indices.total;
            let Some(most) = (0..total.len()).max_by(|&a, &b| total[a].value.total_cmp(&total[b].value)) else {
                continue;
            };
            table.add([
                found.strategies[output.strategy].to_string(),
                found.factors[most].name.clone(),
                index(locale, total[most]),
            ]);
        }
        section.table(table);
    }
    section
}

fn morris(answer: &Answer<Matters>, locale: &Locale, first: &OutputIndices<Vec<Effect>>) -> Section {
    let found = &answer.found.0;
    let head = [tr!(locale, "head-input"), tr!(locale, "head-mu"), "mu".to_string(), "sigma".to_string()];
    let mut table = Table::with_figures(head, 1..4);
    for f in found.ranking().into_iter().take(LISTED) {
        let effect = first.indices[f];
        let [value, low, high] =
            [effect.absolute.value, effect.absolute.p05, effect.absolute.p95].map(|x| locale.compact(x));
        table.add([
            found.factors[f].name.clone(),
            tr!(locale, "sensitivity-index", value = value, low = low, high = high),
            locale.signed(effect.mean),
            locale.compact(effect.sd),
        ]);
    }
    table.caption = tr!(
        locale,
        "sensitivity-morris",
        what = what(locale, found),
        currency = &answer.currency,
        many = if found.factors.len() > MANY { "yes" } else { "no" },
    );
    let (rows, evaluations) = (locale.count(found.rows as f64), locale.count(found.evaluations as f64));
    let mut section = Section::of("effects", table);
    section.text(tr!(locale, "sensitivity-paths", rows = rows, evaluations = evaluations));
    section
}
