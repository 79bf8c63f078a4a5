import { warnOfEndingRoles } from '../store/role-warnings.ts'
import { sweep } from '../store/sweep.ts'
import { boardRound } from './boards.ts'
import { completenessRound } from './completeness.ts'
import { digestRound } from './digests.ts'
import { type Post, sendMails } from './mail-sender.ts'
import { retentionRound } from './retention.ts'
import { HOUR_MS, inRounds, MINUTE_MS, type Round, type Rounds } from './rounds.ts'

/** Everything that runs by itself; any number of processes may do so at once. */
export function startJobs(post: Post, isCertain: () => boolean): Rounds {
  const { sql, clock, report } = post
  const every = (ms: number, name: string, work: Round) =>
    inRounds(ms, work, (problem) => report.problem(problem, name))
  const jobs = [
    every(10 * MINUTE_MS, 'sweep', () => sweep(sql, clock())),
    every(MINUTE_MS, 'boards', (isLeaving) => boardRound(sql, clock, isLeaving)),
    every(MINUTE_MS, 'completeness', (isLeaving) => completenessRound(sql, isLeaving)),
    every(MINUTE_MS, 'retention', retentionRound({ sql, clock, isCertain })),
    every(HOUR_MS, 'roles', () => warnOfEndingRoles(sql, clock())),
    every(HOUR_MS, 'digests', () => digestRound(sql, clock)),
    sendMails(post),
  ]
  return { stop: async () => void (await Promise.all(jobs.map(({ stop }) => stop()))) }
}
