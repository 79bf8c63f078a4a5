import type { ReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { type Entry, type EntryReader, MAX_RECORD_BYTES } from './entry.ts'
import { importRefusal } from './refusal.ts'

const TOGETHER = 500

/** A table with its column names in the first line; commas between, or semicolons as Excel writes here. */
export function csvReader(delimiter: ',' | ';'): EntryReader {
  return async function* (bytes) {
    let line = 1
    let entries: Entry[] = []
    try {
      for await (const fields of recordsOf(bytes, delimiter)) {
        line += 1
        if (isEmpty(fields)) continue
        entries.push({ line, fields })
        if (entries.length < TOGETHER) continue
        yield entries
        entries = []
      }
    } catch (problem) {
      throw problem instanceof CsvError ? refusalOf(problem, line + 1) : problem
    }
    yield entries
  }
}

/** What a line has more than the table has columns is left alone; what it lacks is empty. */
function recordsOf(bytes: ReadStream, delimiter: string): AsyncIterable<Record<string, string>> {
  const parser = parse({
    bom: true,
    columns: (names: string[]) => columnsOf(names),
    delimiter,
    relax_column_count: true,
    max_record_size: MAX_RECORD_BYTES,
  })
  bytes.once('error', (problem) => parser.destroy(problem))
  return bytes.pipe(parser)
}

function columnsOf(names: string[]): string[] {
  const columns = names.map((name) => name.trim().toLowerCase())
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
  if (twice) throw importRefusal({ kind: 'columnTwice', column: twice })
  return columns
}

function isEmpty(fields: Record<string, string>): boolean {
  for (const name in fields) if (fields[name] !== '') return false
  return true
}

/** Its own message may repeat what stands in the file. */
function refusalOf({ code }: CsvError, line: number): Error {
  return importRefusal({ kind: code === 'CSV_MAX_RECORD_SIZE' ? 'tooLong' : 'badCsv', line })
}
