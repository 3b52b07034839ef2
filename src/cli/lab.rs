//! `recoup lab`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::beside::{exists, keep, write_beside};
use crate::cli::options::{Done, StudyOptions};
use crate::cli::terminal;
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::size;
use crate::error::Error;
use crate::input::load;
use crate::language::{Locale, tr};
use crate::output::lab::{LabParts, lab_page};
use crate::scenario::study::Study;

/// What `lab/build.sh` makes.
const PARTS: LabParts<'_> = LabParts {
    page: include_str!("../../lab/dist/page.html"),
    engine: include_bytes!("../../lab/dist/engine.wasm.gz"),
};
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
    let page = lab_page(PARTS, study, options.class);
    keep(write_beside(&page, &out)?, &out, options.force)?;
    let (file, bytes) = (out.display().to_string(), size(page.len() as f64));
    terminal::print(&tr!(locale, "lab-wrote", file = file, size = bytes))
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
