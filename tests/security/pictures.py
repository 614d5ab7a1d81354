"""Small pictures with everything a phone writes beside the pixels."""

from __future__ import annotations

import io

import PIL.Image
from PIL import PngImagePlugin

CAMERA = "SecretCamera X1"
LATITUDE = (30.0, 15.0, 42.5)
_ORIENTATION, _MODEL, _GPS, _GPS_LATITUDE = 0x0112, 0x0110, 0x8825, 2


def photo(width: int = 60, height: int = 40, orientation: int = 1, kind: str = "JPEG") -> bytes:
    """A picture, red on its left half, with camera, place and orientation in its EXIF."""
    picture = PIL.Image.new("RGB", (width, height), "white")
    picture.paste("red", (0, 0, width // 2, height))
    exif = picture.getexif()
    exif[_MODEL], exif[_ORIENTATION] = CAMERA, orientation
    exif.get_ifd(_GPS)[_GPS_LATITUDE] = LATITUDE
    out = io.BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def png_with_notes() -> bytes:
    """A PNG whose text chunks name its owner."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", CAMERA)
    notes.add_itxt("XML:com.adobe.xmp", f"<x>{CAMERA}</x>")
    out = io.BytesIO()
    PIL.Image.new("RGBA", (20, 20), (0, 0, 255, 128)).save(out, "PNG", pnginfo=notes)
    return out.getvalue()


def pages(count: int) -> bytes:
    """A TIFF of several pages, as scanners make them."""
    made = [PIL.Image.new("1", (20, 20), index % 2) for index in range(count)]
    out = io.BytesIO()
    made[0].save(out, "TIFF", save_all=True, append_images=made[1:])
    return out.getvalue()


def opened(content: bytes) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(content))


def gps_of(content: bytes) -> dict[int, object]:
    return dict(opened(content).getexif().get_ifd(_GPS))
