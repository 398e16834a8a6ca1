"""From one session to the next: figures, ranks and promises carried over."""
