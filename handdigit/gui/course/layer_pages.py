"""The course's first part: what layers do, and networks made of them."""

from __future__ import annotations

from handdigit.gui.course import hints, layer_checks, network_checks
from handdigit.gui.course.page import Page, Question, Scene
from handdigit.gui.state.navigation import LabTask
from handdigit.inspection.trace import Unit
from handdigit.sentences import noted

_EDGE_IN_THE_LAB = Scene(
    "lab",
    lab=LabTask(
        source="edge", operation="correlation", kernel="vertical-edge", size=3,
        padding="valid", stride=1, dilation=1,
    ),
)  # fmt: skip
LAYER_PAGES: tuple[Page, ...] = (
    Page(
        "convolution",
        noted("Convolution, step by step"),
        (
            noted(
                "A convolution slides a small grid of weights, the kernel, over the picture. At "
                "every place it multiplies what lies under it by its weights and adds everything "
                "up, over all input channels; a bias is added. The sums are a new picture, a map."
            ),
            noted(
                "Inside shows one such sum with all its numbers. The same kernel is used at every "
                "place: that is why a stroke is found wherever it lies."
            ),
        ),
        scene=Scene("inside", "small", 7, Unit("conv1", (0, 2, 2))),
        question=Question(
            noted(
                "Click a place of a map of conv1 (block 1, conv) where the sum is at least 80 % of "
                "the largest one on that map. Where are such places?"
            ),
            layer_checks.near_the_strongest,
            hints.not_the_strongest,
        ),
    ),
    Page(
        "size",
        noted("Output size, padding and stride"),
        (
            noted(
                "A kernel of K values has H + 2P − K + 1 places along H values with P zeros at "
                "either end. With a stride of S it takes every S-th of them: (H + 2P − K)/S + 1, "
                "rounded down."
            ),
            noted(
                "No padding is called “valid”, as much as keeps the size “same”, and as much as "
                "lets the kernel overlap by a single value “full”."
            ),
        ),
        scene=_EDGE_IN_THE_LAB,
        question=Question(
            noted("The output is 4 × 4. Change the stride so that it is 2 × 2."),
            layer_checks.output_of_two,
            hints.another_size,
        ),
    ),
    Page(
        "flip",
        noted("Convolution and cross-correlation"),
        (
            noted(
                "Mathematicians turn the kernel by 180° before they slide it: convolution. Without "
                "the turn it is cross-correlation, which is what networks compute and call "
                "convolution: weights that are learned may as well be learned turned."
            ),
            noted(
                "In the way back through a layer the turned kernel appears by itself, slid with "
                "full padding: wide convolution. In one dimension all is the same with a row."
            ),
        ),
        scene=_EDGE_IN_THE_LAB,
        question=Question(
            noted("Choose Convolution (flipped) as the operation. What becomes of the output?"),
            layer_checks.turned_kernel,
            hints.not_turned,
        ),
    ),
    Page(
        "pooling",
        noted("Pooling"),
        (
            noted(
                "A pooling layer makes maps smaller: of every window, often 2 × 2, it keeps one "
                "number, the largest (max pooling) or the mean. It has no weights and works on "
                "every channel by itself."
            ),
            noted(
                "What was found stays, its exact place is forgotten: a small shift of the drawing "
                "changes little. And the next layers have less to compute."
            ),
        ),
        scene=Scene(
            "lab", digit=3, lab=LabTask(source="drawing", operation="max", size=2, stride=2)
        ),
        question=Question(
            noted("Choose mean pooling instead. What becomes of thin strokes?"),
            layer_checks.mean_instead_of_max,
            hints.still_the_largest,
        ),
    ),
    Page(
        "activation",
        noted("Activation functions"),
        (
            noted(
                "Sums of sums are only a sum. Between two layers a curve bends every value, or "
                "many layers could do no more than one. ReLU keeps what is positive and makes 0 "
                "of the rest; sigmoid squeezes into 0 to 1, tanh into −1 to 1."
            ),
            noted(
                "Far from 0 sigmoid and tanh are flat: their slope vanishes, and little is learned "
                "there. ReLU's slope is 1 or 0."
            ),
        ),
        scene=Scene("inside", "small", 3, Unit("conv1", (0, 2, 2))),
        question=Question(
            noted(
                "Click a unit of relu1 (block 1, ReLU) that is 0 because something negative came "
                "in."
            ),
            layer_checks.silenced,
            hints.not_silenced,
        ),
    ),
    Page(
        "dense",
        noted("Fully connected or convolutional"),
        (
            noted(
                "In a fully connected layer every unit has a weight of its own for every pixel. "
                "Which pixels are neighbours it does not know: shuffle them all alike, and it "
                "learns as well."
            ),
            noted(
                "A convolution looks at neighbours only, with the same few weights everywhere. So "
                "it needs fewer parameters, and what it has learned in one corner it knows in all."
            ),
        ),
        scene=Scene("inside", "dense-100", 7),
        question=Question(
            noted(
                "dense-100 answers. Choose a network with convolutions and fewer parameters "
                "(Ctrl+M; small is one). Does it still read the drawing?"
            ),
            network_checks.fewer_parameters,
            hints.too_many_parameters,
        ),
    ),
    Page(
        "softmax",
        noted("Softmax regression"),
        (
            noted(
                "The simplest network: one weighted sum of all pixels for each digit, the logits. "
                "Softmax makes shares of them: e to the power of each, divided by the sum of all "
                "ten. They are positive and together 1."
            ),
            noted(
                "Its weights are a template for each digit. Every larger network ends in the same "
                "step, only that it looks at features instead of pixels."
            ),
        ),
        scene=Scene("why", "small", 4),
        question=Question(
            noted(
                "784 pixels, ten digits; a weight for each pair, a bias for each digit. How many "
                "parameters has softmax regression?"
            ),
            solve=network_checks.softmax_parameters,
            clue=noted("Multiply the pixels by the digits; then add a bias for each digit."),
        ),
    ),
    Page(
        "lenet5",
        noted("LeNet-5"),
        (
            noted(
                "The network of LeCun and others (1998): C1 finds six kinds of features, S2 makes "
                "them smaller, C3 combines them, S4 makes them smaller, C5 and F6 decide."
            ),
            noted(
                "In C3 not every map reads every map of S2: a table says which. That saved "
                "parameters, and forced the maps to look for different things."
            ),
        ),
        scene=Scene("inside", "lenet5", 5, Unit("conv2", (0, 4, 4))),
        question=Question(
            noted("C3 is called conv2 here. How many of the six maps does its first map read?"),
            solve=layer_checks.table_of_c3,
            clue=noted("Click a value of conv2's map 0: the sentence below says it."),
        ),
    ),
    Page(
        "deeper",
        noted("Deeper networks"),
        (
            noted(
                "AlexNet made the same idea larger, with ReLU and dropout. VGG stacks small "
                "kernels: two of 3 × 3 see as much as one of 5 × 5, with fewer weights. Inception "
                "looks with several sizes at once, side by side."
            ),
            noted(
                "ResNet lets the input of a block go around it and adds it to the output. So a "
                "block only learns what is to be changed, and gradients pass through many layers."
            ),
        ),
        scene=Scene("inside", "vgg-mini", 8),
        question=Question(
            noted(
                "vgg-mini is one straight line of layers. Choose a network with residual or "
                "Inception blocks (Ctrl+M)."
            ),
            network_checks.has_blocks,
            hints.no_blocks,
        ),
    ),
    Page(
        "receptive-field",
        noted("1×1 convolution and receptive field"),
        (
            noted(
                "What a unit sees of the drawing is its receptive field. It grows from layer to "
                "layer: with every kernel by its size less one, with every stride and pooling by a "
                "factor."
            ),
            noted(
                "A 1×1 convolution sees one place and mixes its channels: the same small dense "
                "layer at every place. Inception uses it to have fewer channels before the large "
                "kernels."
            ),
        ),
        scene=Scene("inside", "inception-mini", 8, Unit("conv1", (0, 2, 2))),
        question=Question(
            noted(
                "Click a unit of a 1×1 convolution. The first Inception block has one in each of "
                "its branches."
            ),
            layer_checks.one_by_one,
            hints.larger_kernel,
        ),
    ),
)  # fmt: skip
