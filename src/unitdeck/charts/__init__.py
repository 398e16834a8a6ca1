"""Chart specs into native chart parts, and into pictures of those kinds that no office program draws."""
