//! The commented study that `recoup new` writes.

use crate::input::shipped::{PRESETS, find};

/// A runnable study on that preset, with a comment at every choice; `None` when there is no such preset.
pub fn starter(preset: &str) -> Option<String> {
    let text = find(PRESETS, preset)?;
    let values: toml::Table = text.parse().ok()?;
    let severity = values.get("severity")?.as_table()?.keys().next()?.clone();
    let base = values
        .get("loyalty")
        .and_then(|loyalty| loyalty.get("reference_base"))
        .map_or("0.87".to_string(), toml::Value::to_string);
    Some(
        include_str!("starter.toml")
            .replace("@PRESET@", preset)
            .replace("@SEVERITY@", &severity)
            .replace("@BASE@", &base),
    )
}

#[cfg(test)]
mod tests {
    use crate::input::shipped::PRESETS;
    use crate::input::source::Origin;
    use crate::input::starter::starter;
    use crate::input::{Request, load};

    #[test]
    fn every_preset_gives_a_study_that_runs() {
        for (name, _) in PRESETS {
            let text = starter(name).unwrap();
            let loaded = load(&Request::new(Origin::Text { name: "starter".into(), text }));
            assert!(loaded.is_ok(), "{name}: {loaded:?}");
        }
        assert_eq!(starter("no such preset"), None);
    }
}
