import type { Nip } from '../nip.ts'
import { changesOf } from './changes-of.ts'
import type { MetRefusal } from './finding.ts'
import type { Candidate, Met, Surroundings } from './met.ts'
import type { Verdict } from './verdict.ts'

/** One record against what is there; the model of the set-based `judged` in src/store/import. */
export function judgeRecord(candidate: Candidate, around: Surroundings): Verdict {
  const met = around.whoHas(candidate.nip) ?? formerOwner(candidate, around)
  const refused = refusalOf(candidate, met, around)
  if (refused) return { kind: 'refused', reason: refused }
  if (!met) return { kind: 'new' }
  const changes = changesOf(candidate, met, around)
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes }
}

function formerOwner({ formerNip }: Candidate, { whoHas }: Surroundings): Met | undefined {
  return formerNip && whoHas(formerNip)
}

function refusalOf(
  candidate: Candidate,
  met: Met | undefined,
  around: Surroundings,
): MetRefusal | undefined {
  const { nip, formerNip, userName, agency, name, credentials } = candidate
  if (around.isClaimedByOthers) return 'claimedTwice'
  if (met && isPast(met, nip)) return 'numberReplaced'
  const owners = [formerNip, userName].map((one) => one && around.whoHas(one))
  if (owners.some((owner) => owner && owner.id !== met?.id)) return 'otherPerson'
  if (agency && !around.isAgency(agency)) return 'unknownAgency'
  if (met) return undefined
  if (!credentials && !agency) return 'agencyMissing'
  return name ? undefined : 'nameMissing'
}

function isPast({ names }: Met, nip: Nip): boolean {
  return names.some((one) => one.name === nip && !one.inForce)
}
