import { randomUUID } from 'node:crypto'
import type { AgencyId } from '#domain/agency.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import type { LostPart } from '#domain/archive/incident.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addRecord, addVersion } from './archive.ts'
import { addPerson, NOW } from './builders.ts'

export const WHOLE_FILE: readonly LostPart[] = [{ kind: 'content', page: 0 }]

type Lost = {
  person: PersonId
  agency?: AgencyId
  type?: string
  stage?: Stage
  status?: VersionStatus
  parts?: readonly LostPart[]
  foundAt?: Date
  overAt?: Date
}

/** A version of which the care of copies found nothing whole, in a record of its own. */
export async function addLost(
  owner: Sql,
  { parts = WHOLE_FILE, foundAt = NOW, overAt, status = 'verified', ...fields }: Lost,
): Promise<{ version: VersionId; record: RecordId }> {
  const record = await addRecord(owner, { stage: 'active', slot: randomUUID(), ...fields })
  const verifiedBy = (await addPerson(owner)).id
  const version = await addVersion(owner, { record, status, verifiedBy })
  await addParts(owner, version, parts, { foundAt, overAt })
  return { version, record }
}

export async function addParts(
  owner: Sql,
  version: VersionId,
  parts: readonly LostPart[],
  { foundAt = NOW, overAt }: { foundAt?: Date; overAt?: Date | undefined } = {},
): Promise<void> {
  for (const { kind, page } of parts)
    await owner`
      insert into archive.incidents (version, kind, page, agency, found_at, over_at)
      select ${version}, ${kind}, ${page}, agency, ${foundAt}, ${overAt ?? null}
      from archive.versions where id = ${version}`
}

/** Likewise a paper of a list of that agency. */
export async function addLostPaper(
  owner: Sql,
  agency: AgencyId,
  {
    paper = 'minutes',
    foundAt = NOW,
    overAt,
  }: { paper?: PaperKind; foundAt?: Date; overAt?: Date } = {},
): Promise<{ file: string; batch: string }> {
  const [batch, file] = [randomUUID(), randomUUID()]
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into archive.batches (id, agency, state, since, drawn_up_at)
      values (${batch}, ${agency}, 'appraising', ${NOW}, ${NOW})`
    await tx`
      insert into archive.batch_files (id, batch, paper, made_at)
      values (${file}, ${batch}, ${paper}, ${NOW})`
    await tx`
      insert into archive.paper_incidents (file, agency, found_at, over_at)
      values (${file}, ${agency}, ${foundAt}, ${overAt ?? null})`
  })
  return { file, batch }
}
