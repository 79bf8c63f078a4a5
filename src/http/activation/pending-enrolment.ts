import { type Enrolment, startEnrolment } from '#domain/mfa/enrolment.ts'
import type { PersonId } from '#domain/person.ts'
import type { BrowserId } from '#domain/sign-in/sign-in.ts'
import type { Deps } from '../../deps.ts'
import { addEnrolment, type KeptEnrolment } from '../../store/enrolments.ts'

/** The secret on this browser's screen, the same one for fifteen minutes, or why there is none. */
export function pendingEnrolment(
  { sql, vault }: Deps,
  asked: { person: PersonId; browser: BrowserId; now: Date },
): Promise<KeptEnrolment | { kind: 'tooManyQrCodes'; until: Date }> {
  return addEnrolment(sql, asked, (started) => {
    const device = vault.newId()
    const fresh = startEnrolment(device as Enrolment['id'], started, asked.now)
    return fresh.ok
      ? { enrolment: fresh.value, seed: vault.newSealedSeed(device), name: undefined }
      : fresh.problem
  })
}
