import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** Where what `check.js` imports lies: our own rules as they were compiled, and two libraries. */
const FOLDERS: Record<string, string> = {
  domain: 'dist/domain',
  hashes: dirname(resolve('@noble/hashes/sha2.js')),
  ed25519: dirname(resolve('@noble/ed25519')),
}

const IMPORTS = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g
/** Lines that hold nothing else, so that no string can be mistaken for one; a licence stays. */
const COMMENTS = /^[ \t]*(?:\/\*(?!!)[\s\S]*?\*\/[ \t]*|\/\/.*)\r?\n?/gm

/** The module that checks files in a browser, and all that it imports, by the names it has for them. */
export function readCheckModules(folder: string): Map<string, string> {
  const modules = new Map<string, string>()
  const read = (name: string) => {
    if (modules.has(name)) return
    const text = readFileSync(placeOf(folder, name), 'utf8').replace(COMMENTS, '')
    modules.set(name, text)
    for (const [, path = ''] of text.matchAll(IMPORTS)) read(posix.join(posix.dirname(name), path))
  }
  read('check.js')
  return modules
}

function placeOf(folder: string, name: string): string {
  const [top = '', ...rest] = name.split('/')
  const place = FOLDERS[top]
  return place && rest.length > 0 ? join(place, ...rest) : join(folder, name)
}
