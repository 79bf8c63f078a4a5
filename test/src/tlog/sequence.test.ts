import { describe, expect, test } from 'vitest'
import { checkpointText } from '#domain/tlog/checkpoint.ts'
import { signedNote } from '#domain/tlog/signed-note.ts'
import { givePlaces } from '#src/store/tlog/places.ts'
import { sequenceRound } from '#src/tlog/sequence.ts'
import { addPerson } from '#test/support/builders.ts'
import { asLogKeeper, testDatabase } from '#test/support/database.ts'
import { addAccountEvents, expectWholeLog, logOf, someSigner } from '#test/support/tlog.ts'

describe('the sequencer', () => {
  test('gives every event one place, in tiles and bundles under a signed root', async () => {
    const { owner, person, log } = await fresh()
    for (const count of [1, 254, 1, 1, 255, 300, 4200]) {
      await addAccountEvents(owner, person, count)
      await log.sequence()
      await expectWholeLog(owner, log)
    }
    expect(log.refusals).toEqual([])
  })

  test('signs nothing where nothing is new', async () => {
    const { owner, person, log } = await fresh()
    await addAccountEvents(owner, person, 3)
    await log.sequence()
    const before = new Map(log.stored)
    await log.sequence()
    expect(log.stored).toEqual(before)
  })

  test('works once where several are at it at once', async () => {
    const { owner, person, log } = await fresh()
    await addAccountEvents(owner, person, 700)
    await Promise.all([log.sequence(), log.sequence(), log.sequence()])
    await log.sequence()
    await expectWholeLog(owner, log)
  })

  test('lets a narrow tile go once it is full, and still reads it from the full one', async () => {
    const { owner, person, log } = await fresh()
    await addAccountEvents(owner, person, 5)
    await log.sequence()
    const narrow = await log.files.tile('tile/0/000.p/5')
    const entries = await log.files.tile('tile/entries/000.p/5')
    await addAccountEvents(owner, person, 251)
    await log.sequence()
    expect([...log.stored.keys()].filter((path) => path.includes('.p/'))).toEqual([
      '/log/tile/1/000.p/1',
    ])
    expect(Buffer.from((await log.files.tile('tile/0/000.p/5')) ?? [])).toEqual(narrow)
    expect(Buffer.from((await log.files.tile('tile/entries/000.p/5')) ?? [])).toEqual(entries)
  })

  test('takes in what was told before there was a log, the oldest first', async () => {
    const { owner, person, log } = await fresh()
    await owner`alter table events disable trigger leaf`
    await addAccountEvents(owner, person, 40)
    await owner`update events set salt = null where person = ${person}`
    await owner`alter table events enable trigger leaf`
    await log.sequence()
    await log.sequence()
    await expectWholeLog(owner, log)
    const rows = await owner<{ event: number }[]>`
      select account_event as event from archive.log_leaves where account_event is not null order by index`
    expect(rows.map(({ event }) => event)).toEqual(
      rows.map(({ event }) => event).sort((a, b) => a - b),
    )
    expect(rows.length).toBeGreaterThanOrEqual(40)
  })
})

describe('fault 16: a place that lags behind is told what was signed', () => {
  test.each(['/log/checkpoint', '/second/checkpoint'])('%s is gone', async (path) => {
    const { owner, person, log } = await fresh()
    await addAccountEvents(owner, person, 3)
    await log.sequence()
    const note = log.stored.get(path)
    log.stored.delete(path)
    await log.sequence()
    expect(log.stored.get(path)).toEqual(note)
  })

  test('the second place has the checkpoint before the last', async () => {
    const { owner, person, log } = await fresh()
    await addAccountEvents(owner, person, 3)
    await log.sequence()
    const old = log.stored.get('/second/checkpoint') ?? Buffer.of()
    await addAccountEvents(owner, person, 300)
    await log.sequence()
    log.stored.set('/second/checkpoint', old)
    await addAccountEvents(owner, person, 1)
    await log.sequence()
    expect(log.refusals).toEqual([])
    expect(await log.second.checkpoint()).toBe(await log.files.checkpoint())
  })
})

describe('fault 16: nothing is signed that contradicts a checkpoint', () => {
  test('the tables were set back behind what was signed', async () => {
    const { owner, log } = await signedOnce()
    await owner`delete from archive.log_leaves where index > 5`
    await owner`delete from archive.log_checkpoints`
    await refuses(log, { kind: 'tablesBehind', signed: 302, have: 0 })
  })

  test('places were taken away under the newest checkpoint', async () => {
    const { owner, log } = await signedOnce()
    await owner`delete from archive.log_leaves where index > 5`
    await refuses(log, { kind: 'tablesBehind', signed: 302, have: 0 })
  })

  test('another root of the same size stands in the second place', async () => {
    const { log } = await signedOnce()
    log.stored.set('/second/checkpoint', Buffer.from(noteOf(log.signer, 302, 7)))
    await refuses(log, { kind: 'forked', in: 'second', size: 302 })
  })

  test('the public checkpoint is an older one of another history', async () => {
    const { log } = await signedOnce()
    log.stored.set('/log/checkpoint', Buffer.from(noteOf(log.signer, 9, 7)))
    await refuses(log, { kind: 'forked', in: 'files', size: 9 })
  })

  test.each([
    ['second', '/second/checkpoint'],
    ['files', '/log/checkpoint'],
  ] as const)('somebody else signed what stands in the %s', async (place, path) => {
    const { log } = await signedOnce()
    log.stored.set(path, Buffer.from(noteOf(someSigner(), 302, 7)))
    await refuses(log, { kind: 'badCheckpoint', in: place })
  })

  test('the note in the database was changed', async () => {
    const { owner, log } = await signedOnce()
    await owner`update archive.log_checkpoints set note = replace(note, '302', '301')`
    await refuses(log, { kind: 'badCheckpoint', in: 'database' })
  })

  test.each(['/log/tile/0/001.p/46', '/log/tile/1/000.p/1', '/log/tile/entries/001.p/46'])(
    'a byte was flipped in %s',
    async (path) => {
      const { owner, person, log } = await signedOnce()
      await addAccountEvents(owner, person, 1)
      const bytes = Buffer.from(log.stored.get(path) ?? [])
      bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
      log.stored.set(path, bytes)
      const [refusal] = await refusalOf(log)
      expect(refusal).toMatchObject({ kind: 'badTile' })
    },
  )

  test('a place was taken away that nobody had signed yet', async () => {
    const { owner, person, log } = await signedOnce()
    await addAccountEvents(owner, person, 3)
    await givePlaces(log.sql, 10)
    await owner`delete from archive.log_leaves where index = 302`
    await refuses(log, { kind: 'placeMissing', index: 302 })
  })

  test('another key signs nothing, and its public half is not published', async () => {
    const { log } = await signedOnce()
    const before = new Map(log.stored)
    await sequenceRound({ ...log, signer: someSigner() }, () => false)
    expect(log.refusals).toEqual([{ kind: 'badCheckpoint', in: 'database' }])
    expect(log.stored).toEqual(before)
  })

  test('whoever checks would be told of another key', async () => {
    const { log } = await signedOnce()
    log.stored.set('/log/vkey', Buffer.from(someSigner().vkey))
    await refuses(log, { kind: 'vkeyDiffers' })
  })

  test('an empty folder in the place of the log, as where its disk is not there', async () => {
    const { owner, person, log } = await signedOnce()
    for (const path of log.stored.keys()) if (path.startsWith('/log/')) log.stored.delete(path)
    await addAccountEvents(owner, person, 1)
    const [refusal] = await refusalOf(log)
    expect(refusal).toMatchObject({ kind: 'badTile' })
  })

  test('a file that is about to be written is there already with other bytes', async () => {
    const { owner, person, log } = await signedOnce()
    await addAccountEvents(owner, person, 1)
    log.stored.set('/log/tile/0/001.p/47', Buffer.alloc(47 * 32))
    await refuses(log, { kind: 'fileDiffers', path: 'tile/0/001.p/47' })
  })
})

test('fault 16: a full disk signs nothing, and once there is room the log goes on', async () => {
  const { owner, person, log } = await fresh()
  await addAccountEvents(owner, person, 3)
  const set = log.stored.set.bind(log.stored)
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  log.stored.set = (path, bytes) => {
    if (path.includes('tile-0')) throw full
    return set(path, bytes)
  }
  await expect(log.sequence()).rejects.toBe(full)
  expect(await log.files.checkpoint()).toBeUndefined()
  log.stored.set = set
  await log.sequence()
  await expectWholeLog(owner, log)
})

test('fault 17: nobody but who keeps the log writes to it, and not even they change it', async () => {
  const { owner, log } = await signedOnce()
  const keeper = asLogKeeper(owner)
  await expect(keeper`update archive.log_leaves set leaf = 'x'`).rejects.toThrow(
    'permission denied',
  )
  await expect(keeper`delete from archive.log_leaves`).rejects.toThrow('permission denied')
  await expect(keeper`update archive.log_checkpoints set note = 'x'`).rejects.toThrow(
    'permission denied',
  )
  await expect(keeper`insert into archive.log_queue (leaf) values ('x')`).rejects.toThrow(
    'permission denied',
  )
  expect(log.refusals).toEqual([])
})

async function fresh() {
  const owner = await testDatabase()
  const { id: person } = await addPerson(owner)
  return { owner, person, log: logOf(owner) }
}

/** A log of 302 leaves, so that a bundle and a tile are full and others are not. */
async function signedOnce() {
  const made = await fresh()
  const [row] = await made.owner<
    { count: number }[]
  >`select count(*)::int as count from archive.log_queue`
  await addAccountEvents(made.owner, made.person, 302 - (row?.count ?? 0))
  await made.log.sequence()
  return made
}

async function refusalOf(log: ReturnType<typeof logOf>) {
  const before = new Map(log.stored)
  await sequenceRound(log, () => false)
  expect(log.stored).toEqual(before)
  return log.refusals
}

async function refuses(log: ReturnType<typeof logOf>, refusal: object): Promise<void> {
  expect(await refusalOf(log)).toEqual([refusal])
}

function noteOf(signer: ReturnType<typeof someSigner>, size: number, fill: number): string {
  const { name, keyId } = signer.key
  const text = checkpointText({ origin: name, size, root: Buffer.alloc(32, fill) })
  return signedNote(text, [{ name, keyId, signature: signer.sign(text) }])
}
