"""Nothing that somebody wrote is lost: what stands at the place of an output, copies of it, and what litreview remembers of its files.

`seal` is the mark inside an output by which litreview knows whether it still is as it was written; `state` the user's folder with what
cannot stand in a file; `standing` joins both to one answer; `copies` keeps what is to be replaced.
"""
