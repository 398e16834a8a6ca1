"""Chart specs into native chart parts."""
