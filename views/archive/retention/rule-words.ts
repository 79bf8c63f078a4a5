import type { TermsProblem } from '#domain/archive/retention/judge-terms.ts'
import {
  type ActiveTrigger,
  COUNT_FROM,
  type CountFrom,
  DISPOSITIONS,
  type Disposition,
  type InactiveTrigger,
  type Period,
  RETENTION_EVENTS,
  type RetentionApproval,
  type RetentionRule,
  type RuleTerms,
} from '#domain/archive/retention/rule.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { civilDayText } from '../../parts/time-words.ts'
import { type TypeNames, typeName } from '../record-name.ts'
import { eventText } from '../retention-words.ts'

/** Shown wherever a rule is that nobody compared with the agency's JRA. */
export const EXAMPLE = 'contoh, belum diverifikasi'

export function dispositionText(disposition: Disposition | 'undecided'): string {
  return DISPOSITION[disposition]
}

const DISPOSITION: Record<Disposition | 'undecided', string> = {
  destroy: 'Musnah',
  reappraise: 'Dinilai kembali',
  permanent: 'Permanen',
  mergePersonalFile: 'Masuk berkas perseorangan',
  undecided: 'Belum ada aturan',
}

/** "2 tahun sejak SK ditetapkan" */
export function periodText({ years, trigger }: Period<InactiveTrigger>): string {
  if (trigger === 'none') return 'tidak ada'
  if (trigger === 'activeEnded') return `${years} tahun setelah masa aktif`
  if (trigger === 'notStated') return `${years} tahun, JRA tidak menyebut sejak kapan`
  return `${years} tahun sejak ${eventText(trigger)}`
}

export function coverageText({ covers }: Pick<RuleTerms, 'covers'>, names: TypeNames): string {
  switch (covers.of) {
    case 'classification':
      return 'Arsip dengan kode klasifikasi ini'
    case 'type':
      return typeName(covers.type, names)
    case 'personalFile':
      return 'Berkas perseorangan'
  }
}

export function countFromText(countFrom: CountFrom): string {
  return FROM[countFrom]
}

const FROM: Record<CountFrom, string> = {
  immediately: 'tanggal peristiwa itu sendiri',
  monthEnd: 'akhir bulan peristiwa',
  yearEnd: 'akhir tahun peristiwa',
}

/** Since when a rule holds, and from when it may end retention. */
export function validityText({ from, endsFrom, until }: RetentionRule, today: CivilDate): string {
  const since = `Sejak ${civilDayText(from)}`
  const waits = isAfter(endsFrom, today)
    ? `, mengakhiri retensi mulai ${civilDayText(endsFrom)}`
    : ''
  return `${since}${waits}${until ? `, sampai ${civilDayText(until)}` : ''}`
}

function isAfter(one: CivilDate, other: CivilDate): boolean {
  return one.year * 400 + one.month * 31 + one.day > other.year * 400 + other.month * 31 + other.day
}

type Choice = { value: string; label: string }

const EVENT_CHOICES: readonly Choice[] = RETENTION_EVENTS.map((event) => ({
  value: event,
  label: `sejak ${eventText(event)}`,
}))

export const ACTIVE_CHOICES: readonly Choice[] = [
  ...EVENT_CHOICES,
  { value: 'notStated' satisfies ActiveTrigger, label: 'JRA tidak menyebut sejak kapan' },
  { value: 'none' satisfies ActiveTrigger, label: 'tidak ada masa aktif' },
]
export const INACTIVE_CHOICES: readonly Choice[] = [
  { value: 'activeEnded' satisfies InactiveTrigger, label: 'setelah masa aktif' },
  ...EVENT_CHOICES,
  { value: 'notStated', label: 'JRA tidak menyebut sejak kapan' },
  { value: 'none', label: 'tidak ada masa inaktif' },
]
export const COUNT_CHOICES: readonly Choice[] = COUNT_FROM.map((value) => ({
  value,
  label: countFromText(value),
}))
export const DISPOSITION_CHOICES: readonly Choice[] = DISPOSITIONS.map((value) => ({
  value,
  label: dispositionText(value),
}))
export const APPROVAL_CHOICES: readonly Choice[] = (
  ['agency', 'nationalArchives'] satisfies RetentionApproval[]
).map((value) => ({ value, label: approvalText(value) }))

/** Who has to approve that it is destroyed. */
export function approvalText(approval: RetentionApproval): string {
  return approval === 'agency' ? 'Pimpinan instansi' : 'Kepala ANRI'
}

export function termsProblemText(problem: TermsProblem): string {
  return TERMS[problem]
}

const TERMS: Record<TermsProblem, string> = {
  noClassification: 'Ketik kode klasifikasi.',
  noLegalBasis: 'Ketik dasar hukumnya, misalnya nomor peraturan JRA.',
  yearsOutOfRange: 'Masa simpan ditulis dalam tahun, 0 sampai 100.',
  fileMergesIntoItself: 'Aturan berkas perseorangan tidak dapat merujuk berkas perseorangan.',
  yearsWithoutTrigger: 'Pilih sejak kapan masa simpan dihitung, atau tulis 0 tahun.',
  noPeriod: 'Aturan memerlukan masa aktif atau masa inaktif.',
}
