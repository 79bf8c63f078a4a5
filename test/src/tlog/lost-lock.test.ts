import { expect, test } from 'vitest'
import { openLogFiles } from '#src/tlog/log-files.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addAccountEvents, expectWholeLog, logOf, memoryDisk } from '#test/support/tlog.ts'

test('fault 16: a connection that is lost while files are written ends the round, and nothing is signed', async () => {
  const owner = await testDatabase()
  const { id: person } = await addPerson(owner)
  const log = logOf(owner)
  await addAccountEvents(owner, person, 3)
  const { add } = log.files
  let rest: Promise<unknown> | undefined
  log.files.add = async (files) => {
    log.files.add = add
    await owner`
      select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database()`
    await round.catch(() => {})
    const added = add(files)
    rest = added
    return added
  }
  const round = log.sequence()
  await expect(round).rejects.toThrow()
  await rest
  expect(await owner`select from archive.log_checkpoints`).toHaveLength(0)
  await log.sequence()
  await expectWholeLog(owner, log)
})

test('a file is never torn, though two are at it at once', async () => {
  const stored = new Map<string, Buffer>()
  const disk = memoryDisk(stored)
  const other = openLogFiles('/log', disk)
  const late = openLogFiles('/log', {
    ...disk,
    rename: async (from, to) => {
      await other.keepCheckpoint('theirs')
      await disk.rename(from, to)
    },
  })
  await late.keepCheckpoint('mine')
  expect(await other.checkpoint()).toBe('mine')
})
