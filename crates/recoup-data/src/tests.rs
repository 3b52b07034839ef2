//! Odd files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::{GBK, WINDOWS_1252};
use polars_arrow::array::{Array, Float64Array, Int64Array, PrimitiveArray, Utf8ViewArray};
use polars_arrow::datatypes::{ArrowDataType, ArrowSchema, Field, TimeUnit};
use polars_arrow::record_batch::RecordBatchT;
use polars_parquet::write::{
    CompressionOptions, Encoding as ParquetEncoding, FileWriter, RowGroupIterator, StatisticsOptions, Version,
    WriteOptions,
};
use recoup_core::diagnostic::Diagnostic;
use recoup_core::input::guard::Stop;
use recoup_fit::kano::Answer;
use recoup_fit::log::MINUTES_PER_DAY;
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Workbook};
use tempfile::TempDir;

use crate::answers::{read_kano, read_servqual};
use crate::date::{Date, DateFormat};
use crate::encoding::Encoding;
use crate::file::FileReport;
use crate::firm::{Firm, Request, SeverityFrom, Stage, read_log};
use crate::problem::{Effect, Policy, Reason};
use crate::source::Format;
use crate::value::Decimal;

const CUSTOMERS: &str =
    "customer,segment,since,left\nC-1001,gold,2020-01-05,\nC-1002,silver,2021-03-01,2023-06-30\nC-1003,gold,,\n";
const PURCHASES: &str = "customer,date,margin\nC-1001,2023-01-02,10.5\nC-1002,2023-02-03,20\nC-1001,2023-12-30,\n";
const FAILURES: &str = "customer,date,kind,severity,noticed\nC-1001,2023-01-03,late,minor,no\nC-1002,2023-02-04,lost bag,major,yes\nC-1003,2023-03-05,late,minor,\n";
const COMPLAINTS: &str = "case,customer,opened,first answer,closed,resolved,contacts,minutes,compensation,channel,kind\n\
    K-2001,C-1001,2023-01-03 10:00,2023-01-03 10:30,2023-01-04 09:15,yes,2,35.5,10,phone,late\n\
    K-2002,C-1002,2023-02-05 08:00,,,,,,,mail,lost bag\n";

/// A folder with the files of a firm.
struct Home(TempDir);

impl Home {
    fn new() -> Home {
        let home = Home(tempfile::tempdir().expect("a folder can be made"));
        home.with("customers.csv", CUSTOMERS).with("complaints.csv", COMPLAINTS)
    }

    fn full() -> Home {
        Home::new().with("purchases.csv", PURCHASES).with("failures.csv", FAILURES)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Home {
        fs::write(self.path(name), content).expect("it can be written");
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn request(&self) -> Request {
        let optional = |name: &str| Some(self.path(name)).filter(|path| path.exists());
        Request {
            purchases: optional("purchases.csv"),
            failures: optional("failures.csv"),
            map: optional("map.toml"),
            ..Request::new(self.path("customers.csv"), self.path("complaints.csv"))
        }
    }

    fn read(&self) -> Firm {
        let firm = read_log(&self.request(), &mut |_| {}).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
        let text = serde_json::to_string(&firm).expect("it is data");
        assert!(!text.contains("C-1") && !text.contains("K-2"), "{text}");
        firm
    }

    /// What is said about files that are refused, without the folder.
    fn refused(&self) -> Vec<String> {
        let wrong = read_log(&self.request(), &mut |_| {}).expect_err("it is refused");
        wrong.iter().map(|diagnostic| self.said(diagnostic)).collect()
    }

    fn said(&self, diagnostic: &Diagnostic) -> String {
        let help = diagnostic.help.as_ref().expect("there is a way out");
        let said = format!("{}: {}; {help}", diagnostic.code, diagnostic.message);
        assert!(!said.contains("C-1") && !said.contains("K-2"), "{said}");
        said.replace(&format!("{}/", self.0.path().display()), "")
    }
}

/// Reason, column, count, first rows.
fn problems(file: &FileReport) -> Vec<(Reason, Option<&'static str>, u64, Vec<u64>)> {
    file.problems.iter().map(|p| (p.reason, p.column, p.rows.count, p.rows.first.clone())).collect()
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("it is a date")
}

#[test]
fn a_plain_firm_is_read() {
    let firm = Home::full().read();
    let log = &firm.log;
    assert_eq!((firm.first_day, firm.last_day, firm.window_is_stated), (date("2023-01-02"), date("2023-12-30"), false));
    assert_eq!((log.window, &log.segments[..]), ((0, 363), &["gold".to_string(), "silver".into()][..]));
    assert_eq!(log.customers.since, [Some(-1093), Some(-672), None]);
    assert_eq!(log.customers.left, [None, Some(179), None]);
    let purchases = log.purchases.as_ref().expect("they are known");
    assert_eq!((&purchases.day[..], &purchases.customer[..]), (&[0, 32, 362][..], &[0, 1, 0][..]));
    assert_eq!(purchases.margin, [Some(10.5), Some(20.0), None]);
    let failures = log.failures.as_ref().expect("they are known");
    assert_eq!((&failures.kind[..], &failures.day[..]), (&[0, 1, 0][..], &[1, 33, 62][..]));
    assert_eq!(failures.noticed, [Some(false), Some(true), None]);
    assert_eq!(
        (&log.severities[..], &log.severity_of_kind[..]),
        (&["minor".to_string(), "major".into()][..], &[0, 1][..])
    );
    let cases = &log.complaints;
    let day = MINUTES_PER_DAY;
    assert_eq!(cases.opened, [day + 600, 34 * day + 480]);
    assert_eq!((cases.first_answer[0], cases.closed[0]), (Some(day + 630), Some(2 * day + 555)));
    assert_eq!((cases.resolved[0], cases.contacts[0], cases.minutes[0]), (Some(true), Some(2), Some(35.5)));
    assert_eq!((cases.compensation[0], cases.kind[1], cases.closed[1]), (Some(10.0), Some(1), None));
    assert_eq!((cases.precision, firm.has_times, firm.channels["phone"]), (1, true, 1));
    assert!(firm.files.iter().all(|file| file.problems.is_empty() && file.unused.is_empty() && file.kept == file.rows));
    assert_eq!(firm.files[1].columns[1].date_format, Some(DateFormat::Iso));
}

#[test]
fn encodings_line_ends_and_delimiters_do_not_matter() {
    let expected = Home::full().read().log;
    let spoilt = |change: &dyn Fn(&str) -> Vec<u8>| {
        Home::new()
            .with("customers.csv", change(CUSTOMERS))
            .with("purchases.csv", change(PURCHASES))
            .with("failures.csv", change(FAILURES))
            .with("complaints.csv", change(COMPLAINTS))
            .read()
    };
    let utf16 = |text: &str| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    type Change<'a> = (&'a str, &'a dyn Fn(&str) -> Vec<u8>);
    let changes: [Change<'_>; 7] = [
        ("mark", &|text| format!("\u{feff}{text}").into_bytes()),
        ("crlf", &|text| text.replace('\n', "\r\n").into_bytes()),
        ("cr", &|text| text.replace('\n', "\r").into_bytes()),
        ("semicolons", &|text| text.replace(',', ";").into_bytes()),
        ("said", &|text| format!("sep=|\r\n{}", text.replace(',', "|")).into_bytes()),
        ("tabs", &|text| text.replace(',', "\t").into_bytes()),
        ("utf16", &utf16),
    ];
    for (name, change) in changes {
        assert_eq!(spoilt(change).log, expected, "{name}");
    }
    assert_eq!(spoilt(&utf16).files[0].encoding, Some(Encoding::Utf16Le));
}

#[test]
fn a_spanish_firm_in_windows_1252_with_decimal_commas() {
    let encode = |text: &str| WINDOWS_1252.encode(text).0.to_vec();
    let home = Home::new()
        .with("customers.csv", encode("Código de cliente;Segmento;Fecha de alta;Fecha de baja\n1;Señor;15/01/2020;\n2;Niño;01/02/2021;\n"))
        .with("purchases.csv", encode("Cliente;Fecha;Margen\n1;13/02/2023;1.234,50\n2;14/02/2023;8,5\n"))
        .with(
            "complaints.csv",
            encode("Cliente;Fecha de apertura;Fecha de cierre;Resuelto;Compensación;Motivo\n1;14/02/2023;15/02/2023;sí;12,5 €;Avería\n"),
        );
    let firm = home.read();
    assert_eq!(firm.log.purchases.expect("they are known").margin, [Some(1234.5), Some(8.5)]);
    assert_eq!((&firm.log.segments[1], &firm.log.kinds[0]), (&"Niño".to_string(), &"Avería".to_string()));
    assert_eq!((firm.log.complaints.compensation[0], firm.log.complaints.resolved[0]), (Some(12.5), Some(true)));
    assert_eq!((firm.log.complaints.precision, firm.has_times), (1440, false));
    let file = &firm.files[1];
    assert_eq!((file.encoding, file.delimiter), (Some(Encoding::Utf8), Some(';')));
    assert_eq!(firm.files[0].encoding, Some(Encoding::Windows1252));
    assert_eq!(
        (file.columns[1].date_format, file.columns[2].decimal),
        (Some(DateFormat::DaySlash), Some(Decimal::Comma))
    );
    assert_eq!(firm.severity_from, [SeverityFrom::Nothing]);
}

#[test]
fn a_chinese_firm_in_gbk() {
    let encode = |text: &str| GBK.encode(text).0.to_vec();
    let home = Home::new()
        .with("customers.csv", encode("客户编号,客户等级,注册日期\n甲一,金卡会员,2020年1月5日\n乙二,银卡会员,2021年12月15日\n"))
        .with("complaints.csv", encode("工单号,客户编号,投诉日期,结案日期,是否解决,投诉原因\n一,甲一,2023/1/5,2023/1/6,已解决,房间没有准备好\n"));
    let firm = home.read();
    assert_eq!((firm.files[0].encoding, &firm.log.segments[0]), (Some(Encoding::Gbk), &"金卡会员".to_string()));
    assert_eq!((firm.log.complaints.resolved[0], &firm.log.kinds[0]), (Some(true), &"房间没有准备好".to_string()));
    assert_eq!((firm.files[0].columns[2].date_format, firm.first_day), (Some(DateFormat::Han), date("2023-01-05")));
    // A map may name it, and a wrong one shows.
    let home = home.with("map.toml", "encoding = 'utf-8'");
    assert!(home.refused().iter().any(|said| said.contains("no column `customer`")), "{:?}", home.refused());
}

#[test]
fn quotes_hold_lines_and_delimiters_and_rows_keep_their_lines() {
    let home = Home::new().with(
        "complaints.csv",
        "customer,opened,note,kind\r\nC-1001,2023-01-03,\"two\r\nlines, \"\"quoted\"\"\",late\r\n\r\nC-1001,never,x,late\r\nC-9999,2023-01-04,y,late\r\nC-1001,2023-01-05,a,late,b\r\nC-1001,2023-01-06,c,late",
    );
    let firm = home.read();
    assert_eq!((firm.log.complaints.opened.len(), firm.files[1].rows, firm.files[1].kept), (2, 5, 2));
    assert_eq!(firm.files[1].unused, ["note"]);
    assert_eq!(
        problems(&firm.files[1]),
        [
            (Reason::Malformed, None, 1, vec![7]),
            (Reason::Unreadable, Some("opened"), 1, vec![5]),
            (Reason::UnknownCustomer, Some("customer"), 1, vec![6]),
        ]
    );
    let endless = Home::new().with("complaints.csv", format!("customer,opened\nC-1001,\"{}", "x\n".repeat(9 << 20)));
    assert!(endless.refused()[0].contains("perhaps a quote is not closed"), "{:?}", endless.refused());
}

#[test]
fn dates_that_contradict_each_other_are_refused_with_their_rows() {
    let mixed = Home::new().with(
        "complaints.csv",
        "customer,opened\nC-1001,13/02/2023\nC-1001,14/02/2023\nC-1002,02/15/2023\nC-1002,2023-02-16\nC-1003,17/02/2023\n",
    );
    assert_eq!(
        mixed.refused(),
        [
            "D001: `complaints.csv`, column `opened`: most dates are written as `%d/%m/%Y`, but not those of 2 rows (4 and 5); correct \
          those rows; or state [complaints] date_format = \"%d/%m/%Y\" in a map, which drops them"
        ]
    );
    let firm = mixed.with("map.toml", "[complaints]\ndate_format = \"%d/%m/%Y\"\n").read();
    assert_eq!(problems(&firm.files[1]), [(Reason::Unreadable, Some("opened"), 2, vec![4, 5])]);
    let ambiguous = Home::new().with("complaints.csv", "customer,opened\nC-1001,01/02/2023\nC-1001,03/04/2023\n");
    let said = ambiguous.refused();
    assert!(said[0].contains("ambiguous: all fit `%d/%m/%Y` and `%m/%d/%Y`"), "{said:?}");
    assert!(said[0].ends_with("[complaints] date_format = \"%m/%d/%Y\""), "{said:?}");
    // Another column of the same file decides.
    let other = Home::new().with("complaints.csv", "customer,opened,closed\nC-1001,01/02/2023,13/02/2023\n");
    assert_eq!(other.read().first_day, date("2023-02-01"));
}

#[test]
fn decimal_signs_that_contradict_each_other_are_refused() {
    let with = |margins: [&str; 3]| {
        let rows = margins.map(|margin| format!("C-1001;2023-01-02;{margin}\n")).concat();
        Home::new().with("purchases.csv", format!("customer;date;margin\n{rows}"))
    };
    assert!(with(["1.5", "2.5", "3,5"]).refused()[0].contains("decimal sign `.`, but not those of 1 row (4)"));
    let ambiguous = with(["1,234", "2,500", "7"]);
    assert!(ambiguous.refused()[0].contains("ambiguous whether point or comma"), "{:?}", ambiguous.refused());
    let firm = ambiguous.with("map.toml", "[purchases]\ndecimal = '.'\n").read();
    assert_eq!(firm.log.purchases.expect("they are known").margin, [Some(1234.0), Some(2500.0), Some(7.0)]);
}

#[test]
fn problems_are_counted_by_row_dropped_or_refused() {
    let home = Home::full()
        .with("customers.csv", format!("{CUSTOMERS}C-1001,gold,,\nC-1004,gold,2023-05-01,2023-04-01\nC-1005,,9999-12-31,31.12.99\n"))
        .with("purchases.csv", format!("{PURCHASES}C-1004,2023-01-02,1\n,2023-01-02,1\nC-1001,2023-13-02,1\nC-1001,2023-01-05,many\n"))
        .with("failures.csv", format!("{FAILURES}C-1001,2023-01-03,late,major,maybe\n"))
        .with(
            "complaints.csv",
            format!(
                "{COMPLAINTS}K-2001,C-1001,2023-01-04,,,,,,,,\nK-2003,C-1001,2023-01-04 10:00,,2023-01-03 10:00,,,,,,\n\
                 K-2004,C-1001,2023-01-04 10:00,2023-01-04 09:00,2023-01-04,,1.5,-3,-1,,\nK-2005,C-1001,2023-01-04,,open,,,,,,\n"
            ),
        );
    let firm = home.with("map.toml", "date_format = '%Y-%m-%d'\nwindow = ['2023-01-03', '2023-12-31']").read();
    assert_eq!(
        problems(&firm.files[0]),
        [
            (Reason::Unreadable, Some("left"), 1, vec![7]),
            (Reason::DuplicateCustomer, Some("customer"), 1, vec![5]),
            (Reason::LeftBeforeSince, Some("left"), 1, vec![6]),
        ]
    );
    assert_eq!(
        problems(&firm.files[1]),
        [
            (Reason::Missing, Some("customer"), 1, vec![6]),
            (Reason::Unreadable, Some("date"), 1, vec![7]),
            (Reason::Unreadable, Some("margin"), 1, vec![8]),
            (Reason::UnknownCustomer, Some("customer"), 1, vec![5]),
        ]
    );
    assert_eq!((firm.files[1].kept, firm.files[1].outside_window), (4, 1));
    assert_eq!(
        problems(&firm.files[2]),
        [(Reason::Unreadable, Some("noticed"), 1, vec![5]), (Reason::OtherSeverity, Some("severity"), 1, vec![5])]
    );
    assert_eq!(
        problems(&firm.files[3]),
        [
            (Reason::Unreadable, Some("closed"), 1, vec![7]),
            (Reason::Unreadable, Some("contacts"), 1, vec![6]),
            (Reason::Negative, Some("compensation"), 1, vec![6]),
            (Reason::Negative, Some("minutes"), 1, vec![6]),
            (Reason::DuplicateCase, Some("case"), 1, vec![4]),
            (Reason::ClosedBeforeOpened, Some("closed"), 1, vec![5]),
            (Reason::AnsweredBeforeOpened, Some("first_answer"), 1, vec![6]),
        ]
    );
    // Closed on the day on which it was opened, at an unknown time.
    assert_eq!(firm.log.complaints.closed[2], Some(firm.log.complaints.opened[2]));
    assert!(firm.files[3].problems.iter().any(|problem| problem.effect == Effect::ValueDropped));
    let home = Home::full().with("customers.csv", format!("{CUSTOMERS}C-1001,gold,,\n"));
    let refused = Request { on_problem: Some(Policy::Refuse), ..home.request() };
    let wrong = read_log(&refused, &mut |_| {}).expect_err("it is refused");
    assert!(
        home.said(&wrong[0])
            .starts_with("D001: `customers.csv`: 1 row (5) with a customer of an earlier row in column `customer`")
    );
    assert_eq!(wrong.len(), 1);
}

#[test]
fn columns_are_mapped_or_found_and_errors_come_together() {
    let home = Home::new()
        .with("customers.csv", "Nr;Gruppe\n1;a\n2;b\n")
        .with("complaints.csv", "Nr;Eingang;Grund;Kunde\n1;2023-01-05;spät;x\n")
        .with(
            "map.toml",
            "[customers]\ncustomer = 'nr'\nsegment = 'Gruppe'\n[complaints]\ncustomer = 'Nr'\nopened = 'Eingang'\nkind = 'Grund'\n\
             [severity]\n'spät' = 'major'\n[loss]\n'spät' = 40.0\n",
        );
    let firm = home.read();
    assert_eq!(
        (&firm.log.severities[0], firm.loss[0], firm.severity_from[0]),
        (&"major".into(), Some(40.0), SeverityFrom::Map)
    );
    assert!(firm.files[1].columns[0].is_mapped && firm.files[1].unused == ["Kunde"]);
    let wrong = home.with("map.toml", "[customers]\ncustomer = 'Nummer'\n[complaints]\nopened = 'Eingnag'\n").refused();
    assert!(
        wrong[0].contains("`customers.csv` has no column `Nummer`, which the map names as `customer`"),
        "{wrong:?}"
    );
    assert!(wrong[1].ends_with("did you mean `Eingang`?") && wrong.len() == 2, "{wrong:?}");
    let wrong = Home::new()
        .with("customers.csv", "customer id,client\n1,2\n")
        .with("complaints.csv", "customer,openned at\n1,2023-01-05\n")
        .refused();
    assert!(wrong[0].contains("2 columns that may be `customer`: `customer id`, `client`"), "{wrong:?}");
    assert!(
        wrong[1].contains("has no column `opened`: the file has `customer`, `openned at`; the nearest is `openned at`"),
        "{wrong:?}"
    );
    let wrong = Home::new().with("map.toml", "[loss]\nlaet = 4\n").refused();
    assert!(wrong[0].contains("the kind `laet`, which no failure or complaint has; did you mean `late`?"), "{wrong:?}");
}

#[test]
fn margins_come_from_amounts_with_a_share_alone() {
    let home = Home::new().with("purchases.csv", "customer,date,amount\nC-1001,2023-01-02,100\nC-1001,2023-01-02,-5\n");
    let plain = home.read();
    assert!(plain.log.purchases.expect("they are known").margin.is_empty() && plain.margin_share.is_none());
    assert_eq!(problems(&plain.files[1]), [(Reason::Negative, Some("amount"), 1, vec![3])]);
    let firm = home.with("map.toml", "margin_share = 0.4\ncurrency = 'EUR'\n").read();
    assert_eq!((firm.margin_share, firm.currency.as_deref()), (Some(0.4), Some("EUR")));
    assert_eq!(firm.log.purchases.expect("they are known").margin, [Some(40.0)]);
}

#[test]
fn no_message_shows_data_where_headings_are_missing() {
    let home = Home::new()
        .with("customers.csv", "C-1001,gold\nC-1002,silver\n")
        .with("complaints.csv", "anna@example.org,x\n1,2\n");
    let wrong = home.refused();
    assert!(wrong.iter().all(|said| !said.contains("anna")) && wrong[0].contains("column 1"), "{wrong:?}");
    let home = Home::new().with("complaints.csv", COMPLAINTS.replace("C-1", "D-1"));
    assert!(
        home.refused()[0]
            .contains("no row of `complaints.csv` can be used: 2 rows (2 and 3) with a customer who is not among")
    );
}

#[test]
fn what_is_no_table_is_refused() {
    let said = |content: &[u8]| Home::new().with("complaints.csv", content).refused()[0].clone();
    assert!(said(b"").contains("is empty"));
    assert!(said(b"customer,opened\n").contains("no rows below its headings"));
    assert!(said(b"customer,opened\nC-1001,soon\n").contains("no value is a date"));
    assert!(said(b"PK\x03\x04rubbish").contains("no workbook of Excel"));
    assert!(said(b"PAR1rubbish").contains("no Parquet file"));
    assert!(said(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").contains("old Excel"));
    assert!(said(&[b','; 20_000]).contains("20001 columns"));
    let home = Home::new();
    let request = |path: PathBuf| Request { complaints: path, ..home.request() };
    for (path, reason) in [
        (home.path("nothing"), "there is no such file"),
        (home.0.path().to_path_buf(), "it is a directory"),
        (PathBuf::from("/dev/zero"), "it is a device"),
    ] {
        let wrong = read_log(&request(path), &mut |_| {}).expect_err("it is refused");
        assert!(wrong[0].message.contains(reason), "{wrong:?}");
    }
    if cfg!(unix) {
        let pipe = home.path("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
        let wrong = read_log(&request(pipe), &mut |_| {}).expect_err("it is refused");
        assert!(wrong[0].message.contains("it is a pipe"), "{wrong:?}");
    }
    let stopped = Request { stop: Stop(|| true), ..home.request() };
    assert!(read_log(&stopped, &mut |_| {}).expect_err("it stops")[0].message.contains("a stop was requested"));
}

#[test]
fn progress_is_told() {
    let mut stages = Vec::new();
    read_log(&Home::full().request(), &mut |stage| stages.push(stage)).expect("it is sound");
    assert_eq!(stages[1], Stage { table: "customers", rows: 3, of: 3 });
    assert_eq!(stages.last(), Some(&Stage { table: "complaints", rows: 2, of: 2 }));
}

/// Writes the complaints into a workbook: the second sheet of two.
fn workbook(path: &Path) {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("notes").expect("it is a name").write(0, 0, "nothing").expect("it fits");
    let sheet = book.add_worksheet().set_name("cases").expect("it is a name");
    let format = CellFormat::new().set_num_format("yyyy-mm-dd hh:mm");
    for (column, heading) in ["customer", "opened", "closed", "resolved", "minutes", "kind"].into_iter().enumerate() {
        sheet.write(2, column as u16, heading).expect("it fits");
    }
    sheet.write(3, 0, 1001).expect("it fits");
    let opened = ExcelDateTime::from_ymd(2023, 1, 3).and_then(|day| day.and_hms(10, 30, 0)).expect("it exists");
    sheet.write_with_format(3, 1, &opened, &format).expect("it fits");
    // A serial number without the format of a date.
    sheet.write(3, 2, 44_930.5).expect("it fits");
    sheet.write(3, 3, true).expect("it fits");
    sheet.write(3, 4, 35.5).expect("it fits");
    sheet.write(3, 5, "late").expect("it fits");
    sheet.write(5, 0, "1002").expect("it fits");
    sheet.write(5, 1, "2023-01-09 11:00").expect("it fits");
    book.save(path).expect("it can be written");
}

#[test]
fn workbooks_are_read() {
    let home =
        Home::new().with("customers.csv", "customer\n1001\n1002\n").with("map.toml", "[complaints]\nsheet = 'cases'\n");
    workbook(&home.path("complaints.csv"));
    let firm = home.read();
    let cases = &firm.log.complaints;
    assert_eq!((cases.opened[0], cases.closed[0]), (630, Some(MINUTES_PER_DAY + 720)));
    assert_eq!((cases.resolved[0], cases.minutes[0], cases.kind[0]), (Some(true), Some(35.5), Some(0)));
    assert_eq!((cases.opened[1], cases.closed[1], cases.kind[1]), (6 * MINUTES_PER_DAY + 660, None, None));
    let file = &firm.files[1];
    assert_eq!((file.format, file.sheet.as_deref(), file.rows), (Format::Xlsx, Some("cases"), 2));
    let home = home.with("map.toml", "[complaints]\nsheet = 'case'\n");
    assert!(home.refused()[0].contains("no such sheet; there is `notes`, `cases`"), "{:?}", home.refused());
    // Any byte may be wrong; whatever it says, it ends with an answer.
    let whole = fs::read(home.path("complaints.csv")).expect("it is there");
    let home = home.with("map.toml", "[complaints]\nsheet = 'cases'\n");
    for at in (0..whole.len()).step_by(23) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        fs::write(home.path("complaints.csv"), damaged).expect("it can be written");
        let _ = read_log(&home.request(), &mut |_| {});
    }
}

/// The complaints as a Parquet file.
fn parquet() -> Vec<u8> {
    let minutes = |texts: [i64; 2]| texts.map(|minute| minute * 60_000_000).to_vec();
    let opened = ArrowDataType::Timestamp(TimeUnit::Microsecond, None);
    let day = i64::from(date("2023-01-03").days()) * 1440;
    let columns: Vec<(&str, Box<dyn Array>)> = vec![
        ("customer", Int64Array::from_slice([1001, 1002]).boxed()),
        ("opened", PrimitiveArray::new(opened, minutes([day + 600, day + 1500]).into(), None).boxed()),
        ("closed", PrimitiveArray::new(ArrowDataType::Date32, vec![19_361, 19_362].into(), None).boxed()),
        ("minutes", Float64Array::from([Some(35.5), None]).boxed()),
        ("kind", Utf8ViewArray::from_slice([Some("late"), None]).boxed()),
    ];
    let fields = columns.iter().map(|(name, array)| Field::new((*name).into(), array.dtype().clone(), true));
    let schema: ArrowSchema = fields.map(|field| (field.name.clone(), field)).collect();
    let options = WriteOptions {
        statistics: StatisticsOptions::empty(),
        version: Version::V1,
        compression: CompressionOptions::Snappy,
        data_page_size: None,
    };
    let arrays: Vec<Box<dyn Array>> = columns.into_iter().map(|(_, array)| array).collect();
    let batch = RecordBatchT::new(2, Arc::new(schema.clone()), arrays);
    let encodings = vec![vec![ParquetEncoding::Plain]; schema.len()];
    let groups = RowGroupIterator::try_new([Ok(batch)].into_iter(), &schema, options, encodings.into());
    let mut bytes = Vec::new();
    let mut writer = FileWriter::try_new(&mut bytes, schema, options).expect("it is a schema");
    for group in groups.expect("it is a schema") {
        writer.write(2, group.expect("it is a group")).expect("it is in memory");
    }
    writer.end(None).expect("it is in memory");
    bytes
}

#[test]
fn parquet_files_are_read() {
    let whole = parquet();
    let home = Home::new().with("customers.csv", "customer\n1001\n1002\n").with("complaints.csv", &whole);
    let firm = home.read();
    let cases = &firm.log.complaints;
    assert_eq!((&cases.opened[..], firm.files[1].format), (&[600, MINUTES_PER_DAY + 60][..], Format::Parquet));
    assert_eq!((cases.minutes[0], cases.minutes[1], cases.kind[1]), (Some(35.5), None, None));
    assert_eq!((cases.closed[0], cases.closed[1]), (Some(MINUTES_PER_DAY), Some(2 * MINUTES_PER_DAY)));
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        fs::write(home.path("complaints.csv"), damaged).expect("it can be written");
        let _ = read_log(&home.request(), &mut |_| {});
    }
}

#[test]
fn kano_surveys_are_read_long_and_wide() {
    let home = Home::new()
        .with(
            "long.csv",
            "respondent,item,functional,dysfunctional\na,wifi,I like it that way,5\nb,wifi,2,No me gusta\na,late check-out,喜欢,无所谓\n\
             a,wifi,1,1\nb,late check-out,8,3\n",
        )
        .with("wide.csv", "id;wifi: functional;wifi: dysfunctional;late check-out (funcional);late check-out (disfuncional)\na;1;5;1;3\nb;2;5;x;3\n")
        .with("half.csv", "wifi: functional;wifi: dysfunctional;pool: functional\n1;5;1\n");
    let read = |name: &str| read_kano(&home.path(name), None, Stop::NEVER);
    let (long, wide) = (read("long.csv").expect("it is sound"), read("wide.csv").expect("it is sound"));
    for kano in [&long, &wide] {
        let [wifi, late] = &kano.items[..] else { panic!("{kano:?}") };
        assert_eq!((wifi.name.as_str(), late.name.as_str()), ("wifi", "late check-out"));
        assert_eq!(wifi.functional, [Some(Answer::Like), Some(Answer::MustBe)]);
        assert_eq!(wifi.dysfunctional, [Some(Answer::Dislike), Some(Answer::Dislike)]);
        assert_eq!(late.functional, [Some(Answer::Like), None]);
        assert_eq!(late.dysfunctional, [Some(Answer::Neutral), Some(Answer::Neutral)]);
    }
    assert_eq!(
        problems(&long.file),
        [(Reason::Unreadable, Some("functional"), 1, vec![6]), (Reason::DuplicateAnswer, Some("item"), 1, vec![5])]
    );
    assert_eq!(problems(&wide.file), [(Reason::Unreadable, Some("functional"), 1, vec![3])]);
    let many: String = (0..502).map(|item| format!("a,item {item},1,5\n")).collect();
    let home = home.with("many.csv", format!("respondent,item,functional,dysfunctional\n{many}"));
    assert!(
        home.said(&read_kano(&home.path("many.csv"), None, Stop::NEVER).expect_err("it is large")[0])
            .contains("500 items")
    );
    let read = |name: &str| read_kano(&home.path(name), None, Stop::NEVER);
    assert!(home.said(&read("half.csv").expect_err("it is half")[0]).contains("no column `pool: dysfunctional`"));
    assert!(home.said(&read("customers.csv").expect_err("it is none")[0]).contains("neither a column `item`"));
}

#[test]
fn servqual_surveys_are_read_long_and_wide() {
    let home = Home::new()
        .with(
            "long.csv",
            "respondent,item,dimension,expectation,minimum,perception,weight\n1,on time,reliability,6,4,5,30\n1,kind,empathy,7,,6.5,20\n\
             2,on time,reliability,7,5,9,40\n",
        )
        .with("wide.csv", "reliability: on time: E;reliability: on time: P;empathy: kind: E;empathy: kind: P\n6;5;7;6,5\n7;9;;\n")
        .with("map.toml", "scale = [1, 7]\n[weight]\nreliability = 3\nempathy = 1\n");
    let read = |name: &str, map: Option<&Path>| read_servqual(&home.path(name), map, Stop::NEVER).expect("it is sound");
    let long = read("long.csv", None);
    let survey = &long.survey;
    assert_eq!(
        (&survey.dimensions[..], &survey.weights[..]),
        (&["reliability".to_string(), "empathy".into()][..], &[35.0, 20.0][..])
    );
    assert_eq!(
        (&survey.items[0].expectation[..], &survey.items[1].perception[..]),
        (&[Some(6.0), Some(7.0)][..], &[Some(6.5), None][..])
    );
    assert_eq!((&survey.items[0].minimum[..], survey.items[1].minimum.len()), (&[Some(4.0), Some(5.0)][..], 0));
    assert_eq!((long.scale, long.scale_is_stated), ((1.0, 9.0), false));
    let wide = read("wide.csv", None).survey;
    assert_eq!((wide.items[0].perception.clone(), wide.weights.len()), (survey.items[0].perception.clone(), 0));
    assert_eq!((&wide.dimensions, &wide.items[1].perception), (&survey.dimensions, &survey.items[1].perception));
    let mapped = read("long.csv", Some(&home.path("map.toml")));
    assert_eq!((mapped.scale, &mapped.survey.weights[..]), ((1.0, 7.0), &[3.0, 1.0][..]));
    assert_eq!(problems(&mapped.file), [(Reason::Unreadable, Some("perception"), 1, vec![4])]);
    assert_eq!(mapped.survey.items[0].perception, [Some(5.0), None]);
}
