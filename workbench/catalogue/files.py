"""Reads a catalogue from the folder of YAML files that people edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from workbench.catalogue.errors import InvalidField, UnreadableCatalogue, WrongEntry, wrong
from workbench.catalogue.rules import Catalogue, Post, ServiceItem
from workbench.catalogue.shape import item_from, post_from
from workbench.catalogue.wording import FIELD_TITLES, MATERIAL_TITLES, Fault, Refusal
from workbench.standards.errors import reason_of

LARGEST_FILE = 1 << 20
"""Bytes of one YAML file; the largest of the sample has 20 KiB."""
_COMMON = "materials.yaml"

Record = Mapping[str, Any]


def sample_folder() -> Traversable:
    """Return the folder with the sample catalogue that ships with the workbench."""
    return files("resources").joinpath("catalogue")


def read_sample() -> Catalogue:
    """Return the sample catalogue (样例), to be checked against the local list before use."""
    return read_folder(sample_folder())


def read_folder(folder: Traversable) -> Catalogue:
    """Return the catalogue of a folder: a file a post, and `materials.yaml` for what many items ask for.

    Raises UnreadableCatalogue, or WrongEntry naming file, item and field.
    """
    sources = [entry for entry in folder.iterdir() if entry.name.endswith(".yaml") and entry.name != _COMMON]
    common = _common_materials(folder)
    chapters = [_Chapter(entry.name, _load(entry), common) for entry in sources]
    if not chapters:
        raise UnreadableCatalogue(Refusal.NOT_FOUND.format(name=f"{folder.name}/*.yaml"))
    chapters.sort(key=lambda chapter: (chapter.post.position, chapter.post.code))
    return Catalogue(
        tuple(chapter.post for chapter in chapters),
        tuple(item for chapter in chapters for item in chapter.items()),
    )


class _Chapter:
    """One post's file: the post, defaults for its items, and the items."""

    def __init__(self, file: str, content: Record, common: Mapping[str, Record]) -> None:
        self._file, self._common = file, common
        self._defaults = self._record(content.get("defaults", {}), Refusal.HEAD, "defaults")
        self._entries = content.get("items", [])
        if not isinstance(self._entries, list):
            raise WrongEntry(file, Refusal.HEAD, "items", Fault.NOT_LIST)
        self.post = self._post(content)

    def items(self) -> Iterator[ServiceItem]:
        """Read the items in turn. Raises WrongEntry."""
        for number, entry in enumerate(self._entries, start=1):
            code = entry.get("code", "") if isinstance(entry, Mapping) else ""
            place = Refusal.ITEM.format(number=number, code=code)
            try:
                yield item_from(self._completed(self._record(entry, place, "items")))
            except InvalidField as error:
                field = FIELD_TITLES.get(error.field) or MATERIAL_TITLES.get(error.field) or error.field
                raise WrongEntry(self._file, place, field, error.fault) from None

    def _post(self, content: Record) -> Post:
        try:
            return post_from(self._record(content.get("post"), Refusal.HEAD, "post"))
        except InvalidField as error:
            raise WrongEntry(self._file, Refusal.HEAD, f"post.{error.field}", error.fault) from None

    def _completed(self, entry: Record) -> Record:
        whole = {"post": self.post.code, **self._defaults, **entry}
        if isinstance(whole.get("materials"), list):
            whole["materials"] = [self._material(material) for material in whole["materials"]]
        return whole

    def _material(self, entry: object) -> object:
        """Return a material with what `materials.yaml` says of its code filled in."""
        if isinstance(entry, str):
            if entry not in self._common:
                raise wrong("materials", Fault.UNKNOWN_MATERIAL, value=entry)
            return self._common[entry]
        if isinstance(entry, Mapping):
            return {**self._common.get(str(entry.get("code")), {}), **entry}
        return entry

    def _record(self, value: object, place: str, field: str) -> Record:
        if not isinstance(value, Mapping):
            raise WrongEntry(self._file, place, field, Fault.NOT_A_RECORD)
        return value


def _common_materials(folder: Traversable) -> dict[str, Record]:
    source = folder.joinpath(_COMMON)
    if not source.is_file():
        return {}
    materials = _load(source).get("materials")
    if not isinstance(materials, list) or not all(isinstance(entry, Mapping) for entry in materials):
        raise WrongEntry(_COMMON, Refusal.HEAD, "materials", Fault.NOT_LIST)
    return {str(entry.get("code")): entry for entry in materials}


def _load(source: Traversable) -> Record:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = _text_of(source)
        # The C loader is safe too: it makes plain values only, as yaml.safe_load does.
        content = yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _unreadable(source, Refusal.LINE.format(line=line)) from error
    except OSError as error:
        raise _unreadable(source, reason_of(error)) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise _unreadable(source, Refusal.NOT_TEXT) from error
    if not isinstance(content, Mapping):
        raise WrongEntry(source.name, Refusal.HEAD, "post", Fault.MISSING)
    return content


def _text_of(source: Traversable) -> str:
    with source.open("rb") as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise _unreadable(source, Refusal.TOO_BIG)
    return content.decode("utf-8-sig")


def _unreadable(source: Traversable, why: str) -> UnreadableCatalogue:
    return UnreadableCatalogue(Refusal.UNREADABLE.format(file=source.name, why=why))
