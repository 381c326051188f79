"""The two looks of the program. Every pair of text and background is 7:1 or better."""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dark",
    dark=True,
    primary="#8ec7ff",
    secondary="#b9c6d3",
    accent="#8ec7ff",
    warning="#ffd479",
    error="#ff9b9b",
    success="#a5e0b4",
    foreground="#e9edf1",
    background="#10161d",
    surface="#10161d",
    panel="#1b242e",
    variables={
        "muted": "#b3bec9",
        "danger-bar": "#8f1414",
        "danger-text": "#ffffff",
        "cursor-row": "#22394f",
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
        "input-selection-background": "#2f5f8f",
    },
)
"""Light words on dark: the usual look of a terminal."""

LIGHT: Final = Theme(
    name="light",
    dark=False,
    primary="#0b4a85",
    secondary="#3d4853",
    accent="#0b4a85",
    warning="#5f3d00",
    error="#8f1414",
    success="#14532d",
    foreground="#1b2229",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ece9e2",
    variables={
        "muted": "#46515c",
        "danger-bar": "#8f1414",
        "danger-text": "#ffffff",
        "cursor-row": "#d5e4f3",
        "line": "#6b7681",
        "scrollbar": "#8a949e",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-hover": "#0b4a85",
        "scrollbar-active": "#0b4a85",
        "scrollbar-corner-color": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "input-cursor-background": "#1b2229",
        "input-cursor-foreground": "#fbfaf7",
        "input-selection-background": "#a9c8e8",
    },
)
"""Dark words on light: for daylight and projectors."""
