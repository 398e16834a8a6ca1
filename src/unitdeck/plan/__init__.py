"""What a template says a deck holds: slide plans, blocks and chart specs, without points or EMU."""
