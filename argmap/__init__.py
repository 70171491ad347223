"""argmap: see, drag and annotate the claims and counterclaims of an essay beside its text."""

__version__ = "0.1.0"
