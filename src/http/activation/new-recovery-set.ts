import type { Happening, Origin } from '#domain/audit/event.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import type { Deps, Place } from '../../deps.ts'
import type { replaceRecoverySet } from '../../store/recovery-sets.ts'

type NewSet = Parameters<typeof replaceRecoverySet>[1]
type Made = Extract<Happening, { kind: 'recoveryCodesMade' }>
type Asked = {
  person: PersonId
  to: Buffer
  origin: Origin
  now: Date
  occasion: Made['occasion']
}

const NAME_LENGTH = 2
const SHOWN_SECONDS = 30 * 60

/** Ten codes, hashed one after the other in one turn, and sealed for the session that sees them. */
export async function newRecoverySet(
  { vault, passwords }: Deps,
  { person, to, origin, now, occasion }: Asked,
  place: Place,
): Promise<NewSet> {
  const codes = vault.newRecoveryCodes()
  const hashed = await place.run(async () => {
    const kept: NewSet['codes'][number][] = []
    for (const code of codes) {
      const { body } = await passwords.hash(code.slice(NAME_LENGTH))
      kept.push({ name: code.slice(0, NAME_LENGTH), body })
    }
    return kept
  })
  const sealed = vault.sealCodes(person, codes)
  const happening = { kind: 'recoveryCodesMade', occasion } as const
  return {
    person,
    codes: hashed,
    shown: { to, until: after(now, SHOWN_SECONDS), ...sealed },
    event: { ...origin, at: now, person, actor: person, happening },
  }
}
