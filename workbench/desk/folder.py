"""Where things lie on this computer: the data folder and the files in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One community's data on this desk: store, keys, vault of attachments, preferences."""

    path: Path

    @classmethod
    def default(cls) -> DataFolder:
        """Return the folder of this system's user, which need not exist yet."""
        from platformdirs import user_data_path

        return cls(user_data_path("community-workbench", appauthor=False))

    @property
    def database(self) -> Path:
        """The encrypted store."""
        # Imported here: the sign-in window is painted before the store is loaded.
        from workbench.store.backup import DATABASE

        return self.path / DATABASE

    @property
    def keys(self) -> Path:
        """The wrapped keys."""
        return self.path / "keys.json"

    @property
    def vault(self) -> Path:
        """The folder of encrypted attachments."""
        return self.path / "vault"

    @property
    def preferences(self) -> Path:
        """Language, scale and colours of this desk's window."""
        return self.path / "preferences.json"

    def is_set_up(self) -> bool:
        """Tell whether a community lives here already."""
        return self.database.exists() and self.keys.exists()
