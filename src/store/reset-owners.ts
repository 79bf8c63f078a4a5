import type { Mandate } from '#domain/access/mandate.ts'
import type { Account } from '#domain/account/account.ts'
import type { Person, PersonId } from '#domain/person.ts'
import { opensFrozen } from '#domain/reset/frozen-device.ts'
import { filled, type Sql, type TransactionSql } from './database.ts'
import {
  type AuthenticatorJson,
  type Authenticators,
  authenticatorsColumn,
  toAuthenticators,
} from './devices.ts'
import { type MandateJson, type PersonRow, personColumns, toMandates, toPerson } from './people.ts'

/** Whose password is reset, as far as a proven mailbox may know. */
export type ResetOwner = {
  account: Account
  mandates: readonly Mandate[]
  person: Person
  lockedUntil: Date
  hasRecoveryCodes: boolean
  /** Those whose codes count: for a frozen account the ones older than what was reported. */
  authenticators: Authenticators
}

export async function findResetOwner(
  sql: Sql,
  person: PersonId,
  now: Date,
): Promise<ResetOwner | undefined> {
  const [row] = await sql<Row[]>`
    select a.state, a.mfa, a.frozen_at, a.codes_locked_until,
      exists (select from recovery_codes r where r.person = a.person and r.used_at is null) as has_codes,
      ${authenticatorsColumn(sql, sql`a.person`, now)}, ${personColumns(sql)}
    from accounts a
    join people p on p.id = a.person
    join agencies g on g.id = p.agency
    where a.person = ${person}`
  if (!row) return undefined
  const { state, mfa, frozenAt, codesLockedUntil, hasCodes } = row
  return {
    account: { person, state, mfa },
    mandates: toMandates(row.mandates),
    person: toPerson(row),
    lockedUntil: codesLockedUntil,
    hasRecoveryCodes: hasCodes && state !== 'frozen',
    authenticators:
      state === 'frozen'
        ? olderThanReport(row.authenticators, filled(frozenAt), now)
        : { ...toAuthenticators(row.authenticators), old: [] },
  }
}

/** Devices put aside since then serve like those in use, for this alone. */
function olderThanReport(
  rows: readonly AuthenticatorJson[],
  frozenAt: Date,
  now: Date,
): Authenticators {
  const older = rows.filter(
    ({ name, since, retiredAt, putAside }) =>
      name !== null &&
      opensFrozen(
        {
          verifiedAt: new Date(since),
          retiredAt: retiredAt === null ? undefined : new Date(retiredAt),
          wasPutAside: putAside,
        },
        frozenAt,
        now,
      ),
  )
  return toAuthenticators(older.map((row) => ({ ...row, inUse: true })))
}

/** Under the lock of the account, for the decision that ends a reset. */
export async function lockResetOwner(
  tx: TransactionSql,
  person: PersonId,
): Promise<Pick<ResetOwner, 'account' | 'mandates'> & { frozenAt: Date | undefined }> {
  const [row] = await tx<Row[]>`
    select a.state, a.mfa, a.frozen_at, ${personColumns(tx)}
    from accounts a
    join people p on p.id = a.person
    join agencies g on g.id = p.agency
    where a.person = ${person} for update of a`
  if (!row) throw new Error('a reset of nobody')
  const { state, mfa, frozenAt } = row
  return {
    account: { person, state, mfa },
    mandates: toMandates(row.mandates),
    frozenAt: frozenAt ?? undefined,
  }
}

type Row = PersonRow & {
  state: Account['state']
  mfa: Account['mfa']
  frozenAt: Date | null
  codesLockedUntil: Date
  hasCodes: boolean
  mandates: MandateJson[]
  authenticators: AuthenticatorJson[]
}
