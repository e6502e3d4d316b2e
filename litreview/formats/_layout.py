"""What a user may choose about the look of a new file, for the formats that leave a choice."""

from __future__ import annotations

import attrs


@attrs.frozen
class Layout:
    """How a new file is to look; None leaves it to the format.

    - `flavour`: which dialect of the format ("bibtex" or "biblatex").
    - `unicode`: letters as they are, or (False) as commands in plain ASCII.
    - `fields`: the only fields to write, in this order, by the names that the format has for them.

    >>> Layout(fields=("title",)).chosen()
    ('fields',)
    """

    flavour: str | None = None
    unicode: bool | None = None
    fields: tuple[str, ...] | None = None

    def beside(self, other: Layout) -> Layout:
        """This layout, with what it leaves open as in `other`."""
        return attrs.evolve(other, **{name: getattr(self, name) for name in self.chosen()})

    def chosen(self) -> tuple[str, ...]:
        """The names of what is not left to the format."""
        return tuple(field.name for field in attrs.fields(Layout) if getattr(self, field.name) is not None)
