"""``python -m unitdeck`` is the console script."""

from unitdeck.cli.main import main

if __name__ == "__main__":
    main()
