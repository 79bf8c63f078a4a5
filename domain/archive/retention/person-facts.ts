import { type CivilDate, laterOf } from '../../civil-date.ts'
import { type EndOfService, type Service, startsRetention } from '../../import/service.ts'
import type { Facts, Leaving } from './facts.ts'

/** What the national data and verified papers say of somebody's service; days in any order. */
export type KnownOfPerson = {
  service: Service
  /** Days from which a decree or the national data says that service has ended. */
  endings: readonly CivilDate[]
  /** Days on which agreements of a PPPK end. */
  agreements: readonly CivilDate[]
  appointments: readonly CivilDate[]
}

const DIED: readonly string[] = ['2', '6']
const RETIRED: readonly string[] = ['88', '98', '99']

/**
 * Only what both sides say: a date alone may be that of a decree which was taken back, and whoever
 * serves on may have an agreement that nobody uploaded yet.
 */
export function factsOfPerson(known: KnownOfPerson): Facts {
  const { service, endings, agreements, appointments } = known
  const hasLeft = startsRetention(service)
  const ended = hasLeft ? latestOf(endings) : undefined
  const contract = hasLeft ? latestOf(agreements) : undefined
  const appointed = latestOf(appointments)
  return {
    ...(ended && { serviceEnded: { on: ended, how: leavingOf(service) } }),
    ...(contract && { contractEnded: { on: contract } }),
    ...(appointed && { appointed: { on: appointed } }),
  }
}

function leavingOf({ position, ending }: Service): Leaving {
  if (ending && DIED.includes(ending)) return 'died'
  const isPension = ending === ('1' as EndOfService) || (position && RETIRED.includes(position))
  return isPension ? 'retired' : 'left'
}

function latestOf(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>(
    (latest, day) => (latest ? laterOf(latest, day) : day),
    undefined,
  )
}
