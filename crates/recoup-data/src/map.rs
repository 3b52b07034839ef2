//! The map: what a firm states about its files, in TOML.
//!
//! ```toml
//! date_format = "%d.%m.%Y"        # for all files, or in the table of one
//! window = ["2023-01-01", "2025-12-31"]
//! on_problem = "drop"             # or "refuse"
//! margin_share = 0.4              # margin = amount x share
//!
//! [complaints]
//! customer = "Kundennr"           # our name = heading of the file
//! encoding = "gbk"
//!
//! [severity]
//! "late arrival" = "major"        # kind = severity
//!
//! [loss]
//! "late arrival" = 40.0           # kind = loss of one failure
//!
//! [dimension]
//! "on time" = "reliability"       # item of a survey = dimension
//!
//! [weight]
//! reliability = 30                # dimension = weight
//! ```

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use recoup_core::diagnostic::{Diagnostic, Place, Source};
use recoup_core::input::guard::{STUDY_BYTES, Stop, read_text};
use recoup_core::input::hint::nearest;
use recoup_fit::log::Day;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::{DAYS, Date, DateFormat};
use crate::encoding::Encoding;
use crate::problem::Policy;
use crate::tables::{COMPLAINTS, CUSTOMERS, FAILURES, KANO, PURCHASES, SERVQUAL, Spec};
use crate::value::Decimal;

/// What is stated about how files are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FileOptions {
    pub(crate) date_format: Option<DateFormat>,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) delimiter: Option<u8>,
    pub(crate) decimal: Option<Decimal>,
    pub(crate) sheet: Option<String>,
}

impl FileOptions {
    fn or(self, all: &FileOptions) -> FileOptions {
        FileOptions {
            date_format: self.date_format.or(all.date_format),
            encoding: self.encoding.or(all.encoding),
            delimiter: self.delimiter.or(all.delimiter),
            decimal: self.decimal.or(all.decimal),
            sheet: self.sheet.or_else(|| all.sheet.clone()),
        }
    }
}

/// A heading that the map states, and where.
#[derive(Clone, Debug)]
pub(crate) struct Mapped {
    pub(crate) heading: String,
    pub(crate) place: Place,
}

/// A map.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    options: FileOptions,
    by_table: BTreeMap<String, FileOptions>,
    columns: BTreeMap<(String, String), Mapped>,
    /// First day, and the day after the last one.
    pub(crate) window: Option<(Day, Day)>,
    pub(crate) on_problem: Option<Policy>,
    pub(crate) margin_share: Option<f64>,
    pub(crate) currency: Option<String>,
    /// Least and greatest answer of a survey.
    pub(crate) scale: Option<(f64, f64)>,
    /// By kind, with the place of the kind.
    pub(crate) severity: BTreeMap<String, (String, Place)>,
    pub(crate) loss: BTreeMap<String, (f64, Place)>,
    /// By item of a survey.
    pub(crate) dimension: BTreeMap<String, (String, Place)>,
    /// By dimension.
    pub(crate) weight: BTreeMap<String, (f64, Place)>,
}

const TABLES: [&Spec; 6] = [&CUSTOMERS, &PURCHASES, &FAILURES, &COMPLAINTS, &KANO, &SERVQUAL];

const OPTIONS: [&str; 5] = ["date_format", "encoding", "delimiter", "decimal", "sheet"];

const TOP: [&str; 9] =
    ["window", "on_problem", "margin_share", "currency", "scale", "severity", "loss", "dimension", "weight"];

/// Tables by kind, item or dimension.
const BY_NAME: [&str; 4] = ["severity", "loss", "dimension", "weight"];

impl Map {
    /// Reads the map at `path`; without one, an empty one.
    pub(crate) fn read(path: Option<&Path>, stop: Stop) -> Result<Map, Vec<Diagnostic>> {
        let Some(path) = path else { return Ok(Map::default()) };
        let name = path.display().to_string();
        let text = read_text(path, STUDY_BYTES, stop).map_err(|unread| {
            let diagnostic = Diagnostic::error("D001", format!("the map `{name}` cannot be read: {unread}"));
            vec![diagnostic.with_help(unread.help().unwrap_or("check the path and the permissions"))]
        })?;
        Map::parse(name, text)
    }

    fn parse(name: String, text: String) -> Result<Map, Vec<Diagnostic>> {
        let source = Arc::new(Source { name, text });
        let mut reader = Reader { source: &source, map: Map::default(), errors: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in errors {
            let place = error.span().map(|span| Place::of(&source, span));
            let diagnostic = Diagnostic::error("D001", format!("the map is not TOML: {}", error.message().trim()));
            reader.errors.push(diagnostic.with_place(place).with_help("check brackets, quotes and equals signs there"));
        }
        if reader.errors.is_empty() {
            reader.top(table.get_ref());
        }
        if reader.errors.is_empty() { Ok(reader.map) } else { Err(reader.errors) }
    }

    /// What is stated about the file of a table.
    pub(crate) fn options(&self, spec: &Spec) -> FileOptions {
        self.by_table.get(spec.name).cloned().unwrap_or_default().or(&self.options)
    }

    /// The heading that is stated for a column.
    pub(crate) fn heading(&self, spec: &Spec, field: &str) -> Option<&Mapped> {
        self.columns.get(&(spec.name.to_string(), field.to_string()))
    }
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    map: Map,
    errors: Vec<Diagnostic>,
}

type Entry<'a, 'b> = (&'a str, Range<usize>, &'a Spanned<DeValue<'b>>);

impl Reader<'_> {
    fn fail(&mut self, at: Range<usize>, message: String, help: impl Into<String>) {
        let place = Place::of(self.source, at);
        self.errors.push(Diagnostic::error("D001", message).with_place(Some(place)).with_help(help));
    }

    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let entry: Entry<'_, '_> = (key.get_ref(), key.span(), value);
            let spec = TABLES.into_iter().find(|spec| spec.name == entry.0);
            match (entry.0, value.get_ref()) {
                (_, DeValue::Table(columns)) if spec.is_some() => {
                    spec.into_iter().for_each(|spec| self.table(spec, columns));
                }
                ("severity", DeValue::Table(kinds)) => self.map.severity = self.texts(kinds),
                ("loss", DeValue::Table(kinds)) => self.map.loss = self.numbers(kinds, "a loss"),
                ("dimension", DeValue::Table(items)) => self.map.dimension = self.texts(items),
                ("weight", DeValue::Table(dimensions)) => self.map.weight = self.numbers(dimensions, "a weight"),
                (name, _) if spec.is_some() || BY_NAME.contains(&name) => {
                    self.fail(
                        value.span(),
                        format!("`{name}` is a table"),
                        format!("write [{name}], and its keys below"),
                    );
                }
                (name, _) if OPTIONS.contains(&name) => {
                    let options = self.option(entry, self.map.options.clone());
                    self.map.options = options;
                }
                _ => self.setting(entry),
            }
        }
    }

    fn table(&mut self, spec: &Spec, columns: &DeTable<'_>) {
        let mut options = FileOptions::default();
        for (key, value) in columns {
            let name: &str = key.get_ref();
            if OPTIONS.contains(&name) {
                options = self.option((name, key.span(), value), options);
            } else if !spec.fields.iter().any(|field| field.name == name) {
                let known = spec.fields.iter().map(|field| field.name).chain(OPTIONS);
                let help = did_you_mean(name, known);
                self.fail(key.span(), format!("`{name}` is no column of `{}`", spec.name), help);
            } else if let Some(heading) = self.text(name, value) {
                let mapped = Mapped { heading, place: Place::of(self.source, value.span()) };
                self.map.columns.insert((spec.name.to_string(), name.to_string()), mapped);
            }
        }
        self.map.by_table.insert(spec.name.to_string(), options);
    }

    /// The text of a value that has to be one.
    fn text(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_string);
        if text.is_none() {
            self.fail(value.span(), format!("`{name}` is a text"), "write it in quotes");
        }
        text
    }

    fn number(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<f64> {
        let number = number(value.get_ref());
        if number.is_none() {
            self.fail(value.span(), format!("`{name}` is a number"), "write it without quotes");
        }
        number
    }

    fn option(&mut self, (name, _, value): Entry<'_, '_>, mut options: FileOptions) -> FileOptions {
        let Some(text) = self.text(name, value) else { return options };
        let wrong = match name {
            "date_format" => {
                options.date_format = DateFormat::from_pattern(&text);
                options.date_format.is_none().then(|| {
                    let all: Vec<&str> = DateFormat::ALL.iter().map(|format| format.pattern()).collect();
                    format!("write one of {}", all.join(", "))
                })
            }
            "encoding" => {
                options.encoding = Encoding::named(&text);
                options.encoding.is_none().then(|| format!("there is {}", Encoding::NAMES))
            }
            "delimiter" => {
                options.delimiter = match text.as_bytes() {
                    b"tab" => Some(b'\t'),
                    [byte] if byte.is_ascii_punctuation() || *byte == b'\t' => Some(*byte),
                    _ => None,
                };
                options.delimiter.is_none().then(|| "write \",\", \";\", \"|\" or \"tab\"".to_string())
            }
            "decimal" => {
                options.decimal = match text.as_str() {
                    "," => Some(Decimal::Comma),
                    "." => Some(Decimal::Point),
                    _ => None,
                };
                options.decimal.is_none().then(|| "write \",\" or \".\"".to_string())
            }
            _ => {
                options.sheet = Some(text.clone());
                None
            }
        };
        if let Some(help) = wrong {
            self.fail(value.span(), format!("`{name}` cannot be `{text}`"), help);
        }
        options
    }

    fn setting(&mut self, (name, at, value): Entry<'_, '_>) {
        match name {
            "window" => self.window(value),
            "on_problem" => match self.text(name, value).as_deref() {
                Some("drop") => self.map.on_problem = Some(Policy::Drop),
                Some("refuse") => self.map.on_problem = Some(Policy::Refuse),
                Some(_) => {
                    self.fail(value.span(), "`on_problem` is something else".into(), "write \"drop\" or \"refuse\"")
                }
                None => {}
            },
            "margin_share" => match self.number(name, value) {
                Some(share) if (0.0..=1.0).contains(&share) => self.map.margin_share = Some(share),
                Some(_) => self.fail(value.span(), "`margin_share` is not in 0 to 1".into(), "write 40 % as 0.4"),
                None => {}
            },
            "scale" => match pair(value).map(|[low, high]| (number(low.get_ref()), number(high.get_ref()))) {
                Some((Some(low), Some(high))) if low < high => self.map.scale = Some((low, high)),
                _ => self.fail(value.span(), "`scale` is not two numbers".into(), "write scale = [1, 7]"),
            },
            "currency" => self.map.currency = self.text(name, value),
            _ => {
                let known = TABLES.iter().map(|spec| spec.name).chain(OPTIONS).chain(TOP);
                let help = did_you_mean(name, known);
                self.fail(at, format!("`{name}` is no key of a map"), help);
            }
        }
    }

    fn window(&mut self, value: &Spanned<DeValue<'_>>) {
        let day = |value: &Spanned<DeValue<'_>>| {
            let date = match value.get_ref() {
                DeValue::String(text) => Date::parse(text),
                DeValue::Datetime(time) => Date::parse(&time.date?.to_string()),
                _ => None,
            };
            date.map(Date::days).filter(|day| DAYS.contains(day))
        };
        match pair(value).map(|[first, last]| (day(first), day(last))) {
            Some((Some(first), Some(last))) if first <= last => self.map.window = Some((first, last + 1)),
            _ => self.fail(
                value.span(),
                "`window` is not the first and the last day of the data".into(),
                "write window = [\"2023-01-01\", \"2025-12-31\"]",
            ),
        }
    }

    fn texts(&mut self, table: &DeTable<'_>) -> BTreeMap<String, (String, Place)> {
        let mut texts = BTreeMap::new();
        for (key, value) in table {
            if let Some(text) = self.text(key.get_ref(), value) {
                texts.insert(key.get_ref().to_string(), (text, Place::of(self.source, key.span())));
            }
        }
        texts
    }

    fn numbers(&mut self, table: &DeTable<'_>, what: &str) -> BTreeMap<String, (f64, Place)> {
        let mut numbers = BTreeMap::new();
        for (key, value) in table {
            match self.number(key.get_ref(), value) {
                Some(number) if number >= 0.0 => {
                    numbers.insert(key.get_ref().to_string(), (number, Place::of(self.source, key.span())));
                }
                Some(_) => self.fail(value.span(), format!("{what} is below 0"), "write it as a positive number"),
                None => {}
            }
        }
        numbers
    }
}

fn pair<'a, 'b>(value: &'a Spanned<DeValue<'b>>) -> Option<[&'a Spanned<DeValue<'b>>; 2]> {
    let array = value.get_ref().as_array()?;
    let mut items = array.iter();
    match (items.next(), items.next(), items.next()) {
        (Some(first), Some(second), None) => Some([first, second]),
        _ => None,
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    let plain = |text: &str| text.replace('_', "").parse().ok().filter(|x: &f64| x.is_finite());
    match value {
        DeValue::Integer(number) if number.radix() == 10 => plain(number.as_str()),
        DeValue::Float(number) => plain(number.as_str()),
        _ => None,
    }
}

/// The name that was probably meant, or all of them.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(name, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there is {}", known.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::Map;
    use crate::date::DateFormat;
    use crate::encoding::Encoding;
    use crate::problem::Policy;
    use crate::tables::{COMPLAINTS, CUSTOMERS};
    use crate::value::Decimal;

    fn read(text: &str) -> Result<Map, Vec<String>> {
        let said = |diagnostic: recoup_core::diagnostic::Diagnostic| {
            let line = diagnostic.place.expect("it has a place").line_and_column().0;
            format!("{line}: {}; {}", diagnostic.message, diagnostic.help.expect("there is a way out"))
        };
        Map::parse("map.toml".into(), text.into()).map_err(|all| all.into_iter().map(said).collect())
    }

    #[test]
    fn a_map_states_columns_and_how_files_are_written() {
        let map = read(
            "date_format = '%d.%m.%Y'\ndecimal = ','\nwindow = ['2023-01-01', 2023-12-31]\non_problem = 'refuse'\nmargin_share = 0.4\n\
             [customers]\ncustomer = 'Kundennr'\n[complaints]\nencoding = 'gbk'\ndelimiter = 'tab'\ndate_format = '%Y-%m-%d'\n\
             [severity]\n'late arrival' = 'major'\n[loss]\n'late arrival' = 40\n",
        )
        .expect("it is sound");
        assert_eq!(map.heading(&CUSTOMERS, "customer").expect("it is stated").heading, "Kundennr");
        let (all, own) = (map.options(&CUSTOMERS), map.options(&COMPLAINTS));
        assert_eq!((all.date_format, own.date_format), (Some(DateFormat::DayDot), Some(DateFormat::Iso)));
        assert_eq!(
            (own.encoding, own.delimiter, own.decimal),
            (Some(Encoding::Gbk), Some(b'\t'), Some(Decimal::Comma))
        );
        assert_eq!(map.window.map(|(first, end)| end - first), Some(365));
        assert_eq!((map.on_problem, map.margin_share), (Some(Policy::Refuse), Some(0.4)));
        assert_eq!((map.severity["late arrival"].0.as_str(), map.loss["late arrival"].0), ("major", 40.0));
    }

    #[test]
    fn all_errors_of_a_map_have_a_place_and_a_way_out() {
        let wrong = read(
            "date_fromat = 'x'\ndate_format = '%B'\nencoding = 7\nwindow = ['2023-02-30', '2024-01-01']\nseverity = 1\n\
             [customers]\ncustomre = 'x'\n[loss]\na = -1\n[purchases]\ndecimal = 'point'\n",
        )
        .expect_err("it is wrong");
        let lines: Vec<&str> = wrong.iter().map(|said| said.split(':').next().unwrap_or_default()).collect();
        assert_eq!(lines, ["1", "2", "3", "4", "5", "7", "9", "11"], "{wrong:#?}");
        assert!(wrong[0].contains("did you mean `date_format`?") && wrong[5].contains("did you mean `customer`?"));
        assert!(read("a = [\n").expect_err("it is no TOML")[0].contains("not TOML"));
    }
}
