"""Many people's answers: who belongs together, the gate that says what may be shown, and what follows from that alone."""
