"""Catalogues as Hypothesis invents them: sound by the rules, with any text a person may type."""

from __future__ import annotations

from hypothesis import strategies as st

from workbench.catalogue.rules import Catalogue, ItemKind, Material, Post, ServiceItem

POSTS = (Post("ageing", "老龄", "AG", 1), Post("party", "党建", "PB", 2))

_characters = st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n")
texts = st.text(_characters, min_size=1, max_size=30).map(str.strip).filter(bool)
words = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="、，,；;"), min_size=1, max_size=8
)
codes = st.from_regex(r"[A-Z]{2}-[0-9]{3}", fullmatch=True)


@st.composite
def materials(draw: st.DrawFn, code: str) -> Material:
    required = draw(st.booleans())
    original = draw(st.booleans())
    return Material(
        code=code,
        name=draw(texts),
        required=required,
        may_follow=required and draw(st.booleans()),
        original=original,
        copies=draw(st.integers(0 if original else 1, 5)),
        held_as=draw(st.none() | st.just("id_card")),
        note=draw(st.just("") | texts),
    )


@st.composite
def items(draw: st.DrawFn, code: str) -> ServiceItem:
    kind = draw(st.sampled_from([kind for kind in ItemKind if kind is not ItemKind.FORBIDDEN]))
    promised = {ItemKind.IMMEDIATE: 0}.get(kind, draw(st.integers(1, 30)))
    limited = draw(st.booleans())
    main = Material("main", "申请表")
    others = [draw(materials(f"m{number}")) for number in range(draw(st.integers(0, 2)))]
    return ServiceItem(
        code=code,
        name=draw(texts),
        post=draw(st.sampled_from(POSTS)).code,
        kind=kind,
        audience=draw(texts),
        materials=(main, *others),
        legal_days=promised + draw(st.integers(0, 30)) if limited else None,
        promised_days=promised,
        fee=draw(texts),
        department=draw(texts),
        unit=draw(texts),
        legal_basis=draw(texts),
        outcome=draw(texts),
        tips=draw(texts),
        keywords=tuple(draw(st.lists(words, min_size=1, max_size=3, unique=True))),
        licensing=limited and draw(st.booleans()),
        agent_allowed=draw(st.booleans()),
        sample=draw(st.booleans()),
    )


@st.composite
def item_lists(draw: st.DrawFn, most: int = 4) -> tuple[ServiceItem, ...]:
    return tuple(draw(items(code)) for code in sorted(draw(st.sets(codes, max_size=most))))


catalogues = item_lists().map(lambda chosen: Catalogue(POSTS, chosen))
