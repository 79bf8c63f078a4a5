import type { RecordId } from '#domain/archive/record.ts'
import type { Share, ShareEnding, ShareId } from '#domain/archive/share/share.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'

export type ShareRow = {
  id: ShareId
  person: PersonId
  record: RecordId
  version: VersionId
  recipient: string
  purpose: string
  madeAt: Date
  until: Date
  usesAllowed: number
  uses: number
  wrongPins: number | null
  endedAt: Date | null
  endedBecause: ShareEnding | null
}

/** For a statement that has links as s. */
export function shareColumns(sql: Sql | TransactionSql) {
  return sql`s.id, s.person, s.record, s.version, s.recipient, s.purpose, s.made_at, s.until, s.uses_allowed, s.uses,
    s.wrong_pins, s.ended_at, s.ended_because`
}

export function toShare(row: ShareRow): Share {
  const { id, person, record, version, recipient, purpose, madeAt, until, usesAllowed, uses } = row
  const wrongPins = row.wrongPins ?? undefined
  const shared = {
    id,
    person,
    record,
    version,
    recipient,
    purpose,
    madeAt,
    until,
    usesAllowed,
    uses,
    wrongPins,
  }
  if (row.endedAt === null) return { ...shared, state: 'open' }
  return { ...shared, state: 'ended', because: filled(row.endedBecause), endedAt: row.endedAt }
}

/**
 * The link under its lock. Its record is locked first, as by whatever ends both: T10 and T21 come from
 * the record to its links.
 */
export async function lockShare(tx: TransactionSql, id: ShareId): Promise<Share | undefined> {
  await tx`
    select from archive.records
    where id = (select record from archive.share_links where id = ${id}) for update`
  const [row] = await tx<ShareRow[]>`
    select ${shareColumns(tx)} from archive.share_links s where s.id = ${id} for update`
  return row && toShare(row)
}

export async function keepShare(tx: TransactionSql, share: Share): Promise<void> {
  const ended = share.state === 'ended' ? share : undefined
  await tx`
    update archive.share_links
    set until = ${share.until}, uses_allowed = ${share.usesAllowed}, uses = ${share.uses},
      wrong_pins = ${share.wrongPins ?? null}, ended_at = ${ended?.endedAt ?? null},
      ended_because = ${ended?.because ?? null}
    where id = ${share.id}`
}
