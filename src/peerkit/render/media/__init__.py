"""Media: a page becomes text or a file. Each medium is a module of one function.

`render(page, context)` returns text that ends with a line break (terminal, markdown, html) or the bytes of a file (pdf, word).
Those that are read line by line show the parts of a page that fit a screen, the others all that there is room for. `excel` takes a
`Workbook` in place of a page, because a spreadsheet is made of rows that can be reckoned with. Whatever came from a file or a person
stands in every medium as text only. `terminal` is plain, or drawn by the module of that name, as its context says.
"""
