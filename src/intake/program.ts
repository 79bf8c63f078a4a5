import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HEAP_MIB, KERNEL_SECONDS } from './limits.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const isBuilt = import.meta.url.endsWith('.js')
const ROOT = join(HERE, isBuilt ? '../../..' : '../..')
/** What a child may read: the program and its packages, nothing of anybody's. */
const READABLE = ['package.json', 'node_modules', ...(isBuilt ? ['dist'] : ['domain', 'src'])]
const SHELL = '/bin/sh'
/** The kernel's own limits: no core with a person's file in it, and an end should we die first. */
const GUARDED = `unset PWD; ulimit -c 0; ulimit -t ${KERNEL_SECONDS}; exec "$@"`

/** The program that looks into files, and only it does. */
export const INTAKE_CHILD = join(HERE, 'child', isBuilt ? 'main.js' : 'main.ts')

/** How to start `program`: Node with little memory, no child of its own, and next to nothing to read. */
export function commandFor(program: string, task: readonly string[]): [string, ...string[]] {
  const readable = [...READABLE.map((name) => join(ROOT, name)), dirname(program)]
  const node = [
    process.execPath,
    `--max-old-space-size=${HEAP_MIB}`,
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...(isBuilt ? ['--conditions=dist'] : []),
    program,
    ...task,
  ] as const
  return existsSync(SHELL) ? [SHELL, '-c', GUARDED, 'sh', ...node] : [...node]
}
