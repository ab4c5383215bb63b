"""Rules of layers that change no value: flattened, joined, padded."""

from __future__ import annotations

from handdigit.inspection.rules.rule import Place, Rule, as_maps, fixed
from handdigit.inspection.trace import Trace
from handdigit.network.architecture import PlannedLayer
from handdigit.network.layer import Window


class Flattening(Rule):
    """The output has the input's values in another shape."""

    def cube(self, planned: PlannedLayer) -> Place:
        """Return the input's shape."""
        return as_maps(planned.input_shape)


class Joining(Rule):
    """The inputs' maps after each other."""

    def first_map(self, planned: PlannedLayer, i: int) -> int:
        """Return the number of maps before it."""
        return sum(shape[0] for shape in planned.input_shapes[:i])


class Framing(Rule):
    """Values are passed on; around them is a frame of a fixed value."""

    reads_padding = False

    def window(self, planned: PlannedLayer) -> Window:
        """Return the window of one value that begins in the frame."""
        return Window(1, padding=int(fixed(planned, "padding")))

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return the value of the frame, there only."""
        padding, (_, *size) = self.window(planned).padding, planned.input_shape
        inside = all(0 <= at - padding < n for at, n in zip(place[1:], size, strict=True))
        return 0.0 if inside else fixed(planned, "value")
