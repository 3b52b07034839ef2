//! `recoup paradox`.

use clap::Args;

use crate::analysis::paradox::cause::Caused;
use crate::analysis::paradox::check::{ALARM, CUSTOMERS};
use crate::analysis::paradox::conditions::{Condition, Conditioned};
use crate::analysis::paradox::levers::LeverRanking;
use crate::analysis::paradox::thresholds::{Moved, Others, Threshold};
use crate::analysis::paradox::tree::{Meaning, Measure, Reach};
use crate::analysis::paradox::{Claim, Paradox, StrategyParadox, Subject, paradox};
use crate::analysis::picture;
use crate::cli::Done;
use crate::cli::question::{AskedOf, Question};
use crate::cli::table::table;
use crate::diagnostic::Diagnostic;
use crate::evidence::paradox::PUBLICATIONS;
use crate::output::format::{count, fixed, plural, share, share_whole, signed, signed_count};
use crate::output::paradox::{as_json, charts, measured, support, tables};

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;
/// Complaint rates and bases listed in the terminal.
const RATES: [f64; 5] = [0.04, 0.10, 0.25, 0.50, 0.80];
/// Every so many bases are listed.
const EVERY_BASE: usize = 4;

#[derive(Args, Debug)]
pub struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "paradox-class")]
    study: String,
    #[command(flatten)]
    of: AskedOf,
}

pub fn run(options: &Options) -> Done {
    let question = options.of.load(&options.study)?;
    let evaluator = question.evaluator();
    let found = paradox(&question.study, question.scenario(), &evaluator, question.draws(USUAL_DRAWS));
    let json = as_json(&question.study.name, &question.study.currency, &found);
    let mut frame = picture::frame(&question.study, question.scenario());
    frame.draws = found.draws as u64;
    let (tables, charts) = (tables(&found), charts(&frame, &found));
    let text = answer(&question, &found);
    let cautions = cautions(&found);
    drop(evaluator);
    question.answer(text, json, cautions, tables, charts)
}

fn cautions(found: &Paradox) -> Vec<Diagnostic> {
    let off: Vec<&str> = found.checks.iter().filter(|check| !check.agrees()).map(|check| check.whose).collect();
    if off.is_empty() {
        return Vec::new();
    }
    vec![Diagnostic::warning("A010", format!("simulation and closed form disagree: {}", off.join(", ")))]
}

fn answer(question: &Question, found: &Paradox) -> String {
    let mut text = format!("{}\n\n{}", question.study.title, headline(question, found));
    text.push_str(&meanings(found));
    text.push_str(&by_strategy(found));
    text.push_str(&thresholds(found));
    text.push_str(&needs(found));
    text.push_str(&levers(found));
    text.push_str(&bases(found));
    text.push_str(&causes(found, &question.study.currency));
    text.push_str(&presets(found));
    text.push_str(&publications());
    text.push_str(&check_line(found));
    text
}

/// Points of satisfaction.
fn points(x: f64) -> String {
    fixed(x, 2)
}

/// Points of satisfaction with a sign, also for a plus.
fn signed_points(x: f64) -> String {
    if x > 0.0 { format!("+{}", points(x)) } else { points(x) }
}

/// A difference of shares, in percentage points with a sign.
fn signed_share(x: f64) -> String {
    if x > 0.0 { format!("+{}", fixed(100.0 * x, 1)) } else { fixed(100.0 * x, 1) }
}

fn value(claim: &Claim, x: f64) -> String {
    if claim.measure == Measure::Satisfaction { points(x) } else { share(x) }
}

/// The answer: the mildest failure in both measures, all failures, and what causing them would cost.
fn headline(question: &Question, found: &Paradox) -> String {
    let reference = &found.strategies[0];
    let mildest = &reference.subjects[found.mildest()];
    let name = mildest.failure.as_deref().unwrap_or_default();
    let [feels, returns] = Measure::ALL.map(|measure| mildest.claim(Meaning::Conditional, measure));
    let all = reference.mix().claim(Meaning::Population, Measure::Repurchase);
    let how = |claim: &Claim, more: &'static str, less: &'static str| if claim.holds { more } else { less };
    let source = if found.driven { "since satisfaction drives it" } else { "since the table says so" };
    let mut text = format!(
        "Under `{}` a `{name}` that is quickly put right leaves customers {} than none ({} against {}; P {}), and they return {} \
         ({} against {}; P {}), {source}. Over all who had a failure {} return against {} without: failures {}.\n",
        reference.strategy,
        how(feels, "happier", "less happy"),
        points(feels.value),
        points(feels.base),
        share_whole(feels.probability),
        how(returns, "more", "less"),
        share(returns.value),
        share(returns.base),
        share_whole(returns.probability),
        share(all.value),
        share(all.base),
        how(all, "pay, by these inputs", "do not pay"),
    );
    let of_mildest = |caused: &&Caused| caused.failure == name && caused.strategy == reference.strategy;
    if let Some(caused) = found.caused.iter().find(of_mildest) {
        text.push_str(&sentence_of_cause(caused, question));
    }
    text.push_str(&format!(
        "Scenario `{}`, {} of the inputs. P = share of draws in which it holds.\n",
        found.scenario,
        plural(found.draws as u64, "draw"),
    ));
    text
}

fn sentence_of_cause(caused: &Caused, question: &Question) -> String {
    let horizon = &question.scenario().strategies[0].case.point.horizon;
    let span = plural(u64::from(horizon.periods), horizon.period.name());
    let currency = &question.study.currency;
    let each = caused
        .npv_per_failure
        .map(|each| format!(", {} {currency} for each failure caused", fixed(each.abs(), 2)))
        .unwrap_or_default();
    format!(
        "To cause one `{}` more in every 1,000 purchases in order to recover from it would {} {} {currency} over {span} (90 %: {} to {}){each}.\n",
        caused.failure,
        if caused.npv.mean < 0.0 { "cost" } else { "bring" },
        count(caused.npv.mean.abs()),
        signed(caused.npv.p05),
        signed(caused.npv.p95),
    )
}

fn subject_name(subject: &Subject) -> String {
    match &subject.failure {
        Some(failure) => failure.clone(),
        None => "all failures".to_string(),
    }
}

fn meaning_words(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Conditional => "(i) helped quickly",
        Meaning::Complainers => "(ii) complainers",
        Meaning::Population => "(iii) all who had it",
    }
}

/// The three meanings under the reference.
fn meanings(found: &Paradox) -> String {
    let reference = &found.strategies[0];
    let head = ["failure", "meaning", "satisfaction", "to before", "P", "repurchase", "to base, pp", "P"];
    let mut rows = table(&head, 2..8);
    for subject in &reference.subjects {
        for meaning in Meaning::ALL {
            let [feels, returns] = Measure::ALL.map(|measure| subject.claim(meaning, measure));
            rows.add_row([
                if meaning == Meaning::Conditional { subject_name(subject) } else { String::new() },
                meaning_words(meaning).to_string(),
                value(feels, feels.value),
                signed_points(feels.value - feels.base),
                share_whole(feels.probability),
                value(returns, returns.value),
                signed_share(returns.value - returns.base),
                share_whole(returns.probability),
            ]);
        }
    }
    format!("\nThree claims, two measures, under `{}`\n{rows}\n", reference.strategy)
}

fn by_strategy(found: &Paradox) -> String {
    if found.strategies.len() < 2 {
        return String::new();
    }
    let mut rows = table(&["P that it holds", "failure", "sat. (i)", "(ii)", "(iii)", "rep. (i)", "(ii)", "(iii)"], 2..8);
    for StrategyParadox { strategy, subjects, .. } in &found.strategies {
        for (i, subject) in subjects.iter().enumerate() {
            let mut row = vec![if i == 0 { strategy.clone() } else { String::new() }, subject_name(subject)];
            row.extend(subject.claims.iter().map(|claim| share_whole(claim.probability)));
            rows.add_row(row);
        }
    }
    format!("\nBy strategy: satisfaction (sat.) and repurchase (rep.)\n{rows}\n")
}

fn moved_words(threshold: &Threshold) -> String {
    let what = match threshold.moved {
        Moved::Dial(dial) => match dial {
            crate::analysis::paradox::tree::Dial::ComplaintRate => "complaint rate c*",
            crate::analysis::paradox::tree::Dial::Resolution => "share resolved r*",
            crate::analysis::paradox::tree::Dial::QuickShare => "quick share q*",
        },
        Moved::BaseLoyalty => "base loyalty, table kept",
        Moved::Drop => "satisfaction that the failure costs",
        Moved::Quality => "quality of the recovery",
    };
    let others = if threshold.others == Others::Best { ", all else at best" } else { "" };
    format!("{what}{others}")
}

/// The thresholds of the mildest kind under the reference.
fn thresholds(found: &Paradox) -> String {
    let subject = &found.strategies[0].subjects[found.mildest()];
    let mut rows = table(&["measure", "meaning", "what is moved", "today", "switches at", "holds"], 3..5);
    for threshold in &subject.thresholds {
        let shown = |x: f64| if threshold.moved == Moved::Drop { points(x) } else { share(x) };
        let holds = match threshold.crossing.reach {
            Reach::Always => "always".to_string(),
            Reach::Never => "never".to_string(),
            Reach::Above(_) => "above".to_string(),
            Reach::Below(_) => "below".to_string(),
        };
        rows.add_row([
            threshold.measure.name().to_string(),
            meaning_words(threshold.meaning).to_string(),
            moved_words(threshold),
            shown(threshold.today),
            threshold.crossing.at.map_or("–".to_string(), shown),
            holds,
        ]);
    }
    format!("\nWhat switches it for `{}` (closed forms; beyond 100 % no firm gets)\n{rows}\n", subject_name(subject))
}

fn condition_words(condition: Condition) -> &'static str {
    match condition {
        Condition::First => "a first failure, as the study has it",
        Condition::Second => "a second one; the first was put right",
        Condition::SecondAfterBad => "a second one; the first was not",
        Condition::Lasting => "a lasting cause",
        Condition::Controllable => "the firm's own doing",
        Condition::LastingAndControllable => "both",
    }
}

/// What the paradox needs, for the mildest kind; and two failures.
fn needs(found: &Paradox) -> String {
    let Some(kind) = found.conditions.get(found.mildest()) else { return String::new() };
    let head = ["seen as", "quick: satisfaction", "to before", "quick: repurchase", "to base, pp", "in vain: repurchase"];
    let mut rows = table(&head, 1..6);
    for under in &kind.conditions {
        rows.add_row([
            condition_words(under.condition).to_string(),
            points(under.quick[0]),
            signed_points(under.quick_gap[0]),
            share(under.quick[1]),
            signed_share(under.quick_gap[1]),
            share(under.unresolved[1]),
        ]);
    }
    let mut text = format!(
        "\nWhat it needs: `{}` (who says nothing of a first one returns with {})\n{rows}\n",
        kind.failure,
        share(kind.silent)
    );
    text.push_str(&two_failures(kind));
    text
}

fn two_failures(kind: &Conditioned) -> String {
    let mut rows = table(&["two failures, a window apart", "satisfaction after", "there after both"], 1..3);
    for (words, two) in [
        ("good, then bad", kind.good_then_bad),
        ("bad, then good", kind.bad_then_good),
        ("bad, then bad (double deviation)", kind.bad_then_bad),
    ] {
        rows.add_row([words.to_string(), points(two.satisfaction), share(two.repurchase)]);
    }
    format!("\nGood = put right quickly, bad = complained in vain; the first is still remembered\n{rows}\n")
}

/// What a point of each lever is worth, in repurchase.
fn levers(found: &Paradox) -> String {
    let mut rows = table(&["failure", "complaint rate", "one point of complaints", "of resolution", "of speed"], 1..5);
    let mut lead = Vec::new();
    for ranking in found.levers.iter().filter(|ranking| ranking.measure == Measure::Repurchase) {
        for (i, rate) in RATES.into_iter().enumerate() {
            let Some(point) = ranking.at(rate) else { continue };
            let mut row = vec![
                if i == 0 { ranking.failure.clone() } else { String::new() },
                share_whole(point.complaint_rate),
            ];
            row.extend(point.worth.map(|worth| fixed(worth, 3)));
            rows.add_row(row);
        }
        lead.extend(lead_words(ranking));
    }
    let words = if lead.is_empty() { String::new() } else { format!("{}\n", lead.join("\n")) };
    format!("\nWhich lever: percentage points of repurchase, over all who had the failure, by one point more\n{rows}\n{words}")
}

fn lead_words(ranking: &LeverRanking) -> Option<String> {
    let from = |at: Option<f64>, what: &str| match at {
        Some(c) if c <= 1.0 => Some(format!("a point of {what} is worth more from {} on", share_whole(c))),
        _ => None,
    };
    let parts: Vec<String> =
        [from(ranking.resolution_leads_from, "resolution"), from(ranking.speed_leads_from, "speed")]
            .into_iter()
            .flatten()
            .collect();
    if parts.is_empty() { None } else { Some(format!("`{}`: {}.", ranking.failure, parts.join("; "))) }
}

/// Base loyalty swept.
fn bases(found: &Paradox) -> String {
    if found.driven {
        return "\nSatisfaction drives repurchase here: no table and no base of a table decide it.\n".to_string();
    }
    let Some(sweep) = found.bases.get(found.mildest()) else { return String::new() };
    let head = ["base", "q*", "c*", "(i) to base, pp", "(ii)", "(iii)", "(i) if the table moves along"];
    let mut rows = table(&head, 0..7);
    let needed = |at: Option<f64>| at.map_or("–".to_string(), share);
    for point in sweep.points.iter().step_by(EVERY_BASE) {
        let mut row = vec![share_whole(point.base), needed(point.quick_share.at), needed(point.complaint_rate.at)];
        row.extend(point.gaps.map(signed_share));
        row.push(signed_share(point.conditional_gap_moved));
        rows.add_row(row);
    }
    format!(
        "\nThe paradox in repurchase is an input: `{}` by the repurchase that goes without a failure (published: 80 to 92 %)\n{rows}\n",
        sweep.failure
    )
}

/// What it would cost to cause failures.
fn causes(found: &Paradox, currency: &str) -> String {
    let head = [
        "strategy",
        "one more in 1,000 purchases",
        &format!("NPV, {currency}"),
        "90 % interval",
        "failures",
        "per failure",
        "loses in",
        "per failure, perfect recovery",
    ];
    let mut rows = table(&head, 2..8);
    for caused in &found.caused {
        let money = |x: Option<f64>| x.map_or("–".to_string(), |x| fixed(x, 2));
        rows.add_row([
            caused.strategy.clone(),
            caused.failure.clone(),
            signed_count(caused.npv.mean),
            format!("{} to {}", signed(caused.npv.p05), signed(caused.npv.p95)),
            count(caused.failures),
            money(caused.npv_per_failure),
            share_whole(caused.loses),
            money(caused.npv_per_failure_at_best),
        ]);
    }
    format!(
        "\nTo cause failures in order to recover from them (perfect = all complain, all are helped quickly)\n{rows}\n"
    )
}

/// The shipped tables side by side.
fn presets(found: &Paradox) -> String {
    let head =
        ["preset", "silent", "unres.", "resolved", "quick", "base", "complain", "(i) pp", "(ii) pp", "(iii) pp", "q*", "c*"];
    let mut rows = table(&head, 1..12);
    let needed = |crossing: &crate::analysis::paradox::tree::Crossing| match crossing.reach {
        Reach::Always => "always".to_string(),
        Reach::Never => "never".to_string(),
        Reach::Above(at) => share(at),
        Reach::Below(at) => format!("below {}", share(at)),
    };
    for preset in &found.presets {
        let mut row = vec![preset.preset.clone()];
        row.extend(preset.repurchase.map(share_whole));
        row.extend([share_whole(preset.base), share_whole(preset.complaint_rate)]);
        row.extend(preset.gaps[Measure::Repurchase as usize].map(signed_share));
        row.extend([needed(&preset.quick_share), needed(&preset.complaint_rate_needed)]);
        rows.add_row(row);
    }
    format!("\nPublished tables disagree (repurchase; q* with all resolved, c* with all helped quickly)\n{rows}\n")
}

fn publications() -> String {
    let mut rows = table(&["source", "measured", "paradox", "status", "it says"], 5..5);
    for publication in &PUBLICATIONS {
        rows.add_row([
            publication.source,
            measured(publication),
            support(publication),
            if publication.verified { "verified" } else { "secondary" },
            publication.words,
        ]);
    }
    format!("\nThe evidence: in satisfaction yes, in behaviour hardly ever\n{rows}\n")
}

fn check_line(found: &Paradox) -> String {
    let most = found.checks.iter().flat_map(|check| check.z).map(f64::abs).fold(0.0, f64::max);
    format!(
        "\nChecked by simulation: {} closed forms against the three engines, {} customers each; the farthest is {} standard errors off (alarm at {}).\n",
        found.checks.len(),
        count(CUSTOMERS),
        fixed(most, 1),
        fixed(ALARM, 0),
    )
}
