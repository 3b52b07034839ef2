//! The cookbook: every recipe is short, runs without a warning about its inputs, and comes out as its page says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use recoup::cases::cookbook::{run, without_translation};
use recoup::diagnostic::Level;
use recoup::input::shipped::RECIPES;
use recoup::input::{Request, load};

use crate::cli::Desk;

/// Most lines of a recipe.
const MOST_LINES: usize = 25;

/// The best strategy of each recipe, by scenario: what the text of the page rests on.
const BEST: &[(&str, &[&str])] = &[
    ("outage", &["tell everybody"]),
    ("voucher", &["voucher"]),
    ("call-centre", &["settle in the first call"]),
    ("public-posts", &["settle on the spot", "settle on the spot"]),
    ("price-rise", &["price rise and recovery"]),
    ("loyalty-club", &["club, members first"]),
    ("triage", &["key customers first"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_recipe_is_short_shipped_and_on_the_page() {
    let files = fs::read_dir(root().join("scenarios/cookbook")).unwrap();
    let files: BTreeSet<String> = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(files, RECIPES.iter().map(|(name, _)| format!("{name}.toml")).collect());
    let page = fs::read_to_string(root().join("docs/cookbook.md")).unwrap();
    for (name, text) in RECIPES {
        let text = without_translation(text);
        assert!(text.lines().count() <= MOST_LINES, "{name}: {} lines", text.lines().count());
        assert!(text.lines().all(|line| line.chars().count() <= 150), "{name}: a line is too long");
        assert!(page.contains(text) && page.contains(&format!("recoup run recipe:{name}")), "{name}");
        let loaded = load(&Request::builtin(&format!("recipe:{name}"))).unwrap();
        let warnings: Vec<_> = loaded.diagnostics.iter().filter(|d| d.level > Level::Note).collect();
        assert!(warnings.is_empty(), "{name}: {warnings:?}");
    }
}

#[test]
fn every_recipe_comes_out_as_its_page_says() {
    assert_eq!(
        BEST.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        RECIPES.iter().map(|(name, _)| *name).collect::<Vec<_>>()
    );
    for (name, best) in BEST {
        let comparisons = run(name).unwrap().comparisons;
        let found: Vec<&str> = comparisons.iter().map(|c| &*c.strategies[c.best()].name).collect();
        assert_eq!(found, *best, "{name}");
        if *name == "public-posts" {
            // The page says that posts make recovery more likely to pay.
            let [quiet, loud] = &comparisons[..] else { panic!("{name} has two scenarios") };
            assert!(loud.strategies[1].p_best > quiet.strategies[1].p_best);
        }
        if *name == "voucher" {
            let [_, cash, voucher] = &comparisons[0].strategies[..] else { panic!("{name} has three strategies") };
            assert!(cash.difference.npv.mean < 0.0 && voucher.difference.npv.mean > 0.0);
        }
        if *name == "triage" {
            assert!(comparisons[0].strategies[1].difference.npv.mean < 0.0, "good recovery for all does not pay");
        }
    }
}

#[test]
fn the_commands_of_the_page_run() {
    let desk = Desk::new();
    desk.expect(0, &["run", "recipe:outage", "--draws", "20", "--no-charts"]);
    desk.expect(0, &["new", "mine.toml", "--from", "recipe:voucher"]);
    assert!(fs::read_to_string(desk.path("mine.toml")).unwrap().ends_with(RECIPES[1].1));
    let (printed, _) = desk.expect(
        0,
        &[
            "breakeven",
            "recipe:price-rise",
            "--strategy",
            "price rise",
            "--key",
            "segment.customers.base_loyalty",
            "--draws",
            "20",
        ],
    );
    assert!(printed.contains("price rise"), "{printed}");
    desk.expect(0, &["sweep", "recipe:call-centre", "--over", "recovery.desk.agents=2:8:7", "--draws", "20"]);
    let (_, diagnostics) = desk.expect(2, &["run", "outage"]);
    assert!(diagnostics.contains("`recipe:outage`"), "{diagnostics}");
    let (_, diagnostics) = desk.expect(2, &["run", "recipe:outages"]);
    assert!(diagnostics.contains("S007") && diagnostics.contains("did you mean `outage`?"), "{diagnostics}");
}
