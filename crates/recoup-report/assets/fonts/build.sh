#!/usr/bin/env bash
# Makes the chart fonts of this folder again: a subset of Noto Sans SC, joined by those
# letters and proportional signs of Noto Sans that it lacks.
# Needs npm, python3 with venv, and both registries. See README.md.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
./venv/bin/pip install --quiet --disable-pip-version-check fonttools==4.68.0

mkdir sc latin
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
npm pack --silent @expo-google-fonts/noto-sans@0.4.2 >/dev/null
tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz -C sc
tar xzf expo-google-fonts-noto-sans-0.4.2.tgz -C latin

cat >build.py <<'PY'
"""Subsets, joins and sets the metrics of one weight: build.py SC LATIN OUT."""

import sys
from functools import cache

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Ascent plus descent make 1.24 em: plotters writes font-size = size / 1.24 and measures with
# the font scaled to its line height, so only then are measured widths the drawn ones.
ASCENT, DESCENT = 993, -247
QUOTES = [0x2018, 0x2019, 0x201C, 0x201D]


def gb2312(first, last):
    """The characters of GB 2312 whose first byte is in first..=last."""
    for row in range(first, last + 1):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def proportional_quotes(font):
    """Quotation marks as Latin text has them: full-width is the Chinese font's default, the others its feature `pwid`."""
    gsub, best = font["GSUB"].table, font.getBestCmap()
    for record in gsub.FeatureList.FeatureRecord:
        for index in record.Feature.LookupListIndex if record.FeatureTag == "pwid" else ():
            for table in gsub.LookupList.Lookup[index].SubTable:
                mapping = getattr(getattr(table, "ExtSubTable", table), "mapping", {})
                for character in QUOTES:
                    glyph = mapping.get(best[character])
                    for cmap in font["cmap"].tables if glyph else ():
                        if character in getattr(cmap, "cmap", {}):
                            cmap.cmap[character] = glyph


def subset(path, characters):
    font = TTFont(path, lazy=False)
    if "GSUB" in font and path == sc_path:
        proportional_quotes(font)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "ccmp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "STAT", "gasp", "prep", "GDEF", "DSIG", "GlyphOrder"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


@cache
def load(path):
    return TTFont(path)


def advance(path, character):
    font = load(path)
    return font["hmtx"][font.getBestCmap()[character]][0]


sc_path, latin_path, out = sys.argv[1:]
has = load(sc_path).getBestCmap().keys()
latin_has = load(latin_path).getBestCmap().keys()

wanted = set()
for low, high in (
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x218, 0x21B),  # Romanian comma below
    (0x300, 0x30F),  # combining accents, for text in decomposed form
    (0x323, 0x328),
    (0x386, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x490, 0x491),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x2026),  # dashes, quotation marks, daggers, bullet, ellipsis
    (0x2030, 0x203A),
    (0x2070, 0x208E),  # superscripts, subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x21D0, 0x21D4),
    (0x2200, 0x22A5),  # mathematics
    (0x25A0, 0x25CF),  # shapes
    (0x3001, 0x3017),  # Chinese punctuation
    (0xFF01, 0xFF5E),  # full-width forms
):
    wanted.update(range(low, high + 1))
wanted.update(map(ord, "\u2116\u2122\u2103\uffe5\u3030\u30fb"))
wanted.update(gb2312(0xA1, 0xA1))  # punctuation and signs
wanted.update(gb2312(0xB0, 0xD7))  # level 1: 3,755 characters
wanted.update(map(ord, "悖"))  # of level 2, what catalogues say: a test tells what is missing

# Other signs that are full-width in the Chinese font and proportional in the Latin one come from the latter.
narrow = {c for c in wanted & has & latin_has if c < 0x2E00 and advance(sc_path, c) == 1000 > advance(latin_path, c)}
narrow -= set(QUOTES)
chinese = (wanted & has) - narrow
subset(sc_path, chinese).save("a.ttf")
subset(latin_path, (wanted & latin_has) - chinese).save("b.ttf")
font = Merger().merge(["a.ttf", "b.ttf"])

hhea, os2 = font["hhea"], font["OS/2"]
hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, DESCENT, 0
os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
created = load(sc_path)["head"].created
font["head"].created = font["head"].modified = created  # the same bytes every time
font.recalcTimestamp = False
font.save(out)

made = TTFont(out)
print(out.rsplit("/", 1)[-1], len(made.getBestCmap()), "characters")
lost = sorted(c for c in gb2312(0xB0, 0xD7) if c not in made.getBestCmap())
assert not lost, lost
PY

for weight in 400Regular 700Bold; do
  ./venv/bin/python build.py \
    "sc/package/$weight/NotoSansSC_$weight.ttf" \
    "latin/package/$weight/NotoSans_$weight.ttf" \
    "$here/NotoSansSC-${weight#?00}.ttf"
done
{ head -n 1 latin/package/LICENSE_FONT; cat sc/package/LICENSE_FONT; } >"$here/OFL.txt"
ls -l "$here"
