"""A photo of a digit on paper, made up: sheet, rules, print, desk, light, hand and camera.

Everything is decided by a :class:`Scene` and a seed. Lengths are shares of the picture's
shorter side, reflectances and shares of light 0..1.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from handdigit.ink.ink import Ink
from handdigit.ink.rasterise import rasterise

Colour = tuple[float, float, float]
Paths = list[NDArray[np.float64]]
Floats = NDArray[np.float32]

CREAM: Colour = (0.93, 0.90, 0.82)
BLUE_INK: Colour = (0.14, 0.18, 0.52)
BLACK_INK: Colour = (0.12, 0.11, 0.11)
WOOD: Colour = (0.40, 0.24, 0.13)
SKIN: Colour = (0.80, 0.55, 0.43)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is in front of the camera, and the camera."""

    size: tuple[int, int] = (1000, 750)
    """Rows and columns."""
    paper: Colour = CREAM
    ink: Colour = BLUE_INK
    pen: float = 0.016
    """Width of the line."""
    pencil: float = 0.0
    """How grainy the line is."""
    digit: float = 0.45
    """Longer side of the digit."""
    anywhere: bool = True
    """Whether the digit lies anywhere on the sheet, or in its middle."""
    crop: bool = False
    """Whether the picture is cut at the digit's box."""
    tilt: float = 2.0
    """Degrees that the sheet is turned by at most."""
    perspective: float = 0.0
    """Share by which the far side of the sheet is shorter."""
    mottle: float = 0.02
    crumple: float = 0.0
    creases: int = 0
    rules: Literal["", "lines", "squares", "dots", "margin", "staff"] = ""
    rule_step: float = 0.1
    rule_width: float = 0.0027
    rule_ink: Colour = (0.55, 0.62, 0.78)
    boxes: int = 0
    """Boxes of a form in a row; the digit is in the middle one."""
    print_above: str = ""
    print_below: str = ""
    desk: Literal["", "wood", "dark", "white", "cloth", "granite"] = ""
    sheet: tuple[float, float, float, float] = (-1.0, -1.0, 2.0, 2.0)
    """Left, top, right, bottom of the sheet in shares of the picture's width and height."""
    hand: Literal["", "corner", "side", "two"] = ""
    shadow: Literal["", "corner", "edge", "band", "patch"] = ""
    shadow_depth: float = 0.0
    penumbra: float = 0.015
    stain: float = 0.0
    ghost: float = 0.0
    """How far writing on the other side shows through."""
    holes: bool = False
    smear: float = 0.0
    falloff: float = 0.25
    vignette: float = 0.15
    light: Colour = (1.0, 0.98, 0.94)
    exposure: float = 0.9
    noise: float = 0.012
    blur: float = 0.0008
    motion: float = 0.0
    quality: int = 88
    grey: bool = False


def photograph(scene: Scene, ink: Ink, seed: int) -> NDArray[np.uint8]:
    """Return an (H, W, 3) photo of ``ink`` written on the sheet of ``scene``."""
    stage = _Stage(scene, np.random.default_rng(seed))
    stage.lay_the_sheet()
    stage.rule_it()
    stage.write_on_it(ink)
    stage.put_hands_on_it()
    stage.light_it()
    return stage.taken()


class _Stage:
    """The picture while it is made: reflectance first, then light, then the camera."""

    def __init__(self, scene: Scene, rng: np.random.Generator) -> None:
        self.scene, self.rng = scene, rng
        self.rows, self.columns = scene.size
        self.unit = float(min(scene.size))
        self.y, self.x = np.meshgrid(
            np.arange(self.rows, dtype=np.float32) / self.unit,
            np.arange(self.columns, dtype=np.float32) / self.unit,
            indexing="ij",
        )
        left, top, right, bottom = scene.sheet
        self.low = np.array([left * self.columns, top * self.rows]) / self.unit
        self.high = np.array([right * self.columns, bottom * self.rows]) / self.unit
        self.angle = np.radians(rng.uniform(-scene.tilt, scene.tilt))
        self.written: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None

    def on_picture(self, path: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (N, 2) places on the sheet as pixels of the picture."""
        middle = np.array([self.columns, self.rows]) / self.unit / 2
        cosine, sine = np.cos(self.angle), np.sin(self.angle)
        turned = (path - middle) @ np.array([[cosine, sine], [-sine, cosine]])
        depth = 1 - self.scene.perspective * turned[:, 1:] / middle[1] / 2
        seen: NDArray[np.float64] = (turned / depth + middle) * self.unit
        return seen

    def noise_map(self, cells: int) -> Floats:
        """Return smooth noise of about that many cells a side, mean 0, deviation about 1."""
        coarse = self.rng.normal(size=(cells, max(2, cells * self.columns // self.rows)))
        image = Image.fromarray(coarse.astype(np.float32))
        smooth = image.resize((self.columns, self.rows), Image.Resampling.BICUBIC)
        return np.asarray(smooth, np.float32)

    def lay_the_sheet(self) -> None:
        scene = self.scene
        plain = np.float32(1) + scene.mottle * self.noise_map(9) / 2
        plain += 0.004 * self.rng.normal(size=scene.size).astype(np.float32)
        if scene.crumple:
            plain += scene.crumple * np.tanh(self.noise_map(14)) * 0.5
        for _ in range(scene.creases):
            place, slope = self.rng.uniform(0.3, 0.8), self.rng.uniform(-0.1, 0.1)
            across = self.y / self.y.max() - place - slope * self.x
            if self.rng.random() < 0.5:
                across = self.x / self.x.max() - place - slope * self.y
            plain += 0.06 * np.tanh(across / 0.02) * np.exp(-np.abs(across) / 0.1)
            plain -= 0.08 * np.exp(-((across / 0.004) ** 2))
        if scene.stain:
            centre, radius = self.rng.uniform(0.2, 0.8, 2), self.rng.uniform(0.12, 0.2)
            away = np.hypot(self.x - centre[0], self.y - centre[1]) - radius
            plain -= scene.stain * (np.exp(-((away / 0.008) ** 2)) + 0.4 * (away < 0))
        self.reflectance = plain[:, :, None] * np.array(scene.paper, np.float32)
        if scene.smear:
            smear = np.clip(self.noise_map(6), 0, None) * scene.smear
            self.reflectance += smear[:, :, None]
        if scene.desk:
            self._put_on_desk()

    def _put_on_desk(self) -> None:
        corners = np.array(
            [
                self.low,
                [self.high[0], self.low[1]],
                self.high,
                [self.low[0], self.high[1]],
            ]
        )
        outline = self.on_picture(corners)
        big = Image.new("L", (self.columns, self.rows), 0)
        ImageDraw.Draw(big).polygon([tuple(corner) for corner in outline], fill=255)
        soft = big.filter(ImageFilter.GaussianBlur(0.001 * self.unit))
        shade = big.filter(ImageFilter.GaussianBlur(0.012 * self.unit))
        sheet = np.asarray(soft, np.float32)[:, :, None] / 255
        dim = 1 - 0.35 * np.asarray(shade, np.float32)[:, :, None] / 255
        self.reflectance = self.reflectance * sheet + self._desk() * dim * (1 - sheet)

    def _desk(self) -> Floats:
        rng, rows = self.rng, self.rows
        fine = rng.normal(size=self.scene.size).astype(np.float32)
        if self.scene.desk == "wood":
            grain = np.repeat(rng.normal(size=(rows, 1)), self.columns, axis=1)
            wave = np.sin(90 * (self.y + 0.02 * self.noise_map(3)) + 3 * self.noise_map(4))
            lightness = 1 + 0.12 * grain + 0.15 * wave + 0.05 * fine
            return (lightness[:, :, None] * np.array(WOOD)).astype(np.float32)
        if self.scene.desk == "dark":
            return np.repeat((0.10 + 0.01 * fine)[:, :, None], 3, axis=2).astype(np.float32)
        if self.scene.desk == "white":
            return np.repeat((0.72 + 0.01 * fine)[:, :, None], 3, axis=2).astype(np.float32)
        if self.scene.desk == "cloth":
            weave = np.sin(500 * self.x) * np.sin(500 * self.y)
            lightness = 1 + 0.2 * weave + 0.1 * fine + 0.1 * self.noise_map(8)
            return (lightness[:, :, None] * np.array((0.2, 0.34, 0.4))).astype(np.float32)
        speckle = np.where(fine > 1.2, 0.25, 0.5) + 0.06 * self.noise_map(60)
        return np.repeat(speckle[:, :, None], 3, axis=2).astype(np.float32)

    def rule_it(self) -> None:
        scene, rng = self.scene, self.rng
        low = np.maximum(self.low, -0.3)
        high = np.minimum(self.high, np.array([self.columns, self.rows]) / self.unit + 0.3)
        start = low + scene.rule_step * rng.uniform(0.2, 1.0, 2)
        across = np.arange(start[1], high[1], scene.rule_step)
        down = np.arange(start[0], high[0], scene.rule_step)
        if scene.rules == "staff":
            across = np.array([a + 0.035 * n for a in across[::3] for n in range(5)])
        paths: Paths = []
        if scene.rules in ("lines", "squares", "margin", "staff"):
            paths += [np.array([[low[0], y], [high[0], y]]) for y in across]
        if scene.rules == "squares":
            paths += [np.array([[x, low[1]], [x, high[1]]]) for x in down]
        if scene.rules == "dots":
            paths += [np.array([[x, y]]) for x in down for y in across]
        width = scene.rule_width * (2.5 if scene.rules == "dots" else 1)
        self.draw(paths, width, scene.rule_ink)
        if scene.rules == "margin":
            x = low[0] + 0.45
            self.draw([np.array([[x, low[1]], [x, high[1]]])], width, (0.85, 0.4, 0.45))
        if scene.holes:
            for place in (0.25, 0.75):
                hole = np.array([[0.06, place * self.rows / self.unit]])
                self.draw([hole], 0.04, (0.25, 0.22, 0.2))

    def write_on_it(self, ink: Ink) -> None:
        scene, rng = self.scene, self.rng
        room_low = np.maximum(self.low, 0) + 0.06
        room_high = np.minimum(self.high, np.array([self.columns, self.rows]) / self.unit) - 0.06
        if scene.print_above:
            room_low[1] += 0.16
        if scene.print_below:
            room_high[1] -= 0.16
        if scene.holes:
            room_low[0] += 0.1
        if scene.hand:
            room_low += 0.04
            room_high -= 0.12
        room = room_high - room_low
        bounds = ink.bounds()
        extent = max(bounds.width, bounds.height, 1e-9)
        longest = min(scene.digit * rng.uniform(0.85, 1.15), 0.9 * float(room.min()))
        size = np.array([bounds.width, bounds.height]) / extent * longest
        share = rng.uniform(0, 1, 2) if scene.anywhere else np.array([0.5, 0.5])
        corner = room_low + (room - size) * share
        paths = [
            (stroke.xy() - [bounds.left, bounds.top]) / extent * longest + corner
            for stroke in ink.strokes
        ]
        if scene.boxes:
            self._draw_boxes(corner + size / 2, longest * 1.5)
        for text, y in ((scene.print_above, 0.06), (scene.print_below, -0.14)):
            self._print(text, y)
        if scene.ghost:
            flipped = [np.column_stack([1.3 - p[:, 0], p[:, 1] + 0.1]) for p in paths]
            self.draw(flipped, scene.pen, scene.ink, opacity=scene.ghost, soft=0.006)
        self.draw(paths, scene.pen, scene.ink, grain=scene.pencil)
        everything = self.on_picture(np.concatenate(paths))
        self.written = (everything.min(axis=0), everything.max(axis=0))

    def _draw_boxes(self, middle: NDArray[np.float64], side: float) -> None:
        for number in range(self.scene.boxes):
            x = middle[0] + (number - self.scene.boxes // 2) * side
            corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
            box = np.array([(x + a * side / 2, middle[1] + b * side / 2) for a, b in corners])
            self.draw([box], 0.003, BLACK_INK)

    def _print(self, text: str, y: float) -> None:
        if not text:
            return
        height = 0.032 * self.unit
        image = Image.new("L", (self.columns, self.rows), 0)
        top = y * self.unit if y > 0 else self.rows + y * self.unit
        font = ImageFont.load_default(height)
        for number, line in enumerate(text.split("\n")):
            where = (0.07 * self.unit, top + 1.4 * number * height)
            ImageDraw.Draw(image).text(where, line, fill=255, font=font)
        self._ink_over(np.asarray(image, np.float32) / 255, BLACK_INK, 0.85)

    def draw(
        self,
        paths: Paths,
        width: float,
        colour: Colour,
        *,
        opacity: float = 1.0,
        grain: float = 0.0,
        soft: float = 0.0,
    ) -> None:
        """Draw lines on the sheet, as wide as they are seen from above."""
        for path in paths:
            seen = self.on_picture(path)
            radius = width * self.unit / 2
            margin = int(radius + soft * self.unit + 3)
            low = np.floor(seen.min(axis=0)).astype(int) - margin
            high = np.ceil(seen.max(axis=0)).astype(int) + margin
            low = np.clip(low, 0, (self.columns, self.rows))
            high = np.clip(high, 0, (self.columns, self.rows))
            shape = (int(high[1] - low[1]), int(high[0] - low[0]))
            if min(shape) < 1:
                continue
            ramp = 1.0 + soft * self.unit
            inked = rasterise([seen - low], shape, radius=radius, softness=ramp)
            if grain:
                inked = inked * np.clip(1 - grain * self.rng.exponential(0.6, shape), 0, 1)
            part = (slice(low[1], high[1]), slice(low[0], high[0]))
            self._ink_over(inked.astype(np.float32), colour, opacity, part)

    def _ink_over(
        self,
        inked: Floats,
        colour: Colour,
        opacity: float,
        part: tuple[slice, slice] = (slice(None), slice(None)),
    ) -> None:
        cover = (inked * np.float32(opacity))[:, :, None]
        under = self.reflectance[part]
        # Ink takes light from the paper; chalk adds to the board.
        self.reflectance[part] = under * (1 - cover) + np.array(colour, np.float32) * cover

    def put_hands_on_it(self) -> None:
        if not self.scene.hand:
            return
        right, bottom = self.x.max(), self.y.max()
        at = self.rng.uniform(0.3, 0.7) * bottom
        fingers = {
            "corner": [(right, bottom - 0.1, 0.75)],
            "side": [(right, at, 0.1)],
            "two": [(right, at, 0.1), (0.25 * right, bottom, 1.4)],
        }[self.scene.hand]
        for x, y, angle in fingers:
            cosine, sine = np.cos(angle), np.sin(angle)
            along = (self.x - x) * cosine + (self.y - y) * sine
            across = -(self.x - x) * sine + (self.y - y) * cosine
            finger = np.where(along < 0, (along / 0.16) ** 2, 0) + (across / 0.07) ** 2
            cover = 1 / (1 + np.exp(np.clip((finger - 1) * 25, -30, 30)))[:, :, None]
            round_light = (1 - 0.25 * np.clip(finger, 0, 1))[:, :, None]
            skin = np.array(SKIN, np.float32) * round_light
            nail = (((along + 0.1) / 0.05) ** 2 + (across / 0.045) ** 2 < 1)[:, :, None]
            skin = np.where(nail, skin * np.array((1.08, 1.15, 1.2), np.float32), skin)
            self.reflectance = self.reflectance * (1 - cover) + skin * cover

    def light_it(self) -> None:
        scene, rng = self.scene, self.rng
        x, y = self.x / self.x.max() - 0.5, self.y / self.y.max() - 0.5
        direction = rng.uniform(0, 2 * np.pi)
        along = x * np.cos(direction) + y * np.sin(direction)
        light = (1 - scene.falloff * (along + 0.5)) * (1 - 2 * scene.vignette * (x**2 + y**2))
        if scene.shadow:
            light = light * (1 - scene.shadow_depth * self._shadow())
        self.seen = self.reflectance * light[:, :, None] * np.array(scene.light, np.float32)
        self.seen *= np.float32(scene.exposure)

    def _shadow(self) -> Floats:
        """Return 0..1: where something stands in the light."""
        assert self.written is not None
        low, high = (place / self.unit for place in self.written)
        middle, rng, soft = (low + high) / 2, self.rng, self.scene.penumbra
        if self.scene.shadow == "corner":
            away = (self.x.max() - self.x) + (self.y.max() - self.y) - rng.uniform(0.25, 0.45)
        elif self.scene.shadow == "edge":
            angle = rng.uniform(-0.5, 0.5)
            away = (middle[0] - self.x) * np.cos(angle) + (middle[1] - self.y) * np.sin(angle)
            turned = (self.y - low[1]) * np.cos(angle) - (self.x - middle[0]) * np.sin(angle)
            away = np.maximum(away, -turned - rng.uniform(0.05, 0.3))
        elif self.scene.shadow == "band":
            angle = rng.uniform(0.3, 1.2)
            across = (self.x - middle[0]) * np.cos(angle) + (self.y - middle[1]) * np.sin(angle)
            away = np.abs(across - 0.08) - rng.uniform(0.1, 0.2)
        else:
            size = rng.uniform(0.2, 0.3)
            away = np.maximum(np.abs(self.x - middle[0]), np.abs(self.y - middle[1])) - size
            away = -away
        dark: Floats = 1 / (1 + np.exp(np.clip(away / (soft / 3), -30, 30)))
        return dark

    def taken(self) -> NDArray[np.uint8]:
        scene, rng = self.scene, self.rng
        seen = np.clip(self.seen, 0, 1) ** np.float32(1 / 1.15) * 255
        image = Image.fromarray(np.rint(seen).astype(np.uint8))
        image = image.filter(ImageFilter.GaussianBlur(scene.blur * self.unit))
        if scene.motion:
            reach = max(1, round(scene.motion * self.unit))
            shots = [
                np.roll(np.asarray(image, np.float32), shift, axis=1)
                for shift in range(-(reach // 2), reach // 2 + 1)
            ]
            image = Image.fromarray(np.rint(np.mean(shots, axis=0)).astype(np.uint8))
        sensor = rng.normal(0, scene.noise * 255, (self.rows, self.columns, 3))
        noisy = np.clip(np.asarray(image, np.float32) + sensor, 0, 255).astype(np.uint8)
        image = Image.fromarray(noisy)
        if scene.crop:
            assert self.written is not None
            margin = scene.pen * self.unit / 2
            low, high = self.written[0] - margin, self.written[1] + margin
            image = image.crop((*np.floor(low).astype(int), *np.ceil(high).astype(int)))
        if scene.grey:
            image = image.convert("L").convert("RGB")
        file = io.BytesIO()
        image.save(file, "JPEG", quality=scene.quality)
        return np.asarray(Image.open(file).convert("RGB"))
