import type { Role } from '#domain/access/mandate.ts'
import type { Zone } from '#domain/agency.ts'
import type { PersonKind } from '#domain/person.ts'
import { RETIRED } from './retired.ts'

/** Two agencies in two zones; names and codes are invented. */
export const AGENCIES = [
  {
    id: '5a3f1d00-0000-4000-9000-000000000001',
    code: '9801',
    name: 'Pemerintah Kabupaten Contoh Jaya',
    zone: 'WIT',
  },
  {
    id: '5a3f1d00-0000-4000-9000-000000000002',
    code: '9802',
    name: 'Badan Contoh Nasional',
    zone: 'WIB',
  },
] as const satisfies readonly { id: string; code: string; name: string; zone: Zone }[]

/** Units of the first agency, two levels. */
export const UNITS = [
  {
    id: '5a3f1d00-0000-4000-a000-000000000001',
    code: '01',
    name: 'Dinas Pendidikan',
    parent: undefined,
  },
  {
    id: '5a3f1d00-0000-4000-a000-000000000002',
    code: '01.01',
    name: 'SD Negeri Contoh 1',
    parent: 0,
  },
  {
    id: '5a3f1d00-0000-4000-a000-000000000003',
    code: '02',
    name: 'Dinas Kesehatan',
    parent: undefined,
  },
] as const satisfies readonly {
  id: string
  code: string
  name: string
  parent: number | undefined
}[]

/** `password`: how it is kept; `mfa`: whether a device is in use, with a key that is printed. */
export type SamplePerson = {
  nip: string
  name: string
  kind: PersonKind
  agency: 0 | 1
  userName?: string
  /** A second address beside pegawai.NNN@instansi.example. */
  otherEmail?: string
  password: { text: string; kept: 'own' | 'pbkdf2-sha256' | 'argon2' }
  mfa: 'none' | 'inUse' | 'reactivation'
  account?: 'frozen' | 'disabled'
  role?: Role
  /** Of the first agency, as an index of `UNITS`. */
  unit?: 0 | 1 | 2
  /** Whether national data says that they are pensioned; since when stands in their history. */
  isRetired?: true
  /** Whether a second device is in use, as officers need (R-AD-04); it holds the same key. */
  twoDevices?: true
  /** What is worth trying with this person. */
  note: string
}

/** As short and plain as the old rule allowed: eight characters, letters and digits. */
const OLD_WEAK = 'rahasia8'

/** Everybody a developer wants to meet; the numbers use sequence 901 and up and belong to nobody. */
export const CAST: readonly SamplePerson[] = [
  {
    nip: '198501012010011901',
    name: 'Budi Santoso',
    kind: 'pns',
    agency: 0,
    unit: 1,
    userName: 'budi.santoso',
    otherEmail: 'budi.santoso@instansi.example',
    password: { text: 'Jeruk-Bali-Manis-71', kept: 'own' },
    mfa: 'inUse',
    note: 'aktif, MFA dipakai',
  },
  {
    nip: '199002142015042902',
    name: 'Maria Yosefa Hadjon-Tukan',
    kind: 'pns',
    agency: 0,
    unit: 0,
    password: { text: 'Perahu#Layar-Biru9', kept: 'own' },
    mfa: 'none',
    note: 'belum aktivasi',
  },
  {
    nip: '197812302005011903',
    name: 'Suharti',
    kind: 'pns',
    agency: 1,
    password: { text: OLD_WEAK, kept: 'own' },
    mfa: 'none',
    note: 'belum aktivasi, password lemah',
  },
  {
    nip: '198207172008012904',
    name: 'I Gusti Ayu Made Ratnadi',
    kind: 'pns',
    agency: 1,
    password: { text: 'sandi2019', kept: 'pbkdf2-sha256' },
    mfa: 'none',
    note: 'hash lama Keycloak (PBKDF2), password lemah',
  },
  {
    nip: '199511052022031905',
    name: 'Muh. Yusuf',
    kind: 'cpns',
    agency: 0,
    password: { text: 'Kopi&Pisang-Goreng4', kept: 'argon2' },
    mfa: 'none',
    note: 'hash lama Keycloak (Argon2)',
  },
  {
    nip: '200012312024211906',
    name: 'Siti Nur-Rahmah',
    kind: 'pppk',
    agency: 0,
    password: { text: 'Hujan_Pagi+Sawah88', kept: 'own' },
    mfa: 'none',
    note: 'PPPK, belum aktivasi',
  },
  {
    nip: '198803092023212907',
    name: "Nur'aini",
    kind: 'pppk',
    agency: 1,
    password: { text: 'Tikar.Pandan-Halus5', kept: 'own' },
    mfa: 'inUse',
    note: 'PPPK aktif, MFA dipakai',
  },
  {
    nip: '197604202000031908',
    name: 'La Ode Zainal',
    kind: 'pns',
    agency: 0,
    unit: 2,
    password: { text: OLD_WEAK, kept: 'own' },
    mfa: 'inUse',
    note: 'aktif, password lemah',
  },
  {
    nip: '198912252014022909',
    name: 'José Da Costa',
    kind: 'pns',
    agency: 1,
    password: { text: 'Gerimis=Senja%2Kali', kept: 'own' },
    mfa: 'reactivation',
    note: 'MFA harus diaktifkan ulang',
  },
  {
    nip: '197001011995031910',
    name: 'Drs. H. Sugeng Purwadi, S.Pd., M.Si.',
    kind: 'pns',
    agency: 0,
    password: { text: 'Rotan!Anyam-Sore63', kept: 'own' },
    mfa: 'inUse',
    account: 'frozen',
    note: 'ditahan (Bukan saya)',
  },
  {
    nip: '196802021990032911',
    name: 'Anak Agung Istri Agung Tri Cahyaningtyas Kusumawardani',
    kind: 'pns',
    agency: 1,
    password: { text: 'Melati?Kenanga-09', kept: 'own' },
    mfa: 'inUse',
    account: 'disabled',
    note: 'dinonaktifkan',
  },
  {
    nip: '198306152009011912',
    name: 'Dewi Lestari',
    kind: 'pns',
    agency: 0,
    password: { text: 'Bambu;Kuning-Lurus2', kept: 'own' },
    mfa: 'inUse',
    role: 'officer',
    twoDevices: true,
    note: 'aktif, petugas BKPSDM',
  },
  {
    nip: '198105052007012913',
    name: 'Yohanes Wenda',
    kind: 'pns',
    agency: 0,
    password: { text: 'Sagu,Bakar:Hangat17', kept: 'own' },
    mfa: 'inUse',
    role: 'officer',
    twoDevices: true,
    note: 'aktif, petugas BKPSDM kedua',
  },
  {
    nip: '198709092011012914',
    name: 'Ratna Sari Dewi',
    kind: 'pns',
    agency: 1,
    password: { text: 'Kelapa~Muda-Es30', kept: 'own' },
    mfa: 'inUse',
    role: 'officer',
    twoDevices: true,
    note: 'aktif, petugas instansi kedua',
  },
  {
    nip: '198410102010012915',
    name: 'Agus Hermawan',
    kind: 'pns',
    agency: 0,
    password: { text: 'Ombak/Pasir-Putih41', kept: 'own' },
    mfa: 'inUse',
    role: 'verifier',
    note: 'aktif, verifikator',
  },
  {
    nip: '197903032006041916',
    name: 'Fransiska Mote',
    kind: 'pns',
    agency: 0,
    password: { text: 'Kayu=Cendana-Wangi6', kept: 'own' },
    mfa: 'inUse',
    role: 'archivist',
    note: 'aktif, arsiparis',
  },
  {
    nip: '197505051999031917',
    name: 'Hasan Basri',
    kind: 'pns',
    agency: 1,
    password: { text: 'Lontar^Tua-Kering52', kept: 'own' },
    mfa: 'inUse',
    role: 'nationalAdmin',
    twoDevices: true,
    note: 'aktif, admin nasional',
  },
  {
    nip: '198008082004032918',
    name: 'Lidya Simanjuntak',
    kind: 'pns',
    agency: 1,
    password: { text: 'Tenun*Ikat-Merah84', kept: 'own' },
    mfa: 'inUse',
    role: 'auditor',
    note: 'aktif, auditor',
  },
  {
    nip: '197202022000032919',
    name: 'Theresia Rumbiak',
    kind: 'pns',
    agency: 0,
    password: { text: 'Noken*Rajut-Merah58', kept: 'own' },
    mfa: 'inUse',
    role: 'agencyAdmin',
    twoDevices: true,
    note: 'aktif, admin instansi (kepala BKPSDM)',
  },
  {
    nip: '197407072001011920',
    name: 'Wayan Sudarma',
    kind: 'pns',
    agency: 0,
    password: { text: 'Sawah+Subak-Hijau23', kept: 'own' },
    mfa: 'inUse',
    role: 'agencyAdmin',
    twoDevices: true,
    note: 'aktif, admin instansi kedua',
  },
  {
    nip: '197809092003122921',
    name: 'Cut Meutia Zahra',
    kind: 'pns',
    agency: 1,
    password: { text: 'Kopi=Gayo-Panas95', kept: 'own' },
    mfa: 'inUse',
    role: 'nationalAdmin',
    twoDevices: true,
    note: 'aktif, admin nasional kedua',
  },
  {
    nip: '197106061998031922',
    name: 'Markus Kaisiepo',
    kind: 'pns',
    agency: 0,
    password: { text: 'Pala;Fakfak-Harum19', kept: 'own' },
    mfa: 'inUse',
    role: 'appraiser',
    note: 'aktif, panitia penilai (kepala unit kearsipan)',
  },
  {
    nip: '197310102000122923',
    name: 'Endang Setyowati',
    kind: 'pns',
    agency: 0,
    password: { text: 'Gamelan+Slendro-7Nada', kept: 'own' },
    mfa: 'inUse',
    role: 'appraiser',
    note: 'aktif, panitia penilai (kepala unit pencipta arsip)',
  },
  {
    nip: '196911111994031924',
    name: 'Drs. Petrus Yumte',
    kind: 'pns',
    agency: 0,
    password: { text: 'Honai=Jerami-Hangat28', kept: 'own' },
    mfa: 'inUse',
    role: 'approver',
    note: 'aktif, pejabat penyetuju',
  },
  {
    nip: '198212122008012925',
    name: 'Rosalina Tambunan',
    kind: 'pns',
    agency: 0,
    password: { text: 'Ulos*Tenun-Batak46', kept: 'own' },
    mfa: 'inUse',
    role: 'legalOfficer',
    note: 'aktif, petugas hukum',
  },
  {
    nip: '197706152005011926',
    name: 'Abdul Rahman Wairoy',
    kind: 'pns',
    agency: 0,
    password: { text: 'Sasando/Daun-Lontar73', kept: 'own' },
    mfa: 'inUse',
    role: 'legalOfficer',
    note: 'aktif, petugas hukum kedua',
  },
  {
    nip: '198002202006042927',
    name: 'Ni Luh Putu Sriasih',
    kind: 'pns',
    agency: 0,
    password: { text: 'Janur!Kuning-Melati35', kept: 'own' },
    mfa: 'inUse',
    role: 'inspector',
    note: 'aktif, pengawas (inspektorat)',
  },
  {
    nip: '198507252011011928',
    name: 'Teuku Iskandar',
    kind: 'pns',
    agency: 1,
    password: { text: 'Rencong~Perak-Tua62', kept: 'own' },
    mfa: 'inUse',
    role: 'archivist',
    note: 'aktif, arsiparis instansi kedua',
  },
  {
    nip: RETIRED,
    name: 'Karel Rumbewas',
    kind: 'pns',
    agency: 0,
    password: { text: 'Perahu.Cadik-Teluk86', kept: 'own' },
    mfa: 'inUse',
    isRetired: true,
    note: 'aktif, pensiun 2010: arsipnya lewat masa simpan',
  },
]
