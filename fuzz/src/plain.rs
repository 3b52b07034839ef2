//! A target as a plain loop: mutations of its corpus for some seconds, by a seed that it prints.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// Runs `target` for the seconds of the first argument, by the seed of the second.
///
/// # Panics
/// The target does; the input stands in `fuzz/artifacts`.
pub fn run(name: &str, target: impl Fn(&[u8])) {
    let argument = |i: usize| env::args().nth(i).and_then(|text| text.parse::<u64>().ok());
    let (seconds, seed) = (argument(1).unwrap_or(10), argument(2).unwrap_or(1));
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = fs::read_dir(home.join("corpus").join(name)).expect("a corpus").flatten();
    let mut corpus: Vec<Vec<u8>> = corpus.map(|entry| fs::read(entry.path()).expect("an input")).collect();
    // In an order that the file system does not choose.
    corpus.sort();
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (begin, mut count) = (Instant::now(), 0_u64);
    while begin.elapsed() < Duration::from_secs(seconds) {
        let input =
            if (count as usize) < corpus.len() { corpus[count as usize].clone() } else { random.mutated(&corpus) };
        if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
            let folder = home.join("artifacts").join(name);
            fs::create_dir_all(&folder).expect("a folder");
            let path = folder.join(format!("seed-{seed}-input-{count}"));
            fs::write(&path, &input).expect("written");
            eprintln!("{name}: input {count} of seed {seed} fails: {}", path.display());
            std::process::exit(1);
        }
        count += 1;
    }
    println!("{name}: {count} inputs of seed {seed} in {seconds} s");
}

/// Xorshift: any sequence does that can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    /// Some input of the corpus with a few changes.
    fn mutated(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut input = corpus[self.below(corpus.len())].clone();
        for _ in 0..1 + self.below(6) {
            let at = self.below(input.len() + 1);
            let end = (at + 1 + self.below(16)).min(input.len());
            match self.below(9) {
                0 if at < input.len() => input[at] = self.below(256) as u8,
                1 if at < input.len() => input[at] ^= 1 << self.below(8),
                2 if at < end => drop(input.drain(at..end)),
                3 => input.insert(at, self.below(256) as u8),
                4 if at < end => {
                    let piece = input[at..end].to_vec();
                    let to = self.below(input.len());
                    input.splice(to..to, piece);
                }
                5 => input.truncate(at),
                6 => {
                    let other = &corpus[self.below(corpus.len())];
                    let from = self.below(other.len());
                    let piece = other[from..(from + self.below(200)).min(other.len())].to_vec();
                    input.splice(at..at, piece);
                }
                7 => {
                    let word = WORDS[self.below(WORDS.len())];
                    input.splice(at..end.min(at + word.len()).max(at), word.iter().copied());
                }
                // A digit for a digit: numbers stay numbers, and become others.
                _ => {
                    if let Some(digit) = (at..input.len()).find(|&i| input[i].is_ascii_digit()) {
                        input[digit] = b'0' + self.below(10) as u8;
                    }
                }
            }
        }
        input
    }
}

/// Pieces that trip readers.
const WORDS: &[&[u8]] = &[
    b"-1",
    b"1e300",
    b"nan",
    b"18446744073709551615",
    b"9223372036854775807",
    b"[]",
    b"{}",
    b"null",
    b"\"\"",
    b"../",
    b"\0\0\0\0\0\0\0\x80",
    b"\xff\xff\xff\xff\xff\xff\xff\xff",
    b"\xe2\x80\xae",
    b"\x1b[31m",
    b"\n\n",
    b";=1+1;",
    b"extends = \"preset:tarp-major\"\n",
    b"[[strategy]]\nname = \"x\"\n",
];
