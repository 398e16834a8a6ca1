"""Plans into placed pages: text measured, fitted, broken into lines and pages. Knows no file format."""
