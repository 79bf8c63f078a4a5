import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addRecord } from '#test/support/archive.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { openDesk } from '#test/support/desk.ts'

vi.setConfig({ testTimeout: 240_000 })

const desk = await openDesk()

test('T31 restored tables open only after two national admins had them brought up to date', async () => {
  const portal = await desk.start()
  const owner = await desk.owner()
  const [one = '', other = ''] = await nationalAdmins(owner)
  const [employee] = await owner<{ nip: string }[]>`
    select identifier as nip from login_identifiers i where valid_to is null
      and not exists (select from mandates m where m.person = i.person) limit 1`
  expect(await archive('reopen', one, other)).toContain('tidak ada yang perlu dibuka kembali')
  await loseAnEvent(owner)
  await owner.end()
  await portal.stop()

  await expect(desk.start()).rejects.toThrow('archive reopen NIP NIP')
  expect(await archive('reopen', one)).toContain('Pemakaian:')
  expect(await archive('reopen', one, one)).toContain('dua orang yang berbeda')
  expect(await archive('reopen', one, employee?.nip ?? '')).toContain('bukan admin nasional')
  await expect(desk.start()).rejects.toThrow('archive reopen NIP NIP')
  const said = await archive('reopen', one, other)
  expect(said).toContain('Dimusnahkan kembali: 0 arsip.')
  expect(said).toContain('Ditahan untuk diperiksa: 1 arsip.')
  await (await desk.start()).stop()
})

test('archive check tells of each store, and of one that is not mounted no more than that', async () => {
  expect(await archive('check')).toContain(
    'Penyimpanan main: berkas tanpa catatan 0, catatan tanpa berkas 0.',
  )
  const folder = join(desk.dataDir, 'arsip-salinan')
  await rename(folder, `${folder}-lepas`)
  const said = await archive('check')
  expect(said).toContain('Penyimpanan copy: tidak terjangkau, jadi tidak diperiksa.')
  expect(said).toContain('Tidak ada yang dihapus')
  expect(await archive('lost', 'main')).toBe('')
  expect(await archive('lost', 'lain')).toBe('Penyimpanan yang dikenal: main, copy.')
  const portal = await desk.start()
  const ready = await fetch(`${portal.url}/readyz`)
  expect(await ready.json()).toMatchObject({ database: 'ok', stores: 'away' })
  await portal.stop()
  await rename(`${folder}-lepas`, folder)
})

async function nationalAdmins(owner: Sql): Promise<string[]> {
  const rows = await owner<{ nip: string }[]>`
    select distinct identifier as nip from login_identifiers i join mandates m on m.person = i.person
    where i.valid_to is null and m.role = 'nationalAdmin' order by 1`
  return rows.map(({ nip }) => nip)
}

/** As main tables are that were restored from before it: the journal of the keyring still has it. */
async function loseAnEvent(owner: Sql): Promise<void> {
  const { id: person } = await addPerson(owner)
  const record = await addRecord(owner, { person, stage: 'active' })
  const about = { record, person, actor: 'system', at: NOW, body: {} } as const
  await inTransaction(owner, async (tx) => {
    await addArchiveEvent(tx, { name: 'recordVerified', ...about })
  })
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      delete from archive.log_queue where event in (select id from archive.events where record = ${record})`
    await tx`delete from archive.events where record = ${record}`
    await tx`update archive.records set next_n = 1 where id = ${record}`
  })
}

async function archive(...args: string[]): Promise<string> {
  const command = ['--conditions=dist', 'dist/src/asn.js', 'archive', ...args]
  const child = spawn(process.execPath, command, { env: { DATA_DIR: desk.dataDir } })
  const [said, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return (said + complaint).trim()
}
