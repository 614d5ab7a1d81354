"""Items of a small catalogue, and words for ticking materials."""

from __future__ import annotations

from datetime import date

from workbench.catalogue.rules import ItemKind, Material, ServiceItem
from workbench.intake.kinds import MaterialState
from workbench.intake.requests import MaterialTick
from workbench.intake.rules.materials import MaterialLine

_MATERIALS = (
    Material("idcard", "居民身份证", held_as="id_card"),
    Material("book", "户口簿", held_as="household_book"),
    Material("photo", "一寸照片", may_follow=True),
    Material("bank", "银行卡复印件", required=False),
)

ALLOWANCE = ServiceItem(
    "LL-01", "高龄津贴申领", "elderly", ItemKind.COMMITTED, materials=_MATERIALS, legal_days=20,
    promised_days=10, version=3,
)  # fmt: skip
LICENCE = ServiceItem(
    "JY-01", "食品小作坊登记", "market", ItemKind.COMMITTED, materials=_MATERIALS, legal_days=20,
    promised_days=15, licensing=True,
)  # fmt: skip
CERTIFICATE = ServiceItem(
    "MZ-01", "居住情况说明", "civil", ItemKind.IMMEDIATE, materials=_MATERIALS[:2], promised_days=0,
    agent_allowed=False,
)  # fmt: skip
FORBIDDEN = ServiceItem(
    "JZ-01", "亲属关系证明", "civil", ItemKind.FORBIDDEN, instead="凭户口簿或向公证机构申请公证"
)


def there(*codes: str) -> tuple[MaterialTick, ...]:
    """Tick materials as handed in."""
    return tuple(MaterialTick(code, MaterialState.PRESENTED) for code in codes)


def promised(code: str, due: date) -> MaterialTick:
    """Tick a material as promised."""
    return MaterialTick(code, MaterialState.PROMISED, due)


def line(
    code: str, state: MaterialState = MaterialState.PRESENTED, *, required: bool = True,
    may_follow: bool = False, due: date | None = None,
) -> MaterialLine:  # fmt: skip
    """Return a material line named after its code."""
    return MaterialLine(code, f"材料{code}", required, may_follow, state, due)
