import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LocalMail } from '#domain/mail/written-mail.ts'
import { ok } from '#domain/result.ts'
import type { Deliver } from './smtp.ts'

const NEWEST = 200
const FILE = /^\d{13}-[0-9a-f-]{36}\.json$/

/** A file a mail, whose name orders them; one delivered again after a crash is there already. Only the embedded kind has a folder for it. */
export function makeLocalMailbox(folder: string, clock: () => Date) {
  const deliver: Deliver = async ({ id, to, subject, text, html }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const kept = await readdir(folder)
    if (kept.some((name) => name.endsWith(`-${id}.json`))) return ok(true)
    const at = clock()
    const mail: LocalMail = { id, to, subject, text, html, at: at.toISOString() }
    const draft = join(folder, `${id}.draft`)
    await writeFile(draft, JSON.stringify(mail), { mode: 0o600 })
    await rename(draft, join(folder, `${at.getTime()}-${id}.json`))
    return ok(true)
  }
  return { deliver, list: () => listNewest(folder) }
}

async function listNewest(folder: string): Promise<LocalMail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => FILE.test(name))
  const newest = names.sort().reverse().slice(0, NEWEST)
  return await Promise.all(
    newest.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))),
  )
}
