"""What the commands that show results share: the answers they are made from, the gates in front of a team's, and how one is delivered."""
