"""Ways to ask a person: on a terminal, in plain lines, from a script. The only user of questionary."""
