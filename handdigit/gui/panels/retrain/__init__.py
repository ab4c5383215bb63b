"""The Retrain panel: data, network, recipe, Train; and what happens then."""

import sys
from types import ModuleType

# pyqtgraph imports 9 MB of OpenGL for curves drawn by a graphics card; these are painted. All that
# it does at once is to derive a class from one of theirs.
for _name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    if _name not in sys.modules:
        sys.modules[_name] = ModuleType(_name)
        vars(sys.modules[_name])["QOpenGLWidget"] = object
