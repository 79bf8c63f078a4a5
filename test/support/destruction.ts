import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import { hasOwnFile, PAPERS_OF_PANEL, type PaperKind } from '#domain/archive/destruction/paper.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionRule } from '#domain/archive/retention/rule.ts'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import type { Result } from '#domain/result.ts'
import type { Blobs } from '#src/blobs/blobs.ts'
import { keepCertificates } from '#src/certificate/keep-certificates.ts'
import { appraiseItem } from '#src/store/archive/destruction/appraise.ts'
import { readBatch } from '#src/store/archive/destruction/batches.ts'
import { addPaper } from '#src/store/archive/destruction/papers.ts'
import { proposeRecords } from '#src/store/archive/destruction/propose.ts'
import { takeSeat } from '#src/store/archive/destruction/seats.ts'
import { approveBatch, attend, signManifest } from '#src/store/archive/destruction/sign.ts'
import { startDestruction } from '#src/store/archive/destruction/start.ts'
import type { Keyring } from '#src/store/archive/keyring.ts'
import { recomputePeople } from '#src/store/archive/retention/recompute.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addRecord, addVersion } from './archive.ts'
import { archiveOf } from './archive-deps.ts'
import { addAgency, NOW } from './builders.ts'
import { asApplication, asKeyring } from './database.ts'
import { addRetired, addSomeRule } from './retention-rows.ts'
import { acting } from './role-acts.ts'
import { passwords, vault } from './secrets.ts'
import { logOf } from './tlog.ts'

const DAY = 24 * 3600
const ORIGIN = 'https://asn.instansi.example'
export const AFTER_WAIT = after(NOW, 31 * DAY)
const PAPER = { number: '045/12/2026', dated: { year: 2026, month: 11, day: 20 }, issuer: 'Bupati' }

const ROLES = {
  archivist: 'archivist',
  chair: 'appraiser',
  head: 'appraiser',
  approver: 'approver',
  legal: 'legalOfficer',
  oversight: 'inspector',
} as const satisfies Record<string, Role>

type Name = keyof typeof ROLES
export type Office = {
  owner: Sql
  sql: Sql
  agency: AgencyId
  acts: Record<Name, OfficeAct & { id: PersonId }>
}

const hash = await passwords.hash('Jeruk-Bali-Manis-71')

/** Six persons of one agency, each in a hat of their own, and a rule by which its files go. */
export async function openOffice(owner: Sql, rule: Partial<RetentionRule> = {}): Promise<Office> {
  const place = await addAgency(owner)
  await addDestroyRule(owner, place, rule)
  const acts = {} as Office['acts']
  for (const [name, role] of Object.entries(ROLES))
    acts[name as Name] = await acting(owner, { role, agency: place, hash })
  return { owner, sql: asApplication(owner), agency: place, acts }
}

/** The same person at another time, with a second factor of a minute before. */
export async function actAt(owner: Sql, act: OfficeAct, at: Date): Promise<OfficeAct> {
  await owner`
    update sessions set started_at = ${after(at, -60)}, proven_at = ${after(at, -60)}, idle_until = ${after(at, DAY)},
      absolute_until = ${after(at, DAY)}
    where id_hash = ${act.session}`
  return { ...act, event: { ...act.event, at } }
}

/** Records whose retention is over, of a person of that agency. */
export async function addEnded(
  { owner, agency }: Pick<Office, 'owner' | 'agency'>,
  count = 1,
): Promise<{ person: PersonId; records: RecordId[] }> {
  const { id: person } = await addRetired(owner, '2010-05-01', { agency })
  const records: RecordId[] = []
  for (let at = 0; at < count; at += 1) {
    const slot = String(at)
    const record = await addRecord(owner, { person, agency, slot, stage: 'retentionEnded' })
    await addVersion(owner, { record })
    records.push(record)
  }
  await owner.begin((tx) => recomputePeople(tx, [person], NOW))
  return { person, records: records.sort() }
}

/** Two years after the end of the year in which service ended. */
function addDestroyRule(owner: Sql, agency: AgencyId, fields: Partial<RetentionRule> = {}) {
  return addSomeRule(owner, agency, {
    covers: { of: 'personalFile' },
    active: { years: 1, trigger: 'serviceEnded' },
    inactive: { years: 1, trigger: 'activeEnded' },
    ...fields,
  })
}

export type Filed = {
  version: VersionId
  key: Buffer
  objects: { store: string; object: string }[]
}

/** A file under a key of its own in every store, for each version of a record. */
export async function addFiles(
  owner: Sql,
  { keyring, blobs }: { keyring: Keyring; blobs: Blobs },
  record: RecordId,
): Promise<Filed[]> {
  const versions = await owner<{ id: VersionId; person: PersonId }[]>`
    select id, person from archive.versions where record = ${record}`
  const filed: Filed[] = []
  for (const { id: version, person } of versions) {
    const key = keyring.newVersionKey()
    await inTransaction(keyring.sql, (tx) => keyring.addVersionKey(tx, { version, person, key }))
    const objects = []
    for (const store of [blobs.first, ...blobs.others]) {
      const context = sealContext('content', version, 0)
      const { object, sha256, bytes } = await blobs.sealTo(store, { key, context }, content())
      await owner`
        insert into archive.copies (version, kind, page, store, object, sha256, bytes, health, last_result,
          checked_at, next_check_at)
        values (${version}, 'content', 0, ${store.name}, ${object}, ${Buffer.from(sha256, 'hex')}, ${bytes},
                'healthy', 'ok', ${NOW}, ${NOW})`
      objects.push({ store: store.name, object })
    }
    filed.push({ version, key, objects })
  }
  return filed
}

async function* content() {
  yield Buffer.from('%PDF-1.7 contoh')
}

/** A list of all that is ended, as far as that step of the way. */
export async function drawnUp(office: Office): Promise<BatchId> {
  return must(await propose(office, await actAt(office.owner, office.acts.archivist, NOW)))
}

export function propose({ sql }: Office, act: OfficeAct) {
  const id = crypto.randomUUID() as BatchId
  const choice = { type: undefined, until: { year: 2026, month: 11, day: 20 } }
  const paper = { ...PAPER, kind: 'proposalList' as const }
  return proposeRecords(sql, act, { id, choice, paper })
}

export async function seated(office: Office, id: BatchId): Promise<void> {
  const { owner, sql, acts } = office
  must(await takeSeat(sql, await actAt(owner, acts.chair, NOW), id, 'chair'))
  must(await takeSeat(sql, await actAt(owner, acts.head, NOW), id, 'originatingHead'))
}

/** Drawn up, with all who appraise it in their seats. */
export async function withPanel(office: Office): Promise<BatchId> {
  const id = await drawnUp(office)
  await seated(office, id)
  return id
}

export async function withPapers(
  { owner, acts }: Office,
  id: BatchId,
  kinds: readonly PaperKind[],
  { by, at }: { by: Name; at: Date } = { by: 'archivist', at: NOW },
): Promise<void> {
  const act = await actAt(owner, acts[by], at)
  const { keyring } = archiveOf(owner)
  for (const kind of kinds) {
    must(await addPaper(keyring, act, id, { paper: { ...PAPER, kind }, file: undefined }))
    if (hasOwnFile(kind)) await fileLater(owner, id, kind)
  }
}

/** As if its file had come too; where that lies is none of these tests' business. */
async function fileLater(owner: Sql, batch: BatchId, kind: PaperKind): Promise<void> {
  const file = crypto.randomUUID()
  await owner`
    insert into archive.batch_files (id, batch, paper, made_at) values (${file}, ${batch}, ${kind}, ${NOW})`
  await owner`
    update archive.papers set file = ${file}, file_sha256 = ${'0'.repeat(64)}
    where batch = ${batch} and kind = ${kind}`
}

export async function appraised(office: Office, id: BatchId): Promise<void> {
  const { owner, sql, acts } = office
  const act = await actAt(owner, acts.chair, NOW)
  const items = await owner<{ record: RecordId }[]>`
    select record from archive.batch_items where batch = ${id} and state = 'unappraised'`
  for (const { record } of items)
    must(await appraiseItem(sql, act, { batch: id, record, verdict: { kind: 'destroy' } }))
}

export async function signed(office: Office, id: BatchId): Promise<void> {
  const { owner, sql, acts } = office
  for (const name of ['archivist', 'chair', 'head'] as const) {
    const seen = await hashOf(office, id)
    must(await signManifest(sql, await actAt(owner, acts[name], NOW), { batch: id, seen }))
  }
}

export async function approved(office: Office, id: BatchId): Promise<void> {
  const { owner, sql, acts } = office
  await withPapers(office, id, ['agencyApproval', 'nationalApproval', 'destructionOrder'])
  const seen = await hashOf(office, id)
  const act = await actAt(owner, acts.approver, NOW)
  must(await approveBatch(sql, act, { batch: id, seen, waitDays: 30 }))
}

/** Both witnesses are there, a minute before the time. */
export async function witnessed(office: Office, id: BatchId, at = AFTER_WAIT): Promise<void> {
  const { owner, sql, acts } = office
  await withPapers(office, id, ['certificate'], { by: 'archivist', at })
  const seen = await hashOf(office, id)
  const legal = await actAt(owner, acts.legal, at)
  must(await attend(sql, legal, { batch: id, seen, seat: 'legalWitness' }))
  const oversight = await actAt(owner, acts.oversight, at)
  must(await attend(sql, oversight, { batch: id, seen, seat: 'oversightWitness' }))
}

/** And the log knows of it. */
export async function started(office: Office, id: BatchId, at = AFTER_WAIT): Promise<void> {
  await begun(office, id, at)
  await logOf(office.owner).sequence()
}

export async function begun(office: Office, id: BatchId, at = AFTER_WAIT): Promise<void> {
  const { owner, sql, acts } = office
  const act = await actAt(owner, acts.chair, at)
  must(await startDestruction(sql, act, { batch: id, seen: await hashOf(office, id) }))
}

/** The whole way to where the executor begins. */
export async function destroying(office: Office): Promise<BatchId> {
  const id = await recommended(office)
  await approved(office, id)
  await witnessed(office, id)
  await started(office, id)
  return id
}

export async function recommended(office: Office): Promise<BatchId> {
  const id = await withPanel(office)
  await withPapers(office, id, PAPERS_OF_PANEL)
  await appraised(office, id)
  await signed(office, id)
  return id
}

export async function hashOf({ sql, agency }: Office, id: BatchId): Promise<string> {
  return (await readBatch(sql, { agency, id }))?.manifest.sha256 ?? ''
}

export async function stateOf({ sql, agency }: Office, id: BatchId) {
  return (await readBatch(sql, { agency, id }))?.state
}

export async function stageOf(owner: Sql, record: RecordId) {
  const [row] = await owner<{ stage: string }[]>`
    select stage from archive.records where id = ${record}`
  return row?.stage
}

export async function eventsOf(owner: Sql, record: RecordId): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select name from archive.events where record = ${record} order by n`
  return rows.map(({ name }) => name)
}

/** The executor's places, with real keys and stores in memory. */
export function placesOf(owner: Sql, failed: (problem: unknown) => void, now = AFTER_WAIT) {
  const { keyring, blobs } = archiveOf(owner)
  let epoch = 1
  return {
    sql: asKeyring(owner),
    stores: [blobs.first, ...blobs.others],
    keyring,
    rotate: async () => {
      epoch += 1
      return { epoch }
    },
    certify: async () => {
      await logOf(owner).sequence()
      const { newId, qrSquares } = vault
      await keepCertificates({ keyring, blobs, newId, qrSquares, origin: ORIGIN, clock: () => now })
    },
    clock: () => now,
    failed,
  }
}

function must<Value>(result: Result<Value, { kind: string }>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
