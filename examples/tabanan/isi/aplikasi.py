# fmt: off
# ruff: noqa: E501 - one line a thing, so that it can be read as a list
"""The truth behind the rows: which applications there really are, and what the written words mean.

``nama`` is the owner's own name for it. ``pemilik`` is an id of ``perangkat-daerah.yaml``, ``NASIONAL`` (a ministry,
agency, the province or a bank), ``DESA``, or empty where nobody can tell. ``nasional`` is an id of ``aplikasi_dikenal``
in the reference ``nilai-umum.yaml``.
"""

from .tabel import tabel

APLIKASI = tabel("""
id | nama | pemilik | nasional | bentuk
e_puskesmas | e-Puskesmas | dinkes | | sistem
antrean_puskesmas | Antrean Online Puskesmas | dinkes | | sistem
sigemas | SIGEMAS Tabanan | dinkes | | sistem
e_logfar | e-Logistik Farmasi | dinkes | | sistem
psc119 | PSC 119 Tabanan | dinkes | | sistem
simpati_kia | SIMPATI (Pelayanan Ibu dan Anak Terpadu) | dinkes | | sistem
sipandu_lansia | SIPANDU Lansia | dinkes | | sistem
pcare | P-Care | NASIONAL | pcare | sistem
satusehat | SATUSEHAT | NASIONAL | satusehat | sistem
asik | ASIK | NASIONAL | asik | sistem
sisdmk | SISDMK | NASIONAL | sisdmk | sistem
e_ppgbm | e-PPGBM | NASIONAL | e_ppgbm | sistem
vclaim | V-Claim BPJS | NASIONAL | vclaim | sistem
dapodik | Dapodik | NASIONAL | dapodik | sistem
spmb | SPMB Online | disdik | | sistem
ppdb | PPDB Online 2023 | disdik | | sistem
absensi_disdik | e-Absensi Disdik | disdik | | sistem
guru_honorer | Pendataan Guru Honorer | disdik | | formulir_tautan
beasiswa | Beasiswa Tabanan Cerdas | disdik | | sistem
elearning | Kelas Daring Disdik | disdik | | sistem
siksng | SIKS-NG | NASIONAL | siksng | sistem
cek_bansos | Cek Bansos | NASIONAL | cek_bansos | sistem
simfoni_ppa | SIMFONI-PPA | NASIONAL | simfoni_ppa | sistem
e_hibah | e-Hibah Bansos | dinsosp3a | | sistem
peka_anak | PEKA Anak | dinsosp3a | | sistem
data_disabilitas | SI DISABILITAS | dinsosp3a | | sistem
siks_tabanan | SIKS Tabanan | dinsosp3a | | sistem
pos_bencana | Logistik Bencana | dinsosp3a | | formulir_tautan
siga | New SIGA | NASIONAL | siga | sistem
sim_kb | SIM KB Tabanan | dppkb | | sistem
stunting | Dashboard Stunting Tabanan | dppkb | | sistem
siapkerja | SIAPkerja | NASIONAL | siapkerja | sistem
ak1 | AK-1 Online | disnaker | | sistem
bkol | Bursa Kerja Tabanan | disnaker | | sistem
pelatihan_kerja | SILATKER | disnaker | | sistem
simrs_singasana | SIMRS Khanza | rsud_singasana | | sistem
antrean_singasana | Antrean Online RSUD Singasana | rsud_singasana | | sistem
e_remun | e-Remunerasi RSUD Singasana | rsud_singasana | | sistem
sirs | SIMRS RSUD Tabanan | rsud_tabanan | | sistem
antrean_rsud | Antrean Online RSUD | rsud_tabanan | | sistem
rekam_medis | Rekam Medis Elektronik | rsud_tabanan | | sistem
pacs | PACS Radiologi | rsud_tabanan | | sistem
kepegawaian_rsud | SIMPEG Rumah Sakit | rsud_tabanan | | sistem
apotek | SI Farmasi dan Apotek (modul SIMRS) | rsud_tabanan | | sistem
simpati_tani | SIMPATI (Pertanian Terpadu) | distan | | sistem
subak | SI SUBAK | distan | | sistem
keswan | e-Keswan | distan | | sistem
harga_tani | Info Harga Tani | distan | | situs_informasi
siperikan | SIPERIKAN | diskan | | sistem
e_nelayan | e-Nelayan Tabanan | diskan | | sistem
sp2kp | SP2KP | NASIONAL | sp2kp | sistem
siharga | SIHARGA | disperindag | | sistem
e_retribusi | e-Retribusi Pasar | disperindag | | sistem
ods | ODS Koperasi | NASIONAL | ods_koperasi | sistem
umkm | UMKM Tabanan Naik Kelas | diskop | | sistem
visit | Visit Tabanan | dispar | | situs_informasi
wisata_android | Visit Tabanan (Android) | dispar | | kanal_mobile
e_tiket | e-Tiket Daya Tarik Wisata | dispar | | sistem
event | Kalender Event Tabanan | dispar | | formulir_tautan
oss | OSS-RBA | NASIONAL | oss | sistem
sicantik | SiCANTIK Cloud | NASIONAL | sicantik | sistem
siperi | SIPERI Tabanan | dpmptsp | | sistem
antrean_mpp | Antrean MPP Tabanan | dpmptsp | | sistem
sipd | SIPD | NASIONAL | sipd | sistem
e_musrenbang | e-Musrenbang | bapelitbang | | sistem
e_monev | e-Monev Pembangunan | bapelitbang | | sistem
geoportal | Geoportal Tabanan | bapelitbang | | sistem
kemiskinan | Dashboard Kemiskinan | bapelitbang | | sistem
simda_keuangan | SIMDA Keuangan | bakeuda | simda_keuangan | sistem
simda_bmd | SIMDA BMD | bakeuda | simda_bmd | sistem
sim_gaji | SIM Gaji | bakeuda | sim_gaji | sistem
e_ssh | e-SSH | bakeuda | | sistem
omspan | OM SPAN | NASIONAL | omspan | sistem
e_sp2d | e-SP2D | bakeuda | | sistem
sipkd | SIPKD | bakeuda | sipkd | sistem
e_bmd | e-BMD | NASIONAL | e_bmd | sistem
ib_bank | IB ( Internet Banking ) | NASIONAL | | layanan_pihak_ketiga
simpeg | SIMPEG | bkpsdm | | sistem
e_presensi | e-Presensi | bkpsdm | | sistem
presensi_android | e-Presensi Mobile | bkpsdm | | kanal_mobile
e_kinerja | e-Kinerja | bkpsdm | | sistem
ekinerja_bkn | E-Kinerja BKN | NASIONAL | ekinerja_bkn | sistem
siasn | SIASN Instansi | NASIONAL | siasn | sistem
myasn | MyASN | NASIONAL | myasn | sistem
asn_digital | ASN Digital | NASIONAL | asn_digital | sistem
e_cuti | e-Cuti | bkpsdm | | sistem
e_tpp | e-TPP | bkpsdm | | sistem
simpel_latih | SIMPEL (Pelayanan Pelatihan) | bkpsdm | | sistem
arsip_pegawai | e-Arsip Kepegawaian | bkpsdm | | sistem
aum | AUM (absensi lama) | bkpsdm | | sistem
e_audit | e-Audit | inspektorat | | sistem
wbs | WBS Tabanan | inspektorat | | sistem
sim_hp | SIM-HP | NASIONAL | sim_hp | sistem
elhkpn | e-LHKPN | NASIONAL | elhkpn | sistem
siharka | Siharka | NASIONAL | siharka | sistem
jdih | JDIH | bag_hukum | | situs_informasi
spse | LPSE | bag_pbj | spse | sistem
sirup | SiRUP | NASIONAL | sirup | sistem
ekatalog | E-Katalog | NASIONAL | ekatalog | sistem
emonev_lkpp | e-Monev LKPP | NASIONAL | emonev_lkpp | sistem
e_sakip | e-SAKIP | bag_organisasi | | sistem
esr | E Sakip Review Menpan | NASIONAL | esr | sistem
simona | SIMONA | NASIONAL | simona | sistem
e_skm | e-SKM | bag_organisasi | | sistem
e_randis | e-Randis | bag_umum | | sistem
agenda | Agenda Pimpinan | bag_prokopim | | sistem
e_dalbang | e-Dalbang | bag_pembangunan | | sistem
hibah_kesra | SI HIBAH | bag_kesra | | sistem
pantau_harga | Pantau Harga Sembako | bag_perekonomian | | sistem
e_lppd | e-LPPD | NASIONAL | e_lppd | sistem
e_pokir | e-Pokir | setwan | | sistem
sippd | SIPPD | diskominfo | | sistem
srikandi | SRIKANDI | NASIONAL | srikandi | sistem
satu_data | Satu Data Tabanan | diskominfo | | sistem
website_pemkab | Website Kabupaten Tabanan | diskominfo | | situs_informasi
ppid | PPID Tabanan | diskominfo | | situs_informasi
command | Tabanan Command Center | diskominfo | | sistem
helpdesk | Helpdesk TIK | diskominfo | | sistem
csirt | CSIRT Tabanan | diskominfo | | situs_informasi
e_office | e-Office Tabanan | diskominfo | | sistem
sso | SSO Tabanan | diskominfo | | sistem
web_builder | Website Builder OPD | diskominfo | | sistem
surel | Surel Dinas Tabanan | diskominfo | | sistem
call112 | Call Center 112 Tabanan | diskominfo | | sistem
sp4n | SP4N-LAPOR! | NASIONAL | sp4n_lapor | sistem
emonev_kip | e-Monev KIP | NASIONAL | emonev_kip | sistem
lapor_tabanan | Lapor Tabanan | diskominfo | | sistem
infocorona | Info Corona Tabanan | diskominfo | | situs_informasi
e_absen_diskominfo | SIABSEN Kominfo | diskominfo | | sistem
paten_tabanan | PATEN Kecamatan Tabanan | kec_tabanan | | sistem
paten_kediri | PATEN Kediri | kec_kediri | | sistem
paten_marga | PATEN Marga | kec_marga | | sistem
paten_pupuan | PATEN Pupuan | kec_pupuan | | sistem
paten_selbar | PATEN Selbar | kec_selemadeg_barat | | sistem
e_rtrw | e-Surat Pengantar | kec_tabanan | | sistem
buku_tamu | Buku Tamu Digital | kec_kediri | | formulir_tautan
opensid | OpenSID Desa se-Kecamatan Penebel | DESA | | sistem
pasar_baturiti | Info Harga Sayur Baturiti | kec_baturiti | | situs_informasi
prodeskel | Prodeskel | NASIONAL | prodeskel | sistem
epdeskel | Epdeskel | NASIONAL | epdeskel | sistem
idm | IDM | NASIONAL | idm | sistem
siskeudes | Siskeudes | NASIONAL | siskeudes | sistem
djp_online | DJP Online | NASIONAL | djp_online | sistem
dashboard_desa | Dashboard Desa Tabanan | dpmd | | sistem
siak | SIAK Terpusat | NASIONAL | siak | sistem
ikd | Identitas Kependudukan Digital | NASIONAL | ikd | sistem
dukcapil_daring | Dukcapil Daring | disdukcapil | | sistem
antrean_dukcapil | Antrean Dukcapil | disdukcapil | | sistem
arsip_dukcapil | e-Arsip Dukcapil | disdukcapil | | sistem
bphtb | e-BPHTB | bapenda | | sistem
pbb | e-PBB | bapenda | | sistem
sismiop | SISMIOP | bapenda | | sistem
sptpd | e-SPTPD | bapenda | | sistem
simpatda | SIMPATDA | bapenda | | sistem
tapping | Tapping Box | bapenda | | sistem
kanal_pajak | Pajak Tabanan Mobile | bapenda | | kanal_mobile
samsat | e-Samsat Bali | NASIONAL | | sistem
sipsn | SIPSN | NASIONAL | sipsn | sistem
simpel_klhk | SIMPEL | NASIONAL | simpel_klhk | sistem
bank_sampah | Bank Sampah Tabanan | dlh | | sistem
lab_lh | SI LAB LH | dlh | | sistem
sipandu_adu | SIPANDU (Pengaduan Terpadu) | dlh | | sistem
angkut_sampah | SIANGKUT | dlh | | sistem
simbg | SIMBG | NASIONAL | simbg | sistem
ertlh_nasional | e-RTLH | NASIONAL | ertlh | sistem
ertlh_tabanan | e-RTLH Tabanan | puprpkp | | sistem
leger | SI LEGER JALAN | puprpkp | | sistem
sitaru | SITARU Tabanan | puprpkp | | sistem
gistaru | GISTARU | NASIONAL | gistaru | sistem
inlislite | INLISLite | disperpusip | inlislite | sistem
ipusda | iTabanan | disperpusip | | sistem
e_arsip | e-Arsip Tabanan | disperpusip | | sistem
e_kir | e-KIR | dishub | | sistem
atcs | ATCS Tabanan | dishub | | sistem
e_parkir | e-Parkir | dishub | | sistem
website_setda | Situs Sekretariat Daerah | setda | | situs_informasi
website_setwan | Situs Sekretariat DPRD | setwan | | situs_informasi
website_inspektorat | Situs Inspektorat | inspektorat | | situs_informasi
website_disdik | Situs Dinas Pendidikan | disdik | | situs_informasi
website_dinkes | Situs Dinas Kesehatan | dinkes | | situs_informasi
website_puprpkp | Situs Dinas PUPRPKP | puprpkp | | situs_informasi
website_dlh | Situs Dinas Lingkungan Hidup | dlh | | situs_informasi
website_disdukcapil | Situs Disdukcapil | disdukcapil | | situs_informasi
website_dpmd | Situs Dinas PMD | dpmd | | situs_informasi
website_diskominfo | Situs Diskominfo | diskominfo | | situs_informasi
website_dpmptsp | Situs DPMPTSP | dpmptsp | | situs_informasi
website_dispar | Situs Dinas Pariwisata | dispar | | situs_informasi
website_disperindag | Situs Disperindag | disperindag | | situs_informasi
website_bapelitbang | Situs Bapelitbang | bapelitbang | | situs_informasi
website_bakeuda | Situs Badan Keuangan Daerah | bakeuda | | situs_informasi
website_bkpsdm | Situs BKPSDM | bkpsdm | | situs_informasi
website_rsud | Situs RSUD Tabanan | rsud_tabanan | | situs_informasi
website_kec_pupuan | Situs Kecamatan Pupuan | kec_pupuan | | situs_informasi
website_kec_marga | Situs Kecamatan Marga | kec_marga | | situs_informasi
website_kec_baturiti | Situs Kecamatan Baturiti | kec_baturiti | | situs_informasi
""")

# What a written server position means: ids of ``lokasi_hosting``. A bare word settles nothing.
LOKASI_HOSTING = {
    "pdn": "pdn",
    "server diskominfo": "pusat_data_daerah", "data center diskominfo": "pusat_data_daerah", "diskominfo": "pusat_data_daerah",
    "dc kominfo": "pusat_data_daerah", "server kominfo": "pusat_data_daerah", "kominfo": "pusat_data_daerah",
    "server opd": "server_opd", "server internal": "server_opd", "ruang server mandiri": "server_opd",
    "diluar kominfo": "luar_tanpa_rincian",
    "sewa hosting": "hosting_komersial", "shared hosting": "hosting_komersial", "cloud hosting": "hosting_komersial",
    "server pihak ketiga": "hosting_komersial",
    "vendor": "vendor", "google cloud": "awan_publik", "government cloud": "awan_pemerintah", "colocation": "kolokasi",
    "server pusat": "pusat_kl", "kementerian": "pusat_kl", "server provinsi": "pusat_kl",
    "pc": "lokal_tanpa_server", "standalone": "lokal_tanpa_server",
    "hosting": "tidak_diketahui", "vps": "tidak_diketahui", "cloud": "tidak_diketahui", "cloud server": "tidak_diketahui",
    "pusat data": "tidak_diketahui",
}
# Written, yet no word of the vocabulary: kept as written.
HOSTING_LAIN = frozenset({"google drive"})

# What a written state means: ids of ``status_aplikasi``.
STATUS = {
    "aktif": "aktif", "masih digunakan": "aktif",
    "semi aktif": "aktif_tidak_dipakai", "aktif dan tidak digunakan": "aktif_tidak_dipakai",
    "tidak aktif": "tidak_aktif", "naktif": "tidak_aktif", "non aktif": "tidak_aktif", "non-aktif": "tidak_aktif",
    "tidak digunakan": "tidak_aktif", "nonaktif": "tidak_aktif", "tidak bisa dibuka": "tidak_aktif",
    "dalam pengembangan": "pengembangan", "pengembangan": "pengembangan",
    "maintenance": "pemeliharaan", "perbaikan": "pemeliharaan", "rencana": "usulan", "dihentikan": "dihentikan", "diganti aplikasi lain": "dihentikan",
}
