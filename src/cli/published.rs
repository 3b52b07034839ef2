//! Published results beside simulated ones: the second table of `recoup verify`, and its page.

use serde_json::{Value, json};

use crate::cli::table::table;
use crate::language::{Language, Words, say};
use crate::verify::published::{LEFT_OUT, Published, Unit, Verdict};

/// A figure in its unit.
fn figure(words: &Words, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => words.share(value),
        Unit::Times => say!(words, "published-times", number = words.fixed(value, 1)),
        Unit::Customers if value.abs() < 100.0 => words.fixed(value, 1),
        Unit::Customers => words.compact(value),
        Unit::Money => words.fixed(value, 2),
    }
}

fn range(words: &Words, unit: Unit, [low, high]: [f64; 2]) -> String {
    let between = |low: String, high: String| say!(words, "published-range", low = low, high = high);
    match (low == high, unit) {
        (true, Unit::Share) if (low * 100.0).fract().abs() < 1e-9 => words.share_whole(low),
        (true, _) => figure(words, unit, low),
        (_, Unit::Share) => between(words.share_whole(low), words.share_whole(high)),
        (_, Unit::Times) => between(words.fixed(low, 1), figure(words, unit, high)),
        _ => between(figure(words, unit, low), figure(words, unit, high)),
    }
}

fn simulated(words: &Words, row: &Published) -> String {
    let mean = figure(words, row.unit, row.simulated);
    row.interval.map_or(mean.clone(), |interval| format!("{mean} ({})", range(words, row.unit, interval)))
}

fn verdict(words: &Words, verdict: Verdict) -> String {
    match verdict {
        Verdict::Reproduced => say!(words, "published-reproduced"),
        Verdict::Overlaps => say!(words, "published-overlaps"),
        Verdict::ByInput => say!(words, "published-by-input"),
        Verdict::Missed => say!(words, "published-missed"),
    }
}

/// How many rows have each verdict, in a sentence.
fn tally(words: &Words, rows: &[Published]) -> String {
    let number = |verdict| rows.iter().filter(|row| row.verdict() == verdict).count();
    say!(
        words,
        "published-tally",
        number = rows.len(),
        reproduced = number(Verdict::Reproduced),
        overlap = number(Verdict::Overlaps),
        input = number(Verdict::ByInput),
        missed = number(Verdict::Missed),
    )
}

/// The table of the terminal.
pub fn text(words: &Words, rows: &[Published]) -> String {
    let heads = [
        say!(words, "published-head"),
        say!(words, "published-head-figure"),
        say!(words, "published-head-simulated"),
        say!(words, "published-head-verdict"),
    ];
    let mut table = table(&heads, [1, 2]);
    for row in rows {
        table.add_row([
            row.what.to_string(),
            range(words, row.unit, row.published),
            simulated(words, row),
            verdict(words, row.verdict()),
        ]);
    }
    format!("{table}\n{}\n{}\n", tally(words, rows), say!(words, "published-no-drift"))
}

/// The rows for other programs.
pub fn json_rows(rows: &[Published]) -> Value {
    let row = |row: &Published| {
        json!({
            "what": row.what, "source": row.source, "published": row.published, "simulated": row.simulated,
            "interval": row.interval, "verdict": row.verdict().name(), "why": row.why,
        })
    };
    Value::Array(rows.iter().map(row).collect())
}

/// The page `docs/published.md`.
pub fn page(rows: &[Published]) -> String {
    let words = Words::of(Language::English);
    let mut text = String::from(INTRODUCTION);
    text.push_str(&format!(
        "\n{} {OF_THOSE}\n\n| published | figure | simulated | verdict | source |\n|---|--:|--:|---|---|\n",
        tally(words, rows)
    ));
    for row in rows {
        text.push_str(&format!(
            "| {} | {} | {} | {} | {} |\n",
            row.what,
            range(words, row.unit, row.published),
            simulated(words, row),
            row.verdict().name(),
            row.source
        ));
    }
    text.push_str("\n## How, and why it agrees or not\n\n");
    for row in rows {
        text.push_str(&format!("- **{}** ({}): {}\n", row.what, row.verdict().name(), row.why));
    }
    text.push_str("\n## Not set beside anything\n\n");
    for (what, why) in LEFT_OUT {
        text.push_str(&format!("- {what}: {why}.\n"));
    }
    text
}

/// What the rows that come out are worth.
const OF_THOSE: &str = "Of those that come out, one is arithmetic (CTMA) and three are one assumed firm (TARP).";

const INTRODUCTION: &str = "\
# Published against simulated

What the literature and the firms report of service recovery, beside what Recoup gives. Four verdicts:

- **reproduced**: the model's mean lies within the published range, or a single published figure within the model's interval;
- **overlaps**: the mean lies outside the published range, the interval reaches into it;
- **by input**: the published figure went into a preset or a study, so that it comes out says only that nothing is lost on the way;
- **missed**: it does not come out, and the reason is told.

Where a choice was made with a result in sight, the row says so.

A miss never makes `recoup verify` fail. What must hold there are closed forms and the engines against each other.
(This page is written by the program: `cargo run --example generate`.)
";
