"""The public services that are asked, one module each; `SERVICE` registers it.

A module turns an identifier into the path of a request and the bytes of the answer into studies; it sends nothing itself.
Called by `litreview.online` alone, which asks the services in the order of `lookup.ORDER`.
"""
