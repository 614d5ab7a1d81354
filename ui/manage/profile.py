"""The community's profile: its name, where it is, and the words that open the numbers of its slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.buttons import PrimaryButton
from ui.kit.callout import Callout
from ui.kit.card import Card
from ui.kit.fields import TextField
from ui.kit.form import FormGrid
from ui.kit.labels import Caption
from ui.kit.layouts import STRETCH, row, show_if
from ui.kit.tones import Tone
from ui.sections.section import Section
from ui.theme.theme import px
from workbench.community.rules import Profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page
    from workbench.community.queries import ProfileForm
    from workbench.store import Opened


class ProfileSection(Section):
    """The profile as a form; Ctrl+S saves it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown: Profile | None = None
        self._opened: Opened | None = None
        sentence = self.tr("Printed on every slip and report.")
        self.name_section(self.tr("Community profile"), sentence)
        self.demo = Callout(
            Tone.INFO, self.tr("Demonstration data"), self.tr("Everybody and everything here is invented.")
        )
        self.grid = FormGrid(columns=2)
        self.name = self._field("name", self.tr("Name"), required=True)
        self.prefix = self._field("prefix", self.tr("Document prefix"), required=True)
        self.example = Caption("")
        self.division = self._field(
            "division", self.tr("Division code"), hint=self.tr("6, 9 or 12 digits of the statistical code")
        )
        self.phone = self._field("phone", self.tr("Phone"))
        self.address = self._field("address", self.tr("Address"), span=2)
        self.grid.add_wide(self.example)
        self.save = PrimaryButton(self.tr("Save  Ctrl+S"), self.submit)
        card = Card("", self.grid, row(STRETCH, self.save), gap=16)
        for part in (self.demo, card):
            part.setMaximumWidth(px(720))
        self.prefix.textChanged.connect(self._show_example)
        self.body.addWidget(self.demo)
        self.body.addWidget(card)
        self.body.addStretch(1)
        show_if(self.demo, False)
        self.on_key("Ctrl+S", self.submit)

    def refresh(self) -> None:
        """Read the profile; what is being typed stays."""
        self.page.ask(self.desk.community.profile_form, self._show)

    def first_field(self) -> QWidget:
        """Return the name."""
        return self.name

    def typed(self) -> Profile:
        """Return the profile as the form has it."""
        return Profile(
            name=self.name.text().strip(),
            document_prefix=self.prefix.text().strip(),
            division_code=self.division.text().strip(),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            demo=bool(self._shown and self._shown.demo),
        )

    def submit(self) -> None:
        """Save what is typed."""
        profile, opened, service = self.typed(), self._opened, self.desk.community_service
        self.page.act(lambda: service.edit_profile(profile, opened), lambda _: self._saved(profile))

    def _saved(self, profile: Profile) -> None:
        self._shown = profile
        self.workspace.toast(self.tr("The profile is saved."))
        self.refresh()

    def _show(self, form: ProfileForm) -> None:
        if self._shown is not None and self.typed() != self._shown:
            return
        profile = form.profile
        self._shown, self._opened = profile, form.opened
        self.name.setText(profile.name)
        self.prefix.setText(profile.document_prefix)
        self.division.setText(profile.division_code)
        self.phone.setText(profile.phone)
        self.address.setText(profile.address)
        show_if(self.demo, profile.demo)

    def _show_example(self, prefix: str) -> None:
        year = self.desk.today().year
        number = self.tr("{prefix}受〔{year}〕000123号").format(prefix=prefix.strip(), year=year)
        self.example.setText(self.tr("Slips are numbered {number}").format(number=number))

    def _field(
        self, key: str, label: str, *, hint: str = "", required: bool = False, span: int = 1
    ) -> TextField:
        field = TextField(label)
        self.grid.add(key, label, field, hint=hint, required=required, span=span)
        return field
