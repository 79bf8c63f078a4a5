import type { Role } from '#domain/access/mandate.ts'
import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import { mayAddPaper } from '#domain/archive/destruction/add-paper.ts'
import { WAIT_DAYS } from '#domain/archive/destruction/approve-batch.ts'
import type { Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import {
  hasOwnFile,
  PAPER_KINDS,
  type Paper,
  readPaper,
} from '#domain/archive/destruction/paper.ts'
import { SEATS } from '#domain/archive/destruction/seat.ts'
import { no, type Result } from '#domain/result.ts'
import { dayOf } from '#domain/zone-day.ts'
import type { TypedAct } from '#views/archive/destruction/act-page.tsx'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import type { Deps } from '../../../deps.ts'
import { listUnknownVersions } from '../../../store/archive/destruction/batch-copies.ts'
import { addPaper } from '../../../store/archive/destruction/papers.ts'
import { leaveSeat, takeSeat } from '../../../store/archive/destruction/seats.ts'
import { approveBatch, attend, signManifest } from '../../../store/archive/destruction/sign.ts'
import { startDestruction } from '../../../store/archive/destruction/start.ts'
import type { OfficeAct } from '../../../store/worn-hat.ts'
import type { FilePart } from '../../multipart.ts'

type Asked = {
  id: BatchId
  batch: Batch
  form: TypedAct & { seen: string }
  role: Role
  file: FilePart | undefined
}
type Done = Promise<Result<unknown, BatchProblem | { kind: 'noSuchBatch' }>>

/** Does what the form of an act asks for. */
export function perform(deps: Deps, act: BatchAct, by: OfficeAct, asked: Asked): Done {
  return PERFORM[act](deps, by, asked)
}

const PERFORM: Record<BatchAct, (deps: Deps, by: OfficeAct, asked: Asked) => Done> = {
  takeSeat: async ({ sql }, by, { id, form }) => {
    const seat = SEATS.find((one) => one === form.seat)
    return seat ? takeSeat(sql, by, id, seat) : no({ kind: 'noSeat' })
  },
  leaveSeat: ({ sql }, by, { id }) => leaveSeat(sql, by, id),
  addPaper: async (deps, by, asked) => {
    const { form } = asked
    const kind = PAPER_KINDS.find((one) => one === form.paper)
    if (!kind) return no({ kind: 'noPaper' })
    const paper = readPaper(kind, form, dayOf(by.event.at, 'WIB'))
    return paper.ok ? notePaper(deps, by, paper.value, asked) : no({ kind: paper.problem })
  },
  sign: ({ sql }, by, { id, form }) => signManifest(sql, by, { batch: id, seen: form.seen }),
  approve: ({ sql }, by, { id, form }) =>
    approveBatch(sql, by, { batch: id, seen: form.seen, waitDays: WAIT_DAYS }),
  attend: ({ sql }, by, { id, form, role }) => {
    const seat = role === 'legalOfficer' ? 'legalWitness' : 'oversightWitness'
    return attend(sql, by, { batch: id, seen: form.seen, seat })
  },
  start: async ({ sql, care }, by, { id, form }) => {
    for (const version of await listUnknownVersions(sql, id, READ_AT_ONCE)) await care(version)
    return startDestruction(sql, by, { batch: id, seen: form.seen })
  },
}

/** Its file is taken only from who may note it, and may come later than its number. */
async function notePaper(
  { keyring, receivePaper }: Deps,
  by: OfficeAct,
  paper: Paper,
  { id, batch, role, file }: Asked,
): Done {
  const may = mayAddPaper(batch, paper.kind, { person: by.event.actor, role })
  if (!may.ok) return may
  const isSent = file !== undefined && file.name !== '' && hasOwnFile(paper.kind)
  if (!isSent) return addPaper(keyring, by, id, { paper, file: undefined })
  const received = await receivePaper(file.chunks)
  return received.ok ? addPaper(keyring, by, id, { paper, file: received.value }) : received
}

/** Of a long list the care of copies has read most by then; what is left over waits for it. */
const READ_AT_ONCE = 20
