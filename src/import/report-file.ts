import { open } from 'node:fs/promises'
import type { Sql } from '../store/database.ts'
import { listFindings } from '../store/import/report.ts'
import type { Run } from '../store/import/runs.ts'

/** One JSON object a line: the run, each agency, each finding. It names people: for its owner alone. */
export async function writeReport(
  sql: Sql,
  { id, source, report }: Run,
  path: string,
): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.chmod(0o600)
    const { agencies = [], ...rest } = report ?? {}
    await file.write(linesOf('run', [{ run: id, source, ...rest }]))
    await file.write(linesOf('agency', agencies))
    for await (const findings of listFindings(sql)) await file.write(linesOf('finding', findings))
  } finally {
    await file.close()
  }
}

function linesOf(type: string, things: readonly object[]): string {
  return things.map((thing) => `${JSON.stringify({ type, ...thing })}\n`).join('')
}
