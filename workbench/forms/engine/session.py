"""A form being filled by a person: answers, repeats, problems, undo, drafts and the submission at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.forms.engine import loading, submission, wording
from workbench.forms.engine.answers import NotAnAnswer
from workbench.forms.engine.assembly import assembled, without_collecting
from workbench.forms.engine.building import Builder
from workbench.forms.engine.draft import FormDraft, answers_of, by_paths, is_whole, spares_of
from workbench.forms.engine.errors import NotAllowed, UnreadableDraft
from workbench.forms.engine.journal import Journal, forget
from workbench.forms.engine.moments import stamp
from workbench.forms.engine.node import Answered, Node, NodeKind, Problem, ProblemKind
from workbench.forms.engine.paths import find, reach
from workbench.forms.engine.setting import Setting
from workbench.forms.engine.walking import everything, in_the_tree, walk
from workbench.forms.form import Form

Listener = Callable[[frozenset[Node]], None]


class FormSession:
    """One form with one set of answers; not for several threads at once."""

    def __init__(self, form: Form, setting: Setting | None = None, draft: FormDraft | None = None) -> None:
        """Begin a form, or go on with a draft of it. Raises UnreadableDraft."""
        self.form = form
        self.setting = setting or Setting()
        self.cursor = ""
        """The path where the person was last; kept in drafts."""
        self._listeners: list[Listener] = []
        self._notes: dict[Node, str] = {}
        self._journal = Journal()
        self._deprecated = ""
        self._retold = False
        if draft is not None and not is_whole(draft):
            raise UnreadableDraft(wording.BROKEN_DRAFT)
        self._seed = loading.seed_of(self.setting, draft)
        with without_collecting():
            self._open(draft)

    def _open(self, draft: FormDraft | None) -> None:
        parts = assembled(self.form, self.setting, self._seed)
        self._filling, self._texts, self._facets = parts.filling, parts.texts, parts.facets
        self._evaluator = parts.evaluator
        self.root = self._filling.root
        if draft is None:
            loading.begin(self._filling, self.setting)
        else:
            self._resume(draft, parts.builder)
        self._filling.loading = self._filling.anew = False
        known = draft["instance_id"] if draft is not None else ""
        self._instance_id = loading.name_instance(self._filling, self.setting.new_uuid, known)

    def _resume(self, draft: FormDraft, builder: Builder) -> None:
        if draft["form_id"] != self.form.form_id or draft["version"] != self.form.version:
            raise UnreadableDraft(wording.FOREIGN_DRAFT)
        self._texts.use(draft["language"])
        self._filling.anew = False
        anew = draft.get("anew", False)
        loading.resume(self._filling, builder, draft["values"], draft["repeats"], anew=anew)
        loading.keep_spare(self._filling, builder, draft.get("spare", ()))
        loading.keep_typed(self._filling, draft["typed"])
        self._notes = by_paths(self.root, draft["notes"])
        self.cursor = draft["cursor"]
        self._deprecated = draft.get("deprecated", "")

    @classmethod
    def edit(cls, form: Form, submission_xml: bytes, setting: Setting | None = None) -> FormSession:
        """Reopen a submission to correct it; its instanceID becomes the deprecatedID.

        Raises UnreadableDraft.
        """
        from workbench.forms.engine.reopening import reopened

        return cls(form, setting, reopened(form, submission_xml))

    @property
    def language(self) -> str:
        """The language the texts are in; empty where the form has but one."""
        return self._texts.language

    @language.setter
    def language(self, language: str) -> None:
        if language == self._texts.language or language not in self._texts.languages:
            return
        self._texts.use(language)
        nodes = frozenset(everything(self.root))
        forget(nodes)
        self._retold = True
        self._tell(nodes | self._retell())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the form, the default one first."""
        return self._texts.languages

    def node(self, path: str) -> Node:
        """Return the node of a path such as ``/data/member[2]/age``. Raises NoSuchNode."""
        return find(self.root, path)

    def reach(self, path: str) -> Node:
        """Return the node of a path; instances that are missing up to it are added where that is free.

        Raises NoSuchNode.
        """
        return reach(self.root, path, self._add)

    def answer(self, node: Node, value: str) -> Answered:
        """Answer a question with ODK text, as ``2026-01-31`` or ``a b c``; an empty one clears it.

        What is no answer of its type is kept as `typed` and clears the stored value. An answer to a question
        that is not asked now is kept for later. Raises NotAllowed for what is no question of this form now.
        """
        if node.kind is not NodeKind.QUESTION:
            raise NotAllowed(wording.NO_QUESTION)
        if not node.attached:
            raise NotAllowed(wording.GONE)
        if node.readonly or (node.control is None and node.bind.calculate is not None):
            return Answered(Problem(node, ProblemKind.REFUSED, wording.READONLY), frozenset())
        changed = self._take(node, value)
        if not node.relevant and value:
            return Answered(Problem(node, ProblemKind.REFUSED, wording.NOT_ASKED), changed)
        return Answered(node.problem, changed)

    def add(self, repeat: Node) -> Node:
        """Add an instance at the end of a repeat and return it. Raises NotAllowed."""
        if repeat.kind is not NodeKind.REPEAT:
            raise NotAllowed(wording.NOT_A_REPEAT)
        if not repeat.addable:
            raise NotAllowed(wording.FIXED_COUNT)
        if not repeat.attached:
            raise NotAllowed(wording.GONE)
        return self._add(repeat)

    def _add(self, repeat: Node) -> Node:
        with self._filling.deed() as deed:
            instance = self._filling.add(repeat)
        self._journal.keep(deed)
        self._tell(deed.touched)
        return instance

    def remove(self, instance: Node) -> None:
        """Remove an instance of a repeat; undo brings it back with its answers. Raises NotAllowed."""
        if instance.kind is not NodeKind.INSTANCE:
            raise NotAllowed(wording.NOT_A_REPEAT)
        if not instance.removable:
            raise NotAllowed(wording.FIXED_COUNT)
        place = instance.owner
        if place is None or not instance.attached:
            raise NotAllowed(wording.GONE)
        with self._filling.deed() as deed:
            self._filling.take_out(place, instance.position - 1)
        self._journal.keep(deed)
        self._tell(deed.touched)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the answers of all questions asked, in document order."""
        return tuple(
            node.problem for node in walk(self.root) if node.kind is NodeKind.QUESTION and node.problem
        )

    def undo(self) -> frozenset[Node] | None:
        """Take back the last answer, addition or removal; return what changed, None where there is none."""
        return self._told(self._journal.undo())

    def redo(self) -> frozenset[Node] | None:
        """Do again what was taken back last; return what changed, None where there is none."""
        return self._told(self._journal.redo())

    def submission(self) -> bytes:
        """Return the filled form as ODK XML, finished now."""
        late = {node: stamp(self.setting.clock()) for node in loading.ends(self.root)}
        return submission.write(
            self.root, self.form.instance_namespace, late, self._instance_id, self._deprecated
        )

    def draft(self) -> FormDraft:
        """Return all there is to go on later: answers, repeats, notes, and where the person was."""
        values, repeats, typed = answers_of(self.root)
        notes = {node.path: note for node, note in self._notes.items() if node.attached}
        draft = FormDraft(
            form_id=self.form.form_id, version=self.form.version, language=self.language, seed=self._seed,
            values=values, repeats=repeats, typed=typed, notes=notes, cursor=self.cursor,
            instance_id=self._instance_id,
        )  # fmt: skip
        if spares := spares_of(self.root):
            draft["spare"] = spares
        if self._deprecated:
            draft["deprecated"] = self._deprecated
        return draft

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call a listener with every node that may look different after each change; return how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def note(self, node: Node, text: str) -> None:
        """Write a note on a field (备注); an empty one removes it."""
        if text:
            self._notes[node] = text
        else:
            self._notes.pop(node, None)
        self._tell(frozenset({node}))

    def note_of(self, node: Node) -> str:
        """Return the note on a field, empty where there is none."""
        return self._notes.get(node, "")

    @property
    def faults(self) -> tuple[str, ...]:
        """What expressions of the form could not be worked out so far, as sentences."""
        return tuple(str(fault) for fault in self._evaluator.faults.values())

    def _take(self, node: Node, text: str) -> frozenset[Node]:
        with self._filling.deed() as deed:
            try:
                value = self._facets.taken(node, text)
            except NotAnAnswer:
                self._filling.keep_typed(node, text)
                self._filling.write(node, "")
            else:
                self._filling.keep_typed(node, None)
                self._filling.write(node, value)
        self._journal.keep(deed)
        return self._tell(deed.touched)

    def _tell(self, touched: Iterable[Node]) -> frozenset[Node]:
        changed = frozenset(filter(in_the_tree, touched))
        if changed:
            for listener in tuple(self._listeners):
                listener(changed)
        return changed

    def _told(self, touched: frozenset[Node] | None) -> frozenset[Node] | None:
        if touched is None:
            return None
        return self._tell(touched | self._retell() if self._retold else touched)

    def _retell(self) -> set[Node]:
        """Let what quotes texts of the form quote them in the language in force; return what changed."""
        with self._filling.deed() as deed:
            self._filling.schedule_texts()
        return deed.touched
