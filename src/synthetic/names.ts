const MALE_GIVEN = words(`
  Abdul Achmad Adi Agus Ahmad Ali Amir Andi Andri Anton Arief Arifin Asep Bambang Bayu Benny
  Budi Cahyo Catur Dadang Danang Daniel Darmawan Dedi Deni Didik Dimas Dodi Edi Eko Fajar
  Faisal Farhan Ferdian Galih Gilang Gunawan Guntur Hadi Hamzah Haris Hartono Hasan Hendra
  Herman Heru Husein Ibrahim Ilham Imam Indra Irfan Irwan Ismail Iwan Jamal Johan Joko
  Kurniawan Lukman Mahendra Markus Maulana Muhammad Mulyadi Nugroho Oktavianus Paulus Petrus
  Prasetyo Rahmat Rangga Reza Ridwan Rizal Rizki Robert Rudi Saiful Samsul Samuel Sigit Slamet
  Stefanus Sugeng Suhardi Sukardi Sunarto Supriyadi Sutrisno Taufik Teguh Tomi Ujang Usman
  Wahyudi Yanto Yohanes Yusuf Zulkifli
`)
const FEMALE_GIVEN = words(`
  Aisyah Amelia Anggraini Ani Anisa Astuti Ayu Betty Bunga Citra Cut Dewi Diah Dina Dwiyanti
  Elisabet Elly Ema Endang Erna Esti Evi Farida Fatimah Fitri Fitria Gita Halimah Hana Hasna
  Henny Hesti Ida Iis Ika Indah Indri Intan Irma Julia Kartika Kartini Khadijah Kristina Laila
  Lastri Lestari Lia Lilis Lina Linda Luh Maria Marlina Martha Maya Mega Meilani Melati Mila
  Mira Murni Nadia Nanik Nia Nina Ningsih Novita Nurhayati Nurul Olivia Puspita Putri Rahayu
  Rahma Rani Ratih Ratna Retno Ria Rina Rini Rosita Rukmini Ruth Salma Santi Siti Sri Sulastri
  Sumiati Theresia Titik Tuti Umi Veronika Wulan Yuliana Yuni Zahra
`)
const MALE_SECOND = words(`
  Adiputra Ardiansyah Basuki Budiman Darmadi Efendi Fauzi Firmansyah Gunadi Hakim Hartanto
  Haryanto Hermawan Hidayat Irawan Iskandar Junaidi Laksono Mahmud Maryono Mustofa Nugraha
  Nurdin Pamungkas Permana Pratama Priyono Purnomo Rachmadi Rahman Ramadhan Riyadi Rohman
  Sanjaya Santoso Saputra Sasongko Setiawan Subagyo Sulaiman Sumarno Susanto Suwarno Suyanto
  Syahputra Triyono Utomo Wibowo Wijaya Yulianto
`)
const FEMALE_SECOND = words(`
  Anggraeni Apriliani Azizah Damayanti Ekawati Ernawati Febrianti Fitriani Handayani Haryani
  Herawati Hidayati Indrayani Irawati Khasanah Kurniawati Kusumawati Larasati Maharani Marlena
  Maryani Mulyani Munawaroh Nuraeni Nurhasanah Nurjanah Oktaviani Paramita Permatasari Pertiwi
  Purwanti Puspitasari Rahmawati Ramadhani Rosdiana Safitri Saraswati Savitri Setiawati
  Setyowati Sukmawati Sulistyowati Suryani Susilowati Trisnawati Widyastuti Wijayanti
  Wulandari Yulianti Yuniarti
`)
const BOTH = words(`
  Batubara Chaniago Damanik Ginting Halim Harahap Hasibuan Hutapea Kaligis Karubaba Kogoya
  Koto Kusuma Lasut Latuconsina Lubis Lumbantobing Mambrasar Mandagi Manuputty Manurung
  Mappangara Marpaung Nainggolan Nasution Pangemanan Panjaitan Pattiasina Piliang Pohan Purba
  Rompas Rumbiak Sembiring Sihombing Simanjuntak Simatupang Sinaga Siregar Sitepu Situmorang
  Tabuni Tampubolon Tanjung Tarigan Tuanakotta Tuasikal Tumbelaka Wenda Wowor
`)

/** Common Indonesian names, to be put together at random; any likeness to a person is chance. */
export const NAMES = {
  male: { common: 'Muhammad', given: MALE_GIVEN, second: [...MALE_SECOND, ...BOTH] },
  female: { common: 'Siti', given: FEMALE_GIVEN, second: [...FEMALE_SECOND, ...BOTH] },
}

/** Names that break what is built for two words of letters. */
export const UNUSUAL = [
  'Suharti',
  "Nur'aini",
  'Muh. Yusuf',
  'I Gusti Ayu Made Ratnadi',
  'Siti Nur-Rahmah',
  'R. Ay. Retno Wulan Sekar Kedaton Kusumaningrum Hadiningrat',
  'Maria Yosefa Hadjon-Tukan',
  'Drs. H. Sugeng Purwadi, S.Pd., M.Si.',
  'La Ode Zainal',
  'José Da Costa',
]

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
