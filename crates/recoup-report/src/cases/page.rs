//! The page of a case, and the page of them all, in Markdown.

use crate::analysis::summary::Comparison;
use crate::cases::CaseRun;
use crate::language::{Language, Locale, tr};
use crate::output::figures::no_roi;
use crate::scenario::case_study::Ranking;

const MADE: &str =
    "(This page is written by the program from the study and its result: `cargo run --example generate`.)";

/// The page of one case: the story, what is reported, what came out, what it teaches, what is uncertain.
pub fn page(run: &CaseRun) -> String {
    let CaseRun { study, told, comparisons, .. } = run;
    let locale = Locale::of(Language::English);
    let name = &study.name;
    let mut text = format!("# {}\n\n", study.title);
    text.push_str(&format!(
        "`recoup run case:{name}` runs it, `recoup new FILE --from case:{name}` copies it.\n{MADE}\n"
    ));
    section(&mut text, "The story", "", &told.story);
    section(&mut text, "What is reported", "> ", &told.facts);
    section(&mut text, "What is compared", "", std::slice::from_ref(&told.compares));
    section(&mut text, "Results", "", study.summary.as_slice());
    for comparison in comparisons {
        text.push_str(&table(run, comparison));
    }
    let ties = match told.ranking.iter().any(Ranking::has_ties) {
        true => {
            " `=` joins near ties: neighbours whose mean difference is at most two of its standard errors, \
             or of which the second gains at least 95 % of what the first gains over the reference."
        }
        false => "",
    };
    text.push_str(&format!(
        "\nMoney is net present value in {}; differences are to `{}`; the interval contains 90 % of the simulations ({}, {} engine, seed {}).{ties}\n",
        study.currency,
        comparisons[0].strategies[0].name,
        format_args!("{} simulations", locale.count(study.settings.histories() as f64)),
        study.settings.engine.name(),
        study.settings.seed,
    ));
    text.push_str(&format!("\n![{}](../gallery/cases/{name}.png)\n", run.short_title()));
    section(&mut text, "Lesson", "- ", &told.teaches);
    section(&mut text, "Uncertain", "- ", &told.uncertain);
    text.push_str(&format!(
        "\nWhich numbers are facts, evidence or assumptions: [the study](../../scenarios/cases/{name}.toml).\n"
    ));
    text
}

/// A heading and its lines; nothing where there are none.
fn section(text: &mut String, head: &str, mark: &str, lines: &[String]) {
    if lines.iter().all(String::is_empty) {
        return;
    }
    text.push_str(&format!("\n## {head}\n\n"));
    let gap = if mark == "- " { "\n" } else { "\n\n" };
    let lines: Vec<String> = lines.iter().map(|line| format!("{mark}{}", plain(line))).collect();
    text.push_str(&lines.join(gap));
    text.push('\n');
}

/// Text that Markdown does not take for marks.
fn plain(line: &str) -> String {
    let mut out = String::new();
    for c in line.chars() {
        if matches!(c, '*' | '_' | '<' | '|' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn table(run: &CaseRun, comparison: &Comparison) -> String {
    let locale = Locale::of(Language::English);
    let mut text = String::new();
    if run.comparisons.len() > 1 {
        text.push_str(&format!("\n**{}**\n", plain(&comparison.scenario)));
    }
    text.push_str("\n| strategy | NPV | difference | 90 % interval | ROI | P(best) | customers kept |\n|---|--:|--:|--:|--:|--:|--:|\n");
    let best = comparison.best();
    for (i, s) in comparison.strategies.iter().enumerate() {
        let name = if i == best { format!("**{}**", plain(&s.name)) } else { plain(&s.name) };
        let against = |text: String| if i == 0 { "–".to_string() } else { text };
        let d = &s.difference.npv;
        text.push_str(&format!(
            "| {name} | {} | {} | {} | {} | {} | {} |\n",
            locale.count(s.worth.npv.mean),
            against(locale.signed_count(d.mean)),
            against(tr!(locale, "range", low = locale.signed(d.p05), high = locale.signed(d.p95))),
            against(s.roi.value.map_or_else(|| no_roi(locale, s), |roi| locale.share(roi))),
            locale.share_whole(s.p_best),
            against(locale.signed_count(s.customers_kept.mean)),
        ));
    }
    let ranking = run.told.ranking.iter().find(|ranking| ranking.scenario == comparison.scenario);
    if let Some(ranking) = ranking {
        text.push_str(&format!("\nRanking, best first: {}.\n", plain(&ranking.chain())));
    }
    text
}

/// The page of all cases.
pub fn gallery(runs: &[CaseRun]) -> String {
    let locale = Locale::of(Language::English);
    let mut text = format!(
        "# Case studies\n\nReported firms and practices, each as a study that you can run and change.\n\
         `recoup cases` lists them, `recoup run case:NAME` runs one.\n{MADE}\n\n\
         ![What the cases return](../gallery/cases/returns.png)\n\n\
         What is reported of a case is a fact *of the case*: it comes from the firm or its admirers and was seldom measured. The\n\
         comments of each study say which numbers are such facts, which are published evidence and which are assumptions. Where a\n\
         case reports a result, [published.md](../published.md) compares it with the simulated one.\n\n\
         | case | compares | best strategy | its ROI | result |\n|---|---|---|--:|---|\n"
    );
    for run in runs {
        let best = run.best_return();
        let roi = match (best.is_reference, best.roi, best.interval) {
            (true, ..) => "no strategy pays".to_string(),
            (_, Some(roi), Some([low, high])) => {
                format!("{} ({} to {})", locale.share_whole(roi), locale.share_whole(low), locale.share_whole(high))
            }
            (_, Some(roi), None) => locale.share_whole(roi),
            (_, None, _) => {
                let comparison = &run.comparisons[0];
                let saved = -comparison.strategies[comparison.best()].difference.programme.mean;
                format!("costs {} less", locale.compact(saved))
            }
        };
        text.push_str(&format!(
            "| [{}]({}.md) | {} | {} | {roi} | {} |\n",
            plain(run.short_title()),
            run.study.name,
            plain(&run.told.compares),
            plain(&best.strategy),
            plain(run.study.summary.as_deref().unwrap_or_default()),
        ));
    }
    text.push_str("\n## A chart of each\n\n");
    for run in runs {
        let (title, name) = (run.short_title(), &run.study.name);
        text.push_str(&format!("[![{title}](../gallery/cases/{name}.png)]({name}.md)\n"));
    }
    text
}
