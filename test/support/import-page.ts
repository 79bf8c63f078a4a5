import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { makeSpool } from '#src/import/spool.ts'
import { workOnce } from '#src/import/work-uploads.ts'
import type { Sql } from '#src/store/database.ts'
import { NOW } from '#test/support/builders.ts'
import { importAgencies } from '#test/support/importing.ts'
import { newFolder } from '#test/support/processes.ts'
import { type Browser, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

export const budi = { nip: '199003152015031001', name: 'Budi Santoso', agency: '7001' }

/** When a second factor of now is too old for an act. */
export const LATER = new Date(NOW.getTime() + 6 * 60_000)

export function csv(text: string, name = 'pegawai.csv') {
  return { name, text }
}

/** The page of the national import, a folder of its own behind it, and the job that works there. */
export async function importPage(sql: Sql) {
  await importAgencies(sql)
  const folder = join(await newFolder(), randomUUID())
  const spool = makeSpool(folder)
  const failures: unknown[] = []

  /** A national admin at the page, with a second factor of just now. */
  async function atImports(now = NOW) {
    const deps = { spool, clock: () => now }
    const found = await inOffice(sql, { role: 'nationalAdmin' }, { deps })
    await found.browser.get(paths.imports)
    return found
  }

  function work(now = NOW, mayGoOn = () => true) {
    const failed = (problem: unknown) => failures.push(problem)
    return workOnce({ sql, folder, clock: () => now, workers: 2, failed }, mayGoOn)
  }

  async function read(browser: Browser, text: string, name = 'pegawai.csv') {
    const sent = await browser.sendFile(paths.imports, 'berkas', csv(text, name))
    await work()
    return browser.get(sent.path)
  }

  async function nothingLive() {
    await sql`update import_uploads set state = 'discarded', ended_at = ${NOW} where ended_at is null`
    for (let rest = 9; rest > 0; rest -= 1) await work()
  }

  async function people() {
    const rows = await sql<{ name: string }[]>`
      select name from people where name like 'Budi%' or name like 'Ani%' order by name`
    return rows.map(({ name }) => name)
  }

  return { folder, spool, failures, atImports, work, read, nothingLive, people }
}
