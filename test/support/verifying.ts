import type { AgencyId, UnitId } from '#domain/agency.ts'
import { verifyVersion } from '#domain/archive/verify-version.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { ok } from '#domain/result.ts'
import { judgeVersion, type ToJudge } from '#src/store/archive/judging.ts'
import type { Sql } from '#src/store/database.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addContent, addRecord, addVersion, type SomeVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { acting } from '#test/support/role-acts.ts'
import { passwords } from '#test/support/secrets.ts'

/** Whose password nobody types, so that one hash serves all. */
const hash = await passwords.hash(PASSWORD)

/** An agency with two verifiers and an employee. */
export async function addVerifiers(sql: Sql) {
  const agency = await addAgency(sql)
  const verifier = await acting(sql, { role: 'verifier', agency, hash })
  const colleague = await acting(sql, { role: 'verifier', agency, hash })
  const employee = await addPerson(sql, { agency, hash, name: 'Dewi Lestari' })
  return { agency, verifier, colleague, employee }
}

export type Waits = Partial<SomeVersion> & {
  agency?: AgencyId
  unit?: UnitId
  type?: string
  slot?: string
  employee?: SomePerson
}

/** A version that waits, of somebody new in that agency, with two healthy copies. */
export async function addWaiting(sql: Sql, { agency, unit, type, slot, ...fields }: Waits = {}) {
  const { employee, ...version } = fields
  const whom = employee ?? (await addPerson(sql, { agency, unit, hash, name: 'Dewi Lestari' }))
  const kind = { ...(type && { type }), ...(slot !== undefined && { slot }) }
  const record = await addRecord(sql, { person: whom.id, ...(agency && { agency }), ...kind })
  const id = await addVersion(sql, { ...version, record })
  await addContent(sql, id)
  return { id, record, person: whom.id }
}

export function claimingOf({ hat, event }: OfficeAct, now = event.at) {
  return { hat, person: event.actor, now }
}

/** Accepts with whatever metadata, by the rule of the domain. */
export function accept(sql: Sql, act: OfficeAct, id: VersionId, needed = 2) {
  const { hat, event } = act
  const by = { person: event.actor, mandate: hat }
  return judgeVersion(sql, act, id, (found: ToJudge) => {
    const copies = { healthy: found.healthy, needed }
    const metadata = ok({ decreeNumber: '821/17/2010' })
    return verifyVersion(found, { by, now: event.at, metadata, copies })
  })
}
