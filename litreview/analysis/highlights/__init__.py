"""What a reader marked in the full text as what a study states: by the meaning of her colours, her tags, the first word of her comments.

In come a study with highlights and a legend; out come values of aspects, each with the words it rests on and their page, and the marks
that nothing says the meaning of. The words of the source stay its words, those of the reader hers: see `own_words`.
"""

from litreview.analysis.highlights.assigning import Marks, marks
from litreview.analysis.highlights.filling import told_gaps, unassigned, with_highlights
from litreview.analysis.highlights.legend import USUAL, BadLegend, legend_of

__all__ = ["USUAL", "BadLegend", "Marks", "legend_of", "marks", "told_gaps", "unassigned", "with_highlights"]
