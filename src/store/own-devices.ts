import {
  type DeviceId,
  type DeviceName,
  type DevicesChanged,
  lastUsed,
  type NamedDevice,
  nameKey,
} from '#domain/mfa/device.ts'
import type { VerifiedDevice } from '#domain/mfa/enrolment.ts'
import type { PersonId } from '#domain/person.ts'
import { no, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { takeIntoUse } from './enrolments.ts'
import { addOwnEvent, lockOwnAccount, type NoLonger, type OwnAct } from './own-account.ts'

export type OwnDevice = NamedDevice & { since: Date; lastUsed: Date | undefined }

/** What a person's pages show of their devices, the oldest first. */
export async function listOwnDevices(
  sql: Sql | TransactionSql,
  person: PersonId,
): Promise<OwnDevice[]> {
  const rows = await sql<Row[]>`
    select id, name, verified_at, last_step, drift from devices
    where person = ${person} and retired_at is null order by verified_at, id`
  return rows.map(({ id, name, verifiedAt, lastStep, drift }) => ({
    id,
    name,
    since: verifiedAt,
    lastUsed: lastUsed({ lastStep, drift }),
  }))
}

/** Whether a device of that id was put aside; the id is as it came. */
export async function hadOwnDevice(sql: Sql, person: PersonId, id: string): Promise<boolean> {
  const rows = await sql`
    select from devices
    where person = ${person} and id::text = ${id} and retired_at is not null`
  return rows.length > 0
}

/**
 * Locks the account, lets `decide` judge its devices and keeps a yes. `verified`: the secret on the
 * screen that becomes one of them; posted twice, the second finds it gone.
 */
export function changeDevices<Refused>(
  sql: Sql,
  { act, verified }: { act: OwnAct; verified?: VerifiedDevice },
  decide: (devices: readonly NamedDevice[]) => Result<DevicesChanged, Refused>,
): Promise<Result<DevicesChanged, Refused | NoLonger>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    const { person } = act.event
    const devices = await listOwnDevices(tx, person)
    if (verified && !(await isPending(tx, person, verified))) return no({ kind: 'noLonger' })
    const decided = decide(devices)
    if (!decided.ok) return decided
    await keep(tx, { act, verified, before: devices, after: decided.value.devices })
    const { happening } = decided.value
    if (happening) await addOwnEvent(tx, act, happening)
    return decided
  })
}

async function isPending(
  tx: TransactionSql,
  person: PersonId,
  { id }: VerifiedDevice,
): Promise<boolean> {
  const [pending] = await tx`
    select from enrolments where id = ${id} and person = ${person} for update`
  return pending !== undefined
}

type Difference = {
  act: OwnAct
  verified: VerifiedDevice | undefined
  before: readonly NamedDevice[]
  after: readonly NamedDevice[]
}

/** Old ones go first, so that a new one may have their name. */
async function keep(tx: TransactionSql, { act, verified, before, after }: Difference) {
  const { person, at } = act.event
  for (const { id } of before.filter((device) => !has(after, device.id)))
    await tx`update devices set retired_at = ${at} where id = ${id} and person = ${person}`
  for (const { id, name } of after.filter((device) => has(before, device.id)))
    await tx`
      update devices set name = ${name}, name_key = ${nameKey(name)}
      where id = ${id} and person = ${person} and name <> ${name}`
  for (const { name } of after.filter((device) => !has(before, device.id)))
    if (verified) await takeIntoUse(tx, { person, device: verified, name })
}

function has(devices: readonly NamedDevice[], id: DeviceId): boolean {
  return devices.some((device) => device.id === id)
}

type Row = {
  id: DeviceId
  name: DeviceName
  verifiedAt: Date
  lastStep: number
  drift: number
}
