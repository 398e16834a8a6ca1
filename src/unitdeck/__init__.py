"""unitdeck: one unit's YAML outline becomes a standardized, editable PPTX with native charts."""

__version__ = "0.1.0"
