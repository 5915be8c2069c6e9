"""Judgements on pairs that cannot be told from ids: what overlaps, what only looks alike, and why a thing stands twice.

``a`` and ``b`` are ids of ``isi.aplikasi``. Two rows of one application are duplicates by construction; ``SEBAB`` says
why their names differ.
"""

from .tabel import tabel

TUMPANG_TINDIH = tabel("""
a | b | sebab | alasan
e_presensi | absensi_disdik | fungsi_sama | Dua aplikasi kehadiran pegawai, satu umum dan satu untuk guru
e_presensi | e_absen_diskominfo | fungsi_sama | Dua aplikasi kehadiran pegawai, satu untuk tenaga kontrak
e_presensi | aum | fungsi_sama | Absensi lama dan penggantinya
absensi_disdik | e_absen_diskominfo | fungsi_sama | Dua aplikasi absensi di dua dinas
absensi_disdik | aum | fungsi_sama | Absensi guru dan absensi pegawai lama
aum | e_absen_diskominfo | fungsi_sama | Absensi lama dan absensi tenaga kontrak
e_presensi | presensi_android | kanal | Web dan Android dari satu layanan presensi
visit | wisata_android | kanal | Situs dan aplikasi Android promosi wisata
pbb | kanal_pajak | kanal | Aplikasi Android menampilkan tagihan PBB
sptpd | kanal_pajak | kanal | Aplikasi Android menerima pelaporan pajak
e_puskesmas | antrean_puskesmas | modul | Antrean adalah modul e-Puskesmas
sirs | antrean_rsud | modul | Antrean adalah bagian dari SIMRS RSUD Tabanan
sirs | apotek | modul | Farmasi adalah modul SIMRS RSUD Tabanan
sirs | rekam_medis | modul | Rekam medis elektronik adalah bagian dari SIMRS
sirs | pacs | modul | PACS dipanggil dari SIMRS
simrs_singasana | antrean_singasana | modul | Antrean adalah modul SIMRS Khanza
sismiop | pbb | modul | e-PBB bekerja di atas basis data SISMIOP
siak | ikd | modul | Identitas digital adalah pendamping SIAK
sirs | simrs_singasana | fungsi_sama | Dua sistem rumah sakit yang berbeda di dua RSUD
antrean_rsud | antrean_singasana | fungsi_sama | Antrean daring dua rumah sakit, produk berbeda
antrean_mpp | antrean_dukcapil | fungsi_sama | Nomor antrean layanan di dua tempat
antrean_rsud | antrean_puskesmas | fungsi_sama | Antrean daring fasilitas kesehatan
e_arsip | srikandi | menyerupai_aplikasi_umum | Surat dan arsip dinamis daerah menyerupai SRIKANDI
e_office | srikandi | menyerupai_aplikasi_umum | Surat dan disposisi daerah menyerupai SRIKANDI
lapor_tabanan | sp4n | menyerupai_aplikasi_umum | Pengaduan warga daerah menyerupai SP4N-LAPOR!
sipandu_adu | sp4n | menyerupai_aplikasi_umum | Pengaduan lingkungan menyerupai SP4N-LAPOR!
e_arsip | e_office | fungsi_sama | Keduanya mengelola surat dan arsip
e_arsip | arsip_dukcapil | fungsi_sama | Arsip dinamis dan alih media arsip satu dinas
e_arsip | arsip_pegawai | fungsi_sama | Arsip dinamis dan alih media berkas pegawai
lapor_tabanan | sipandu_adu | fungsi_sama | Dua pengaduan warga, umum dan lingkungan
sigemas | e_ppgbm | nasional_daerah | Status gizi balita dicatat di daerah dan di pusat
siks_tabanan | siksng | nasional_daerah | Data keluarga penerima bantuan, daerah dan pusat
peka_anak | simfoni_ppa | nasional_daerah | Kasus kekerasan dicatat di daerah lalu diketik ulang ke pusat
sim_kb | siga | nasional_daerah | Pelayanan KB dicatat di daerah dan di pusat
bkol | siapkerja | nasional_daerah | Lowongan kerja daerah dan pusat
ak1 | siapkerja | nasional_daerah | Kartu pencari kerja juga ada di layanan pusat
siharga | sp2kp | nasional_daerah | Harga bahan pokok dicatat di daerah dan di pusat
siharga | pantau_harga | fungsi_sama | Dinas dan bagian mencatat harga yang sama
pantau_harga | sp2kp | nasional_daerah | Harga bahan pokok, bagian dan pusat
harga_tani | siharga | fungsi_sama | Harga di tingkat petani dan di pasar
pasar_baturiti | siharga | fungsi_sama | Harga sayur satu pasar dan harga pasar kabupaten
harga_tani | pasar_baturiti | fungsi_sama | Keduanya harga hasil tani
e_kinerja | ekinerja_bkn | nasional_daerah | Penilaian kinerja daerah digantikan milik BKN
simpeg | siasn | nasional_daerah | Data kepegawaian daerah dan nasional
simpeg | kepegawaian_rsud | fungsi_sama | Data pegawai seluruh daerah dan satu rumah sakit
e_musrenbang | sipd | nasional_daerah | Usulan pembangunan kini di SIPD
simda_keuangan | sipd | nasional_daerah | Akuntansi daerah kini di SIPD
sipkd | sipd | nasional_daerah | Keuangan daerah kini di SIPD
simda_keuangan | sipkd | fungsi_sama | Dua aplikasi keuangan daerah yang lama
simda_bmd | e_bmd | nasional_daerah | Penatausahaan aset di daerah dan Kemendagri
e_monev | e_dalbang | fungsi_sama | Keduanya mencatat realisasi fisik dan keuangan kegiatan
e_sp2d | sipd | nasional_daerah | Penerbitan SP2D kini di SIPD
e_hibah | hibah_kesra | fungsi_sama | Usulan hibah di dinas dan di bagian
siperi | sicantik | nasional_daerah | Izin nonberusaha daerah dan pusat
ertlh_tabanan | ertlh_nasional | nasional_daerah | Rumah tidak layak huni, daerah dan pusat
sitaru | gistaru | nasional_daerah | Informasi tata ruang, daerah dan pusat
sitaru | geoportal | fungsi_sama | Peta tata ruang juga tersedia di Geoportal
e_sakip | esr | nasional_daerah | Pelaporan kinerja daerah dan unggahan ke kementerian
ppdb | spmb | fungsi_sama | Penerimaan murid lama dan penggantinya
simpatda | sptpd | fungsi_sama | Pajak daerah lama dan penggantinya
dukcapil_daring | siak | nasional_daerah | Permohonan daring daerah, penerbitan di SIAK
call112 | psc119 | fungsi_sama | Dua nomor panggilan darurat
elhkpn | siharka | fungsi_sama | Keduanya laporan harta kekayaan, wajib lapor berbeda
stunting | sigemas | fungsi_sama | Keduanya memantau gizi balita
stunting | kemiskinan | fungsi_sama | Dua dasbor sasaran keluarga
dashboard_desa | siskeudes | nasional_daerah | Rekap keuangan desa dari Siskeudes
paten_tabanan | paten_kediri | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_tabanan | paten_marga | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_tabanan | paten_pupuan | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_tabanan | paten_selbar | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_kediri | paten_marga | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_kediri | paten_pupuan | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_kediri | paten_selbar | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_marga | paten_pupuan | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_marga | paten_selbar | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
paten_pupuan | paten_selbar | fungsi_sama | Pelayanan terpadu di dua kecamatan, dibuat sendiri-sendiri
""")

# Things that look alike and are not: the hard distinct pairs.
BERBEDA = tabel("""
a | b | sebab | alasan
simda_keuangan | simda_bmd | keluarga | Keuangan dan barang milik daerah: dua aplikasi satu keluarga
siasn | myasn | keluarga | Layanan admin kepegawaian dan layanan mandiri pegawai
siasn | asn_digital | keluarga | Sistem kepegawaian dan pintu tunggal BKN
myasn | asn_digital | keluarga | Layanan mandiri dan pintu tunggal BKN
ekinerja_bkn | siasn | keluarga | Kinerja dan administrasi, keduanya BKN
ekinerja_bkn | myasn | keluarga | Kinerja dan layanan mandiri, keduanya BKN
ekinerja_bkn | asn_digital | keluarga | Kinerja dan pintu tunggal, keduanya BKN
prodeskel | epdeskel | keluarga | Profil desa dan evaluasi perkembangan desa
prodeskel | idm | beda_fungsi | Profil desa dan indeks desa
epdeskel | idm | beda_fungsi | Evaluasi perkembangan dan indeks desa
siskeudes | prodeskel | beda_fungsi | Keuangan desa dan profil desa
dashboard_desa | opensid | beda_fungsi | Rekap kabupaten dan administrasi desa
simpati_kia | simpati_tani | singkatan_sama | SIMPATI ibu dan anak, SIMPATI pertanian: singkatan sama, arti berbeda
simpel_latih | simpel_klhk | singkatan_sama | SIMPEL pelatihan pegawai, SIMPEL lingkungan: singkatan sama, arti berbeda
sipandu_lansia | sipandu_adu | singkatan_sama | SIPANDU posyandu lansia, SIPANDU pengaduan: singkatan sama, arti berbeda
e_monev | emonev_kip | singkatan_sama | e-Monev pembangunan dan keterbukaan informasi
e_monev | emonev_lkpp | singkatan_sama | e-Monev pembangunan dan pengadaan
emonev_kip | emonev_lkpp | singkatan_sama | e-Monev keterbukaan informasi dan pengadaan
e_bmd | e_ssh | nama_mirip | Barang milik daerah dan standar harga
simpeg | simpel_latih | nama_mirip | Kepegawaian dan pelatihan
simpeg | simpati_tani | awalan_sama | Awalan SIMP, fungsi berbeda
simpeg | simbg | awalan_sama | Awalan SIM, fungsi berbeda
simpeg | simpatda | awalan_sama | Awalan SIMP, fungsi berbeda
simpatda | simpati_tani | nama_mirip | Pajak daerah dan pertanian
simpatda | simpati_kia | nama_mirip | Pajak daerah dan ibu anak
simpel_latih | simpati_kia | nama_mirip | Pelatihan dan ibu anak
sipd | sippd | nama_mirip | SIPD perencanaan, SIPPD perjalanan dinas
sippd | sptpd | nama_mirip | Perjalanan dinas dan pajak daerah
sippd | e_sp2d | nama_mirip | Perjalanan dinas dan pencairan dana
e_sp2d | e_lppd | nama_mirip | Pencairan dana dan laporan pemerintahan
siharga | siharka | nama_mirip | Harga bahan pokok dan harta kekayaan: beda satu huruf
siharga | siperikan | awalan_sama | Awalan SI, fungsi berbeda
siperi | siperikan | nama_mirip | Perizinan dan perikanan
siperi | subak | awalan_sama | Awalan SI, fungsi berbeda
siga | siks_tabanan | nama_mirip | Keluarga berencana dan bantuan daerah
siak | siasn | nama_mirip | Kependudukan dan kepegawaian
siak | siga | nama_mirip | Kependudukan dan keluarga berencana
siak | siks_tabanan | nama_mirip | Kependudukan dan bantuan
idm | ikd | nama_mirip | Indeks desa dan identitas digital
asik | siak | nama_mirip | Kesehatan dan kependudukan: huruf sama, urutan berbeda
sismiop | sim_hp | awalan_sama | Pajak bumi dan pengawasan
sim_hp | sim_kb | awalan_sama | Pengawasan dan keluarga berencana
sim_kb | sim_gaji | awalan_sama | Keluarga berencana dan gaji
sim_gaji | sim_hp | awalan_sama | Gaji dan pengawasan
e_presensi | e_remun | beda_fungsi | Kehadiran dan jasa pelayanan
e_tpp | e_remun | beda_fungsi | Tambahan penghasilan pegawai dan jasa pelayanan rumah sakit
e_kinerja | e_sakip | beda_fungsi | Kinerja pegawai dan kinerja perangkat daerah
ekinerja_bkn | e_sakip | beda_fungsi | Kinerja pegawai dan kinerja perangkat daerah
e_cuti | e_tpp | beda_fungsi | Cuti dan tambahan penghasilan
e_hibah | cek_bansos | beda_fungsi | Usulan hibah dan cek penerima
cek_bansos | siksng | keluarga | Halaman cek warga dan sistem data, keduanya Kemensos
e_retribusi | e_parkir | beda_fungsi | Retribusi pasar dan parkir
e_retribusi | e_tiket | beda_fungsi | Retribusi pasar dan tiket wisata
e_parkir | e_kir | beda_fungsi | Parkir dan uji kendaraan
e_kir | e_kinerja | nama_mirip | Uji kendaraan dan kinerja
pbb | bphtb | beda_fungsi | Dua pajak yang berbeda
bphtb | sptpd | beda_fungsi | Dua pajak yang berbeda
pbb | sptpd | beda_fungsi | Dua pajak yang berbeda
tapping | sptpd | beda_fungsi | Perekam transaksi dan pelaporan pajak
samsat | kanal_pajak | beda_fungsi | Pajak provinsi dan pajak kabupaten
spse | sirup | keluarga | Tender dan rencana pengadaan, keduanya LKPP
spse | ekatalog | keluarga | Tender dan katalog, keduanya LKPP
sirup | ekatalog | keluarga | Rencana pengadaan dan katalog, keduanya LKPP
emonev_lkpp | sirup | keluarga | Realisasi dan rencana pengadaan, keduanya LKPP
pcare | vclaim | keluarga | Puskesmas dan rumah sakit, keduanya BPJS Kesehatan
satusehat | asik | keluarga | Rekam medis nasional dan skrining, keduanya Kemenkes
sisdmk | satusehat | keluarga | Tenaga kesehatan dan rekam medis, keduanya Kemenkes
asik | e_ppgbm | keluarga | Imunisasi dan gizi, keduanya Kemenkes
e_logfar | apotek | beda_fungsi | Gudang obat kabupaten dan apotek rumah sakit
e_puskesmas | satusehat | beda_fungsi | Sistem puskesmas dan penghubung nasional
e_puskesmas | sirs | beda_fungsi | Puskesmas dan rumah sakit
arsip_pegawai | arsip_dukcapil | beda_fungsi | Berkas pegawai dan dokumen penduduk
arsip_pegawai | simpeg | beda_fungsi | Alih media berkas dan data pegawai
ipusda | inlislite | beda_fungsi | Buku elektronik dan otomasi perpustakaan
satu_data | geoportal | beda_fungsi | Statistik dan peta
satu_data | dashboard_desa | beda_fungsi | Statistik daerah dan keuangan desa
helpdesk | csirt | beda_fungsi | Gangguan TIK dan insiden siber
helpdesk | lapor_tabanan | beda_fungsi | Tiket internal dan pengaduan warga
wbs | lapor_tabanan | beda_fungsi | Pelanggaran pegawai dan pengaduan warga
wbs | sp4n | beda_fungsi | Pelanggaran pegawai dan pengaduan layanan
ppid | jdih | beda_fungsi | Informasi publik dan produk hukum
ppid | satu_data | beda_fungsi | Permohonan informasi dan data statistik
website_pemkab | ppid | beda_fungsi | Portal daerah dan permohonan informasi
website_pemkab | website_diskominfo | situs_beda_unit | Portal daerah dan situs dinas
web_builder | website_pemkab | beda_fungsi | Pembuat situs dan portal daerah
dapodik | guru_honorer | beda_fungsi | Data pokok sekolah dan formulir honorer
dapodik | elearning | beda_fungsi | Data pokok sekolah dan kelas daring
beasiswa | spmb | beda_fungsi | Beasiswa dan penerimaan murid
keswan | e_puskesmas | nama_mirip | Kesehatan hewan dan kesehatan manusia
subak | simpati_tani | beda_fungsi | Kelembagaan subak dan data tanam
e_nelayan | siperikan | beda_fungsi | Rekomendasi BBM dan produksi ikan
umkm | ods | beda_fungsi | UMKM dan koperasi
bank_sampah | sipsn | beda_fungsi | Tabungan sampah warga dan data sampah nasional
bank_sampah | angkut_sampah | beda_fungsi | Tabungan sampah dan jadwal armada
lab_lh | simpel_klhk | beda_fungsi | Uji laboratorium dan pelaporan izin
leger | simbg | beda_fungsi | Jalan dan bangunan gedung
atcs | e_parkir | beda_fungsi | Lampu lalu lintas dan parkir
buku_tamu | antrean_mpp | beda_fungsi | Daftar tamu dan nomor antrean
event | visit | beda_fungsi | Jadwal acara dan promosi wisata
e_tiket | visit | beda_fungsi | Tiket masuk dan promosi wisata
e_randis | atcs | beda_fungsi | Kendaraan dinas dan lampu lalu lintas
agenda | event | beda_fungsi | Jadwal pimpinan dan acara wisata
e_pokir | e_musrenbang | beda_fungsi | Pokok pikiran DPRD dan usulan desa
e_skm | e_sakip | nama_mirip | Survei kepuasan dan akuntabilitas kinerja
e_ssh | e_skm | nama_mirip | Standar harga dan survei kepuasan
e_audit | e_monev | beda_fungsi | Kertas kerja audit dan realisasi kegiatan
simona | e_monev | nama_mirip | Analisis jabatan dan pemantauan kegiatan
omspan | sipd | beda_fungsi | Transfer pusat dan keuangan daerah
djp_online | pbb | beda_fungsi | Pajak pusat dan pajak daerah
ib_bank | kanal_pajak | beda_fungsi | Layanan bank dan pembayaran pajak
""")

# Why one application stands under several names: ``sebab`` for the pairs of its differing rows.
SEBAB = tabel("""
app | sebab | alasan
simpeg | singkatan | SIMPEG adalah singkatan dari Sistem Informasi Manajemen Kepegawaian; alamatnya sama
e_presensi | ejaan | Ejaan berbeda, alamat sama: e-Presensi, E Presensi, EPRESENSI, Presensi Online
sipd | akhiran | SIPD, SIPD RI, dan SIPD-RI: satu aplikasi Kementerian Dalam Negeri
srikandi | ejaan | SRIKANDI, Srikandi: satu aplikasi ANRI
sippd | salinan_per_opd | Satu produk Kominfo dipasang ulang di tiap perangkat daerah
web_builder | salinan_per_opd | Satu pembuat situs Kominfo dipakai ulang di tiap kecamatan
epdeskel | ejaan | Epdeskel, EPDESKEL, dan Epedeskel (salah ketik)
prodeskel | ejaan | Prodeskel dan e-prodeskel
idm | akhiran | IDM dan IDM Kemendesa
siskeudes | akhiran | Siskeudes dan Siskeudes Online
siak | singkatan | SIAK dan SIAK Terpusat
myasn | nama_keliru | Tertulis SIASN, tetapi alamatnya MyASN
simda_keuangan | versi | Nama dengan nomor versi
sirs | tahun | Nama dengan tahun pengadaan, kepanjangan dari SIMRS
antrean_rsud | nama_lain | Modul antrean yang sama, disebut lain di kartu aset
pbb | nama_lain | Halaman cek tagihan dari alamat e-PBB
e_retribusi | ejaan | eRetribusi dan e-Retribusi Pasar, alamat sama
elhkpn | ejaan | e-LHKPN dan LJKPN (salah ketik)
omspan | ejaan | OM SPAN dan OMSPAN
sirup | akhiran | SiRUP dan Sirup LKPP
sp4n | akhiran | SP4N-LAPOR! dan LAPOR!
vclaim | akhiran | V-Claim dan V-Claim BPJS
pcare | akhiran | P-Care dan P-Care BPJS
djp_online | ejaan | DJP Online
""")
