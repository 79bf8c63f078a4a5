import type { PersonId } from '#domain/person.ts'
import type { Deps, Visit } from '../../deps.ts'
import type { ThrottleKeys } from '../../store/password-tries.ts'

/** R-RL-01: counted under the person, whatever name they use; an unknown name under itself. */
export function throttleKeys(
  { vault }: Pick<Deps, 'vault'>,
  who: { person: PersonId } | { typedName: string },
  { network, alone, known }: Pick<Visit, 'network' | 'alone' | 'known'>,
): ThrottleKeys {
  const name = 'person' in who ? `person ${who.person}` : `name ${who.typedName}`
  const key = vault.throttleKey
  return {
    nameFromNetwork: key('name and network', `${name} ${network}`),
    addressMinute: key('address a minute', alone),
    addressHour: key('address an hour', alone),
    name: key('name', name),
    unknownBrowsers: key('unknown browsers', name),
    knownBrowsers: key('known browsers', name),
    nameFromBrowser: key('name and browser', `${name} ${known ?? ''}`),
  }
}
