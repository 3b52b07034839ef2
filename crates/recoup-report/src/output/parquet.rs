//! Networks that are Parquet files.

use polars_arrow::array::{Array, PrimitiveArray};
use polars_arrow::datatypes::{ArrowDataType, Field};
use polars_arrow::types::NativeType;
use recoup_data::panic::without_panic;
use recoup_data::parquet::{DAMAGED, Parquet};

use crate::input::edges::{Columns, ReadParquet};

/// What a request needs to read them.
pub const READ_PARQUET: ReadParquet = ReadParquet(read);

fn read(bytes: Vec<u8>) -> Result<Columns, String> {
    without_panic(|| read_columns(bytes)).unwrap_or_else(|| Err(DAMAGED.to_string()))
}

fn read_columns(bytes: Vec<u8>) -> Result<Columns, String> {
    let file = Parquet::open(bytes)?;
    let fields = file.fields();
    let [first, second, ..] = fields else {
        return Err(format!("it has {} column{}", fields.len(), if fields.len() == 1 { "" } else { "s" }));
    };
    let (a, b) = (column(&file, first)?, column(&file, second)?);
    if a.len() != b.len() {
        return Err(DAMAGED.to_string());
    }
    let names = [first, second].map(|field| field.name.to_string());
    Ok(Columns { names, rows: a.into_iter().zip(b).map(|(a, b)| [a, b]).collect() })
}

/// The numbers of a column.
fn column(file: &Parquet, field: &Field) -> Result<Vec<Option<u32>>, String> {
    let mut numbers = Vec::new();
    for group in file.groups() {
        for array in file.column(group, field)?.ok_or_else(|| no_number(field))? {
            append(array.as_ref(), field, &mut numbers)?;
        }
    }
    Ok(numbers)
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
