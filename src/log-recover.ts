import { parseNip } from '#domain/nip.ts'
import { reopenRefusedText } from '#views/archive/care-command-words.ts'
import { USAGE } from '#views/import/import-words.ts'
import { recoveredText, recoverRefusedText } from '#views/nation/log-command-words.ts'
import type { Config } from './config.ts'
import { openSigning } from './own-tlog.ts'
import { findOperators, type Operator } from './store/archive/restore/operators.ts'
import type { Sql } from './store/database.ts'
import { startRefusal } from './store/start-refusal.ts'
import { recoverLeaves } from './tlog/recover.ts'

type Tool = { sql: Sql; config: Config; clock: () => Date; say: (text: string) => void }

/** `log recover NIP NIP`: after a restore that cost the tables leaves which the files have (T31). */
export async function runLogRecover(nips: string[], tool: Tool): Promise<void> {
  const [one, other, ...more] = nips.map(parseNip)
  if (!one?.ok || !other?.ok || more.length > 0) throw startRefusal(USAGE)
  const operators = await findOperators(tool.sql, [one.value, other.value], tool.clock())
  if (!operators.ok) throw startRefusal(reopenRefusedText(operators.problem))
  await recoverFor(operators.value, tool)
}

/** `mayBeWhole`: nothing lost is no refusal. */
export async function recoverFor(
  operators: readonly [Operator, Operator],
  { sql, config, clock, say }: Tool,
  { mayBeWhole = false } = {},
): Promise<void> {
  const { files, second, signer } = await openSigning(config)
  const place = { sql, files, second, key: signer.key, operators, clock }
  const recovered = await recoverLeaves(place)
  if (recovered.ok) return say(recoveredText(recovered.value))
  if (mayBeWhole && recovered.problem.kind === 'nothingLost') return
  throw startRefusal(recoverRefusedText(recovered.problem))
}
