"""Files changed inside, with sizes and checksums put right: a reader gets past their outside."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import struct
import zlib
from random import Random
from typing import Any

import numpy as np
import safetensors.numpy
from safetensors import SafetensorError

from handdigit.errors import DECODER_ERRORS
from tests.fuzz.mutation import EXTREMES, change_bytes, change_json, change_text

# --- .safetensors: the size of a JSON header, the header, the numbers ----------------------------

_VALUES = (np.nan, np.inf, -np.inf, 3e38, -3e38, 65504.0, 1e-40, 0.0, -1.0, 1e6)
_DTYPES = ("F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL", "F8_E4M3", "U64")


def change_tensors(rng: Random, content: bytes) -> bytes:
    """Change description, header or numbers of a ``.safetensors`` file; its sizes stay right."""
    try:
        return _change_inside(rng, content)
    except DECODER_ERRORS:  # one of the corpus that has no structure
        return change_bytes(rng, content)


def _change_inside(rng: Random, content: bytes) -> bytes:
    size = int.from_bytes(content[:8], "little")
    header, numbers = json.loads(content[8 : 8 + size]), bytearray(content[8 + size :])
    tensors = [name for name in header if name != "__metadata__"]
    described = header.get("__metadata__", {})
    text = None
    match rng.randrange(8):
        case 0 | 1 | 2 if described:
            key = rng.choice([*described])
            described[key] = change_json(rng, described[key])
        case 3 if described:
            key = rng.choice([*described])
            described[key] = change_text(rng, described[key])
        case 4 | 5 if tensors:
            _change_numbers(rng, header[rng.choice(tensors)], numbers)
        case 6 if tensors:
            _change_tensor(rng, header, rng.choice(tensors), numbers)
        case _:
            text = change_json(rng, json.dumps(header))
    written = (text or json.dumps(header)).encode("utf-8", "surrogatepass")
    written += b" " * (-len(written) % 8)
    return len(written).to_bytes(8, "little") + written + numbers


def _change_numbers(rng: Random, tensor: dict[str, Any], numbers: bytearray) -> None:
    start, stop = tensor["data_offsets"]
    kind = {"F64": "<f8", "F32": "<f4", "F16": "<f2"}.get(tensor["dtype"])
    if kind is None or stop <= start:
        numbers[start:stop] = bytes(rng.randrange(256) for _ in range(stop - start))
        return
    values = np.frombuffer(numbers, kind, (stop - start) // int(kind[2]), start).copy()
    with np.errstate(over="ignore"):
        chosen = np.float64(rng.choice(_VALUES)).astype(kind)
    values[slice(None) if rng.random() < 0.3 else rng.randrange(len(values))] = chosen
    numbers[start:stop] = values.tobytes()


def _change_tensor(rng: Random, header: dict[str, Any], name: str, numbers: bytearray) -> None:
    tensor = header[name]
    start, stop = tensor["data_offsets"]
    match rng.randrange(5):
        case 0:
            tensor["shape"] = rng.choice(([int(np.prod(tensor["shape"]))], [1, *tensor["shape"]]))
        case 1:
            tensor["shape"] = tensor["shape"][::-1]
        case 2:
            tensor["dtype"] = rng.choice(_DTYPES)
        case 3:
            renamed = rng.choice(("", "0/" + name, name + ".bias", "\u0000", "running_mean"))
            header[renamed] = header.pop(name)
        case _:
            # Without it the numbers behind it move up.
            del header[name], numbers[start:stop]
            for key, other in header.items():
                if key != "__metadata__" and other["data_offsets"][0] >= stop:
                    other["data_offsets"] = [at - (stop - start) for at in other["data_offsets"]]


def change_checkpoint(rng: Random, content: bytes) -> bytes:
    """Change a checkpoint as above; of those that are whole, give most the right checksum."""
    changed = change_tensors(rng, content)
    if rng.random() < 0.2:
        return changed
    with contextlib.suppress(SafetensorError, *DECODER_ERRORS):
        size = int.from_bytes(changed[:8], "little")
        header = json.loads(changed[8 : 8 + size])
        (key,) = header["__metadata__"]
        checksum = 0
        arrays = safetensors.numpy.load(changed)
        for name in sorted(arrays):
            checksum = zlib.crc32(arrays[name].tobytes(), zlib.crc32(name.encode(), checksum))
        described = header["__metadata__"][key]
        before = json.loads(described)["checksum"]
        header["__metadata__"][key] = described.replace(str(before), str(checksum))
        written = json.dumps(header).encode()
        return len(written).to_bytes(8, "little") + written + changed[8 + size :]
    return changed


# --- pictures: chunks of PNG and WebP, segments of JPEG, notes of a camera in all three ----------

_PNG = b"\x89PNG\r\n\x1a\n"


def change_picture(rng: Random, content: bytes) -> bytes:
    """Change a part of a picture, put parts in other orders, or write camera notes into it."""
    with contextlib.suppress(*DECODER_ERRORS):  # one of the corpus that has no such parts
        if content.startswith(_PNG):
            return _change_png(rng, content)
        if content.startswith(b"\xff\xd8"):
            return _change_jpeg(rng, content)
        if content.startswith(b"RIFF"):
            return _change_webp(rng, content)
    # The sizes of a BMP stand in its first bytes.
    return change_bytes(rng, content[:64]) + content[64:]


Part = tuple[bytes, bytes]
"""The name of a part and what is in it."""


def _change_parts(rng: Random, parts: list[Part], notes: Part) -> None:
    place = rng.randrange(len(parts))
    name, inside = parts[place]
    match rng.randrange(7):
        case 0 | 1:
            parts.insert(min(1, place), notes)
        case 2 if inside:
            parts[place] = (name, change_bytes(rng, inside))
        case 3:
            # Numbers stand at the beginning of most parts, sizes among them.
            at = rng.randrange(min(13, len(inside)) + 1)
            value = struct.pack(">I", rng.choice((0, 1, 2, 300, 9000, 65535, 2**31 - 1, 2**32 - 1)))
            parts[place] = (name, inside[:at] + value + inside[at + 4 :])
        case 4:
            del parts[place]
        case 5:
            parts.insert(rng.randrange(len(parts) + 1), parts[place])
        case _:
            other = rng.randrange(len(parts))
            parts[place], parts[other] = parts[other], parts[place]


def _change_png(rng: Random, content: bytes) -> bytes:
    parts, at = [], len(_PNG)
    while at + 12 <= len(content):
        (size,) = struct.unpack_from(">I", content, at)
        parts.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + size]))
        at += 12 + size
    _change_parts(rng, parts, _png_notes(rng))
    return _PNG + b"".join(
        struct.pack(">I", len(inside))
        + name
        + inside
        + struct.pack(">I", zlib.crc32(name + inside))
        for name, inside in parts
    )


def _png_notes(rng: Random) -> Part:
    text = zlib.compress(rng.choice(EXTREMES).encode("utf-8", "surrogatepass") * 50)
    return rng.choice(
        (
            *[(b"eXIf", camera_notes(rng))] * 3,
            (b"zTXt", b"Raw profile type exif\0\0" + text),
            (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + text),
            (b"iCCP", b"profile\0\0" + text),
            (b"acTL", struct.pack(">II", rng.choice((0, 2, 2**31)), 0)),
            (b"tRNS", rng.randbytes(rng.choice((1, 2, 6, 256)))),
            (b"PLTE", rng.randbytes(rng.choice((0, 3, 768, 769)))),
            (b"pHYs", rng.randbytes(9)),
        )
    )


def _change_jpeg(rng: Random, content: bytes) -> bytes:
    parts, at = [], 2
    while content[at + 1] != 0xDA:  # from here on there are pixels, in no parts
        (size,) = struct.unpack_from(">H", content, at + 2)
        parts.append((content[at : at + 2], content[at + 4 : at + 2 + size]))
        at += 2 + size
    _change_parts(rng, parts, (b"\xff\xe1", b"Exif\0\0" + camera_notes(rng)))
    segments = (n + struct.pack(">H", min(len(p) + 2, 65535)) + p for n, p in parts)
    return b"\xff\xd8" + b"".join(segments) + content[at:]


def _change_webp(rng: Random, content: bytes) -> bytes:
    parts, at = [], 12
    while at + 8 <= len(content):
        (size,) = struct.unpack_from("<I", content, at + 4)
        parts.append((content[at : at + 4], content[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    _change_parts(rng, parts, (b"EXIF", camera_notes(rng)))
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(inside)) + inside + b"\0" * (len(inside) % 2)
        for name, inside in parts
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def camera_notes(rng: Random) -> bytes:
    """Return Exif: a directory of entries of which some are as no camera writes them."""
    order = rng.choice("<>")
    entries = b""
    count = rng.choice((1, 1, 2, 3, 20))
    for _ in range(count):
        tag = rng.choice((0x0112, 0x0112, 0x8769, 0x8825, 0x014A, 0x0111, rng.randrange(65536)))
        kind = rng.choice((3, 3, rng.randrange(15)))
        amount = rng.choice((1, 1, 0, 2, 1000, 2**32 - 1))
        value = rng.choice((rng.randrange(10), rng.randrange(10), 8, 26, 2**16, 2**32 - 1))
        entries += struct.pack(f"{order}HHI", tag, kind, amount)
        # A short number stands in the first two of the four bytes.
        if kind == 3 and rng.random() < 0.7:
            entries += struct.pack(f"{order}HH", value % 65536, 0)
        else:
            entries += struct.pack(f"{order}I", value)
    begin = b"II" if order == "<" else b"MM"
    said = rng.choice((count, count, count + 5, 0, 65535))
    after = struct.pack(f"{order}I", rng.choice((0, 0, 8, 2**32 - 1))) + rng.randbytes(16)
    notes = begin + struct.pack(f"{order}HIH", 42, 8, said) + entries + after
    return notes if rng.random() < 0.7 else change_bytes(rng, notes)


# --- SQLite: pages, and what its cells hold ------------------------------------------------------

_CELLS = (
    *(None, 0, -1, 2, 2**63 - 1, 1e308, float("inf"), "", "0", "7", "\0", "x" * 70_000, b"", b"7"),
    *(
        b"\xff" * 784,
        b"\xff\xfe",
        "[]",
        "{}",
        '{"strokes": 5}',
        '{"strokes": [[[0, 0]]]}',
        "[" * 9000,
    ),
    '{"strokes": [[[1e999, NaN]]]}',
)


def change_database(rng: Random, content: bytes) -> bytes:
    """Change bytes of one page of an SQLite database, or through SQL what no program writes."""
    if rng.random() < 0.5:
        start = rng.randrange(max(1, len(content) // 512)) * 512
        page = change_bytes(rng, content[start : start + 512])[:512].ljust(512, b"\0")
        return content[:start] + page + content[start + 512 :]
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        try:
            database.deserialize(content[:18] + b"\1\1" + content[20:])  # no write-ahead log
            for pragma in ("ignore_check_constraints = ON", "writable_schema = ON"):
                database.execute(f"PRAGMA {pragma}")
            _change_cells(rng, database)
            return database.serialize()
        except (sqlite3.Error, UnicodeDecodeError):
            return change_bytes(rng, content)


def _change_cells(rng: Random, database: sqlite3.Connection) -> None:
    tables = [
        name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE sql <> ''")
    ]
    table = rng.choice([*tables, "sqlite_schema"])
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    match rng.randrange(6):
        case 0:
            database.execute(f"PRAGMA user_version = {rng.choice((0, 1, 2, 3, -1, 2**31 - 1))}")
        case 1:
            database.execute(f"PRAGMA application_id = {rng.choice((0, 1, -1))}")
        case 2:
            database.execute(f"DELETE FROM {table} WHERE abs(random()) % 2 = 0")
        case _ if columns:
            column, some = rng.choice(columns), rng.choice(("TRUE", "rowid = 1", "rowid % 2 = 0"))
            changed = f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {some}"
            database.execute(changed, (rng.choice(_CELLS),))


# --- a journal: a checksum and JSON a line ---------------------------------------------------


def change_journal(rng: Random, content: bytes) -> bytes:
    """Change a record of a journal, or the order of its records; checksums stay right."""
    lines = content.splitlines(keepends=True)
    place = rng.randrange(len(lines))
    line = lines.pop(place)
    if rng.random() < 0.7:
        text = change_json(rng, line[9:].decode("utf-8", "replace")).encode(
            "utf-8", "surrogatepass"
        )
        line = b"%08x %b\n" % (zlib.crc32(text), text)
        lines.insert(place, line)
    for _ in range(rng.choice((0, 0, 0, 1, 2, 20))):
        lines.insert(rng.randrange(len(lines) + 1), line)
    return b"".join(lines)
