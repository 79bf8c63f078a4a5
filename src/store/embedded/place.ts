import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { startRefusal } from '../start-refusal.ts'

/** The system user that PostgreSQL runs as; undefined: the one who started us. */
export type Account = { uid: number; gid: number } | undefined

/** Where the server's files lie, and a note for the operator when that is not where asked. */
export type Place = { folder: string; account: Account; note?: string }

const MAY_ENTER = 0o1
const NOBODY = platform() === 'darwin' ? 4_294_967_294 : 65_534
const ELSEWHERE = ['/var/lib/asn-digital', '/var/tmp/asn-digital']

/**
 * PostgreSQL refuses to run as root, so there it runs as the owner of the data, at first `nobody`;
 * a folder closed to that user is left for one outside that is not.
 */
export async function choosePlace(home: string): Promise<Place> {
  if (process.getuid?.() !== 0) return { folder: await ownFolder(home), account: undefined }
  const account = await ownerOf(join(home, 'password'))
  await mkdir(dirname(home), { recursive: true })
  if (await isOpenTo(account, dirname(home)))
    return { folder: await ownFolder(home, account), account }
  if (existsSync(join(home, 'data')))
    throw startRefusal(
      `The database in ${home} can no longer be reached by the user it belongs to (number ${account.uid}): open the folders above it with chmod o+x, or set DATA_DIR to an open folder.`,
    )
  const folder = await placeElsewhere(home, account)
  return { folder, account, note: `The database lies in ${folder}, because ${home} is closed.` }
}

/** Whether the account may go through the folder and through all above it. */
export async function isOpenTo(account: Account, folder: string): Promise<boolean> {
  if (!account) return true
  const { mode, uid, gid } = await stat(folder)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  if (((mode >> shift) & MAY_ENTER) === 0) return false
  return folder === dirname(folder) || (await isOpenTo(account, dirname(folder)))
}

/** Makes the folder and gives it, closed to others, to the account; one in use stays as it is. */
async function ownFolder(path: string, account?: Account): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await mkdir(path, { mode: 0o700 }).catch((problem) => {
    if (problem.code !== 'EEXIST') throw problem
  })
  const isFresh = (await readdir(path)).length === 0
  if (account && isFresh) await chown(path, account.uid, account.gid)
  return path
}

async function ownerOf(file: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = existsSync(file) ? await stat(file) : { uid: 0, gid: 0 }
  return uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid }
}

/** The name is made from the asked folder, so that the next start finds the same data again. */
async function placeElsewhere(home: string, account: Account): Promise<string> {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  for (const root of ELSEWHERE) {
    const made = await mkdir(root, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    )
    if (made && (await isOpenTo(account, root))) return await ownFolder(join(root, name), account)
  }
  throw startRefusal(
    `The database cannot lie in ${home}, which is closed to the user nobody that PostgreSQL must run as when started by root: set DATA_DIR to an open folder, or start as an ordinary user.`,
  )
}
