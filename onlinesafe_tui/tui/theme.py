"""The looks of the program. In the two with colours of their own, every word is 7:1 or better on what it stands on.

That holds for their nearest of the 256 colours that many terminals have, too: a colour is chosen for both.
"""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dark",
    dark=True,
    primary="#8ec7ff",
    secondary="#b9c6d3",
    accent="#8ec7ff",
    warning="#ffd479",
    error="#ffa8a8",
    success="#a5e0b4",
    foreground="#e9edf1",
    background="#10161d",
    surface="#10161d",
    panel="#1b242e",
    variables={
        "muted": "#c0cad4",
        "danger-bar": "#8f1414",
        "danger-text": "#ffffff",
        "cursor-row": "#1c2d48",
        "line": "#7d8b99",
        "scrollbar": "#5b6b7a",
        "scrollbar-background": "#10161d",
        "scrollbar-hover": "#8ec7ff",
        "scrollbar-active": "#8ec7ff",
        "scrollbar-corner-color": "#10161d",
        "scrollbar-background-hover": "#10161d",
        "scrollbar-background-active": "#10161d",
        "input-cursor-background": "#e9edf1",
        "input-cursor-foreground": "#10161d",
        "input-selection-background": "#1f2f8a",
    },
)
"""Light words on dark: the usual look of a terminal."""

LIGHT: Final = Theme(
    name="light",
    dark=False,
    primary="#0f2e86",
    secondary="#3d4853",
    accent="#0f2e86",
    warning="#5c2e00",
    error="#8f1414",
    success="#14532d",
    foreground="#1b2229",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#eeece3",
    variables={
        "muted": "#414c57",
        "danger-bar": "#8f1414",
        "danger-text": "#ffffff",
        "cursor-row": "#d9ecf8",
        "line": "#6b7681",
        "scrollbar": "#7d8791",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-hover": "#0f2e86",
        "scrollbar-active": "#0f2e86",
        "scrollbar-corner-color": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "input-cursor-background": "#1b2229",
        "input-cursor-foreground": "#fbfaf7",
        "input-selection-background": "#a9c8e8",
    },
)
"""Dark words on light: for daylight and projectors."""

PLAIN: Final = Theme(
    name="plain",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "foreground-disabled": "ansi_default",
        "surface-active": "ansi_default",
        "panel": "ansi_default",
        "muted": "ansi_default",
        "danger-bar": "ansi_red",
        "danger-text": "ansi_bright_white",
        "cursor-row": "ansi_default",
        "line": "ansi_default",
        "scrollbar": "ansi_default",
        "scrollbar-background": "ansi_default",
        "scrollbar-hover": "ansi_default",
        "scrollbar-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
    },
)
"""The terminal's own two colours, and red for danger: for terminals with few colours, whose others nobody knows."""
