//! Where texts come from: files, shipped studies, cases and presets, and the chain of `extends`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::guard::{STUDY_BYTES, Stop, Unread, read_text};
use crate::input::hint::{did_you_mean, nearest};
use crate::input::shipped::{CASES, PRESETS, RECIPES, STUDIES, Shipped, case_name, find, recipe_name};

/// Longest chain of `extends`.
pub(crate) const LONGEST_CHAIN: usize = 16;

/// Where a study comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// A study that the program carries: its name, `case:NAME` or `recipe:NAME`.
    Builtin(String),
    /// A text; it may extend presets and cases only.
    Text {
        /// Its name, in messages and as the study's.
        name: String,
        /// The TOML text.
        text: String,
    },
}

impl Origin {
    /// The name of the study: the file's name without its ending.
    pub fn study_name(&self) -> String {
        let name = match self {
            Origin::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
            Origin::Builtin(name) => Some(case_name(name).or(recipe_name(name)).unwrap_or(name).to_string()),
            Origin::Text { name, .. } => Some(name.clone()),
        };
        let name: String = name.unwrap_or_default().chars().filter(|c| !c.is_control()).take(120).collect();
        if name.trim().is_empty() { "study".into() } else { name }
    }
}

/// A text and what is needed to follow its `extends`.
pub(crate) struct Opened {
    /// The text.
    pub source: Arc<Source>,
    /// What the text is, the same for the same file however its path is written.
    pub identity: String,
    /// The folder that relative paths start from.
    folder: Option<PathBuf>,
}

/// Reads the text of a study.
pub(crate) fn open(origin: &Origin, stop: Stop) -> Result<Opened, Diagnostic> {
    match origin {
        Origin::File(path) => open_file(path, None, stop),
        Origin::Builtin(name) => match (case_name(name), recipe_name(name)) {
            (Some(case), _) => shipped("case", case, CASES, None),
            (_, Some(recipe)) => shipped("recipe", recipe, RECIPES, None),
            _ => shipped("builtin", name, STUDIES, None),
        },
        Origin::Text { name, text } => {
            let source = Arc::new(Source { name: name.clone(), text: without_mark(text).into() });
            if text.len() as u64 > STUDY_BYTES {
                return Err(too_large(name, text.len() as u64));
            }
            let identity = format!("text:{name}");
            Ok(Opened { source: not_empty(source)?, identity, folder: None })
        }
    }
}

/// Reads what `extends = "REFERENCE"` names, as written at `place` in `from`.
pub(crate) fn open_extended(
    reference: &str,
    place: Option<Place>,
    from: &Opened,
    stop: Stop,
) -> Result<Opened, Diagnostic> {
    if let Some(name) = reference.strip_prefix("preset:") {
        return shipped("preset", name, PRESETS, place);
    }
    if let Some(name) = case_name(reference) {
        return shipped("case", name, CASES, place);
    }
    if reference.starts_with("strategy:") {
        return Err(Diagnostic::error("S007", format!("a study cannot extend `{reference}`"))
            .with_place(place)
            .with_help("strategies extend strategies; a study extends `preset:NAME`, `case:NAME` or a file"));
    }
    let Some(folder) = &from.folder else {
        return Err(Diagnostic::error("S007", format!("no preset `{reference}`"))
            .with_place(place)
            .with_help("a study that is no file can extend `preset:NAME` or `case:NAME` only"));
    };
    open_file(&folder.join(reference), place, stop)
}

/// Says that no `kind` of that name is shipped, and which was probably meant.
pub fn not_shipped(kind: &str, name: &str, list: &[Shipped]) -> Diagnostic {
    let name: String = name.chars().take(60).collect();
    let mut diagnostic = Diagnostic::error("S007", format!("no {kind} `{name}`"));
    diagnostic.help = did_you_mean(&name, list.iter().map(|(name, _)| *name));
    diagnostic
}

fn shipped(kind: &str, name: &str, list: &[Shipped], place: Option<Place>) -> Result<Opened, Diagnostic> {
    let Some(text) = find(list, name) else {
        let mut diagnostic =
            not_shipped(if kind == "builtin" { "built-in study" } else { kind }, name, list).with_place(place);
        if kind == "builtin" && find(CASES, name).is_some() {
            diagnostic.help = Some(format!("the case of that name is `case:{name}`"));
        } else if kind == "builtin" && find(RECIPES, name).is_some() {
            diagnostic.help = Some(format!("the recipe of that name is `recipe:{name}`"));
        } else if kind == "builtin" && is_file_beside(Path::new(name)) {
            diagnostic.help = Some(format!("did you mean the file `{name}.toml`?"));
        }
        return Err(diagnostic);
    };
    let name = format!("{kind}:{name}");
    Ok(Opened { source: Arc::new(Source { name: name.clone(), text: text.into() }), identity: name, folder: None })
}

/// Whether the file `PATH.toml` exists, where `PATH` does not end so.
pub fn is_file_beside(path: &Path) -> bool {
    let mut file = path.as_os_str().to_owned();
    file.push(".toml");
    !path.as_os_str().is_empty() && Path::new(&file).is_file()
}

/// Endings of tables, which are taken for studies now and then.
const TABLES: [&str; 5] = ["csv", "tsv", "xlsx", "ods", "parquet"];

fn open_file(path: &Path, place: Option<Place>, stop: Stop) -> Result<Opened, Diagnostic> {
    let shown = path.display().to_string();
    let error = |code, message: String| Diagnostic::error(code, message).with_place(place.clone());
    if let Some(ending) = path.extension().and_then(|ending| ending.to_str())
        && TABLES.iter().any(|table| table.eq_ignore_ascii_case(ending))
        && path.is_file()
    {
        return Err(error("S009", format!("`{shown}` is a table, not a study"))
            .with_help("a study is a text in TOML; `recoup batch` takes a table of runs in CSV"));
    }
    let text = read_text(path, STUDY_BYTES, stop).map_err(|unread| match unread {
        Unread::Missing => {
            let help = match near_file(path) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`recoup new FILE` writes a commented study to start from".to_string(),
            };
            error("S001", format!("no file `{shown}`")).with_help(help)
        }
        Unread::Folder => error("S002", format!("`{shown}` is a directory")).with_help("name the study file in it"),
        Unread::Special(kind) => error("S002", format!("`{shown}` is {kind}, no regular file"))
            .with_help("save the study as a file, and name that"),
        Unread::TooLarge(bytes, _) => too_large(&shown, bytes).with_place(place.clone()),
        Unread::NotText(byte, line) => {
            error("S003", format!("`{shown}` is not UTF-8 text: byte {byte}, in line {line}, belongs to no character"))
                .with_help("save it as UTF-8")
        }
        Unread::Changed | Unread::Stopped | Unread::Denied(_) => {
            let mut diagnostic = error("S006", format!("cannot read `{shown}`: {unread}"));
            diagnostic.help = unread.help().map(str::to_string);
            diagnostic
        }
    })?;
    let source = Arc::new(Source { name: shown, text: without_mark(&text).into() });
    let identity = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()).display().to_string();
    let folder = Some(path.parent().map(Path::to_path_buf).unwrap_or_default());
    Ok(Opened { source: not_empty(source).map_err(|diagnostic| diagnostic.with_place(place))?, identity, folder })
}

/// Entries of a folder that are looked at for a file of a near name.
const MOST_ENTRIES: usize = 10_000;

/// The study in the same folder whose name is near.
fn near_file(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let entries = fs::read_dir(parent.unwrap_or(Path::new("."))).ok()?.take(MOST_ENTRIES).flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".toml"));
    // Folders have no order of their own.
    names.sort();
    let near = nearest(name, names.iter().map(String::as_str))?;
    Some(parent.map_or(near.to_string(), |parent| parent.join(near).display().to_string()))
}

/// The text without the byte order mark that some editors put before it.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn too_large(name: &str, bytes: u64) -> Diagnostic {
    Diagnostic::error("S005", format!("`{name}` is too large for a study: {bytes} bytes"))
        .with_help(format!("a study has at most {} MiB", STUDY_BYTES / 1024 / 1024))
}

fn not_empty(source: Arc<Source>) -> Result<Arc<Source>, Diagnostic> {
    if source.text.trim().is_empty() {
        let diagnostic = Diagnostic::error("S004", format!("`{}` is empty", source.name));
        return Err(diagnostic.with_help("`recoup new FILE` writes a commented study to start from"));
    }
    Ok(source)
}
