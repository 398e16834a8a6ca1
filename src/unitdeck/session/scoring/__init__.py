"""计分: score sheets, what is read back of them, scores and their papers."""
