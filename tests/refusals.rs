//! Files that are refused, each with the message that a reader gets.

use recoup::input::Request;
use recoup::input::load;
use recoup::input::render::rendered;

fn told(request: &Request) -> String {
    match load(request) {
        Ok(loaded) => format!("accepted\n\n{}", rendered(&loaded.diagnostics, false)),
        Err(diagnostics) => rendered(&diagnostics, false),
    }
}

#[test]
fn every_wrong_file_is_refused_with_its_reasons() {
    // insta's own `glob!` would build polars a second time: it turns on features of regex-automata.
    let mut names: Vec<String> = std::fs::read_dir("tests/refused")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    let mut wrong = Vec::new();
    for name in names {
        let path = std::path::Path::new("tests/refused").join(&name);
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
            snapshot_suffix => name.clone(),
            input_file => path.clone(),
        }, {
            let held = std::panic::catch_unwind(|| {
                insta::assert_snapshot!("every_wrong_file_is_refused_with_its_reasons", told(&Request::file(path)));
            });
            wrong.extend(held.err().map(|_| name));
        });
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
