import type { AccountHold } from '#domain/account/hold.ts'
import type { ArchiveActor, ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { Stage } from '#domain/archive/record.ts'
import type { EndedShare, OpenShare, Share, ShareId } from '#domain/archive/share/share.ts'
import type { Version, VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { no, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { addOwnEvent, lockOwnAccount, type NoLonger, type OwnAct } from '../../own-account.ts'
import { addAccess } from '../access-log.ts'
import { addArchiveEvent } from '../events.ts'
import { lockRecord } from '../records.ts'
import { lockVersion } from '../versions.ts'
import { keepShare, lockShare } from './share-rows.ts'

export type NoSuchShare = { kind: 'noSuchShare' }

/** What of a link only hashes are kept of. */
export type ShareSecrets = { tokenHash: Buffer; pinMac: Buffer | undefined }

/** All that is asked when a link is made, under the locks of account and record. */
export type ToShare = {
  version: Version
  stage: Stage
  hold: AccountHold | undefined
  openShares: number
}

/** T30: the link with its row in the access log and its event. */
export function addShare<Refused>(
  sql: Sql,
  act: OwnAct,
  { version: id, tokenHash, pinMac }: ShareSecrets & { version: VersionId },
  decide: (found: ToShare) => Result<OpenShare, Refused>,
): Promise<Result<OpenShare, Refused | NoLonger | NoSuchShare>> {
  return inTransaction(sql, async (tx) => {
    const { person, at } = act.event
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    const version = await lockVersion(tx, id)
    const record = version && (await lockRecord(tx, version.record))
    if (!record || version?.person !== person) return no({ kind: 'noSuchShare' })
    const hold = await findHold(tx, person)
    const openShares = await countOpen(tx, person, at)
    const decided = decide({ version, stage: record.stage, hold, openShares })
    if (!decided.ok) return decided
    const { recipient, purpose, until, usesAllowed, wrongPins } = decided.value
    await tx`
      insert into archive.share_links (id, token_sha256, person, record, version, recipient, purpose, made_at, until,
        uses_allowed, pin_mac, wrong_pins)
      values (${decided.value.id}, ${tokenHash}, ${person}, ${version.record}, ${id}, ${recipient}, ${purpose}, ${at},
        ${until}, ${usesAllowed}, ${pinMac ?? null}, ${wrongPins ?? null})`
    const read = { record: version.record, version: id, no: version.no }
    const by = { actor: person, hat: undefined }
    await addAccess(tx, { person, by, purpose: 'own', action: 'recordShared', read, at })
    await addShareEvent(tx, decided.value, 'made', { person, hat: undefined }, at)
    await addOwnEvent(tx, act, { kind: 'documentShared' })
    return decided
  })
}

/** Longer, shorter, more or fewer times; what a second factor that is fresh allows. */
export function changeShare<Refused>(
  sql: Sql,
  act: OwnAct,
  id: ShareId,
  decide: (share: Share, found: Pick<ToShare, 'hold' | 'openShares'>) => Result<OpenShare, Refused>,
): Promise<Result<OpenShare, Refused | NoLonger | NoSuchShare>> {
  return inTransaction(sql, async (tx) => {
    const { person, at } = act.event
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    const share = await lockShare(tx, id)
    if (share?.person !== person) return no({ kind: 'noSuchShare' })
    const hold = await findHold(tx, person)
    const decided = decide(share, { hold, openShares: await countOpen(tx, person, at) })
    if (!decided.ok) return decided
    await keepShare(tx, decided.value)
    await addShareEvent(tx, decided.value, 'changed', { person, hat: undefined }, at)
    return decided
  })
}

export function endShare<Refused>(
  sql: Sql,
  { person, id }: { person: PersonId; id: ShareId },
  decide: (share: Share) => Result<EndedShare, Refused>,
  at: Date,
): Promise<Result<EndedShare, Refused | NoSuchShare>> {
  return inTransaction(sql, async (tx) => {
    const share = await lockShare(tx, id)
    if (share?.person !== person) return no({ kind: 'noSuchShare' })
    const decided = decide(share)
    if (!decided.ok) return decided
    await keepShare(tx, decided.value)
    await addShareEvent(tx, decided.value, 'ended', { person, hat: undefined }, at)
    return decided
  })
}

/** To whom and for what stays out of it, for events are for ever. */
export function addShareEvent(
  tx: TransactionSql,
  share: Share,
  step: 'made' | 'changed' | 'ended',
  actor: ArchiveActor,
  at: Date,
): Promise<void> {
  const { id, record, person, version, until, usesAllowed } = share
  const limits = { until: until.toISOString(), uses: usesAllowed }
  const why = share.state === 'ended' ? { because: share.because } : {}
  const body: ArchiveEvent['body'] = { share: id, version, step, ...limits, ...why }
  return addArchiveEvent(tx, { name: 'recordShared', record, person, actor, at, body })
}

async function findHold(tx: TransactionSql, person: PersonId): Promise<AccountHold | undefined> {
  const [row] = await tx<{ until: Date | null; because: AccountHold['because'] | null }[]>`
    select held_until as until, held_because as because from accounts where person = ${person}`
  return row?.until && row.because ? { until: row.until, because: row.because } : undefined
}

async function countOpen(tx: TransactionSql, person: PersonId, now: Date): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from archive.share_links s
    where s.person = ${person} and s.ended_at is null and s.until > ${now} and s.uses < s.uses_allowed`
  return row?.count ?? 0
}
