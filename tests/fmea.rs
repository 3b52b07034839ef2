//! `recoup fmea`: failure modes with the money at risk, as text, JSON, tables and charts.

use std::fs;

use serde_json::Value;

use crate::cli::Desk;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The column of that name in a table of the folder.
fn column(desk: &Desk, table: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(desk.path("out/tables").join(table)).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let place = lines.next().unwrap().split(',').position(|head| head == name).unwrap();
    lines.map(|line| line.split(',').nth(place).unwrap().to_string()).collect()
}

#[test]
fn failure_modes_are_told_with_their_money_and_their_number() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["fmea", "city-hotel", "--draws", "40", "--out", "out", "--details"]);
    assert!(printed.contains("`room not ready` puts most money at risk"), "{printed}");
    for words in ["Risk priority number and money", "Along the customer's journey", "not in the model", "from 1 in 20"]
    {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    let result = json(&fs::read_to_string(desk.path("out/result.json")).unwrap());
    assert_eq!(result["strategy"], "today");
    let modes = result["modes"].as_array().unwrap();
    assert_eq!((modes.len(), result["touchpoints"][0]["name"].as_str()), (2, Some("booking")));
    // Tables, JSON and text have the same numbers.
    let written: Vec<f64> = column(&desk, "modes.csv", "npv_at_risk").iter().map(|x| x.parse().unwrap()).collect();
    let answered: Vec<f64> = modes.iter().map(|mode| mode["npv_at_risk"]["mean"].as_f64().unwrap()).collect();
    assert_eq!(written, answered);
    assert!(answered[0] > answered[1] && answered[1] > 0.0);
    for mode in modes {
        let rank = |scale: &str| mode["ranks"][scale].as_u64().unwrap();
        let rpn = mode["rpn"].as_u64().unwrap();
        assert_eq!(rank("severity") * rank("occurrence") * rank("detection"), rpn);
        assert!(printed.contains(&rpn.to_string()), "{printed}");
    }
    assert_eq!(column(&desk, "kpis.csv", "strategy").len(), 5);
    for name in ["charts/10-journey.png", "charts/11-ranks.svg", "tables/causes.csv", "answer.html", "answer.xlsx"] {
        assert!(desk.path("out").join(name).is_file(), "{name}");
    }
    let (again, _) = desk.expect(0, &["fmea", "city-hotel", "--draws", "40", "--json"]);
    assert_eq!(json(&again), result);
}

#[test]
fn the_answer_is_in_three_languages() {
    let desk = Desk::new();
    for (language, sentence, kpi) in [
        ("en", "puts most money at risk", "first-contact resolution"),
        ("zh", "的风险金额最大", "首次联系解决率"),
        ("es", "es el fallo que más dinero pone en riesgo", "resolución en el primer contacto"),
    ] {
        let (printed, _) = desk.expect(0, &["fmea", "city-hotel", "--draws", "4", "--lang", language]);
        assert!(printed.contains(sentence) && printed.to_lowercase().contains(kpi), "{printed}");
    }
}

#[test]
fn a_study_of_one_kind_without_touchpoints_is_answered() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["fmea", "tarp-major", "--draws", "4", "--out", "out"]);
    assert!(printed.contains("The study has no touchpoints"), "{printed}");
    assert!(!desk.path("out/charts/10-journey.svg").exists() && !desk.path("out/charts/11-ranks.svg").exists());
    assert_eq!(column(&desk, "modes.csv", "place_by_money"), ["1"]);
}

#[test]
fn an_unknown_strategy_is_refused_with_a_way_out() {
    let (_, diagnostics) = Desk::new().expect(2, &["fmea", "--strategy", "todya"]);
    assert!(diagnostics.contains("S042") && diagnostics.contains("did you mean `today`"), "{diagnostics}");
}
