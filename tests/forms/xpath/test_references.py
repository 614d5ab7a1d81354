"""What an expression reads is known before it is evaluated: the graph of a form is made of it."""

import pytest

from workbench.forms.xpath import Reference, parse, references

AT = "/data/person/age"


def read(text: str, context: str = AT) -> list[str]:
    """The paths read, those of other instances behind their name."""
    found = references(parse(text), context)
    return [f"{each.instance}:{each.path}" if each.instance else each.path for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/data/rooms + 1", ["/data/rooms"]),
        (".", [AT]),
        ("../name", ["/data/person/name"]),
        (". > ../../rooms", [AT, "/data/rooms"]),
        ("current()/../name", ["/data/person/name"]),
        ("position(..)", ["/data/person"]),
        ("count(/data/person[age > 3])", ["/data/person/age", "/data/person"]),
        ("/data/person[name = current()/../name]/age", ["/data/person/name", AT]),
        ("/data/person[2]/age", [AT]),
        ("instance('towns')/root/item[name = /data/street]/label",
         ["towns:/root/item/name", "/data/street", "towns:/root/item/label"]),
        ("instance('towns')/root/item[name = current()/../name and ../on = 1]",
         ["towns:/root/item/name", "/data/person/name", "towns:/root/on", "towns:/root/item"]),
        ("if(selected(../a, 'x'), ../b, ../c)", ["/data/person/a", "/data/person/b", "/data/person/c"]),
        ("once(uuid())", [AT]),
        ("sum(/data/person/age) - -../b", [AT, "/data/person/b"]),
        ("../name/text()", ["/data/person/name"]),
        ("/data/@version", ["/data/@version"]),
        ("pulldata('prices', 'price', 'kind', ../kind)", ["prices:", "/data/person/kind"]),
        ("string-length()", [AT]),
        ("(../a | ../b)[1]/c", ["/data/person/a", "/data/person/b", "/data/person/a/c", "/data/person/b/c"]),
        ("indexed-repeat(/data/person/age, /data/person, 1)", [AT, "/data/person"]),
        ("../following-sibling::person/age", [AT]),
        ("randomize(instance('towns')/root/item, /data/seed)", ["towns:/root/item", "/data/seed"]),
    ],
)  # fmt: skip
def test_paths_are_resolved_against_where_the_expression_stands(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "covered", "not_covered"),
    [
        ("//age", [AT, "/data/age"], ["/data/person/name"]),
        ("/data/*", ["/data/rooms", "/data/person"], [AT, "/data"]),
        ("/data//age", [AT], ["/other/age"]),
        ("ancestor::group/x", ["/data/group/x"], ["/data/x"]),
        ("/data/person/*[1]", [AT], ["/data/person"]),
    ],
)
def test_paths_that_name_many_definitions_cover_each(text, covered, not_covered):
    (*_, found) = references(parse(text), AT)
    assert found.wildcard
    assert [path for path in covered if not found.covers(path)] == []
    assert [path for path in not_covered if found.covers(path)] == []


def test_each_path_is_named_once():
    assert references(parse("../a + ../a"), AT) == (Reference("/data/person/a"),)
