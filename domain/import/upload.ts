import type { MandateId } from '../access/mandate.ts'
import type { Brand } from '../brand.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'

/**
 * A file that a national admin sent, on its way into the tables: waiting → reading → read → due →
 * applying → applied. People give orders, a job does the work; both see only the state.
 */
export type Upload = ReceivedFile &
  (
    | { state: 'waiting' | 'discarded' }
    | { state: 'reading'; progress: UploadProgress }
    | { state: 'unreadable'; problem: UploadProblem }
    | { state: 'read'; run: string }
    | { state: 'due' | 'applying'; run: string; progress: UploadProgress; by: UploadActor }
    | { state: 'applied'; run: string; taken: UploadCounts; by: UploadActor }
  )

export type ReceivedFile = {
  id: UploadId
  name: string
  bytes: number
  sha256: string
  receivedAt: Date
  from: UploadActor
}

export type UploadId = Brand<string, 'UploadId'>

/** Who ordered it, in which role. */
export type UploadActor = { person: PersonId; hat: MandateId; name: string }

export type UploadProgress = { done: number; total: number }

export type UploadCounts = { new: number; changed: number; unchanged: number; refused: number }

/** Why a file cannot be imported at all. */
export type UploadProblem =
  | { kind: 'unknownColumns' | 'truncated' | 'notAnExport' | 'noFile' | 'failed' }
  | { kind: 'columnTwice'; column: string }
  | { kind: 'badCsv' | 'tooLong'; line: number }

export type UploadOrder = 'apply' | 'stop' | 'discard'

export type UploadRefused = 'notRead' | 'notApplying' | 'applyingNow' | 'over'

/** What is applied half-way stays applied: stopped, it can go on or be left so. */
export function orderUpload(
  { state }: Pick<Upload, 'state'>,
  order: UploadOrder,
): Result<'due' | 'read' | 'discarded', UploadRefused> {
  if (state === 'applied' || state === 'discarded') return no('over')
  const isApplying = state === 'due' || state === 'applying'
  switch (order) {
    case 'apply':
      return state === 'read' ? ok('due') : no(isApplying ? 'applyingNow' : 'notRead')
    case 'stop':
      return isApplying ? ok('read') : no('notApplying')
    case 'discard':
      return isApplying ? no('applyingNow') : ok('discarded')
  }
}

export const UPLOAD_KINDS = ['.csv', '.ndjson', '.jsonl', '.json'] as const

export type UploadKind = (typeof UPLOAD_KINDS)[number]

/** What a browser calls the file: without folders and control characters, and of a kind that is read. */
export function parseUploadName(text: string): Result<{ name: string; kind: UploadKind }, 'kind'> {
  const name = (text.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-100)
  const kind = UPLOAD_KINDS.find((one) => name.toLowerCase().endsWith(one))
  return kind && name.length > kind.length ? ok({ name, kind }) : no('kind')
}
