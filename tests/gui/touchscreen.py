"""Fingers as a touchscreen reports them: with their size, and to a fraction of a pixel.

Qt lets programs make neither. It is asked by way of what its platform plugins call, whose name
and layout are those of the Qt that pyproject.toml pins.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import PySide6
import pytest
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEventPoint, QWindow
from PySide6.QtTest import QTest

HANDLE = (
    "_ZN22QWindowSystemInterface16handleTouchEventINS_19SynchronousDeliveryEEE"
    "bP7QWindowPK15QPointingDeviceRK5QListINS_10TouchPointEE6QFlagsIN2Qt16KeyboardModifierEE"
)
MM_PER_INCH = 25.4


class _Point(ctypes.Structure):
    _fields_ = (
        ("number", ctypes.c_int),
        ("unique", ctypes.c_int64),
        ("share", ctypes.c_double * 2),
        ("area", ctypes.c_double * 4),
        ("pressure", ctypes.c_double),
        ("rotation", ctypes.c_double),
        ("state", ctypes.c_uint8),
        ("velocity", ctypes.c_float * 2),
        ("raw", ctypes.c_void_p * 3),
    )


class _Points(ctypes.Structure):
    _fields_ = (
        ("header", ctypes.c_void_p),
        ("first", ctypes.POINTER(_Point)),
        ("size", ctypes.c_int64),
    )


class Touchscreen:
    """A screen under a window, and the fingers that lie on it."""

    def __init__(self, handle: QWindow) -> None:
        """Touch a window that is shown; the test is skipped where Qt has no such way in."""
        if sys.platform != "linux":
            pytest.skip("fingers with a size can be made on Linux only")
        self._handle, self._device = handle, QTest.createTouchDevice()
        self._down: dict[int, _Point] = {}
        gui = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
        self._report = getattr(gui, HANDLE)
        self._report.argtypes = [ctypes.c_void_p] * 2 + [ctypes.POINTER(_Points), ctypes.c_int]

    def touch(
        self, number: int, at: QPointF, state: QEventPoint.State, diameter_mm: float = 8.0
    ) -> None:
        """Report a finger at a position on the window; those beside it lie still."""
        there, ratio = self._handle.mapToGlobal(at), self._handle.devicePixelRatio()
        per_mm = self._handle.screen().physicalDotsPerInch() / MM_PER_INCH
        side, centre = diameter_mm * per_mm * ratio, there * ratio
        for point in self._down.values():
            point.state = QEventPoint.State.Stationary.value
        area = (centre.x() - side / 2, centre.y() - side / 2, side, side)
        self._down[number] = _Point(
            number, -1, (0.5, 0.5), area, 1.0, 0.0, state.value, (0, 0), (None, None, 0)
        )
        points = (_Point * len(self._down))(*self._down.values())
        window, device = (shiboken6.getCppPointer(each)[0] for each in (self._handle, self._device))
        self._report(window, device, ctypes.byref(_Points(None, points, len(points))), 0)
        if state == QEventPoint.State.Released:
            del self._down[number]
