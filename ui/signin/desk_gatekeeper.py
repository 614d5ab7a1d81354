"""The real door: what the sign-in window asks, answered by the data folder's opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.signin.gatekeeper import AccountChoice, SignedIn

if TYPE_CHECKING:
    from pathlib import Path

    from ui.signin.gatekeeper import Asked, FirstStart, JoinStart, Progress
    from workbench.desk.desk import Desk
    from workbench.desk.device_views import Joined, UnfinishedJoin
    from workbench.desk.opening import Opening


def build_gatekeeper(data_dir: Path) -> DeskGatekeeper:
    """Return the door of a data folder; importing the store takes its time, so call it in the background."""
    from workbench.desk.folder import DataFolder
    from workbench.desk.opening import Opening

    return DeskGatekeeper(Opening(DataFolder(data_dir)))


class DeskGatekeeper:
    """Speaks for an Opening; errors pass through, their words are for the person."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening

    def needs_setup(self) -> bool:
        """Whether the data folder is new."""
        return self._opening.needs_setup()

    def accounts(self) -> list[AccountChoice]:
        """Return who may sign in, as far as known before anybody did."""
        return [
            AccountChoice(one.name, one.display_name or one.name, one.name if one.display_name else "")
            for one in self._opening.accounts()
        ]

    def sign_in(self, account: str, password: str) -> SignedIn:
        """Return the person and their desk. Raises WrongPassword, TooManyAttempts, KeyNotInKeyring."""
        return signed_in(self._opening.sign_in(account, password))

    def unlock(self, who: SignedIn, password: str) -> SignedIn:
        """Return the same person with today's rights. Raises WrongPassword, TooManyAttempts."""
        return signed_in(self._opening.unlock(who.desk, password))

    def switch(self, leaving: SignedIn, account: str, password: str) -> SignedIn:
        """Return the other person. Raises WrongPassword, TooManyAttempts."""
        return signed_in(self._opening.switch(leaving.desk, account, password))

    def change_password(self, who: SignedIn, old: str, new: str) -> SignedIn:
        """Return the person with a new password and their rights. Raises PasswordTooWeak, WrongPassword."""
        who.desk.door.change_password(who.desk.session, old, new)
        return self.unlock(who, new)

    def set_up(self, start: FirstStart) -> str:
        """Create the community; return the recovery passphrase. Raises InvalidDetails, PasswordTooWeak."""
        from workbench.desk.opening import Founding

        return self._opening.set_up(
            Founding(
                community=start.community,
                division_code=start.division_code,
                document_prefix=start.document_prefix,
                account=start.account,
                person=start.person,
                password=start.password,
            )
        )

    def join(self, start: JoinStart, progress: Progress, cancelled: Asked) -> Joined:
        """Join a community by a code. Raises SyncError, WrongPassword, JoinPaused when cancelled."""
        from workbench.desk.joining import Newcomer

        who = Newcomer(start.account, start.password)
        return self._opening.join(start.address, start.code, who, progress, cancelled, start.desk_name)

    def unfinished_join(self) -> UnfinishedJoin | None:
        """Return a first sync that was cut off."""
        return self._opening.unfinished_join()

    def resume_join(self, account: str, password: str, progress: Progress, cancelled: Asked) -> Joined:
        """Go on with it. Raises SyncError, WrongPassword, JoinPaused when cancelled."""
        from workbench.desk.joining import Newcomer

        return self._opening.resume_join(Newcomer(account, password), progress, cancelled)

    def abandon_join(self) -> None:
        """Throw away what came of it."""
        self._opening.abandon_join()

    def recover(self, passphrase: str) -> None:
        """Open the store with the recovery passphrase. Raises WrongPassphrase, PassphraseMistyped."""
        self._opening.recover(passphrase)

    def sign_out(self, who: SignedIn) -> None:
        """Note that the person left."""
        self._opening.sign_out(who.desk)


def signed_in(desk: Desk) -> SignedIn:
    """Return who sits at a desk, as the window knows them."""
    session, profile = desk.session, desk.community.profile()
    names = {post.code: post.name for post in desk.items.posts()}
    posts = "、".join(names.get(code, code) for code in session.posts)
    return SignedIn(
        staff_id=session.staff_id,
        account=session.name,
        person=session.display_name,
        # Whoever sits at a demonstration sees all the time that it is one.
        detail=" · ".join(filter(None, (profile.name if profile.demo else "", posts))),
        community=profile.name,
        permissions=frozenset(session.permissions),
        desk=desk,
        must_change_password=session.must_change_password,
    )
