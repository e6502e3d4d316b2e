"""The Word package and its XML, and what one run of the writer keeps in mind.

In come strings of WordprocessingML and a layout (`styles/NAME.toml`); out go the parts of a package: a new one and its bytes (`opc`),
styles, numbering, sections, footnotes, comments, bookmarks, custom data, and the manifest of what was generated. `build` holds the state
of one run; `xml` makes the single constructs; `safe_package` looks at a file from outside before anything opens it, and `refusal` says
why one cannot be used.

The other folders of this package build on it, and so does the reading back of Word files in `audit`. It imports none of them.
"""
