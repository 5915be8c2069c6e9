# ruff: noqa: E501 - words of one meaning, and the cells of one row, stand on one line
"""Words that units write in headers and cells, by what they mean; seen in public inventories or of the same make.

The lists hold more than ``schema/kolom.yaml`` and ``schema/kosakata.yaml`` declare, on purpose: what is measured with them
is how well intake reads a workbook that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, tuple[str, ...]] = {
    "nomor": ("No", "No.", "NO", "Nomor", "No Urut", "#"),
    "nama": (
        "Nama Aplikasi", "Nama Sistem Informasi", "Nama Aplikasi (Website)", "Nama Aplikasi/Sistem Informasi",
        "Nama Sistem/Aplikasi", "NAMA APLIKASI / WEBSITE", "Nama Sistem Elektronik", "Aplikasi", "Nama Aplikasi SPBE",
        "Sistem Informasi / Aplikasi", "Aplikasi / Sistem Informasi", "Nama Aplikasi Eksisting", "Judul Aplikasi",
        "Nama Software/Aplikasi", "Daftar Aplikasi", "Nama Aplikasi yang Dikelola", "Aplikasi/Website",
        "Nama Inovasi/Aplikasi", "Nama Aplikasi dan Sistem Informasi", "Nama Aplikasi Berbasis Elektronik",
        "Nama Apps", "Nama Aplikasi/Program", "Nama Produk Aplikasi", "Nama Aplikasi / Layanan Elektronik",
    ),
    "unit": (
        "Perangkat Daerah", "OPD", "SKPD", "Nama OPD", "Unit Kerja", "Instansi", "OPD/Unit Kerja", "PD",
        "Organisasi Perangkat Daerah", "Perangkat Daerah (PD)", "Nama SKPD/Unit Kerja", "Satuan Kerja Perangkat Daerah",
        "Dinas/Badan", "Dinas / Badan / Kantor", "Nama Perangkat Daerah", "Asal OPD", "Nama Dinas", "Lembaga/OPD",
        "Perangkat Daerah / Unit Kerja", "Nama Instansi/OPD", "Badan/Dinas/Bagian", "OPD Pengusul",
    ),
    "pengelola": (
        "OPD Pengampu", "Perangkat Daerah Pengelola", "OPD Pengelola", "Instansi Pengelola", "Unit Pengelola Aplikasi",
        "Perangkat Daerah Penanggung Jawab", "Pemilik Aplikasi", "Pengelola", "Perangkat Daerah Pengampu",
        "Unit Kerja Pengelola", "Pemilik/Pengelola", "Dinas Pengampu", "OPD Pemilik Aplikasi", "SKPD Pengelola",
    ),
    "hosting": (
        "Lokasi Server", "Posisi Server", "Tempat Penyimpanan", "Server Hosting", "Server/Hosting", "Lokasi Hosting",
        "Hosting", "Letak Server", "Penempatan Server", "Tempat Server", "Lokasi Penyimpanan Data", "Server",
        "Lokasi Penyimpanan Server", "Server yang digunakan", "Lokasi Data Center", "Infrastruktur Server",
        "Lokasi Server (Diskominfo/OPD/Pihak Ketiga)", "Penempatan Hosting", "Hosting / Server", "Keberadaan Server",
        "Lokasi Penempatan Aplikasi", "Server Aplikasi", "Hosting di", "Tempat Penyimpanan Data / Server",
        "Lokasi Hosting/Server", "Tempat Hosting Aplikasi", "Lokasi Fisik Server", "Pusat Data / Server",
    ),
    "status": (
        "Status", "Status Aplikasi", "Status Aplikasi (Aktif/Tidak)", "Kondisi Aplikasi", "Kondisi", "Status Operasional",
        "Status Penggunaan", "Aktif/Tidak Aktif", "Status (Aktif/Tidak Aktif)", "Keaktifan", "Status Keaktifan",
        "Status Pemanfaatan", "Kondisi Saat Ini", "Status Saat Ini", "Digunakan/Tidak Digunakan", "Status Aktif",
        "Kondisi Eksisting", "Status Aplikasi Saat Ini", "Keterangan Aktif/Tidak Aktif", "Status Sistem",
        "Status Implementasi", "Kondisi Aplikasi Saat Ini", "Aktif / Non Aktif",
    ),
    "dipakai": (
        "Masih Digunakan?", "Aktif (Ya/Tidak)", "Apakah Masih Aktif", "Masih Aktif", "Masih Dipakai (Ya/Tidak)",
        "Aktif (Y/T)", "Status Aktif (Ya/Tidak)", "Masih Digunakan (Ya / Tidak)",
    ),
    "url": (
        "Alamat URL", "Link", "URL", "Domain", "Alamat Website", "Alamat Link/URL", "Tautan", "Alamat Domain",
        "Link Aplikasi", "Nama Domain/Sub Domain", "URL/Alamat Akses", "Alamat Aplikasi", "Website", "Alamat (URL)",
        "Link Website/Aplikasi", "Alamat Web/Link", "Domain/Subdomain", "Alamat Situs/URL",
    ),
    "deskripsi": (
        "Deskripsi", "Deskripsi Aplikasi", "Uraian", "Uraian Singkat Aplikasi", "Penjelasan", "Gambaran Singkat",
        "Deskripsi Singkat", "Penjelasan Singkat Aplikasi", "Deskripsi/Fungsi Aplikasi",
    ),
    "fungsi": (
        "Fungsi", "Kegunaan", "Fungsi Aplikasi", "Manfaat", "Fungsi/Kegunaan", "Tujuan", "Fungsi dan Kegunaan Aplikasi",
        "Peruntukan", "Manfaat/Kegunaan",
    ),
    "jenis": ("Jenis Aplikasi", "Jenis", "Kategori", "Kategori Aplikasi (Umum/Khusus)", "Klasifikasi", "Umum/Khusus"),
    "basis": (
        "Platform", "Basis Aplikasi", "Berbasis (Web/Mobile/Desktop)", "Jenis Platform", "Web/Desktop/Mobile",
        "Berbasis", "Platform Aplikasi", "Tipe Aplikasi", "Basis (Web/Android/Desktop)",
    ),
    "basis_data": ("Database", "Basis Data", "Jenis Database", "DBMS", "Database yang digunakan", "Basis Data/DBMS"),
    "bahasa": ("Bahasa Pemrograman", "Bahasa Program", "Bahasa Pemrograman yang Digunakan", "Bahasa Pemrograman/Framework"),
    "pengembang": (
        "Pengembang", "Penyedia", "Pengembang/Vendor", "Dikembangkan Oleh", "Pembuat Aplikasi", "Vendor", "Developer",
        "Nama Pengembang", "Pihak Pengembang", "Penyedia/Pengembang",
    ),
    "tahun": (
        "Tahun Pembuatan", "Tahun", "Tahun Pengadaan", "Tahun Pembangunan", "Tahun Dibangun", "Thn. Pembuatan",
        "Tahun Pengembangan/Pembuatan", "Tahun Mulai Digunakan", "Tahun Dibuat/Dikembangkan", "Tahun Perolehan",
    ),
    "integrasi": (
        "Integrasi", "Terintegrasi", "Interoperabilitas", "Status Integrasi", "Sudah Terintegrasi (Ya/Tidak)",
        "Terintegrasi (Y/T)", "Integrasi dengan Aplikasi Lain", "Integrasi/Interoperabilitas",
    ),
    "luaran": ("Output", "Luaran", "Output Aplikasi", "Hasil/Output"),
    "pengguna": ("Pengguna", "Pengguna Aplikasi", "User", "Sasaran Pengguna"),
    "jumlah": ("Jumlah Pengguna", "Jumlah User", "Jml Pengguna"),
    "dana": ("Sumber Dana", "Sumber Anggaran", "Sumber Pendanaan"),
    "nilai": ("Nilai Kontrak", "Anggaran (Rp)", "Biaya", "Pagu Anggaran", "Nilai Pengadaan (Rp)"),
    "pic": ("Nama Admin", "PIC", "Penanggung Jawab", "Nama Pengelola", "Admin/Operator", "Nama Penanggung Jawab/PIC"),
    "hp": ("No HP", "No. HP/WA", "Kontak", "Nomor Telepon", "No. Telp/HP"),
    "keterangan": ("Keterangan", "Ket.", "KET", "Catatan", "Keterangan Lainnya"),
    "ssl": ("Sertifikat SSL", "SSL (Ada/Tidak)", "Keamanan (SSL)"),
    "backup": ("Backup Data", "Jadwal Backup", "Backup (Ya/Tidak)"),
    "kepemilikan": ("Kepemilikan", "Status Kepemilikan", "Pusat/Daerah", "Kepemilikan Aplikasi"),
}  # fmt: skip

ENGLISH: Mapping[str, tuple[str, ...]] = {
    "nomor": ("No", "#", "No.", "Number"),
    "nama": (
        "Application Name",
        "System Name",
        "App Name",
        "Application",
        "Name of Application",
        "Application / System",
    ),
    "unit": ("Agency", "Department", "Government Agency", "Organization", "Work Unit", "Office"),
    "pengelola": ("Application Owner", "Business Owner", "Owner", "Managed By", "Owned By"),
    "hosting": ("Server Location", "Hosting Location", "Hosted At", "Hosting", "Hosted On", "Hosting / Server"),
    "status": ("Status", "Operational Status", "Application Status", "Current Status", "Condition"),
    "url": ("URL", "Web Address", "Website", "Link", "Domain", "Access URL"),
    "deskripsi": ("Description", "App Description", "Short Description"),
    "fungsi": ("Function", "Purpose", "Main Function"),
    "basis": ("Platform", "Application Platform", "Platform Type"),
    "basis_data": ("Database", "Database Engine", "DB"),
    "bahasa": ("Programming Language", "Language / Framework"),
    "pengembang": ("Developer", "Vendor", "Developed By"),
    "tahun": ("Year", "Year Built", "Year Developed", "Year of Development"),
    "integrasi": ("Integration", "Integrated", "Integrated (Yes/No)"),
    "keterangan": ("Remarks", "Notes", "Comments"),
}

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "waktu": ("Timestamp", "Cap waktu", "Stempel waktu"),
    "surel": ("Email Address", "Alamat email", "Surel"),
    "pic": ("Nama lengkap pengisi", "Nama Pengisi Formulir", "Nama Responden", "Nama petugas yang mengisi"),
    "hp": ("Nomor WhatsApp yang dapat dihubungi", "No. HP/WA aktif", "Nomor HP"),
    "unit": (
        "Asal Perangkat Daerah", "Dari Perangkat Daerah mana Bapak/Ibu berasal?", "Nama OPD/Unit Kerja Anda",
        "Pilih Perangkat Daerah Anda", "Perangkat Daerah / Instansi asal", "Instansi tempat Anda bertugas",
    ),
    "nama": (
        "Apa nama aplikasi yang dikelola?", "Sebutkan nama aplikasi yang digunakan di OPD Anda",
        "Nama aplikasi/sistem informasi", "Tuliskan nama aplikasi yang dimiliki (satu aplikasi satu isian)",
        "Nama Aplikasi atau Website yang dikelola OPD", "1. Nama Aplikasi",
    ),
    "fungsi": ("Apa fungsi utama aplikasi tersebut?", "Jelaskan fungsi/kegunaan aplikasi", "Jelaskan secara singkat fungsi aplikasi"),
    "url": ("Alamat (URL) aplikasi", "Tuliskan alamat URL/link aplikasi tersebut", "Link/URL aplikasi (jika ada)"),
    "hosting": (
        "Di mana server aplikasi ditempatkan?", "Di mana aplikasi di-hosting?", "Dimanakah lokasi server aplikasi?",
        "Lokasi server aplikasi saat ini", "Di mana lokasi server/hosting aplikasi tersebut?", "Server aplikasi berada di mana?",
    ),
    "status": (
        "Apakah aplikasi masih digunakan?", "Apakah aplikasi tersebut masih aktif digunakan?", "Status aplikasi saat ini",
        "Bagaimana status penggunaan aplikasi saat ini?", "Apakah masih aktif?",
    ),
    "integrasi": ("Apakah aplikasi sudah terintegrasi dengan aplikasi lain?", "Apakah aplikasi terintegrasi?", "Sudah terintegrasi?"),
    "mitra": ("Bila ya, terintegrasi dengan aplikasi apa?", "Jika ya, sebutkan aplikasi yang terintegrasi"),
    "tahun": ("Tahun berapa aplikasi dibangun?", "Sejak tahun berapa aplikasi digunakan?", "Tahun pembuatan aplikasi"),
    "pengembang": ("Siapa pengembang aplikasi?", "Aplikasi dikembangkan oleh siapa?"),
    "kendala": ("Apa kendala yang dihadapi?", "Saran dan masukan", "Kendala dalam penggunaan aplikasi"),
}  # fmt: skip

HOSTING: Mapping[str, tuple[str, ...]] = {
    "pusat_data_daerah": (
        "Server Diskominfo", "Kominfo", "DC Kominfo", "Data Center Diskominfo", "Diskominfo", "Diskominfo Tabanan",
        "Data Center Kabupaten Tabanan", "Server Dinas Kominfo", "Pusat Data Pemkab Tabanan", "Server Kominfo Tabanan",
        "VPS Diskominfo", "Hosting Kominfo", "Data center Diskominfo Kab. Tabanan", "Di Server Kominfo", "Server Pemkab",
        "Ruang server Diskominfo", "Dinas Komunikasi dan Informatika", "Server di Diskominfo", "Data Center Pemkab",
        "Server Pemkab Tabanan (Diskominfo)", "DISKOMINFO", "server kominfo", "Colocation di Diskominfo",
    ),
    "server_opd": (
        "Server OPD", "Server sendiri", "Server Dinas", "Server Internal OPD", "Server lokal", "Milik sendiri",
        "Server Kantor", "Ruang server OPD", "Di OPD", "OPD", "Server Perangkat Daerah", "On Premise", "Server Mandiri",
        "Server milik dinas", "Server RSUD", "Server lokal di kantor", "Internal OPD", "Server Internal", "Di kantor sendiri",
        "Server ada di OPD", "Server Badan", "Lokal", "Server Kecamatan",
    ),
    "hosting_komersial": (
        "Sewa Hosting", "Niagahoster", "Rumahweb", "Hosting Swasta", "Shared Hosting", "Hosting luar", "Sewa VPS",
        "Hosting pihak ketiga", "Cloud Hosting", "Hosting Berbayar", "Hosting Niagahoster", "Hostinger", "Web Hosting",
        "Sewa hosting swasta", "Hosting komersial", "IDCloudHost",
    ),
    "vendor": ("Vendor", "Server Vendor", "Server pengembang", "Server penyedia", "Di vendor", "Server pihak vendor", "Pihak Ketiga"),
    "pusat_kl": (
        "Server Pusat", "Kementerian", "Server Kementerian", "Server Kemendagri", "Server BKN", "Pusat",
        "Server Provinsi", "Server Kementerian Kesehatan", "Pemerintah Pusat", "Server Pemprov Bali", "Kemenkes",
        "Server Kemensos", "Server di Kementerian", "Kemenpan RB", "Server pusat (Kemendagri)", "Provinsi Bali",
    ),
    "pdn": ("PDN", "Pusat Data Nasional", "Pusat Data Nasional (PDN)"),
    "lokal_tanpa_server": ("PC", "Komputer/Laptop", "Desktop", "Offline", "Terinstal di komputer", "Laptop operator", "PC Operator"),
    "awan_publik": ("AWS", "Google Cloud", "Azure", "Public Cloud", "Amazon Web Services", "Cloud AWS"),
    "luar_tanpa_rincian": ("Diluar Kominfo", "Luar Diskominfo", "Bukan di Diskominfo", "Di luar Diskominfo"),
    "kolokasi": ("Colocation", "Kolokasi", "Co-location"),
    "pdns": ("PDNS",),
    "awan_pemerintah": ("Government Cloud", "Cloud Pemerintah"),
    "hibrida": ("Hybrid",),
    "tidak_diketahui": ("VPS", "Cloud", "Hosting", "Server", "Data Center"),
    "": ("", "", "-"),
}  # fmt: skip

HOSTING_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "pusat_data_daerah": ("Diskominfo Data Center", "Diskominfo", "Diskominfo Server", "Local Government Data Center"),
    "server_opd": ("On-prem", "On Premises", "Agency server", "In-house server", "Own server", "Local server"),
    "hosting_komersial": ("Shared hosting", "Web hosting", "Commercial hosting", "Dedicated Server"),
    "vendor": ("Vendor", "Vendor server", "Third party", "Developer server"),
    "pusat_kl": ("Ministry", "Ministry server", "Central government", "Provincial server"),
    "pdn": ("National Data Center", "PDN"),
    "lokal_tanpa_server": ("Desktop", "Local PC", "Offline"),
    "awan_publik": ("AWS", "Google Cloud", "Public Cloud", "Azure"),
    "pdns": ("PDNS",),
    "awan_pemerintah": ("Government Cloud",),
    "kolokasi": ("Colocation",),
    "hibrida": ("Hybrid",),
    "luar_tanpa_rincian": ("Diluar Kominfo",),
    "tidak_diketahui": ("Cloud", "VPS", "Data Center"),
    "": ("", "-", "N/A"),
}

STATUS: Mapping[str, tuple[str, ...]] = {
    "aktif": (
        "Aktif", "aktif", "AKTIF", "Masih digunakan", "Berjalan", "Beroperasi", "Digunakan", "Operasional", "Running",
        "Online", "Masih Aktif", "Sudah Digunakan", "Berfungsi", "Live", "Baik", "Aktif digunakan", "Masih dipakai",
        "Berjalan baik", "Sudah berjalan",
    ),
    "tidak_aktif": (
        "Tidak Aktif", "Non Aktif", "Nonaktif", "Tidak digunakan", "Tidak bisa diakses", "Mati", "Rusak",
        "Sudah tidak digunakan", "Tidak Beroperasi", "Tdk aktif", "Tidak Berfungsi", "Sudah Tidak Aktif", "NON-AKTIF",
        "Tidak dipakai lagi", "Off", "Offline",
    ),
    "pengembangan": (
        "Pengembangan", "Dalam Pengembangan", "Tahap pengembangan", "Uji coba", "Proses pembangunan",
        "Masih dalam pengembangan", "Proses Pengembangan", "Sedang dibangun",
    ),
    "pemeliharaan": ("Maintenance", "Perbaikan", "Dalam perbaikan", "Sedang maintenance"),
    "usulan": ("Usulan", "Rencana", "Masih rencana"),
    "dihentikan": ("Dihentikan", "Diganti aplikasi lain", "Ditutup"),
    "aktif_tidak_dipakai": ("Semi Aktif", "Aktif tetapi tidak dipakai", "Aktif dan Tidak Digunakan", "Aktif, jarang digunakan"),
    "": ("", "", "-"),
}  # fmt: skip

STATUS_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "aktif": ("Active", "Running", "Live", "In use", "Operational"),
    "tidak_aktif": ("Inactive", "Not active", "Down", "Not in use", "Non-active"),
    "pengembangan": ("Development", "In development", "Under development", "Pilot"),
    "pemeliharaan": ("Maintenance", "Under maintenance"),
    "usulan": ("Planned",),
    "dihentikan": ("Discontinued", "Retired", "Replaced"),
    "aktif_tidak_dipakai": ("Semi Aktif",),
    "": ("", "-", "N/A"),
}
