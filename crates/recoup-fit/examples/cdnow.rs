//! Fits the BG/NBD model to the CDNOW sample and prints the published estimates beside it.
//!
//! The data are not part of this repository. Pass a CSV file with a heading and the columns customer, repeat purchases, week of
//! the last one, weeks observed: `cargo run -p recoup-fit --example cdnow -- FILE`.

use std::error::Error;

use recoup_fit::bgnbd::{History, fit};

fn history(line: &str) -> Result<History, Box<dyn Error>> {
    let numbers = line.split(',').map(|field| field.trim().parse()).collect::<Result<Vec<f64>, _>>()?;
    let [_, repeats, last, observed] = numbers[..] else { return Err("a line does not have four columns".into()) };
    Ok(History { repeats: repeats as u32, last, observed })
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("pass the file")?;
    let text = std::fs::read_to_string(path)?;
    let histories = text.lines().skip(1).map(history).collect::<Result<Vec<_>, _>>()?;
    let fit = fit(&histories, 52.0).ok_or("nobody bought twice")?;
    println!("{} customers", histories.len());
    println!("            r      alpha  a      b      log-likelihood");
    println!("published   0.243  4.414  0.793  2.426  -9582.4");
    println!("here        {:.3}  {:.3}  {:.3}  {:.3}  {:.1}", fit.r, fit.alpha, fit.a, fit.b, fit.log_likelihood);
    Ok(())
}
