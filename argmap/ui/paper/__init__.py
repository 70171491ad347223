"""An annotated text set on pages of paper."""
