"""What lint found, one format a file. See `peerkit.render.findings.interface`."""
