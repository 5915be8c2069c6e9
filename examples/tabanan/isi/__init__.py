"""What the sample regency says, as plain tables: nothing here is computed, drawn by lot or taken from a clock."""
