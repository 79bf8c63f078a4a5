import type { ReadStream } from 'node:fs'
import { type Entry, MAX_RECORD_BYTES, parseEntry } from './entry.ts'
import { importRefusal } from './refusal.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const OPEN_LIST = 0x5b
const CLOSE_OBJECT = 0x7d
const CLOSE_LIST = 0x5d
const LONGEST_KEY = 16

/** Brackets that are open: of the realm, of its list of users, of a user. */
const REALM = 1
const LIST = 2
const USER = 3

/** How far a file is read; `held`: the bytes of the user it is in, none if they are too many. */
type Scan = {
  depth: number
  isObject: boolean
  inString: boolean
  escaped: boolean
  key: string
  inUsers: boolean
  held: Buffer[]
  length: number
  users: number
}

/**
 * The users of a realm export (domain.md 2): the objects in the list `users` at the top, each handed
 * to JSON.parse by itself. All else is passed over without being held, however long it is.
 */
export async function* readRealm(bytes: ReadStream): AsyncIterable<readonly Entry[]> {
  const scan = newScan()
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield readChunk(scan, chunk)
  const path = String(bytes.path)
  if (scan.depth > 0 || scan.inString) throw importRefusal({ kind: 'truncated', path })
  if (!scan.isObject) throw importRefusal({ kind: 'notAnExport', path })
}

function newScan(): Scan {
  const [inString, escaped, inUsers, isObject] = [false, false, false, false]
  return { depth: 0, isObject, inString, escaped, key: '', inUsers, held: [], length: 0, users: 0 }
}

function readChunk(scan: Scan, chunk: Buffer): Entry[] {
  const entries: Entry[] = []
  let start = 0
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at]
    if (scan.inString) passString(scan, byte)
    else if (byte === QUOTE) startString(scan)
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (open(scan, byte)) start = at
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (!close(scan)) continue
      hold(scan, chunk.subarray(start, at + 1))
      entries.push(finishUser(scan))
    }
  }
  if (scan.inUsers && scan.depth >= USER) hold(scan, chunk.subarray(start))
  return entries
}

/** Only a string right inside the realm can be the name of its list. */
function startString(scan: Scan): void {
  scan.inString = true
  if (scan.depth === REALM) scan.key = ''
}

function passString(scan: Scan, byte: number | undefined): void {
  if (byte === QUOTE && !scan.escaped) {
    scan.inString = false
    return
  }
  scan.escaped = byte === BACKSLASH && !scan.escaped
  if (scan.depth === REALM && scan.key.length < LONGEST_KEY)
    scan.key += String.fromCharCode(byte ?? 0)
}

/** True where a user begins. */
function open(scan: Scan, byte: number): boolean {
  scan.depth += 1
  if (scan.depth === REALM) scan.isObject = byte === OPEN_OBJECT
  if (scan.depth === LIST)
    scan.inUsers = scan.isObject && scan.key === 'users' && byte === OPEN_LIST
  return scan.inUsers && scan.depth === USER
}

/** True where a user ends. */
function close(scan: Scan): boolean {
  scan.depth -= 1
  return scan.inUsers && scan.depth === LIST
}

function hold(scan: Scan, part: Buffer): void {
  scan.length += part.length
  if (scan.length <= MAX_RECORD_BYTES) scan.held.push(part)
  else scan.held = []
}

function finishUser(scan: Scan): Entry {
  const isTooLong = scan.length > MAX_RECORD_BYTES
  const text = Buffer.concat(scan.held).toString('utf8')
  scan.users += 1
  scan.length = 0
  scan.held = []
  const line = scan.users
  return isTooLong ? { line, problem: 'tooLong' } : parseEntry(line, text)
}
