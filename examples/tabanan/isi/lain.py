# ruff: noqa: E501 - a row of a sheet stays on one line here, as it does in the sheet
"""The other shapes: web addresses only, a form's export, an asset card, fact sheets, csv files and an ods sheet."""

from .tabel import tabel

# 05: addresses collected by Diskominfo. The host is the only name; the unit cell is merged over its rows.
SITUS = tabel("""
app | unit | url | posisi | jenis | ket | status
> bagian: I. SEKRETARIAT
website_setda | setda | setda.tabanankab.go.id | Kominfo | Website | Situs resmi Sekretariat Daerah | Tidak bisa dibuka
jdih | bag_hukum | jdih.tabanankab.go.id | Kominfo | Website | Produk hukum daerah | Aktif
website_setwan | setwan | setwan.tabanankab.go.id | Kominfo | Website | Situs resmi Sekretariat DPRD | Aktif
website_inspektorat | inspektorat | inspektorat.tabanankab.go.id | Kominfo | Website | Situs resmi Inspektorat | Tidak Aktif
> subtotal: Jumlah I
> bagian: II. DINAS
website_disdik | disdik | disdik.tabanankab.go.id | Kominfo | Website | Situs resmi Dinas Pendidikan | Aktif
spmb | disdik | spmb.tabanankab.go.id | Kominfo | Aplikasi | Penerimaan murid baru | Aktif
elearning | disdik | belajar.disdik.tabanankab.go.id | Diluar Kominfo | Aplikasi | Kelas daring masa pandemi | Tidak Aktif
website_dinkes | dinkes | diskes.tabanankab.go.id | Diluar Kominfo | Website | Situs resmi Dinas Kesehatan | Aktif
e_puskesmas | dinkes | epuskesmas.tabanankab.go.id | Kominfo | Aplikasi | Pelayanan puskesmas | Aktif
website_puprpkp | puprpkp | pu.tabanankab.go.id | Diluar Kominfo | Website | Situs resmi Dinas PUPRPKP | Tidak Aktif
website_dlh | dlh | dlh.tabanankab.go.id | Kominfo | Website | Situs resmi Dinas Lingkungan Hidup | Aktif
website_disdukcapil | disdukcapil | dukcapil.tabanankab.go.id | Kominfo | Website | Situs resmi Disdukcapil | Aktif
dukcapil_daring | disdukcapil | daring.dukcapil.tabanankab.go.id | Kominfo | Aplikasi | Permohonan dokumen kependudukan | Aktif
website_dpmd | dpmd | dpmd.tabanankab.go.id | Diluar Kominfo | Website | Situs resmi Dinas PMD | Tidak Aktif
website_diskominfo | diskominfo | diskominfo.tabanankab.go.id | Kominfo | Website | Situs resmi Diskominfo | Aktif
website_dpmptsp | dpmptsp | dpmptsp.tabanankab.go.id | Kominfo | Website | Situs resmi DPMPTSP | Aktif
siperi | dpmptsp | siperi.tabanankab.go.id | Kominfo | Aplikasi | Izin nonberusaha | Aktif
website_dispar | dispar | dispar.tabanankab.go.id | Diluar Kominfo | Website | Situs resmi Dinas Pariwisata | Tidak Aktif
visit | dispar | visit.tabanankab.go.id | Diluar Kominfo | Website | Promosi wisata | Aktif
website_disperindag | disperindag | disperindag.tabanankab.go.id | | Website | Situs resmi Disperindag | Tidak Aktif
> subtotal: Jumlah II
> bagian: III. BADAN DAN RUMAH SAKIT
website_bapelitbang | bapelitbang=Badan Perencana, Penelitian dan Pengembangan | bapelitbang.tabanankab.go.id | Kominfo | Website | Situs resmi Bapelitbang | Aktif
website_bakeuda | bakeuda | bakeuda.tabanankab.go.id | Kominfo | Website | Situs resmi Badan Keuangan Daerah | Tidak Aktif
website_bkpsdm | bkpsdm | bkpsdm.tabanankab.go.id | Kominfo | Website | Situs resmi BKPSDM | Aktif
simpeg | bkpsdm | simpeg.tabanankab.go.id | Kominfo | Aplikasi | Kepegawaian | Aktif
e_presensi | bkpsdm | presensi.tabanankab.go.id | Kominfo | Aplikasi | Kehadiran pegawai | Aktif
aum | bkpsdm | aum.tabanankab.go.id | Kominfo | Aplikasi | Absensi pegawai (lama) | Tidak Aktif
website_rsud | rsud_tabanan=BRSUD Tabanan | rsud.tabanankab.go.id | Diluar Kominfo | Website | Situs resmi RSUD Tabanan | Perbaikan
> subtotal: Jumlah III
> bagian: IV. KECAMATAN
website_kec_pupuan | kec_pupuan | pupuan.tabanankab.go.id | Kominfo | Website | Situs resmi Kecamatan Pupuan | Aktif
website_kec_marga | kec_marga | marga.tabanankab.go.id | Kominfo | Website | Situs resmi Kecamatan Marga | Tidak Aktif
website_kec_baturiti | kec_baturiti | baturiti.tabanankab.go.id | Kominfo | Website | Situs resmi Kecamatan Baturiti | Tidak Aktif
> subtotal: Jumlah IV
""")

# 06: answers to an online form. ``app`` + joins the nine applications that one answer names.
FORMULIR = tabel("""
app | waktu | unit | nama | guna | url | server | integrasi | status | tahun | pengelola | saran
siskeudes | 04/08/2025 09:12:31 | dpmd=Dinas Pemberdayaan Masyarakat dan Desa | Siskeudes | Pengelolaan keuangan desa | Aplikasi yang diinstal | PC | tidak ada | Aktif | 2016 | Nyoman Contoh, 0812-0000-0011 | Data desa dikirim dengan berkas tiap semester
prodeskel | 04/08/2025 09:20:02 | dpmd=Dinas PMD | Prodeskel | Profil desa dan kelurahan | prodeskel.binapemdes.kemendagri.go.id | Kementerian | tidak ada | Aktif | - | Nyoman Contoh, 0812-0000-0011 | tidak ada
dashboard_desa | 04/08/2025 09:44:10 | dpmd=DPMD | Dashboard Desa Tabanan | Rekap APBDes dan profil 133 desa | desa.tabanankab.go.id | Server Diskominfo | Siskeudes, Satu Data Tabanan | Aktif | 2024 | Nyoman Contoh, 0812-0000-0011 | Siskeudes belum ada API
srikandi | 05/08/2025 10:02:55 | dpmd=DPMD | SRIKANDI | Surat dinas | srikandi.arsip.go.id | PDN | tidak ada | Aktif | 2023 | tidak ada |
- | 05/08/2025 11:15:20 | satpolpp=Dinas Satpol PP | tidak ada | tidak ada | tidak ada | | tidak ada | | - | tidak ada | Mohon dibuatkan aplikasi pengaduan
simda_keuangan | 06/08/2025 08:05:13 | bakeuda=BKD | Simda Keuangan 2.7 | Melihat data keuangan lama | tidak ada | Server OPD | belum | Non Aktif | 2010 | Komang Rekaan, 0812-0000-0012 |
sirs | 06/08/2025 09:40:41 | rsud_tabanan=BRSUD Tabanan | SIMRS RSUD Tabanan | Pelayanan, rekam medis, dan billing rumah sakit | simrs.rsud.tabanankab.go.id | Ruang Server Mandiri | V-Claim BPJS, SATUSEHAT | Aktif | 2016 | Gede Umpama, 0812-0000-0013 |
antrean_rsud | 06/08/2025 09:52:08 | rsud_tabanan=RSUD Tabanan | Antrean Online RSUD | Pendaftaran rawat jalan (bagian dari SIMRS) | antrean.rsud.tabanankab.go.id | Server OPD | SIMRS RSUD Tabanan | Aktif | 2019 | Gede Umpama, 0812-0000-0013 |
vclaim | 06/08/2025 10:05:19 | rsud_tabanan=RSUD Tabanan | V-Claim | Klaim JKN | tidak ada | Server Pusat | SIMRS | Aktif | - | Gede Umpama, 0812-0000-0013 |
sipd+djp_online+simpeg+e_presensi+prodeskel+epdeskel+idm+siskeudes+siak | 07/08/2025 13:22:50 | kec_kerambitan=Kantor Camat Kerambitan | Aplikasi Pusat : SIPD RI, DJP Online, Prodeskel, Epdeskel, IDM, Siskeudes, SIAK; Aplikasi Daerah : SIMPEG, e-Presensi | Menunjang tugas kecamatan | tidak ada | | | Aktif | - | tidak ada | Mohon pelatihan
pcare | 07/08/2025 15:10:05 | baru:uptd_puskesmas_kediri_i=UPTD Puskesmas Kediri I | P-Care BPJS | Pelayanan peserta JKN | pcarejkn.bpjs-kesehatan.go.id | Server Pusat | tidak ada | Aktif | - | tidak ada | Sudah terlapor di Dinas Kesehatan
pos_bencana | 08/08/2025 08:47:00 | dinsosp3a=Dinas Sosial | Logistik Bencana | Stok dan penyaluran logistik bencana | drive.google.com/contoh-logistik | Google Drive | tidak ada | Tidak digunakan | 2022 | Luh Misal, 0812-0000-0014 | Lembar sebar bersama
hibah_kesra | 08/08/2025 09:18:26 | bag_kesra=Bagian Kesra | SI HIBAH | Usulan hibah tempat ibadah dan adat | hibahkesra.example | Hosting | belum | Aktif | 2017 | Wayan Fiktif, 0812-0000-0015 |
e_lppd | 08/08/2025 10:30:00 | bag_tapem=Bagian Tata Pemerintahan | e-LPPD | Laporan penyelenggaraan pemerintahan daerah | tidak ada | Server Pusat | tidak ada | Aktif | 2020 | tidak ada |
pantau_harga | 08/08/2025 11:00:12 | bag_perekonomian=Bagian Perekonomian | Pantau Harga Sembako | Harga bahan pokok untuk rapat inflasi | https://hargasembako.example | Hosting | belum | Aktif | 2022 | Made Rekaan, 0812-0000-0016 | Isian sama dengan SIHARGA
""")

# 07: an asset card. No column for unit, address or server; the prices are written in three ways.
KIB = tabel("""
app | kode | register | nama | judul | pencipta | asal | tahun | jumlah | harga | ket
sirs | 1.5.3.01.01 | 0001 | Software Aplikasi | Sistem Informasi Manajemen Rumah Sakit (SIMRS) Tahun 2016 | PT Rekacipta Misal | APBD | 2016 | 1 | 385000000 | Baik
antrean_rsud | 1.5.3.01.01 | 0002 | Software Aplikasi | Modul Antrean SIMRS | PT Rekacipta Misal | APBD | 2019 | 1 | Rp 148.500.000 | Baik
rekam_medis | 1.5.3.01.01 | 0003 | Software Aplikasi | Rekam Medis Elektronik | PT Rekacipta Misal | BLUD | 2022 | 1 | Rp 7.320.300.000 | Baik
pacs | 1.5.3.01.01 | 0004 | Software Aplikasi | PACS Radiologi | CV Piranti Contoh | BLUD | 2021 | 1 | 975.000.000,00 | Baik
kepegawaian_rsud | 1.5.3.01.01 | 0006 | Software Aplikasi | SIMPEG Rumah Sakit | Internal | BLUD | 2015 | 1 | 45.000.000,00 | Rusak berat
apotek | 1.5.3.01.01 | 0008 | Software Aplikasi | SI Farmasi dan Apotek (modul SIMRS) | PT Rekacipta Misal | APBD | 2017 | 1 | 95000000 | Baik
""")

# 08: one application a sheet; the label stands left of the value.
PROFIL = tabel("""
app | lembar | nama | fungsi | url | basis | server | status | tahun | db | pengembang | dengan | kendala
siak | 1. SIAK | SIAK Terpusat | Pelayanan administrasi kependudukan nasional | Jaringan tertutup | Web | Kementerian | Aktif | 2022 | Oracle | Kementerian Dalam Negeri | IKD | Jaringan sering lambat pada akhir bulan
ikd | 2. IKD | Identitas Kependudukan Digital | Identitas digital warga | | Android | Kementerian | Aktif | 2022 | | Kementerian Dalam Negeri | SIAK Terpusat | Aktivasi masih di bawah target
dukcapil_daring | 3. Daring | Dukcapil Daring | Permohonan dokumen kependudukan secara daring | https://daring.dukcapil.tabanankab.go.id | Web | Server Diskominfo | Aktif | 2020 | MySQL | CV Piranti Contoh | SIAK Terpusat | Hasil masih diketik ulang ke SIAK
antrean_dukcapil | 4. Antrean | Antrean Dukcapil | Nomor antrean loket Disdukcapil | antrean.dukcapil.tabanankab.go.id | Web | Server OPD | Perbaikan | 2019 | MySQL | CV Piranti Contoh | | Layar antrean rusak
arsip_dukcapil | 5. Arsip | e-Arsip Dukcapil | Alih media dokumen dan surat kependudukan | | Desktop | Server OPD | Semi Aktif | 2016 | SQL Server | Internal | | Kapasitas penyimpanan penuh
""")

# 09: exported from a spreadsheet of the revenue agency, cp1252 with semicolons.
BAPENDA = tabel("""
app | nama | fungsi | url | basis | server | basisdata | status | tahun | integrasi | dengan | ket
bphtb | e-BPHTB | Pelayanan BPHTB – validasi dan pembayaran | ebphtb.tabanankab.go.id | Web | Server OPD | PostGre | Aktif | 2018 | Ya | Dukcapil Daring, Bank BPD Bali |
pbb | e-PBB | Pelayanan dan tagihan PBB-P2 | epbb.tabanankab.go.id | Web | Server OPD | Oracle | Aktif | 2017 | Ya | SISMIOP |
pbb | Sistem Informasi PBB Online | Cek tagihan PBB-P2 | https://epbb.tabanankab.go.id/cek | Web | Server OPD | | Aktif | 2019 | | | Halaman e-PBB untuk umum
sismiop | SISMIOP | Basis data objek PBB-P2 | Desktop | Desktop | Server OPD | Oracle | Aktif | 2008 | Ya | e-PBB |
sptpd | e-SPTPD | Pelaporan pajak hotel, restoran, café | sptpd.tabanankab.go.id | Web | Cloud Server | MySQL | Aktif | 2020 | Tidak | |
simpatda | SIMPATDA | Pajak dan retribusi daerah | | Desktop | Server OPD | SQL Server | Tidak Aktif | 2006 | | | ‘Diganti’ e-SPTPD
tapping | Tapping Box | Perekam transaksi wajib pajak | | | Vendor | | Maintenance | 2021 | Tidak | |
kanal_pajak | Pajak Tabanan Mobile | Aplikasi Android cek dan bayar pajak daerah | https://play.google.com/store/apps/details?id=example.pajak | Android | Vendor | | Aktif | 2023 | Ya | e-PBB, e-SPTPD |
e_retribusi | eRetribusi | Retribusi pasar dan parkir | retribusi.tabanankab.go.id | Android | Cloud | | Aktif | 2021 | | | Dikelola Disperindag
samsat | e-Samsat Bali | Pajak kendaraan bermotor | | Web | Server Provinsi | | Aktif | | | | Milik Provinsi Bali
""")

# 10: comma-separated with a byte-order mark; in one row a stray comma moved the cells one place to the right.
DLH = tabel("""
app | nama | uraian | url | server | integrasi | status | tahun
sipsn | SIPSN | Data pengelolaan sampah nasional | sipsn.menlhk.go.id | Kementerian | tidak ada | Aktif | -
simpel_klhk | SIMPEL | Pelaporan elektronik perizinan lingkungan | simpel.menlhk.go.id | Server Pusat | tidak ada | Aktif | 2018
bank_sampah | Bank Sampah Tabanan | Tabungan dan penimbangan sampah | banksampah.tabanankab.go.id | Hosting | belum | Tidak Aktif | 2021
lab_lh | SI LAB LH | Permohonan dan hasil uji laboratorium | http://lab.dlh.tabanankab.go.id | Server OPD | belum | Aktif | 2019
sipandu_adu | SIPANDU | Sistem Informasi Pengaduan Terpadu lingkungan | sipandu.dlh.tabanankab.go.id | Server OPD | belum | Tidak Aktif | 2017
angkut_sampah | SIANGKUT | Jadwal, rute armada sampah | siangkut.tabanankab.go.id | VPS | belum | Aktif | 2023
""")

# 11: saved by the public works agency as UTF-16.
PUPRPKP = tabel("""
app | no | nama | kegunaan | url | server | status | tahun | vendor
simbg | 1 | SIMBG | Persetujuan bangunan gedung | simbg.pu.go.id | Kementerian | Aktif | 2021 | Kementerian PU
ertlh_nasional | 2 | e-RTLH | Data rumah tidak layak huni (pusat) | datartlh.perumahan.pu.go.id | Kementerian | Aktif | 2018 | Kementerian PU
ertlh_tabanan | 3 | e-RTLH Tabanan | Usulan bantuan rumah tidak layak huni kabupaten | rtlh.tabanankab.go.id | VPS | Aktif | 2022 | Diskominfo
leger | 4 | SI LEGER JALAN | Data kondisi dan leger jalan kabupaten | leger.pu.tabanankab.go.id | Server OPD | Non Aktif | 2018 | CV Piranti Contoh
sitaru | 5 | SITARU Tabanan | Informasi rencana tata ruang | sitaru.tabanankab.go.id | Pusat Data | Aktif | 2021 | CV Piranti Contoh
gistaru | 6 | GISTARU | Peta rencana tata ruang nasional | gistaru.atrbpn.go.id | Kementerian | Aktif | - |
""")

# 13: an ods sheet with two short tables, one a unit.
PERPUSTAKAAN = tabel("""
app | nama | fungsi | url | server | status | tahun
inlislite | INLISLite | Otomasi perpustakaan | inlislite.tabanankab.go.id | Server OPD | Aktif | 2017
ipusda | iTabanan | Perpustakaan digital daerah | | Vendor | Tidak Aktif | 2019
srikandi | SRIKANDI | Arsip dinamis | srikandi.arsip.go.id | Server Pusat | Aktif | 2023
e_arsip | e-Arsip Tabanan | Surat dan arsip dinamis perangkat daerah | earsip.tabanankab.go.id | Server OPD | Aktif | 2018
""")
PERHUBUNGAN = tabel("""
app | nama | fungsi | url | server | status | tahun
e_kir | e-KIR | Uji berkala kendaraan bermotor | ekir.tabanankab.go.id | Server OPD | Aktif | 2019
atcs | ATCS Tabanan | Kendali lampu lalu lintas | | Server OPD | Aktif | 2018
e_parkir | e-Parkir | Retribusi parkir tepi jalan | eparkir.tabanankab.go.id | Vendor | Rencana | 2022
""")
