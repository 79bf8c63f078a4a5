import type { PersonId } from '#domain/person.ts'
import { parseEmailCode } from '#domain/reset/typed-code.ts'
import type { NewEmailProblem } from '#views/email/new-email-words.ts'
import type { Deps, Visit } from '../../deps.ts'
import {
  admitCorrectionTry,
  giveBackCorrectionTry,
  type ProofRefused,
  proveCorrection,
} from '../../store/email-corrections.ts'
import { addEvent } from '../../store/events.ts'
import { originOf } from '../visit.ts'

/** A code from the new mailbox, of whoever is named; undefined: the address is theirs now. */
export async function tryCorrectionCode(
  deps: Deps,
  { person, visit }: { person: PersonId | undefined; visit: Visit },
  typed: string,
): Promise<NewEmailProblem | undefined> {
  const code = parseEmailCode(typed)
  if (!code.ok) return code.problem
  const now = deps.clock()
  const out = await admitCorrectionTry(deps.sql, person, now)
  const matches = deps.vault.correctionMatches(out, code.value)
  if (!out || !person) return { kind: 'noCode' }
  const event = { ...originOf(visit), at: now, person, actor: person }
  try {
    if (matches) {
      const proven = await proveCorrection(deps.sql, { person, ...out, event })
      return proven.ok ? undefined : await giveBack(deps, out.id, proven.problem)
    }
    await addEvent(deps.sql, { ...event, happening: { kind: 'emailCorrectionWrong' } })
    return { kind: 'noCode' }
  } catch (problem) {
    await giveBackCorrectionTry(deps.sql, out.id)
    throw problem
  }
}

/** What was right but is refused by a rule was no wrong code. */
async function giveBack(
  { sql }: Deps,
  id: Parameters<typeof giveBackCorrectionTry>[1],
  problem: ProofRefused,
): Promise<NewEmailProblem> {
  await giveBackCorrectionTry(sql, id)
  switch (problem.kind) {
    case 'held':
      return { kind: 'changeHeld', until: problem.until }
    case 'noCode':
    case 'frozen':
    case 'disabled':
      return { kind: 'noCode' }
    case 'sameAddress':
    case 'changedMeanwhile':
      return { kind: 'correctionOver' }
  }
}
