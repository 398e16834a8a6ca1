"""The commands: the only code that prints."""

import gc

# Loading modules and building a deck make many values and hardly a cycle: looking for cycles every 700 values takes a
# tenth of a cold build.
gc.set_threshold(100_000)
