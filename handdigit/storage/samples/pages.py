"""The rows in the pages of an SQLite file, read without SQLite, which gives up at damage.

A damaged page costs the rows in it, not those that are found through it. The format:
https://sqlite.org/fileformat2.html
"""

from __future__ import annotations

from collections.abc import Iterator

PAGE = 4096
"""Bytes of a page; SQLite takes so many unless it is told otherwise."""
_FILE_HEADER = 100
_TABLE_LEAF = 0x0D
_LARGEST_LOCAL = PAGE - 35
_SMALLEST_LOCAL = (PAGE - 12) * 32 // 255 - 23
"""Bytes of a row in its own page; the rest is in a chain of overflow pages."""
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
"""Serial types of values."""

Values = tuple[int | str | bytes | None, ...]


def rows_in_pages(content: bytes) -> Iterator[tuple[int, Values]]:
    """Yield the number and the columns of every readable row, of whichever table it is.

    Rows that were deleted may be among them, as may be any value in place of a damaged one.
    """
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        header = _FILE_HEADER if start == 0 else 0
        if len(page) < PAGE or page[header] != _TABLE_LEAF:
            continue
        for cell in range(_integer(page, header + 3, 2)):
            try:
                at = _integer(page, header + 8 + 2 * cell, 2)
                length, at = _varint(page, at)
                number, at = _varint(page, at)
                yield number, _values(_payload(content, page, at, length))
            except (IndexError, ValueError):  # outside its page, or no text
                continue


def _payload(content: bytes, page: bytes, at: int, length: int) -> bytes:
    if length <= _LARGEST_LOCAL:
        return page[at : at + length]
    local = _SMALLEST_LOCAL + (length - _SMALLEST_LOCAL) % (PAGE - 4)
    if local > _LARGEST_LOCAL:
        local = _SMALLEST_LOCAL
    parts, left = [page[at : at + local]], length - local
    following = _integer(page, at + local, 4)
    while left > 0:
        overflow = content[(following - 1) * PAGE : following * PAGE] if following else b""
        following = _integer(overflow, 0, 4)
        parts.append(overflow[4 : 4 + left])
        left -= PAGE - 4
        if len(parts) > len(content) // PAGE + 1:
            raise ValueError("the chain of overflow pages is a circle")
    return b"".join(parts)


def _values(record: bytes) -> Values:
    types = []
    value_at, at = _varint(record, 0)
    while at < value_at:
        kind, at = _varint(record, at)
        types.append(kind)
    values: list[int | str | bytes | None] = []
    for kind in types:
        size = _INTEGER_BYTES.get(kind, 8 if kind == _FLOAT else max(kind - _FIRST_BLOB, 0) // 2)
        part = record[value_at : value_at + size]
        value_at += size
        if len(part) < size:
            raise ValueError("the row ends too early")
        if kind in _INTEGER_BYTES:
            values.append(int.from_bytes(part, signed=True))
        elif kind in (_ZERO, _ONE):
            values.append(kind - _ZERO)
        elif kind >= _FIRST_BLOB:
            values.append(part.decode() if kind % 2 else part)
        else:
            values.append(None)  # also a float, which no column has
    return tuple(values)


def _integer(data: bytes, at: int, size: int) -> int:
    part = data[at : at + size]
    if len(part) < size:
        raise IndexError("outside the page")
    return int.from_bytes(part)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of 7 bits a byte, the highest first, and where it ends."""
    value = 0
    for byte in data[at : at + 8]:
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1
