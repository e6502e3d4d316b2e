"""YAML, the native format: a list of studies (or one), each a mapping from field to value. See `litreview.formats.yaml.reading`."""

from litreview._parts import Later
from litreview.formats import Format

FORMAT = Format(
    "yaml",
    "YAML (the native format)",
    (".yaml", ".yml"),
    read=Later("litreview.formats.yaml.reading", "read"),
    write=Later("litreview.formats.yaml.writing", "write"),
    update=Later("litreview.formats.yaml.updating", "update"),
)
