import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import type { RuleRequest } from '#domain/archive/retention/rule-request.ts'
import { civilDayText } from '../../parts/time-words.ts'

export const AUDITED_RULES = {
  title: 'Usulan aturan retensi semua instansi',
  lead: 'Setiap usulan beserta pengusul, pemutus, isi sebelum dan sesudahnya, dan sejak kapan berlaku. Setiap pembacaan halaman dicatat.',
  ask: 'Cari usulan aturan',
  from: 'Diusulkan sejak',
  to: 'Diusulkan sampai',
  none: 'Belum ada usulan aturan.',
  noneFound: 'Tidak ada usulan aturan yang cocok. Ubah pilihan di atas.',
} as const

export const AUDITED_RULE = {
  title: 'Usulan aturan retensi',
  before: 'Sebelumnya',
  after: 'Diusulkan',
  noBefore: 'Belum ada aturan sebelumnya.',
  foreseen: 'Perkiraan akibat yang dilihat pengusul dan pemutus',
  history: 'Penerbitan',
  noEvents: 'Belum ada penerbitan; hanya penerbitan yang dicatat di log.',
  all: 'Semua usulan aturan',
} as const

export function ruleStateText(state: RuleRequest['state']): string {
  return STATES[state]
}

const STATES: Record<RuleRequest['state'], string> = {
  open: 'Menunggu keputusan',
  published: 'Diterbitkan',
  declined: 'Ditolak',
  withdrawn: 'Ditarik',
}

/** Why it is treated as what might end the retention of a record sooner (T29). */
export function shortensText(before: Pick<RetentionRule, 'verified'> | undefined): string {
  if (!before) return 'Dapat mengakhiri retensi: aturan pertama'
  if (!before.verified) return 'Dapat mengakhiri retensi: sebelumnya contoh'
  return 'Dapat memperpendek masa simpan'
}

/** From when on it holds, from when on it may end retention, and until when. */
export function inForceTexts(rule: RetentionRule): (readonly [label: string, text: string])[] {
  const { from, endsFrom, until } = rule
  return [
    ['Berlaku', `sejak ${civilDayText(from)}, mengakhiri retensi mulai ${civilDayText(endsFrom)}`],
    ['Digantikan', until ? `mulai ${civilDayText(until)}` : 'belum'],
  ]
}

export function ruleEventText(name: 'retentionRulePublished' | 'retentionRuleChanged'): string {
  return name === 'retentionRulePublished' ? 'Aturan pertama diterbitkan' : 'Aturan diubah'
}
