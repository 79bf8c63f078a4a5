import { describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no, ok } from '#domain/result.ts'
import { keepAccess } from '#src/store/archive/access-log.ts'
import { listAccesses } from '#src/store/archive/accesses.ts'
import {
  addObjection,
  answerObjection,
  listObjections,
  type ObjectionId,
} from '#src/store/archive/objections.ts'
import { inScope } from '#src/store/scope.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { acting } from '#test/support/role-acts.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const answer = 'Berkas diperiksa karena usul kenaikan pangkat.' as Reason

async function objected() {
  const cast = await addVerifiers(owner)
  const { id, record, person } = await addWaiting(owner, { agency: cast.agency })
  const { verifier } = cast
  await keepAccess(sql, {
    person,
    by: { actor: verifier.id, hat: verifier.hat.id },
    purpose: 'verification',
    action: 'recordViewed',
    read: { record, version: id, no: 1 },
    at: NOW,
  })
  const objection = crypto.randomUUID() as ObjectionId
  const admin = await acting(owner, { role: 'agencyAdmin', agency: cast.agency })
  const object = () => addObjection(sql, { id: objection, person, n: 1 }, NOW)
  return { ...cast, person, objection, admin, object }
}

const open = ({ hat, event }: OfficeAct) =>
  inScope(sql, scopeOf(hat), event.at, (tx) => listObjections(tx, 'open', 10))

describe('UU PDP 31-32 an objection', () => {
  test('reaches the admins of the agency whose officer read, and its answer the person', async () => {
    const { person, objection, admin, object } = await objected()
    expect(await object()).toEqual(ok({ at: NOW }))
    expect(await object()).toEqual(no({ kind: 'alreadyObjected' }))
    const [listed] = await open(admin)
    expect(listed).toMatchObject({ id: objection, subject: 'Dewi Lestari', role: 'verifier' })
    expect(await answerObjection(sql, admin, { id: objection, answer })).toEqual(ok(null))
    expect(await open(admin)).toEqual([])
    const span = { person, record: undefined, others: true, before: undefined, limit: 10 }
    const [access] = await listAccesses(sql, span)
    expect(access?.objection).toEqual({ at: NOW, answer })
  })

  test('is not seen by admins of other agencies, nor by those of a unit', async () => {
    const { agency, admin, objection, object } = await objected()
    await object()
    const stranger = (await objected()).admin
    const unit = await addUnit(owner, agency)
    const ofUnit = { ...admin, hat: { ...admin.hat, unit } }
    for (const act of [stranger, ofUnit]) {
      expect(await open(act)).toEqual([])
      expect(await answerObjection(sql, act, { id: objection, answer })).toEqual(
        no({ kind: 'noSuchObjection' }),
      )
    }
  })

  test('is not answered by whoever read, nor twice', async () => {
    const { admin, verifier, objection, object } = await objected()
    await object()
    const asReader = { ...admin, event: { ...admin.event, actor: verifier.id } }
    const asked = await answerObjection(sql, asReader, { id: objection, answer })
    expect(asked).toEqual(no({ kind: 'noLonger' }))
    await owner`
      update archive.access_log set actor = ${admin.id}, hat = ${admin.hat.id} where actor = ${verifier.id}`
    expect(await answerObjection(sql, admin, { id: objection, answer })).toEqual(
      no({ kind: 'ownReading' }),
    )
  })

  test('is about what somebody read of one’s own alone', async () => {
    const { person } = await objected()
    const id = crypto.randomUUID() as ObjectionId
    const none = no({ kind: 'noSuchAccess' })
    expect(await addObjection(sql, { id, person, n: 2 }, NOW)).toEqual(none)
  })
})
