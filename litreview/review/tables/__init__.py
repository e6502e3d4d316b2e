"""The tables of the review: each module makes one, with every cell filled.

In comes what the chapter is made from, a composition. Out come tables of the document; `grid` and `matrix` give the same as plain Python
values.

Sections and the public functions may call it. It uses claims and prose, and knows no section.
"""
