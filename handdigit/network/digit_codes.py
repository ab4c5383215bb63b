"""The pictures of the digits that LeNet-5's output compares with, 7×12, drawn for this program.

The paper draws such pictures of all printable characters (its figure 3): similar characters have
similar codes, so that a reader of words could tell what is easily mistaken for what.
Source: LeCun, Bottou, Bengio and Haffner 1998, section II.B.
"""

from __future__ import annotations

COLUMNS, ROWS = 7, 12
INK = "#"

_ZERO_TO_FOUR = """
..###..  ...#...  .#####.  .#####.  ....##.
.##.##.  ..##...  ##...##  ##...##  ...###.
##...##  .###...  ##...##  .....##  ...###.
##...##  ...#...  .....##  .....##  ..#.##.
##...##  ...#...  .....##  .....##  ..#.##.
##...##  ...#...  ....##.  ..####.  .#..##.
##...##  ...#...  ...##..  ..####.  .#..##.
##...##  ...#...  ..##...  .....##  #######
##...##  ...#...  .##....  .....##  #######
##...##  ...#...  ##.....  .....##  ....##.
.##.##.  ...#...  ##.....  ##...##  ....##.
..###..  .#####.  #######  .#####.  ....##.
"""
_FIVE_TO_NINE = """
#######  ..####.  #######  .#####.  .#####.
##.....  .##..##  #######  ##...##  ##...##
##.....  ##.....  .....##  ##...##  ##...##
##.....  ##.....  ....##.  ##...##  ##...##
######.  ##.....  ....##.  ##...##  ##...##
##...##  ######.  ...##..  .#####.  ##...##
.....##  ##...##  ...##..  .#####.  .######
.....##  ##...##  ..##...  ##...##  .....##
.....##  ##...##  ..##...  ##...##  .....##
.....##  ##...##  .##....  ##...##  .....##
##...##  ##...##  .##....  ##...##  ##..##.
.#####.  .#####.  .##....  .#####.  .####..
"""


def _codes(sheet: str) -> tuple[tuple[int, ...], ...]:
    columns = zip(*(line.split() for line in sheet.split("\n") if line), strict=True)
    return tuple(tuple(1 if cell == INK else -1 for cell in "".join(rows)) for rows in columns)


DIGIT_CODES = (*_codes(_ZERO_TO_FOUR), *_codes(_FIVE_TO_NINE))
"""For every digit its 84 values row by row: ink is 1, paper -1."""
