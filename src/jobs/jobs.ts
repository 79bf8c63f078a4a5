import { keepBoards } from './boards.ts'
import { keepCompleteness } from './completeness.ts'
import { digestRound } from './digests.ts'
import { everyHour } from './every-hour.ts'
import { type Post, sendMails } from './mail-sender.ts'
import { keepRetention } from './retention.ts'
import { warnRegularly } from './role-warnings.ts'
import { sweepRegularly } from './sweep.ts'

/** Everything that runs by itself; any number of processes may do so at once. */
export function startJobs(post: Post, isCertain: () => boolean): { stop: () => Promise<void> } {
  const { sql, clock, report } = post
  const sweeping = sweepRegularly(sql, clock, (problem) => report.problem(problem, 'sweep'))
  const boards = keepBoards(sql, clock, (problem) => report.problem(problem, 'boards'))
  const completeness = keepCompleteness(sql, (problem) => report.problem(problem, 'completeness'))
  const retention = keepRetention({
    sql,
    clock,
    isCertain,
    failed: (problem) => report.problem(problem, 'retention'),
  })
  const warning = warnRegularly(sql, clock, (problem) => report.problem(problem, 'roles'))
  const digests = everyHour(
    () => digestRound(sql, clock),
    (problem) => report.problem(problem, 'digests'),
  )
  const sending = sendMails(post)
  return {
    stop: async () => {
      sweeping.stop()
      warning.stop()
      await Promise.all([
        boards.stop(),
        completeness.stop(),
        retention.stop(),
        digests.stop(),
        sending.stop(),
      ])
    },
  }
}
