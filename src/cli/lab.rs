//! `recoup lab`.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use serde_json::json;

use crate::cli::beside::{exists, keep, write_beside};
use crate::cli::options::{Done, StudyOptions};
use crate::cli::terminal;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::load;
use crate::language::{Locale, tr};
use crate::scenario::study::Study;

/// The page without study and engine, as `lab/build.sh` makes it.
const PAGE: &str = include_str!("../../lab/dist/page.html");
/// The engine: `recoup-lab` for WebAssembly, compressed by gzip.
const ENGINE: &[u8] = include_bytes!("../../lab/dist/engine.wasm.gz");
/// The study of the lesson.
const CLASS: &str = "paradox-class";

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study [default: city-hotel; with --class: paradox-class]
    study: Option<String>,
    #[command(flatten)]
    study_options: StudyOptions,
    /// Show the class mode too: predict, reveal, explain
    #[arg(long)]
    class: bool,
    /// The page to write
    #[arg(long, value_name = "FILE", default_value = "lab.html")]
    out: PathBuf,
    /// Replace the page if it exists
    #[arg(long)]
    force: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let default = if options.class { CLASS } else { "city-hotel" };
    let name = options.study.as_deref().unwrap_or(default);
    let loaded = load(&options.study_options.request(name)).map_err(Error::Refused)?;
    let study = &loaded.study;
    let locale = Locale::of(study.language);
    terminal::say_all(&loaded.diagnostics, locale);
    check_whole(study).map_err(|diagnostic| Error::Refused(vec![diagnostic]))?;
    let out = named(&options.out);
    if out.exists() && !options.force {
        return Err(exists(&out));
    }
    let page = page(study, options.class);
    keep(write_beside(&page, &out)?, &out, options.force)?;
    let (file, size) = (out.display().to_string(), locale.compact(page.len() as u64));
    terminal::print(&tr!(locale, "lab-wrote", file = file, size = size))
}

/// A page in that folder, where a folder is named.
fn named(out: &Path) -> PathBuf {
    if out.is_dir() { out.join("lab.html") } else { out.to_path_buf() }
}

/// Refuses a study that its text alone does not hold.
fn check_whole(study: &Study) -> Result<(), Diagnostic> {
    match study.networks.first() {
        Some((file, _)) => Err(Diagnostic::error("S066", format!("the page cannot carry the network file `{file}`"))
            .with_help("set `network.kind` to a network that the program makes, or to `mixing`")),
        None => Ok(()),
    }
}

/// The page with study and engine.
fn page(study: &Study, is_class: bool) -> String {
    let start = json!({
        "name": study.name,
        "text": study.resolved,
        "language": study.language.code(),
        "class": is_class,
        "version": env!("CARGO_PKG_VERSION"),
    });
    // Nothing in it may end the element that it stands in.
    let start = start.to_string().replace('<', "\\u003c");
    PAGE.replacen("{{start}}", &start, 1).replacen("{{engine}}", &STANDARD.encode(ENGINE), 1)
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::input::source::Origin;
    use crate::input::{Request, load};

    #[test]
    fn names_with_markup_end_no_element() {
        let text = "extends = \"preset:tarp-major\"\ntitle = \"</script><script>alert(1)</script><!--\"\n\
                    [[segment]]\nname = \"<b>all</b>\"\nshare = 1.0\npurchases_per_year = 4.0\nmargin = 60.0\n\
                    retention_cost = 12.0\nbase_loyalty = 0.87\n[[failure]]\nname = \"late\"\nrate = 0.01\nseverity = \"major\"\n";
        let origin = Origin::Text { name: "hostile".into(), text: text.into() };
        let study = load(&Request::new(origin)).expect("names may hold anything").study;
        let page = page(&study, false);
        let whole = super::PAGE.matches("</script>").count();
        assert_eq!(page.matches("</script>").count(), whole);
        assert!(!page.contains("<b>all") && page.contains("\\u003cb>all"));
    }
}
