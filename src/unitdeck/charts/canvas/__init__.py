"""What drawn charts share: marks in points, the theme's colours and fonts, and the pictures made of them."""
