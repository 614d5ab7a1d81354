"""Where the server is, who vouches for it, and the code: asked by Manage and at the first start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.kit.buttons import GhostButton
from ui.kit.fields import PasswordField, TextField
from ui.kit.form import FormGrid
from ui.kit.layouts import panel, row
from workbench.desk.device_views import ServerAddress
from workbench.sync.addresses import goes_in_the_open

SCHEME = "https://"


class Credentials(QObject):
    """Account and password of somebody whom the community knows."""

    def __init__(self) -> None:
        super().__init__()
        self.account, self.password = TextField(""), PasswordField("")

    def place(self, grid: FormGrid) -> None:
        """Put both side by side."""
        hint = self.tr("Yours, as on the community's other desks")
        grid.add("account", self.tr("Account"), self.account, hint=hint, required=True)
        grid.add("password", self.tr("Password"), self.password, required=True)

    def take(self, other: Credentials) -> None:
        """Fill in what was typed elsewhere."""
        self.account.setText(other.account.text())
        self.password.setText(other.password.text())

    def typed(self) -> tuple[str, str]:
        """Return account and password."""
        return self.account.text().strip(), self.password.text()


class AddressForm(FormGrid):
    """A code slip pasted whole into the address fills both fields; ``account`` asks who is setting up.

    Without ``joining`` only the address and its authority are asked: the desk is known already.
    """

    def __init__(self, *, account: bool = False, joining: bool = True) -> None:
        super().__init__(columns=2)
        self._joining = joining
        self.url = TextField("", "https://sync.example.cn")
        self.code = TextField("", "XXXX-XXXX-XXXX-XXXX-XXXX")
        self.authority = TextField("", self.tr("only for a server of your own network"))
        self.name = TextField("", self.tr("for example Counter 2"))
        self.account = Credentials() if account else None
        self.add("url", self.tr("Address of the server"), self.url, required=True, span=2)
        if joining:
            self._ask_code()
        if self.account is not None:
            self.account.place(self)
        choose = GhostButton(self.tr("Choose…"), self.choose_authority, icon_name="folder", size="small")
        self.authority.setAccessibleName(self.tr("Authority file"))
        line = row(self.authority, choose)
        line.setStretch(0, 1)
        held = panel(line)
        held.setFocusProxy(self.authority)
        self.add("authority", self.tr("Authority file (CA), if there is one"), held, span=2)
        self.url.textEdited.connect(self._part_slip)

    def _ask_code(self) -> None:
        hint = self.tr("From the supervisor; used once.")
        self.add("code", self.tr("Code"), self.code, hint=hint, required=True)
        self.add("name", self.tr("Name of this desk"), self.name)

    def address(self) -> ServerAddress:
        """Return the address as typed; without a scheme it is a secure one."""
        url, file = self.url.text().strip(), self.authority.text().strip()
        full = url if "://" in url else f"{SCHEME}{url}"
        return ServerAddress(full.rstrip("/"), Path(file).expanduser() if file else None)

    def code_typed(self) -> str:
        """Return the code."""
        return self.code.text().strip()

    def desk_name(self) -> str:
        """Return the desk's name, if it was asked."""
        return self.name.text().strip()

    def check(self) -> bool:
        """Show what is missing; return whether nothing is."""
        asked = {"url": self.url} | ({"code": self.code} if self._joining else {})
        if self.account is not None:
            asked |= {"account": self.account.account, "password": self.account.password}
        missing = self.tr("Please fill this in.")
        found = {key: missing for key, field in asked.items() if not field.text().strip()}
        if goes_in_the_open(self.address().url.lower()):
            found["url"] = self.tr("Only a secure address (https) is used; nothing is sent in the open.")
        file = self.address().ca_file
        if file is not None and not file.is_file():
            found["authority"] = self.tr("There is no such file.")
        self.show_errors(found)
        return not found

    def clear(self) -> None:
        """Forget the code; address and authority may be needed again."""
        self.code.clear()

    def choose_authority(self) -> None:
        """Ask for the authority's file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Authority file"), str(Path.home()), self.tr("Certificates (*.pem *.crt *.cer)")
        )
        if chosen:
            self.authority.setText(chosen)

    def _part_slip(self, text: str) -> None:
        """Take the code off an address that was pasted with it."""
        url, _, code = text.strip().partition(" ")
        if code.strip() and "." in url:
            self.url.setText(url)
            self.code.setText(code.strip())
