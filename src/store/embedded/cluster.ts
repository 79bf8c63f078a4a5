import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startRefusal } from '../start-refusal.ts'
import type { Place } from './place.ts'
import type { Programs } from './programs.ts'
import { refusalFor, run } from './run.ts'

const OPTIONS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--no-locale',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** Makes the database files if they are missing and answers their password. */
export async function makeCluster(place: Place, programs: Programs): Promise<string> {
  const isThere = existsSync(join(place.folder, 'data'))
  if (isThere && !existsSync(join(place.folder, 'password')))
    throw startRefusal(
      `The file ${join(place.folder, 'password')} is gone, without which its database opens to nobody: bring the file back, or set DATA_DIR to a new folder.`,
    )
  const password = await keepPassword(place)
  if (!isThere) await initCluster(place, programs)
  return password
}

/** A draft becomes `data` only when complete, and only for the first of two who make one. */
async function initCluster(place: Place, { initdb }: Programs): Promise<void> {
  const draft = `draft-${randomUUID()}`
  const { code, said } = await run(place, initdb, ['-D', draft, '--pwfile=password', ...OPTIONS])
  const data = join(place.folder, 'data')
  if (code === 0) await rename(join(place.folder, draft), data).catch(() => {})
  await removeDrafts(place)
  if (!existsSync(data)) throw refusalFor(place, said)
}

/** Linking, unlike writing, lets exactly one of two who start at once name the password. */
async function keepPassword({ folder, account }: Place): Promise<string> {
  const path = join(folder, 'password')
  if (!existsSync(path)) {
    const draft = join(folder, `password-${randomUUID()}`)
    await writeFile(draft, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (account) await chown(draft, account.uid, account.gid)
    await link(draft, path).catch((problem) => {
      if (problem.code !== 'EEXIST') throw problem
    })
    await rm(draft)
  }
  return await readFile(path, 'utf8')
}

async function removeDrafts({ folder }: Place): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('draft-'))
  await Promise.all(
    names.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => {})),
  )
}
