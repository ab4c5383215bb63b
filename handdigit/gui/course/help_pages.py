"""Help: a page for every part of the window, and one of answers."""

from __future__ import annotations

from handdigit.gui.course.page import Page
from handdigit.sentences import noted

ANSWERS = "answers"
"""The key of the page that answers what is asked first."""

HELP: tuple[Page, ...] = (
    Page(
        ANSWERS,
        noted("How do I…"),
        (
            noted("… undo? Ctrl+Z, or Undo above the canvas; Ctrl+Shift+Z brings it back."),
            noted("… change the language? View ▸ Language."),
            noted(
                "… train a network? Retrain: choose what it learns from, which network, and press "
                "Train. Teach from Your Samples lets it learn your own hand in about a minute."
            ),
            noted("… see why this is a 7? Why: blue ink speaks for it, orange ink against."),
            noted(
                "… find out what a layer does, pooling for example? Inside: the ⓘ beside a layer; "
                "or the course, which has a page for each kind."
            ),
            noted("… use another network? The box at the lower edge of the window, or Ctrl+M."),
            noted("… find the keys? Press ?"),
        ),
        see=("retrain", "why", "pooling", "samples", "models"),
    ),
    Page(
        "canvas",
        noted("The canvas"),
        (
            noted(
                "Draw here with the mouse, a finger or a pen; the network reads while you draw. "
                "The eraser (E) takes away what it touches, and its preview says what the answer "
                "would be. Everything can be undone."
            ),
            noted(
                "Pictures can be opened, dropped here or pasted. N reads a whole number. Pen width "
                "is only how it looks: the network gets every pen equally thick."
            ),
        ),
        parts=("canvas", "numberStrip", "numberCard", "welcome"),
        see=("picture", "truth", "answer"),
    ),
    Page(
        "picture",
        noted("A picture"),
        (
            noted(
                "What was taken for ink stands out in blue. Is that not the digit? Press Crop and "
                "draw a frame round it. Corners pulls a sheet straight that was seen from the "
                "side. Ink says how faint ink may be. The eraser makes paper of what it touches."
            ),
            noted(
                "The arrow keys move a frame or the handle that Tab has led to, with Shift "
                "faster; Enter keeps it, Esc gives it up. Everything can be undone."
            ),
        ),
        parts=("mendingBar", "mendingHandles"),
        see=("canvas", "truth"),
    ),
    Page(
        "truth",
        noted("What the network gets"),
        (
            noted(
                "The network does not see your strokes. The drawing is cut out, scaled so that "
                "its longer side has 20 pixels, and put into 28 × 28 with its centre of mass in "
                "the middle, as the digits were that it learned from."
            ),
            noted("Switch a step off to see what it is for."),
        ),
        parts=("truthStrip",),
        see=("canvas", "dial"),
    ),
    Page(
        "answer",
        noted("The answer"),
        (
            noted(
                "The bars are the network's ten outputs: how probable each digit is, together "
                "100 %. What is not like any digit is refused, with the reason; the bars then "
                "show what the network alone would have claimed."
            ),
            noted(
                "Press a digit key to keep the drawing as a sample of that digit: later the "
                "network can learn from it."
            ),
        ),
        parts=("answerPanel",),
        see=("why", "samples", "softmax"),
    ),
    Page(
        "inside",
        noted("Inside"),
        (
            noted(
                "All of the network at work on your drawing. Blue values are positive, orange "
                "negative. Click a unit: the canvas shows what it sees of the drawing, and below "
                "stands how its value was computed, equal to torch's."
            ),
            noted("Backward shows how the loss depends on every value: what learning starts from."),
        ),
        parts=("insidePanel",),
        see=("convolution", "pooling", "activation", "backpropagation"),
    ),
    Page(
        "why",
        noted("Why"),
        (
            noted(
                "Which ink speaks for a digit (blue) and which against it (orange). Four methods "
                "answer a little differently; each says what its colours mean."
            ),
            noted(
                "Ask about another digit than the one that is read. Below are the smallest "
                "erasures that would change the answer: each can be tried."
            ),
        ),
        parts=("whyPanel",),
        see=("answer", "softmax"),
    ),
    Page(
        "lab",
        noted("Lab"),
        (
            noted(
                "Convolution and pooling by hand, on your drawing or on small examples: change "
                "kernel, padding, stride and dilation, and type into the grids. Every output value "
                "shows its sum, and the output's size its formula."
            ),
        ),
        parts=("labPanel",),
        see=("convolution", "size", "flip", "pooling"),
    ),
    Page(
        "dial",
        noted("Dial"),
        (
            noted(
                "Turn, shift, scale or thicken the drawing or add noise, and see how far "
                "several networks still read it. The curves are the probability of the digit."
            ),
        ),
        parts=("dialPanel",),
        see=("truth", "dense", "pooling"),
    ),
    Page(
        "map",
        noted("Map"),
        (
            noted(
                "Many digits as points: those that the network finds alike in its last hidden "
                "layer lie together. Your drawing is among them, with its nearest neighbours."
            ),
        ),
        parts=("mapPanel",),
        see=("evaluation",),
    ),
    Page(
        "maximise",
        noted("Maximise"),
        (
            noted(
                "What would a unit like to see most? Starting from noise or from your drawing, a "
                "picture is changed step by step so that the unit's value grows."
            ),
        ),
        parts=("maximisePanel",),
        see=("receptive-field", "backpropagation"),
    ),
    Page(
        "retrain",
        noted("Retrain"),
        (
            noted(
                "Choose what is learned from, which network learns, and how; then press Train. The "
                "curves show loss and accuracy on what is learned and on what is held back, and "
                "your drawing is read again and again by the network that learns."
            ),
            noted(
                "A run can be paused, and goes on after an interruption. What comes of it is a "
                "version in Models."
            ),
        ),
        parts=("retrainPanel",),
        see=("training", "overfitting", "models", "samples"),
    ),
    Page(
        "samples",
        noted("Samples"),
        (
            noted(
                "Your labelled drawings. About every fifth is held out: it is never learned and "
                "only measures. Press a key to relabel what is selected; import and export are "
                "below."
            ),
            noted("Teach lets the network learn them, and shows before and after."),
        ),
        parts=("samplesPanel",),
        see=("retrain", "overfitting"),
    ),
    Page(
        "models",
        noted("Models"),
        (
            noted(
                "Every network, shipped or trained by you: its size, how it was trained, how often "
                "it is right. Activate lets it answer; Roll Back lets the one before answer again."
            ),
            noted("Several can be compared on a set of digits, or joined to an ensemble."),
        ),
        parts=("modelsPanel", "modelChooser"),
        see=("ensembles", "errors"),
    ),
    Page(
        "errors",
        noted("Errors"),
        (
            noted(
                "Measure the network on digits whose names are known. The table shows which digit "
                "was read as which; click a cell for its pictures, the surest mistakes first."
            ),
            noted("Calibration: when it is 90 % sure, is it right in 90 of 100?"),
        ),
        parts=("errorsPanel",),
        see=("evaluation",),
    ),
    Page(
        "time",
        noted("Time"),
        (
            noted(
                "A training run, epoch by epoch: how kernels, maps and the answer to your drawing "
                "came to be. Any moment can be kept as a version."
            ),
        ),
        parts=("timePanel",),
        see=("training",),
    ),
)
