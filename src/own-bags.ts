import { bagRound } from './bags/bag-round.ts'
import type { Deps, Report } from './deps.ts'
import { openFile } from './http/archive/open-file.ts'
import { inRounds } from './jobs/rounds.ts'
import type { CopyKey } from './store/archive/found-copies.ts'

/** Whoever asks for theirs looks at the page that waits for it. */
const EVERY_MS = 3000

type Opening = Pick<Deps, 'sql' | 'keyring' | 'blobs' | 'care' | 'tlog' | 'checks' | 'clock'> & {
  report: Pick<Report, 'problem'>
}

/** For the jobs: archives that people take along, made from the same files as they are read from. */
export function openBagJobs({ sql, keyring, blobs, care, clock, report, ...log }: Opening) {
  const failed = (problem: unknown) => report.problem(problem, 'bags')
  const place = {
    sql,
    keyring,
    blobs,
    ...log,
    clock,
    openFile: (file: CopyKey) => openFile({ sql, keyring, blobs, care, clock, report }, file),
    newId: () => crypto.randomUUID(),
    failed,
  }
  return inRounds(EVERY_MS, (isLeaving) => bagRound(place, isLeaving), failed)
}
