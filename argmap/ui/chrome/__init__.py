"""The window around the canvas: bars, floating panels, popups and messages."""
