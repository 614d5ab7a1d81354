"""Why the server did not take a change, in plain words, and what to do about it; one line a reason."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from workbench.sync.protocol.wire import Reason


@dataclass(frozen=True, slots=True)
class Told:
    """A reason for people: a few words for the list, a sentence, and advice."""

    short: str
    sentence: str
    advice: str


def told(reason: Reason) -> Told:
    """Return a reason in the language in force."""
    return Told(*(QCoreApplication.translate("Reasons", words) for words in _REASONS[reason]))


_REASONS: dict[Reason, tuple[str, str, str]] = {
    Reason.NONE: (
        QT_TRANSLATE_NOOP("Reasons", "not taken"),
        QT_TRANSLATE_NOOP("Reasons", "The server did not take this change and gave no reason."),
        QT_TRANSLATE_NOOP("Reasons", "Compare it with the record as it stands and write it again if needed."),
    ),
    Reason.FIELD_CHANGED: (
        QT_TRANSLATE_NOOP("Reasons", "changed by both"),
        QT_TRANSLATE_NOOP("Reasons", "Somebody else changed the same thing before this change arrived."),
        QT_TRANSLATE_NOOP("Reasons", "Choose what is right, field by field; ask the other person if unsure."),
    ),
    Reason.EDITED_AFTER_DELETION: (
        QT_TRANSLATE_NOOP("Reasons", "changed after removal"),
        QT_TRANSLATE_NOOP("Reasons", "The record was changed here after it had been removed elsewhere."),
        QT_TRANSLATE_NOOP("Reasons", "Bring it back with the change, or leave it removed."),
    ),
    Reason.DELETED_AFTER_EDIT: (
        QT_TRANSLATE_NOOP("Reasons", "removed after a change"),
        QT_TRANSLATE_NOOP("Reasons", "The record was to be removed, but somebody had changed it meanwhile."),
        QT_TRANSLATE_NOOP("Reasons", "Look at the change first; then remove the record or keep it."),
    ),
    Reason.INVALID_TOGETHER: (
        QT_TRANSLATE_NOOP("Reasons", "no sense together"),
        QT_TRANSLATE_NOOP("Reasons", "Each change is right by itself, but the two together make no sense."),
        QT_TRANSLATE_NOOP("Reasons", "Choose values that fit together; a third one can be written."),
    ),
    Reason.NOT_PERMITTED: (
        QT_TRANSLATE_NOOP("Reasons", "not permitted"),
        QT_TRANSLATE_NOOP("Reasons", "Its author was not, or no longer, allowed to change this."),
        QT_TRANSLATE_NOOP("Reasons", "Somebody with the right may apply it as their own, or drop it."),
    ),
    Reason.AUTHOR_UNKNOWN: (
        QT_TRANSLATE_NOOP("Reasons", "author unknown"),
        QT_TRANSLATE_NOOP("Reasons", "The server knows no account of the person who wrote this."),
        QT_TRANSLATE_NOOP("Reasons", "If the account was just made, apply it once the account is there."),
    ),
    Reason.OUT_OF_SCOPE: (
        QT_TRANSLATE_NOOP("Reasons", "outside this desk's areas"),
        QT_TRANSLATE_NOOP("Reasons", "The record lies outside the areas this desk may write."),
        QT_TRANSLATE_NOOP(
            "Reasons", "Widen the desk's areas under Desks, or let a desk of the area apply it."
        ),
    ),
    Reason.UNKNOWN_ENTITY: (
        QT_TRANSLATE_NOOP("Reasons", "server too old"),
        QT_TRANSLATE_NOOP("Reasons", "The server does not know this kind of record yet."),
        QT_TRANSLATE_NOOP("Reasons", "Have the server updated, then apply it; here nothing is lost."),
    ),
    Reason.UNKNOWN_RECORD: (
        QT_TRANSLATE_NOOP("Reasons", "record not there"),
        QT_TRANSLATE_NOOP("Reasons", "The server has no such record to change."),
        QT_TRANSLATE_NOOP("Reasons", "It may have been merged into another; write the change there."),
    ),
    Reason.PARENT_MISSING: (
        QT_TRANSLATE_NOOP("Reasons", "belongs to nothing"),
        QT_TRANSLATE_NOOP("Reasons", "What this record belongs to is not on the server."),
        QT_TRANSLATE_NOOP("Reasons", "Settle that record first, then apply this one."),
    ),
    Reason.PARENT_REFUSED: (
        QT_TRANSLATE_NOOP("Reasons", "waits for another"),
        QT_TRANSLATE_NOOP("Reasons", "What this record belongs to was itself not taken."),
        QT_TRANSLATE_NOOP("Reasons", "Settle that one first; this one can be applied afterwards."),
    ),
    Reason.NAME_TAKEN: (
        QT_TRANSLATE_NOOP("Reasons", "number or name taken"),
        QT_TRANSLATE_NOOP("Reasons", "Another record already has this number or name."),
        QT_TRANSLATE_NOOP("Reasons", "Look whether it is the same one; if so, drop this. If not, change it."),
    ),
    Reason.WRONG_STATE: (
        QT_TRANSLATE_NOOP("Reasons", "state has moved on"),
        QT_TRANSLATE_NOOP(
            "Reasons", "The matter or household was already in a state that forbids this step."
        ),
        QT_TRANSLATE_NOOP("Reasons", "See where it stands now; take the step that fits, or drop this one."),
    ),
    Reason.INVALID: (
        QT_TRANSLATE_NOOP("Reasons", "not a valid record"),
        QT_TRANSLATE_NOOP("Reasons", "The change would make a record that breaks the rules."),
        QT_TRANSLATE_NOOP("Reasons", "Write it again on the record's own page, where the rules are checked."),
    ),
    Reason.MASS_DELETE: (
        QT_TRANSLATE_NOOP("Reasons", "many removals"),
        QT_TRANSLATE_NOOP("Reasons", "Very many records were to be removed at once. None was removed."),
        QT_TRANSLATE_NOOP("Reasons", "A second person looks at the list, then approves or drops it."),
    ),
    Reason.BLOB_MISSING: (
        QT_TRANSLATE_NOOP("Reasons", "file missing"),
        QT_TRANSLATE_NOOP("Reasons", "The scanned file of this record has not reached the server."),
        QT_TRANSLATE_NOOP("Reasons", "Let the desk that has the file sync, then apply; or scan it again."),
    ),
}
