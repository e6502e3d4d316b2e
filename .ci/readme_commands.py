"""Print the commands of a README: each line of its ``sh`` blocks that sets up the virtual environment, as it stands there."""

import re
import sys
from pathlib import Path

blocks = re.findall(r"^```sh\n(.*?)^```", Path(sys.argv[1]).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
for line in "".join(blocks).splitlines():
    if line.startswith("python3 -m venv "):
        print(line)
