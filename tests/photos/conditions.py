"""The conditions under which photos are made: one line each."""

from __future__ import annotations

from types import MappingProxyType

from tests.photos.scene import BLACK_INK, Scene

MEGAPIXELS_12 = (4000, 3000)
ON_DESK = (0.14, 0.16, 0.86, 0.84)
QUESTION = "Question 3. How many legs has a beetle?"
FORM = "Name: ________  Class: 4b\nWrite one digit below."

CONDITIONS = MappingProxyType(
    {
        # Pens.
        "marker": Scene(pen=0.03),
        "thick marker": Scene(pen=0.06, digit=0.6, ink=BLACK_INK),
        "ballpoint": Scene(pen=0.008),
        "pencil": Scene(pen=0.01, ink=(0.42, 0.42, 0.43), pencil=0.3),
        "faint pencil": Scene(pen=0.008, ink=(0.72, 0.71, 0.68), pencil=0.4),
        "red pen": Scene(pen=0.012, ink=(0.75, 0.14, 0.16)),
        "green pen": Scene(pen=0.012, ink=(0.1, 0.5, 0.25)),
        "yellow highlighter": Scene(pen=0.05, ink=(0.95, 0.92, 0.2), paper=(0.93, 0.93, 0.91)),
        "thin pen, 12 MP": Scene(size=MEGAPIXELS_12, pen=0.001, digit=0.35, ink=BLACK_INK),
        "10 mm on A4, 12 MP": Scene(size=MEGAPIXELS_12, pen=0.0024, digit=0.048),
        "fineliner": Scene(pen=0.003, ink=BLACK_INK),
        # Where the digit is.
        "small": Scene(digit=0.12, pen=0.008),
        "large": Scene(digit=0.85, pen=0.025),
        "tight crop": Scene(crop=True, pen=0.05),
        # Paper.
        "whiteboard": Scene(paper=(0.92, 0.93, 0.94), ink=(0.1, 0.15, 0.3), pen=0.02, mottle=0.01),
        "chalkboard": Scene(
            paper=(0.12, 0.2, 0.16), ink=(0.75, 0.75, 0.72), pen=0.025, pencil=0.2, smear=0.02
        ),
        "smeared blackboard": Scene(
            paper=(0.13, 0.13, 0.13), ink=(0.8, 0.8, 0.78), pen=0.025, pencil=0.2, smear=0.07
        ),
        "kraft paper": Scene(paper=(0.62, 0.48, 0.34), ink=BLACK_INK, mottle=0.06),
        "pink paper": Scene(paper=(0.95, 0.66, 0.7)),
        "blue paper, black pen": Scene(paper=(0.5, 0.66, 0.85), ink=BLACK_INK),
        "crumpled": Scene(crumple=0.12),
        "creases": Scene(creases=2),
        "coffee stain": Scene(stain=0.15),
        "show-through": Scene(ghost=0.15),
        "punched holes": Scene(holes=True),
        # Rules and print.
        "lined, faint": Scene(rules="lines"),
        "lined, dark": Scene(rules="lines", rule_ink=(0.35, 0.42, 0.6), rule_width=0.004),
        "lined, small digit": Scene(rules="lines", digit=0.16, pen=0.01, rule_step=0.08),
        "lined, margin": Scene(rules="margin"),
        "squared, faint": Scene(rules="squares", rule_step=0.07),
        "squared, dark": Scene(
            rules="squares", rule_step=0.065, rule_ink=(0.35, 0.42, 0.65), rule_width=0.003
        ),
        "dotted": Scene(rules="dots", rule_step=0.06),
        "music paper": Scene(rules="staff", rule_ink=(0.3, 0.3, 0.3), rule_step=0.12),
        "form box": Scene(boxes=1, digit=0.35),
        "row of boxes": Scene(boxes=5, digit=0.16, pen=0.012),
        "print above": Scene(print_above=QUESTION),
        "print below": Scene(print_below=QUESTION),
        "print, two lines": Scene(print_above=FORM, digit=0.3),
        # Desk.
        "wooden desk": Scene(desk="wood", sheet=ON_DESK, tilt=8, perspective=0.12),
        "dark desk": Scene(desk="dark", sheet=ON_DESK, tilt=8),
        "white desk": Scene(desk="white", sheet=ON_DESK, tilt=8),
        "cloth": Scene(desk="cloth", sheet=ON_DESK, tilt=8, perspective=0.12),
        "granite": Scene(desk="granite", sheet=ON_DESK, tilt=8),
        "desk at an edge": Scene(desk="wood", sheet=(-1, -1, 2, 0.9), tilt=2),
        "desk at two edges": Scene(desk="wood", sheet=(-1, -1, 0.85, 0.88), tilt=5),
        "strip of desk": Scene(desk="wood", sheet=(-1, -1, 2, 0.97), tilt=1),
        "sticky note": Scene(
            desk="wood",
            sheet=(0.25, 0.3, 0.75, 0.7),
            paper=(0.96, 0.87, 0.35),
            ink=BLACK_INK,
            tilt=10,
        ),
        # Light.
        "low light": Scene(exposure=0.3, noise=0.02),
        "uneven light": Scene(falloff=0.7, vignette=0.4),
        "lamp": Scene(light=(1.0, 0.8, 0.55)),
        "shadow in a corner": Scene(shadow="corner", shadow_depth=0.5),
        "shadow edge, 30 %": Scene(shadow="edge", shadow_depth=0.3),
        "shadow edge, 40 %": Scene(shadow="edge", shadow_depth=0.4),
        "shadow edge, 60 %": Scene(shadow="edge", shadow_depth=0.6, penumbra=0.03),
        "band of shadow": Scene(shadow="band", shadow_depth=0.4),
        "patch of light": Scene(shadow="patch", shadow_depth=0.35),
        # Hands, camera.
        "thumb in a corner": Scene(hand="corner"),
        "finger at the side": Scene(hand="side", digit=0.35),
        "two fingers": Scene(hand="two", digit=0.35),
        "perspective": Scene(perspective=0.35, tilt=6),
        "tilted": Scene(tilt=12),
        "out of focus": Scene(blur=0.006),
        "moved": Scene(motion=0.015, pen=0.02),
        "noise": Scene(noise=0.06),
        "JPEG 30": Scene(quality=30),
        "grey": Scene(grey=True),
        # Together.
        "squared on a desk": Scene(
            desk="wood", sheet=ON_DESK, tilt=8, perspective=0.12, rules="squares", rule_step=0.05
        ),
        "lined, shadow edge": Scene(rules="lines", shadow="edge", shadow_depth=0.4),
        "ballpoint, thumb, print": Scene(pen=0.008, hand="side", print_above=QUESTION, digit=0.3),
        "desk, 12 MP, ballpoint": Scene(
            size=MEGAPIXELS_12, desk="wood", sheet=ON_DESK, tilt=8, pen=0.003, digit=0.2
        ),
    }
)
"""Every photo that is made is of one of these; see :func:`tests.photos.scene.photograph`."""
