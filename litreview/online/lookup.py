"""One identifier, one study: the services are asked in order until one knows the work."""

from __future__ import annotations

import time
from pathlib import Path

import attrs

from litreview.errors import Problem, ReadError, fault
from litreview.online.answer import Answer
from litreview.online.client import Client
from litreview.online.identifier import Identifier
from litreview.online.service import Service, asked_for, broken_services
from litreview.record import LangText, Study, Variables
from litreview.record.identifiers import isbn13

_REASONS = {"insecure": "service-insecure", "redirects": "service-insecure", "too-large": "service-too-large"}


def lookup(identifier: Identifier, *, cache: Path | None = None, client: Client | None = None) -> tuple[Study | None, tuple[Problem, ...]]:
    """The study that `identifier` names, with a key of its own, or None; and what went wrong on the way.

    `client` says how to ask (`Client()` by default), `cache` the folder for answers in place of the client's. That no service can be
    reached is one problem ("no-connection"), that none knows the identifier another ("identifier-unknown"); neither raises.
    Raises MissingExtra where httpx is not installed.
    """
    client = client or Client()
    if cache is not None:
        client = attrs.evolve(client, cache=cache)
    answers: list[tuple[Service, Answer]] = []
    problems: list[Problem] = [*broken_services()]
    until = time.monotonic() + client.timeout
    for service in asked_for(identifier.kind):
        path = service.path(identifier, client.contact)
        if path is None:
            continue
        url = client.bases.get(service.name, service.base).rstrip("/") + path
        answer = client.get(url, service.accept, until)
        answers.append((service, answer))
        if answer.status == 200:
            study, service_problems = _study(service, answer, identifier, url)
            problems += service_problems
            if study is not None:
                client.keep(url, service.accept, answer)
                return study, tuple(problems)
    return None, (*problems, *_failures(identifier, answers))


def _study(service: Service, answer: Answer, identifier: Identifier, url: str) -> tuple[Study | None, tuple[Problem, ...]]:
    try:
        studies, problems = service.read(answer.body, url)
    except ReadError as error:
        reason = str(error).removeprefix(f"{url}: ")
        return None, (fault("service-unreadable", service=service.title, identifier=identifier, reason=reason),)
    usable = [study for study in studies if study.title or study.author]
    if not usable:
        return None, ()
    study = next((candidate for candidate in usable if _is_work(candidate, identifier)), None)
    if study is None:
        stated = _stated(usable[0], identifier)
        if identifier.kind == "isbn" and stated is None:
            return None, ()  # an answer that does not hold the number may be any book
        if stated:
            other = fault("other-work-found", key=usable[0].key, service=service.title, identifier=identifier, found=stated)
            return None, (other,)
        study = usable[0]
    return _with_identifier(study, identifier), tuple(p for p in problems if p.key in (None, study.key))


def _stated(study: Study, identifier: Identifier) -> str | None:
    """The identifier of its kind that a study states, in as far as it can be compared."""
    if identifier.kind == "arxiv":
        return None  # what it states is the DOI made of the number that was asked for
    return study.text({"doi": "DOI", "pmid": "PMID", "isbn": "ISBN"}[identifier.kind])


def _is_work(study: Study, identifier: Identifier) -> bool:
    stated = _stated(study, identifier)
    if stated is None:
        return False
    if identifier.kind == "isbn":
        return isbn13(identifier.value) in {isbn13(number) for number in stated.split(",")}
    return stated.casefold() == identifier.value.casefold()


def _with_identifier(study: Study, identifier: Identifier) -> Study:
    """The study with the identifier that it was asked by, where it states none of that kind."""
    added = {
        "doi": {"DOI": identifier.value},
        "pmid": {"PMID": identifier.value},
        "isbn": {"ISBN": identifier.value},
        "arxiv": {"archive": "arXiv", "archive_location": identifier.value},
    }[identifier.kind]
    new = {name: LangText({"und": value}) for name, value in added.items() if name not in study.variables}
    return attrs.evolve(study, variables=Variables({**study.variables, **new})) if new else study


def _failures(identifier: Identifier, answers: list[tuple[Service, Answer]]) -> list[Problem]:
    """Why there is no study: what each service answered, or in one line that there is no connection, or that nobody knows the work."""
    if all(answer.status is None and answer.reason in ("offline", "timeout", "broken") for _, answer in answers):
        names = ", ".join(service.title for service, _ in answers)
        return [fault("no-connection", severity="error", identifier=identifier, services=names)]
    problems: list[Problem] = []
    unknown = [service.title for service, answer in answers if answer.status in (200, 400, 404, 410)]
    for service, answer in answers:
        if answer.status in (200, 400, 404, 410):
            continue
        if answer.status is None:
            code = _REASONS.get(answer.reason, "service-unreachable")
            problems.append(fault(code, service=service.title, identifier=identifier))
        else:
            problems.append(fault("service-refused", service=service.title, identifier=identifier, status=answer.status))
    if unknown:
        problems.append(fault("identifier-unknown", severity="error", identifier=identifier, services=", ".join(unknown)))
    else:
        problems = [attrs.evolve(problem, severity="error") for problem in problems]
    return problems
