"""Run the command line with `python -m peerkit`."""

from peerkit.cli.app import main

if __name__ == "__main__":
    main()
