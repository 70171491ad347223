"""Texts that others wrote, read for the map: plain text, Markdown, web pages, Word, EPUB and PDF files.

The libraries for them are imported inside the functions that need them, because together they would cost a
third of the program's start, and most sessions read none of these files.
"""
