"""What every floor may use: diagnostics, units, geometry and rich text."""
