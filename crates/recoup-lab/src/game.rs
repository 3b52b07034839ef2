//! The game's question as a page asks it.

use recoup_core::ask::game::{GameQuestion, Team};
use serde::Deserialize;

/// Parameters of the game.
#[derive(Deserialize)]
pub(crate) struct GameText {
    #[serde(default)]
    teams: Vec<TeamText>,
    budget: Option<f64>,
    seed: Option<u64>,
    #[serde(default)]
    quarters: usize,
}

#[derive(Deserialize)]
struct TeamText {
    name: String,
    plan: Vec<Vec<f64>>,
}

impl From<GameText> for GameQuestion {
    fn from(GameText { teams, budget, seed, quarters }: GameText) -> Self {
        let teams = teams.into_iter().map(|TeamText { name, plan }| Team { name, plan });
        GameQuestion { teams: teams.collect(), budget, seed, quarters }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn ask(with: &Value) -> Value {
        let study = json!({ "name": "hotel", "text": recoup_core::input::shipped::find(recoup_core::input::shipped::STUDIES, "city-hotel") });
        let request = json!({ "study": study, "question": "game", "with": with });
        serde_json::from_str(&crate::ask(&request.to_string())).expect("a reply is JSON")
    }

    #[test]
    fn a_page_plays_a_quarter_and_is_refused_by_team() {
        let offers = ask(&json!({}))["answer"].clone();
        let width = offers["levers"].as_array().expect("there are levers").len();
        assert!(width > 3 && offers["budget"].as_f64() > Some(0.0) && offers["best"].is_null());
        let mut row = vec![0.0; width];
        row[0] = offers["levers"][0]["most"].as_f64().expect("a number");
        let team = json!({ "name": "<b>blue</b>", "plan": [row] });
        let played = ask(&json!({ "teams": [team], "quarters": 1, "seed": 5 }))["answer"].clone();
        assert_eq!(played["teams"][0]["name"], "<b>blue</b>");
        assert_eq!(played["teams"][0]["quarters"].as_array().map(Vec::len), Some(1));
        assert!(played["teams"][0]["end"].is_null() && played["game_seed"] == 5);
        let poor = ask(&json!({ "teams": [team], "quarters": 1, "budget": 1.0 }));
        assert!(poor["refused"][0]["message"].as_str().is_some_and(|it| it.contains("quarter 1")), "{poor}");
        let unreadable = ask(&json!({ "teams": [{ "name": "a", "plan": "all" }] }));
        assert!(unreadable["refused"][0]["message"].as_str().is_some_and(|it| it.contains("read")), "{unreadable}");
    }
}
