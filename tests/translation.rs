//! Texts of a study in another language: they are shown, and files that programs read keep the names.

use recoup::ask::cases::case;
use recoup::input::marks::Marks;
use recoup::input::{Request, load};
use recoup::scenario::language::Language;

use crate::cli::Desk;

const OWN: &str = "\
extends = \"preset:tarp-minor\"
title = \"Shop\"
market = { customers = 1000 }
study = { draws = 8 }
[[segment]]
name = \"all\"
share = 1.0
purchases_per_year = 4.0
margin = 10.0
retention_cost = 1.0
base_loyalty = 0.87
[[failure]]
name = \"late\"
severity = \"minor\"
rate = { uniform = [0.01, 0.03] }
[[strategy]]
name = \"as is\"
[[strategy]]
name = \"ask\"
voice = { solicit = 0.1 }
[translation.es]
title = \"Tienda\"
";

fn codes(names: &str) -> Vec<&'static str> {
    let desk = Desk::new();
    desk.write("shop.toml", &format!("{OWN}{names}\n"));
    let diagnostics = match load(&Request::file(desk.path("shop.toml"))) {
        Ok(loaded) => loaded.diagnostics,
        Err(diagnostics) => diagnostics,
    };
    diagnostics.iter().map(|diagnostic| diagnostic.code).filter(|code| ["S081", "W014"].contains(code)).collect()
}

#[test]
fn names_are_those_of_strategies_and_scenarios_once_each() {
    assert_eq!(codes("names = [\"ask = solicitar\"]"), [""; 0]);
    assert_eq!(codes("names = [\"aks = solicitar\"]"), ["W014"]);
    assert_eq!(codes("names = [\"ask = a\", \"ask = b\"]"), ["S081"]);
    assert_eq!(codes("names = [\"ask = \"]"), ["S081"]);
    assert_eq!(codes("names = [\"ask = as is\"]"), ["S081"], "two strategies would look alike");
}

#[test]
fn an_answer_shows_the_names_of_its_language_and_its_data_keep_them() {
    let desk = Desk::new();
    desk.write("shop.toml", &format!("{OWN}names = [\"ask = solicitar\"]\n"));
    let (spanish, _) = desk.expect(0, &["decide", "shop.toml", "--lang", "es"]);
    assert!(spanish.contains("Tienda") && spanish.contains("solicitar"), "{}", spanish);
    let (english, _) = desk.expect(0, &["decide", "shop.toml"]);
    assert!(english.contains("Shop") && english.contains("ask"), "{}", english);
    let data = |lang: &str| desk.expect(0, &["decide", "shop.toml", "--json", "--lang", lang]).0;
    assert_eq!(data("es"), data("en"));
}

#[test]
fn help_and_refusals_speak_the_language_that_is_asked_for() {
    let desk = Desk::new();
    desk.write("bad.toml", "[market]\ncustomer = 3\n");
    let (help, _) = desk.expect(0, &["decide", "--help", "--lang", "es"]);
    assert!(help.contains("Uso: recoup decide") && help.contains("Semilla"), "{help}");
    let (_, refused) = desk.expect(2, &["check", "bad.toml", "--lang", "zh"]);
    assert!(refused.contains("错误[S010]: 未知的键：unknown key `market.customer`"), "{refused}");
    assert!(refused.contains("您是否指 `customers`") && refused.contains("已拒绝"), "{refused}");
}

#[test]
fn a_copy_of_a_case_takes_one_more_strategy() {
    let desk = Desk::new();
    desk.expect(0, &["new", "mine.toml", "--from", "case:leeds-hotel"]);
    let text = std::fs::read_to_string(desk.path("mine.toml")).unwrap();
    desk.write("mine.toml", &format!("{text}\n[[strategy]]\nname = \"mine\"\nextends = \"strategy:flat remedy\"\n"));
    desk.expect(0, &["check", "mine.toml"]);
}

#[test]
fn a_case_speaks_the_language_and_counts_its_inputs() {
    let [english, chinese] =
        [Language::English, Language::Chinese].map(|language| case("starbucks", language).unwrap());
    assert_eq!(english.story.len(), chinese.story.len());
    assert_ne!(english.title, chinese.title);
    assert!(chinese.ranking[0].places[0][0].contains("让步"));
    assert_eq!(english.inputs, chinese.inputs);
    assert_eq!(english.inputs, Marks { facts: 7, evidence: 3, assumptions: 15 });
}
