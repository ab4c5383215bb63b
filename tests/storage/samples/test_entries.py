import numpy as np
import pytest

from handdigit.storage.samples.entries import (
    PARSED_AT_ONCE,
    Kind,
    SampleEntries,
    SampleEntry,
    group_from_row,
)

ENTRIES = SampleEntries.of(
    [
        (Kind("7", True), np.array([4, 9])),
        (Kind("3", False), np.array([1, 2, 8])),
    ]
)


def test_entries_come_in_the_order_of_their_ids():
    assert [entry.id for entry in ENTRIES] == [1, 2, 4, 8, 9]
    assert ENTRIES[2] == SampleEntry(4, "7", held_out=True)
    assert ENTRIES[-2] == SampleEntry(8, "3", held_out=False)
    assert [entry.id for entry in ENTRIES[::-1]] == [9, 8, 4, 2, 1]


def test_entries_are_the_same_where_all_columns_are():
    assert ENTRIES[:] == ENTRIES
    assert ENTRIES[:-1] != ENTRIES
    other = SampleEntries.of([(Kind("7", False), np.array([4, 9]))])
    assert other != SampleEntries.of([(Kind("7", True), np.array([4, 9]))])


def test_only_some_labels_are_kept():
    assert [entry.id for entry in ENTRIES.labelled("0123")] == [1, 2, 8]
    assert ENTRIES.labelled("37") is ENTRIES
    assert len(ENTRIES.labelled("5")) == 0


def test_entries_are_counted_and_chosen_by_kind():
    assert ENTRIES.counts() == {Kind("7", held_out=True): 2, Kind("3", held_out=False): 3}
    assert ENTRIES[:1].counts()[Kind("7", held_out=True)] == 0
    assert [entry.id for entry in ENTRIES.of_kinds(lambda kind: kind.held_out)] == [4, 9]


@pytest.mark.parametrize("entries", [ENTRIES, ENTRIES[::-1], ENTRIES[:1], ENTRIES[:0]])
def test_rows_are_found_by_id(entries):
    wanted = [9, 5, 1, 77, -3, 4]
    rows = [row for row, entry in enumerate(entries) if entry.id in wanted]
    assert entries.rows_of(wanted).tolist() == rows


def test_many_ids_are_read_in_parts():
    ids = range(1, PARSED_AT_ONCE)
    kind, found = group_from_row(("3", 0, ",".join(map(str, ids))))
    assert (kind, found.tolist()) == (Kind("3", False), [*ids])


@pytest.mark.parametrize("row", [("3", 2, "1"), ("", 0, "1"), (3, 0, "1"), ("3", 0, None)])
def test_what_no_program_wrote_is_refused(row):
    with pytest.raises((TypeError, ValueError)):
        group_from_row(row)
