"""What the commands that show results share: how a result is wanted, the gate in front of a team's answers, and how it is delivered."""
