import type { Stage } from '#domain/archive/record.ts'
import type { Leaving } from '#domain/archive/retention/facts.ts'
import type { CountedReason, RetentionReason, Since } from '#domain/archive/retention/reason.ts'
import type { RetentionEvent, RuleTerms } from '#domain/archive/retention/rule.ts'
import { type CivilDate, isBefore } from '#domain/civil-date.ts'
import { civilDayText } from '../parts/time-words.ts'

/** Where a rule stands, as the sentence names it. */
export type RuleSource = Pick<RuleTerms, 'classification' | 'legalBasis'>

const EVENTS: Record<RetentionEvent, string> = {
  decreeIssued: 'SK ditetapkan',
  serviceEnded: 'berhenti atau pensiun',
  contractEnded: 'perjanjian kerja berakhir',
  rightsSettled: 'hak dan kewajiban habis',
  finalVerdict: 'putusan atau keputusan tetap',
  budgetYearEnded: 'tahun anggaran berakhir',
  dataRenewed: 'data diperbarui',
  appointed: 'diangkat menjadi ASN',
  identitySet: 'identitas atau status ditetapkan',
  activityDone: 'kegiatan selesai dilaksanakan',
}

const LEAVING: Record<Leaving, string> = {
  retired: 'pensiun TMT',
  left: 'berhenti TMT',
  died: 'meninggal dunia',
}

const UNVERIFIED = 'Aturan ini contoh yang belum diverifikasi, jadi belum mengakhiri retensi.'

/** What a period runs from, as a choice of a form says it. */
export function eventText(event: RetentionEvent): string {
  return EVENTS[event]
}

/** Why a record is kept, and until when, in one sentence; `source` is of the rule that it names. */
export function retentionText(reason: RetentionReason, source: RuleSource | undefined): string {
  switch (reason.kind) {
    case 'extended':
      return `Disimpan sampai ${civilDayText(reason.on)}: diperpanjang oleh panitia penilai${jra(source)}.`
    case 'until':
      return `${untilText(reason, source)}${reason.verified ? '' : ` ${UNVERIFIED}`}`
    case 'forEver':
      return `Disimpan tanpa batas waktu: ${forEverText(reason)}${jra(source)}.`
  }
}

/** `from`: when a shorter rule that is published begins to end it. */
export type Coming = { from: CivilDate; reason: RetentionReason; source: RuleSource | undefined }

/** While it waits, whoever it concerns reads what will be (T29). */
export function comingText({ from, reason, source }: Coming): string {
  return `Mulai ${civilDayText(from)} berlaku aturan yang lebih pendek. ${retentionText(reason, source)}`
}

/** The same of a record that may be gone: then it is what was. */
export function keptText(
  stage: Stage,
  reason: RetentionReason,
  source: RuleSource | undefined,
): string {
  const text = retentionText(reason, source)
  return stage === 'destroyed' ? `Sudah dimusnahkan. Dahulu ${lowered(text)}` : text
}

type Ended = { stage: Stage; isHeld: boolean; reason: RetentionReason; today: CivilDate }

/** Nothing is destroyed because a day came. Of a hold only those are told who may know of it. */
export function afterEndText({ stage, isHeld, reason, today }: Ended): string | undefined {
  const isKept = stage === 'active' || stage === 'inactive'
  if (stage !== 'retentionEnded' && !(isKept && isOver(reason, today))) return undefined
  return isHeld
    ? 'Tanggal itu sudah lewat; arsip tetap disimpan selama ditahan.'
    : 'Tanggal itu sudah lewat; arsip tetap disimpan sampai panitia penilai memutuskan.'
}

/** By a rule that may end it, and whose end is not to be kept for ever. */
function isOver(reason: RetentionReason, today: CivilDate): boolean {
  if (reason.kind === 'forEver') return false
  if (reason.kind === 'until' && (!reason.verified || reason.disposition === 'permanent'))
    return false
  return isBefore(reason.on, today)
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function untilText(reason: CountedReason, source: RuleSource | undefined): string {
  const until =
    reason.disposition === 'permanent'
      ? 'Disimpan selamanya sebagai arsip permanen; retensinya sampai'
      : 'Disimpan sampai'
  return `${until} ${civilDayText(reason.on)}: ${countText(reason)}${jra(source)}.`
}

/** pensiun TMT 1 Agustus 2031 + 1 tahun aktif + 9 tahun inaktif */
function countText({ since, years }: CountedReason): string {
  const active = years.active > 0 ? [`${years.active} tahun aktif`] : []
  const inactive = years.inactive > 0 ? [`${years.inactive} tahun inaktif`] : []
  const [first, second] = since.map(sinceText)
  if (!second) return [first, ...active, ...inactive].join(' + ')
  return `${[first, ...active].join(' + ')}, lalu ${[second, ...inactive].join(' + ')}`
}

function sinceText({ event, on, how }: Since): string {
  return `${how ? LEAVING[how] : EVENTS[event]} ${civilDayText(on)}`
}

function forEverText(reason: Extract<RetentionReason, { kind: 'forEver' }>): string {
  switch (reason.because) {
    case 'noRule':
      return 'JRA instansi belum memuat aturan untuk jenis arsip ini'
    case 'noPersonalFileRule':
      return 'menurut JRA arsip ini masuk berkas perseorangan, dan untuk berkas itu belum ada aturan'
    case 'notStated':
      return 'aturannya tidak menyebut sejak kapan masa simpan dihitung'
    case 'triggerUnknown':
      return `masa simpan dihitung sejak ${EVENTS[reason.trigger]}, dan tanggalnya belum diketahui`
  }
}

function jra(source: RuleSource | undefined): string {
  return source ? ` (JRA ${source.legalBasis}, ${source.classification})` : ''
}
