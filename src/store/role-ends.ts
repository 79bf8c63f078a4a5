import {
  type EndRefused,
  endMandate,
  type HeldMandate,
  layDownMandate,
} from '#domain/access/end-mandate.ts'
import type { Admins } from '#domain/access/give-mandate.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no, type Result } from '#domain/result.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { addActEvent } from './office-acts.ts'
import { lockOwnAccount, type NoLonger, type OwnAct } from './own-account.ts'
import { type MandateJson, mandatesColumn, toMandates } from './people.ts'
import { countAdmins, findGiver, type HatGone, lockPeople, lockRoles } from './role-judging.ts'
import type { OfficeAct } from './worn-hat.ts'

type Ended = { id: MandateId; person: PersonId }

export type NoSuchMandate = { kind: 'noSuchMandate' }

/** By an admin; under the program's own role, for the holder may have moved out of their scope. */
export function endRole(
  sql: Sql,
  { id, person, reason }: Ended & { reason: Reason },
  act: OfficeAct,
): Promise<Result<HeldMandate, EndRefused | HatGone | NoSuchMandate>> {
  return inTransaction(sql, async (tx) => {
    const { actor, at } = act.event
    await lockPeople(tx, [person, actor])
    const giver = await findGiver(tx, act)
    if (!giver) return no({ kind: 'hatGone' })
    return take(tx, { id, person }, at, {
      decide: (mandate, admins) => endMandate(mandate, giver, admins, at),
      record: ({ role }) =>
        addActEvent(tx, act, person, { kind: 'mandateEnded', role, mandate: id, reason }),
    })
  })
}

/** By its holder, whatever hat they wear. */
export function layDownRole(
  sql: Sql,
  id: MandateId,
  act: OwnAct,
): Promise<Result<HeldMandate, EndRefused | NoLonger | NoSuchMandate>> {
  const { person, at } = act.event
  return inTransaction(sql, async (tx) => {
    if (!(await lockOwnAccount(tx, act))) return no({ kind: 'noLonger' })
    return take(tx, { id, person }, at, {
      decide: (mandate, admins) => layDownMandate(mandate, admins, at),
      record: ({ role }) => {
        const happening: Happening = { kind: 'mandateLaidDown', role, mandate: id }
        return addEvent(tx, { ...act.event, happening })
      },
    })
  })
}

type Taking<Refused> = {
  decide: (mandate: HeldMandate, admins: Admins) => Result<HeldMandate, Refused>
  record: (mandate: HeldMandate) => Promise<void>
}

async function take<Refused>(
  tx: TransactionSql,
  { id, person }: Ended,
  now: Date,
  { decide, record }: Taking<Refused>,
): Promise<Result<HeldMandate, Refused | NoSuchMandate>> {
  const [row] = await tx<{ mandates: MandateJson[] }[]>`
    select ${mandatesColumn(tx, tx`${person}::uuid`)}`
  const held = toMandates(row?.mandates ?? []).find((one) => one.id === id)
  if (!held) return no({ kind: 'noSuchMandate' })
  await lockRoles(tx, held.agency)
  const decided = decide({ ...held, person }, await countAdmins(tx, held.agency, now))
  if (!decided.ok) return decided
  await tx`select end_mandate(${id}, ${now})`
  await record(decided.value)
  return decided
}
