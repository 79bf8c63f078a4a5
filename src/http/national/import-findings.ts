import type { Context } from 'hono'
import { importFindingsPage } from '#views/national/import-findings-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import type { Sql } from '../../store/database.ts'
import { type Found, type FoundPlace, findReport, listFound } from '../../store/import/findings.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { namedUpload, noImport } from './import.ts'

const LINES_A_PAGE = 100
const LINES_TOGETHER = 1000

/** GET /nasional/impor/:id/temuan */
export function getImportFindings(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const upload = await namedUpload(deps, c)
    if (!upload || !('run' in upload)) return noImport(c)
    const after = parsePlace(c.req.query('sesudah') ?? '')
    const found = await listFound(deps.sql, upload.run, after, LINES_A_PAGE + 1)
    const findings = found.slice(0, LINES_A_PAGE)
    const last = found.length > findings.length ? findings.at(-1) : undefined
    const next = last && formatPlace(last)
    const frame = frameOf(deps, c.var)
    return respond(c, importFindingsPage({ frame, upload: upload.id, findings, next }))
  }
}

/** GET /nasional/impor/:id/laporan.ndjson: as the command line writes it, however long it is. */
export function getImportReport(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const upload = await namedUpload(deps, c)
    if (!upload || !('run' in upload)) return noImport(c)
    const kept = await findReport(deps.sql, upload.run)
    if (!kept?.report) return noImport(c)
    const { agencies, ...rest } = kept.report
    const head = linesOf('run', [{ run: upload.run, source: kept.source, ...rest }])
    const lines = allLines(deps.sql, upload.run, head + linesOf('agency', agencies))
    return c.body(ReadableStream.from(lines).pipeThrough(new TextEncoderStream()), 200, {
      'Content-Type': 'application/x-ndjson; charset=UTF-8',
      'Content-Disposition': `attachment; filename="laporan-impor-${upload.id}.ndjson"`,
    })
  }
}

async function* allLines(sql: Sql, run: string, head: string): AsyncIterable<string> {
  yield head
  let after: FoundPlace | undefined
  do {
    const found: Found[] = await listFound(sql, run, after, LINES_TOGETHER)
    yield linesOf(
      'finding',
      found.map(({ file: _, fileName: file, ...one }) => ({ file, ...one })),
    )
    after = found.length === LINES_TOGETHER ? found.at(-1) : undefined
  } while (after)
}

function linesOf(type: string, things: readonly object[]): string {
  return things.map((thing) => `${JSON.stringify({ type, ...thing })}\n`).join('')
}

function formatPlace({ file, line, reason }: FoundPlace): string {
  return `${file}.${line}.${reason}`
}

function parsePlace(text: string): FoundPlace | undefined {
  const [, file, line, reason = ''] = /^(\d{1,6})\.(\d{1,9})\.([A-Za-z.]{1,40})$/.exec(text) ?? []
  return file ? { file: Number(file), line: Number(line), reason } : undefined
}
