"""Embeds Chinese text in a PDF: a reportlab font that puts in exactly the glyphs a document uses.

reportlab refuses OpenType fonts with CFF outlines; here they go in as they are, as a composite font
(ISO 32000-1, 9.7), so any character of the typeface is ready at once, rare ones of names included.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from workbench.documents.cff import build_cff
from workbench.documents.typeface import UNITS, Face, Typeface, typeface

if TYPE_CHECKING:
    from collections.abc import Iterable


class Alphabet(dict[int, str]):
    """The characters one document uses of one typeface; each gets the next code as it first appears."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(len(self) + 1)
        return self[code]

    def encode(self, text: str) -> bytes:
        """Return the text in the two-byte codes of this document."""
        return text.translate(self).encode("utf-16-be", "surrogatepass")


class Advances(dict[str, int]):
    """The width of each character in thousandths of the size, looked up once."""

    def __init__(self, face: Typeface) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> int:
        self[character] = self._face.advance(self._face.glyph(ord(character)))
        return self[character]


class EmbeddedFont:
    """A font as reportlab wants it, with one alphabet for each open document."""

    _dynamicFont = 1  # noqa: N815 - reportlab reads this name: subsets are made when the file is saved
    _multiByte = 1  # noqa: N815
    shapable = False
    encName = "Identity-H"  # noqa: N815

    def __init__(self, face: Face) -> None:
        self.fontName = str(face)
        self.typeface = typeface(face)
        self.face = self.typeface.metrics
        self.advances = Advances(self.typeface)
        self._alphabets: WeakKeyDictionary[Any, Alphabet] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:
        """Return the width of a text in points."""
        return sum(map(self.advances.__getitem__, text)) * size / 1000

    def alphabet(self, doc: Any) -> Alphabet:
        """Return the characters used so far in a reportlab document."""
        if doc not in self._alphabets:
            self._alphabets[doc] = Alphabet()
        return self._alphabets[doc]

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Return the text as reportlab draws it: one subset holds everything."""
        return [(0, self.alphabet(doc).encode(text))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """Return the name page streams call the font by, announcing it to the document the first time."""
        if self.fontName not in doc.fontMapping:
            doc.fontMapping[self.fontName] = f"/F{len(doc.fontMapping) + 1}"
            doc.delayedFonts.append(self)
        return str(doc.fontMapping[self.fontName])

    def addObjects(self, doc: Any) -> None:
        """Put the font with the glyphs used into the document, when it is saved."""
        from reportlab.pdfbase import pdfdoc

        codes = list(self._alphabets.pop(doc, Alphabet()))
        glyphs = [self.typeface.glyph(code) for code in codes]
        name = f"{subset_tag(codes)}+{self.fontName}"
        outlines = [self.typeface.outline(glyph) for glyph in (0, *glyphs)]
        file = build_cff(name, outlines, self.face.bounds)
        program = _stream(file, {"Subtype": pdfdoc.PDFName("CIDFontType0C")})
        ordering = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType0"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(ordering),
                "FontDescriptor": self._descriptor(name, doc.Reference(program)),
                "DW": UNITS,
                "W": pdfdoc.PDFArray(width_runs([self.typeface.advance(glyph) for glyph in glyphs])),
            }
        )
        internal = self.getSubsetInternalName(0, doc)[1:]
        doc.idToObject["BasicFonts"].dict[internal] = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant)]),
                "ToUnicode": doc.Reference(_stream(to_unicode(codes), {})),
            }
        )

    def _descriptor(self, name: str, program: Any) -> Any:
        from reportlab.pdfbase import pdfdoc

        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(self.face.bounds)),
                "ItalicAngle": 0,
                "Ascent": self.face.ascent,
                "Descent": self.face.descent,
                "CapHeight": self.face.cap_height,
                "StemV": 80,
                "FontFile3": program,
            }
        )


@cache
def embedded_font(face: Face) -> EmbeddedFont:
    """Return the font of a typeface, known to reportlab under its PostScript name."""
    from reportlab.pdfbase import pdfmetrics

    font = EmbeddedFont(face)
    pdfmetrics.registerFont(font)
    return font


def width_runs(widths: Iterable[int]) -> list[Any]:
    """Return the widths that are not 1000 as a PDF wants them: a code, then the widths from there on."""
    from reportlab.pdfbase import pdfdoc

    runs: list[Any] = []
    for narrow, group in groupby(enumerate(widths, 1), key=lambda pair: pair[1] != UNITS):
        if narrow:
            pairs = list(group)
            runs += [pairs[0][0], pdfdoc.PDFArray([width for _, width in pairs])]
    return runs


def subset_tag(codes: Iterable[int]) -> str:
    """Return the six capitals that mark a subset (ISO 32000-1, 9.6.4).

    The same characters give the same tag, so files are reproducible; others give another, so that a printer
    that keeps fonts by name never mixes two slips.
    """
    digest = sha256(",".join(map(str, codes)).encode("ascii")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def to_unicode(codes: Iterable[int]) -> bytes:
    """Return the map from codes back to characters, so that text can be searched and copied."""
    spelled = (chr(code).encode("utf-16-be", "replace").hex() for code in codes)
    lines = [f"<{place:04x}><{letters}>" for place, letters in enumerate(spelled, 1)]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


def _stream(content: bytes, entries: dict[str, Any]) -> Any:
    from reportlab.pdfbase import pdfdoc

    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [pdfdoc.PDFZCompress])
    stream.dictionary["Length1"] = len(content)
    return stream


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000><ffff> endcodespacerange
"""
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
