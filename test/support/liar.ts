import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Script } from './intake-children/liar.ts'

export const LIAR = resolve('test/support/intake-children/liar.ts')

type Said = Script['says'][number]

/** The file that makes the liar say this. */
export function scripted(script: Script): Buffer {
  return Buffer.from(`%PDF-1.7\n${JSON.stringify(script)}\n%%EOF`, 'latin1')
}

export function says(kind: Said['kind'], said: Partial<Said> = {}): Said {
  return { kind, page: 0, width: 0, body: '', ...said }
}

/** What an honest child says of a page. */
export function saysPage(page: number): Said[] {
  const body = 'RIFF\x04\0\0\0WEBP'
  return [
    says('text', { page, body: 'x' }),
    says('preview', { page, width: 320, body }),
    says('preview', { page, width: 1000, body }),
  ]
}

export function accepts(pages: number): Said {
  return says('verdict', { body: JSON.stringify({ kind: 'accepted', pages, notes: [] }) })
}

/** How many processes run that program now. */
export function runningCount(program: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => commandLine(pid).includes(program)).length
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
