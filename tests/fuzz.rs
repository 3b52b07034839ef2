//! Whatever the bytes: the loader answers, and a refusal says why.

use std::sync::LazyLock;

use proptest::prelude::*;
use recoup::diagnostic::Level;
use recoup::evidence::ledger::entries;
use recoup::input::render::rendered;
use recoup::input::shipped::{CASES, PRESETS, STUDIES};
use recoup::input::source::Origin;
use recoup::input::{Request, load};

/// Loads, and holds what every answer has to keep.
fn answered(request: &Request) {
    match load(request) {
        Ok(loaded) => {
            assert!(loaded.diagnostics.iter().all(|diagnostic| diagnostic.level < Level::Error));
            let _ = rendered(&loaded.diagnostics, true);
            assert!(!loaded.study.scenarios.is_empty());
            // What was accepted is finite throughout and can be written and read again.
            for strategy in loaded.study.scenarios.iter().flat_map(|scenario| &scenario.strategies) {
                let case = &strategy.parameters;
                assert!(!case.point.segments.is_empty() && !case.point.failures.is_empty());
                assert!(case.point.failures.iter().all(|failure| failure.severity < case.point.severities.len()));
                assert!(!format!("{:?}", case.point).contains("NaN"), "{:?}", case.point);
                assert!(!format!("{:?}", case.point).contains("inf,"), "{:?}", case.point);
                for number in &case.uncertain {
                    for u in [1e-12, 0.3, 0.999_999] {
                        let x = number.distribution.quantile(u).clamp(number.least, number.greatest);
                        assert!(x.is_finite(), "{}: {:?}", number.key, number.distribution);
                    }
                }
            }
            let origin = Origin::Text { name: loaded.study.name.clone(), text: loaded.study.resolved.clone() };
            match load(&Request::new(origin)) {
                Ok(again) => assert_eq!(again.study.resolved, loaded.study.resolved),
                Err(diagnostics) => {
                    panic!(
                        "the resolved study is refused:\n{}\n{}",
                        rendered(&diagnostics, false),
                        loaded.study.resolved
                    )
                }
            }
        }
        Err(diagnostics) => {
            assert!(diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error), "refused without an error");
            assert!(diagnostics.iter().all(|diagnostic| !diagnostic.message.trim().is_empty()));
            assert!(!rendered(&diagnostics, false).contains('\u{1b}'));
            let _ = rendered(&diagnostics, true);
        }
    }
}

fn text(text: String) -> Request {
    Request::new(Origin::Text { name: "fuzz".into(), text })
}

/// Pieces that a mutation puts in place of others.
const PIECES: &[&str] = &[
    "0",
    "-1",
    "1e300",
    "-1e-300",
    "nan",
    "inf",
    "-inf",
    "9223372036854775807",
    "99999999999999999999",
    "0x7fffffff",
    "true",
    "false",
    "\"\"",
    "\"x\"",
    "'''a'''",
    "[]",
    "[[]]",
    "{}",
    "[1, 2]",
    "{ mean = 0.1, sd = 0.05 }",
    "{ low = 0.1, high = 0.2 }",
    "{ beta = [1e-9, 1e9] }",
    "{ gamma = [1e-9, 1e9] }",
    "{ normal = [0, 1e300] }",
    "{ lognormal = [0, 30] }",
    "{ pert = [0, 0, 1] }",
    "{ uniform = [0, 1] }",
    "{ choice = [0, 1], weights = [1, 0] }",
    "2026-01-01",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "房间",
    "=",
    ".",
    ",",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "\n",
    "\"",
    "'",
    "#",
    "name",
    "extends",
    "\"strategy:today\"",
    "\"preset:tarp-major\"",
    "desk = false",
    "recovery.desk = false",
    "[[strategy]]",
    "[[sweep]]",
    "[strategy.recovery]",
    "weight = 0.5",
    "steps = 1000",
    "agents = 0.5",
    "allow = [\"S014\"]",
    "0.5",
    "1",
    "1.0",
    "12",
    "1000",
];

/// Words, numbers, signs and blanks of a text, each a piece.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let class = match c {
            c if c.is_alphanumeric() || c == '_' || c == '.' => 0,
            '\n' => 1,
            c if c.is_whitespace() => 2,
            _ => 3 + at,
        };
        if last.is_some_and(|last| last != class) {
            pieces.push(&text[start..at]);
            start = at;
        }
        last = Some(class);
    }
    pieces.push(&text[start..]);
    pieces
}

static SHIPPED: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| STUDIES.iter().chain(PRESETS).chain(CASES).map(|(_, text)| *text).collect());

#[derive(Clone, Debug)]
enum Edit {
    Delete(usize, usize),
    Repeat(usize, usize),
    Replace(usize, usize),
    Insert(usize, usize),
    Swap(usize, usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let any = || any::<usize>();
    prop::collection::vec(
        prop_oneof![
            (any(), 1..8usize).prop_map(|(a, n)| Edit::Delete(a, n)),
            (any(), 1..30usize).prop_map(|(a, n)| Edit::Repeat(a, n)),
            (any(), any()).prop_map(|(a, b)| Edit::Replace(a, b)),
            (any(), any()).prop_map(|(a, b)| Edit::Insert(a, b)),
            (any(), any()).prop_map(|(a, b)| Edit::Swap(a, b)),
        ],
        1..6,
    )
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut all = pieces(text);
    // Comments would take most of the edits.
    let mut comment = false;
    all.retain(|piece| {
        comment = (comment || *piece == "#") && !piece.contains('\n');
        !comment
    });
    for edit in edits {
        let n = all.len().max(1);
        match *edit {
            Edit::Delete(at, count) => {
                let at = at % n;
                all.drain(at..(at + count).min(all.len()));
            }
            Edit::Repeat(at, count) => {
                let at = at % n;
                let again: Vec<&str> = all[at..(at + count).min(all.len())].to_vec();
                all.splice(at..at, again);
            }
            Edit::Replace(at, with) => {
                let with = PIECES[with % PIECES.len()];
                if let Some(piece) = all.get_mut(at % n) {
                    *piece = with;
                }
            }
            Edit::Insert(at, with) => all.insert(at % n, PIECES[with % PIECES.len()]),
            Edit::Swap(a, b) => {
                if !all.is_empty() {
                    all.swap(a % n, b % n);
                }
            }
        }
    }
    all.concat()
}

/// Puts another value behind some `=` of a text: most of what comes out is TOML still.
fn revalued(text: &str, changes: &[(usize, usize)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    let valued: Vec<usize> =
        (0..lines.len()).filter(|i| lines[*i].contains('=') && !lines[*i].starts_with('#')).collect();
    for (at, with) in changes {
        let line = &mut lines[valued[at % valued.len()]];
        if let Some(sign) = line.find('=') {
            *line = format!("{} {}", &line[..=sign], PIECES[with % PIECES.len()]);
        }
    }
    lines.join("\n")
}

/// What a key may stand behind in a setting.
const LEVELS: &[&str] = &["", "strategy.ask.", "strategy.\"ask and answer\".", "scenario.base.", "strategy.nobody."];

fn settings() -> impl Strategy<Value = String> {
    let paths: Vec<String> = entries().iter().map(|entry| entry.path.replace("<name>", "minor")).collect();
    prop_oneof![
        any::<String>(),
        "[a-z.\"' =]{0,40}",
        (prop::sample::select(LEVELS), prop::sample::select(paths), prop::sample::select(PIECES))
            .prop_map(|(level, key, value)| format!("{level}{key}={value}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(garbage in any::<String>()) {
        answered(&text(garbage));
    }

    #[test]
    fn any_signs_of_toml_are_answered(garbage in "[a-c\\[\\]{}=.,\"'#\n 0-9-]{0,80}") {
        answered(&text(garbage));
    }

    #[test]
    fn any_bytes_in_a_file_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("study.toml");
        std::fs::write(&path, bytes).unwrap();
        answered(&Request::file(path));
    }

    #[test]
    fn any_edit_of_a_shipped_study_is_answered(which in any::<usize>(), edits in edits()) {
        answered(&text(edited(SHIPPED[which % SHIPPED.len()], &edits)));
    }

    #[test]
    fn any_other_value_in_a_shipped_study_is_answered(
        which in 0..4usize,
        changes in prop::collection::vec(any::<(usize, usize)>(), 1..4),
    ) {
        answered(&text(revalued(SHIPPED[which], &changes)));
    }

    #[test]
    fn any_setting_is_answered(settings in prop::collection::vec(settings(), 1..4)) {
        answered(&Request { set: settings, ..Request::builtin("city-hotel") });
    }
}

/// More by request: `PROPTEST_CASES=20000 cargo test fuzz`.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(128)
}
