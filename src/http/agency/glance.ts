import { adviceFor } from '#domain/desk/advice.ts'
import { codeFailures, codeTrouble } from '#domain/desk/code-failures.ts'
import { mailboxOf, standingOf } from '#domain/desk/standing.ts'
import { isClosedToBrowsers } from '#domain/throttle/password-throttle.ts'
import type { SeenEmployee } from '../../store/desk/employee.ts'

/** How an account stands, and what helps. */
export function glanceOf(employee: SeenEmployee, now: Date) {
  const { account, emails, codes, pendingMfaReset } = employee
  const standing = standingOf(account, now)
  const mailbox = mailboxOf(emails.map(({ bouncedAt }) => bouncedAt !== undefined))
  const isClosedToNewBrowsers = isClosedToBrowsers(employee.passwordFailures)
  return {
    account: {
      standing,
      since: account.stateSince,
      mailbox,
      isClosedToNewBrowsers,
      lastSignedInAt: employee.lastSignedInAt,
      emails: emails.map((email) => ({ ...email, isUsable: email.usableFrom <= now })),
      devices: employee.devices,
      recovery: employee.recovery,
      pendingMfaReset,
      failures: codeFailures(codes),
    },
    advice: adviceFor({
      standing,
      mailbox,
      isClosedToNewBrowsers,
      trouble: codeTrouble(codes),
      mfaResetOpensAt: pendingMfaReset?.opensAt,
    }),
  }
}
