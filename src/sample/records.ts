import type { Mandate } from '#domain/access/mandate.ts'
import { uploadExpiry } from '#domain/archive/upload.ts'
import { verifyVersion } from '#domain/archive/verify-version.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { ok } from '#domain/result.ts'
import { type Checking, checkOne } from '../receiving/check.ts'
import type { Reception } from '../receiving/receive.ts'
import { makeUploads } from '../receiving/uploads.ts'
import { keepJudged } from '../store/archive/judging.ts'
import { findRecordType } from '../store/archive/record-types.ts'
import { lockRecord } from '../store/archive/records.ts'
import { lockVersion } from '../store/archive/versions.ts'
import { inTransaction } from '../store/database.ts'
import { samplePaper } from './paper.ts'
import { DOCUMENTS, RETIRED, SENDER, VERIFIER } from './retired.ts'

/** `care`: reads every copy of a version now, and mends it. */
type Place = Reception & Checking & { care: (version: VersionId) => Promise<{ whole: number }> }

type Officer = { person: PersonId; mandate: Pick<Mandate, 'id' | 'from' | 'until'> }

/**
 * The archive of somebody who left long ago, by the way that every file goes: sent by an officer,
 * inspected, verified by another. What the days bring then ends its retention. Once, and never anew;
 * a process that finds another at it leaves it to that one.
 */
export async function addSampleRecords(place: Place): Promise<void> {
  const release = await place.locks.tryHold(RETIRED)
  if (!release) return
  try {
    const person = await findRetired(place)
    if (person) await addFor(place, person)
  } finally {
    await release()
  }
}

async function addFor(place: Place, person: PersonId): Promise<void> {
  const sender = await findOfficer(place, SENDER)
  for (const { type, title, metadata } of DOCUMENTS) {
    const paper = samplePaper([title, `NIP ${RETIRED}`, 'Contoh, bukan dokumen resmi'])
    const id = place.newId() as VersionId
    const startedAt = place.clock()
    const whose = { person, sentBy: sender.person, sentAs: sender.mandate.id }
    const times = { startedAt, expiresAt: uploadExpiry(startedAt) }
    const begun = { ...whose, ...times, id, type, slot: '', form: 'document', metadata } as const
    await send(place, begun, paper)
  }
  while (await checkOne(place));
  const verifier = await findOfficer(place, VERIFIER)
  for (const id of await listWaiting(place, person)) await verify(place, id, verifier)
}

type Sent = Omit<Parameters<ReturnType<typeof makeUploads>['begin']>[0], 'bytes'>

async function send(place: Place, begun: Sent, paper: Buffer): Promise<void> {
  const uploads = makeUploads(place)
  const coming = { chunks: only(paper), next: async () => undefined }
  const taken = await uploads.take(begun, `${begun.type}.pdf`, coming, paper.length)
  if (!taken.ok) throw new Error(`a sample document is not taken: ${taken.problem.kind}`)
  await uploads.finish(begun.id)
}

/** T6, of copies that were read whole. */
async function verify(place: Place, id: VersionId, by: Officer): Promise<void> {
  const { sql, blobs, clock } = place
  const { whole: healthy } = await place.care(id)
  await inTransaction(sql, async (tx) => {
    const version = await lockVersion(tx, id)
    const record = version && (await lockRecord(tx, version.record))
    const type = record && (await findRecordType(tx, record.type))
    const document = DOCUMENTS.find((one) => one.type === record?.type)
    if (!version || !record || !type || !document) return
    const waiting = { version, record, type, healthy, current: undefined, claim: undefined }
    const [metadata, copies] = [ok(document.metadata), { healthy, needed: blobs.minCopies }]
    const verified = verifyVersion(waiting, { by, now: clock(), metadata, copies })
    if (verified.ok) await keepJudged(tx, waiting, verified.value, clock())
  })
}

/** Undefined where their archive was begun, though uploads go in time, or where nobody is a sample. */
async function findRetired({ sql }: Place): Promise<PersonId | undefined> {
  const [row] = await sql<{ id: PersonId }[]>`
    select p.id from people p
    where p.number = ${RETIRED} and not exists (select from archive.uploads u where u.person = p.id)
      and not exists (select from archive.records r where r.person = p.id)`
  return row?.id
}

async function findOfficer({ sql }: Place, nip: string): Promise<Officer> {
  const [row] = await sql<(Officer['mandate'] & { person: PersonId })[]>`
    select m.id, m.person, m.valid_from as "from", m.valid_to as until
    from people p join mandates m on m.person = p.id where p.number = ${nip}`
  if (!row) throw new Error('a sample officer has no role')
  const { person, ...mandate } = row
  return { person, mandate }
}

async function listWaiting({ sql }: Place, person: PersonId): Promise<VersionId[]> {
  const rows = await sql<{ id: VersionId }[]>`
    select id from archive.versions where person = ${person} and status = 'awaitingVerification'`
  return rows.map(({ id }) => id)
}

async function* only(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
