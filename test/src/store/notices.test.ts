import { describe, expect, test } from 'vitest'
import type { Happening } from '#domain/audit/event.ts'
import { noticeOf, tellsOfficers } from '#domain/notice/notice.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { happenings } from '#test/support/happenings.ts'
import { tell } from '#test/support/mails.ts'
import { seconds } from '#test/support/tries.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const EMAILS = ['budi@instansi.example', 'budi@rumah.example']

/** One of each, and those whose notice depends on what is in them. */
const ALL: Happening[] = [
  ...Object.values(happenings),
  ...(['code', 'recoveryCode', 'activation', 'newPassword'] as const).flatMap((by) =>
    (['known', 'new'] as const).map((browser) => ({ kind: 'signedIn', by, browser }) as const),
  ),
  ...[1, 2, 4, 10, 13, 30].map(
    (inARow) => ({ kind: 'codeWrong', reason: 'late', inARow }) as const,
  ),
  { kind: 'recoveryCodesMade', occasion: 'activation' },
]

async function mailsAbout(person: string) {
  return [
    ...(await owner<{ address: string; urgent: boolean; person: string }[]>`
      select o.address, o.urgent, o.person from outbox o join events e on e.id = o.event
      where e.person = ${person} order by o.address`),
  ]
}

describe('R-NO-01 the trigger on events', () => {
  test.each(ALL)('tells $kind exactly as noticeOf does: %j', async (happening) => {
    const { id } = await addPerson(owner, { emails: EMAILS })
    await tell(sql, id, happening)
    const urgent = noticeOf(happening) === 'now'
    const told = noticeOf(happening) === 'notTold' ? [] : EMAILS
    expect(await mailsAbout(id)).toEqual(told.map((address) => ({ address, urgent, person: id })))
  })

  test('tells what it does not know, at once', async () => {
    const { id } = await addPerson(owner, { emails: EMAILS })
    await tell(sql, id, { kind: 'somethingNew' } as never)
    expect(await mailsAbout(id)).toHaveLength(2)
    expect((await mailsAbout(id)).every(({ urgent }) => urgent)).toBe(true)
  })

  test('writes to addresses in force alone, the newest included', async () => {
    const { id } = await addPerson(owner, { emails: EMAILS })
    await owner`update email_addresses set ended_at = ${NOW} where address = ${EMAILS[0] ?? ''}`
    await owner`
      insert into email_addresses (person, address, since, usable_from)
      values (${id}, 'baru@instansi.example', ${NOW}, ${seconds(259_200)})`
    await tell(sql, id)
    const told = (await mailsAbout(id)).map(({ address }) => address)
    expect(told).toEqual(['baru@instansi.example', EMAILS[1]])
  })

  test('T-CRASH mail and event stand both or neither', async () => {
    const { id } = await addPerson(owner, { emails: EMAILS })
    const undone = inTransaction(sql, async (tx) => {
      await tell(tx as unknown as Sql, id)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await owner`select from events where person = ${id}`).toEqual([])
    expect(await mailsAbout(id)).toEqual([])
  })
})

describe('R-NO-02 officers', () => {
  test.each(Object.values(happenings))(
    'of the agency are told of $kind exactly as tellsOfficers says',
    async (happening) => {
      const { id, officer } = await withOfficer()
      await tell(sql, id, happening)
      const told = (await mailsAbout(id)).filter(({ person }) => person === officer)
      expect(told).toHaveLength(tellsOfficers(happening) ? 1 : 0)
    },
  )

  test.each([
    ['another role', `role = 'verifier'`],
    ['a mandate that is over', `valid_to = '${NOW.toISOString()}'`],
    ['a mandate to come', `valid_from = '${seconds(0.001).toISOString()}'`],
  ])('with %s are not told', async (_, change) => {
    const { id, officer } = await withOfficer()
    await owner.unsafe(`update mandates set ${change} where person = '${officer}'`)
    await tell(sql, id, { kind: 'frozen' })
    expect((await mailsAbout(id)).map(({ person }) => person)).toEqual([id])
  })

  test('of another agency are not told', async () => {
    const { id } = await addPerson(owner, { emails: ['budi@instansi.example'] })
    await addPerson(owner, { emails: ['dewi@instansi.example'], role: 'officer' })
    await tell(sql, id, { kind: 'frozen' })
    expect((await mailsAbout(id)).map(({ person }) => person)).toEqual([id])
  })

  test('hear nothing as officers of their own account', async () => {
    const { id } = await addPerson(owner, { emails: ['dewi@instansi.example'], role: 'officer' })
    await tell(sql, id, { kind: 'frozen' })
    expect(await mailsAbout(id)).toHaveLength(1)
  })
})

/** An employee and an officer of one agency. */
async function withOfficer() {
  const { id } = await addPerson(owner, { emails: ['budi@instansi.example'] })
  const officer = await addPerson(owner, { emails: ['dewi@instansi.example'], role: 'officer' })
  await owner`
    update mandates set agency = (select agency from people where id = ${id})
    where person = ${officer.id}`
  return { id, officer: officer.id }
}
