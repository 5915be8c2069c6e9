"""What is handed to people: reports made from a Landscape, findings and pictures. The list stands in ``daftar``."""
