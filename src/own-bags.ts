import { workOnBags } from './bags/work.ts'
import type { Deps, Report } from './deps.ts'
import { openFile } from './http/archive/open-file.ts'

type Opening = Pick<Deps, 'sql' | 'keyring' | 'blobs' | 'care' | 'clock'> & {
  report: Pick<Report, 'problem'>
}

/** For the jobs: archives that people take along, made from the same files as they are read from. */
export function openBagJobs({ sql, keyring, blobs, care, clock, report }: Opening) {
  return workOnBags({
    sql,
    keyring,
    blobs,
    clock,
    openFile: (file) => openFile({ sql, keyring, blobs, care, clock, report }, file),
    newId: () => crypto.randomUUID(),
    failed: (problem) => report.problem(problem, 'bags'),
  })
}
