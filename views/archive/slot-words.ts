import type { Zone } from '#domain/agency.ts'
import type { FoundSlot } from '#domain/archive/completeness.ts'
import type { HistorySource } from '#domain/archive/history.ts'
import type { Why } from '#domain/archive/slot.ts'
import { AHEAD_COUNTED, type SlotState } from '#domain/archive/slot-state.ts'
import type { ReturnCode } from '#domain/archive/version.ts'
import { secondsBetween } from '#domain/instant.ts'
import { dayStart } from '#domain/zone-day.ts'
import { kindText } from '../home/home-words.ts'
import { countText } from '../parts/number-words.ts'
import { dayText } from '../parts/time-words.ts'

const DAY = 86_400

/** SK PNS, or of a history the document and what it proves: SK KP: Penata Muda, III/a. */
export function slotName({ type, part, row }: Pick<FoundSlot, 'type' | 'part' | 'row'>): string {
  const name = part?.name ?? type.name
  return row ? `${name}: ${row.label}` : name
}

/** Why the document is expected, as one looks for it. */
export function whyText(why: Why): string {
  switch (why.kind) {
    case 'everyone':
      return 'Wajib bagi setiap ASN'
    case 'service':
      return why.since
        ? `${kindText(why.as)} sejak ${why.since.year}`
        : `Wajib bagi ${kindText(why.as)}`
    case 'agreement':
      return `Perjanjian kerja ke-${why.number}, menurut NI PPPK`
    case 'history':
      return historyText(why.row)
  }
}

function historyText({ onDate, source }: Extract<Why, { kind: 'history' }>['row']): string {
  const who = SOURCE[source]
  if (!onDate) return who.charAt(0).toUpperCase() + who.slice(1)
  return `Tanggal ${dayText(dayStart(onDate, 'WIB'), 'WIB')}, ${who}`
}

const SOURCE: Record<HistorySource, string> = {
  national: 'menurut data nasional',
  person: 'ditambahkan pemilik arsip',
  officer: 'ditambahkan petugas',
}

/** In a word or two, never by colour alone. */
export function stateName({ kind }: SlotState): string {
  return STATE[kind]
}

const STATE: Record<SlotState['kind'], string> = {
  present: 'Lengkap',
  missing: 'Belum diunggah',
  processing: 'Sedang diperiksa',
  awaitingVerification: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
}

/** What there is to know beside its name: since when, how far in the queue, what to mend. */
export function stateText(state: SlotState, now: Date, zone: Zone): string | undefined {
  switch (state.kind) {
    case 'present':
    case 'missing':
      return undefined
    case 'processing':
      return `Diterima ${dayText(state.since, zone)}. Tidak ada yang perlu Anda lakukan.`
    case 'awaitingVerification':
      return `${waitingText(state.since, now)}${aheadText(state.ahead)}`
    case 'returned':
      return returnedText(state)
  }
}

function waitingText(since: Date, now: Date): string {
  const days = Math.floor(Math.max(secondsBetween(since, now), 0) / DAY)
  return days === 0 ? 'Dikirim kurang dari sehari yang lalu.' : `Sudah ${countText(days)} hari.`
}

function aheadText(ahead: number | undefined): string {
  if (ahead === undefined) return ''
  if (ahead === 0) return ' Berkas ini yang berikutnya diperiksa.'
  const count = ahead > AHEAD_COUNTED ? `lebih dari ${countText(AHEAD_COUNTED)}` : countText(ahead)
  return ` Ada ${count} berkas di depannya.`
}

function returnedText({ codes, note }: Extract<SlotState, { kind: 'returned' }>): string {
  const reasons = codes.map((code) => returnCodeText(code))
  return [...reasons, note && `Catatan verifikator: ${note}`].filter(Boolean).join(' ')
}

/** Why it came back, and what mends it. */
export function returnCodeText(code: ReturnCode): string {
  return RETURNED[code]
}

const RETURNED: Record<ReturnCode, string> = {
  unreadable: 'Tidak terbaca: pindai atau foto ulang dengan terang dan lurus.',
  wrongDocument: 'Bukan dokumen yang diminta: unggah dokumen sesuai namanya.',
  wrongPerson: 'Dokumen orang lain: unggah dokumen atas nama Anda sendiri.',
  pagesMissing: 'Halaman kurang: unggah semua halaman dalam satu berkas.',
  dataDiffers: 'Isian berbeda dari dokumen: samakan isian dengan dokumennya.',
  notOriginal: 'Bukan dari dokumen asli: pindai dokumen asli atau salinan yang dilegalisasi.',
  other: 'Lihat catatan verifikator.',
}
