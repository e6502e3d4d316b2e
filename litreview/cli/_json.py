"""What a command says as JSON for programs: one object, or a problem in it."""

from __future__ import annotations

import json

from litreview.cli._report import Gathered
from litreview.cli._words import Words
from litreview.errors import Problem


def problem_object(problem: Problem, words: Words) -> dict[str, object]:
    """A problem with its code, severity and message, and ``file``, ``line`` (from 1), ``key`` and ``data`` where they are known."""
    stated = {"file": problem.origin.file, "line": problem.origin.line, "key": problem.key, "data": dict(problem.data) or None}
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": words.sentence(problem),
        **{name: value for name, value in stated.items() if value is not None},
    }


def whole(gathered: Gathered, command: str, code: int, words: Words) -> str:
    """All that a command said, as the text of one JSON object.

    ``command``, ``exit``, ``files`` (those that were written), ``problems``, ``messages`` (with the parts of each), ``result`` (the text
    that would have been printed, if any), and the facts that the command gives by name.
    """
    said: dict[str, object] = {
        "command": command,
        "exit": code,
        "files": list(dict.fromkeys(gathered.files)),
        "problems": [problem_object(problem, words) for problem in gathered.problems],
        "messages": gathered.messages,
    }
    if gathered.results:
        said["result"] = "".join(gathered.results)
    return json.dumps({**said, **gathered.facts}, ensure_ascii=False, indent=2) + "\n"


def failure(command: str, message: str) -> str:
    """What a command says that could not do its work, as JSON."""
    return json.dumps({"command": command, "exit": 2, "error": message}, ensure_ascii=False, indent=2) + "\n"
