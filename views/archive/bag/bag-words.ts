import type { BagDocument, LeftOut } from '#domain/archive/export/exported.ts'
import type { Person } from '#domain/person.ts'
import { nipText } from '../../parts/nip-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { documentText } from '../record-name-words.ts'

export const BAG = {
  title: 'Arsip kepegawaian saya',
  organisation: 'Badan Kepegawaian Negara, ASN Digital',
  file: 'Berkas',
  data: 'Isian',
  verified: 'Terverifikasi',
  whole: 'Keutuhan (SHA-256)',
  digitised: 'Alih media dari foto.',
  notScanned: 'Belum dipindai dari perangkat lunak berbahaya.',
  log: 'Log publik',
  proof: 'bukti',
  notLogged: 'Belum tercatat di log saat arsip ini dibuat.',
  leftOut: 'Belum ikut',
  leftOutText:
    'Berkas berikut terverifikasi, tetapi sedang tidak ada salinannya yang utuh di tempat penyimpanan. Isian dan riwayatnya tetap ada di arsip; unduh lagi sesudah berkasnya pulih.',
  code: 'Kode verifikasi',
  unpack:
    'Bila berkas di bawah ini tidak terbuka, ekstrak dahulu seluruh isi zip ke sebuah folder, lalu buka index.html dari folder itu.',
  readme: 'Cara memeriksa keutuhan tanpa ASN Digital ada di',
} as const

export function madeText({ name, nip, agency }: Person, madeAt: Date): string {
  return `${name}, NIP ${nipText(nip)}, ${agency.name}. Dibuat ${momentText(madeAt, agency.zone)}.`
}

export function contentText(count: number): string {
  return `Berkas yang terverifikasi pada saat itu: ${count}. Setiap berkas sama persis dengan yang diverifikasi.`
}

type Told = {
  person: Person
  madeAt: Date
  documents: readonly BagDocument[]
  leftOut: readonly LeftOut[]
}

export function leftOutName({ typeName, slot }: LeftOut): string {
  return documentText({ typeName, slot, versionNo: undefined })
}

/** Three commands that anybody can run, with tools that are not ours. */
export function readmeText({ person, madeAt, documents, leftOut }: Told): string {
  const example = documents.find(({ salt }) => salt !== undefined)
  return `${BAG.title}
${madeText(person, madeAt)}

Isi
  index.html            daftar berkas untuk dibaca dan dicetak
  data/                 berkas PDF, persis seperti yang diverifikasi
  metadata.json         isian setiap berkas untuk diolah program lain
  manifest-sha256.txt   sidik SHA-256 setiap berkas (BagIt 1.0, RFC 8493)
  bukti/                bukti dari log publik untuk setiap berkas (c2sp.org/tlog-proof)
  log/checkpoint        pernyataan log bertanda tangan saat arsip ini dibuat
  log/vkey              kunci untuk memeriksa tanda tangan itu
${leftOutText(leftOut)}
Memeriksa tanpa ASN Digital, dari folder ini (Linux; di macOS tulis "shasum -a 256" sebagai ganti "sha256sum"; Windows: lihat di bawah):

1. Berkas utuh dan lengkap:
   sha256sum -c manifest-sha256.txt

2. Daftar, isian, dan petunjuk ini utuh:
   sha256sum -c tagmanifest-sha256.txt

3. Berkas sama dengan yang tercatat di log arsip. Hasilnya harus sama dengan "commitment" berkas itu di metadata.json, dan dengan baris "c" pada buktinya (baris "extra", dalam base64):
   ${commitmentCommand(example)}
${example ? `   -> ${example.commitment}\n` : ''}
${loggedText(documents)}

Di Windows langkah 1 dan 2 dilakukan di PowerShell, dari folder ini; untuk langkah 2 tulis tagmanifest-sha256.txt:
   ${WINDOWS_COMMAND}

Berkas ini memuat data pribadi Anda. Di komputer bersama, hapus sesudah dipakai.
`
}

function leftOutText(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return ''
  const names = leftOut.map((one) => `  ${leftOutName(one)}\n`).join('')
  return `\n${BAG.leftOut}\n${BAG.leftOutText}\n${names}`
}

/** Each line of a manifest, as `sha256sum -c` reads it; PowerShell compares without regard to case. */
const WINDOWS_COMMAND =
  'Get-Content manifest-sha256.txt | ForEach-Object { $s, $f = $_ -split \'  \', 2; if ((Get-FileHash $f).Hash -eq $s) { "$f UTUH" } else { "$f BERUBAH" } }'

/** The proof itself needs no net: the page checks it once it is loaded. */
function loggedText(documents: readonly BagDocument[]): string {
  const waiting = documents.filter(({ log }) => log === undefined)
  const proven =
    'Bahwa catatan itu ada di log bertanda tangan dapat diperiksa siapa pun, juga tanpa internet: buka halaman Verifikasi keaslian dokumen di ASN Digital, pilih berkas PDF dan buktinya dari folder bukti/, lalu salin kode verifikasinya dari index.html. Simpan log/checkpoint: log yang kelak diubah tidak akan cocok dengannya.'
  if (waiting.length === 0) return proven
  const names = waiting.map(({ name }) => `  ${name}`).join('\n')
  return `${proven}\n\n${BAG.notLogged} Berkas berikut belum disertai bukti; unduh arsip lagi nanti:\n${names}`
}

/** archive.md 7, (d) */
function commitmentCommand(example: BagDocument | undefined): string {
  const { name, salt } = example ?? { name: 'BERKAS', salt: 'SALT' }
  return `sha256sum ${name} | cut -c1-64 | xxd -r -p | openssl dgst -sha256 -mac HMAC -macopt hexkey:${salt}`
}

/** For programs: names are for ever. */
export function metadataText({ person, madeAt, documents }: Omit<Told, 'leftOut'>): string {
  const { name, nip, agency } = person
  const file = {
    format: 'asn-digital-arsip/1',
    madeAt: madeAt.toISOString(),
    person: { name, nip, agency: agency.name },
    documents: documents.map(({ name: path, version, ...document }) => ({ path, ...document })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
