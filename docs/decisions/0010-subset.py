"""Makes src/main/resources/fonts/NotoSerifSC-Forms.ttf; see 0010-font-of-the-forms.md."""
import bz2, sys
from fontTools import subset
from fontTools.ttLib import TTFont

source, unihan, target = sys.argv[1:]
wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x391, 0x3CA))
wanted |= set(range(0x2010, 0x2040)) | set(range(0x2070, 0x209F)) | set(range(0x2100, 0x2200)) | set(range(0x2200, 0x2300))
wanted |= set(range(0x2460, 0x2500)) | set(range(0x2500, 0x2670)) | set(range(0x3000, 0x3040)) | set(range(0x3200, 0x3300))
wanted |= set(range(0xFF00, 0xFFF0))
for line in bz2.open(unihan, "rt", encoding="utf-8"):
    if "\tkTGH\t" in line:
        wanted.add(int(line.split("\t")[0][2:], 16))
for a in range(0xA1, 0xF8):
    for b in range(0xA1, 0xFF):
        try:
            wanted.add(ord(bytes([a, b]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
options = subset.Options()
options.hinting = False
options.layout_features = []
options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "prep"]
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
options.notdef_outline = True
options.recalc_timestamp = False
font = TTFont(source, recalcTimestamp=False)
sub = subset.Subsetter(options)
sub.populate(unicodes=wanted)
sub.subset(font)
font.save(target)
print(len(font.getBestCmap()), "characters")
