"""A draft made anew around what its writer did to the last one.

In come what was generated before (the base, kept in the file itself), the file as it stands now, and what is generated now. Out come a
plan, which says of every unit what happens to it, and the file in which that has happened: the writer's words, tables, pictures, notes
and marks stay, what nobody touched is made anew, and where both changed the new version stands in a comment.

`api` may call it. It judges no claim and drafts nothing.
"""
