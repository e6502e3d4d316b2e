"""The ledger as plain data and back: what a ledger file holds, and what a Word file carries with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError
from cattrs.gen import make_dict_structure_fn
from cattrs.v import format_exception

from litreview.record import LangList, LangText
from litreview.record.csl_json.custom import lang_list, lang_text, plain
from litreview.review.claims.claim import Claim
from litreview.review.claims.ledger import Ledger


class Broken(ValueError):
    """One value that does not fit; the message says what was expected."""


class NoLedger(ValueError):
    """Plain data that is no ledger; the message says what does not fit, and where."""


def ledger_data(ledger: Ledger) -> dict[str, Any]:
    """The ledger as mappings, lists, texts and numbers. Whatever has its default value is left out; each claim has its id.

    >>> ledger_data(Ledger((Claim("corpus.size", "corpus", ("a",)),), (), ()))["corpus"][0]["kind"]
    'corpus.size'
    """
    found: dict[str, Any] = plain(ledger)
    for claims, data in _lists(ledger, found):
        for claim, one in zip(claims, data, strict=True):
            one["id"] = claim.id
    return found


def ledger_of(data: object) -> Ledger:
    """The ledger that `ledger_data` made. Raises NoLedger for anything else, and for a claim that was changed but kept its id.

    >>> ledger_of({"corpus": [], "themes": [], "gaps": []}).claims
    ()
    """
    try:
        return _converter().structure(data, Ledger)
    except (BaseValidationError, StructureHandlerNotFoundError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoLedger("; ".join(transform_error(error, path="ledger", format_exception=in_words)[:3])) from error


def in_words(error: BaseException, kind: type | None) -> str:
    """What was wrong with one value: in our words where a rule of ours was broken."""
    return str(error) if isinstance(error, Broken) else format_exception(error, kind)


def _lists(ledger: Ledger, data: Mapping[str, Any]) -> list[tuple[tuple[Claim, ...], list[dict[str, Any]]]]:
    """Every list of claims beside its plain data."""
    found: list[tuple[tuple[Claim, ...], list[dict[str, Any]]]] = []
    for field in attrs.fields(Ledger):
        if field.name not in ("themes", "named") and field.name in data:
            found.append((getattr(ledger, field.name), data[field.name]))
    return [*found, *((claims, pair[1]) for (_, claims), pair in zip(ledger.themes, data["themes"], strict=True))]


def strict_converter() -> Converter:
    """A new converter that takes no value of another kind and no field it does not know."""
    converter = Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook(LangText, lambda value, _: lang_text(value))
    converter.register_structure_hook(LangList, lambda value, _: lang_list(value))
    return converter


@cache
def _converter() -> Converter:
    converter = strict_converter()
    structure = make_dict_structure_fn(Claim, converter, _cattrs_forbid_extra_keys=True)

    def claim(value: Any, _: Any) -> Claim:
        if not isinstance(value, Mapping):
            raise Broken("expected a claim")
        made: Claim = structure({name: part for name, part in value.items() if name != "id"}, Claim)
        if value.get("id", made.id) != made.id:
            raise Broken(f'the claim "{value["id"]}" was changed: leave its id out, and it gets a new one')
        return made

    converter.register_structure_hook(Claim, claim)
    return converter


def _exactly(value: object, kind: type) -> Any:
    if type(value) is not kind:
        raise Broken(f"expected {kind.__name__}, not {type(value).__name__}")
    return value
