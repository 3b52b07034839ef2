//! Files that are refused, each with the message that a reader gets.

use recoup::input::Request;
use recoup::input::load;
use recoup::input::render::rendered;

fn told(request: &Request) -> String {
    match load(request) {
        Ok(loaded) => format!("accepted\n\n{}", rendered(&loaded.said, false)),
        Err(said) => rendered(&said, false),
    }
}

#[test]
fn every_wrong_file_is_refused_with_its_reasons() {
    insta::glob!("refused/*.toml", |path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let path = std::path::Path::new("tests/refused").join(&name);
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(told(&Request::file(path)));
        });
    });
}
