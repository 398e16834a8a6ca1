"""``python -m unitdeck`` is the console script."""

from unitdeck.cli.main import script

if __name__ == "__main__":
    script()
