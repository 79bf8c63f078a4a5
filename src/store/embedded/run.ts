import { spawn } from 'node:child_process'
import { platform } from 'node:os'
import { text } from 'node:stream/consumers'
import { startRefusal } from '../start-refusal.ts'
import type { Place } from './place.ts'

export type Ended = { code: number; said: string }

const INSTEAD = 'set DATABASE_URL to a PostgreSQL server instead'

/** What PostgreSQL or the system says, and what the operator can do about it. */
const ADVICE: [RegExp, (folder: string) => string][] = [
  [
    /could not \w+ .*(shared memory|semaphore)/i,
    () => `PostgreSQL gets no shared memory: enlarge /dev/shm, or ${INSTEAD}.`,
  ],
  [
    /No space left|ENOSPC|disk quota|Check free disk space/i,
    (folder) =>
      `The disk of ${folder} is full: free 200 MB there, or set DATA_DIR to another disk.`,
  ],
  [
    /incompatible with server|initialized by PostgreSQL version/i,
    (folder) =>
      `The database in ${folder} was made by another version of PostgreSQL: set DATA_DIR to a new folder, or start the version of this program that made it.`,
  ],
  [
    /GLIBC|shared object|cannot execute|ENOENT|ENOEXEC/,
    () => `The PostgreSQL that npm brings cannot run on this system: ${INSTEAD}.`,
  ],
  [
    /ENOTDIR|EEXIST/,
    (folder) => `There is a file in the way of ${folder}: set DATA_DIR to a folder.`,
  ],
  [
    /could not look up effective user/,
    () =>
      `This system has no name for the user that PostgreSQL is to run as: start as another user, or ${INSTEAD}.`,
  ],
  [
    /spawn .*EPERM|chown|EINVAL/,
    () => `PostgreSQL may not be started as another user here: start as an ordinary user.`,
  ],
  [
    /Permission denied|EACCES|EPERM|EROFS|Read-only|wrong ownership|invalid permissions/i,
    (folder) =>
      `The database in ${folder} cannot be used by this user: start as the user who owns it, or set DATA_DIR to a folder of your own.`,
  ],
]

/** Runs a program of PostgreSQL to its end as the account of the place. */
export async function run(place: Place, program: string, args: string[]): Promise<Ended> {
  const { folder, account } = place
  // On Windows the server inherits the pipes of pg_ctl, which then never close.
  const stdio = platform() === 'win32' ? 'ignore' : 'pipe'
  const child = spawn(program, args, { cwd: folder, stdio, ...account })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (problem) => reject(refusalFor(place, String(problem), problem)))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  const outputs = [child.stdout, child.stderr].map((output) => (output ? text(output) : ''))
  const [code, ...said] = await Promise.all([ended, ...outputs])
  return { code, said: said.join('') }
}

/** The sentence for what was said; where none fits, PostgreSQL's own last words. */
export function refusalFor({ folder }: Place, said: string, cause?: unknown): Error {
  const known = ADVICE.find(([pattern]) => pattern.test(said))
  if (known) return startRefusal(known[1](folder), cause)
  const words = said.trim().split('\n')
  const last = words.findLast((line) => /FATAL|error:|PANIC/i.test(line)) ?? words.at(-1) ?? ''
  return startRefusal(`PostgreSQL did not start in ${folder}: ${last.trim()}`, cause)
}
