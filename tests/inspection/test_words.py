"""Every sentence about a unit is true: its claims are worked out again from the numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.inspection.arithmetic import explain
from handdigit.inspection.backward import backward
from handdigit.inspection.kernel_names import (
    DOT,
    EDGES,
    GAPS,
    HOLE,
    INK,
    LINES,
    PAPER,
    kernel_name,
    templates,
)
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.inspection.words import FLAT, about, about_derivative
from handdigit.network.architecture import INPUT
from handdigit.network.zoo import ZOO
from handdigit.number_format import percent, significant
from handdigit.recognition.recogniser import load_network
from handdigit.sentences import Sentence
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.inspection.capturing import capture
from tests.inspection.test_sum_text import EVERY_TYPE
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)
NAMES = "0123456789"
NUMBER = r"[+−]?\d[\d.]*(?:e[+−]\d+)?"


def number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def near(shown: str, exact: float) -> bool:
    """Compare within three digits."""
    return number(shown) == pytest.approx(exact, rel=0.0051, abs=1e-12)


def values(trace: Trace, layer: str) -> np.ndarray:
    return np.asarray(trace.values[layer], np.float64)


def check_rank(trace: Trace, unit: Unit, said: Sentence) -> None:
    """How many have more is counted in the map, or in the vector."""
    own = values(trace, unit.layer)
    among = own[unit.position[0]] if own.ndim == 3 else own
    assert near(said.values[0], own[unit.position])
    more = sum(1 for value in among.ravel() if value > own[unit.position])
    counted = re.search(r"; (no|one|[\d,]+) (?:place|of|unit)", said)
    if counted is None:
        assert among.size == 1
        return
    assert {"no": 0, "one": 1}.get(counted[1]) == more or number(counted[1]) == more


def check_weighted(trace: Trace, unit: Unit, said: tuple[Sentence, ...]) -> None:
    """What speaks most for a unit, and most against it, is found by multiplying again."""
    parts: dict[str, float] = defaultdict(float)
    found = explain(trace, unit)
    for term in found.terms:
        key = str(term.source.position[0]) if found.is_window else str(term.source)
        parts[key] += term.value * term.weight
    first = said[0]
    if "speaks for it most" in first or "most against" in first:
        signed = re.findall(r"\(([+−][^)]*)\)", first)
        best, worst = max(parts.values()), min(parts.values())
        expected = [value for value in (best, worst) if value]
        if "none against" in first or "none speaks against" in first:
            assert worst >= 0
            expected = [best]
        elif "none for it" in first or "none speaks for" in first:
            assert best <= 0
            expected = [worst]
        assert all(near(shown, part) for shown, part in zip(signed, expected, strict=True))
    if found.is_window and len(parts) > 1:
        assert first.values[1] == len(parts)
        for place, value in zip(first.values[2::2], first.values[3::2], strict=True):
            assert near(value, parts[str(place)])
    last = said[-1]
    if unit.layer == trace.output_name:
        scores = values(trace, unit.layer)
        assert last.startswith(f"Its score for {NAMES[unit.position[0]]} is ")
        assert near(last.values[1], scores[unit.position])
        assert ("no other is higher" in last) == (scores.max() == scores[unit.position])
        if len(last.values) > 2:
            assert last.values[2] == NAMES[int(scores.argmax())]
            assert near(last.values[3], scores.max())
    else:
        check_rank(trace, unit, last)


def check_ink(trace: Trace, unit: Unit, said: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Check what is said about paper and ink wherever the picture is read; return the rest."""
    told = [sentence for sentence in said if sentence.startswith("Paper is ")]
    planned = trace.plan.get(unit.layer)
    if unit.layer == INPUT or (planned and planned.layer.short_name in ("conv", "dense")):
        assert bool(told) == (planned is None or planned.inputs == (INPUT,))
    for sentence in told:
        mean, deviation, *_ = map(number, sentence.values)
        assert (mean, deviation) == pytest.approx((trace.mean, trace.std), rel=1e-5)
        assert near(sentence.values[2], (0 - mean) / deviation)
        assert near(sentence.values[3], (1 - mean) / deviation)
    return tuple(sentence for sentence in said if sentence not in told)


def check(trace: Trace, unit: Unit) -> str:
    """Check what is said about a unit; return the kind of its layer."""
    found = explain(trace, unit)
    said = check_ink(trace, unit, about(trace, found, NAMES))
    assert said
    first, own = said[0], values(trace, unit.layer)[unit.position]
    if unit.layer == SOFTMAX:
        logits = values(trace, trace.output_name)
        order = np.argsort(-logits)
        other = order[1] if unit.position[0] == order[0] else order[0]
        assert near(first.values[3], abs(logits[unit.position] - logits[other]))
        assert first.values[4] == NAMES[other]
        assert first.values[2] == percent(found.output)
        assert ("divided by" in said[-1]) == (trace.temperature != 1)
        return SOFTMAX
    if unit.layer == INPUT:
        ink = 100 * (own * 0.3081 + 0.1307)
        assert number(first.values[0]) == pytest.approx(ink, abs=0.51)
        return INPUT
    planned = trace.plan[unit.layer]
    kind = type(planned.layer).__name__
    source = [values(trace, name) for name in planned.inputs]
    match kind:
        case "Conv2d" | "PartialConv2d" | "Linear":
            check_weighted(trace, unit, said)
        case "MaxPool2d":
            assert any(near(str(value), own) for value in first.values if value != unit)
            if first.startswith("Takes"):
                *_, row, column, channel = first.values
                assert source[0][channel, row, column] == own
        case "AvgPool2d" | "GlobalAvgPool2d":
            assert first.values[1] == unit.position[0]
            window = [term.value for term in found.terms]
            assert first.values[0] == len(window)
            for shown, exact in zip(first.values[2:], (min(window), max(window), own), strict=True):
                assert near(shown, exact)
        case "Subsample2d":
            count, mean, factor, bias, output = first.values
            assert near(mean, np.mean([term.value for term in found.terms]))
            assert near(factor, trace.weights[f"{unit.layer}.weight"][unit.position[0]])
            assert near(bias, trace.weights[f"{unit.layer}.bias"][unit.position[0]])
            assert near(output, own)
            assert count == len(found.terms)
        case "BatchNorm2d":
            mean, variance = (
                float(trace.weights[f"{unit.layer}.{part}"][unit.position[0]])
                for part in ("running_mean", "running_var")
            )
            x = source[0][unit.position]
            distance = (x - mean) / (variance + 1e-5) ** 0.5
            assert near(first.values[3], abs(distance))
            assert ("above" in first) == (distance >= 0)
            assert near(said[1].values[2], own)
        case "ReLU":
            x = source[0][unit.position]
            start = "Passes" if x > 0 else "Cuts it off" if x < 0 else "0 stays 0"
            assert first.startswith(start)
            assert x == 0 or near(first.values[0], x)
        case "Sigmoid" | "Tanh" | "ScaledTanh":
            x, step = source[0][unit.position], 1e-5
            function = {
                "Sigmoid": lambda x: 1 / (1 + np.exp(-x)),
                "Tanh": np.tanh,
                "ScaledTanh": lambda x: 1.7159 * np.tanh(2 * x / 3),
            }[kind]
            slope = (function(x + step) - function(x - step)) / (2 * step)
            assert near(said[1].values[0], slope)
            assert ("almost nothing" in said[1]) == (slope < FLAT)
            assert near(first.values[1], own)
        case "Dropout":
            assert near(first.values[0], own)
            assert near(said[1].values[0], 100 * planned.layer.rate)
        case "Add":
            for shown, part in zip(
                first.values, (*(s[unit.position] for s in source), own), strict=True
            ):
                assert near(shown, part)
        case "Flatten" | "Concat" | "Pad2d" | "Rescale":
            assert near(first.values[-1], own)
            if isinstance(first.values[0], Sentence):
                layer, *position = first.values[0].values
                assert values(trace, layer)[tuple(position)] == own
    return kind


def random_units(trace: Trace, count: int) -> list[Unit]:
    rng = np.random.default_rng(5)
    return [
        Unit(layer, tuple(int(rng.integers(n)) for n in trace.shape(layer)))
        for layer in (INPUT, *trace.plan, SOFTMAX)
        for _ in range(count)
    ]


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_what_is_said_of_units_in_the_zoo(name):
    trace = capture(random_network(ZOO[name]), random_input()[0], temperature=1.373)
    for unit in random_units(trace, 6):
        check(trace, unit)


def test_a_model_with_a_mean_of_its_own_says_so():
    trace = replace(capture(random_network(ZOO["small"]), random_input()[0]), mean=0.5, std=0.25)
    said = about(trace, explain(trace, Unit(INPUT, (0, 3, 4))), NAMES)
    assert said[-1].endswith("(0 − mean 0.5) / deviation 0.25 = −2, full ink 2.")
    check(trace, Unit("conv1", (0, 5, 5)))


def test_what_is_said_of_every_layer_type():
    trace = capture(random_network(EVERY_TYPE), random_input()[0])
    kinds = {check(trace, unit) for unit in random_units(trace, 30)}
    assert kinds == {type(p.layer).__name__ for p in trace.plan.values()} | {INPUT, SOFTMAX}


@pytest.mark.parametrize("size", [3, 4, 5, 7])
def test_kernels_that_are_made_like_something_are_called_so(size):
    rng = np.random.default_rng(2)
    for name, template in templates(size).items():
        noise = rng.normal(size=template.shape)
        kernel = 3 * template + 0.4 * noise / np.linalg.norm(noise)
        assert kernel_name(kernel) == name


def test_a_name_says_where_the_ink_is():
    def answer(name: str, picture: list[list[int]]) -> float:
        return float((templates(3)[name] * np.array(picture)).sum())

    right = [[0, 0, 1]] * 3
    below = [[0] * 3, [0] * 3, [1] * 3]
    falling = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert max(EDGES, key=lambda name: answer(name, right)) == EDGES[0]
    assert "ink on its right" in EDGES[0]
    assert max(EDGES, key=lambda name: answer(name, below)) == EDGES[2]
    assert "ink below" in EDGES[2]
    assert max(LINES, key=lambda name: answer(name, falling)) == LINES[1]
    assert "falls to the right" in LINES[1]
    for paper, ink in ((GAPS[1], LINES[1]), (HOLE, DOT), (PAPER, INK)):
        assert np.array_equal(templates(3)[paper], -templates(3)[ink])


@pytest.mark.parametrize("size", [3, 4, 5])
def test_chance_gives_few_kernels_a_name(size):
    rng = np.random.default_rng(3)
    named = sum(kernel_name(kernel) is not None for kernel in rng.normal(size=(400, size, size)))
    assert named <= 0.08 * 400


def test_kernels_of_the_shipped_model_are_named_as_they_answer():
    """A kernel with a name answers more to its template than to any other of the same ink."""
    model = read_model(ASSETS / "models" / "default.safetensors")
    trace = capture(load_network(model).eval(), random_input()[0])
    named = 0
    for channel, kernel in enumerate(trace.weights["conv1.weight"][:, 0]):
        first = about(trace, explain(trace, Unit("conv1", (channel, 5, 5))), NAMES)[0]
        if "answers to" not in first:
            assert "without a simple name" in first
            continue
        named += 1
        answers = {name: (kernel * template).sum() for name, template in templates(3).items()}
        assert max(answers, key=answers.get) == first.values[1]
    assert 5 <= named < 32


def test_what_a_derivative_says():
    trace = capture(random_network(ZOO["small"]), random_input()[0])
    found = backward(trace, 3)
    logits = values(trace, "dense1")
    for digit in range(10):
        gradient = float(found.deltas["dense1"][digit])
        said = about_derivative(gradient, "", "3")
        grown = logits.copy()
        grown[digit] += 0.01
        before, after = (np.log(np.exp(z).sum()) - z[3] for z in (logits, grown))
        assert ("rise" in said) == (after > before)
        assert number(said.values[2]) == pytest.approx(abs(after - before), rel=0.02)
    for gradient, direction in ((0.5, "smaller"), (-0.5, "larger")):
        said = about_derivative(gradient, "weight", "3")
        assert said.endswith(f"makes it {direction}.")
        assert said.values[2] == significant(0.005)
    assert "nothing comes back" in about_derivative(0.0, "", "3")
