"""A page in a medium: one module each, the only places that know about colours, columns or markup."""
