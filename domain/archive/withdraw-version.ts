import { no, ok, type Result } from '../result.ts'
import { mayUploadFor, type Uploader, type UploadSubject } from './uploader.ts'
import type { Version, WithdrawnVersion } from './version.ts'

/** `wasVerified`: once, whatever became of it since (T10). */
export type Withdrawal = { wasVerified: boolean; now: Date } & (
  | { by: Uploader; subject: UploadSubject }
  | { by: 'system' }
)

export type WithdrawRefused =
  | { kind: 'noRight' | 'wasVerified' | 'alreadyWithdrawn' | 'rejected' }
  | { kind: 'notYet'; from: Date }

/** T8: what nobody has verified yet goes at a word of who may send it, and by itself after a year. */
export function withdrawVersion(
  version: Version,
  withdrawal: Withdrawal,
): Result<WithdrawnVersion, WithdrawRefused> {
  switch (version.status) {
    case 'withdrawn':
      return no({ kind: 'alreadyWithdrawn' })
    case 'rejectedBySystem':
      return no({ kind: 'rejected' })
    case 'verified':
    case 'superseded':
      return no({ kind: 'wasVerified' })
    case 'quarantined':
    case 'awaitingVerification':
    case 'returned':
      return withdrawLiving(version, withdrawal)
  }
}

/** Whether a page may offer it to whoever may send; it is judged again under the lock. */
export function mayBeWithdrawn({ status }: Version, wasVerified: boolean): boolean {
  return !wasVerified && ['quarantined', 'awaitingVerification', 'returned'].includes(status)
}

type Living = Extract<Version, { status: 'quarantined' | 'awaitingVerification' | 'returned' }>

function withdrawLiving(
  version: Living,
  withdrawal: Withdrawal,
): Result<WithdrawnVersion, WithdrawRefused> {
  if (withdrawal.wasVerified) return no({ kind: 'wasVerified' })
  const refused =
    withdrawal.by === 'system' ? tooSoon(version, withdrawal.now) : noRight(withdrawal)
  return refused ? no(refused) : ok(withdrawn(version, withdrawal.now))
}

function noRight(withdrawal: Exclude<Withdrawal, { by: 'system' }>): WithdrawRefused | undefined {
  return mayUploadFor(withdrawal.by, withdrawal.subject) ? undefined : { kind: 'noRight' }
}

/** The portal itself takes back only what was returned and left lying for a year. */
function tooSoon(version: Living, now: Date): WithdrawRefused | undefined {
  const from = staleFrom(version.since)
  return version.status === 'returned' && now >= from ? undefined : { kind: 'notYet', from }
}

export function staleFrom(returnedAt: Date): Date {
  const from = new Date(returnedAt)
  from.setUTCFullYear(from.getUTCFullYear() + 1)
  return from
}

function withdrawn(version: Living, now: Date): WithdrawnVersion {
  const { id, record, no, person, agency, uploadedBy, uploadedAs, receivedAt, bytes, scan } =
    version
  const received = {
    id,
    record,
    no,
    person,
    agency,
    uploadedBy,
    uploadedAs,
    receivedAt,
    bytes,
    scan,
  }
  return { ...received, status: 'withdrawn', since: now }
}
