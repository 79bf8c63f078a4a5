import { createHash } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AGENCY_COLUMNS } from '#domain/import/agency-record.ts'
import { HISTORY_COLUMNS } from '#domain/import/history-record.ts'
import { UNIT_COLUMNS } from '#domain/import/unit-record.ts'
import type { Source } from '../store/import/runs.ts'
import { csvReader } from './csv-reader.ts'
import { type EntryReader, parseEntry } from './entry.ts'
import { readLines } from './line-reader.ts'
import { readRealm } from './realm-reader.ts'
import { importRefusal } from './refusal.ts'

export type SourceFile = { path: string; name: string; size: number; reader: EntryReader }

/** `fingerprint`: the same files, unchanged since; then what was read of them still holds. */
export type SourceFiles = {
  source: Source
  path: string
  files: readonly SourceFile[]
  bytes: number
  fingerprint: string
}

type Found = SourceFile & { source: Source; changedAt: number }

/** Of whom, and what; a file may leave the rest out. */
const HISTORY_KEY = HISTORY_COLUMNS.slice(0, 3)
const PEEK_BYTES = 64 * 1024

/** A file, or all files of a folder that can be read; they must be about one thing. */
export async function findSourceFiles(path: string): Promise<SourceFiles> {
  const there = await stat(path).catch(() => undefined)
  if (!there) throw importRefusal({ kind: 'noFile', path })
  const paths = there.isDirectory() ? await readableIn(path) : [path]
  const files: Found[] = []
  for (const one of paths) files.push(await lookInto(one))
  const source = files[0]?.source
  if (!source) throw importRefusal({ kind: 'noKnownFiles', path })
  if (files.some((file) => file.source !== source))
    throw importRefusal({ kind: 'mixedFiles', path })
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return { source, path, files, bytes, fingerprint: fingerprintOf(files) }
}

/** In the order of their numbers: users-2 before users-10. */
async function readableIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const readable = names.filter((name) => /\.(csv|ndjson|jsonl|json)$/i.test(name))
  const inOrder = new Intl.Collator('en', { numeric: true })
  return readable.sort(inOrder.compare).map((name) => join(folder, name))
}

async function lookInto(path: string): Promise<Found> {
  const { size, mtimeMs } = await stat(path)
  const kind = await kindOf(path)
  return { path, name: basename(path), size, changedAt: mtimeMs, ...kind }
}

async function kindOf(path: string): Promise<{ source: Source; reader: EntryReader }> {
  const kind = extname(path).toLowerCase()
  if (kind === '.json') return { source: 'keycloak', reader: readRealm }
  const [first = ''] = (await beginningOf(path)).split(/\r?\n/)
  if (kind !== '.csv') {
    const entry = parseEntry(1, first)
    const names = 'fields' in entry ? Object.keys(entry.fields) : []
    return { source: sourceOf(path, names), reader: readLines }
  }
  const delimiter = first.includes(';') ? ';' : ','
  const names = first.split(delimiter).map((name) => name.replaceAll('"', '').trim().toLowerCase())
  return { source: sourceOf(path, names), reader: csvReader(delimiter) }
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(PEEK_BYTES), 0, PEEK_BYTES, 0)
    .finally(() => file.close())
  return buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '')
}

function sourceOf(path: string, names: readonly string[]): Source {
  if (HISTORY_KEY.every((name) => names.includes(name))) return 'history'
  if (names.includes('nip')) return 'people'
  if (UNIT_COLUMNS.every((name) => names.includes(name))) return 'units'
  if (AGENCY_COLUMNS.every((name) => names.includes(name))) return 'agencies'
  throw importRefusal({ kind: 'unknownColumns', path })
}

function fingerprintOf(files: readonly Found[]): string {
  const hash = createHash('sha256')
  for (const { path, size, changedAt } of files) hash.update(`${path}\n${size}\n${changedAt}\n`)
  return hash.digest('hex')
}
