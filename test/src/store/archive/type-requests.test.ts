import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { TypeDecision, TypeRequestId } from '#domain/archive/type-request.ts'
import { type TypeTerms, termsOf } from '#domain/archive/type-terms.ts'
import { no, ok } from '#domain/result.ts'
import { markPiece } from '#src/store/archive/completeness.ts'
import { findRecordType } from '#src/store/archive/record-types.ts'
import { addTypeRequest, decideOnType, listTypeRequests } from '#src/store/archive/type-requests.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { acting, later } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const asker = await acting(owner, { role: 'nationalAdmin' })
const other = await acting(owner, { role: 'nationalAdmin' })

const typeOf = async (code: string) => (await findRecordType(sql, code)) as RecordType

async function ask(code: string, fields: Partial<TypeTerms>, act: OfficeAct = asker) {
  const id = randomUUID() as TypeRequestId
  const terms = { ...termsOf(await typeOf(code)), ...fields }
  return { id, terms, answer: await addTypeRequest(sql, act, { id, type: code, terms }) }
}

const decide = (id: TypeRequestId, decision: TypeDecision, act: OfficeAct = other) =>
  decideOnType(sql, act, { id, decision })

const settle = async () => {
  while (await markPiece(sql));
}

describe('a type of record', () => {
  test('changes by two persons, with its event, and everybody is counted anew', async () => {
    await settle()
    const { id, terms, answer } = await ask('cltn', { appliesTo: ['pns'], securityClass: 'secret' })
    expect(answer.ok).toBe(true)
    expect(await typeOf('cltn')).not.toMatchObject(terms)
    expect(await markPiece(sql)).toBe(false)
    expect(await decide(id, 'applied')).toEqual(ok('applied'))
    expect(await typeOf('cltn')).toMatchObject(terms)
    expect(await markPiece(sql)).toBe(true)
    const [event] = await owner`
      select e.actor, e.hat, e.body, q.seq is not null as queued
      from archive.events e left join archive.log_queue q on q.event = e.id
      where e.name = 'recordTypeChanged' and e.body ->> 'request' = ${id}`
    expect(event).toMatchObject({
      actor: other.id,
      hat: other.hat.id,
      queued: true,
      body: { type: 'cltn', askedBy: asker.id, securityClass: 'secret', renamed: false },
    })
    expect(await listTypeRequests(sql)).toEqual([])
  })

  test('that only gets another name has nobody counted anew', async () => {
    await settle()
    const { id } = await ask('paten', { name: 'Paten dan hak cipta' })
    expect(await decide(id, 'applied')).toEqual(ok('applied'))
    expect(await typeOf('paten')).toMatchObject({ name: 'Paten dan hak cipta' })
    expect(await markPiece(sql)).toBe(false)
  })

  test('is changed by nobody alone, and taken back by its asker only', async () => {
    const { id } = await ask('kursus', { maxPages: 20 })
    expect(await decide(id, 'applied', asker)).toEqual(no({ kind: 'ownRequest' }))
    expect(await decide(id, 'declined', asker)).toEqual(no({ kind: 'ownRequest' }))
    expect(await decide(id, 'withdrawn')).toEqual(no({ kind: 'notYours' }))
    expect(await decide(id, 'withdrawn', asker)).toEqual(ok('withdrawn'))
    expect(await decide(id, 'applied')).toEqual(no({ kind: 'over' }))
    expect(await typeOf('kursus')).toMatchObject({ maxPages: 300 })
  })

  test('the database itself refuses one person in both seats', async () => {
    const { id } = await ask('sertifikasi', { maxPages: 20 })
    await expect(owner`
      update archive.record_type_requests
      set state = 'applied', decided_by = asked_by, decided_as = asked_as, decided_at = now()
      where id = ${id}`).rejects.toThrow('check')
    expect(await decide(id, 'declined')).toEqual(ok('declined'))
  })

  test('waits for one decision at a time', async () => {
    const { id } = await ask('penghargaan', { maxPages: 20 })
    const { answer } = await ask('penghargaan', { maxPages: 30 }, other)
    expect(answer).toEqual(no({ kind: 'alreadyAsked' }))
    expect(await listTypeRequests(sql)).toMatchObject([{ id, type: 'penghargaan', state: 'open' }])
    expect(await decide(id, 'declined')).toEqual(ok('declined'))
  })

  test('does not change where it is another one by now, or its asker is no admin any more', async () => {
    const { id } = await ask('skp22', { maxPages: 20 })
    await owner`update archive.record_types set max_pages = 250 where code = 'skp22'`
    expect(await decide(id, 'applied')).toEqual(no({ kind: 'outdated' }))
    const gone = await acting(owner, { role: 'nationalAdmin' })
    const { id: left } = await ask('pmk', { maxPages: 20 }, gone)
    await owner`
      update mandates set valid_to = ${gone.event.at}::timestamptz - interval '1 second'
      where id = ${gone.hat.id}`
    expect(await decide(left, 'applied')).toEqual(no({ kind: 'askerGone' }))
    expect(await decide(left, 'declined')).toEqual(ok('declined'))
    expect(await typeOf('pmk')).toMatchObject({ maxPages: 300 })
  })

  test('does not come by the name of another, whichever of two is approved first', async () => {
    const { id } = await ask('kursus', { name: 'Kursus dan seminar' })
    const { id: alike } = await ask('paten', { name: 'KURSUS dan  seminar' })
    const decided = await whileHeld(
      owner,
      (tx) => tx`update archive.record_types set name = 'Kursus dan seminar' where code = 'kursus'`,
      () => decide(alike, 'applied'),
    )
    expect(decided).toEqual(no({ kind: 'nameTaken' }))
    expect(await decide(alike, 'declined')).toEqual(ok('declined'))
    expect(await decide(id, 'declined')).toEqual(ok('declined'))
    const { answer } = await ask('paten', { name: 'kursus DAN seminar' })
    expect(answer).toEqual(no({ kind: 'terms', problem: 'nameTaken' }))
  })

  test('is a matter of national admins, whose second factor was given just now', async () => {
    const archivist = await acting(owner, { role: 'archivist' })
    expect((await ask('drh', { maxPages: 9 }, archivist)).answer).toEqual(no({ kind: 'noLonger' }))
    const tomorrow = later(asker, 24 * 3600 + 600)
    expect((await ask('drh', { maxPages: 9 }, tomorrow)).answer).toEqual(no({ kind: 'noLonger' }))
  })

  test('terms that break what exists are not even asked for', async () => {
    const { answer } = await ask('drh', { maxBytes: 11 * 1024 * 1024 })
    expect(answer).toEqual(no({ kind: 'terms', problem: 'bytesOutOfRange' }))
    const unknown = { id: randomUUID() as TypeRequestId, type: 'tidakAda' }
    const terms = termsOf(await typeOf('drh'))
    expect(await addTypeRequest(sql, asker, { ...unknown, terms })).toEqual(
      no({ kind: 'noSuchType' }),
    )
  })
})
