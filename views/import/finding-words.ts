import type { LeftOut, Refusal } from '#domain/import/finding.ts'

/** Why a record was not taken over, for whoever mends the file. */
export function refusalText(reason: Refusal): string {
  return REFUSED[reason]
}

/** What of a record was left out, and what that means for the person. */
export function leftOutText(reason: LeftOut): string {
  return LEFT_OUT[reason]
}

const REFUSED: Record<Refusal, string> = {
  'nip.empty': 'NIP kosong',
  'nip.nonDigit': 'NIP memuat selain angka',
  'nip.length': 'NIP tidak 18 angka',
  'nip.birthDate': 'tanggal lahir dalam NIP tidak ada',
  'nip.appointment': 'bulan atau nomor perjanjian dalam NIP tidak mungkin',
  'nip.sex': 'angka ke-15 NIP bukan 1 atau 2',
  'nip.sequence': 'nomor urut NIP 000',
  invalidNip: 'nama pengguna bukan NIP atau NI PPPK',
  formerNip: 'NIP lama tidak sah',
  name: 'nama kosong, terlalu panjang, atau bukan UTF-8',
  kind: 'jenis pegawai tidak dikenal atau bertentangan dengan NIP',
  agency: 'kode instansi tidak sah',
  parentCode: 'kode unit induk tidak sah',
  legalPosition: 'kode kedudukan hukum tidak dikenal',
  endOfService: 'kode pemberhentian tidak dikenal',
  userName: 'nama pengguna tidak sah',
  code: 'kode kosong atau tidak sah',
  zone: 'zona waktu tidak dikenal',
  type: 'jenis arsip kosong atau tidak sah',
  label: 'keterangan terlalu panjang atau bukan UTF-8',
  date: 'tanggal bukan TAHUN-BULAN-HARI atau tidak ada',
  unreadable: 'bukan JSON',
  tooLong: 'lebih dari 1 MB',
  claimedTwice: 'NIP atau nama pengguna dipakai lebih dari satu baris',
  otherPerson: 'NIP lama atau nama pengguna milik orang lain',
  numberReplaced: 'NIP sudah diganti dengan yang lain',
  unknownAgency: 'instansi tidak dikenal',
  agencyMissing: 'instansi kosong untuk orang baru',
  nameMissing: 'nama kosong untuk orang baru',
  unknownParent: 'unit induk tidak dikenal',
  eventTwice: 'peristiwa yang sama disebut lebih dari satu baris',
  unknownPerson: 'tidak ada pegawai dengan NIP ini',
  unknownType: 'jenis arsip tidak dikenal',
  noHistory: 'jenis arsip ini tidak mempunyai riwayat',
  key: 'kunci riwayat kosong, tidak sah, atau tidak cocok dengan jenisnya',
  unitCycle: 'unit saling menginduk, tidak sampai ke puncak',
}

const LEFT_OUT: Record<LeftOut, string> = {
  unknownUnit: 'unit kerja tidak dikenal di instansi ini, dilewati',
  email: 'alamat email tidak sah, dilewati',
  noCredentials: 'tanpa password, mulai dengan reset password',
  malformedCredentialData: 'credentialData rusak, password dilewati',
  malformedSecretData: 'secretData rusak, password atau kunci OTP dilewati',
  iterationsMissing: 'jumlah iterasi tidak ada, password dilewati',
  iterationsTooHigh: 'iterasi terlalu banyak, password dilewati',
  outOfBounds: 'parameter hash di luar batas, password dilewati',
  plainTextPassword: 'password tertulis apa adanya, ditolak',
  unknownAlgorithm: 'algoritma tidak didukung, password dilewati',
  secondPassword: 'password kedua, dilewati',
  unsupportedOtp: 'OTP bukan TOTP SHA-1 6 angka 30 detik, dilewati',
  otpTooMany: 'lebih dari 5 perangkat OTP, sisanya dilewati',
}
