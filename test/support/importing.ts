import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importFiles } from '#src/import/import-files.ts'
import { sealSeed } from '#src/secrets/seeds.ts'
import type { Sql } from '#src/store/database.ts'
import { NOW } from './builders.ts'
import { someKeys } from './keys.ts'
import { newFolder } from './processes.ts'

export type Told = {
  said: string
  run: {
    run: string
    records: number
    refusals: Record<string, number>
    credentials: Record<string, number>
  }
  agencies: { agency: string; new: number; changed: number; unchanged: number; refused: number }[]
  findings: { file: string; line: number; nip: string | null; refused: boolean; reason: string }[]
  /** Everything that was written anywhere. */
  all: string
}

type Ways = { apply?: boolean; withOtp?: boolean; now?: Date }

const AGENCIES = 'code,name,zone\n7001,Instansi Satu,WIB\n7002,Instansi Dua,WIT\n'

/** Two agencies that people can belong to: 7001 and 7002. */
export function importAgencies(sql: Sql): Promise<Told> {
  return importFile(sql, 'agencies.csv', AGENCIES)
}

const UNITS = `agency,code,name,parent_code
7001,02.1,SD Negeri 1,02
7001,01,Dinas Kesehatan,
7001,02,Dinas Pendidikan,
7002,01,Sekretariat,
`

/** Three in 7001, one beneath another, and one in 7002. */
export function importUnits(sql: Sql): Promise<Told> {
  return importFile(sql, 'units.csv', UNITS)
}

/** Writes files into a folder of their own and imports it; applied unless told otherwise. */
export async function importFile(sql: Sql, name: string, text: string, ways: Ways = {}) {
  return importFolder(sql, { [name]: text }, ways)
}

export async function importFolder(sql: Sql, files: Record<string, string>, ways: Ways = {}) {
  const folder = join(await newFolder(), randomUUID())
  await mkdir(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return importPath(sql, folder, ways)
}

export async function importPath(
  sql: Sql,
  path: string,
  { apply = true, withOtp = false, now = NOW }: Ways = {},
): Promise<Told> {
  const report = join(await newFolder(), 'report.ndjson')
  let [said, drawn] = ['', '']
  const screen = {
    write: (text: string) => {
      drawn += text
    },
    isTerminal: false,
    uptime: () => 0,
  }
  const say = (text: string) => {
    said += `${text}\n`
  }
  const seal = (device: string, seed: Buffer) => sealSeed(someKeys(), device, seed)
  const tool = { sql, clock: () => now, screen, say, workers: 2, seal }
  await importFiles(tool, { path, apply, withOtp, report })
  const lines = (await readFile(report, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const of = (type: string) => lines.filter((line) => line.type === type)
  const all = said + drawn + JSON.stringify(lines)
  return { said, run: of('run')[0], agencies: of('agency'), findings: of('finding'), all }
}

/** A file about people with the columns that are named; a missing value says nothing. */
export function peopleCsv(rows: readonly Record<string, string>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}
