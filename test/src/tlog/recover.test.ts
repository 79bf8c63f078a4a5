import { beforeAll, describe, expect, test, vi } from 'vitest'
import { after } from '#domain/instant.ts'
import type { Nip } from '#domain/nip.ts'
import { checkpointText } from '#domain/tlog/checkpoint.ts'
import { signedNote } from '#domain/tlog/signed-note.ts'
import { entriesPath, TILE_WIDTH } from '#domain/tlog/tile.ts'
import { findOperators } from '#src/store/archive/restore/operators.ts'
import { reopen } from '#src/store/archive/restore/reopen.ts'
import type { Sql } from '#src/store/database.ts'
import { openNote } from '#src/tlog/opened-note.ts'
import { recoverLeaves } from '#src/tlog/recover.ts'
import { sequenceRound } from '#src/tlog/sequence.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { type HonestArchive, honestArchive } from '#test/support/honest-archive.ts'
import { differencesOf, lookingAt } from '#test/support/looking-through.ts'
import { moveKeyring, snapshotOf } from '#test/support/restoring.ts'
import { someKeyring } from '#test/support/rotating.ts'
import { addAccountEvents, expectWholeLog } from '#test/support/tlog.ts'
import { arriveTold } from '#test/support/told-archive.ts'
import { accept } from '#test/support/verifying.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const BASIS = 'Basis data dipulihkan dari cadangan.'

let honest: HonestArchive
let nips: readonly [Nip, Nip]

beforeAll(async () => {
  honest = await honestArchive()
  const admins = [
    await addPerson(honest.owner, { role: 'nationalAdmin', state: 'active' }),
    await addPerson(honest.owner, { role: 'nationalAdmin', state: 'active' }),
  ] as const
  nips = [admins[0].nip as Nip, admins[1].nip as Nip]
})

async function operatorsIn(sql: Sql) {
  const found = await findOperators(sql, nips, NOW)
  if (!found.ok) throw new Error('no operators')
  return found.value
}

function recoverIn(tables: Sql, operators: Awaited<ReturnType<typeof operatorsIn>>) {
  return recoverLeaves({ ...lookingAt(honest.owner, tables), operators })
}

/** A dump of now, and then a life that goes on without it. */
async function restoredAfter(work: () => Promise<unknown>): Promise<Sql> {
  const here = await someKeyring(honest.owner, () => NOW)
  const tables = await snapshotOf(honest.owner)
  await work()
  await honest.log.sequence()
  await moveKeyring(here, tables)
  return tables
}

describe('5.5 after a restore of older tables', () => {
  test('what was signed since comes back from the files, and the log goes on where it ended', async () => {
    const { owner, sql, log, verifier, waits, person, second } = honest
    await arriveTold(owner, { record: second, seenAt: after(NOW, 3 * 3600) })
    const tables = await restoredAfter(async () => {
      await accept(sql, verifier, waits)
      await addAccountEvents(owner, person, 300)
    })
    await sequenceRound({ ...log, sql: tables }, () => false)
    expect(log.refusals.splice(0)).toMatchObject([{ kind: 'tablesBehind' }])
    const operators = await operatorsIn(tables)
    expect(await reopen(tables, { operators, basis: BASIS, now: NOW })).toMatchObject({ ok: true })
    const recovered = await recoverIn(tables, operators)
    expect(recovered).toMatchObject({ ok: true })
    const restored = await tables<{ name: string; was: string }[]>`
      select e.name, e.body ->> 'was' as was from archive.log_leaves l join archive.events e on e.id = l.event
      where e.name = 'restoredLeaf' order by l.index`
    expect(restored.map(({ was }) => was)).toContain('recordVerified')
    await addAccountEvents(tables, person, 5)
    await sequenceRound({ ...log, sql: tables }, () => false)
    await sequenceRound({ ...log, sql: tables }, () => false)
    expect(log.refusals).toEqual([])
    await expectWholeLog(tables, log)
    expect(await differencesOf(owner, { tables })).toEqual([])
    expect(await recoverIn(tables, operators)).toEqual({
      ok: false,
      problem: { kind: 'nothingLost' },
    })
  })

  test.each([
    ['a byte of what was signed since is flipped', '', 'differs'],
    ['the newest checkpoint was signed by nobody', '/log/checkpoint', 'badCheckpoint'],
    ['the second place contradicts the files', '/second/checkpoint', 'forked'],
  ])('nothing comes back where %s', async (_, start, kind) => {
    const { owner, log, person } = honest
    const tables = await snapshotOf(owner)
    await addAccountEvents(owner, person, 20)
    await log.sequence()
    const path = start || `/log/${await lastBundle()}`
    const bytes = log.stored.get(path) ?? Buffer.of()
    log.stored.set(path, kind === 'forked' ? forkedNote() : flipped(bytes))
    const [before] = await tables`select count(*) as count from archive.log_leaves`
    expect(await recoverIn(tables, await operatorsIn(tables))).toMatchObject({ problem: { kind } })
    log.stored.set(path, bytes)
    expect(await tables`select count(*) as count from archive.log_leaves`).toEqual([before])
  })

  test('a leaf that lost its event with no restore stays a difference', async () => {
    const tables = await snapshotOf(honest.owner)
    await tables`update archive.log_leaves set event = null, account_event = null where index = 7`
    const found = await differencesOf(honest.owner, { tables })
    expect(found).toContainEqual(expect.objectContaining({ what: 'eventMissing', index: 7 }))
  })
})

async function lastBundle(): Promise<string> {
  const { files, signer } = honest.log
  const size = openNote((await files.checkpoint()) ?? '', signer.key)?.size ?? 0
  return entriesPath(Math.floor(size / TILE_WIDTH), size % TILE_WIDTH)
}

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20)
  return changed
}

/** Signed by the log's own key, of a tree that it never was. */
function forkedNote(): Buffer {
  const { key, sign } = honest.log.signer
  const text = checkpointText({ origin: key.name, size: 10, root: Buffer.alloc(32, 7) })
  return Buffer.from(signedNote(text, [{ ...key, signature: sign(text) }]))
}
