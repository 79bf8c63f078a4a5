import type { Purpose } from '#domain/archive/access.ts'
import type { Custody } from '#domain/archive/custody.ts'
import type { BatchState } from '#domain/archive/destruction/batch.ts'
import type { AuditedChoice } from '#domain/archive/destruction/item.ts'
import type { RuleRequest } from '#domain/archive/retention/rule-request.ts'
import type { TypeRequest } from '#domain/archive/type-request.ts'
import type { UploadForm } from '#domain/archive/upload.ts'
import type { AuditAsked } from '#domain/audit/asked.ts'
import type { Period } from '#domain/boards/period.ts'
import type { Order } from '#domain/boards/ranking.ts'

/** Of one record alone; `withOwn`: what its person read too; `before`: what is older than that. */
export type AccessesAsked = { record?: string | undefined; withOwn?: boolean; before?: number }

export function accessesQuery({ record, withOwn, before }: AccessesAsked): string {
  const fields = [
    ...(record === undefined ? [] : [`berkas=${record}`]),
    ...(withOwn ? ['siapa=semua'] : []),
    ...(before === undefined ? [] : [`sebelum=${before}`]),
  ]
  return fields.length > 0 ? `?${fields.join('&')}` : ''
}

/** What the address of a reading says it is for; who may read for what is asked at the gate. */
export const PURPOSE_NAMES: Partial<Record<Purpose, string>> = {
  verification: 'verifikasi',
  service: 'layanan',
  support: 'dukungan',
  legal: 'hukum',
  audit: 'pengawasan',
}

/** The same address, and what it is read for. */
export function forPurpose(path: string, purpose: Purpose, no: number | undefined): string {
  return path + purposeQuery(purpose, versionQuery(no))
}

export function purposeQuery(purpose: Purpose | undefined, more = ''): string {
  const name = purpose && PURPOSE_NAMES[purpose]
  return name ? `?tujuan=${name}${more.replace('?', '&')}` : more
}

/** Without a number it is the newest that can be read. */
export function versionQuery(no: number | undefined): string {
  return no === undefined ? '' : `?versi=${no}`
}

/** Which row of a history; a query, for it may hold a slash. */
export function rowQuery(key: string): string {
  return key === '' ? '' : `?${new URLSearchParams({ baris: key })}`
}

/** `slot`: which of several documents of that type; a query, for it may hold a slash. */
export function placeQuery(slot: string, form: UploadForm): string {
  const query = new URLSearchParams({
    ...(slot && { tempat: slot }),
    ...(form === 'photos' && { cara: 'foto' }),
  })
  return query.size > 0 ? `?${query}` : ''
}

export function auditQuery(asked: AuditAsked, before: number | undefined): string {
  const { agency, role, kind, officer, subject, from, to } = asked
  const fields = [
    ...[['tentang', subject] as const, ['oleh', officer] as const, ['instansi', agency] as const],
    ...[['peran', role] as const, ['jenis', kind] as const],
    ...[['sejak', from] as const, ['sampai', to] as const, ['sebelum', before] as const],
  ]
  const named = fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
  return named.length > 0 ? `?${named.join('&')}` : ''
}

/** What an auditor asks of a list, as it was typed; `keadaan`: how the address calls a state. */
export type AuditedAsked = {
  instansi: string
  mulai: string
  akhir: string
  keadaan: string
  after?: string | undefined
}

/** How an address calls the state of a list to be destroyed, and what of its records is looked for. */
export const BATCH_STATE_NAMES: Record<BatchState, string> = {
  appraising: 'dinilai',
  proposed: 'diusulkan',
  waiting: 'masa-tunggu',
  destroying: 'pelaksanaan',
  closed: 'selesai',
}

/** Likewise that of a custody that is handed over. */
export const CUSTODY_STATE_NAMES: Record<Custody['state'], string> = {
  offered: 'ditawarkan',
  accepted: 'diterima',
  declined: 'ditolak',
  withdrawn: 'ditarik',
}

/** Likewise those of what is asked of rules and of types of records. */
export const RULE_STATE_NAMES: Record<RuleRequest['state'], string> = {
  open: 'menunggu',
  published: 'diterbitkan',
  declined: 'ditolak',
  withdrawn: 'ditarik',
}

export const TYPE_STATE_NAMES: Record<TypeRequest['state'], string> = {
  open: 'menunggu',
  applied: 'diterapkan',
  declined: 'ditolak',
  withdrawn: 'ditarik',
}

export const AUDITED_CHOICE_NAMES: Record<AuditedChoice, string> = {
  left: 'keluar',
  objected: 'keberatan',
  failed: 'gagal',
}

export function auditedQuery({ instansi, mulai, akhir, keadaan, after }: AuditedAsked): string {
  const query = new URLSearchParams({
    ...(instansi && { instansi }),
    ...(keadaan && { keadaan }),
    ...(mulai && { mulai }),
    ...(akhir && { akhir }),
    ...(after && { setelah: after }),
  })
  return query.size > 0 ? `?${query}` : ''
}

export function choiceQuery(only: AuditedChoice | undefined, after: string | undefined): string {
  const query = new URLSearchParams({
    ...(only && { hanya: AUDITED_CHOICE_NAMES[only] }),
    ...(after && { setelah: after }),
  })
  return query.size > 0 ? `?${query}` : ''
}

/** `ticked`: whether every record that can be is ticked already, for a browser without scripts too. */
export function itemsQuery(after: string | undefined, ticked = false): string {
  const query = new URLSearchParams({
    ...(after && { setelah: after }),
    ...(ticked && { tandai: ALL_TICKED }),
  })
  return query.size > 0 ? `?${query}` : ''
}

export const ALL_TICKED = 'semua'

/** How boards say in their addresses what they show. */
export const PERIOD_NAMES: Record<Period, string> = {
  week: '7',
  month: '30',
  quarter: '90',
  all: 'semua',
}

export const ORDER_NAMES: Record<Order, string> = {
  percent: 'persen',
  total: 'akun',
  activations: 'aktivasi',
  lockOuts: 'kunci',
  clock: 'jam',
  name: 'nama',
}
