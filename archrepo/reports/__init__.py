"""What is handed to people: reports made from a Landscape, findings and pictures."""

from archrepo.reports.daftar import Laporan, describe, report_names, write_report

__all__ = ["Laporan", "describe", "report_names", "write_report"]
