"""The source panel: the author's text with its passages marked."""
