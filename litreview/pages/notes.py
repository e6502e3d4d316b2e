"""The marks by which the names of authors refer to notes: behind a name ("Sri Wulandari1") or before it ("1Sri", "1st Sri")."""

from __future__ import annotations

import re

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ˡᵃᵇᶜᵈᵉᶠ"
"""Numbers and letters that are raised by themselves."""

NOTE = re.compile(
    rf"[^\W\d_]\.?[{RAISED}]"
    r"|(?:[^\W\d_]{2}|[A-Z]\.)\.?\s?(?:[\d*#†‡¹²³⁴⁵]{1,3}|\[[\d,*]{1,5}\]|\(\s?(?:\d{1,2}|[*ˡ¹²³⁴⁵])[\d,*\s]{0,6}\)|[a-f]\))(?=[\s,;)*]|$)"
    r"|[^\W\d_]{2}\s[a-f][*†]*,\s[^,]{2,60}\s[a-f][*†]*(?=,|$)"
    r"|^\d(?:st|nd|rd|th)\s?(?=[A-Z][a-z])|^\d\s?(?=[A-Z][a-z]+\s[A-Z])[^,]{4,60},\s?\d\s?(?=[A-Z][a-z])"
)
"""A mark behind a name, or those before the names of a list."""
NOTE_END = re.compile(rf"(?:[\d*†‡){RAISED}])\W*$")
LEADING_NOTE = re.compile(
    r"(?:^|(?<=[,;&]))\s*(?:\d(?:st|nd|rd|th)\s?(?=[A-Z][a-z])"
    rf"|(?:\d{{1,2}}|[*†‡{RAISED}]{{1,3}})\s?\)?\s?(?=[A-Z][a-z.]+\s[A-Z]))"
)
"""The number of a note, or the place in the order of authors ("1st"), before a name."""
SEVERAL_NOTES = re.compile(rf"\W*[\d{RAISED}]{{1,2}}(?:\s?,\s?[\d{RAISED}]{{1,2}})+\s?,?\s?(?=[^\W\d_])")
"""Before a place, the marks of all who are there ("1,2Universitas Contoh")."""
