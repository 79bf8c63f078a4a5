import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Reason } from '#domain/desk/reason.ts'
import type { SiteDecision, SiteRequestId } from '#domain/embed/site-request.ts'
import type { SiteTerms } from '#domain/embed/site-terms.ts'
import { no } from '#domain/result.ts'
import { newSiteKey } from '#src/secrets/tokens.ts'
import { findSiteRequest } from '#src/store/embed/site-list.ts'
import { type AskedSite, addSiteRequest, decideOnSite } from '#src/store/embed/site-requests.ts'
import { findEmbedSite } from '#src/store/embed/sites.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { addAgency, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addEmbedSite, endEmbedSite } from '#test/support/embed-sites.ts'
import { acting, later, REASON } from '#test/support/role-acts.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const asker = await acting(owner, { role: 'nationalAdmin' })
const other = await acting(owner, { role: 'nationalAdmin' })
const third = await acting(owner, { role: 'nationalAdmin' })
const agency = await addAgency(owner)
const answer = 'Alamatnya sudah dicocokkan.' as Reason

const terms = (fields: Partial<SiteTerms> = {}): SiteTerms => ({
  name: `Portal ${randomUUID()}`,
  origins: ['https://bkpsdm.example'],
  ...fields,
})

async function ask(fields: Partial<AskedSite> = {}, act: OfficeAct = asker) {
  const site = newSiteKey()
  const id = randomUUID() as SiteRequestId
  const base = { id, site, reason: REASON, kind: 'add', agency, terms: terms() }
  const wanted = { ...base, ...fields } as AskedSite
  return { id, site: wanted.site, answer: await addSiteRequest(sql, act, wanted) }
}

const decide = (id: SiteRequestId, state: SiteDecision['state'], act: OfficeAct = other) =>
  decideOnSite(sql, act, { id, decision: state === 'withdrawn' ? { state } : { state, answer } })

/** What the record says of that request, in order. */
const told = (id: SiteRequestId) => owner`
  select kind, person, actor, hat, detail from events where detail ->> 'request' = ${id} order by id`

describe('R-EM-01 a site that embeds', () => {
  test('comes into force by two persons, each with an event', async () => {
    const wanted = terms({ origins: ['https://a.example', 'https://b.example:8443'] })
    const { id, site, answer: asked } = await ask({ terms: wanted } as Partial<AskedSite>)
    expect(asked.ok).toBe(true)
    expect(await findEmbedSite(sql, site)).toBeUndefined()
    expect(await decide(id, 'applied')).toMatchObject({ ok: true, value: { state: 'applied' } })
    expect(await findEmbedSite(sql, site)).toMatchObject({ key: site, agency, ...wanted })
    const about = { site, request: id, ...wanted }
    expect(await told(id)).toEqual([
      {
        kind: 'embedSiteAsked',
        person: asker.id,
        actor: asker.id,
        hat: asker.hat.id,
        detail: { ...about, wish: 'add', agency, reason: REASON },
      },
      {
        kind: 'embedSiteAdded',
        person: other.id,
        actor: other.id,
        hat: other.hat.id,
        detail: { ...about, agency, askedBy: asker.id, reason: answer },
      },
    ])
  })

  test('changes and ends likewise, at once', async () => {
    const { key: site, name, origins } = await addEmbedSite(owner)
    const wanted = terms({ origins: ['https://new.example'] })
    const change = await ask({ kind: 'change', site, terms: wanted })
    expect(await findEmbedSite(sql, site)).toMatchObject({ name, origins })
    expect((await decide(change.id, 'applied')).ok).toBe(true)
    expect(await findEmbedSite(sql, site)).toMatchObject(wanted)
    const end = await ask({ kind: 'end', site })
    expect(await findEmbedSite(sql, site)).toMatchObject(wanted)
    expect((await decide(end.id, 'applied')).ok).toBe(true)
    expect(await findEmbedSite(sql, site)).toBeUndefined()
    expect((await told(change.id)).map(({ kind }) => kind)).toEqual([
      'embedSiteAsked',
      'embedSiteChanged',
    ])
    expect((await told(end.id)).at(-1)).toMatchObject({
      kind: 'embedSiteEnded',
      detail: { site, ...wanted, askedBy: asker.id },
    })
    expect((await ask({ kind: 'end', site })).answer).toEqual(no({ kind: 'noSuchSite' }))
  })

  test('is not in force by anybody alone, and a refusal changes nothing', async () => {
    const { id, site } = await ask()
    expect(await decide(id, 'applied', asker)).toEqual(no({ kind: 'ownRequest' }))
    expect(await decide(id, 'declined', asker)).toEqual(no({ kind: 'ownRequest' }))
    expect(await decide(id, 'withdrawn')).toEqual(no({ kind: 'notYours' }))
    expect(await told(id)).toHaveLength(1)
    expect((await decide(id, 'withdrawn', asker)).ok).toBe(true)
    expect(await decide(id, 'applied')).toEqual(no({ kind: 'over' }))
    expect(await findEmbedSite(sql, site)).toBeUndefined()
    expect((await told(id)).at(-1)).toMatchObject({
      kind: 'embedSiteRequestOver',
      detail: { how: 'withdrawn' },
    })
  })

  test('that is declined is never in force, and the reason is kept', async () => {
    const { id, site } = await ask()
    expect((await decide(id, 'declined')).ok).toBe(true)
    expect(await findEmbedSite(sql, site)).toBeUndefined()
    const over = { kind: 'embedSiteRequestOver', detail: { how: 'declined', reason: answer } }
    expect((await told(id)).at(-1)).toMatchObject(over)
  })

  test('the database itself refuses one person in both seats, and a second effect', async () => {
    const { id } = await ask()
    await expect(owner`
      update embed_site_requests
      set state = 'applied', decided_by = asked_by, decided_as = asked_as, decided_at = now(), answer = 'x'
      where id = ${id}`).rejects.toThrow('check')
    const effect = async () => (await sql`select apply_embed_site_request(${id}) as is_made`)[0]
    expect(await effect()).toEqual({ isMade: false })
    expect((await decide(id, 'applied')).ok).toBe(true)
    expect(await effect()).toEqual({ isMade: false })
    await expect(
      sql`update embed_site_requests set effective_at = null where id = ${id}`,
    ).rejects.toThrow('permission denied')
  })

  test('waits for one decision at a time, a new one too', async () => {
    const { key: site } = await addEmbedSite(owner)
    const { id } = await ask({ kind: 'end', site })
    const again = await ask({ kind: 'change', site, terms: terms() }, other)
    expect(again.answer).toEqual(no({ kind: 'alreadyAsked' }))
    expect((await decide(id, 'declined')).ok).toBe(true)
    const wanted = { kind: 'add', agency, terms: terms() } as const
    expect((await ask(wanted)).answer.ok).toBe(true)
    expect((await ask(wanted)).answer).toEqual(no({ kind: 'alreadyAsked' }))
  })

  test('stays as it is where it is another by now, or its asker is no admin any more', async () => {
    const { key: site } = await addEmbedSite(owner)
    const { id } = await ask({ kind: 'change', site, terms: terms() })
    await endEmbedSite(owner, site)
    expect(await decide(id, 'applied')).toEqual(no({ kind: 'outdated' }))
    const gone = await acting(owner, { role: 'nationalAdmin' })
    const left = await ask({}, gone)
    await owner`
      update mandates set valid_to = ${gone.event.at}::timestamptz - interval '1 second'
      where id = ${gone.hat.id}`
    expect(await decide(left.id, 'applied')).toEqual(no({ kind: 'askerGone' }))
    expect((await decide(left.id, 'declined')).ok).toBe(true)
  })

  test('is not asked for any more once the account of its asker is closed, and opens again', async () => {
    const thief = await acting(owner, { role: 'nationalAdmin' })
    const [own, others] = [await ask({}, thief), await ask()]
    for (const state of ['frozen', 'active'])
      await sql`update accounts set state = ${state}, state_since = ${NOW} where person = ${thief.id}`
    expect(await decide(own.id, 'applied')).toEqual(no({ kind: 'over' }))
    expect(await findSiteRequest(sql, own.id)).toMatchObject({ state: 'stopped', decidedAt: NOW })
    expect((await decide(others.id, 'applied')).ok).toBe(true)
  })

  test('is a matter of national admins, whose second factor was given just now', async () => {
    const { id } = await ask()
    const chief = await acting(owner, { role: 'agencyAdmin' })
    for (const act of [chief, later(other, 24 * 3600 + 600)]) {
      expect((await ask({}, act)).answer).toEqual(no({ kind: 'noLonger' }))
      expect(await decide(id, 'applied', act)).toEqual(no({ kind: 'noLonger' }))
    }
  })

  test('is not asked to be what it is, and what nobody asked for is decided by nobody', async () => {
    const { key: site, name, origins } = await addEmbedSite(owner)
    const same = await ask({ kind: 'change', site, terms: { name, origins } })
    expect(same.answer).toEqual(no({ kind: 'unchanged' }))
    expect(await decide(randomUUID() as SiteRequestId, 'applied')).toEqual(
      no({ kind: 'noSuchRequest' }),
    )
  })

  test('gets one decision where several are made at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, site } = await ask()
      const decisions = await Promise.all([
        decide(id, 'applied', other),
        decide(id, 'declined', third),
        decide(id, 'withdrawn', asker),
        decide(id, 'applied', third),
      ])
      const made = decisions.filter(({ ok }) => ok)
      expect(made).toHaveLength(1)
      for (const one of decisions) if (!one.ok) expect(one.problem).toEqual({ kind: 'over' })
      const isApplied = decisions[0]?.ok || decisions[3]?.ok
      expect((await findEmbedSite(sql, site)) !== undefined).toBe(isApplied)
      expect(await told(id)).toHaveLength(2)
    }
  })

  test('waits for one of several requests made at once', async () => {
    const { key: site } = await addEmbedSite(owner)
    const all = await Promise.all(
      [asker, other, third].map((act) => ask({ kind: 'end', site }, act)),
    )
    expect(all.filter((one) => one.answer.ok)).toHaveLength(1)
  })
})
