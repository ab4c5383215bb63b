"""What the classes of a model are called."""

from __future__ import annotations

import pytest

from handdigit.errors import ArchitectureError
from handdigit.network.alphabet import DIGITS, LONGEST_NAME, MOST_CLASSES, Alphabet, AlphabetError
from handdigit.network.architecture import Architecture
from handdigit.network.zoo import ZOO

SHAPES = Alphabet.of("○△□")


@pytest.mark.parametrize("alphabet", [DIGITS, SHAPES], ids=["digits", "shapes"])
def test_an_alphabet_comes_back_from_json(alphabet: Alphabet) -> None:
    assert Alphabet.from_json(alphabet.to_json()) == alphabet


def test_digits_are_labelled_by_their_own_keys() -> None:
    assert Alphabet.of(DIGITS.names, DIGITS.kind) == DIGITS


def test_other_classes_get_the_keys_that_are_left_while_there_are_some() -> None:
    assert SHAPES.keys == ("1", "2", "3")
    assert Alphabet.of(["1", "○", "7"]).keys == ("1", "2", "7")
    many = Alphabet.of(chr(0x3041 + n) for n in range(12))
    assert many.keys[8:] == ("9", "0", "", "")


@pytest.mark.parametrize(
    ("names", "keys", "kind", "reason"),
    [
        (("○",), ("1",), "own", "2 to 64 classes apart, not 1"),
        (tuple(map(str, range(MOST_CLASSES + 1))), ("",) * (MOST_CLASSES + 1), "own", "not 65"),
        (("○", "○"), ("1", "2"), "own", "Two classes are called ○"),
        (("○", "△"), ("1", "1"), "own", "Two classes have the key 1"),
        (("○", "△"), ("1",), "own", "2 classes have 1 keys"),
        (("○", "△"), ("1", "22"), "own", "A key is one character"),
        (("○", "△"), ("1", " "), "own", "A key is one character"),
        (("○", "\n"), ("1", "2"), "own", "characters that can be printed"),
        (("○", ""), ("1", "2"), "own", "characters that can be printed"),
        (("○", "△ "), ("1", "2"), "own", "characters that can be printed"),
        (("○", "x" * (LONGEST_NAME + 1)), ("1", "2"), "own", "1 to 24 characters"),
        (("○", "△"), ("1", "2"), "\x1b[31m", "characters that can be printed"),
    ],
)
def test_what_is_no_alphabet_is_refused_in_a_sentence(
    names: tuple[str, ...], keys: tuple[str, ...], kind: str, reason: str
) -> None:
    with pytest.raises(AlphabetError, match=reason) as raised:
        Alphabet(names, keys, kind)
    assert str(raised.value).isprintable()


def test_a_name_that_is_none_of_the_classes_is_refused_with_those_that_are() -> None:
    assert SHAPES.index("□") == 2
    with pytest.raises(AlphabetError, match=r"7 is none of the classes .*: ○, △, □"):
        SHAPES.index("7")


@pytest.mark.parametrize("name", ZOO)
def test_every_network_of_the_zoo_can_tell_other_classes_apart(name: str) -> None:
    changed = ZOO[name].with_classes(3)
    assert changed.class_count == 3
    assert ZOO[name].with_classes(10) == ZOO[name]
    assert changed.with_classes(10).with_classes(3) == changed


def test_only_a_dense_layer_can_be_made_wider() -> None:
    pooled = Architecture.parse("Conv2d(10, kernel=3)\nGlobalAvgPool2d()")
    with pytest.raises(ArchitectureError, match="must give 3 values, one a class; it gives 10"):
        pooled.with_classes(3)
