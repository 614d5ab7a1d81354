"""What is written here goes up once, in order, and never half a transaction."""

from hypothesis import given
from hypothesis import strategies as st

from tests.sync.joined import JoinedDesk
from workbench.community.model import Grid
from workbench.standards.chain import GENESIS, chain_hash
from workbench.store.journal import JournalKind
from workbench.sync import facts
from workbench.sync.outbox import Outbox, cut


@given(st.lists(st.integers(1, 7), min_size=1, max_size=12), st.integers(1, 9))
def test_a_batch_ends_where_a_transaction_ends_or_is_full(sizes, limit):
    clocks, ends = [], []
    for number, size in enumerate(sizes):
        clocks += [(number << 16) + step for step in range(size)]
        ends.append(len(clocks))
    taken = cut(clocks, limit)
    assert 1 <= taken <= limit or taken == len(clocks) <= limit
    if sizes[0] <= limit:
        assert taken in ends
    assert taken == max([end for end in ends if end <= limit], default=limit)


def test_changes_carry_the_chain_so_that_the_server_can_follow_it(store, actor):
    desk = JoinedDesk(store, actor)
    desk.edit_grid(desk.add_grid(), name="改名")
    with store.write(actor) as work:
        work.note(JournalKind.VIEW, "grid", "g", {"screen": "网格"})
    previous = GENESIS
    for change in desk.batch().changes:
        previous = chain_hash(tuple(change[:13]), previous)
        assert change[13] == previous.hex()
    assert [change[4] for change in desk.batch().changes] == ["create", "patch", "view"]


def test_what_was_answered_is_not_sent_again(store, actor):
    desk = JoinedDesk(store, actor)
    desk.add_grid()
    desk.accept_all()
    assert Outbox(store).next() is None and desk.unsent() == 0
    assert desk.fact(facts.SENT_THROUGH) == "1"
    row = desk.journal(received=False)[0]
    assert (row.outcome, row.log_seq, row.sent_at is None) == ("accepted", 1, False)


def test_a_change_without_an_answer_waits_on(store, actor):
    desk = JoinedDesk(store, actor)
    desk.add_grid("1")
    desk.add_grid("2")
    batch = desk.batch()
    desk.answer(batch, desk.accepted(batch.sent[1].op_id))
    assert [sent.op_id for sent in desk.batch().sent] == [batch.sent[0].op_id]
    assert desk.fact(facts.SENT_THROUGH) == "0"


def test_the_next_batch_can_be_read_before_the_last_is_answered(store, actor):
    desk = JoinedDesk(store, actor)
    for number in range(5):
        desk.add_grid(str(number))
    outbox = Outbox(store)
    first = outbox.next(0, 2)
    second = outbox.next(first.last, 2)
    assert [sent.device_seq for sent in (*first.sent, *second.sent)] == [1, 2, 3, 4]


def test_a_transaction_larger_than_a_push_is_sent_in_order_all_the_same(store, actor):
    desk = JoinedDesk(store, actor)
    with store.write(actor) as work:
        work.insert_many(Grid, [{"code": str(number), "name": "网格"} for number in range(1100)])
    sizes, after = [], 0
    while (batch := Outbox(store).next(after)) is not None:
        sizes.append(len(batch.sent))
        after = batch.last
    assert sum(sizes) == 1100 and max(sizes) <= 500 and desk.unsent() == 1100
