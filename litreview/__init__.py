"""litreview: citations and literature reviews, from study records to a review chapter in Word.

>>> import litreview
>>> from litreview._resources import folder
>>> library = litreview.load(folder("references"))
>>> len(library)
5
"""

from __future__ import annotations

import importlib as _importlib
import typing as _typing

from litreview import _former as _names_before
from litreview._version import __version__ as __version__

if _typing.TYPE_CHECKING:  # the same names for type checkers
    from litreview.api.add import add as add
    from litreview.api.audit import check_draft as check_draft
    from litreview.api.audit import evidence as evidence
    from litreview.api.bibliography import Bibliography as Bibliography
    from litreview.api.bibliography import bibliography as bibliography
    from litreview.api.check import Fixed as Fixed
    from litreview.api.check import check as check
    from litreview.api.check import fix as fix
    from litreview.api.citation import citation as citation
    from litreview.api.citation import citation_text as citation_text
    from litreview.api.convert import Converted as Converted
    from litreview.api.convert import convert as convert
    from litreview.api.dedupe import Duplicates as Duplicates
    from litreview.api.dedupe import Merged as Merged
    from litreview.api.dedupe import find_duplicates as find_duplicates
    from litreview.api.dedupe import merge_duplicates as merge_duplicates
    from litreview.api.draft import Review as Review
    from litreview.api.draft import draft as draft
    from litreview.api.figures import DrawnFigure as DrawnFigure
    from litreview.api.figures import Figures as Figures
    from litreview.api.figures import figures as figures
    from litreview.api.finish import finish as finish
    from litreview.api.finish import unfinished as unfinished
    from litreview.api.given import Studies as Studies
    from litreview.api.keys import KeyChanges as KeyChanges
    from litreview.api.keys import keys as keys
    from litreview.api.keys import rename_keys as rename_keys
    from litreview.api.library import Library as Library
    from litreview.api.load import load as load
    from litreview.api.load import loads as loads
    from litreview.api.manuscript import Manuscript as Manuscript
    from litreview.api.matrix import matrix as matrix
    from litreview.api.merging import MergePlan as MergePlan
    from litreview.api.outline import outline as outline
    from litreview.api.output import Choices as Choices
    from litreview.api.paper import CitedPaper as CitedPaper
    from litreview.api.paper import cite_paper as cite_paper
    from litreview.api.paper import cite_text as cite_text
    from litreview.api.screening import FlowDiagram as FlowDiagram
    from litreview.api.screening import Screened as Screened
    from litreview.api.screening import TakenDecisions as TakenDecisions
    from litreview.api.screening import export_screening as export_screening
    from litreview.api.screening import flow_diagram as flow_diagram
    from litreview.api.screening import screen as screen
    from litreview.api.screening import take_decisions as take_decisions
    from litreview.api.status import DraftStatus as DraftStatus
    from litreview.api.status import draft_status as draft_status
    from litreview.api.template import examine_template as examine_template
    from litreview.api.undo import undo as undo
    from litreview.api.view import View as View
    from litreview.api.view import view as view
    from litreview.api.worksheet import Taken as Taken
    from litreview.api.worksheet import Worksheet as Worksheet
    from litreview.api.worksheet import take_worksheet as take_worksheet
    from litreview.api.worksheet import worksheet as worksheet
    from litreview.api.workspace import init as init
    from litreview.api.workspace import survey as survey
    from litreview.audit.evidence import Basis as Basis
    from litreview.audit.evidence import SentenceEvidence as SentenceEvidence
    from litreview.audit.ledger import read_ledger as read_ledger
    from litreview.cite.styles import FoundStyle as FoundStyle
    from litreview.cite.styles import styles as styles
    from litreview.cite.wording import Wording as Wording
    from litreview.document.nodes import Cite as Cite
    from litreview.document.nodes import CiteItem as CiteItem
    from litreview.document.nodes import Document as Document
    from litreview.errors import LitreviewError as LitreviewError
    from litreview.errors import MissingExtra as MissingExtra
    from litreview.errors import MissingWord as MissingWord
    from litreview.errors import Origin as Origin
    from litreview.errors import Problem as Problem
    from litreview.errors import ReadError as ReadError
    from litreview.errors import StyleError as StyleError
    from litreview.errors import UnknownName as UnknownName
    from litreview.errors import WriteError as WriteError
    from litreview.errors import WrongType as WrongType
    from litreview.formats import Format as Format
    from litreview.formats import Layout as Layout
    from litreview.languages import Language as Language
    from litreview.languages import Section as Section
    from litreview.languages import explain as explain
    from litreview.languages import language as language
    from litreview.library.adding.add import Addition as Addition
    from litreview.library.adding.add import Additions as Additions
    from litreview.library.duplicates import Pair as Pair
    from litreview.library.pages import page_text as page_text
    from litreview.library.pages import read_abstract as read_abstract
    from litreview.library.rewrite import Rewrite as Rewrite
    from litreview.library.safe.undoing import Undone as Undone
    from litreview.library.save import Protected as Protected
    from litreview.library.save import Saved as Saved
    from litreview.library.screening import Flow as Flow
    from litreview.library.screening.exchange import Decided as Decided
    from litreview.merge.plan import MergeLine as MergeLine
    from litreview.online import Client as Client
    from litreview.online.answer import Answer as Answer
    from litreview.overview.gathering import Overview as Overview
    from litreview.overview.gathering import Topic as Topic
    from litreview.record import Aspects as Aspects
    from litreview.record import Concept as Concept
    from litreview.record import Confidence as Confidence
    from litreview.record import Date as Date
    from litreview.record import DateParts as DateParts
    from litreview.record import Dates as Dates
    from litreview.record import Evidence as Evidence
    from litreview.record import FrozenMap as FrozenMap
    from litreview.record import Highlight as Highlight
    from litreview.record import LangList as LangList
    from litreview.record import LangText as LangText
    from litreview.record import Name as Name
    from litreview.record import Names as Names
    from litreview.record import Partner as Partner
    from litreview.record import Period as Period
    from litreview.record import Screening as Screening
    from litreview.record import SourceFile as SourceFile
    from litreview.record import Span as Span
    from litreview.record import Statement as Statement
    from litreview.record import Study as Study
    from litreview.record import Tagged as Tagged
    from litreview.record import Variables as Variables
    from litreview.review.claims import Claim as Claim
    from litreview.review.claims import Group as Group
    from litreview.review.claims import Ledger as Ledger
    from litreview.review.claims import Part as Part
    from litreview.review.claims import Value as Value
    from litreview.review.tables.grid import Grid as Grid
    from litreview.settings.configuration import Configuration as Configuration
    from litreview.settings.configuration import configuration as configuration
    from litreview.sheets.sheet import Sheet as Sheet
    from litreview.sheets.sheet import SheetCell as SheetCell
    from litreview.sheets.sheet import SheetColumn as SheetColumn
    from litreview.sheets.sheet import SheetRow as SheetRow
    from litreview.sheets.taking import CellChange as CellChange
    from litreview.themes import Outline as Outline
    from litreview.themes import OutlineError as OutlineError
    from litreview.themes import OwnStudy as OwnStudy
    from litreview.themes import Selection as Selection
    from litreview.themes import Theme as Theme
    from litreview.themes import ThemePlan as ThemePlan
    from litreview.themes.outline.file import OutlineFile as OutlineFile
    from litreview.workspace.start import Started as Started
    from litreview.workspace.survey import Place as Place
    from litreview.workspace.survey import Survey as Survey
    from litreview.writers import Options as Options
    from litreview.writers import Template as Template
    from litreview.writers import Words as Words
    from litreview.writers.docx.template.examination import TemplateReport as TemplateReport
    from litreview.writers.docx.template.styles import TemplateStyle as TemplateStyle
    from litreview.zotero.selection import Zotero as Zotero

_HOMES = {
    "litreview.api.add": "add",
    "litreview.api.audit": "check_draft evidence",
    "litreview.api.bibliography": "Bibliography bibliography",
    "litreview.api.check": "Fixed check fix",
    "litreview.api.citation": "citation citation_text",
    "litreview.api.convert": "Converted convert",
    "litreview.api.dedupe": "Duplicates Merged find_duplicates merge_duplicates",
    "litreview.api.draft": "Review draft",
    "litreview.api.figures": "DrawnFigure Figures figures",
    "litreview.api.finish": "finish unfinished",
    "litreview.api.given": "Studies",
    "litreview.api.keys": "KeyChanges keys rename_keys",
    "litreview.api.library": "Library",
    "litreview.api.load": "load loads",
    "litreview.api.manuscript": "Manuscript",
    "litreview.api.matrix": "matrix",
    "litreview.api.outline": "outline",
    "litreview.api.merging": "MergePlan",
    "litreview.api.output": "Choices",
    "litreview.api.paper": "CitedPaper cite_paper cite_text",
    "litreview.api.screening": "FlowDiagram Screened TakenDecisions export_screening flow_diagram screen take_decisions",
    "litreview.api.status": "DraftStatus draft_status",
    "litreview.api.template": "examine_template",
    "litreview.api.undo": "undo",
    "litreview.api.view": "View view",
    "litreview.api.worksheet": "Taken Worksheet take_worksheet worksheet",
    "litreview.api.workspace": "init survey",
    "litreview.audit.evidence": "Basis SentenceEvidence",
    "litreview.audit.ledger": "read_ledger",
    "litreview.cite.styles": "FoundStyle styles",
    "litreview.cite.wording": "Wording",
    "litreview.document.nodes": "Cite CiteItem Document",
    "litreview.errors": "LitreviewError MissingExtra MissingWord Origin Problem ReadError StyleError UnknownName WriteError WrongType",
    "litreview.formats": "Format Layout",
    "litreview.languages": "Language Section explain language",
    "litreview.library.adding.add": "Addition Additions",
    "litreview.library.duplicates": "Pair",
    "litreview.library.pages": "page_text read_abstract",
    "litreview.library.rewrite": "Rewrite",
    "litreview.library.safe.undoing": "Undone",
    "litreview.library.save": "Protected Saved",
    "litreview.library.screening": "Flow",
    "litreview.library.screening.exchange": "Decided",
    "litreview.merge.plan": "MergeLine",
    "litreview.online": "Client",
    "litreview.online.answer": "Answer",
    "litreview.overview.gathering": "Overview Topic",
    "litreview.record": "Aspects Concept Confidence Date DateParts Dates Evidence FrozenMap Highlight LangList LangText "
    "Name Names Partner Period Screening SourceFile Span Statement Study Tagged Variables",
    "litreview.review.claims": "Claim Group Ledger Part Value",
    "litreview.review.tables.grid": "Grid",
    "litreview.settings.configuration": "Configuration configuration",
    "litreview.themes": "Outline OutlineError OwnStudy Selection Theme ThemePlan",
    "litreview.themes.outline.file": "OutlineFile",
    "litreview.sheets.sheet": "Sheet SheetCell SheetColumn SheetRow",
    "litreview.sheets.taking": "CellChange",
    "litreview.workspace.start": "Started",
    "litreview.workspace.survey": "Place Survey",
    "litreview.writers": "Options Template Words",
    "litreview.writers.docx.template.examination": "TemplateReport",
    "litreview.writers.docx.template.styles": "TemplateStyle",
    "litreview.zotero.selection": "Zotero",
}
"""The public names by the module they live in. Nothing is imported before it is asked for: `import litreview` stays cheap."""

_PUBLIC = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> _typing.Any:
    if name in _names_before.FORMER:
        _names_before.warn(name)
        return getattr(_importlib.import_module("litreview.api.former"), name)
    if name not in _PUBLIC:
        raise AttributeError(f"module 'litreview' has no attribute {name!r}")
    return getattr(_importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
