/** Words that Indonesian passwords are made of; names and places among them. */
export const COMMON_WORDS: readonly string[] = `
  rahasia sandi katasandi passwordku sandiku kunci masuk akses akun admin administrator operator
  password passwd pass welcome letmein login master secret default changeme user guest root test
  testing coba cobacoba percobaan ubahsaya gantisaya baru lama lupa lupapassword entah terserah
  bismillah bismillahirrahmanirrahim bismilah basmallah alhamdulillah alhamdulilah subhanallah
  masyaallah insyaallah allahuakbar astaghfirullah assalamualaikum allah islam muslim muslimah
  muhammad sholat shalat ramadhan ramadan lebaran idulfitri mekkah madinah surga barokah berkah
  hidayah amanah ikhlas syukur bersyukur sabar tawakal istiqomah doa yesus yesuskristus tuhanyesus
  haleluya halleluya immanuel kristus tuhan tuhanmemberkati kasih anugerah natal jesus jesuschrist
  indonesia indonesiaraya indonesiaku indonesiamerdeka indonesiajaya indonesiaemas nusantara merdeka
  garuda pancasila bhinneka merahputih proklamasi pahlawan pemuda republik negara negeri bangsa
  pegawai pegawainegeri abdinegara pelayanan pengabdian kantor dinas kementerian pemerintah
  kabupaten kota provinsi kecamatan kelurahan desa camat lurah bupati walikota gubernur presiden
  guru sekolah siswa mahasiswa kampus kuliah dosen dokter perawat bidan puskesmas rumahsakit polisi
  tentara bendahara sekretaris kepala staf honorer gaji pensiun arsip digital
  cinta cintaku cintakamu akucintakamu akusayangkamu sayang sayangku sayangkamu kekasih pacar
  kangen rindu kamu akucinta selamanya bahagia bahagiaselalu keluarga keluargaku keluargabahagia
  mama mamaku papa papaku ayah ayahku bunda bundaku ibu ibuku bapak anak anakku istri istriku suami
  suamiku kakak adik nenek kakek sahabat teman bintang bulan matahari pelangi hujan langit bumi
  semangat semangatpagi sukses suksesselalu sehat sehatselalu selamat selamatpagi selamatdatang
  berhasil juara jaya maju majujaya makmur sejahtera damai rejeki rezeki kaya kayaraya lancar
  harapan impian cahaya terang indah cantik ganteng gagah pintar cerdas hebat mantap keren jujur
  kucing anjing harimau macan singa gajah kelinci burung elang rajawali naga ikan kuda kupukupu
  mawar melati anggrek kamboja teratai mangga durian jeruk apel pisang nanas semangka kopi
  merah putih hitam biru hijau kuning ungu coklat senin selasa rabu kamis jumat sabtu minggu
  januari februari maret april mei juni juli agustus september oktober november desember
  persib persija persebaya arema psms psis bonek bobotoh viking liverpool chelsea arsenal barcelona
  realmadrid juventus manchester manutd milan sepakbola bola badminton bulutangkis
  slank dewa noah naruto doraemon pokemon batman superman spiderman mobilelegend freefire
  google facebook instagram whatsapp telegram youtube gmail yahoo android samsung xiaomi oppo vivo
  iphone komputer laptop windows microsoft internet honda yamaha suzuki toyota avanza innova ninja
  iloveyou ilove love lovely forever princess sunshine football dragon monkey shadow summer winter
  hello helloworld qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qweasd
  qweasdzxc qwe asd zxc aa aaa abc abcd abcde abcdef xyz
  jakarta bogor depok tangerang bekasi bandung cirebon sukabumi garut tasikmalaya karawang cimahi
  semarang surakarta solo yogyakarta jogja jogjakarta magelang purwokerto tegal pekalongan kudus
  salatiga klaten sleman bantul surabaya malang kediri madiun jember banyuwangi sidoarjo gresik
  blitar pasuruan probolinggo madura denpasar bali mataram lombok kupang flores medan padang
  pekanbaru riau jambi palembang bengkulu lampung batam bintan bangka belitung aceh bandaaceh
  pontianak banjarmasin banjarbaru palangkaraya samarinda balikpapan tarakan kalimantan borneo
  makassar manado gorontalo palu kendari parepare sulawesi toraja mamuju ambon maluku ternate
  tidore papua jayapura merauke sorong manokwari timika biak sumatera sumatra jawa jawabarat
  jawatengah jawatimur banten sulsel sumbar sumut kaltim kalsel kalbar bukittinggi minangkabau
  serang cilegon borobudur bromo merapi semeru rinjani krakatau toba ciliwung mahakam musi kapuas
  abdul achmad ahmad agus agung ali amir andi andika andri anton arief arif arifin asep ayu bambang
  bayu bima budi cahyo candra citra dadang danang dani daniel david dedi deni dewi dian dicky dimas
  dina dinda doni dwi edi eko elisa endang erna evi fajar faisal farhan fatimah fauzi febri ferry
  fitri fitriani galih gilang gita gunawan hadi hafiz hana handoko hari haris hasan hendra hendri
  herman heru hidayat ibrahim ika ilham imam indra intan irfan irma irwan iwan jamal joko jono
  kartika kartini kevin khadijah krisna kurnia kurniawan lestari lia lina linda lukman maria maulana
  maya mega melinda michael mira nabila nadia nanda nia nina ningsih novi novita nugroho nur nurul
  nurhayati okta permata prasetyo pratama puspita putra putri rafi rahayu rahma rahmat rahmawati
  rama rangga rani ratih ratna reza rian ricky ridwan rina rini riska rizal rizki rizky rudi salma
  sandra santi santoso saputra sari setiawan sigit sinta siti slamet sri sugeng suharto sukarno
  soekarno susanti susi sutrisno syahrul taufik teguh tika titin tono tri umar utami vina wahyu
  wahyudi wati wibowo widodo wijaya winda wulan wulandari yanti yanto yoga yohanes yudi yulia
  yuliana yuni yusuf zahra zaki zulkifli
`
  .trim()
  .split(/\s+/)
