"""What pytest must not import here: scripts that are run, some in other environments."""

collect_ignore_glob = ["bibtex.py", "dedupe.py", "bibtex_peers/*", "csl.py", "csl_peers/*"]
