//! Networks that are Parquet files.

use std::io::Cursor;

use polars_arrow::array::{Array, PrimitiveArray};
use polars_arrow::datatypes::{ArrowDataType, Field};
use polars_arrow::types::NativeType;
use polars_buffer::Buffer;
use polars_parquet::parquet::encoding::{Encoding, uleb128};
use polars_parquet::parquet::page::{DataPage, split_buffer};
use polars_parquet::read::{
    BasicDecompressor, FileMetadata, PageReader, column_iter_to_arrays, infer_schema, read_metadata,
};

use crate::input::edges::{Columns, ReadParquet};
use crate::output::panic::without_panic;

/// What a request needs to read them.
pub const READ_PARQUET: ReadParquet = ReadParquet(read);

/// Most bytes of a page, once unpacked.
const PAGE_BYTES: usize = 256 * 1024 * 1024;

/// Most rows of a file.
const MOST_ROWS: usize = 1 << 30;

fn read(bytes: Vec<u8>) -> Result<Columns, String> {
    // The library checks little of what it reads: a damaged file may end it in a panic.
    without_panic(|| read_columns(bytes)).unwrap_or_else(|| Err(DAMAGED.to_string()))
}

const DAMAGED: &str = "it is no Parquet file, or a damaged one";

fn read_columns(bytes: Vec<u8>) -> Result<Columns, String> {
    let metadata = read_metadata(&mut Cursor::new(&bytes)).map_err(|_| DAMAGED.to_string())?;
    let schema = infer_schema(&metadata).map_err(|_| DAMAGED.to_string())?;
    if metadata.num_rows > MOST_ROWS {
        return Err(format!("it has {} rows, and may have {MOST_ROWS}", metadata.num_rows));
    }
    let fields: Vec<&Field> = schema.iter_values().take(2).collect();
    let [first, second] = fields[..] else {
        return Err(format!("it has {} column{}", fields.len(), if fields.len() == 1 { "" } else { "s" }));
    };
    let bytes = Buffer::from_vec(bytes);
    let (a, b) = (column(&metadata, first, &bytes)?, column(&metadata, second, &bytes)?);
    if a.len() != b.len() {
        return Err(DAMAGED.to_string());
    }
    let names = [first, second].map(|field| field.name.to_string());
    Ok(Columns { names, rows: a.into_iter().zip(b).map(|(a, b)| [a, b]).collect() })
}

/// The numbers of a column.
fn column(metadata: &FileMetadata, field: &Field, bytes: &Buffer<u8>) -> Result<Vec<Option<u32>>, String> {
    let mut numbers = Vec::new();
    for group in &metadata.row_groups {
        let mut chunks = group.parquet_columns().iter().filter(|chunk| {
            let path = &chunk.descriptor().path_in_schema;
            path.first().is_some_and(|name| *name == field.name)
        });
        // A nested column has several.
        let (Some(chunk), None) = (chunks.next(), chunks.next()) else { return Err(no_number(field)) };
        let range = chunk.byte_range();
        if range.start > range.end || range.end > bytes.len() as u64 {
            return Err(DAMAGED.to_string());
        }
        let part = bytes.clone().sliced(range.start as usize..range.end as usize);
        if usize::try_from(chunk.num_values()) != Ok(group.num_rows()) {
            return Err(DAMAGED.to_string());
        }
        let pages = || PageReader::new(Cursor::new(part.clone()), chunk, Vec::new(), PAGE_BYTES);
        check_pages(BasicDecompressor::new(pages(), Vec::new()), group.num_rows())?;
        let pages = pages();
        let types = vec![&chunk.descriptor().descriptor.primitive_type];
        let pages = vec![BasicDecompressor::new(pages, Vec::new())];
        let (arrays, _) = column_iter_to_arrays(pages, types, field.clone(), None).map_err(|_| DAMAGED.to_string())?;
        for array in arrays {
            append(array.as_ref(), field, &mut numbers)?;
        }
    }
    Ok(numbers)
}

/// Checks what the pages of a column say of their sizes. The library reserves memory for so many values, and an allocation that
/// fails ends the process: no panic that could be caught.
fn check_pages(mut pages: BasicDecompressor, rows: usize) -> Result<(), String> {
    let damaged = || DAMAGED.to_string();
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

/// Appends the numbers of an array of any type of whole numbers, or of decimals.
fn append(array: &dyn Array, field: &Field, numbers: &mut Vec<Option<u32>>) -> Result<(), String> {
    match field.dtype() {
        ArrowDataType::UInt8 => extend::<u8>(array, field, 0, numbers),
        ArrowDataType::UInt16 => extend::<u16>(array, field, 0, numbers),
        ArrowDataType::UInt32 => extend::<u32>(array, field, 0, numbers),
        ArrowDataType::UInt64 => extend::<u64>(array, field, 0, numbers),
        ArrowDataType::Int8 => extend::<i8>(array, field, 0, numbers),
        ArrowDataType::Int16 => extend::<i16>(array, field, 0, numbers),
        ArrowDataType::Int32 => extend::<i32>(array, field, 0, numbers),
        ArrowDataType::Int64 => extend::<i64>(array, field, 0, numbers),
        ArrowDataType::Decimal(_, places) => extend::<i128>(array, field, *places as u32, numbers),
        _ => Err(no_number(field)),
    }
}

fn extend<T: NativeType + TryInto<i128>>(
    array: &dyn Array,
    field: &Field,
    places: u32,
    numbers: &mut Vec<Option<u32>>,
) -> Result<(), String> {
    let array = array.as_any().downcast_ref::<PrimitiveArray<T>>().ok_or_else(|| no_number(field))?;
    let unit = 10_i128.checked_pow(places).ok_or_else(|| no_number(field))?;
    for number in array.iter() {
        let number = number.copied().map(|number| number.try_into().map_err(|_| no_number(field))).transpose()?;
        if number.is_some_and(|number| number % unit != 0) {
            return Err(no_number(field));
        }
        let number = number.map(|number| number / unit);
        let refused = |number: i128| format!("column `{}` holds {number}, which numbers nobody", field.name);
        numbers.push(number.map(|number| u32::try_from(number).map_err(|_| refused(number))).transpose()?);
    }
    Ok(())
}

fn no_number(field: &Field) -> String {
    format!("column `{}` holds something else than whole numbers", field.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NETWORKS: [&[u8]; 2] = [
        include_bytes!("../../../../fuzz/corpus/edges/small-types.parquet"),
        include_bytes!("../../../../fuzz/corpus/edges/decimals.parquet"),
    ];

    #[test]
    fn any_byte_of_a_file_may_be_wrong() {
        let mut refused = 0;
        for network in NETWORKS {
            let rows = read(network.to_vec()).expect("it is a network").rows;
            assert!(!rows.is_empty());
            for at in 0..network.len() {
                for byte in 0..=u8::MAX {
                    let mut damaged = network.to_vec();
                    damaged[at] = byte;
                    // It ends, with an answer: a count below 0 would ask for 2^61 bytes, which ends the process.
                    match read(damaged) {
                        Ok(columns) => assert_eq!(columns.rows.len(), rows.len()),
                        Err(reason) => refused += usize::from(!reason.is_empty()),
                    }
                }
            }
        }
        assert!(refused > 10_000, "{refused}");
    }
}
