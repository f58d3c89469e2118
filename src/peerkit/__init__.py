"""Hold a peer-support program up against published peer-work frameworks."""

__version__ = "0.1.0"
