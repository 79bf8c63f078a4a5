import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { PersonId } from '#domain/person.ts'
import { type Asked, askReset } from '#domain/reset/ask.ts'
import { no, type Result } from '#domain/result.ts'
import { addressFactor } from '#domain/throttle/network.ts'
import type { Deps, Visit } from '../../deps.ts'
import { askForCode, type MailKeys } from '../../store/email-codes.ts'
import type { NewMail } from '../../store/outbox.ts'
import type { ResetKey } from '../../store/resets.ts'
import { originOf } from '../visit.ts'

/** A new code for the reset of this key; nothing here tells whether it is mailed (R-EN-01). */
export function takeAskStep(
  deps: Deps,
  { key, address, visit }: { key: ResetKey; address: EmailAddress; visit: Visit },
): Promise<Result<Asked, { kind: 'elsewhere' }>> {
  const { sql, vault, site } = deps
  const now = deps.clock()
  return askForCode(sql, {
    key,
    address,
    known: visit.known ? vault.tokenHash(visit.known) : undefined,
    keys: (person) => mailKeys(deps, visit, person),
    addressFactor: addressFactor(site.isOffice(visit.address)),
    decide: (reset, facts) => (reset ? askReset(reset, facts, now) : no({ kind: 'elsewhere' })),
    makeCode: (asked) => makeCode(deps, visit, { key, asked, now }),
    now,
  })
}

/** Table 4.1; nobody's account counters are never moved, so what they are made of does not matter. */
function mailKeys({ vault }: Deps, { alone }: Visit, person: PersonId | undefined): MailKeys {
  const account = `person ${person ?? ''}`
  return {
    addressHour: vault.throttleKey('reset mails of an address', alone),
    accountHour: vault.throttleKey('reset mails an hour', account),
    accountDay: vault.throttleKey('reset mails a day', account),
    knownHour: vault.throttleKey('reset mails of known browsers', account),
  }
}

/** Made for everybody alike; the mail of those who get none is never written. */
function makeCode(
  { vault }: Deps,
  visit: Visit,
  { key, asked, now }: { key: ResetKey; asked: Asked; now: Date },
) {
  const { reset } = asked
  const code = vault.newEmailCode()
  const mac = vault.emailCodeMac({ reset: reset.id, browser: key.browser }, code)
  const person = reset.person ?? ('' as PersonId)
  const mail = (address: EmailAddress): NewMail => {
    const id = vault.newId() as MailId
    const sealed = vault.sealMail(id, { code, until: reset.code.expiresAt })
    return { id, person, address, kind: 'resetCode', sealed, madeAt: now }
  }
  const happening = { kind: 'resetCodeMade', purpose: key.purpose } as const
  return { mac, mail, event: { ...originOf(visit), at: now, person, actor: person, happening } }
}
