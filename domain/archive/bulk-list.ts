import { no, ok, type Result } from '../result.ts'
import { parseBytes } from './declared-file.ts'

/** A file as an officer's folder has it; `bytes` where a script has counted them. */
export type ListedFile = { n: number; name: string; bytes: number | undefined }

export type BulkListProblem =
  | { kind: 'listEmpty' }
  | { kind: 'listLong'; most: number; files: number }

export const MOST_FILES = 500
const LONGEST_NAME = 200

/** A name a line, after a tab the bytes; folders before it do not count. */
export function readBulkList(text: string): Result<ListedFile[], BulkListProblem> {
  const files = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => toFile(line, at + 1))
  if (files.length === 0) return no({ kind: 'listEmpty' })
  if (files.length > MOST_FILES)
    return no({ kind: 'listLong', most: MOST_FILES, files: files.length })
  return ok(files)
}

function toFile(line: string, n: number): ListedFile {
  const [path = '', bytes = ''] = line.split('\t')
  const name = (path.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '')
  return { n, name: [...name].slice(0, LONGEST_NAME).join('') || '?', bytes: parseBytes(bytes) }
}
