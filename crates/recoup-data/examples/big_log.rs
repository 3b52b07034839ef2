//! Writes a log with N purchases (10 million without an argument), reads it, and prints time and peak memory.
//!
//! `cargo run -p recoup-data --example big_log -- 10000000`

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use recoup_data::firm::{Request, read_log};

/// The next number of a fixed sequence.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

fn write(folder: &Path, purchases: u64) -> io::Result<()> {
    let open = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let customers = (purchases / 10).max(1);
    let mut state = 1;
    let mut day = || {
        let day = next(&mut state) % 1096;
        format!("{:02}/{:02}/{}", day % 28 + 1, day / 28 % 12 + 1, 2022 + day / 336 % 3)
    };
    let mut file = open("customers.csv")?;
    writeln!(file, "customer;segment;since")?;
    for customer in 0..customers {
        writeln!(file, "C{customer:08};segment {};{}", customer % 5, day())?;
    }
    file.flush()?;
    let mut file = open("purchases.csv")?;
    writeln!(file, "order;customer;date;margin;note")?;
    for purchase in 0..purchases {
        let margin = purchase % 9_000;
        writeln!(
            file,
            "{purchase};C{:08};{};{},{:02};\"room; late\"",
            purchase * 7 % customers,
            day(),
            margin,
            purchase % 100
        )?;
    }
    file.flush()?;
    let mut file = open("complaints.csv")?;
    writeln!(file, "case;customer;opened;resolved;kind")?;
    for case in 0..purchases / 100 {
        writeln!(file, "{case};C{:08};{} 10:30;yes;kind {}", case * 11 % customers, day(), case % 7)?;
    }
    file.flush()
}

/// Peak memory of this process in MiB, where the system tells it.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? / 1024)
}

fn main() -> io::Result<()> {
    let purchases = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(10_000_000);
    let home = tempfile::tempdir()?;
    write(home.path(), purchases)?;
    let path = |name: &str| home.path().join(name);
    let mebibytes = std::fs::metadata(path("purchases.csv"))?.len() >> 20;
    println!("{purchases} purchases, {mebibytes} MiB; before reading {:?} MiB", peak());
    let start = Instant::now();
    let request = Request {
        purchases: Some(path("purchases.csv")),
        ..Request::new(path("customers.csv"), path("complaints.csv"))
    };
    let firm = read_log(&request, &mut |_| {}).map_err(|wrong| io::Error::other(format!("{wrong:?}")))?;
    println!("{:.1} s, peak {:?} MiB", start.elapsed().as_secs_f64(), peak());
    for file in &firm.files {
        println!("{}: {} of {} rows, {} problems", file.table, file.kept, file.rows, file.problems.len());
    }
    Ok(())
}
