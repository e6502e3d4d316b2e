"""Lists of names: et al., "and", labels, substitution. Source: CSL 1.0.2, "Names"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from lxml import etree

from litreview.csl.attributes import Look, attributes_of, look_of
from litreview.csl.context import Context, Kind, PrintedNames, Render
from litreview.csl.labels import LabelForm, label_form
from litreview.csl.locales import NS
from litreview.csl.nameparts import OTHERS_SORTED, NameForm, PartLook, is_own_order, one_name, person_key, unspaced
from litreview.csl.narrowing import Element, asking, narrowed
from litreview.csl.tree import Content, Node
from litreview.record.names import Name

INHERITED = frozenset(
    """and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last et-al-subsequent-min
    et-al-subsequent-use-first givenname-disambiguation-rule initialize initialize-with name-as-sort-order sort-separator name-form
    name-delimiter names-delimiter""".split()
)
"""Attributes of ``cs:style``, ``cs:citation`` and ``cs:bibliography`` that hold for the names inside."""


@attrs.frozen
class NamesSpec:
    """Everything that ``cs:names`` and its children say, without the variables."""

    form: NameForm
    conjunction: str | None
    delimiter: str
    precedes_last: str
    precedes_et_al: str
    limit: tuple[int, int, bool]
    subsequent_limit: tuple[int, int]
    sort_order: str | None
    et_al_term: str
    et_al_look: Look
    name_look: Look
    look: Look
    names_delimiter: str
    label: LabelForm | None
    label_first: bool


def _number(values: Mapping[str, str], name: str, default: int) -> int:
    text = values.get(name, "")
    return int(text) if text.isdigit() else default


def names_spec(
    element: etree._Element, inherited: Mapping[str, str], style: Mapping[str, str], parent: NamesSpec | None = None
) -> NamesSpec:  # fmt: skip
    """Read a ``cs:names`` element. In ``cs:substitute`` one without children takes those of its `parent`."""
    children = {child.tag[len(NS) :]: child for child in element if isinstance(child.tag, str)}
    order = list(children)
    own = attributes_of(element)
    if parent is not None and not {"name", "et-al", "label"} & set(order):
        look = look_of(own)
        return attrs.evolve(parent, look=parent.look if look.plain else look, names_delimiter=own.get("delimiter", parent.names_delimiter))
    name, et_al, label = (children.get(tag) for tag in ("name", "et-al", "label"))
    values = {k: v for k, v in inherited.items() if k in INHERITED}
    values.update({k: v for k, v in own.items() if k in INHERITED})
    names_delimiter = own.get("delimiter", values.pop("names-delimiter", ""))
    values = {k.removeprefix("name-") if k in ("name-form", "name-delimiter") else k: v for k, v in values.items()}
    own_name = attributes_of(name)
    values.update(own_name)
    parts = {"family": PartLook(), "given": PartLook()}
    for part in () if name is None else name.iterfind(f"{NS}name-part"):
        parts[part.get("name", "")] = PartLook(look_of(attributes_of(part)), part.get("text-case"))
    form = NameForm(
        values.get("form", "long"), values.get("initialize") != "false", values.get("initialize-with"),
        style.get("initialize-with-hyphen") != "false", values.get("sort-separator", ", "),
        style.get("demote-non-dropping-particle", "display-and-sort"), parts["family"], parts["given"],
        only_initials=values.get("givenname-disambiguation-rule", "").endswith("with-initials"),
    )  # fmt: skip
    limit = (_number(values, "et-al-min", 0), _number(values, "et-al-use-first", -1), values.get("et-al-use-last") == "true")
    return NamesSpec(
        form=form,
        conjunction=values.get("and"),
        delimiter=values.get("delimiter", ", "),
        precedes_last=values.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=values.get("delimiter-precedes-et-al", "contextual"),
        limit=limit,
        subsequent_limit=(_number(values, "et-al-subsequent-min", limit[0]), _number(values, "et-al-subsequent-use-first", limit[1])),
        sort_order=values.get("name-as-sort-order"),
        et_al_term=attributes_of(et_al).get("term", "et-al"),
        et_al_look=look_of(attributes_of(et_al)),
        name_look=look_of(own_name),
        look=look_of(own),
        names_delimiter=names_delimiter,
        label=None if label is None else label_form(label),
        label_first="label" in order and "name" in order and order.index("label") < order.index("name"),
    )


def compile_names(variables: Sequence[str], spec: NamesSpec, substitutes: Sequence[Element]) -> Element:
    """Compile ``cs:names`` for these roles, with what takes its place if none of them is there."""
    wanted = frozenset(variables)

    def narrow(kind: Kind) -> Render:
        left, _ = narrowed(substitutes, kind)
        if wanted.isdisjoint(kind.present):
            return _substitution(left) if left else asking
        return _names([variable for variable in variables if variable in kind.present], spec, left)

    return narrow


def _substitution(substitutes: Sequence[Render]) -> Render:
    def render(context: Context) -> Content | None:
        context.called = True
        return _substitute(context, substitutes)

    return render


def _names(variables: Sequence[str], spec: NamesSpec, substitutes: Sequence[Render]) -> Render:
    joint = "".join(sorted(variables)) if set(variables) == {"editor", "translator"} else None

    def render(context: Context) -> Content | None:
        context.called = True
        contents: list[Content] = []
        count = 0
        lists = [(variable, context.names(variable)) for variable in variables]
        if joint and lists[0][1] and lists[0][1] == lists[1][1] and context.locale.term(joint) and _others_alike(context, variables):
            lists = [(joint, lists[0][1])]
        for variable, names in lists:
            if not names:
                continue
            roles = variables if variable == joint else [variable]
            if context.log is not None:
                context.log += roles
                context.used.update(roles)
            others = roles[0] in context.ref.others
            content, printed = name_list(names, spec, context, others)
            count += printed
            if spec.form.form != "count" and printed:
                contents.append(_labelled(content, variable, len(names) + others, spec, context))
        if contents:
            context.found = True
            inner = Node(contents, delimiter=spec.names_delimiter or None, mark="names")
            return inner if spec.look.plain else spec.look.wrap([inner])
        if count:
            context.found = True
            return str(count).rjust(8, "0") if context.sorting else spec.look.wrap([str(count)])
        if spec.form.form != "count" and any(names for _, names in lists):
            return None  # names there are, but ``et-al-use-first="0"`` prints none
        return _substitute(context, substitutes)

    return render


def _substitute(context: Context, substitutes: Sequence[Render]) -> Content | None:
    outer = context.log
    for substitute in substitutes:
        context.log, context.emptied = [], False
        content = substitute(context)
        taken, context.log = context.log, outer
        if content is None:
            context.used.difference_update(taken)
            if context.emptied:
                return None
        else:
            context.used.update(taken)
            if outer is not None:
                outer += taken
            if isinstance(content, Node) and content.mark == "names":
                return content
            return Node([content], mark="names")
    return None


def _labelled(listed: Content, variable: str, count: int, spec: NamesSpec, context: Context) -> Content:
    label = None if spec.label is None or context.sorting else spec.label.show(variable, count > 1, context.locale)
    if label is None:
        return listed
    return Node([label, listed] if spec.label_first else [listed, label])


def _others_alike(context: Context, variables: Sequence[str]) -> bool:
    """Whether all of these lists go on with "others", or none does."""
    return len({variable in context.ref.others for variable in variables}) == 1


def name_list(names: tuple[Name, ...], spec: NamesSpec, context: Context, others: bool = False) -> tuple[Content, int]:
    """One list of names as printed, and how many of them were printed. `others`: it goes on with persons who are not known."""
    total = len(names)
    count, last = _printed_count(total, spec, context, others)
    form = spec.form
    if not count:
        return "", 0
    context.shown.append(PrintedNames(names, count, form, spec.limit))
    if form.form == "count":
        return "", count + (1 if last or (others and count == total) else 0)
    nodes: list[Content] = []
    givens, made = context.givens, context.made_names
    for place in range(count):
        name = names[place]
        inverted = context.sorting or spec.sort_order == "all" or (spec.sort_order == "first" and place == 0)
        level = givens.get(person_key(name), 0) if givens else 0
        key = id(name), id(form), inverted, level, context.sorting
        node = made.get(key)
        if node is None:
            node = made[key] = one_name(name, form, inverted, level, context.sorting)
        nodes.append(_dressed(node, spec, context))
    children = _joined(nodes, spec, context, total + others, last, names)
    return (children[0] if len(children) == 1 else Node(children)), count


def _dressed(name: Content, spec: NamesSpec, context: Context) -> Content:
    """One name with formatting and affixes of ``cs:name``, which describes individual names: conjunctions and "et al." have none of it."""
    return name if spec.name_look.plain or context.sorting else spec.name_look.wrap([name])


def _printed_count(known: int, spec: NamesSpec, context: Context, others: bool) -> tuple[int, bool]:
    """How many of the `known` names to show, and whether the last stands behind dots. With `others` there is at least one more, so the
    list is never complete, and its last name is not known."""
    total = known + others
    least, first, use_last = spec.limit
    if context.names_limit is not None:
        own_least, own_first, own_last = context.names_limit
        least, first = own_least or least, first if own_first < 0 else own_first
        use_last = use_last if own_last is None else own_last
    elif context.position != "first" and context.area == "citation":
        least, first = spec.subsequent_limit
    use_last = use_last and not others
    if not least or first < 0 or total < least or first >= total:
        return known, False
    if use_last and not context.sorting and 0 < least - 2 < first:
        first = least - 2  # the dots stand for two names at least
    count = first if use_last else min(max(first, context.more), known)
    return count, use_last and (total - count >= 2 or context.sorting)


def _joined(nodes: list[Content], spec: NamesSpec, context: Context, total: int, last: bool, names: tuple[Name, ...]) -> list[Content]:
    count = len(nodes)

    def turned(place: int) -> bool:
        by_style = spec.sort_order == "all" or (spec.sort_order == "first" and place == 0)
        return by_style and names[place].literal is None and not is_own_order(names[place])

    if context.sorting:
        if last:
            nodes = [*nodes, one_name(names[-1], spec.form, True, 0, True)]
        elif count == len(names) < total:
            nodes = [*nodes, OTHERS_SORTED]
        return [part for node in nodes for part in (", ", node)][1:]
    children: list[Content] = []
    complete = count == total
    for place, node in enumerate(nodes):
        if place:
            if complete and place == count - 1 and spec.conjunction is not None:
                children.append(_conjunction(spec, context, count, turned(place - 1)))
            else:
                children.append(spec.delimiter)
        children.append(node)
    if complete:
        return children
    if last:
        final = one_name(names[-1], spec.form, spec.sort_order == "all", context.givens.get(person_key(names[-1]), 0), context.sorting)
        return [*children, (spec.delimiter if count > 1 else " ") + "… ", _dressed(final, spec, context)]
    term = context.locale.term(spec.et_al_term)
    if not term or not count:
        return children
    with_delimiter = {"always": True, "never": False, "after-inverted-name": turned(count - 1)}.get(spec.precedes_et_al, count > 1)
    if with_delimiter or not unspaced(term):
        children.append(spec.delimiter if with_delimiter else " ")
    children.append(spec.et_al_look.wrap([term], "et-al"))
    return children


def _conjunction(spec: NamesSpec, context: Context, count: int, after_inverted: bool) -> str:
    form, plain = ("symbol", "&") if spec.conjunction == "symbol" else ("long", "and")
    word = context.locale.term("and", form) or plain
    with_delimiter = {"always": True, "never": False, "after-inverted-name": after_inverted}.get(spec.precedes_last, count > 2)
    if unspaced(word):
        return (spec.delimiter if with_delimiter and spec.precedes_last != "contextual" else "") + word
    if word[-1:].isspace():
        return (spec.delimiter if with_delimiter else "") + word
    return f"{spec.delimiter if with_delimiter else ' '}{word} "
