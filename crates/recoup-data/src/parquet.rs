//! Parquet files, one row group and one column at a time.
//!
//! The library checks little of what it reads: a damaged file may end it in a panic, or make it ask for more memory than there is.
//! Call what reads a file within [`without_panic`].

use std::io::Cursor;

use polars_arrow::array::{Array, BooleanArray, PrimitiveArray, Utf8ViewArray};
use polars_arrow::compute::concatenate::concatenate;
use polars_arrow::datatypes::{ArrowDataType, Field, TimeUnit};
use polars_arrow::types::NativeType;
use polars_buffer::Buffer;
use polars_parquet::parquet::encoding::{Encoding, uleb128};
use polars_parquet::parquet::page::{DataPage, split_buffer};
use polars_parquet::read::{
    BasicDecompressor, ColumnChunkMetadata, FileMetadata, PageReader, RowGroupMetadata, column_iter_to_arrays,
    infer_schema, read_metadata,
};
use recoup_fit::log::{Day, MINUTES_PER_DAY};

use crate::panic::without_panic;
use crate::source::{Content, Unusable, Visit};

/// Most bytes of a page, once unpacked.
const PAGE_BYTES: usize = 256 * 1024 * 1024;

/// Most rows of a file.
const MOST_ROWS: usize = 1 << 30;

/// Most rows of a row group that is read into memory for [`Table`].
const GROUP_ROWS: usize = 1 << 24;

/// Most bytes of a file that is a table of a firm.
pub(crate) const MOST_BYTES: u64 = 4 << 30;

/// What a damaged file is.
pub const DAMAGED: &str = "it is no Parquet file, or a damaged one";

fn damaged() -> String {
    DAMAGED.to_string()
}

/// A Parquet file in memory.
pub struct Parquet {
    bytes: Buffer<u8>,
    metadata: FileMetadata,
    fields: Vec<Field>,
}

impl Parquet {
    /// Reads the head of a file.
    ///
    /// # Errors
    /// It is damaged, or has too many rows.
    pub fn open(bytes: Vec<u8>) -> Result<Parquet, String> {
        let metadata = read_metadata(&mut Cursor::new(&bytes)).map_err(|_| damaged())?;
        let schema = infer_schema(&metadata).map_err(|_| damaged())?;
        if metadata.num_rows > MOST_ROWS {
            return Err(format!("it has {} rows, and may have {MOST_ROWS}", metadata.num_rows));
        }
        let fields = schema.iter_values().cloned().collect();
        Ok(Parquet { bytes: Buffer::from_vec(bytes), metadata, fields })
    }

    /// Its columns.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Its row groups.
    pub fn groups(&self) -> &[RowGroupMetadata] {
        &self.metadata.row_groups
    }

    /// The values of a column in a row group, as `field` wants them.
    ///
    /// # Errors
    /// The column is damaged; `None` if it is nested.
    pub fn column(&self, group: &RowGroupMetadata, field: &Field) -> Result<Option<Vec<Box<dyn Array>>>, String> {
        let mut chunks = group.parquet_columns().iter().filter(|chunk| {
            let path = &chunk.descriptor().path_in_schema;
            path.first().is_some_and(|name| *name == field.name)
        });
        // A nested column has several.
        let (Some(chunk), None) = (chunks.next(), chunks.next()) else { return Ok(None) };
        let part = self.chunk(chunk, group.num_rows())?;
        let pages = || PageReader::new(Cursor::new(part.clone()), chunk, Vec::new(), PAGE_BYTES);
        check_pages(BasicDecompressor::new(pages(), Vec::new()), group.num_rows())?;
        let types = vec![&chunk.descriptor().descriptor.primitive_type];
        let pages = vec![BasicDecompressor::new(pages(), Vec::new())];
        let (arrays, _) = column_iter_to_arrays(pages, types, field.clone(), None).map_err(|_| damaged())?;
        Ok(Some(arrays))
    }

    /// The bytes of a column in a row group.
    fn chunk(&self, chunk: &ColumnChunkMetadata, rows: usize) -> Result<Buffer<u8>, String> {
        let range = chunk.byte_range();
        if range.start > range.end || range.end > self.bytes.len() as u64 {
            return Err(damaged());
        }
        if usize::try_from(chunk.num_values()) != Ok(rows) {
            return Err(damaged());
        }
        Ok(self.bytes.clone().sliced(range.start as usize..range.end as usize))
    }
}

/// Checks what the pages of a column say of their sizes. The library reserves memory for so many values, and an allocation that
/// fails ends the process: no panic that could be caught.
fn check_pages(mut pages: BasicDecompressor, rows: usize) -> Result<(), String> {
    let dictionary = pages.read_dict_page().map_err(|_| damaged())?;
    if dictionary.is_some_and(|page| page.num_values > page.buffer.len()) {
        return Err(damaged());
    }
    let mut left = rows;
    while let Some(item) = pages.next() {
        let item = item.map_err(|_| damaged())?;
        // A negative count is a huge one here.
        left = left.checked_sub(item.num_values()).ok_or_else(damaged)?;
        if item.page().uncompressed_size() > PAGE_BYTES {
            return Err(damaged());
        }
        let page = item.decompress(&mut pages).map_err(|_| damaged())?;
        if page.encoding() == Encoding::DeltaBinaryPacked && !has_sane_deltas(&page) {
            return Err(damaged());
        }
        pages.reuse_page_buffer(page);
    }
    if left == 0 { Ok(()) } else { Err(damaged()) }
}

/// Whether a page of differences holds no more values than it says, in blocks of a size that writers use.
fn has_sane_deltas(page: &DataPage) -> bool {
    /// Values of a block; 128 are usual.
    const MOST: u64 = 1 << 16;
    let Ok(parts) = split_buffer(page) else { return false };
    let mut rest = parts.values;
    let mut next = || {
        let (number, read) = uleb128::decode(rest);
        rest = rest.get(read..).filter(|_| read > 0)?;
        Some(number)
    };
    let (Some(block), Some(parts), Some(values)) = (next(), next(), next()) else { return false };
    (1..=MOST).contains(&block) && (1..=block).contains(&parts) && values <= page.num_values() as u64
}

/// The values of a column in a row group.
pub(crate) enum Values {
    Text(Utf8ViewArray),
    Integer(Vec<Option<i64>>),
    Number(Vec<Option<f64>>),
    YesNo(Vec<Option<bool>>),
    /// Days from 1970, and the minute of the day if the type has times.
    Moment(Vec<Option<(Day, Option<u16>)>>),
}

/// A Parquet file as a table.
pub(crate) struct Table {
    file: Parquet,
    pub(crate) headings: Vec<String>,
}

impl Table {
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Table, Unusable> {
        let file =
            without_panic(|| Parquet::open(bytes)).unwrap_or_else(|| Err(damaged())).map_err(Unusable::Content)?;
        let headings = file.fields.iter().map(|field| field.name.to_string()).collect();
        Ok(Table { file, headings })
    }

    /// Calls `visit` for every row.
    pub(crate) fn each(&self, wanted: &[usize], visit: Visit<'_>) -> Result<(), Unusable> {
        let read = || {
            let mut number = 0;
            for group in self.file.groups() {
                if group.num_rows() > GROUP_ROWS {
                    return Err(format!("a row group has {} rows, and may have {GROUP_ROWS}", group.num_rows()));
                }
                let read = |column: &usize| self.values(group, &self.file.fields[*column]);
                let columns = wanted.iter().map(read).collect::<Result<Vec<Values>, String>>()?;
                for at in 0..group.num_rows() {
                    number += 1;
                    visit(number, false, Content::Arrays(&columns, at));
                }
            }
            Ok(())
        };
        without_panic(read).unwrap_or_else(|| Err(damaged())).map_err(Unusable::Content)
    }

    fn values(&self, group: &RowGroupMetadata, field: &Field) -> Result<Values, String> {
        let field = Field { dtype: wanted_type(&field.dtype), ..field.clone() };
        let refused = || format!("column `{}` is of a type that cannot be read here: write it as text", field.name);
        let arrays = self.file.column(group, &field)?.ok_or_else(refused)?;
        let parts: Vec<&dyn Array> = arrays.iter().map(|array| array.as_ref()).collect();
        let array = match &parts[..] {
            [only] => only.to_boxed(),
            parts => concatenate(parts).map_err(|_| damaged())?,
        };
        if array.len() != group.num_rows() {
            return Err(damaged());
        }
        of_array(array.as_ref()).ok_or_else(refused)
    }
}

/// Texts as views, also those of a dictionary, and without the names of other systems' types.
fn wanted_type(dtype: &ArrowDataType) -> ArrowDataType {
    match dtype {
        ArrowDataType::Utf8 | ArrowDataType::LargeUtf8 | ArrowDataType::BinaryView => ArrowDataType::Utf8View,
        ArrowDataType::Binary | ArrowDataType::LargeBinary => ArrowDataType::Utf8View,
        ArrowDataType::Dictionary(_, values, _) => wanted_type(values),
        other => other.clone(),
    }
}

fn of_array(array: &dyn Array) -> Option<Values> {
    Some(match array.dtype() {
        ArrowDataType::Utf8View => Values::Text(array.as_any().downcast_ref::<Utf8ViewArray>()?.clone()),
        ArrowDataType::Boolean => Values::YesNo(array.as_any().downcast_ref::<BooleanArray>()?.iter().collect()),
        ArrowDataType::Int8 => integers::<i8>(array)?,
        ArrowDataType::Int16 => integers::<i16>(array)?,
        ArrowDataType::Int32 => integers::<i32>(array)?,
        ArrowDataType::Int64 => integers::<i64>(array)?,
        ArrowDataType::UInt8 => integers::<u8>(array)?,
        ArrowDataType::UInt16 => integers::<u16>(array)?,
        ArrowDataType::UInt32 => integers::<u32>(array)?,
        ArrowDataType::UInt64 => integers::<u64>(array)?,
        ArrowDataType::Float32 => Values::Number(each::<f32, _>(array, |x| Some(f64::from(x)))?),
        ArrowDataType::Float64 => Values::Number(each::<f64, _>(array, Some)?),
        ArrowDataType::Decimal(_, places) => {
            let unit = (0..*places).fold(1.0, |unit, _| unit * 10.0);
            Values::Number(each::<i128, _>(array, |x| Some(x as f64 / unit))?)
        }
        ArrowDataType::Date32 => Values::Moment(each::<i32, _>(array, |day| Some((day, None)))?),
        ArrowDataType::Timestamp(unit, _) => {
            let minute = match unit {
                TimeUnit::Second => 60,
                TimeUnit::Millisecond => 60_000,
                TimeUnit::Microsecond => 60_000_000,
                TimeUnit::Nanosecond => 60_000_000_000,
            };
            Values::Moment(each::<i64, _>(array, |time| moment(time.div_euclid(minute)))?)
        }
        _ => return None,
    })
}

/// The day and minute of the day of so many minutes from 1970.
fn moment(minutes: i64) -> Option<(Day, Option<u16>)> {
    let day = i64::from(MINUTES_PER_DAY);
    Some((Day::try_from(minutes.div_euclid(day)).ok()?, Some(minutes.rem_euclid(day) as u16)))
}

fn each<T: NativeType, V>(array: &dyn Array, value: impl Fn(T) -> Option<V>) -> Option<Vec<Option<V>>> {
    let array = array.as_any().downcast_ref::<PrimitiveArray<T>>()?;
    Some(array.iter().map(|x| x.and_then(|x| value(*x))).collect())
}

/// Whole numbers; `None` if one is too large.
fn integers<T: NativeType + TryInto<i64>>(array: &dyn Array) -> Option<Values> {
    let array = array.as_any().downcast_ref::<PrimitiveArray<T>>()?;
    let number = |x: Option<&T>| x.map_or(Some(None), |x| (*x).try_into().ok().map(Some));
    Some(Values::Integer(array.iter().map(number).collect::<Option<Vec<Option<i64>>>>()?))
}
