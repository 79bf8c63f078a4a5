import type { Zone } from '#domain/agency.ts'
import type { PastCode } from '#domain/desk/code-failures.ts'
import type { Mailbox, Standing } from '#domain/desk/standing.ts'
import { Tile } from '../parts/tile.tsx'
import { dayText, momentText } from '../parts/time-words.ts'
import { StandingMark } from './employee-table.tsx'
import {
  activeText,
  addressText,
  CLOSED_TO_BROWSERS,
  codeText,
  NO_DEVICE,
  NO_EMAIL,
  NO_FAILURE,
  pendingText,
  recoveryText,
} from './state-words.ts'

type ShownDevice = { name: string; since: Date; retiredAt: Date | undefined }

type ShownAddress = {
  address: string
  bouncedAt: Date | undefined
  usableFrom: Date
  isUsable: boolean
}

export type ShownAccount = {
  standing: Standing
  since: Date
  mailbox: Mailbox
  isClosedToNewBrowsers: boolean
  lastSignedInAt: Date | undefined
  emails: readonly ShownAddress[]
  devices: readonly ShownDevice[]
  recovery: { madeAt: Date; isSaved: boolean; left: number } | undefined
  pendingMfaReset: { opensAt: Date | undefined } | undefined
  failures: readonly PastCode[]
}

type Props = { account: ShownAccount; zone: Zone }

export function StateTile({ account, zone }: Props) {
  const { standing, mailbox, since, lastSignedInAt, pendingMfaReset } = account
  return (
    <Tile heading="Keadaan akun">
      <p>
        <StandingMark standing={standing} mailbox={mailbox} zone={zone} />
      </p>
      <dl class="facts">
        <dt>Sejak</dt>
        <dd>{activeText(standing, since, zone)}</dd>
        <dt>Masuk terakhir</dt>
        <dd>{lastSignedInAt ? momentText(lastSignedInAt, zone) : 'belum pernah'}</dd>
        <dt>Kode cadangan</dt>
        <dd>{recoveryText(account.recovery, zone)}</dd>
        {pendingMfaReset && (
          <>
            <dt>Reset MFA</dt>
            <dd>{pendingText(pendingMfaReset.opensAt, zone)}</dd>
          </>
        )}
      </dl>
      {account.isClosedToNewBrowsers && <p class="problem">{CLOSED_TO_BROWSERS}</p>}
    </Tile>
  )
}

export function EmailTile({ account, zone }: Props) {
  return (
    <Tile heading="Email">
      {account.emails.length === 0 && <p class="none">{NO_EMAIL}</p>}
      <ul class="rows">
        {account.emails.map((email) => (
          <li>
            <code>{email.address}</code>
            <p class="hint">{addressText(email, zone)}</p>
          </li>
        ))}
      </ul>
    </Tile>
  )
}

export function DevicesTile({ account, zone }: Props) {
  return (
    <Tile heading="Perangkat">
      {account.devices.length === 0 && <p class="none">{NO_DEVICE}</p>}
      <ul class="rows">
        {account.devices.map(({ name, since, retiredAt }) => (
          <li>
            {name}
            <p class="hint">
              sejak {dayText(since, zone)}
              {retiredAt && `, disisihkan ${dayText(retiredAt, zone)}`}
            </p>
          </li>
        ))}
      </ul>
    </Tile>
  )
}

/** Why codes were refused in the last days, the newest first. */
export function CodeTile({ account, zone }: Props) {
  return (
    <Tile heading="Kode yang gagal, 7 hari terakhir">
      {account.failures.length === 0 && <p class="none">{NO_FAILURE}</p>}
      <ol class="log">
        {account.failures.map(({ at, happening }) => (
          <li>
            <p class="hint">{momentText(at, zone)}</p>
            <p>{codeText(happening, zone)}</p>
          </li>
        ))}
      </ol>
    </Tile>
  )
}
