"""What pytest must not import here: scripts that are run, some in other environments."""

collect_ignore_glob = ["csl.py", "csl_peers/*"]
