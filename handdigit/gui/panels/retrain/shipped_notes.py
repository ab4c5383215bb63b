"""What the shipped recipes say about themselves, for translation.

The texts are the comments in ``assets/recipes``; here is where ``lupdate`` finds them.
"""

from __future__ import annotations

from handdigit.sentences import noted

SHIPPED_NOTES = frozenset(
    {
        noted("After AlexNet: five convolutions, two wide dense layers. Data: mnist."),
        noted(
            "The shipped model: train --teacher with a model of the network large, whose "
            "channels and answers it takes. Data: mnist, pendigits_train, touch_train and "
            "generated (see NOTICE). Forty minutes on one core."
        ),
        noted(
            "The second part of the shipped model's teacher, with seeds 2 to 4: train --start "
            "with the first part, MNIST alone. The teacher is half the first part, half the mean "
            "of these."
        ),
        noted(
            "The first part of the shipped model's teacher, then large-mnist; with seeds 1, 3 "
            "and 4 for the ensemble. Data: mnist, pendigits_train, touch_train and generated "
            "(see NOTICE). A night, or minutes on a GPU."
        ),
        noted(
            "Nielsen's baseline: one hidden layer of 100 sigmoid units (97.80 % in the book)."
            " Data: mnist."
        ),
        noted(
            "A good first training: the medium network learns generated handwriting in a "
            "quarter of an hour."
        ),
        noted("After GoogLeNet: parallel branches of different reach. Data: mnist."),
        noted(
            "The Keras tutorials' recipe for MNIST: Adam, five epochs, a tenth held back to "
            "validate."
        ),
        noted("LeNet-5 as published (99.05 % in the paper, without distortions). Data: mnist."),
        noted(
            "Without a teacher, as many weights as default: over an hour on one core. Data: as for "
            "default.toml."
        ),
        noted(
            "A voter of the ensemble that learns MNIST alone: ten convolutions of 3×3, no "
            "pooling, after An et al. 2020 (arXiv 2008.10400)."
        ),
        noted(
            "A voter of the ensemble that learns MNIST alone: five convolutions of 5×5, no "
            "pooling, after An et al. 2020 (arXiv 2008.10400)."
        ),
        noted(
            "A voter of the ensemble that learns MNIST alone: four convolutions of 7×7, no "
            "pooling, after An et al. 2020 (arXiv 2008.10400)."
        ),
        noted(
            "Nielsen: one convolution, pooling, sigmoid units (98.78 % in the book). Data: mnist."
        ),
        noted(
            "Nielsen: two convolutions, rectified linear units (99.23 % in the book). Data: mnist."
        ),
        noted(
            "Nielsen: two dense layers of 1,000 units with dropout (99.60 % in the book). "
            "Data: mnist."
        ),
        noted(
            "Nielsen: the same network, every digit shifted by up to a pixel (99.37 % in the "
            "book). Data: mnist."
        ),
        noted("To see training at work: a small network, two short epochs, about a minute."),
        noted("After ResNet: what a block learns is added to what comes in. Data: mnist."),
        noted(
            "The small model, a quarter of a megabyte. Data: mnist, pendigits_train, "
            "touch_train and generated (see NOTICE)."
        ),
        noted("99 % of MNIST test within seconds, on a CPU. Data: mnist."),
        noted("After VGG: nothing but 3×3 kernels. Data: mnist."),
    }
)
