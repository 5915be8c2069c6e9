# ruff: noqa: E501 - a row of a sheet stays on one line here, as it does in the sheet
"""The inventory workbooks of the dinas, badan and secretariats, cell by cell as the units wrote them.

``app`` is the truth (an id of ``isi.aplikasi``), every other column is what the sheet shows. ``unit`` is an id of
``perangkat-daerah.yaml``; ``unit=text`` shows another spelling of its name, and ``baru:`` begins the id of a unit that
the list does not know. ``app`` ``-`` is a row that names none.
"""

from .tabel import tabel

# 01: the regency's common register form. Two-row header, hidden column with contact persons, total, notes, signature.
KESEJAHTERAAN = tabel("""
app | unit | nama | uraian | url | basis | db | jenis | server | terhubung | dengan | status | tahun | pengelola | ket
e_puskesmas | dinkes | e-Puskesmas | Pelayanan pasien puskesmas: pendaftaran, rekam medis, farmasi, dan laporan | https://epuskesmas.tabanankab.go.id | Web | MySQL | Khusus | Server Diskominfo | Ya | P-Care, SATUSEHAT | Aktif | 2018 | Ni Luh Contoh (0812-0000-0001) |
antrean_puskesmas | dinkes | Antrean Online Puskesmas | Pengambilan nomor antrean puskesmas (modul e-Puskesmas) | antrean.epuskesmas.tabanankab.go.id | Web | MySQL | Khusus | Server Diskominfo | Ya | e-Puskesmas | Aktif | 2021 | Ni Luh Contoh (0812-0000-0001) |
pcare | dinkes | P-Care | Pelayanan peserta JKN di puskesmas | https://pcarejkn.bpjs-kesehatan.go.id | Web | | Umum | Server Pusat | - | | Aktif | - | | Milik BPJS Kesehatan
satusehat | dinkes | SATUSEHAT | Integrasi rekam medis nasional | satusehat.kemkes.go.id | Web | | Umum | Kementerian | v | | Aktif | 2022 | |
asik | dinkes | ASIK | Pencatatan imunisasi dan skrining | | Android | | Umum | Server Pusat | | | Aktif | - | |
sisdmk | dinkes | SISDMK | Data tenaga kesehatan | http;//sisdmk.kemkes.go.id | Web | | Umum | Server Pusat | | | Aktif | - | |
e_ppgbm | dinkes | e-PPGBM | Pencatatan gizi berbasis masyarakat | sigizikesga.kemkes.go.id | Web | | Umum | Kementerian | | | Aktif | - | |
sigemas | dinkes | SIGEMAS Tabanan | Pencatatan status gizi balita per banjar | http://36.95.0.10:8080/sigemas | Web | MySQL | Khusus | Server OPD | Tidak | tidak ada | Aktif | 2019 | I Putu Misal (0812-0000-0002) |
e_logfar | dinkes | e-Logistik Farmasi | Stok dan distribusi obat gudang farmasi kabupaten | http;//farmasi.diskes.tabanankab.go.id | Web | Mysql | Khusus | Server OPD | belum | | Aktif | 2017 | I Putu Misal (0812-0000-0002) | Server sering mati
psc119 | dinkes | PSC 119 Tabanan | Panggilan gawat darurat medis dan posisi ambulans | psc119.tabanankab.go.id | Web, Mobile | MySQL | Khusus | VPS | Tidak | | Aktif | 2020 | |
simpati_kia | dinkes | SIMPATI | Sistem Informasi Pelayanan Ibu dan Anak Terpadu: pemantauan ibu hamil dan bayi | | Android | Firebase | Khusus | Vendor | Tidak | | Tidak bisa dibuka | 202l | | Kontrak penyedia habis
sipandu_lansia | dinkes | SIPANDU Lansia | Pencatatan posyandu lansia | https;//sipandulansia.example | Web | | Khusus | Hosting | - | | Tidak aktif | 2019/2020 | |
simpeg | dinkes | Sistem Informasi Manajemen Kepegawaian | Data kepegawaian | simpeg.tabanankab.go.id | Web | | Umum | Server Diskominfo | Ya | | Aktif | 2016 | |
srikandi | dinkes | SRIKANDI | Surat menyurat dan arsip dinamis | srikandi.arsip.go.id | Web | | Umum | PDN | Ya | | Aktif | 2023 | |
pcare | dinkes | P-Care | Pelayanan peserta JKN di puskesmas | https://pcarejkn.bpjs-kesehatan.go.id | Web | | Umum | Server Pusat | - | | Aktif | - | | Milik BPJS Kesehatan
> kosong
dapodik | disdik | Dapodik | Data sekolah, guru, dan siswa | dapo.kemdikbud.go.id | Desktop | | Umum | Kementerian | | | Aktif | 2013 | Ni Made Umpama (0812-0000-0003) | Aplikasi yang diinstal di sekolah
spmb | disdik | SPMB Online | Penerimaan murid baru SD dan SMP | https://spmb.tabanankab.go.id | Web | PostgreSQL | Khusus | Server Diskominfo | Ya | Dukcapil Daring, Dapodik | Aktif | 2025 | |
ppdb | disdik | PPDB Online 2023 | Penerimaan peserta didik baru | ppdb.tabanankab.go.id | Web | MySQL | Khusus | VPS | Ya | Dapodik | Aktif | 2021 | | Digantikan SPMB Online mulai tahun ajaran 2025/2026
absensi_disdik | disdik | e-Absensi Disdik | Absensi kehadiran guru dan tenaga kependidikan | absensi.disdik.tabanankab.go.id | Web | MySQL | Khusus | Hosting | Tidak | | Aktif | 2019 | | Pegawai struktural memakai e-Presensi
sippd | disdik | SIPPD Disdik | Surat perintah perjalanan dinas Dinas Pendidikan | sippd.disdik.tabanankab.go.id | Web | MySQL | Khusus | Hosting | Tidak | | Semi Aktif | 2019 | | Salinan aplikasi Kominfo
guru_honorer | disdik | Pendataan Guru Honorer | Formulir pendataan guru honorer | bit.ly/contoh-guru-honorer | Google Form | | Lainnya | | | | Aktif | 2024 | |
beasiswa | disdik=Dinas Pendidkan | Beasiswa Tabanan Cerdas | Pendaftaran dan seleksi beasiswa daerah | beasiswa.tabanankab.go.id | Web | MySQL | Khusus | Vendor | Tidak | | Dalam Pengembangan | 2025 | |
> kosong
siksng | dinsosp3a | SIKS-NG | Data kesejahteraan sosial | siks.kemensos.go.id | Web | | Umum | Kementerian | Ya | | Aktif | - | |
cek_bansos | dinsosp3a | Cek Bansos | Pengecekan penerima bantuan | cekbansos.kemensos.go.id | Web | | Umum | Kementerian | | | Aktif | - | |
simfoni_ppa | dinsosp3a | SIMFONI-PPA | Pencatatan kasus kekerasan perempuan dan anak | kekerasan.kemenpppa.go.id | Web | | Umum | Server Pusat | | | Aktif | - | |
e_hibah | dinsosp3a=Dinas Sosial P3A | e-Hibah Bansos | Usulan dan verifikasi hibah dan bantuan sosial | hibah.tabanankab.go.id | Web | MySQL | Khusus | Hosting | sudah | SIPD | Aktif | 2018 | Ketut Rekaan (0812-0000-0004) |
peka_anak | dinsosp3a | PEKA Anak | Pengaduan kekerasan terhadap perempuan dan anak | https://pekaanak.example | Web | MySQL | Khusus | Hosting | Tidak | | Aktif | 2021 | | Rekap diketik ulang ke SIMFONI-PPA
data_disabilitas | dinsosp3a | SI DISABILITAS | Data penyandang disabilitas dan lansia terlantar | | Desktop | Access | Khusus | PC | Tidak | | Non Aktif | 2015 | |
siks_tabanan | dinsosp3a | SIKS Tabanan | Data keluarga penerima bantuan daerah | siks.tabanankab.go.id | Web | MySQL | Khusus | Cloud | belum | | Aktif dan Tidak Digunakan | 2017 | | Digantikan SIKS-NG
> kosong
siga | dppkb | New SIGA | Pencatatan pelayanan KB dan data keluarga | newsiga-siga.bkkbn.go.id | Web | | Umum | Server Pusat | | | Aktif | - | |
sim_kb | dppkb=Dinas Pengendalian Penduduk dan Keluarga Beranca | SIM KB Tabanan | Rekap akseptor KB per kecamatan | http://192.168.10.5/simkb | Web | MySQL | Khusus | Server OPD | 0 | 0 | Aktif | 2014 | |
stunting | dppkb | Dashboard Stunting Tabanan | Pemantauan keluarga berisiko stunting lintas perangkat daerah | stunting.tabanankab.go.id | Web | PostgreSQL | Khusus | Server Diskominfo | Ya | e-Puskesmas | Aktif | 2023 | |
> kosong
siapkerja | disnaker | SIAPkerja | Layanan ketenagakerjaan nasional | siapkerja.kemnaker.go.id | Web | | Umum | Kementerian | | | Aktif | - | |
ak1 | disnaker | AK-1 Online | Pembuatan kartu pencari kerja | ak1.tabanankab.go.id | Web | MySQL | Khusus | DC Kominfo | Ya | Dukcapil Daring | Aktif | 2020 | |
bkol | disnaker | Bursa Kerja Tabanan | Informasi lowongan dan pencari kerja | bursakerja.tabanankab.go.id | Web | MySQL | Khusus | Hosting | Tidak | | Non Aktif | 2016 | |
pelatihan_kerja | disnaker | SILATKER | Pendaftaran pelatihan kerja di LLK | https://silatker.example, silatker.tabanankab.go.id | Web | | Khusus | Sewa hosting | Tidak | | maintenance | 2022 | |
> kosong
simrs_singasana | rsud_singasana | SIMRS Khanza | Pelayanan dan billing rumah sakit | http://192.168.1.10/khanza | Desktop | MySQL | Khusus | Ruang Server Mandiri | Ya | V-Claim BPJS | Aktif | 2021 | Made Fiktif (0812-0000-0005) |
antrean_singasana | rsud_singasana | Antrean Online RSUD Singasana | Pendaftaran daring pasien rawat jalan (modul SIMRS Khanza) | antrean.rsudsingasana.tabanankab.go.id | Web | MySQL | Khusus | VPS | Ya | SIMRS Khanza, Mobile JKN | Aktif | 2022 | |
vclaim | rsud_singasana | V-Claim BPJS | Klaim JKN rumah sakit | | Web | | Umum | Server Pusat | | | Aktif | - | |
e_remun | rsud_singasana=RSUD Singasana Tabanan | e-Remunerasi RSUD Singasana | Perhitungan jasa pelayanan | | Web | | Khusus | Server Internal | Tidak | | pengembangan | 2024 | |
""")

# 02: the same form, filled in for the economic agencies: other words for the same columns, contract ends, no total.
EKONOMI = tabel("""
app | unit | nama | guna | link | platform | jenis | hosting | integrasi | terkait | status | tahun | pengembang | sampai | ket
simpati_tani | distan | SIMPATI | Sistem Informasi Pertanian Terpadu: data kelompok tani, luas tanam, dan panen | simpati.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Server Diskominfo | sudah | Satu Data Tabanan | Aktif | 2020 | CV Piranti Contoh | 31-12-2027 |
subak | distan | SI SUBAK | Data subak, air irigasi, dan pola tanam | subak.tabanankab.go.id | Web Based | Aplikasi Khusus/Daerah | Hosting | belum | tidak ada | Aktif | 2018 | CV Piranti Contoh | 31-12-2023 | Kontrak pemeliharaan belum diperpanjang
sippd | distan | SPPD Distan | Perjalanan dinas Dinas Pertanian | sppd.distan.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Hosting | belum | | Aktif | 2020 | Kominfo | |
keswan | distan | e-Keswan | Layanan pusat kesehatan hewan dan kartu vaksin rabies | ekeswan.tabanankab.go.id | Android | Aplikasi Khusus/Daerah | Google Cloud | belum | | Aktif | 2022 | PT Rekacipta Misal | 30/06/2025 |
harga_tani | distan | Info Harga Tani | Harga komoditas di tingkat petani | hargatani.example | Website | Aplikasi Khusus/Daerah | Shared Hosting | - | | naktif | 2017 | | |
> kosong
siperikan | diskan | SIPERIKAN | Produksi perikanan budidaya dan tangkap | perikanan.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Server OPD | belum | | Tidak aktif | 2019 | Internal | |
e_nelayan | diskan=Dinas Perikanan dan Kelautan | e-Nelayan Tabanan | Rekomendasi BBM bersubsidi nelayan | | Android | Aplikasi Khusus/Daerah | Vendor | belum | | maintenance | 2021 | PT Rekacipta Misal | |
> kosong
sp2kp | disperindag | SP2KP | Pemantauan harga kebutuhan pokok | sp2kp.kemendag.go.id | Web | Aplikasi Pusat/Umum | Kementerian | | | Aktif | - | | |
siharga | disperindag | SIHARGA | Harga harian bahan pokok di pasar Tabanan | siharga.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Server OPD | sudah | Satu Data Tabanan | Aktif | 2019 | Diskominfo | |
e_retribusi | disperindag | e-Retribusi Pasar | Pembayaran retribusi pasar | retribusi.tabanankab.go.id | Android | Aplikasi Khusus/Daerah | Cloud | sudah | Bank BPD Bali | Aktif | 2021 | PT Rekacipta Misal | 31-12-2024 | Kerja sama penyedia berakhir, aplikasi masih dipakai
> kosong
ods | diskop | ODS Koperasi | Data koperasi nasional | | Web | Aplikasi Pusat/Umum | Kementerian | | | Aktif | - | | |
umkm | diskop=Dinas Koperasi, Usaha Kecil dan Menengah | UMKM Tabanan Naik Kelas | Data pelaku UMKM dan pendampingan | umkm.tabanankab.go.id | Web dan Mobile | Aplikasi Khusus/Daerah | VPS | belum | | Semi Aktif | 2022 | CV Piranti Contoh | |
> kosong
visit | dispar | Visit Tabanan | Portal promosi wisata | visit.tabanankab.go.id | Website | Aplikasi Khusus/Daerah | Hosting | belum | | Aktif | 2018 | | |
e_tiket | dispar | e-Tiket Daya Tarik Wisata | Tiket masuk Ulun Danu, Tanah Lot, dan DTW lain | etiket.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Cloud Hosting | sudah | e-SPTPD | Aktif | 2023 | PT Rekacipta Misal | 31-12-2026 |
wisata_android | dispar | Visit Tabanan (Android) | Aplikasi Android promosi wisata | https://play.google.com/store/apps/details?id=example.visit | Aplikasi Android | Aplikasi Khusus/Daerah | Google Cloud | belum | | Tidak bisa dibuka | 2020 | | |
event | dispar | Kalender Event Tabanan | Jadwal acara dan festival | linktr.ee/contoh-event | Tautan | Lainnya | | | | naktif | 2024 | | |
> kosong
oss | dpmptsp | OSS-RBA | Perizinan berusaha | oss.go.id | Web | Aplikasi Pusat/Umum | Kementerian | | | Aktif | 2021 | | |
sicantik | dpmptsp | SiCANTIK Cloud | Perizinan nonberusaha | sicantik.go.id | Web | Aplikasi Pusat/Umum | Server Pusat | | | Aktif | 2020 | | |
siperi | dpmptsp | SIPERI Tabanan | Permohonan izin nonberusaha daerah | siperi.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Server OPD | sudah | Dukcapil Daring | Aktif | 2017 | CV Piranti Contoh | 31-12-2024 |
antrean_mpp | dpmptsp=DPMPPTSP | Antrean MPP Tabanan | Nomor antrean Mal Pelayanan Publik | antreanmpp.tabanankab.go.id | Web | Aplikasi Khusus/Daerah | Server OPD | sudah | | Aktif | 2023 | | | Antrean layar sentuh dengan cetak nomor
""")

# 03: units stand only in section rows; a column says which unit is responsible. BKD is ambiguous here.
BADAN = tabel("""
app | unit | nama | deskripsi | pengampu | pengguna | situs | lokasi | kondisi | tahun | integrasi | dengan | ket
> bagian: A. BADAN PERENCANAAN PEMBANGUNAN, PENELITIAN, DAN PENGEMBANGAN | bapelitbang
sipd | bapelitbang | SIPD-RI | Perencanaan pembangunan daerah | Kementerian Dalam Negeri | Seluruh OPD | sipd.kemendagri.go.id | Server Pusat | Aktif | 2021 | Ya | |
e_musrenbang | bapelitbang | e-Musrenbang | Usulan pembangunan desa dan kecamatan | Bapelitbang | Seluruh Desa | musrenbang.tabanankab.go.id | Server Diskominfo | diganti aplikasi lain | 2016 | Tidak | | Digantikan SIPD
e_monev | bapelitbang | e-Monev Pembangunan | Realisasi fisik dan keuangan kegiatan | Bapelitbang | Seluruh OPD | emonev.tabanankab.go.id | Data Center Diskominfo | Aktif | 2019 | Ya | SIPD, Satu Data Tabanan |
geoportal | bapelitbang | Geoportal Tabanan | Berbagi data peta antar perangkat daerah | Bapelitbang | Seluruh OPD | geoportal.tabanankab.go.id | Server Diskominfo | Aktif | 2022 | Ya | Satu Data Tabanan |
kemiskinan | bapelitbang | Dashboard Kemiskinan | Sebaran penduduk miskin dan program intervensi | Bapelitbang | OPD terkait | | Cloud | Dalam Pengembangan | 2025 | belum | |
> subtotal: Jumlah A
> bagian: B. BADAN KEUANGAN DAERAH | bakeuda
sipd | bakeuda | SIPD RI | Penatausahaan dan akuntansi keuangan daerah | Kementerian Dalam Negeri | Seluruh OPD | sipd-ri.kemendagri.go.id | Server Pusat | Aktif | 2021 | Ya | SIM Gaji |
simda_keuangan | bakeuda | SIMDA Keuangan | Akuntansi keuangan daerah (arsip data sampai 2020) | BKD | Bidang Akuntansi | | Server OPD | Non-Aktif | 2010 | Tidak | | Digantikan SIPD
simda_bmd | bakeuda | SIMDA BMD | Penatausahaan barang milik daerah | BKD | Seluruh OPD | http://10.10.2.15/simdabmd | Server OPD | Aktif | 2012 | Tidak | | Data diserahkan dengan berkas Excel
sim_gaji | bakeuda | SIM Gaji | Daftar gaji ASN | Badan Keuangan Daerah | | Aplikasi yang diinstal | PC | Aktif | 2014 | sudah | SIPD |
e_ssh | bakeuda | e-SSH | Standar satuan harga barang dan jasa | Badan Keuangan Daerah | Seluruh OPD | ssh.tabanankab.go.id | Server OPD | Aktif | 2019 | Ya | SIPD |
omspan | bakeuda | OM SPAN | Pemantauan transfer ke daerah | Kementerian Keuangan | | spanint.kemenkeu.go.id | Server Pusat | Aktif | - | | |
e_sp2d | bakeuda | e-SP2D | Pemantauan penerbitan SP2D | Badan Keuangan Daerah | Seluruh OPD | sp2d.tabanankab.go.id | Server Internal | Tidak aktif | 2017 | belum | |
sipkd | bakeuda | SIPKD | Pengelolaan keuangan daerah | Badan Keuangan Daerah | | | Server OPD | Dihentikan | 2008 | | |
e_bmd | bakeuda | e-BMD | Penatausahaan aset (Kemendagri) | Kementerian Dalam Negeri | | | Server Pusat | Aktif | 2023 | | |
ib_bank | bakeuda | IB ( Internet Banking ) | Pemindahbukuan kas daerah | Bank BPD | Bendahara | | Server Pihak Ketiga | Aktif | - | | | Layanan bank
> subtotal: Jumlah B
> bagian: C. BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA | bkpsdm
simpeg | bkpsdm | SIMPEG | Data dan administrasi kepegawaian daerah | BKPSDM | Seluruh OPD | simpeg.tabanankab.go.id | Data Center Diskominfo | Aktif | 2016 | Ya | e-Presensi, e-TPP, SIASN |
e_presensi | bkpsdm | e-Presensi | Kehadiran pegawai | BKPSDM | Seluruh ASN | presensi.tabanankab.go.id | Server Diskominfo | Aktif | 2021 | Ya | SIMPEG |
presensi_android | bkpsdm | e-Presensi Mobile | Aplikasi Android kehadiran pegawai | BKPSDM | Seluruh ASN | https://play.google.com/store/apps/details?id=example.presensi | Server Diskominfo | Aktif | 2022 | Ya | e-Presensi |
e_kinerja | bkpsdm | e-Kinerja | Sasaran dan penilaian kinerja pegawai | BKPSDM | Seluruh ASN | ekinerja.tabanankab.go.id | Server Diskominfo | Tidak digunakan | 2018 | - | | Digantikan e-Kinerja BKN
ekinerja_bkn | bkpsdm | E-Kinerja BKN | Sasaran dan penilaian kinerja pegawai | BKN | Seluruh ASN | kinerja.bkn.go.id | Server Pusat | Aktif | 2023 | | |
siasn | bkpsdm | SIASN Instansi | Layanan kepegawaian nasional | BKN | Admin kepegawaian | siasn-instansi.bkn.go.id | Server Pusat | Aktif | - | | |
myasn | bkpsdm | MyASN | Layanan mandiri data ASN | BKN | Seluruh ASN | myasn.bkn.go.id | Server Pusat | Aktif | - | | |
asn_digital | bkpsdm | ASN Digital | Pintu tunggal layanan BKN | BKN | Seluruh ASN | asndigital.bkn.go.id | Server Pusat | Aktif | 2025 | | |
e_cuti | bkpsdm | e-Cuti | Pengajuan cuti pegawai | BKPSDM | Seluruh ASN | cuti.tabanankab.go.id | Server Diskominfo | Aktif | 2020 | Ya | SIMPEG |
e_tpp | bkpsdm | e-TPP | Perhitungan tambahan penghasilan pegawai | BKPSDM | Seluruh OPD | etpp.tabanankab.go.id | Server OPD | Aktif | 2021 | Ya | e-Presensi |
simpel_latih | bkpsdm | SIMPEL | Sistem Informasi Pelayanan Pelatihan pegawai | BKPSDM | Seluruh ASN | simpel.tabanankab.go.id | VPS | Semi Aktif | 2019 | Tidak | |
arsip_pegawai | bkpsdm | e-Arsip Kepegawaian | Alih media berkas pegawai | BKPSDM | Internal | | Server OPD | Tidak digunakan | 2017 | Tidak | |
> subtotal: Jumlah C
> bagian: D. INSPEKTORAT DAERAH | inspektorat
e_audit | inspektorat | e-Audit | Kertas kerja audit | Inspektorat | Auditor | eaudit.tabanankab.go.id | Server OPD | Dalam Pengembangan | 2020 | Tidak | |
wbs | inspektorat | WBS Tabanan | Pelaporan pelanggaran internal | Inspektorat | Masyarakat | wbs.tabanankab.go.id | Hosting | Aktif | 2019 | Tidak | |
sim_hp | inspektorat | SIM-HP | Inventaris temuan pemeriksaan | BPKP | Auditor | | PC | Aktif | - | | |
elhkpn | inspektorat | e-LHKPN | Laporan harta kekayaan pejabat | KPK | Pejabat | elhkpn.kpk.go.id | Server Pusat | Aktif | - | | |
siharka | inspektorat | Siharka | Laporan harta kekayaan ASN | Kementerian PANRB | ASN | siharka.menpan.go.id | Server Pusat | Tidak aktif | - | | |
> subtotal: Jumlah D
> bagian: E. BAGIAN HUKUM | bag_hukum
jdih | bag_hukum | JDIH | Publikasi produk hukum daerah | Bagian Hukum | Masyarakat | jdih.tabanankab.go.id | Server Diskominfo | Aktif | 2017 | Ya | JDIHN |
> bagian: F. BAGIAN PENGADAAN BARANG DAN JASA | bag_pbj
spse | bag_pbj | LPSE | Tender dan nontender secara elektronik | Bagian PBJ | Seluruh OPD | lpse.tabanankab.go.id | Data Center Diskominfo | Aktif | 2011 | Ya | SiRUP |
sirup | bag_pbj | SiRUP | Pengumuman rencana pengadaan | LKPP | Seluruh OPD | sirup.lkpp.go.id | Server Pusat | Aktif | - | | |
ekatalog | bag_pbj | E-Katalog | Belanja melalui katalog | LKPP | Seluruh OPD | e-katalog.lkpp.go.id | Server Pusat | Aktif | - | | |
emonev_lkpp | bag_pbj | e-Monev LKPP | Pemantauan realisasi pengadaan | LKPP | Seluruh OPD | | Server Pusat | Aktif | - | | |
> bagian: G. BAGIAN ORGANISASI | bag_organisasi
e_sakip | bag_organisasi | e-SAKIP | Perencanaan dan pelaporan kinerja instansi | Bagian Organisasi | Seluruh OPD | sakip.tabanankab.go.id | Server Diskominfo | Aktif | 2018 | Tidak | |
esr | bag_organisasi | E Sakip Review Menpan | Unggah dokumen SAKIP | Kementerian PANRB | Seluruh OPD | esr.menpan.go.id | Server Pusat | Aktif | - | | |
simona | bag_organisasi | SIMONA | Analisis jabatan | Kementerian Dalam Negeri | Seluruh OPD | anjababk-simona.kemendagri.go.id | Server Pusat | Aktif | - | | |
e_skm | bag_organisasi | e-SKM | Survei kepuasan masyarakat | Bagian Organisasi | Masyarakat | skm.tabanankab.go.id | Hosting | Semi Aktif | 2020 | Tidak | |
> bagian: H. BAGIAN UMUM | bag_umum
e_randis | bag_umum | e-Randis | Data kendaraan dinas | Bagian Umum | Internal | | PC | Tidak Aktif | 2016 | Tidak | |
> bagian: I. BAGIAN PROTOKOL DAN KOMUNIKASI PIMPINAN | bag_prokopim
agenda | bag_prokopim | Agenda Pimpinan | Jadwal kegiatan pimpinan | Bagian Prokopim | Pimpinan | agenda.tabanankab.go.id | Server Diskominfo | Tidak digunakan | 2021 | Tidak | |
> bagian: J. BAGIAN ADMINISTRASI PEMBANGUNAN | bag_pembangunan
e_dalbang | bag_pembangunan | e-Dalbang | Pengendalian kegiatan pembangunan | Bagian Administrasi Pembangunan | Seluruh OPD | dalbang.tabanankab.go.id | Hosting | Aktif | 2015 | Tidak | | Isian sama dengan e-Monev Pembangunan
> bagian: K. SEKRETARIAT DPRD | setwan
e_pokir | setwan | e-Pokir | Usulan pokok pikiran DPRD | Sekretariat DPRD | Anggota DPRD | pokir.tabanankab.go.id | VPS | Aktif | 2021 | belum | SIPD |
sippd | setwan | e-SPPD Setwan | Surat perintah perjalanan dinas Sekretariat DPRD | Sekretariat DPRD | Internal | sppd.setwan.tabanankab.go.id | Hosting | Aktif | 2019 | Tidak | |
srikandi | setwan | SRIKANDI | Persuratan | ANRI | Internal | srikandi.arsip.go.id | PDN | Aktif | 2023 | | |
> kosong
""")

# 12: an inventory made by a consultant, with English headers and values as the officers spoke them.
DISKOMINFO = tabel("""
app | nama | uraian | owner | url | platform | hosting | status | year | connected | dengan | remarks
satu_data | Satu Data Tabanan | Portal data statistik sektoral daerah | Diskominfo | satudata.tabanankab.go.id | Web | Data Center Diskominfo | Aktif | 2020 | Yes | e-Monev Pembangunan, Geoportal Tabanan |
website_pemkab | Website Kabupaten Tabanan | Portal informasi daerah | Diskominfo | tabanankab.go.id | Website | Data Center Diskominfo | Aktif | 2012 | No | |
ppid | PPID Tabanan | Permohonan informasi publik | Diskominfo | ppid.tabanankab.go.id | Website | Data Center Diskominfo | Aktif | 2016 | No | |
command | Tabanan Command Center | Dasbor dan pemantauan kota | Diskominfo | cc.tabanankab.go.id | Web | Data Center Diskominfo | Aktif | 2022 | Yes | Satu Data Tabanan, ATCS Tabanan |
helpdesk | Helpdesk TIK | Tiket gangguan TIK | Diskominfo | helpdesk.tabanankab.go.id | Web | Data Center Diskominfo | Aktif dan Tidak Digunakan | 2021 | No | |
csirt | CSIRT Tabanan | Laporan dan tanggap insiden siber | Diskominfo | csirt.tabanankab.go.id | Website | Data Center Diskominfo | Aktif | 2023 | No | |
e_office | e-Office Tabanan | Surat, disposisi, dan agenda | Diskominfo | eoffice.tabanankab.go.id | Web | Data Center Diskominfo | Aktif dan Tidak Digunakan | 2017 | No | | Digantikan SRIKANDI
sippd | SIPPD | Surat perintah perjalanan dinas | Diskominfo | sippd.tabanankab.go.id | Web | Data Center Diskominfo | Aktif | 2018 | No | | Dibagikan ke OPD lain
sso | SSO Tabanan | Satu akun untuk aplikasi daerah | Diskominfo | sso.tabanankab.go.id | Web | Data Center Diskominfo | Dalam Pengembangan | 2025 | Yes | SIMPEG |
web_builder | Website Builder OPD | Pembuat situs perangkat daerah dan kecamatan | Diskominfo | webbuilder.tabanankab.go.id | Web | Data Center Diskominfo | Aktif | 2019 | No | |
surel | Surel Dinas Tabanan | Surat elektronik dinas | Diskominfo | mail.tabanankab.go.id | Web | Government Cloud | Aktif | 2015 | No | |
call112 | Call Center 112 Tabanan | Panggilan darurat | Diskominfo | | Web | Colocation | Dalam Pengembangan | 2022 | No | PSC 119 Tabanan |
sp4n | SP4N-LAPOR! | Pengaduan masyarakat | Kementerian PANRB | www.lapor.go.id | Web | Server Pusat | Aktif | 2018 | | |
emonev_kip | e-Monev KIP | Penilaian keterbukaan informasi | Komisi Informasi Pusat | | Web | Server Pusat | Aktif | | | |
lapor_tabanan | Lapor Tabanan | Pengaduan warga kabupaten | Diskominfo | lapor.tabanankab.go.id | Web | Data Center Diskominfo | Tidak aktif | 2016 | No | | Diarahkan ke SP4N-LAPOR!
infocorona | Info Corona Tabanan | Informasi pandemi | Diskominfo | infocorona.tabanankab.go.id | Website | Data Center Diskominfo | Dihentikan | 2020 | No | |
e_absen_diskominfo | SIABSEN Kominfo | Absensi tenaga kontrak Diskominfo | Diskominfo | siabsen.diskominfo.tabanankab.go.id | Web | Data Center Diskominfo | Aktif | 2020 | No | |
""")
