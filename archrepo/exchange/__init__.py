"""What leaves the repository in a form that can come back: exports, and the workbook that a unit fills in."""
