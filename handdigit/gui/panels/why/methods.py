"""The methods that the panel offers, in its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "WhyMethods"


@dataclass(frozen=True, slots=True)
class MethodText:
    """A method's name on its button, and what its map shows; {0} is what is explained."""

    title: str
    words: str
    source: str
    """Who found it, for the tooltip."""

    def shown(self, text: str) -> str:
        """Return one of the texts in the user's language."""
        return QCoreApplication.translate(CONTEXT, text)


METHOD_TEXTS: Mapping[str, MethodText] = MappingProxyType(
    {
        "gradient": MethodText(
            str(QT_TRANSLATE_NOOP("WhyMethods", "Gradient")),
            str(
                QT_TRANSLATE_NOOP(
                    "WhyMethods",
                    "What a little more ink in a pixel would do to {0}: blue raises it, "
                    "brown lowers it.",
                )
            ),
            str(QT_TRANSLATE_NOOP("WhyMethods", "The slope at every pixel (Simonyan 2014)")),
        ),
        "integrated-gradients": MethodText(
            str(QT_TRANSLATE_NOOP("WhyMethods", "Integrated gradients")),
            str(
                QT_TRANSLATE_NOOP(
                    "WhyMethods",
                    "How much each pixel's ink adds to {0} on the way from blank paper to the "
                    "drawing: blue adds, brown takes away.",
                )
            ),
            str(
                QT_TRANSLATE_NOOP(
                    "WhyMethods", "Slopes from blank paper to the drawing (Sundararajan 2017)"
                )
            ),
        ),
        "grad-cam": MethodText(
            str(QT_TRANSLATE_NOOP("WhyMethods", "Grad-CAM")),
            str(
                QT_TRANSLATE_NOOP(
                    "WhyMethods",
                    "Where the network's last maps find what raises {0}. Coarse, as those maps "
                    "are small; never below zero.",
                )
            ),
            str(QT_TRANSLATE_NOOP("WhyMethods", "The last maps, weighted (Selvaraju 2017)")),
        ),
        "occlusion": MethodText(
            str(QT_TRANSLATE_NOOP("WhyMethods", "Occlusion")),
            str(
                QT_TRANSLATE_NOOP(
                    "WhyMethods",
                    "How far {0} falls when a patch of 5 × 5 pixels is covered with paper: blue "
                    "is needed, brown stands in its way.",
                )
            ),
            str(QT_TRANSLATE_NOOP("WhyMethods", "Covering a patch at a time (Zeiler 2014)")),
        ),
    }
)
