"""What a journal says is what was on the canvas, and what undo and redo bring back."""

from __future__ import annotations

import base64
import random
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import numpy as np
import pytest

from handdigit.gui.state.drawing import drawing_journal, drawing_records
from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture
from handdigit.gui.state.drawing.drawing_journal import DrawingJournal
from handdigit.gui.state.drawing.drawing_records import (
    DrawingState,
    change_records,
    state_of,
    whole_records,
)
from handdigit.gui.state.drawing.history import History, Page, Pages
from handdigit.ink.erase import erase
from handdigit.ink.ink import Bounds, Ink, Point, Stroke
from handdigit.ink.mending import Mending
from handdigit.number.grouping import Anchor, Apart, Grouping, Together
from handdigit.storage.journal import Journal, claimed_journal
from tests.processes import PATIENCE_S

ROOT = Path(__file__).parents[2]
WALKS, STEPS = 12, 60


def same(first: DrawingState, second: DrawingState) -> bool:
    return plain(first) == plain(second)


def plain(state: DrawingState) -> object:
    pages = state.pages
    lists = (pages.past, (pages.present,), pages.future)
    drawn = [[(plain_drawing(page.drawing), page.grouping) for page in some] for some in lists]
    return drawn, plain_drawing(state.drawing), state.reads_number


def plain_drawing(drawing: Drawing) -> object:
    if isinstance(drawing, Ink):
        return drawing
    return drawing.name, drawing.pixels.shape, drawing.pixels.tobytes(), drawing.mending


class Walk:
    """Draws, erases, opens, marks, goes back and forth, as chance has it."""

    def __init__(self, seed: int, longest: int = 2500) -> None:
        self._longest = longest
        self._chance = random.Random(seed)
        self._history = History(Page(BLANK))
        self._drawing: Drawing = BLANK
        self._grouping: Grouping = ()
        self._reads_number = False

    @property
    def state(self) -> DrawingState:
        return DrawingState(self._history.pages, self._drawing, self._reads_number)

    def step(self) -> None:
        steps = (
            self._draw, self._draw, self._grow, self._erase, self._open, self._mend, self._mark,
            self._clear, self._undo, self._undo, self._redo, self._switch,
        )  # fmt: skip
        self._chance.choice(steps)()

    def _point(self) -> Point:
        x, y = self._chance.random(), self._chance.random()
        rest = self._chance.choice(((None, None), (None, 1.25), (self._chance.random(), 7e5)))
        return Point(x, y, *rest)

    def _draw(self) -> None:
        self._grow()
        self._commit()

    def _grow(self) -> None:
        """Draw on, and do not lift the pen."""
        points = tuple(self._point() for _ in range(self._chance.choice((1, 3, self._longest))))
        ink = self._drawing if isinstance(self._drawing, Ink) else BLANK
        self._drawing = ink.with_stroke(Stroke(points))

    def _erase(self) -> None:
        if isinstance(self._drawing, Ink):
            self._drawing = erase(self._drawing, self._point().x, self._point().y, 0.2)
            self._commit()

    def _open(self) -> None:
        shape = self._chance.randint(1, 9), self._chance.randint(1, 9), 4
        pixels = np.frombuffer(self._chance.randbytes(4 * shape[0] * shape[1]), np.uint8)
        self._drawing, self._grouping = Picture("\udcff.png", pixels.reshape(shape)), ()
        self._commit()

    def _mend(self) -> None:
        if isinstance(self._drawing, Picture):
            turned = self._drawing.mending.turned(1)
            left, top = self._chance.random() / 2, self._chance.random() / 2
            self._drawing = self._drawing.mended_as(turned.cut(Bounds(left, top, 1.0, 0.9)))
            if self._chance.random() < 0.5:
                self._commit()

    def _mark(self) -> None:
        kind = self._chance.choice((Together, Apart))
        self._grouping = (
            *self._grouping,
            kind((Anchor(0, 1, self._point()), Anchor(2, 3, self._point()))),
        )
        self._commit()

    def _clear(self) -> None:
        if self._drawing != BLANK:
            self._drawing, self._grouping = BLANK, ()
            self._commit()

    def _switch(self) -> None:
        self._reads_number = not self._reads_number

    def _commit(self) -> None:
        self._history.commit(Page(self._drawing, self._grouping))

    def _undo(self) -> None:
        self._go(self._history.undo())

    def _redo(self) -> None:
        self._go(self._history.redo())

    def _go(self, page: Page | None) -> None:
        if page is not None:
            self._drawing, self._grouping = page.drawing, page.grouping


def recovered(state: DrawingState) -> DrawingState:
    """Return what is to come back: a stroke in progress is a step of its own."""
    pages = state.pages
    history = History(pages.present, pages.past, pages.future)
    history.commit(Page(state.drawing, pages.present.grouping))
    return DrawingState(history.pages, state.drawing, state.reads_number)


@pytest.mark.parametrize("seed", range(WALKS))
def test_records_of_every_step_lead_to_the_same_state(seed: int) -> None:
    walk = Walk(seed)
    records = list(whole_records(walk.state))
    for _ in range(STEPS):
        before = walk.state
        walk.step()
        change = change_records(before, walk.state)
        assert change is not None
        records += change
    for written in (records, list(whole_records(walk.state))):
        state, is_whole = state_of(written)
        assert is_whole
        assert same(state, recovered(walk.state))


def test_a_stroke_that_grows_costs_what_is_new() -> None:
    stroke = Stroke(tuple(Point(0.5, i / 1000) for i in range(500)))
    long = Ink((stroke,))
    longer = Ink((stroke.with_point(Point(0.5, 1.0)),))
    pages = History(Page(BLANK)).pages
    change = change_records(DrawingState(pages, long, False), DrawingState(pages, longer, False))
    assert change == [["draw", 0, 500, [[0.5, 1.0]]]]


def test_a_picture_that_is_mended_is_not_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Picture("one", np.full((100, 100, 4), 7, np.uint8))
    turned = picture.mended_as(Mending().turned(1))
    before = DrawingState(Pages((), Page(picture), ()), picture, False)
    after = DrawingState(Pages((before.pages.present,), Page(turned), ()), turned, False)
    assert change_records(before, after) == [["mend", {"turns": 1}], ["commit", []]]
    monkeypatch.setattr(drawing_records, "HISTORY_BYTES", picture.pixels.nbytes // 2)
    records = list(whole_records(after))
    assert [record[0] for record in records] == ["picture", "begin", "mend", "commit", "number"]
    kept, _ = state_of(records)
    assert [p.drawing.mending for p in kept.pages.past] == [Mending()]
    assert kept.drawing.mending == turned.mending


def test_pages_beyond_the_budget_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = [Picture(str(i), np.full((10, 10, 4), i, np.uint8)) for i in range(20)]
    pages = tuple(map(Page, pictures))
    monkeypatch.setattr(drawing_records, "HISTORY_BYTES", 5 * pictures[0].pixels.nbytes)
    kept, _ = state_of(whole_records(DrawingState(
        Pages(pages[:10], pages[10], tuple(reversed(pages[11:]))), pictures[10], False
    )))  # fmt: skip
    assert [page.drawing.name for page in kept.pages.past] == list("56789")
    assert kept.pages.present.drawing.name == "10"
    assert [page.drawing.name for page in kept.pages.future] == ["15", "14", "13", "12", "11"]


class Kept:
    """A journal that is written by a thread, and what it finds."""

    def __init__(self, folder: Path) -> None:
        self.found: DrawingState | None = None
        self.refusals: list[str] = []
        self._said = threading.Event()
        self._journal = DrawingJournal(folder, self._take, self._refuse)

    def _take(self, state: DrawingState) -> None:
        self.found = state
        self._said.set()

    def _refuse(self, sentence: str) -> None:
        self.refusals.append(sentence)
        self._said.set()

    def run(self, *states: DrawingState, adopts: bool = True) -> DrawingState:
        """Keep states until the end; return what was found first."""
        self._journal.start()
        assert self._said.wait(PATIENCE_S)
        if self.found is not None and adopts:
            self._journal.adopt(self.found)
        for state in states:
            self._journal.put(state)
        self._journal.close()
        return self.found or states[0]


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    walk = Walk(5, longest=20)
    with claimed_journal(tmp_path / "walk") as journal:
        journal.rewrite(whole_records(walk.state))
        for _ in range(STEPS):
            before = walk.state
            walk.step()
            change = change_records(before, walk.state)
            assert change is not None
            journal.append(change)
        return journal.path.read_bytes()


def test_a_journal_that_is_cut_or_damaged_is_read_as_far_as_it_goes(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "1.journal"
    chance = random.Random(50)
    cut = [content[:size] for size in range(0, len(content), 50)]
    changed = []
    for _ in range(100):
        damaged = bytearray(content)
        damaged[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        changed.append(bytes(damaged))
    longest = 0
    for some in (*cut, *changed):
        path.write_bytes(some)
        state, is_whole = state_of(Journal(path).records)
        assert is_whole
        longest = max(longest, len(state.pages.past))
    assert longest > 5


def test_short_records_of_large_pictures_do_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    blank = ["picture", "", 64, 64, base64.b64encode(zlib.compress(bytes(64 * 64 * 4))).decode()]
    monkeypatch.setattr(drawing_records, "READ_BYTES", 3 * 64 * 64 * 4)
    state, is_whole = state_of([["begin", []], *[blank, ["commit", []]] * 20])
    assert is_whole
    assert len(state.pages.past) == 3


def test_records_that_make_no_sense_end_the_reading() -> None:
    sensible = ["draw", 0, 0, [[0.5, 0.5]]]
    for record in (
        None, {}, [], ["leap"], ["undo"], ["redo"], ["number", 1], ["commit", 5],
        ["commit", [["near", [[0, 0]], [[0, 0]]]]], ["commit", [["apart", [[0]], [[0, 0]]]]],
        ["draw", 5, 0, [[0, 0]]], ["draw", -1, 0, [[0, 0]]], ["draw", 0, 9, [[0, 0]]],
        ["draw", 10**400, 0, [[0, 0]]], ["draw", 1, 0, [[1e400, 0]]], ["draw", 1, 0, "ab"],
        ["picture", "", 2, 2, "!"], ["picture", "", 2, 2, "eJw="], ["picture", "", -1, -1, ""],
        ["picture", "", 10**9, 10**9, ""],
    ):  # fmt: skip
        state, is_whole = state_of([sensible, record, ["commit", []]])
        assert not is_whole
        assert state.drawing == Ink((Stroke((Point(0.5, 0.5),)),))


def test_a_damaged_journal_is_kept_beside_the_new_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "1.journal"
    damaged = content.replace(b"commit", b"permit", 1)
    path.write_bytes(damaged)
    kept = Kept(tmp_path)
    kept.run()
    assert path.with_suffix(".damaged").read_bytes() == damaged
    assert Journal(path).is_whole
    (sentence,) = kept.refusals
    assert sentence.endswith("1.damaged is damaged.")


@pytest.fixture
def drawn() -> DrawingState:
    walk = Walk(1)
    for _ in range(STEPS):
        walk.step()
    assert walk.state.drawing != BLANK
    return walk.state


def test_what_was_kept_is_found_by_the_next(tmp_path: Path, drawn: DrawingState) -> None:
    assert Kept(tmp_path).run(drawn).is_blank
    assert same(Kept(tmp_path).run(), recovered(drawn))


WALKER = """
import sys
from pathlib import Path
from tests.gui.test_drawing_journal import STEPS, DrawingJournal, Walk

walk = Walk(int(sys.argv[2]), longest=20)
found = lambda _: journal.adopt(walk.state)
journal = DrawingJournal(Path(sys.argv[1]), found, print)
journal.start()
size = lambda: sum(path.stat().st_size for path in Path(sys.argv[1]).glob("*.journal"))
for _ in range(STEPS):
    walk.step()
    journal.put(walk.state)
    while not size() and len(walk.state.pages.past) > 3:
        pass  # so far nothing was found: the first file is still to come
    print("step", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("seed", range(4))
def test_a_process_that_is_killed_leaves_one_of_its_states(tmp_path: Path, seed: int) -> None:
    walk = Walk(seed, longest=20)
    states = [plain(recovered(walk.state))]
    for _ in range(STEPS):
        walk.step()
        states.append(plain(recovered(walk.state)))
    command = [sys.executable, "-c", WALKER, str(tmp_path), str(seed)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        for _ in range(STEPS * (seed + 1) // 4):
            assert process.stdout.readline() == b"step\n"
        process.kill()
    found = Kept(tmp_path).run()
    assert not found.is_blank
    assert plain(found) in states


def test_a_window_that_closes_before_it_takes_what_was_found_leaves_both(
    tmp_path: Path, drawn: DrawingState
) -> None:
    ink = Ink((Stroke((Point(0.25, 0.25),)),))
    history = History(Page(BLANK))
    history.commit(Page(ink))
    Kept(tmp_path).run(drawn)
    Kept(tmp_path).run(DrawingState(history.pages, ink, False), adopts=False)
    found = Kept(tmp_path).run(DrawingState(History(Page(BLANK)).pages, BLANK, False), adopts=False)
    assert found.drawing == ink
    before = recovered(drawn)
    assert plain_drawing(found.pages.past[-1].drawing) == plain_drawing(before.drawing)
    assert len(found.pages.past) == len(before.pages.past) + 1
    assert same(Kept(tmp_path).run(), found)  # the third has drawn nothing


def test_a_folder_that_takes_nothing_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "drawings"
    folder.write_text("a file")
    kept = Kept(folder)
    state = Walk(1).state
    kept.run(state, state, state)
    (sentence,) = kept.refusals
    assert "cannot be written" in sentence


def test_a_large_journal_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_journal, "REWRITTEN_FROM", 2000)
    ink = Ink((Stroke((Point(0.25, 0.25),)),))
    drawn = History(Page(BLANK))
    drawn.commit(Page(ink))
    there = drawn.pages
    drawn.undo()
    back = drawn.pages
    states = [DrawingState(there, ink, False), DrawingState(back, BLANK, False)] * 200
    Kept(tmp_path).run(*states)
    assert (tmp_path / "1.journal").stat().st_size < 3000
    assert same(Kept(tmp_path).run(), states[-1])
