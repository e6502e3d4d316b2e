"""Chapters read back, whoever wrote or edited them, and judged by what their studies say.

In comes a draft: a `Review` just made, or the Word, Markdown or ledger file of a chapter; beside it the library that it rests on, if there
is one. Out come its problems (`judging`), the words behind each sentence (`evidence`), and ledgers written and read (`ledger`).
`chapters` reads files and judges nothing; `checks` judges what was read. `api` and `cli` call this layer; no other layer does. It changes
no chapter and no record.
"""
