"""Imports every mapped table, so that Alembic and the tests see them all."""

from workbench.catalogue.model import CatalogueItem, CataloguePost
from workbench.census.model import (
    CensusArea,
    CensusCase,
    CensusContract,
    CensusContractMember,
    CensusDouble,
    CensusEvent,
    CensusKeying,
    CensusRecheck,
    CensusRound,
)
from workbench.community.model import Building, Community, Grid, HolidayOverride
from workbench.forms.model import FormSubmission, FormVersion
from workbench.intake.model import (
    FollowUp,
    Matter,
    MatterEvent,
    MatterMaterial,
    QueueTicket,
    Rating,
    SlipIssued,
    Visit,
)
from workbench.people.model import (
    Dwelling,
    HeldDocument,
    Household,
    Kinship,
    MergeRecord,
    ResidenceEvent,
    Resident,
    ResidentTag,
)
from workbench.people.search_index import ResidentSearch, SearchDeferred
from workbench.security.model import Attachment, SignInAttempt, StaffAccount
from workbench.store.base import Base
from workbench.store.journal import JournalEntry
from workbench.store.local import Counter, Draft, StoreFact
from workbench.sync.model import BlobTask, DeskDevice, DeskInvitation, SyncDispute, SyncExtra

__all__ = [
    "Attachment",
    "Base",
    "BlobTask",
    "Building",
    "CatalogueItem",
    "CataloguePost",
    "CensusArea",
    "CensusCase",
    "CensusContract",
    "CensusContractMember",
    "CensusDouble",
    "CensusEvent",
    "CensusKeying",
    "CensusRecheck",
    "CensusRound",
    "Community",
    "Counter",
    "DeskDevice",
    "DeskInvitation",
    "Draft",
    "Dwelling",
    "FollowUp",
    "FormSubmission",
    "FormVersion",
    "Grid",
    "HeldDocument",
    "HolidayOverride",
    "Household",
    "JournalEntry",
    "Kinship",
    "Matter",
    "MatterEvent",
    "MatterMaterial",
    "MergeRecord",
    "QueueTicket",
    "Rating",
    "ResidenceEvent",
    "Resident",
    "ResidentSearch",
    "ResidentTag",
    "SearchDeferred",
    "SignInAttempt",
    "SlipIssued",
    "StaffAccount",
    "StoreFact",
    "SyncDispute",
    "SyncExtra",
    "Visit",
]
