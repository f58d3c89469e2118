"""Pages: what each product says, in its order, before a medium gives it a form. Each module with a function `page` is a product."""
