//! The encoding of a text file: recognised or named, decoded block by block.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use encoding_rs::{Decoder, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::Serialize;

/// Bytes that are read at a time.
const BLOCK: usize = 1 << 16;

/// Most bytes of lines with other than ASCII that decide between GBK and Windows-1252.
const SAMPLE: usize = 1 << 18;

/// Most bytes of a row.
const ROW_BYTES: usize = 16 << 20;

/// The encoding of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// UTF-16, the low byte first.
    #[serde(rename = "UTF-16LE")]
    Utf16Le,
    /// UTF-16, the high byte first.
    #[serde(rename = "UTF-16BE")]
    Utf16Be,
    /// GBK; GB2312 is a part of it.
    #[serde(rename = "GBK")]
    Gbk,
    /// Windows-1252; ISO 8859-1 without control characters is a part of it.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// Names that [`named`](Encoding::named) knows.
    pub const NAMES: &str = "utf-8, utf-16, utf-16be, gbk, gb2312, gb18030, windows-1252 and latin1";

    /// The encoding of that name.
    pub fn named(name: &str) -> Option<Encoding> {
        let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        match name.as_str() {
            "utf8" => Some(Encoding::Utf8),
            "utf16" | "utf16le" => Some(Encoding::Utf16Le),
            "utf16be" => Some(Encoding::Utf16Be),
            "gbk" | "gb2312" | "gb18030" | "cp936" => Some(Encoding::Gbk),
            "windows1252" | "cp1252" | "latin1" | "iso88591" => Some(Encoding::Windows1252),
            _ => None,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Gbk => "GBK",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    fn decoder(self) -> Decoder {
        // Each takes away a byte order mark, and follows it.
        match self {
            Encoding::Utf8 => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Gbk => GBK,
            Encoding::Windows1252 => WINDOWS_1252,
        }
        .new_decoder()
    }

    /// The encoding of a text: by its byte order mark; UTF-16 if every second byte of the beginning is 0; UTF-8 if all of it is; and
    /// otherwise GBK or Windows-1252, by [`is_gbk`].
    ///
    /// # Errors
    /// Those of reading.
    pub(crate) fn detect(mut text: impl Read) -> io::Result<Encoding> {
        let mut block = vec![0; BLOCK];
        let (mut filled, mut is_first, mut is_utf8) = (0, true, true);
        let mut sample = Vec::new();
        loop {
            let read = text.read(&mut block[filled..])?;
            let bytes = &block[..filled + read];
            if is_first {
                match bytes {
                    [0xef, 0xbb, 0xbf, ..] => return Ok(Encoding::Utf8),
                    [0xff, 0xfe, ..] => return Ok(Encoding::Utf16Le),
                    [0xfe, 0xff, ..] => return Ok(Encoding::Utf16Be),
                    _ => {}
                }
                if let Some(encoding) = utf16(bytes) {
                    return Ok(encoding);
                }
                is_first = false;
            }
            if read == 0 {
                break;
            }
            let rest = match std::str::from_utf8(bytes) {
                Ok(_) => 0,
                Err(error) if is_utf8 && error.error_len().is_none() => bytes.len() - error.valid_up_to(),
                Err(_) => {
                    is_utf8 = false;
                    0
                }
            };
            let whole = bytes.len() - rest;
            let lines = bytes[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
            for line in lines {
                sample.extend_from_slice(line);
                sample.push(b'\n');
                if sample.len() >= SAMPLE {
                    break;
                }
            }
            if !is_utf8 && sample.len() >= SAMPLE {
                break;
            }
            block.copy_within(whole..whole + rest, 0);
            filled = rest;
        }
        Ok(match (is_utf8, is_gbk(&sample)) {
            (true, _) => Encoding::Utf8,
            (false, true) => Encoding::Gbk,
            (false, false) => Encoding::Windows1252,
        })
    }
}

/// UTF-16 without a mark: at least a third of the odd, or of the even, bytes are 0.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if head.len() < 4 || (even.max(odd)) * 6 < head.len() || even.min(odd) * 4 > even.max(odd) {
        return None;
    }
    Some(if odd > even { Encoding::Utf16Le } else { Encoding::Utf16Be })
}

/// Whether lines are GBK rather than Windows-1252. Read as GBK, Chinese consists of pairs of which both bytes are 0xA1 or above (the
/// characters of GB2312, which are nearly all that people write). Letters with accents stand alone between letters of ASCII, so
/// that as GBK they are broken or pairs with an ASCII byte. GBK needs four times as many of the former.
fn is_gbk(lines: &[u8]) -> bool {
    let (mut common, mut other, mut at) = (0_u64, 0_u64, 0);
    while at < lines.len() {
        let (first, second) = (lines[at], lines.get(at + 1).copied().unwrap_or(b'\n'));
        let pair = match (first, second) {
            (..=0x7f, _) => {
                at += 1;
                continue;
            }
            (0xa1..=0xf7, 0xa1..=0xfe) => {
                common += 1;
                true
            }
            (0x81..=0xfe, 0x40..=0xfe) => {
                other += 1;
                true
            }
            _ => {
                other += 1;
                false
            }
        };
        at += if pair { 2 } else { 1 };
    }
    common > 0 && common >= 4 * other
}

/// What a reader of rows and its text tell each other.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    /// Bytes since the last row ended.
    pub(crate) row_bytes: Cell<usize>,
    /// Whether bytes belonged to no character and were replaced.
    pub(crate) has_replaced: Cell<bool>,
}

/// A text as UTF-8, its lines ended by `\n` alone, also the last one.
pub(crate) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    input: Vec<u8>,
    output: Vec<u8>,
    at: usize,
    is_over: bool,
    after_return: bool,
    last: u8,
    shared: Rc<Shared>,
}

impl<R: Read> Decoded<R> {
    pub(crate) fn new(inner: R, encoding: Encoding, shared: Rc<Shared>) -> Self {
        Decoded {
            inner,
            decoder: encoding.decoder(),
            input: vec![0; BLOCK],
            output: Vec::new(),
            at: 0,
            is_over: false,
            after_return: false,
            last: b'\n',
            shared,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let read = self.inner.read(&mut self.input)?;
        self.is_over = read == 0;
        let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(4 * BLOCK);
        self.output.resize(room, 0);
        let (_, _, written, replaced) =
            self.decoder.decode_to_utf8(&self.input[..read], &mut self.output, self.is_over);
        self.output.truncate(written);
        self.at = 0;
        if replaced {
            self.shared.has_replaced.set(true);
        }
        self.end_lines_alike();
        if let Some(last) = self.output.last() {
            self.last = *last;
        }
        if self.is_over && self.last != b'\n' {
            self.output.push(b'\n');
            self.last = b'\n';
        }
        Ok(())
    }

    /// `\r\n` and `\r` become `\n`.
    fn end_lines_alike(&mut self) {
        if !self.after_return && !self.output.contains(&b'\r') {
            return;
        }
        let mut after_return = self.after_return;
        self.output.retain_mut(|byte| {
            let is_second = after_return && *byte == b'\n';
            after_return = *byte == b'\r';
            if after_return {
                *byte = b'\n';
            }
            !is_second
        });
        self.after_return = after_return;
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.output.len() {
            if self.is_over {
                return Ok(0);
            }
            self.refill()?;
        }
        let count = into.len().min(self.output.len() - self.at);
        into[..count].copy_from_slice(&self.output[self.at..self.at + count]);
        self.at += count;
        let row_bytes = self.shared.row_bytes.get() + count;
        self.shared.row_bytes.set(row_bytes);
        if row_bytes > ROW_BYTES {
            return Err(io::Error::other(TooLong));
        }
        Ok(count)
    }
}

/// A row is longer than any is.
#[derive(Debug)]
pub(crate) struct TooLong;

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a row has more than 16 MiB: perhaps a quote is not closed")
    }
}

impl std::error::Error for TooLong {}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::rc::Rc;

    use encoding_rs::{GBK, UTF_16BE, WINDOWS_1252};

    use super::{BLOCK, Decoded, Encoding};

    fn decoded(bytes: &[u8], encoding: Encoding) -> String {
        let mut text = String::new();
        Decoded::new(bytes, encoding, Rc::default()).read_to_string(&mut text).expect("it is in memory");
        text
    }

    fn utf16(text: &str, low_first: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn encodings_are_recognised_and_decoded() {
        let chinese = "客户,日期,投诉原因\n甲,2023-01-02,房间没有准备好，等了两个小时\n";
        let spanish = "cliente;segmento\nPeña;pequeña señal, más café\nMüller;Größe 10 €\n";
        let marked = |text: &str| format!("\u{feff}{text}");
        for (bytes, encoding, text) in [
            (chinese.as_bytes().to_vec(), Encoding::Utf8, chinese),
            (marked(chinese).into_bytes(), Encoding::Utf8, chinese),
            (GBK.encode(chinese).0.to_vec(), Encoding::Gbk, chinese),
            (WINDOWS_1252.encode(spanish).0.to_vec(), Encoding::Windows1252, spanish),
            (utf16(&marked(chinese), true), Encoding::Utf16Le, chinese),
            (utf16(&marked(chinese), false), Encoding::Utf16Be, chinese),
            (utf16(spanish, true), Encoding::Utf16Le, spanish),
            (b"a,b\n1,2\n".to_vec(), Encoding::Utf8, "a,b\n1,2\n"),
            (Vec::new(), Encoding::Utf8, ""),
        ] {
            assert_eq!(Encoding::detect(&bytes[..]).expect("it is in memory"), encoding, "{text}");
            assert_eq!(decoded(&bytes, encoding), text);
        }
        assert_eq!(Encoding::named("GB-2312"), Some(Encoding::Gbk));
        assert!(Encoding::named("klingon").is_none() && UTF_16BE.name() == Encoding::Utf16Be.name());
    }

    #[test]
    fn characters_across_blocks_and_late_ones_are_seen() {
        for shift in 0..4 {
            let text = format!("{}{}\n", "x".repeat(BLOCK - shift), "é客".repeat(BLOCK));
            assert_eq!(Encoding::detect(text.as_bytes()).expect("it is in memory"), Encoding::Utf8);
            assert!(decoded(text.as_bytes(), Encoding::Utf8) == text);
        }
        let mut late = b"a,b\n".repeat(100_000);
        late.extend(b"M\xfcller,Pe\xf1a\n");
        assert_eq!(Encoding::detect(&late[..]).expect("it is in memory"), Encoding::Windows1252);
    }

    #[test]
    fn lines_end_alike() {
        assert_eq!(decoded(b"a\r\nb\rc\n\r\nd", Encoding::Utf8), "a\nb\nc\n\nd\n");
        let long = format!("{}\r\nb\r\n", "x".repeat(BLOCK - 1));
        assert_eq!(decoded(long.as_bytes(), Encoding::Utf8), long.replace('\r', ""));
    }

    #[test]
    fn a_row_without_end_is_refused() {
        let endless = std::io::repeat(b'x').take(1 << 30);
        let read = std::io::copy(&mut Decoded::new(endless, Encoding::Utf8, Rc::default()), &mut std::io::sink());
        assert!(read.expect_err("it is too long").to_string().contains("quote"));
    }
}
