//! What every kind of file from outside has to hold against: whatever the bytes, an answer or a refusal, never a panic.

pub mod plain;

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

use recoup::batch::part::{read_part, read_said};
use recoup::batch::record::Record;
use recoup::batch::runs::{rows_of_csv, rows_of_toml};
use recoup::diagnostic::{Diagnostic, Level};
use recoup::engine::estimate::Estimate;
use recoup::engine::simulate::Simulation;
use recoup::input::render::rendered;
use recoup::input::source::Origin;
use recoup::input::{Request, load};
use recoup::output::finished::{Finished, MANIFEST};
use recoup::output::parquet::READ_PARQUET;
use recoup::output::report::data::ReportData;
use tempfile::TempDir;

/// A folder of this process, in memory where the system has such.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { std::env::temp_dir() };
    TempDir::new_in(folder).expect("a folder")
});

fn file(name: &str, data: &[u8]) -> PathBuf {
    let path = FOLDER.path().join(name);
    fs::write(&path, data).expect("written");
    path
}

/// What is refused has a reason, and shows as short and clean text.
fn refused(diagnostics: &[Diagnostic]) {
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error), "refused without an error");
    for diagnostic in diagnostics {
        let text = rendered(std::slice::from_ref(diagnostic), false);
        assert!(!text.contains('\u{1b}') && text.len() < 40_000, "{} bytes", text.len());
    }
}

/// The text of a study.
pub fn study(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let origin = Origin::Text { name: "fuzz".into(), text: text.into() };
    match load(&Request::new(origin)) {
        Ok(loaded) => {
            let again = Origin::Text { name: loaded.study.name.clone(), text: loaded.study.resolved.clone() };
            let again = load(&Request::new(again)).expect("the resolved study is a study").study;
            assert_eq!(again.resolved, loaded.study.resolved);
            assert!(Estimate::of_run(&again).memory > 0.0);
        }
        Err(diagnostics) => refused(&diagnostics),
    }
}

/// A table of runs: TOML where the first byte is `T`, CSV otherwise.
pub fn runs(data: &[u8]) {
    if let Some(toml) = data.strip_prefix(b"T") {
        if let Some(Err(diagnostics)) = rows_of_toml(&file("runs.toml", toml).to_string_lossy()) {
            refused(&diagnostics);
        }
    } else if let Err(diagnostics) = rows_of_csv(&file("runs.csv", data).to_string_lossy()) {
        refused(&diagnostics);
    }
}

/// A network: Parquet where it begins so, CSV otherwise.
pub fn edges(data: &[u8]) {
    let ending = if data.starts_with(b"PAR1") { "parquet" } else { "csv" };
    file(&format!("ties.{ending}"), data);
    let text = format!(
        "{}\n[network]\nkind = \"edges\"\nfile = \"ties.{ending}\"\n",
        recoup::input::shipped::find(recoup::input::shipped::STUDIES, "tarp-minor").expect("it is shipped")
    );
    let mut request = Request::file(file("study.toml", text.as_bytes()));
    request.set = vec!["study.engine=\"agents\"".into(), "study.draws=1".into()];
    request.parquet = Some(READ_PARQUET);
    if let Err(diagnostics) = load(&request) {
        refused(&diagnostics);
    }
}

/// The manifest of a result folder, and the record of a batch.
pub fn manifest(data: &[u8]) {
    file(MANIFEST, data);
    if let Some(finished) = Finished::read(FOLDER.path()) {
        for listed in &finished.files {
            let parts = Path::new(&listed.name).components();
            assert!(parts.into_iter().all(|part| matches!(part, Component::Normal(_))), "{}", listed.name);
            let _ = listed.is_as_written(FOLDER.path());
        }
    }
    let _ = Record::read(&file("batch.toml", data));
}

/// A part of a run, and what was said about it.
pub fn part(data: &[u8]) {
    static STUDY: LazyLock<recoup::scenario::study::Study> = LazyLock::new(|| {
        let text = include_str!("../corpus/study/small.toml").into();
        load(&Request::new(Origin::Text { name: "small".into(), text })).expect("it is a study").study
    });
    let _ = read_part(&file("part.bin", data), &Simulation::new(&STUDY));
    let _ = read_said(&file("said.json", data));
}

/// The data of a report.
pub fn report_data(data: &[u8]) {
    let _ = ReportData::read(data);
}
