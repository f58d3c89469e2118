"""A workshop's agenda: what is talked about, for how long, and with which card."""
