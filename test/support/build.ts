import { execFile } from 'node:child_process'
import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const SOURCES = ['domain', 'views', 'src', 'package.json', 'tsconfig.json']
const STAMP = 'dist/.built'

/** Makes dist/ anew if a source is newer; wrong types are told by `npm run types`, not here. */
export async function buildPortal(): Promise<void> {
  const begun = new Date()
  const built = await stat(STAMP).catch(() => undefined)
  if (built && built.mtime > (await newestOf(SOURCES))) return
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  await promisify(execFile)(process.execPath, [tsc]).catch(({ stdout }) => {
    process.stderr.write(`dist/ was built from sources with errors:\n${stdout}\n`)
  })
  await writeFile(STAMP, '')
  await utimes(STAMP, begun, begun)
}

async function newestOf(paths: string[]): Promise<Date> {
  const inside = paths.map(async (path) => {
    const names = await readdir(path, { recursive: true }).catch(() => [])
    return [path, ...names.map((name) => join(path, name))]
  })
  const files = (await Promise.all(inside)).flat()
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs))
  return new Date(Math.max(...times))
}
