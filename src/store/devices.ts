import type { PendingQuery, Row } from 'postgres'
import type { Device, DeviceId, DeviceName } from '#domain/mfa/device.ts'
import type { OldQr } from '#domain/mfa/otp.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from './database.ts'

/** A TOTP secret as kept: opened in `src/secrets` alone, with the device's id as context (R-OT-06). */
export type SealedSeed = { device: string; keyId: string; sealed: Buffer }

type KeptDevice = { device: Device; seed: SealedSeed }
/** A secret put aside or abandoned within seven days, to be recognised by its codes (R-OT-11). */
type KeptOldQr = { oldQr: OldQr; seed: SealedSeed }

export type Authenticators = { inUse: readonly KeptDevice[]; old: readonly KeptOldQr[] }

/** All secrets of a person that a code may belong to, for a statement that has the person as `of`. */
export function authenticatorsColumn(sql: Sql, of: Fragment, now: Date) {
  return sql`
    (select coalesce(json_agg(one), '[]') from (
      select d.id, d.name, d.key_id as "keyId", encode(d.sealed, 'base64') as sealed,
        d.last_step as "lastStep", d.drift, d.verified_at as since, d.retired_at is null as "inUse",
        d.retired_at as "retiredAt", d.put_aside as "putAside",
        (select coalesce(json_agg(json_build_object('step', t.step, 'atStep', t.at_step)), '[]')
          from told_steps t where t.device = d.id) as told
      from devices d
      where d.person = ${of}
        and (d.retired_at is null or d.retired_at > ${now}::timestamptz - interval '7 days')
      union all
      select e.id, null, e.key_id, encode(e.sealed, 'base64'), 0, 0, e.started_at, false,
        null, false, '[]'
      from enrolments e
      where e.person = ${of} and e.expires_at > ${now}::timestamptz - interval '7 days'
      order by since desc
    ) one) as authenticators`
}

export async function listAuthenticators(
  sql: Sql,
  person: PersonId,
  now: Date,
): Promise<Authenticators> {
  const [row] = await sql<{ authenticators: AuthenticatorJson[] }[]>`
    select ${authenticatorsColumn(sql, sql`${person}`, now)}`
  return toAuthenticators(row?.authenticators ?? [])
}

export function toAuthenticators(rows: readonly AuthenticatorJson[]): Authenticators {
  return {
    inUse: rows.flatMap((row) => (row.inUse && row.name ? [toKept(row, row.name)] : [])),
    old: rows.filter((row) => !row.inUse).map(toOld),
  }
}

type Fragment = PendingQuery<Row[]>

/** Bytes in base64 and moments as text, as JSON has them. */
export type AuthenticatorJson = {
  id: DeviceId
  name: DeviceName | null
  keyId: string
  sealed: string
  lastStep: number
  drift: number
  since: string
  inUse: boolean
  retiredAt: string | null
  putAside: boolean
  told: { step: number; atStep: number }[]
}

function toKept(
  { id, lastStep, drift, told, ...row }: AuthenticatorJson,
  name: DeviceName,
): KeptDevice {
  return { device: { id, name, lastStep, drift, told }, seed: toSeed({ id, ...row }) }
}

function toOld({ id, name, since, ...row }: AuthenticatorJson): KeptOldQr {
  const oldQr = { name: name ?? undefined, since: new Date(since) }
  return { oldQr, seed: toSeed({ id, ...row }) }
}

function toSeed({
  id,
  keyId,
  sealed,
}: Pick<AuthenticatorJson, 'id' | 'keyId' | 'sealed'>): SealedSeed {
  return { device: id, keyId, sealed: Buffer.from(sealed, 'base64') }
}
