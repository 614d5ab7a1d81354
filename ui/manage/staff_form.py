"""The fields of a staff account that both dialogs share: name, roles, posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.fields import CheckField, TextField
from ui.kit.labels import Caption
from ui.wording.labels import label_of
from workbench.security.roles import Role
from workbench.security.service import StaffDetails

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.kit.form import FormGrid
    from workbench.catalogue.rules import Post
    from workbench.security.queries import StaffRow

COLUMNS = 4


class Ticks(QWidget):
    """A few boxes in columns, each with a key."""

    def __init__(self, name: str, options: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.boxes = {key: CheckField(label) for key, label in options}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, *divmod(at, COLUMNS))

    def ticked(self) -> tuple[str, ...]:
        """Return the keys of the boxes that are ticked, in their order."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these boxes and no others."""
        wanted = set(keys)
        for key, box in self.boxes.items():
            box.setChecked(key in wanted)


class StaffForm(QObject):
    """Name, roles and posts of somebody at the desk."""

    def __init__(self, grid: FormGrid, posts: Sequence[Post]) -> None:
        super().__init__()
        self.name = TextField(self.tr("Name"))
        self.roles = Ticks(self.tr("Roles"), ((role.value, label_of(role)) for role in Role))
        self.posts = Ticks(self.tr("Posts"), ((post.code, post.name) for post in posts))
        grid.add("name", self.tr("Name"), self.name, required=True)
        self._known_posts: tuple[str, ...] = ()

    def place(self, grid: FormGrid) -> None:
        """Put roles and posts below the other fields."""
        grid.add("roles", self.tr("Roles"), self.roles, required=True, span=2)
        grid.add("posts", self.tr("Posts"), self.posts, span=2)
        if not self.posts.boxes:
            none = Caption(self.tr("The catalogue has no posts yet."))
            self.posts.layout().addWidget(none)

    def show_staff(self, one: StaffRow) -> None:
        """Show an account."""
        self.name.setText(one.display_name)
        self.roles.tick(role.value for role in one.roles)
        self.posts.tick(one.posts)
        self._known_posts = one.posts

    def details(self) -> StaffDetails:
        """Return what is filled in; posts this catalogue does not know stay as they are."""
        foreign = tuple(code for code in self._known_posts if code not in self.posts.boxes)
        roles = tuple(Role(value) for value in self.roles.ticked())
        return StaffDetails(self.name.text(), roles, (*self.posts.ticked(), *foreign))
