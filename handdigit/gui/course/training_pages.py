"""The course's second part: how networks learn, and how good they are."""

from __future__ import annotations

from handdigit.gui.course import hints, layer_checks, network_checks
from handdigit.gui.course.page import Page, Question, Scene
from handdigit.inspection.trace import Unit
from handdigit.sentences import noted

TRAINING_PAGES: tuple[Page, ...] = (
    Page(
        "backpropagation",
        noted("Backpropagation"),
        (
            noted(
                "The loss is −ln of the probability of the right digit. Backpropagation asks of "
                "every value in the network how the loss changes with it: its δ. For the logits "
                "that is simple: the probability, minus 1 at the right digit."
            ),
            noted(
                "Layer by layer it goes back: through max pooling to the winner alone, through "
                "mean pooling to all alike, through a convolution with the kernel turned. A "
                "weight's gradient is the sum of δ times input over all places; a bias's is the "
                "sum of δ. Every weight then takes a small step against its gradient."
            ),
        ),
        scene=Scene("inside", "small", 2),
        question=Question(
            noted(
                "Let the digit that is read be the right one. What is the δ of its logit? Take "
                "the probability from its bar; two decimals are enough."
            ),
            solve=layer_checks.delta_of_the_answer,
            clue=noted("Subtract 1 from the probability of the digit that is read: 0.98 − 1."),
        ),
    ),
    Page(
        "training",
        noted("Training"),
        (
            noted(
                "A step takes a batch of digits, computes the mean gradient and changes all "
                "weights by the learning rate times it. All digits once are an epoch. Too large a "
                "rate jumps about, too small a rate gets nowhere: schedules lower it by and by."
            ),
            noted(
                "Momentum goes on in the direction of the steps before. Adagrad, RMSProp, "
                "Adadelta and Adam give every weight a step size of its own, from its past "
                "gradients. Retrain has them all."
            ),
        ),
        scene=Scene("models", "network3-1conv"),
        question=Question(
            noted(
                "network3-1conv learned from 60,000 digits; its batch size is in Models. How many "
                "steps did an epoch have?"
            ),
            solve=network_checks.steps_of_an_epoch,
            clue=noted("Divide the number of digits by the batch size."),
        ),
    ),
    Page(
        "overfitting",
        noted("Overfitting, dropout, augmentation"),
        (
            noted(
                "A network can learn its examples by heart and be wrong about others: "
                "overfitting. So some digits are held back and only measured with, for choices "
                "(validation) and at the very end (test)."
            ),
            noted(
                "Dropout silences a random share of the units in every step, so that none relies "
                "on another. Augmentation shifts, turns and bends the examples. Both make "
                "learning harder and the result better."
            ),
        ),
        scene=Scene("models", "dense-100"),
        question=Question(
            noted(
                "dense-100 knew its examples nearly by heart. Activate a network that was right "
                "less often while it learned than on the test set; network3-dropout is a good "
                "guess."
            ),
            network_checks.better_on_the_unseen,
            hints.better_on_the_known,
        ),
    ),
    Page(
        "batch-norm",
        noted("Batch normalisation"),
        (
            noted(
                "For every map it subtracts the mean and divides by the standard deviation that "
                "the map has over many digits; then it stretches and moves by two numbers that "
                "are learned. While learning these are mean and deviation of the batch; "
                "afterwards those of all of training."
            ),
            noted("Layers behind it get values of one size: larger learning rates work."),
        ),
        scene=Scene("inside", "small", 6, Unit("conv1", (0, 2, 2))),
        question=Question(
            noted(
                "Click a unit of norm1 (block 1, norm) that has another sign than what came in, "
                "the same place of conv1."
            ),
            layer_checks.changed_sign,
            hints.same_sign,
        ),
    ),
    Page(
        "ensembles",
        noted("Ensembles"),
        (
            noted(
                "Several networks that began with other random weights err on other digits. Let "
                "them vote, by majority or by the mean of their probabilities, and the answer is "
                "better than that of most of them."
            ),
            noted("The bars show what they come to; Inside looks into one of them at a time."),
        ),
        scene=Scene("inside", "network3-voting", 9),
        question=Question(
            noted("Look into another of its networks: the box “Inside” at the lower edge."),
            network_checks.another_voter,
            hints.same_voter,
        ),
    ),
    Page(
        "evaluation",
        noted("Evaluation"),
        (
            noted(
                "Accuracy counts how often the answer is right. Cross-entropy also asks how sure "
                "it was: −ln of the probability of the right digit, a great deal for a mistake "
                "that was sure."
            ),
            noted(
                "Errors shows which digits are taken for which. Click a cell and look: many of the "
                "last mistakes look wrong to people too."
            ),
        ),
        scene=Scene("errors", "small", 9),
        question=Question(
            noted("Draw something of which the network is less than 90 % sure."),
            network_checks.in_doubt,
            hints.still_sure,
        ),
    ),
)  # fmt: skip
