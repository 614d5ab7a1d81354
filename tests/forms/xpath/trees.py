"""Hypothesis strategies: any expression, and expressions that XPath 1.0 itself defines."""

from hypothesis import strategies as st

from workbench.forms.xpath.syntax import (
    AXES,
    PRECEDENCE,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Negate,
    Number,
    Step,
    Variable,
)

names = st.sampled_from(["a", "person", "div", "x-1", "姓名", "ns:a", "or", "*"])
tests = names | st.sampled_from(["node()", "text()", "ns:*"])
numbers = st.builds(Number, st.sampled_from([0.0, 1.0, 2.5, 0.25, 15.0, 1234567.0]))
texts = st.builds(Literal, st.text(alphabet="ab 1'", max_size=4))


def _steps(inner):
    step = st.builds(
        Step, st.sampled_from(sorted(AXES - {"namespace"})), tests, st.lists(inner, max_size=1).map(tuple)
    )
    return st.lists(step, min_size=1, max_size=3).map(tuple)


def _deeper(inner):
    primary = st.builds(
        Call, st.sampled_from(["current", "instance"]), st.lists(inner, max_size=1).map(tuple)
    )
    return st.one_of(
        st.builds(Binary, st.sampled_from(sorted(PRECEDENCE)), inner, inner),
        st.builds(Negate, inner),
        st.builds(Call, st.sampled_from(["f", "jr:f", "text-f"]), st.lists(inner, max_size=3).map(tuple)),
        st.builds(LocationPath, st.booleans(), _steps(inner)),
        st.builds(FilterPath, primary, st.lists(inner, max_size=1).map(tuple), _steps(inner)),
    )


def expressions():
    """Any expression; the places of calls are as in a tree nobody has read from text."""
    leaves = numbers | texts | st.builds(Variable, st.sampled_from(["v", "w"]))
    return st.recursive(leaves, _deeper, max_leaves=8)
