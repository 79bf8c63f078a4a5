import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { tellDifferences } from '#src/store/tlog/tell-differences.ts'
import { nightlyLook } from '#src/tlog/nightly-look.ts'
import { lookThrough } from '#src/tlog/reconcile.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { asApplication } from '#test/support/database.ts'
import { type HonestArchive, honestArchive } from '#test/support/honest-archive.ts'
import { differencesOf, lookingAt } from '#test/support/looking-through.ts'
import { addAccountEvents } from '#test/support/tlog.ts'
import { behindOurBack } from '#test/support/told-archive.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let honest: HonestArchive

beforeAll(async () => {
  honest = await honestArchive()
})

async function seenBy(role: Role) {
  const { browser } = await inOffice(honest.owner, { role, agency: honest.agency })
  return await browser.get(paths.nationLog)
}

function toldTo(person: string) {
  return honest.owner`
    select detail from events where kind = 'logDiffers' and person = ${person} order by id`
}

test('whoever reads the nation sees what is signed, and that nothing differs', async () => {
  await differencesOf(honest.owner)
  for (const role of ['auditor', 'nationalAdmin'] as const) {
    const { status, body } = await seenBy(role)
    expect(status).toBe(200)
    expect(body).toContain('asn.instansi.example/log')
    expect(body).toContain('Tidak ada perbedaan.')
  }
})

test('an officer finds no such page', async () => {
  expect((await seenBy('officer')).status).toBe(404)
})

describe('fault 17: a difference', () => {
  test('is told once to national admins and auditors, shown with its place, and never mended', async () => {
    const { owner, newer } = honest
    const admin = await addPerson(owner, { role: 'nationalAdmin', state: 'active' })
    const auditor = await addPerson(owner, { role: 'auditor', state: 'active' })
    const officer = await addPerson(owner, { role: 'officer', state: 'active' })
    await tellDifferences(asApplication(owner), NOW)
    expect(await toldTo(admin.id)).toEqual([])
    await behindOurBack(owner, async (tx) => {
      await tx`update archive.versions set bytes = bytes + 1 where id = ${newer}`
    })
    await differencesOf(owner)
    for (let again = 0; again < 2; again += 1) await tellDifferences(asApplication(owner), NOW)
    for (const { id } of [admin, auditor])
      expect(await toldTo(id)).toMatchObject([{ detail: { differences: 1 } }])
    expect(await toldTo(officer.id)).toEqual([])
    const { body } = await seenBy('auditor')
    expect(body).toContain('Kolom bytes')
    expect(body).toContain(newer)
    await behindOurBack(owner, async (tx) => {
      const left = await tx`update archive.versions set bytes = bytes - 1 where id = ${newer}`
      expect(left.count).toBe(1)
    })
  })
})

describe('a look', () => {
  test('comes by night alone, once, and once a week at everything', async () => {
    const { owner, person, log } = honest
    const kinds = async () =>
      (await owner`select is_full from archive.log_looks where begun_at > ${NOW} order by id`).map(
        ({ isFull }) => isFull,
      )
    const at = async (text: string) => {
      const clock = () => new Date(`${text}+07:00`)
      const place = { ...lookingAt(owner), clock }
      await nightlyLook(place, asApplication(owner), () => false)
    }
    await at('2026-11-29T12:00')
    expect(await kinds()).toEqual([])
    await at('2026-11-30T01:10')
    await at('2026-11-30T02:10')
    expect(await kinds()).toEqual([true])
    await addAccountEvents(owner, person, 5)
    await log.sequence()
    await at('2026-12-01T01:10')
    expect(await kinds()).toEqual([true, false])
  })

  test('that was stopped anywhere is gone on with, and finds what it would have found', async () => {
    const { owner, record, newer } = honest
    await behindOurBack(owner, async (tx) => {
      await tx`update archive.versions set bytes = bytes + 1 where id = ${newer}`
      await tx`update archive.records set next_no = next_no + 1 where id = ${record}`
    })
    const whole = await differencesOf(owner)
    expect(whole).toHaveLength(2)
    for (let looks = 1, outcome = 'leaving'; outcome !== 'over'; looks += 1) {
      let asked = 0
      const isLeaving = () => asked++ >= 2
      outcome = await lookThrough(lookingAt(owner), true, isLeaving)
      expect(looks).toBeLessThan(20)
    }
    const [look] = await owner`
      select found, (select count(*)::int from archive.log_differences d where d.look = l.id) as kept
      from archive.log_looks l order by id desc limit 1`
    expect(look).toEqual({ found: 2, kept: 2 })
  })

  test('is taken by one process at a time', async () => {
    const place = lookingAt(honest.owner, honest.owner)
    const outcomes = await Promise.all([1, 2, 3].map(() => lookThrough(place, true)))
    expect(outcomes.toSorted()).toEqual(['busy', 'busy', 'over'])
  })
})
