"""A page to look at: the studies of a library as one HTML file that needs no server and asks for nothing.

In comes a library; out come an `Overview` (what the page shows, as values) and the bytes of the page.
"""
