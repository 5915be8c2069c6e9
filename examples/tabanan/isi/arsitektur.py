# ruff: noqa: E501 - a row of a sheet stays on one line here, as it does in the sheet
"""The six domains as the regency's analysts wrote them, and where applications run, what they exchange, what is planned.

Objects are named by kode (``DAB-001`` …), applications by the name under which a unit reported them. Column keys are
expanded to the titles of the sheets by ``arsitektur.py``; reference codes get their names from ``isi.kode``.
"""

from .tabel import tabel

# One line is one process and the service it yields. Without ``layanan`` the process yields none; without ``aplikasi``
# nothing makes the service electronic.
PROSES_LAYANAN = tabel("""
no | unit | rab | jenis | proses | lintas | ral | layanan | target | metode | tujuan | aplikasi | data
001 | dinkes | RAB.04.01.04 | inti | Pelayanan pasien puskesmas | Tidak | RAL.01.25.04 | Layanan Pendaftaran dan Rekam Medis Puskesmas | Masyarakat | Campuran | Pasien terlayani dan tercatat sekali di seluruh puskesmas | e-Puskesmas; Antrean Online Puskesmas | DAD-001; DAD-002
002 | dinkes | RAB.04.01.02 | pendukung | Pengelolaan obat dan perbekalan kesehatan | Tidak | RAL.01.25.02 | Layanan Distribusi Obat Puskesmas | OPD | Elektronik | Stok obat puskesmas terjaga | e-Logistik Farmasi | DAD-003
003 | dinkes | RAB.04.01.06 | inti | Pemantauan gizi balita | Ya | RAL.01.25.06 | Layanan Pemantauan Gizi Balita | Masyarakat | Tatap muka | Balita gizi buruk ditemukan dini | SIGEMAS Tabanan; e-PPGBM | DAD-004
004 | dinkes | RAB.04.01.04 | inti | Penanganan gawat darurat medis | Ya | RAL.01.25.04 | Layanan Gawat Darurat PSC 119 | Masyarakat | Elektronik | Ambulans tiba tepat waktu | PSC 119 Tabanan | DAD-005
005 | rsud_tabanan | RAB.04.01.04 | inti | Pelayanan rawat jalan RSUD Tabanan | Tidak | RAL.01.25.04 | Layanan Pendaftaran Rawat Jalan RSUD Tabanan | Masyarakat | Campuran | Waktu tunggu pasien berkurang | SIMRS RSUD Tabanan; Antrean Online RSUD | DAD-006
006 | rsud_singasana | RAB.04.01.04 | inti | Pelayanan rawat jalan RSUD Singasana | Tidak | RAL.01.25.04 | Layanan Pendaftaran Rawat Jalan RSUD Singasana | Masyarakat | Campuran | Waktu tunggu pasien berkurang | SIMRS Khanza; Antrean Online RSUD Singasana | DAD-007
007 | disdik | RAB.06.01.02 | inti | Penerimaan murid baru | Ya | RAL.01.31.02 | Layanan Penerimaan Murid Baru | Masyarakat | Daring | Penerimaan murid yang terbuka dan adil | SPMB Online | DAD-008; DAD-009
008 | disdik | RAB.06.01.01 | manajemen | Pengelolaan pendidik dan tenaga kependidikan | Tidak | RAL.01.31.01 | Layanan Data dan Kehadiran Guru | Pegawai | Elektronik | Data guru mutakhir | Dapodik; e-Absensi Disdik | DAD-010
009 | disdukcapil | RAB.09.01.07 | inti | Penerbitan dokumen kependudukan | Tidak | RAL.02.01.07 | Layanan Dokumen Kependudukan Daring | Masyarakat | Campuran | Dokumen kependudukan terbit tanpa antre | Dukcapil Daring; SIAK Terpusat | DAD-009
010 | disdukcapil | RAB.09.01.07 | inti | Aktivasi identitas digital | Tidak | RAL.02.01.07 | Layanan Aktivasi Identitas Kependudukan Digital | Masyarakat | Tatap muka | Warga memegang identitas digital | Identitas Kependudukan Digital | DAD-009
011 | dpmptsp | RAB.02.08.06 | inti | Penerbitan perizinan berusaha | Ya | RAL.01.12.06 | Layanan Perizinan Berusaha | Pelaku Usaha | Daring | Izin terbit sesuai janji layanan | OSS-RBA | DAD-011
012 | dpmptsp | RAB.02.08.06 | inti | Penerbitan izin nonberusaha | Ya | RAL.01.16 | Layanan Izin Nonberusaha | Masyarakat | Campuran | Izin terbit sesuai janji layanan | SIPERI Tabanan | DAD-011
013 | dpmptsp | RAB.09.06.05 | pendukung | Penyelenggaraan Mal Pelayanan Publik | Ya | RAL.02.04.05 | Layanan Antrean Mal Pelayanan Publik | Masyarakat | Campuran | Satu tempat untuk banyak layanan | Antrean MPP Tabanan | DAD-012
014 | dinsosp3a | RAB.04.02.03 | inti | Penyaluran hibah dan bantuan sosial | Ya | RAL.01.26.03 | Layanan Usulan Hibah dan Bantuan Sosial | Masyarakat | Campuran | Bantuan tepat sasaran | e-Hibah Bansos; SIKS-NG | DAD-013; DAD-009
015 | dinsosp3a | RAB.04.03.03 | inti | Penanganan kekerasan perempuan dan anak | Ya | RAL.01.27.03 | Layanan Pengaduan Kekerasan Perempuan dan Anak | Masyarakat | Campuran | Korban segera terlindungi | PEKA Anak; SIMFONI-PPA | DAD-014
016 | dppkb | RAB.03.07.02 | inti | Pelayanan keluarga berencana | Tidak | RAL.01.23.02 | Layanan Keluarga Berencana | Masyarakat | Tatap muka | Keluarga terencana | New SIGA; SIM KB Tabanan | DAD-015
017 | dppkb | RAB.04.01.06 | manajemen | Percepatan penurunan stunting | Ya | RAL.01.25.06 | Layanan Data Keluarga Berisiko Stunting | OPD | Elektronik | Intervensi tepat keluarga | Dashboard Stunting Tabanan | DAD-016; DAD-004
018 | disnaker | RAB.06.02.02 | inti | Penempatan tenaga kerja | Tidak | RAL.01.32.02 | Layanan Kartu Pencari Kerja | Masyarakat | Daring | Pencari kerja terdata dan tersalur | AK-1 Online; SIAPkerja | DAD-017
019 | distan | RAB.02.03.08 | inti | Pembinaan kelembagaan petani dan subak | Tidak | RAL.01.07.08 | Layanan Data Subak dan Kelompok Tani | Masyarakat | Campuran | Pola tanam dan air terjadwal | SI SUBAK | DAD-018
020 | distan | RAB.02.05.04 | inti | Pelayanan kesehatan hewan | Tidak | RAL.01.09.04 | Layanan Kesehatan Hewan dan Vaksin Rabies | Masyarakat | Campuran | Tabanan bebas rabies | e-Keswan | DAD-019
021 | disperindag | RAB.02.02.01 | inti | Pemantauan harga bahan pokok | Ya | RAL.01.06.01 | Layanan Informasi Harga Bahan Pokok | Publik | Daring | Harga terpantau setiap hari | SIHARGA; SP2KP | DAD-020
022 | disperindag | RAB.09.02.03 | pendukung | Pemungutan retribusi pasar | Tidak | RAL.02.02.03 | Layanan Pembayaran Retribusi Pasar | Pelaku Usaha | Campuran | Retribusi tercatat tanpa tunai | e-Retribusi Pasar | DAD-021
023 | diskop | RAB.02.10.02 | inti | Pendampingan usaha mikro, kecil, dan menengah | Tidak | RAL.01.14.02 | Layanan Pendampingan UMKM | UMKM | Campuran | UMKM naik kelas | UMKM Tabanan Naik Kelas | DAD-022
024 | dispar | RAB.02.11.04 | inti | Promosi pariwisata | Tidak | RAL.01.15.04 | Layanan Informasi Wisata | Masyarakat | Daring | Kunjungan wisata meningkat | Visit Tabanan | DAD-023
025 | dispar | RAB.02.11.02 | inti | Pengelolaan daya tarik wisata | Ya | RAL.01.15.02 | Layanan Tiket Daya Tarik Wisata | Masyarakat | Daring | Pendapatan wisata tercatat | e-Tiket Daya Tarik Wisata | DAD-024
026 | bapelitbang | RAB.09.05.01 | manajemen | Penyusunan rencana pembangunan daerah | Ya | RAL.02.03.01 | Layanan Usulan Pembangunan | Perangkat Daerah | Elektronik | Rencana sesuai usulan warga | SIPD | DAD-025
027 | bapelitbang | RAB.09.05.03 | manajemen | Pengendalian dan evaluasi pembangunan | Ya | RAL.02.03.03 | Layanan Pemantauan Realisasi Kegiatan | Perangkat Daerah | Elektronik | Deviasi kegiatan diketahui tiap bulan | e-Monev Pembangunan; e-Dalbang | DAD-026
028 | bapelitbang | RAB.09.03.05 | pendukung | Pengelolaan informasi geospasial | Ya | RAL.01.43.05 | Layanan Berbagi Peta Daerah | Perangkat Daerah | Elektronik | Satu peta untuk semua perangkat daerah | Geoportal Tabanan | DAD-027
029 | bakeuda | RAB.09.02.08 | manajemen | Penatausahaan dan pelaporan keuangan daerah | Ya | RAL.02.02.08 | Layanan Penatausahaan Keuangan | Perangkat Daerah | Elektronik | Laporan keuangan andal | SIPD; SIM Gaji | DAD-028; DAD-029
030 | bakeuda | RAB.09.02.06 | pendukung | Pengelolaan barang milik daerah | Ya | RAL.02.02.06 | Layanan Penatausahaan Barang Milik Daerah | Perangkat Daerah | Elektronik | Aset tercatat lengkap | SIMDA BMD | DAD-030
031 | bapenda | RAB.09.02.03 | inti | Pelayanan BPHTB | Ya | RAL.02.02.03 | Layanan Validasi BPHTB | Masyarakat | Daring | Validasi selesai satu hari | e-BPHTB | DAD-031
032 | bapenda | RAB.09.02.03 | inti | Pelayanan PBB-P2 | Tidak | RAL.02.02.03 | Layanan PBB-P2 | Masyarakat | Campuran | Wajib pajak mudah membayar | e-PBB; SISMIOP | DAD-032
033 | bapenda | RAB.09.02.03 | inti | Pelaporan pajak daerah | Tidak | RAL.02.02.03 | Layanan Pelaporan Pajak Hotel dan Restoran | Pelaku Usaha | Daring | Pajak dilaporkan tepat waktu | e-SPTPD | DAD-033
034 | bkpsdm | RAB.09.06.03 | manajemen | Administrasi kepegawaian | Ya | RAL.02.04.03 | Layanan Administrasi Kepegawaian | ASN | Elektronik | Data pegawai benar dan mutakhir | SIMPEG | DAD-034
035 | bkpsdm | RAB.09.06.03 | manajemen | Pengelolaan kehadiran dan tambahan penghasilan | Ya | RAL.02.04.03 | Layanan Presensi dan Tambahan Penghasilan | ASN | Elektronik | Tambahan penghasilan sesuai kehadiran | e-Presensi; e-TPP | DAD-035; DAD-034
036 | bkpsdm | RAB.09.06.03 | manajemen | Pengajuan cuti pegawai | Tidak | RAL.02.04.03 | Layanan Cuti Pegawai | ASN | Elektronik | Cuti tercatat tanpa kertas | e-Cuti | DAD-034
037 | bag_pbj | RAB.09.02.11 | pendukung | Pengadaan barang dan jasa | Ya | RAL.02.02.11 | Layanan Pengadaan Secara Elektronik | Pelaku Usaha | Elektronik | Pengadaan terbuka dan bersaing | LPSE; SiRUP | DAD-036
038 | bag_hukum | RAB.05.01.01 | pendukung | Pembentukan produk hukum daerah | Ya | RAL.01.28.01 | Layanan Informasi Produk Hukum | Masyarakat | Daring | Produk hukum mudah ditemukan | JDIH | DAD-037
039 | bag_organisasi | RAB.09.06.04 | manajemen | Pengelolaan akuntabilitas kinerja | Ya | RAL.02.07 | Layanan Pelaporan Kinerja | Perangkat Daerah | Elektronik | Kinerja terukur dan dilaporkan | e-SAKIP | DAD-038
040 | diskominfo | RAB.09.03.03 | inti | Pengelolaan informasi publik | Ya | RAL.01.43.03 | Layanan Permohonan Informasi Publik | Masyarakat | Daring | Informasi publik tersedia | PPID Tabanan | DAD-039
041 | diskominfo | RAB.09.03.04 | inti | Penyelenggaraan statistik sektoral | Ya | RAL.01.43.04 | Layanan Data Statistik Sektoral | Masyarakat | Daring | Satu data yang dapat dipakai bersama | Satu Data Tabanan | DAD-040
042 | diskominfo | RAB.09.04.02 | inti | Penanganan pengaduan masyarakat | Ya | RAL.01.44.02 | Layanan Pengaduan Masyarakat | Masyarakat | Daring | Pengaduan dijawab lima hari kerja | SP4N-LAPOR! | DAD-041
043 | disperpusip | RAB.08.02.05 | inti | Pelayanan perpustakaan | Tidak | RAL.01.42.05 | Layanan Peminjaman Buku | Masyarakat | Campuran | Minat baca meningkat | INLISLite | DAD-042
044 | disperpusip | RAB.09.06.06 | pendukung | Penyelenggaraan kearsipan dinamis | Ya | RAL.02.04.06 | Layanan Persuratan dan Arsip Dinamis | Perangkat Daerah | Elektronik | Naskah dinas tertib | SRIKANDI; e-Arsip Tabanan | DAD-043
045 | dlh | RAB.07.05.04 | inti | Pengelolaan persampahan | Tidak | RAL.01.40.04 | Layanan Pengangkutan Sampah | Masyarakat | Tatap muka | Sampah terangkut sesuai jadwal | SIANGKUT | DAD-044
046 | puprpkp | RAB.03.04.04 | inti | Perbaikan rumah tidak layak huni | Ya | RAL.01.20.04 | Layanan Usulan Perbaikan Rumah | Masyarakat | Campuran | Rumah layak bagi warga miskin | e-RTLH Tabanan | DAD-045
047 | puprpkp | RAB.03.04.01 | inti | Persetujuan bangunan gedung | Ya | RAL.01.20.01 | Layanan Persetujuan Bangunan Gedung | Masyarakat | Daring | Bangunan sesuai tata ruang | SIMBG | DAD-046
048 | dishub | RAB.03.03.02 | inti | Pengujian kendaraan bermotor | Tidak | RAL.01.19.02 | Layanan Uji Berkala Kendaraan | Pelaku Usaha | Campuran | Kendaraan laik jalan | e-KIR | DAD-047
049 | dpmd | RAB.09.01.04 | inti | Pembinaan pemerintahan desa | Ya | RAL.02.01.04 | Layanan Pembinaan Keuangan Desa | Desa | Campuran | Keuangan desa tertib | Dashboard Desa Tabanan; Siskeudes | DAD-048
050 | kec_tabanan | RAB.09.01.03 | inti | Pelayanan administrasi terpadu kecamatan | Tidak | RAL.02.01.03 | Layanan PATEN Kecamatan Tabanan | Masyarakat | Loket | Layanan dekat dengan warga | PATEN Kecamatan Tabanan |
051 | satpolpp | RAB.05.02.01 | inti | Penanganan gangguan ketertiban umum | Tidak | RAL.01.29.01 | Layanan Pengaduan Ketertiban Umum | Masyarakat | Tatap muka | Gangguan segera ditangani | |
052 | bpbd | RAB.04.02.06 | inti | Penanggulangan bencana | Ya | RAL.01.26.06 | Layanan Informasi Kebencanaan | Masyarakat | Tatap muka | Warga siap menghadapi bencana | | DAD-049
053 | dkp | RAB.02.03.20 | inti | Penyaluran cadangan pangan | Tidak | RAL.01.07.20 | Layanan Cadangan Pangan Daerah | Masyarakat | Tatap muka | Cadangan pangan tersalur | |
054 | inspektorat | RAB.09.06.04 | manajemen | Pengawasan internal pemerintah daerah | Ya | | | | | | |
055 | setwan | RAB.09.01.01 | pendukung | Fasilitasi pokok pikiran DPRD | Ya | | | | | | |
""")

# ``proses`` is where the data are born; ``aplikasi`` keeps them. Four sets have no producer, two no reference code.
DATA = tabel("""
no | nama | produsen | rad | sifat | jenis | validitas | interop | pribadi | tujuan | proses | aplikasi
001 | Data Kunjungan Pasien Puskesmas | dinkes | RAD.04.01.04 | Terbatas | Statistik | Harian | Ya | Ya | Perencanaan layanan kesehatan | DAB-001 | e-Puskesmas
002 | Data Rekam Medis Puskesmas | dinkes | RAD.04.01.04 | Tertutup | Lainnya | Realtime | Ya | Ya | Riwayat pengobatan pasien | DAB-001 | e-Puskesmas
003 | Data Stok Obat Puskesmas | dinkes | RAD.04.01.02 | Terbatas | Statistik | Harian | Tidak | Tidak | Perencanaan obat | DAB-002 | e-Logistik Farmasi
004 | Data Status Gizi Balita | dinkes | RAD.04.01.06 | Terbatas | Statistik | Bulanan | Tidak | Ya | Penanganan gizi buruk | DAB-003 | SIGEMAS Tabanan; e-PPGBM
005 | Data Panggilan Gawat Darurat | | RAD.04.01.04 | Terbatas | Statistik | Realtime | Tidak | Ya | Evaluasi waktu tanggap | DAB-004 | PSC 119 Tabanan
006 | Data Pasien RSUD Tabanan | rsud_tabanan | RAD.04.01.04 | Tertutup | Lainnya | Realtime | Ya | Ya | Pelayanan pasien | DAB-005 | SIMRS RSUD Tabanan
007 | Data Pasien RSUD Singasana | rsud_singasana | RAD.04.01.04 | Tertutup | Lainnya | Realtime | Tidak | Ya | Pelayanan pasien | DAB-006 | SIMRS Khanza
008 | Data Calon Murid | disdik | RAD.06.01.02 | Terbatas | Statistik | Tahunan | Ya | Ya | Penerimaan murid baru | DAB-007 | SPMB Online
009 | Data Penduduk Kabupaten Tabanan | disdukcapil | RAD.09.01.07 | Terbatas | Lainnya | Realtime | Ya | Ya | Verifikasi identitas | DAB-009 | Dukcapil Daring; SIAK Terpusat
010 | Data Guru dan Tenaga Kependidikan | disdik | RAD.06.01.01 | Terbatas | Statistik | Semester | Ya | Ya | Pemerataan guru | DAB-008 | Dapodik
011 | Data Izin Terbit | dpmptsp | RAD.02.08.06 | Terbuka | Statistik | Harian | Ya | Tidak | Pengendalian usaha | DAB-011; DAB-012 | SIPERI Tabanan; OSS-RBA
012 | Data Kunjungan Mal Pelayanan Publik | dpmptsp | RAD.09.06.05 | Terbuka | Statistik | Harian | Tidak | Tidak | Evaluasi layanan | DAB-013 | Antrean MPP Tabanan
013 | Data Penerima Hibah dan Bantuan Sosial | dinsosp3a | RAD.04.02.03 | Terbatas | Statistik | Bulanan | Ya | Ya | Ketepatan sasaran | DAB-014 | e-Hibah Bansos
014 | Data Kasus Kekerasan Perempuan dan Anak | dinsosp3a | RAD.04.03.03 | Tertutup | Statistik | Bulanan | Tidak | Ya | Penanganan kasus | DAB-015 | PEKA Anak
015 | Data Akseptor KB | dppkb | RAD.03.07.02 | Terbatas | Statistik | Bulanan | Tidak | Ya | Perencanaan KB | DAB-016 | SIM KB Tabanan
016 | Data Keluarga Berisiko Stunting | dppkb | RAD.03.07.05 | Terbatas | Statistik | Triwulan | Ya | Ya | Intervensi stunting | DAB-017 | Dashboard Stunting Tabanan
017 | Data Pencari Kerja | disnaker | RAD.06.02.02 | Terbatas | Statistik | Bulanan | Ya | Ya | Penempatan kerja | DAB-018 | AK-1 Online
018 | Data Subak dan Luas Tanam | distan | RAD.02.03.08 | Terbuka | Statistik | Bulanan | Ya | Tidak | Pengaturan pola tanam | DAB-019 | SI SUBAK
019 | Data Vaksinasi Rabies | distan | RAD.02.05.04 | Terbuka | Statistik | Bulanan | Tidak | Tidak | Pengendalian rabies | DAB-020 | e-Keswan
020 | Data Harga Bahan Pokok | disperindag | RAD.02.02.01 | Terbuka | Statistik | Harian | Ya | Tidak | Pengendalian inflasi | DAB-021 | SIHARGA; Pantau Harga Sembako
021 | Data Retribusi Pasar | disperindag | RAD.09.02.03 | Terbuka | Keuangan | Harian | Tidak | Tidak | Pendapatan asli daerah | DAB-022 | e-Retribusi Pasar
022 | Data Pelaku UMKM | | RAD.02.10.02 | Terbatas | Statistik | Tahunan | Tidak | Ya | Pembinaan UMKM | DAB-023 | UMKM Tabanan Naik Kelas
023 | Data Daya Tarik Wisata | dispar | RAD.02.11.02 | Terbuka | Statistik | Tahunan | Ya | Tidak | Promosi wisata | DAB-024 | Visit Tabanan
024 | Data Kunjungan Wisatawan | dispar | RAD.02.11.02 | Terbuka | Statistik | Harian | Ya | Tidak | Evaluasi kunjungan | DAB-025 | e-Tiket Daya Tarik Wisata
025 | Data Usulan Pembangunan | bapelitbang | RAD.09.05.01 | Terbuka | Lainnya | Tahunan | Ya | Tidak | Penyusunan RKPD | DAB-026 | SIPD
026 | Data Realisasi Kegiatan | bapelitbang | RAD.09.05.03 | Terbuka | Keuangan | Bulanan | Ya | Tidak | Pengendalian pembangunan | DAB-027 | e-Monev Pembangunan
027 | Peta Dasar dan Tematik Daerah | bapelitbang | RAD.09.03.05 | Terbuka | Geospasial | Tahunan | Ya | Tidak | Perencanaan ruang | DAB-028 | Geoportal Tabanan
028 | Data Anggaran dan Realisasi APBD | bakeuda | RAD.09.02.08 | Terbuka | Keuangan | Bulanan | Ya | Tidak | Laporan keuangan | DAB-029 | SIPD
029 | Data Gaji ASN | bakeuda | RAD.09.02.04 | Tertutup | Keuangan | Bulanan | Tidak | Ya | Pembayaran gaji | DAB-029 | SIM Gaji
030 | Data Barang Milik Daerah | bakeuda | RAD.09.02.06 | Terbatas | Keuangan | Semester | Tidak | Tidak | Neraca aset | DAB-030 | SIMDA BMD
031 | Data Transaksi BPHTB | bapenda | RAD.09.02.03 | Terbatas | Keuangan | Harian | Ya | Ya | Pendapatan asli daerah | DAB-031 | e-BPHTB
032 | Data Objek dan Subjek PBB-P2 | bapenda | RAD.09.02.03 | Terbatas | Keuangan | Tahunan | Ya | Ya | Penetapan pajak | DAB-032 | SISMIOP; e-PBB
033 | Data Pelaporan Pajak Daerah | bapenda | RAD.09.02.03 | Terbatas | Keuangan | Bulanan | Tidak | Tidak | Pengawasan wajib pajak | DAB-033 | e-SPTPD
034 | Data Pegawai | bkpsdm | RAD.09.06.03 | Terbatas | Lainnya | Realtime | Ya | Ya | Manajemen ASN | DAB-034 | SIMPEG
035 | Data Kehadiran Pegawai | bkpsdm | RAD.09.06.03 | Terbatas | Lainnya | Harian | Ya | Ya | Perhitungan TPP | DAB-035 | e-Presensi
036 | Data Paket Pengadaan | bag_pbj | RAD.09.02.11 | Terbuka | Keuangan | Harian | Ya | Tidak | Keterbukaan pengadaan | DAB-037 | LPSE
037 | Data Produk Hukum Daerah | bag_hukum | RAD.05.01.01 | Terbuka | Lainnya | Mingguan | Ya | Tidak | Publikasi hukum | DAB-038 | JDIH
038 | Data Capaian Kinerja Perangkat Daerah | bag_organisasi | RAD.09.06.04 | Terbuka | Statistik | Triwulan | Tidak | Tidak | Akuntabilitas kinerja | DAB-039 | e-SAKIP
039 | Data Permohonan Informasi Publik | diskominfo | RAD.09.03.03 | Terbuka | Statistik | Bulanan | Tidak | Ya | Laporan PPID | DAB-040 | PPID Tabanan
040 | Data Statistik Sektoral | diskominfo | RAD.09.03.04 | Terbuka | Statistik | Tahunan | Ya | Tidak | Perencanaan dan evaluasi | DAB-041 | Satu Data Tabanan
041 | Data Pengaduan Masyarakat | | RAD.09.04.02 | Terbatas | Lainnya | Harian | Ya | Ya | Perbaikan layanan | DAB-042 | SP4N-LAPOR!
042 | Data Koleksi dan Anggota Perpustakaan | disperpusip | RAD.08.02.05 | Terbuka | Lainnya | Harian | Tidak | Ya | Layanan perpustakaan | DAB-043 | INLISLite
043 | Data Arsip Dinamis | disperpusip | RAD.09.06.06 | Tertutup | Lainnya | Realtime | Ya | Tidak | Tertib arsip | DAB-044 | SRIKANDI; e-Arsip Tabanan
044 | Data Timbulan Sampah | dlh | RAD.07.05.04 | Terbuka | Statistik | Bulanan | Tidak | Tidak | Pengurangan sampah | DAB-045 | SIANGKUT
045 | Data Rumah Tidak Layak Huni | puprpkp | RAD.03.04.10 | Terbatas | Statistik | Tahunan | Tidak | Ya | Bantuan perumahan | DAB-046 | e-RTLH Tabanan
046 | Data Bangunan Gedung | puprpkp | RAD.03.04.07 | Terbuka | Geospasial | Bulanan | Ya | Tidak | Pengendalian bangunan | DAB-047 | SIMBG
047 | Data Kendaraan Wajib Uji | dishub | | Terbuka | Statistik | Bulanan | Tidak | Tidak | Keselamatan jalan | DAB-048 | e-KIR
048 | Data Keuangan dan Profil Desa | dpmd | RAD.09.01.04 | Terbuka | Keuangan | Semester | Tidak | Tidak | Pembinaan desa | DAB-049 | Dashboard Desa Tabanan
049 | Data Kejadian Bencana | | RAD.04.02.06 | Terbuka | Statistik | Bulanan | Tidak | Tidak | Kesiapsiagaan | DAB-052 |
050 | Data Kondisi Jalan Kabupaten | puprpkp | | Terbuka | Geospasial | Tahunan | Tidak | Tidak | Pemeliharaan jalan | |
""")

FASILITAS = tabel("""
kode | nama | uraian | unit | jenis | alias | intranet | internet | lokasi | milik | pemilik | tier | aman
DAI-001 | Pusat Data Diskominfo Tabanan | Ruang pusat data kabupaten | diskominfo | Pusat Data | Data Center Diskominfo; DC Kominfo | 1000 | 500 | Kantor Diskominfo lantai 2 | Milik Sendiri | Pemerintah Kabupaten Tabanan | Tier 1 | Akses sidik jari, kamera, pemadam gas
DAI-002 | Ruang Server RSUD Tabanan | Ruang server rumah sakit | rsud_tabanan | Pusat Komputasi | Ruang Server Mandiri RSUD | 100 | 200 | Gedung administrasi RSUD Tabanan | Milik Sendiri | RSUD Tabanan | | Kunci pintu dan pendingin ruang
DAI-003 | Ruang Server Bapenda | Ruang server pajak daerah | bapenda | Pusat Komputasi | | 100 | 100 | Kantor Bapenda | Milik Sendiri | Bapenda | | Kunci pintu
DAI-004 | Ruang Kendali Tabanan Command Center | Pusat kendali dan dasbor | diskominfo | Pusat Kendali | Command Center | 1000 | 300 | Kantor Bupati | Milik Sendiri | Pemerintah Kabupaten Tabanan | | Kamera dan petugas jaga
DAI-005 | Ruang Server Disdukcapil | Ruang server kependudukan | disdukcapil | Pusat Komputasi | | 50 | 50 | Kantor Disdukcapil | Milik Sendiri | Disdukcapil | | Kunci pintu
""")
AWAN = tabel("""
kode | nama | uraian | unit | tipe | milik | pemilik | biaya | jangka
DAI-010 | VPS Sewa Bapelitbang | Sewa mesin virtual | bapelitbang | IaaS | Milik Pihak Ketiga | Penyedia Awan Contoh | 18000000 | 12 bulan
DAI-011 | Awan Pemerintah Surel | Surel dinas | diskominfo | SaaS | Milik Instansi Pemerintah Lain | Kementerian | 0 | tanpa batas
""")
SERVER = tabel("""
kode | nama | unit | bentuk | guna | milik | pemilik | memori | prosesor | simpan | fasilitas
DAI-101 | Server Aplikasi 1 | diskominfo | Fisik | Aplikasi | Milik Sendiri | Pemerintah Kabupaten Tabanan | 256 | High-end | 8000 | DAI-001
DAI-102 | Server Aplikasi 2 | diskominfo | Fisik | Aplikasi | Milik Sendiri | Pemerintah Kabupaten Tabanan | 256 | High-end | 8000 | DAI-001
DAI-103 | VM Layanan Publik | diskominfo | Virtual | Web Server | Milik Sendiri | Pemerintah Kabupaten Tabanan | 64 | High-end | 1000 | DAI-001
DAI-104 | VM Kepegawaian | diskominfo | Virtual | Aplikasi | Milik Sendiri | Pemerintah Kabupaten Tabanan | 64 | High-end | 1000 | DAI-001
DAI-105 | Server Basis Data | diskominfo | Fisik | Database | Milik Sendiri | Pemerintah Kabupaten Tabanan | 512 | High-end | 16000 | DAI-001
DAI-106 | VM Situs Web | diskominfo | Virtual | Web Server | Milik Sendiri | Pemerintah Kabupaten Tabanan | 32 | Mid-end | 500 | DAI-001
DAI-107 | Server SPSE | bag_pbj | Fisik | Aplikasi | Milik Sendiri | Pemerintah Kabupaten Tabanan | 128 | High-end | 4000 | DAI-001
DAI-108 | Server Cadangan | diskominfo | Fisik | File Server | Milik Sendiri | Pemerintah Kabupaten Tabanan | 64 | Mid-end | 32000 | DAI-001
DAI-111 | Server SIMRS | rsud_tabanan | Fisik | Aplikasi | Milik Sendiri | RSUD Tabanan | 128 | Mid-end | 4000 | DAI-002
DAI-112 | Server Basis Data SIMRS | rsud_tabanan | Fisik | Database | Milik Sendiri | RSUD Tabanan | 128 | Mid-end | 8000 | DAI-002
DAI-121 | Server Pajak Daerah | bapenda | Fisik | Aplikasi | Milik Sendiri | Bapenda | 64 | Mid-end | 2000 | DAI-003
DAI-122 | Server SISMIOP | bapenda | Fisik | Database | Milik Sendiri | Bapenda | 32 | Low-end | 1000 | DAI-003
DAI-131 | Server Dukcapil Daring (lama) | disdukcapil | Fisik | Aplikasi | Milik Sendiri | Disdukcapil | 32 | Low-end | 1000 | DAI-005
DAI-141 | PC Server SIMDA | bakeuda | Fisik | Aplikasi | Milik Sendiri | Badan Keuangan Daerah | 16 | Low-end | 500 |
""")
JARINGAN = tabel("""
kode | nama | unit | jenis | milik | pemilik | media | bandwidth | fasilitas | jangkau
DAI-201 | Jaringan Intra Pemerintah Kabupaten Tabanan | diskominfo | Intranet | Milik Sendiri | Pemerintah Kabupaten Tabanan | Fiber Optic | 1000 | DAI-001; DAI-004; DAI-005 | diskominfo; setda; bapelitbang; bakeuda; bkpsdm; inspektorat; disdukcapil; dinkes; disdik; dpmptsp
DAI-202 | Jaringan Sewa Kecamatan | diskominfo | SD-WAN | Milik Pihak Ketiga | Penyedia Jaringan Contoh | Wireless Microwave | 50 | DAI-001 | kec_tabanan; kec_kediri; kec_kerambitan; kec_marga; kec_penebel; kec_baturiti
""")
SPL = tabel("""
kode | nama | unit | jenis | pemilik | hubung
DAI-301 | SPL Kabupaten Tabanan | diskominfo | SPL daerah | Pemerintah Kabupaten Tabanan | DAI-302
DAI-302 | SPLP Nasional | | SPLP nasional | Kementerian |
""")
PERANGKAT_KEAMANAN = tabel("""
kode | nama | unit | tipe | milik | pemilik
DAI-401 | Firewall Pusat Data | diskominfo | Firewall | Milik Sendiri | Pemerintah Kabupaten Tabanan
DAI-402 | WAF Layanan Publik | diskominfo | WAF | Milik Sendiri | Pemerintah Kabupaten Tabanan
DAI-403 | Firewall RSUD Tabanan | rsud_tabanan | UTM | Milik Sendiri | RSUD Tabanan
""")
PENYIMPANAN = tabel("""
kode | nama | unit | milik | pemilik | simpan | akses
DAI-501 | Penyimpanan Bersama Pusat Data | diskominfo | Milik Sendiri | Pemerintah Kabupaten Tabanan | 64000 | NAS
""")
PLATFORM = tabel("""
kode | nama | unit | tipe | produk | versi | lisensi | pemilik | sampai | server
DAI-601 | Sistem Operasi Server Aplikasi | diskominfo | Sistem Operasi | Ubuntu Server | 22.04 | Open Source | | | DAI-101; DAI-102; DAI-103; DAI-104
DAI-602 | Basis Data Pusat Data | diskominfo | Sistem Database | PostgreSQL | 14 | Open Source | | | DAI-105
DAI-603 | Sistem Operasi Server SIMRS | rsud_tabanan | Sistem Operasi | Windows Server | 2012 R2 | Berbayar | RSUD Tabanan | 10/10/2023 | DAI-111; DAI-112
DAI-604 | Basis Data SISMIOP | bapenda | Sistem Database | Oracle Database | 11g | Lisensi | Bapenda | 31/12/2020 | DAI-122
""")

# Where applications really run. Dukcapil Daring has two current production placements.
PENEMPATAN = tabel("""
aplikasi | lokasi | tempat | lingkungan | bentuk | ip | mulai
SIMPEG | Data Center Diskominfo | DAI-104 | Produksi | VM | 10.10.1.14 | 2019-03-04
e-Presensi | Data Center Diskominfo | DAI-104 | Produksi | VM | 10.10.1.15 | 2021-01-04
e-Cuti | Data Center Diskominfo | DAI-104 | Produksi | VM | 10.10.1.16 | 2020-07-01
e-Puskesmas | Data Center Diskominfo | DAI-101 | Produksi | VM | 10.10.1.21 | 2022-02-14
Antrean Online Puskesmas | Data Center Diskominfo | DAI-101 | Produksi | VM | 10.10.1.22 | 2022-02-14
SPMB Online | Data Center Diskominfo | DAI-103 | Produksi | VM | 10.10.1.31 | 2025-04-28
Dukcapil Daring | Data Center Diskominfo | DAI-103 | Produksi | VM | 10.10.1.32 | 2024-06-03
Dukcapil Daring | Server OPD | DAI-131 | Produksi | Fisik | 192.168.30.5 | 2020-08-17
AK-1 Online | Data Center Diskominfo | DAI-103 | Produksi | VM | 10.10.1.33 | 2023-01-09
Dashboard Stunting Tabanan | Data Center Diskominfo | DAI-102 | Produksi | VM | 10.10.1.41 | 2023-05-22
e-Monev Pembangunan | Data Center Diskominfo | DAI-102 | Produksi | VM | 10.10.1.42 | 2021-11-01
Geoportal Tabanan | Data Center Diskominfo | DAI-102 | Produksi | VM | 10.10.1.43 | 2022-09-12
Satu Data Tabanan | Data Center Diskominfo | DAI-102 | Produksi | VM | 10.10.1.44 | 2020-10-05
e-SAKIP | Data Center Diskominfo | DAI-102 | Produksi | VM | 10.10.1.45 | 2019-02-18
Dashboard Desa Tabanan | Data Center Diskominfo | DAI-102 | Produksi | VM | 10.10.1.46 | 2024-03-11
LPSE | Data Center Diskominfo | DAI-107 | Produksi | Fisik | 10.10.1.51 | 2017-05-02
JDIH | Data Center Diskominfo | DAI-106 | Produksi | VM | 10.10.1.61 | 2018-01-15
PPID Tabanan | Data Center Diskominfo | DAI-106 | Produksi | VM | 10.10.1.62 | 2018-01-15
Website Kabupaten Tabanan | Data Center Diskominfo | DAI-106 | Produksi | VM | 10.10.1.63 | 2018-01-15
Tabanan Command Center | Data Center Diskominfo | DAI-101 | Produksi | VM | 10.10.1.24 | 2022-10-10
SSO Tabanan | Data Center Diskominfo | DAI-101 | Pengembangan | VM | 10.10.1.25 | 2025-02-03
SIMPEG | Data Center Diskominfo | DAI-108 | Cadangan | Fisik | 10.10.1.71 | 2022-01-03
SIMRS RSUD Tabanan | Ruang Server Mandiri | DAI-111 | Produksi | Fisik | 192.168.20.5 | 2016-11-07
Antrean Online RSUD | Server OPD | DAI-111 | Produksi | Fisik | 192.168.20.6 | 2019-08-01
e-BPHTB | Server OPD | DAI-121 | Produksi | Fisik | 192.168.40.5 | 2018-02-01
e-PBB | Server OPD | DAI-121 | Produksi | Fisik | 192.168.40.6 | 2017-06-05
SISMIOP | Server OPD | DAI-122 | Produksi | Fisik | 192.168.40.7 | 2008-01-02
SIMDA BMD | Server OPD | DAI-141 | Produksi | Fisik | 10.10.2.15 | 2012-01-02
Surel Dinas Tabanan | Government Cloud | DAI-011 | Produksi | Shared | | 2021-06-01
""")
API = tabel("""
kode | nama | aplikasi | alamat | protokol | spl
API-001 | API Data Pegawai | SIMPEG | https://spl.tabanankab.go.id/pegawai/v1 | REST API | DAI-301
API-002 | API Kehadiran Pegawai | e-Presensi | https://spl.tabanankab.go.id/presensi/v1 | REST API | DAI-301
API-003 | API Verifikasi NIK | Dukcapil Daring | https://spl.tabanankab.go.id/nik/v2 | REST API | DAI-301
API-004 | API Data Statistik | Satu Data Tabanan | https://spl.tabanankab.go.id/satudata/v1 | JSON | DAI-301
API-005 | API Kunjungan Puskesmas | e-Puskesmas | https://spl.tabanankab.go.id/puskesmas/v1 | REST API | DAI-301
API-006 | API Peta Dasar | Geoportal Tabanan | https://geoportal.tabanankab.go.id/wms | REST API |
API-007 | API Tagihan PBB | e-PBB | https://epbb.tabanankab.go.id/api | REST API |
""")
INTEGRASI = tabel("""
dari | ke | jalur | api | spl | data | frekuensi | keadaan
SIMPEG | e-Presensi | SPL | API-001 | DAI-301 | DAD-034 | Harian | Sudah Integrasi
SIMPEG | e-Cuti | SPL | API-001 | DAI-301 | DAD-034 | Realtime | Sudah Integrasi
SIMPEG | e-TPP | SPL | API-001 | DAI-301 | DAD-034 | Bulanan | Sudah Integrasi
SIMPEG | SSO Tabanan | SPL | API-001 | DAI-301 | DAD-034 | Realtime | Rencana
e-Presensi | e-TPP | SPL | API-002 | DAI-301 | DAD-035 | Bulanan | Sudah Integrasi
Dukcapil Daring | SPMB Online | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Sudah Integrasi
Dukcapil Daring | AK-1 Online | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Sudah Integrasi
Dukcapil Daring | e-BPHTB | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Sudah Integrasi
Dukcapil Daring | SIPERI Tabanan | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Sudah Integrasi
Dukcapil Daring | e-Hibah Bansos | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Sudah Integrasi
Dukcapil Daring | SIMRS RSUD Tabanan | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Sudah Integrasi
Dukcapil Daring | e-RTLH Tabanan | SPL | API-003 | DAI-301 | DAD-009 | Realtime | Rencana
e-Monev Pembangunan | Satu Data Tabanan | SPL | API-004 | DAI-301 | DAD-026 | Bulanan | Sudah Integrasi
Geoportal Tabanan | Satu Data Tabanan | SPL | API-004 | DAI-301 | DAD-027 | Tahunan | Sudah Integrasi
SIHARGA | Satu Data Tabanan | SPL | API-004 | DAI-301 | DAD-020 | Harian | Sudah Integrasi
SI SUBAK | Satu Data Tabanan | SPL | API-004 | DAI-301 | DAD-018 | Bulanan | Sudah Integrasi
Dashboard Desa Tabanan | Satu Data Tabanan | SPL | API-004 | DAI-301 | DAD-048 | Semester | Sudah Integrasi
e-Puskesmas | Dashboard Stunting Tabanan | SPL | API-005 | DAI-301 | DAD-001; DAD-004 | Harian | Sudah Integrasi
e-Puskesmas | SATUSEHAT | SPLP | API-005 | DAI-302 | DAD-002 | Harian | Sudah Integrasi
SIMPEG | SIASN Instansi | SPLP | API-001 | DAI-302 | DAD-034 | Bulanan | Sudah Integrasi
e-Puskesmas | P-Care | Bridging | | | DAD-001 | Realtime | Sudah Integrasi
SIMRS RSUD Tabanan | V-Claim BPJS | Bridging | | | DAD-006 | Realtime | Sudah Integrasi
SIMRS RSUD Tabanan | SATUSEHAT | Web service | | | DAD-006 | Harian | Sudah Integrasi
SIMRS Khanza | V-Claim BPJS | Bridging | | | DAD-007 | Realtime | Sudah Integrasi
Antrean Online RSUD | SIMRS RSUD Tabanan | View database | | | DAD-006 | Realtime | Sudah Integrasi
e-PBB | SISMIOP | DB link | | | DAD-032 | Realtime | Sudah Integrasi
Pajak Tabanan Mobile | e-PBB | API | API-007 | | DAD-032 | Realtime | Sudah Integrasi
SiRUP | LPSE | Web service | | | DAD-036 | Harian | Sudah Integrasi
SIM Gaji | SIPD | Excel | | | DAD-029 | Bulanan | Sudah Integrasi
e-SSH | SIPD | Upload | | | DAD-028 | Tahunan | Sudah Integrasi
SIMDA BMD | SIPD | Excel | | | DAD-030 | Semester | Sudah Integrasi
Siskeudes | Dashboard Desa Tabanan | Excel | | | DAD-048 | Semester | Sudah Integrasi
PEKA Anak | SIMFONI-PPA | Input ulang | | | DAD-014 | Bulanan | Sudah Integrasi
Dukcapil Daring | SIAK Terpusat | Input ulang | | | DAD-009 | Harian | Sudah Integrasi
e-Tiket Daya Tarik Wisata | e-SPTPD | API | | | DAD-024 | Harian | Rencana
e-Retribusi Pasar | SIPD | API | | | DAD-021 | Harian | Terputus
e-Musrenbang | SIPD | API | | | DAD-025 | Tahunan | Sudah Integrasi
SIMPEG | e-Kinerja | SPL | API-001 | DAI-301 | DAD-034 | Bulanan | Sudah Integrasi
e-BPHTB | Bank BPD Bali | Web service | | | DAD-031 | Realtime | Sudah Integrasi
""")

KEAMANAN = tabel("""
kode | nama | unit | objek | rak | tanggal | mulai | nilai | audit | hasil | lanjut | aset
DAK-001 | Standar Keamanan Aplikasi Kabupaten | diskominfo | Standar, Prosedur, dan Regulasi Keamanan | RAK.01.02 | | 01/03/2023 | 2 | | | | SIMPEG; e-Presensi; e-Puskesmas; SPMB Online; LPSE; Satu Data Tabanan
DAK-002 | Pelatihan Kesadaran Keamanan Informasi | diskominfo | Edukasi Kesadaran Keamanan | RAK.02.01 | 14/05/2025 | | 2 | | | | DAD-034; DAD-009
DAK-003 | Uji Kerentanan Layanan Publik 2025 | diskominfo | Identifikasi Kerentanan Keamanan | RAK.02.02 | 22/07/2025 | | 3 | | Dua kerentanan tinggi | Perbaikan sebelum 30/09/2025 | SPMB Online; Dukcapil Daring; AK-1 Online; PPID Tabanan; JDIH
DAK-004 | Uji Kerentanan SIMPEG dan e-Presensi | diskominfo | Identifikasi Kerentanan Keamanan | RAK.02.02 | 05/08/2025 | | 3 | | Tidak ada kerentanan tinggi | Uji ulang 2026 | SIMPEG; e-Presensi; e-Cuti
DAK-005 | Penguatan Firewall Pusat Data | diskominfo | Peningkatan Keamanan | RAK.02.03 | 10/02/2025 | 10/02/2025 | 3 | | | | DAI-101; DAI-102; DAI-103; DAI-104; DAI-105; DAI-107
DAK-006 | Penanganan Insiden Situs Kecamatan | diskominfo | Penanganan Insiden Keamanan | RAK.02.02 | 19/11/2024 | | 2 | | Halaman diubah pihak luar | Situs dipulihkan dari cadangan | Website Builder OPD
DAK-007 | Audit Keamanan Pusat Data | inspektorat | Audit Keamanan | RAK.03.03 | 12/12/2024 | | 2 | Audit Infrastruktur | Pencadangan belum diuji | Uji pemulihan tiap semester | DAI-001; DAI-108
DAK-008 | Kelaikan Keamanan e-Puskesmas | dinkes | Kelaikan Keamanan | RAK.03.02 | 03/06/2025 | | 3 | | Laik dengan catatan | Enkripsi rekam medis | e-Puskesmas; DAD-002
""")
KONTROL = tabel("""
kode | nama | kelompok | status | aplikasi
DAK-101 | Autentikasi dua faktor pegawai | Autentikasi | terpenuhi | SIMPEG; e-Presensi; e-Cuti; SSO Tabanan
DAK-102 | Pembatasan hak akses per perangkat daerah | Kontrol akses | terpenuhi | SIMPEG; e-Monev Pembangunan; e-SAKIP; Satu Data Tabanan
DAK-103 | Validasi isian formulir publik | Validasi input | sebagian | SPMB Online; AK-1 Online; Dukcapil Daring; PPID Tabanan
DAK-104 | Komunikasi terenkripsi | Keamanan komunikasi | terpenuhi | e-Puskesmas; SPMB Online; Dukcapil Daring; LPSE; JDIH; Geoportal Tabanan; Satu Data Tabanan
DAK-105 | Pencatatan log terpusat | Penanganan eror dan pencatatan log | sebagian | SIMPEG; e-Presensi; Dashboard Stunting Tabanan; Dashboard Desa Tabanan
DAK-106 | Perlindungan data rekam medis | Proteksi data | belum | e-Puskesmas; SIMRS RSUD Tabanan
DAK-107 | Pembatasan akses API | Keamanan API dan web service | sebagian | Dukcapil Daring; Satu Data Tabanan
""")
KATEGORISASI = tabel("""
kode | nama | aplikasi | jawaban | skor | hasil | tanggal
DAK-201 | Kategorisasi SIMPEG | SIMPEG | BBCBBBCBBB | 24 | Tinggi | 20/01/2025
DAK-202 | Kategorisasi e-Puskesmas | e-Puskesmas | BBBBBBBBBC | 22 | Tinggi | 21/01/2025
DAK-203 | Kategorisasi LPSE | LPSE | BBBCBBBBCB | 21 | Tinggi | 21/01/2025
DAK-204 | Kategorisasi Dukcapil Daring | Dukcapil Daring | BBBBCBBBBB | 23 | Tinggi | 22/01/2025
DAK-205 | Kategorisasi JDIH | JDIH | CCCCCCCCCC | 10 | Rendah | 22/01/2025
""")

REGULASI = tabel("""
kode | nama | jenis | nomor | tahun | tentang | status | reviu
REG-001 | Perpres 95/2018 | perpres | 95 | 2018 | Sistem Pemerintahan Berbasis Elektronik | berlaku |
REG-002 | Perbup Contoh SPBE | perbup | 00 | 2022 | Penyelenggaraan SPBE (contoh, bukan produk hukum nyata) | berlaku | 2025-01-31
REG-003 | Perbup Contoh Satu Data | perbup | 00 | 2021 | Satu Data Kabupaten (contoh, bukan produk hukum nyata) | berlaku | 2026-01-31
REG-004 | Rancangan Perbup Contoh Pusat Data | perbup | 00 | 2026 | Penempatan aplikasi pada Pusat Data (contoh, bukan produk hukum nyata) | rancangan |
REG-005 | SE Contoh Penggunaan SRIKANDI | se | 00 | 2023 | Penggunaan SRIKANDI di perangkat daerah (contoh) | berlaku |
""")
INISIATIF = tabel("""
kode | nama | unit | muatan | mulai | selesai | target | status | aplikasi
INI-001 | Pemindahan aplikasi pajak ke Pusat Data | bapenda | Infrastruktur SPBE | 2026 | 2027 | 2026: e-BPHTB; 2027: e-PBB | belum_mulai | e-BPHTB; e-PBB; SISMIOP
INI-002 | Penggabungan aplikasi presensi | bkpsdm | Aplikasi SPBE | 2026 | 2026 | Satu aplikasi presensi | berjalan | e-Absensi Disdik; SIABSEN Kominfo; e-Presensi
INI-003 | Pendaftaran API layanan ke SPL | diskominfo | Aplikasi SPBE | 2025 | 2027 | Lima API tiap tahun | berjalan | Geoportal Tabanan; e-PBB
INI-004 | Penghentian e-Office dan e-Arsip, beralih ke SRIKANDI | disperpusip | Aplikasi SPBE | 2025 | 2026 | Seluruh perangkat daerah | berjalan | e-Office Tabanan; e-Arsip Tabanan
INI-005 | Uji pemulihan bencana Pusat Data | diskominfo | Keamanan SPBE | 2026 | 2026 | Dua kali setahun | belum_mulai | SIMPEG
INI-006 | Penyusunan Peta Proses Bisnis seluruh perangkat daerah | bag_organisasi | Tata kelola SPBE | 2025 | 2026 | 43 perangkat daerah | berjalan |
""")
ANGGARAN = tabel("""
kode | nama | unit | tahun | rekening | nilai | dana | belanja | inisiatif | aplikasi
ANG-001 | Peladen Pusat Data | diskominfo | 2026 | 2.16.02.2.02.01 | 850000000 | APBD | Belanja modal | INI-001 |
ANG-002 | Pengembangan e-Presensi | bkpsdm | 2026 | 5.03.02.2.01.05 | 175000000 | APBD | Belanja jasa | INI-002 | e-Presensi
ANG-003 | Pemeliharaan SPL daerah | diskominfo | 2026 | 2.16.02.2.03.02 | 240000000 | APBD | Belanja jasa | INI-003 |
ANG-004 | Pembuatan aplikasi presensi sekolah | disdik | 2026 | 1.01.02.2.01.11 | 95000000 | APBD | Belanja jasa | | e-Absensi Disdik
ANG-005 | Pemeliharaan e-Monev Pembangunan | bapelitbang | 2026 | 5.01.03.2.01.04 | 60000000 | APBD | Belanja jasa | | e-Monev Pembangunan
ANG-006 | Uji kerentanan aplikasi | diskominfo | 2026 | 2.16.02.2.04.01 | 120000000 | APBD | Belanja jasa | INI-005 | SIMPEG; SPMB Online
""")

# The analysts' own list of applications, with codes: mostly what runs in the Pusat Data.
APLIKASI_KODE = tabel("""
kode | app | nama | pemilik | raa | jenis | sasaran | fungsi | luaran | url | basis | basisdata | status | mulai | sampai
DAA-001 | simpeg | SIMPEG | bkpsdm | RAA.02.02 | Khusus | Administrasi Pemerintahan | Data dan administrasi kepegawaian daerah | Profil pegawai dan usul kenaikan pangkat | simpeg.tabanankab.go.id | Web | MySQL | Aktif | 2016-01-04 |
DAA-002 | e_presensi | e-Presensi | bkpsdm | RAA.02.02 | Khusus | Administrasi Pemerintahan | Kehadiran pegawai | Rekap kehadiran | presensi.tabanankab.go.id | Web dan Mobile | MySQL | Aktif | 2021-01-04 |
DAA-003 | e_cuti | e-Cuti | bkpsdm | RAA.02.02 | Khusus | Administrasi Pemerintahan | Pengajuan cuti pegawai | Surat cuti | cuti.tabanankab.go.id | Web | MySQL | Aktif | 2020-07-01 |
DAA-004 | e_puskesmas | e-Puskesmas | dinkes | RAA.02.02 | Khusus | Layanan Publik | Pelayanan pasien puskesmas | Rekam medis puskesmas | epuskesmas.tabanankab.go.id | Web | MySQL | Aktif | 2018-02-05 |
DAA-005 | spmb | SPMB Online | disdik | RAA.02.02 | Khusus | Layanan Publik | Penerimaan murid baru | Daftar murid diterima | spmb.tabanankab.go.id | Web | PostgreSQL | Aktif | 2025-04-28 |
DAA-006 | dukcapil_daring | Dukcapil Daring | disdukcapil | RAA.02.02 | Khusus | Layanan Publik | Permohonan dokumen kependudukan | Dokumen kependudukan | daring.dukcapil.tabanankab.go.id | Web | MySQL | Aktif | 2020-08-17 |
DAA-007 | e_monev | e-Monev Pembangunan | bapelitbang | RAA.02.02 | Khusus | Administrasi Pemerintahan | Pemantauan realisasi kegiatan | Laporan realisasi | emonev.tabanankab.go.id | Web | MySQL | Aktif | 2019-01-07 | 2024-12-31
DAA-008 | geoportal | Geoportal Tabanan | bapelitbang | RAA.02.02 | Khusus | Administrasi Pemerintahan | Berbagi data peta | Peta dasar dan tematik | geoportal.tabanankab.go.id | Web | PostgreSQL | Aktif | 2022-09-12 |
DAA-009 | jdih | JDIH | bag_hukum | RAA.02.02 | Khusus | Layanan Publik | Publikasi produk hukum | Produk hukum daerah | jdih.tabanankab.go.id | Web | MySQL | Aktif | 2017-03-01 |
DAA-010 | spse | LPSE | bag_pbj | RAA.01.01 | Umum | Layanan Publik | Pengadaan secara elektronik | Pengumuman tender | lpse.tabanankab.go.id | Web | PostgreSQL | Aktif | 2011-05-02 |
DAA-011 | e_sakip | e-SAKIP | bag_organisasi | RAA.02.02 | Khusus | Administrasi Pemerintahan | Pelaporan kinerja | Laporan kinerja | sakip.tabanankab.go.id | Web | MySQL | Aktif | 2018-02-18 |
DAA-012 | satu_data | Satu Data Tabanan | diskominfo | RAA.02.02 | Khusus | Layanan Publik | Data statistik sektoral | Kumpulan data terbuka | satudata.tabanankab.go.id | Web | PostgreSQL | Aktif | 2020-10-05 |
DAA-013 | ppid | PPID Tabanan | diskominfo | RAA.02.02 | Khusus | Layanan Publik | Permohonan informasi publik | Informasi publik | ppid.tabanankab.go.id | Web | MySQL | Aktif | 2016-08-01 |
DAA-014 | ak1 | AK-1 Online | disnaker | RAA.02.02 | Khusus | Layanan Publik | Kartu pencari kerja | Kartu AK-1 | ak1.tabanankab.go.id | Web | MySQL | Aktif | 2020-03-02 |
DAA-015 | stunting | Dashboard Stunting Tabanan | dppkb | RAA.02.02 | Khusus | Administrasi Pemerintahan | Pemantauan keluarga berisiko stunting | Dasbor stunting | stunting.tabanankab.go.id | Web | PostgreSQL | Aktif | 2023-05-22 |
DAA-016 | dashboard_desa | Dashboard Desa Tabanan | dpmd | RAA.02.02 | Khusus | Administrasi Pemerintahan | Rekap keuangan dan profil desa | Dasbor desa | desa.tabanankab.go.id | Web | PostgreSQL | Aktif | 2024-03-11 |
DAA-017 | e_tpp | e-TPP | bkpsdm | | Khusus | Administrasi Pemerintahan | Perhitungan tambahan penghasilan | Daftar TPP | etpp.tabanankab.go.id | Web | MySQL | Aktif | 2021-02-01 |
DAA-018 | siharga | SIHARGA | disperindag | | Khusus | Layanan Publik | Harga harian bahan pokok | Daftar harga | siharga.tabanankab.go.id | Web | MySQL | Aktif | 2019-06-03 | 2025-06-30
""")
