import { agreementOf, appointedIn, type Nip } from '../nip.ts'
import type { PersonKind } from '../person.ts'
import type { HistoryRow } from './history.ts'
import { applies, type RecordPart, type RecordType } from './record-type.ts'

/** What is known of somebody that tells which documents they should have. */
export type Career = { kind: PersonKind; nip: Nip | undefined; history: readonly HistoryRow[] }

/** One expected document: a type, for histories its row, and of rows with several documents the part. */
export type Slot = {
  type: RecordType
  slot: string
  row: SlotRow | undefined
  part: RecordPart | undefined
  isRequired: boolean
  why: Why
}

type SlotRow = Pick<HistoryRow, 'key' | 'label'>

/** Why a document is expected of somebody. */
export type Why =
  | { kind: 'everyone' }
  | { kind: 'service'; as: PersonKind; since: ReturnType<typeof appointedIn> | undefined }
  | { kind: 'agreement'; number: number }
  | { kind: 'history'; row: Omit<HistoryRow, 'type' | 'key'> }

/** The documents that somebody should have, in the order of the types. */
export function slotsOf(types: readonly RecordType[], career: Career): Slot[] {
  return types
    .filter((type) => applies(type, career.kind))
    .flatMap((type) => rowsOf(type, career).flatMap(({ row, why }) => slotsIn(type, row, why)))
}

/** Whether a document of that type can have this place in somebody's archive. */
export function isSlotOf(type: RecordType, slot: string, career: Career): boolean {
  if (!applies(type, career.kind)) return false
  if (type.cardinality === 'one') return slot === ''
  return slotsOf([type], career).some((one) => one.slot === slot)
}

/** The place of a record among those of its type: '' where there is one, the row's key, and the part. */
export function slotText(key: string, part: string | undefined): string {
  return part === undefined ? key : `${key}#${part}`
}

type Expected = { row: SlotRow | undefined; why: Why }

function rowsOf(type: RecordType, { kind, nip, history }: Career): Expected[] {
  if (type.cardinality === 'one') return type.group === 'main' ? [alone(type, kind, nip)] : []
  const known = history.filter((row) => row.type === type.code).map(fromHistory)
  return type.cardinality === 'perAgreement' ? withOwnAgreement(known, nip) : known
}

function alone(type: RecordType, kind: PersonKind, nip: Nip | undefined): Expected {
  const since = nip && appointedIn(nip)
  const isForAll = type.appliesTo.length === 3
  return {
    row: undefined,
    why: isForAll ? { kind: 'everyone' } : { kind: 'service', as: kind, since },
  }
}

function fromHistory({ key, label, onDate, source }: HistoryRow): Expected {
  return { row: { key, label }, why: { kind: 'history', row: { label, onDate, source } } }
}

/** An NI PPPK tells the agreement in force, also where no history has arrived yet. */
function withOwnAgreement(known: readonly Expected[], nip: Nip | undefined): Expected[] {
  const number = nip && agreementOf(nip)
  if (!number || known.some(({ row }) => row?.key === String(number))) return [...known]
  const row = { key: String(number), label: `Perjanjian kerja ke-${number}` }
  return [...known, { row, why: { kind: 'agreement', number } }]
}

function slotsIn(type: RecordType, row: SlotRow | undefined, why: Why): Slot[] {
  const key = row?.key ?? ''
  const whole = { type, row, why }
  if (type.parts.length === 0 || !row)
    return [{ ...whole, slot: key, part: undefined, isRequired: true }]
  return type.parts.map((part) => ({
    ...whole,
    slot: slotText(key, part.code),
    part,
    isRequired: part.isRequired,
  }))
}
