import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve as pathTo, posix } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** Where what `check.js` imports lies: our own rules as they were compiled, and two libraries. */
const FOLDERS: Record<string, string> = {
  domain: '../dist/domain',
  hashes: dirname(resolve('@noble/hashes/sha2.js')),
  ed25519: dirname(resolve('@noble/ed25519')),
}

const ENTRY = 'check.js'
/** Asked for by a browser that lacks it alone. */
const LATER = 'ed25519/index.js'

/** Lines that hold nothing else, so that no string can be mistaken for one; a licence stays. */
const COMMENTS = /^[ \t]*(?:\/\*(?!!)[\s\S]*?\*\/[ \t]*|\/\/.*)\r?\n?/gm
const IMPORTS = /^import (?:\{([^}]*)\}|\* as (\w+)) from ['"](\.{1,2}\/[^'"]+)['"];?\n/gm
const EXPORTED = /^export ((?:async )?(?:function|class|const) (\w+))/gm
const EXPORT_LIST = /^export \{([^}]*)\};?\n?/gm

/**
 * What checks a file in a browser: one module, made of `check.js` and all that it imports, for thirty of
 * them weigh twice as much and a satellite takes half a second for each step from one to the next. Each
 * stays apart in a function of its own. What it cannot join makes it throw, when the program starts.
 */
export function readCheckModules(folder: string): Map<string, string> {
  const joined: string[] = []
  const numbers = new Map<string, number>()
  const join = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const body = readModule(folder, name).replace(IMPORTS, (_, some, all, path) => {
      const number = join(posix.join(posix.dirname(name), path))
      return `const ${all ?? `{${String(some).replace(/(\w+) as /g, '$1: ')}}`} = $${number};\n`
    })
    numbers.set(name, numbers.size)
    joined.push(closed(name, body, numbers.size - 1))
    return numbers.size - 1
  }
  join(ENTRY)
  return new Map([
    [ENTRY, joined.join('')],
    [LATER, readModule(folder, LATER)],
  ])
}

function closed(name: string, body: string, number: number): string {
  const names: string[] = []
  const inside = body
    .replace(EXPORTED, (_, declared, exported) => {
      names.push(exported)
      return declared
    })
    .replace(EXPORT_LIST, (_, list) => {
      names.push(list)
      return ''
    })
  if (/^(?:import|export)\b(?! ?\()/m.test(inside)) throw new Error(`${name} cannot be joined`)
  return `// ${name}\nconst $${number} = (() => {\n${inside}\nreturn {${names.join(', ')}};\n})();\n`
}

function readModule(folder: string, name: string): string {
  const [top = '', ...rest] = name.split('/')
  const place = FOLDERS[top]
  const path = place ? pathTo(folder, place, ...rest) : join(folder, name)
  return readFileSync(path, 'utf8').replace(COMMENTS, '')
}
