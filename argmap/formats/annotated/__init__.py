"""A text with its passages marked, and what the map makes of them: for web pages and for paper."""
