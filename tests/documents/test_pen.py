"""Documents drawn at the same time do not disturb each other."""

from concurrent.futures import ThreadPoolExecutor

from tests.documents.builders import a_subject, pdf_of
from workbench.documents.preview import page_count
from workbench.documents.slips import build_acceptance, build_refusal


def test_slips_drawn_by_several_threads_are_the_same_as_one_after_another():
    slips = [
        slip
        for name in ("欧阳𬱖", "仇海燕", "王芳")
        for slip in (
            build_acceptance(a_subject(applicant=name), ()),
            build_refusal(a_subject(applicant=name), "一", "二"),
        )
    ]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(pdf_of, slips))
        counts = list(pool.map(page_count, together))
    assert together == [pdf_of(slip) for slip in slips]
    assert counts == [1] * 6
