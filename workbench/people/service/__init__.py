"""The verbs on the register, as one class."""

from workbench.people.service.base import Reference
from workbench.people.service.bulk import PeopleBulk
from workbench.people.service.facts import Facts
from workbench.people.service.homes import Homes
from workbench.people.service.merging import Merging, UndoneMerge
from workbench.people.service.residence import Residence
from workbench.people.service.residents import Residents

__all__ = ["PeopleBulk", "PeopleService", "Reference", "UndoneMerge"]


class PeopleService(Residents, Residence, Homes, Facts, Merging):
    """Everything staff do with the register; each verb is one transaction.

    All raise NotPermitted, and RecordNotFound for an id that is not there.
    """
