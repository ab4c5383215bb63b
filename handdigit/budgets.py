"""What every reader may spend: bytes, points, strokes, pixels. More is refused before it is spent.

Each budget says what it limits, then why it is so large. ``docs/budgets.md`` has the same words
and a test compares them.
"""

from __future__ import annotations

from typing import NamedTuple

from handdigit.sentences import noted

MB = 10**6
"""Bytes in a megabyte, as sentences name it."""


class FileBudget(NamedTuple):
    """How large a file of one kind may be."""

    size: int
    """Bytes, unpacked where the file is gzip."""
    what: str
    """What is in such files, in the plural, for the sentence that refuses one."""
    advice: str
    """What to do about a larger one."""


TEXT_FILE = FileBudget(MB, noted("texts"), noted("name the right file"))
"""A description: a recipe, a network, a run, a list. The longest that ships has 9 KB."""
INK_FILE = FileBudget(100 * MB, noted("inks"), noted("split it"))
"""A file of inks. 20,000 digits of 80 writers have 9 MB; what is kept of 100 MB fits 1 GB."""
INK_STREAM = FileBudget(2000 * MB, noted("inks"), noted("split it"))
"""A file of inks that are read one after another and not kept. A million digits have 490 MB."""
INK_CHARACTERS = 30 * MB
"""Of the text of one ink: so many points with pressure and time, to the last digit."""
INK_POINTS = 250_000
"""Of one ink. The longest of 21,000 recorded digits has 693; 250,000 take 4 s to answer."""
INK_STROKES = 10_000
"""Of one ink. The most that a recorded digit has are 6."""
INK_FILE_LINES = 1_000_000
"""Of a file of inks, empty ones as well: each costs memory beside its text."""
INK_FILE_POINTS = 3_000_000
"""Of a file whose inks are all kept, to learn from: 80,000 digits. A point takes 200 bytes."""
NUMBER_PIECES = 200
"""Of a number: strokes, and parts of strokes. The network reads every group of neighbours."""
IDX_FILE = FileBudget(600 * MB, noted("idx files"), noted("split it"))
"""A file of pictures or labels. The largest part of EMNIST, 700,000 pictures, has 547 MB."""
TABLE_FILE = FileBudget(600 * MB, noted("tables of pictures"), noted("split it"))
"""A CSV, NumPy or MATLAB file of pictures, unpacked. EMNIST's digits have 430 MB as CSV."""
TABLE_LINE = 6 * MB
"""Of a row of such a table: a picture of so many pixels as an idx file may have."""
IDX_PIXELS = 1 << 20
"""Of each picture in an idx file: to find the ink in it takes 100 bytes a pixel."""
PICTURE_FILE = FileBudget(128 * MB, noted("pictures"), noted("save it smaller"))
"""An encoded picture. A photo of 108 megapixels has up to 50 MB, a bitmap of 40 has 120."""
JPEG_PIXELS = 120_000_000
"""Of a JPEG, which is shrunk while it is decoded. Telephones take photos of 108 million."""
HEIC_PIXELS = 100_000_000
"""Of an HEIC photo, shrunk once it is decoded: 0.7 GB. Telephones take them of 48 million."""
PICTURE_PIXELS = 40_000_000
"""Of any other picture, of which all is decoded: 0.7 GB, half of it Pillow's and libwebp's."""
PICTURE_FRAMES = 100
"""Pictures in one file that are looked at for the first one with ink, if all of them together
have no more pixels than one may have."""
PICTURE_SIDE = 1_000_000
"""Rows or columns of a picture: every row costs memory of its own, however short."""
EXIF_BYTES = 1 << 16
"""Of what a camera wrote about a picture, as a JPEG has room for. More is not looked at."""
RENDER_SECONDS = 10
"""To draw an SVG or PDF in a process of its own, which takes 0.5 s to start."""
RENDER_BYTES = 2000 * MB
"""What that process may write to."""
JOURNAL_BYTES = 512 * MB
"""Of what a window kept of its drawing and undo list: thirty photos as the canvas has them."""
PICTURE_BYTES = 128 * MB
"""Of one picture in it, unpacked; what is on the canvas has 16 MB at most."""
DATABASE_BYTES = 1000 * MB
"""Of a damaged database of samples, which is read whole: a million drawings. A repair takes three
times as much memory; a larger one is left as it is."""
TENSOR_FILE = FileBudget(64 * MB, noted("gates and pen models"), noted("name the right file"))
"""A gate or a pen model. Those that ship have 0.8 and 0.3 MB."""

NETWORK_CHARACTERS = 2**16
"""Characters of a network's text. So many are read in 0.2 s; the longest that ships has 5,000."""
NETWORK_NESTING = 32
"""How deep brackets are nested in it, two for a block. Inception-ResNet takes six."""
NETWORK_LAYERS = 1000
"""Layers of a network. ResNet-1001 has as many with weights; the deepest that ships has 68."""
LAYER_VALUES = 2**21
"""Values that a layer gives for a picture. A thousand maps of 28×28 have 0.8 million."""
PARAMETERS = 2**26
"""Trained numbers in a network, or in all of an ensemble. AlexNet has 61 million; as float32 they
take 0.3 GB, and a model is in memory three times while it is loaded."""
NETWORK_WORK = 2**33
"""Multiply-adds of a network for a picture, a value under a pooling window counted as 16. A wide
ResNet of 28 layers does 4 thousand million in 0.1 s; the default model 30 million."""
MODEL_FILE = FileBudget(600 * MB, noted("models"), noted("name the right file"))
"""A model. The largest network has 270 MB, and double precision takes twice the room."""
CHECKPOINT_FILE = FileBudget(2000 * MB, noted("checkpoints"), noted("start the training anew"))
"""A checkpoint: weights, their average, the best of them and what the optimiser keeps of each."""
TENSOR_HEADER = FileBudget(8 * MB, noted("headers of tensors"), noted("name the right file"))
"""What a file of tensors says about itself. What is made of 8 MB of JSON fits 0.5 GB."""
CHECKPOINT_HEADER = FileBudget(
    64 * MB, noted("headers of checkpoints"), noted("start the training anew")
)
"""The same of a checkpoint, which holds every epoch: 100,000 have 30 MB."""
DESCRIPTION_CHARACTERS = 2 * 10**6
"""Characters of what a model file says about its model. 8,000 epochs of a training take as many;
of a longer one every second epoch is kept, or every fourth."""
MODEL_NETWORKS = 64
"""Networks that vote in a model. The ensemble that ships has seven."""
MODEL_CHARACTERS = 2**18
"""Characters of all their networks' texts."""
MODEL_WORK = 2**34
"""Multiply-adds of all of them for a picture, at all their looks. The ensemble that ships does
5 thousand million."""
TRIAL_PICTURES = 10
"""Pictures that a model is tried on before it is used."""
TRIAL_WORK = 2**34
"""Multiply-adds of the trial; a model that takes more is tried on fewer pictures."""
