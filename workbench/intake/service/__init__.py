"""The verbs of intake, each one unit of work that keeps everything or nothing."""

from workbench.intake.service.bench import Circumstances
from workbench.intake.service.counter import Counter
from workbench.intake.service.handling import Handling
from workbench.intake.service.queue import Queue
from workbench.intake.service.ratings import Ratings
from workbench.intake.service.transfer import Transfer
from workbench.intake.service.upkeep import Upkeep

__all__ = ["Circumstances", "IntakeService"]


class IntakeService(Queue, Counter, Handling, Transfer, Ratings, Upkeep):
    """Everything a signed-in person may do with queue, matters and ratings."""
