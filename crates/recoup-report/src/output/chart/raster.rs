//! SVG to PNG with the embedded font only, so that a picture is the same on every machine.

use png::{ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::output::chart::error::ChartError;
use crate::output::chart::font::{FAMILY, database};
use crate::output::chart::style::WIDTH;

/// A chart as PNG at slide size, 1600 x 900.
pub fn png(svg: &str) -> Result<Vec<u8>, ChartError> {
    png_at(svg, WIDTH / 2)
}

/// A chart as PNG so many pixels wide (16 to 16,000), for print.
pub fn png_at(svg: &str, width: u32) -> Result<Vec<u8>, ChartError> {
    let tree = parse(svg)?;
    let size = tree.size();
    let factor = width.clamp(16, 16_000) as f32 / size.width();
    let (across, down) = ((size.width() * factor).round() as u32, (size.height() * factor).round() as u32);
    let mut picture =
        Pixmap::new(across, down).ok_or_else(|| ChartError::Raster(format!("no room for {across} x {down} pixels")))?;
    resvg::render(&tree, Transform::from_scale(factor, factor), &mut picture.as_mut());
    encoded(picture).map_err(|error| ChartError::Raster(error.to_string()))
}

/// The picture as a file. Charts are areas of one colour: without the filters that photographs need, and with a third of the usual
/// work of compression, files are smaller than with both.
fn encoded(picture: Pixmap) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(DeflateCompression::Level(3));
    encoder.write_header()?.write_image_data(&picture.take_demultiplied())?;
    Ok(file)
}

/// The SVG as resvg sees it.
pub(super) fn parse(svg: &str) -> Result<Tree, ChartError> {
    let options = Options { fontdb: database(), font_family: FAMILY.to_owned(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error| ChartError::Raster(error.to_string()))
}
