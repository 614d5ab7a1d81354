"""What the journal's records and deeds are called: kinds of record and kinds of journal row."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.kit.tones import Tone
from workbench.store.journal import JournalKind


def record_word(entity: str) -> str:
    """Return what a kind of record is called in the language in force; a newer desk's kind as it is."""
    return QCoreApplication.translate("Records", _RECORDS.get(entity, entity))


def deed_word(kind: JournalKind) -> str:
    """Return what somebody did, in one or two words."""
    return QCoreApplication.translate("Deeds", _DEEDS[kind])


def deed_tone(kind: JournalKind) -> Tone:
    """Return the tone of what somebody did; the words say it too."""
    return _TONES.get(kind, Tone.NEUTRAL)


_RECORDS = {
    "resident": QT_TRANSLATE_NOOP("Records", "Resident"),
    "household": QT_TRANSLATE_NOOP("Records", "Household"),
    "dwelling": QT_TRANSLATE_NOOP("Records", "Dwelling"),
    "resident_tag": QT_TRANSLATE_NOOP("Records", "Tag"),
    "kinship": QT_TRANSLATE_NOOP("Records", "Family tie"),
    "held_document": QT_TRANSLATE_NOOP("Records", "Held document"),
    "residence_event": QT_TRANSLATE_NOOP("Records", "Move"),
    "merge_record": QT_TRANSLATE_NOOP("Records", "Merge"),
    "community": QT_TRANSLATE_NOOP("Records", "Community profile"),
    "grid": QT_TRANSLATE_NOOP("Records", "Grid"),
    "building": QT_TRANSLATE_NOOP("Records", "Building"),
    "holiday_override": QT_TRANSLATE_NOOP("Records", "Holiday"),
    "staff_account": QT_TRANSLATE_NOOP("Records", "Staff account"),
    "attachment": QT_TRANSLATE_NOOP("Records", "Attachment"),
    "queue_ticket": QT_TRANSLATE_NOOP("Records", "Queue ticket"),
    "visit": QT_TRANSLATE_NOOP("Records", "Visit"),
    "matter": QT_TRANSLATE_NOOP("Records", "Matter"),
    "matter_material": QT_TRANSLATE_NOOP("Records", "Material"),
    "matter_event": QT_TRANSLATE_NOOP("Records", "Step of a matter"),
    "slip_issued": QT_TRANSLATE_NOOP("Records", "Slip"),
    "rating": QT_TRANSLATE_NOOP("Records", "Rating"),
    "follow_up": QT_TRANSLATE_NOOP("Records", "Follow-up"),
    "catalogue_item": QT_TRANSLATE_NOOP("Records", "Service item"),
    "catalogue_post": QT_TRANSLATE_NOOP("Records", "Post"),
    "report": QT_TRANSLATE_NOOP("Records", "Report"),
    "form_version": QT_TRANSLATE_NOOP("Records", "Version of a form"),
    "form_submission": QT_TRANSLATE_NOOP("Records", "Filled form"),
    "census_round": QT_TRANSLATE_NOOP("Records", "Round"),
    "census_contract": QT_TRANSLATE_NOOP("Records", "Contract"),
    "census_contract_member": QT_TRANSLATE_NOOP("Records", "Person under contract"),
    "census_area": QT_TRANSLATE_NOOP("Records", "Area"),
    "census_case": QT_TRANSLATE_NOOP("Records", "Household's form"),
    "census_event": QT_TRANSLATE_NOOP("Records", "Step of a household's form"),
    "census_keying": QT_TRANSLATE_NOOP("Records", "Sitting"),
    "census_double": QT_TRANSLATE_NOOP("Records", "Second typing"),
    "census_recheck": QT_TRANSLATE_NOOP("Records", "Second interview"),
    "desk_device": QT_TRANSLATE_NOOP("Records", "Desk"),
    "desk_invitation": QT_TRANSLATE_NOOP("Records", "Invitation"),
    "sync_dispute": QT_TRANSLATE_NOOP("Records", "Question of sync"),
}
_DEEDS = {
    JournalKind.CREATE: QT_TRANSLATE_NOOP("Deeds", "Added"),
    JournalKind.PATCH: QT_TRANSLATE_NOOP("Deeds", "Changed"),
    JournalKind.DELETE: QT_TRANSLATE_NOOP("Deeds", "Removed"),
    JournalKind.RESTORE: QT_TRANSLATE_NOOP("Deeds", "Restored"),
    JournalKind.VIEW: QT_TRANSLATE_NOOP("Deeds", "Viewed"),
    JournalKind.UNMASK: QT_TRANSLATE_NOOP("Deeds", "Unmasked"),
    JournalKind.EXPORT: QT_TRANSLATE_NOOP("Deeds", "Exported"),
    JournalKind.PRINT: QT_TRANSLATE_NOOP("Deeds", "Printed"),
    JournalKind.SIGN_IN: QT_TRANSLATE_NOOP("Deeds", "Signed in"),
    JournalKind.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("Deeds", "Wrong password"),
    JournalKind.SIGN_OUT: QT_TRANSLATE_NOOP("Deeds", "Signed out"),
}
_TONES = {
    JournalKind.CREATE: Tone.SUCCESS,
    JournalKind.PATCH: Tone.ACCENT,
    JournalKind.DELETE: Tone.DANGER,
    JournalKind.RESTORE: Tone.SUCCESS,
    JournalKind.UNMASK: Tone.WARNING,
    JournalKind.EXPORT: Tone.INFO,
    JournalKind.PRINT: Tone.INFO,
    JournalKind.SIGN_IN_FAILED: Tone.DANGER,
}
