import type { Zone } from '#domain/agency.ts'
import {
  BACKUP_DAYS,
  type Certificate,
  type CertifiedRecord,
} from '#domain/archive/destruction/certificate.ts'
import { after } from '#domain/instant.ts'
import { nipText } from '../../parts/nip-words.ts'
import { countText } from '../../parts/number-words.ts'
import { dayText, momentText } from '../../parts/time-words.ts'
import { CHECKPOINT } from '../../verification/mark-words.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { civilText, paperText, seatText } from './batch-words.ts'
import { leftText } from './item-words.ts'

export const CERTIFICATE = {
  title: 'Berita acara pemusnahan arsip',
  list: 'Daftar arsip yang dimusnahkan',
  more: 'Daftar selengkapnya ada dalam PDF.',
  pdf: 'Unduh PDF',
  print: 'Cetak',
  copies: 'Dibuat rangkap dua; satu disampaikan kepada Kepala ANRI.',
  signature: 'Tempat tanda tangan elektronik (PAdES)',
  back: 'Kembali ke daftar',
  check:
    'Pindai QR, atau buka halaman Verifikasi keaslian dokumen di ASN Digital dan ketik kodenya: daftar yang dimusnahkan dibandingkan dengan log bertanda tangan.',
}

/** A part of the certificate: what it is about, and its lines. */
export type Section = { heading: string; rows: readonly (readonly [label: string, text: string])[] }

const METHOD =
  'Penghancuran kunci per versi, penghapusan semua salinan, dan rotasi kunci induk. Bentuk dan isi arsip tidak dapat dikenali lagi.'

/** All that §6.4 asks for, the same on the page and in the file. */
export function certificateSections(certificate: Certificate): Section[] {
  const { zone } = certificate
  return [
    placeOf(certificate, zone),
    { heading: 'Dasar', rows: basisOf(certificate) },
    { heading: 'Yang dimusnahkan', rows: countsOf(certificate) },
    { heading: 'Cara', rows: methodOf(certificate, zone) },
    { heading: 'Yang keluar dari daftar', rows: leftOf(certificate) },
    { heading: 'Pelaksana, panitia, dan saksi', rows: peopleOf(certificate, zone) },
    { heading: 'Log publik', rows: inLogOf(certificate) },
  ]
}

function placeOf(certificate: Certificate, zone: Zone): Section {
  const { agencyName, papers, startedAt, closedAt } = certificate
  const own = papers.find(({ kind }) => kind === 'certificate')
  return {
    heading: 'Berita acara',
    rows: [
      ['Nomor', own?.number ?? '–'],
      ['Tanggal', own ? civilText(own.dated) : '–'],
      ['Hari dan waktu pelaksanaan', weekdayMoment(startedAt, zone)],
      ['Selesai', weekdayMoment(closedAt, zone)],
      ['Tempat', `${agencyName}, secara elektronik`],
      ['Instansi', agencyName],
      ['Unit pengolah', certificate.units.join(', ') || agencyName],
    ],
  }
}

function basisOf({ papers, rules }: Certificate): Section['rows'] {
  const kept = papers.filter(({ kind }) => kind !== 'certificate')
  return [
    ['Peraturan', 'UU 43/2009 pasal 51, PP 28/2012, Perka ANRI 25/2012'],
    ['Aturan JRA', rules.join('; ') || '–'],
    ...kept.map(
      ({ kind, number, dated, issuer, sha256 }) =>
        [
          paperText(kind),
          [number, civilText(dated), issuer, ...hashOf(sha256)].join(', '),
        ] as const,
    ),
  ]
}

function hashOf(sha256: string | undefined): string[] {
  return sha256 === undefined ? [] : [`SHA-256 ${sha256}`]
}

function countsOf({ counts, years, objections }: Certificate): Section['rows'] {
  const { records, versions, persons, bytes, verified } = counts
  const span =
    years && (years.from === years.until ? `${years.from}` : `${years.from}–${years.until}`)
  return [
    ['Arsip', countText(records)],
    ['Berkas', `${countText(versions)}, di antaranya ${countText(verified)} pernah terverifikasi`],
    ['Pegawai', countText(persons)],
    ['Ukuran', `${countText(Math.ceil(bytes / 1000))} kB`],
    ['Kurun waktu', span ?? '–'],
    [
      'Keberatan',
      `${countText(objections.filed)} diajukan, ${countText(objections.accepted)} diterima`,
    ],
  ]
}

function methodOf(certificate: Certificate, zone: Zone): Section['rows'] {
  const { rotation, manifest, stores, closedAt } = certificate
  const beyond = after(closedAt, BACKUP_DAYS * 24 * 3600)
  return [
    ['Cara', METHOD],
    ['Rotasi kunci induk', rotation ? `dari kunci ${rotation.from} ke ${rotation.to}` : '–'],
    ['Tempat penyimpanan yang diperiksa', stores.join(', ')],
    ['Isi tidak dapat dipulihkan sejak', momentText(closedAt, zone)],
    ['Keterangan tidak dapat dipulihkan sejak', dayText(beyond, zone)],
    ['Sidik daftar yang ditandatangani (SHA-256)', manifest.signed],
    ['Sidik daftar yang dimusnahkan (SHA-256)', manifest.destroyed],
  ]
}

function leftOf({ left }: Certificate): Section['rows'] {
  if (left.length === 0) return [['Arsip', 'tidak ada']]
  return left.map(
    ({ outcome, because, count }) =>
      [leftText(outcome, because), `${countText(count)} arsip`] as const,
  )
}

function peopleOf({ executor, parties }: Certificate, zone: Zone): Section['rows'] {
  const lines = parties.map(
    ({ seat, name, nip, signedAt }) =>
      [
        seatText(seat),
        `${name}, NIP ${nipText(nip)}${signedAt ? `, menandatangani ${momentText(signedAt, zone)}` : ''}`,
      ] as const,
  )
  const own = executor ? `${executor.name}, NIP ${nipText(executor.nip)}` : '–'
  return [['Pelaksana', own], ...lines]
}

/** Whoever keeps the certificate keeps a checkpoint too, and so can tell if the log is ever another one. */
function inLogOf({ log }: Certificate): Section['rows'] {
  if (!log)
    return [['Pencatatan', 'belum tercatat; nomor catatan dan kode menyusul dalam beberapa menit']]
  return [
    ['Nomor catatan penutupan di log', String(log.leaf)],
    ['Cara memeriksa', CERTIFICATE.check],
    [CHECKPOINT.title, log.checkpoint.trim()],
  ]
}

const WEEKDAY = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const
const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }

/** "Senin, 21 Desember 2026 pukul 12.00 WIB" */
function weekdayMoment(moment: Date | undefined, zone: Zone): string {
  if (!moment) return '–'
  const there = new Date(moment.getTime() + HOURS[zone] * 3600_000)
  return `${WEEKDAY[there.getUTCDay()]}, ${momentText(moment, zone)}`
}

export const LIST_COLUMNS = [
  'No.',
  'Unit pengolah',
  'Klasifikasi',
  'Jenis arsip',
  'Tahun',
  'Jumlah',
  'Perkembangan',
  'NIP (4 akhir)',
  'JRA',
  'Retensi',
  'Nasib akhir',
  'Dimusnahkan',
  'Nomor catatan',
] as const

/** One line of the list, under those columns. */
export function listRow(
  record: CertifiedRecord,
  { n, names, zone }: { n: number; names: TypeNames; zone: Zone },
): string[] {
  const { unit, classification, year, files, digitised, lastFour, rule, active, inactive, leaves } =
    record
  const periods = active === undefined ? '–' : `${active} + ${inactive ?? 0} tahun`
  return [
    String(n),
    unit || '–',
    classification || '–',
    recordName(record, names),
    year === undefined ? '–' : String(year),
    `${files} berkas`,
    digitised ? 'alih media' : 'asli',
    lastFour,
    rule || '–',
    periods,
    'musnah',
    dayText(record.destroyedAt, zone),
    `mulai ${leaves.intent ?? '–'}, musnah ${leaves.outcome ?? '–'}`,
  ]
}

/** The file is made by itself once a batch is over. */
export const PDF_LATER = 'PDF sedang dibuat dan tersedia dalam beberapa menit.'
