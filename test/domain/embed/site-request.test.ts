import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Actor } from '#domain/approval/approval.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { type EmbedSite, isSiteKey } from '#domain/embed/site.ts'
import {
  askSite,
  askSiteChange,
  askSiteEnd,
  decideSiteRequest,
  type OpenSiteRequest,
  parseSiteRequestId,
  type SiteDecision,
  type SiteRequest,
  type SiteRequestId,
} from '#domain/embed/site-request.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'

const actor = (name: string, hat = name): Actor => ({
  person: name as PersonId,
  hat: hat as MandateId,
})
const asker = actor('asker')
const other = actor('other')
const reason = 'Sesuai surat BKPSDM nomor 12.' as Reason
const answer = 'Alamatnya sudah dicocokkan.' as Reason

const site: EmbedSite = {
  key: 'A'.repeat(22),
  agency: 'agency' as AgencyId,
  agencyName: 'Kabupaten Contoh',
  name: 'Portal BKPSDM',
  origins: ['https://bkpsdm.example'],
}
const before = { name: site.name, origins: site.origins }
const terms = { name: 'Portal BKPSDM', origins: ['https://bkpsdm.example', 'https://b.example'] }
const asked = { id: 'request' as SiteRequestId, reason, askedBy: asker, askedAt: NOW }
const added = askSite({ ...asked, site: site.key, agency: site.agency }, terms)
const ended = askSiteEnd(site, asked)

const decide = (
  request: SiteRequest,
  state: SiteDecision['state'],
  by = other,
  facts: { site?: EmbedSite | undefined; askerInOffice?: boolean } = {},
) => {
  const decision = state === 'withdrawn' ? { state } : { state, answer }
  const deciding = { by, site: undefined, askerInOffice: true, now: NOW, ...facts }
  return decideSiteRequest(request, decision, deciding)
}

describe('R-EM-01 a request about a site', () => {
  test('is decided by another person, with a reason', () => {
    expect(decide(added, 'applied')).toEqual(
      ok({ ...added, state: 'applied', answer, decidedBy: other, decidedAt: NOW }),
    )
    expect(decide(added, 'declined')).toEqual(
      ok({ ...added, state: 'declined', answer, decidedBy: other, decidedAt: NOW }),
    )
    const inOtherHat = actor('asker', 'another hat')
    for (const by of [asker, inOtherHat])
      for (const state of ['applied', 'declined'] as const)
        expect(decide(added, state, by)).toEqual(no({ kind: 'ownRequest' }))
  })

  test('is taken back by its asker only', () => {
    expect(decide(added, 'withdrawn', asker)).toEqual(
      ok({ ...added, state: 'withdrawn', decidedBy: asker, decidedAt: NOW }),
    )
    expect(decide(added, 'withdrawn')).toEqual(no({ kind: 'notYours' }))
  })

  test('is over once it is decided', () => {
    const declined = decide(added, 'declined')
    if (!declined.ok) throw new Error(declined.problem.kind)
    for (const state of ['applied', 'declined', 'withdrawn'] as const)
      for (const by of [asker, other])
        expect(decide(declined.value, state, by)).toEqual(no({ kind: 'over' }))
  })

  test('of somebody who lost the office is declined alone', () => {
    expect(decide(added, 'applied', other, { askerInOffice: false })).toEqual(
      no({ kind: 'askerGone' }),
    )
    expect(decide(added, 'declined', other, { askerInOffice: false }).ok).toBe(true)
  })

  test('takes effect on the site as its asker saw it alone', () => {
    const changed = askSiteChange(site, asked, terms)
    expect(changed).toEqual(
      ok({
        ...asked,
        site: site.key,
        agency: site.agency,
        wish: { kind: 'change', before, terms },
        state: 'open',
      }),
    )
    if (!changed.ok) return
    for (const request of [changed.value, ended]) {
      expect(decide(request, 'applied', other, { site }).ok).toBe(true)
      const moved = { ...site, origins: ['https://other.example'] }
      for (const now of [undefined, moved])
        expect(decide(request, 'applied', other, { site: now })).toEqual(no({ kind: 'outdated' }))
    }
    expect(decide(added, 'applied', other, { site })).toEqual(no({ kind: 'outdated' }))
  })

  test('that changes nothing is not asked for', () => {
    expect(askSiteChange(site, asked, before)).toEqual(no({ kind: 'unchanged' }))
  })

  test('and its site are named by ids and keys alone', () => {
    expect(parseSiteRequestId('1')).toBeUndefined()
    expect(parseSiteRequestId('00000000-0000-4000-8000-000000000001')).toBeDefined()
    expect(isSiteKey('A'.repeat(22))).toBe(true)
    for (const text of ['', 'contoh', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}B`])
      expect(isSiteKey(text)).toBe(false)
  })
})

type World = { site: EmbedSite | undefined; open: OpenSiteRequest | undefined }

const command = fc.record({
  by: fc.constantFrom('a', 'b', 'c').map((name) => actor(name)),
  does: fc.constantFrom('add', 'change', 'end', 'applied', 'declined', 'withdrawn'),
  origin: fc.constantFrom('https://a.example', 'https://b.example'),
  askerInOffice: fc.boolean(),
})
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never

/** As the store does it: one request waits at a time, and what is agreed on takes effect. */
function step(world: World, { by, does, origin, askerInOffice }: Command): World {
  const { site: standing, open } = world
  const wanted = { name: 'Situs', origins: [origin] }
  const mine = { ...asked, askedBy: by }
  if (does === 'applied' || does === 'declined' || does === 'withdrawn') {
    const decided = open && decide(open, does, by, { site: standing, askerInOffice })
    if (!open || !decided?.ok) return world
    return { open: undefined, site: does === 'applied' ? effectOf(open) : standing }
  }
  if (open) return world
  if (does === 'add')
    return { ...world, open: askSite({ ...mine, site: site.key, agency: site.agency }, wanted) }
  if (!standing) return world
  if (does === 'end') return { ...world, open: askSiteEnd(standing, mine) }
  const changed = askSiteChange(standing, mine, wanted)
  return changed.ok ? { ...world, open: changed.value } : world
}

function effectOf({ wish }: OpenSiteRequest): EmbedSite | undefined {
  return wish.kind === 'end' ? undefined : { ...site, ...wish.terms }
}

describe('R-EM-01 in whatever order of requests and decisions', () => {
  test('a site is in force, changes and ends by the word of two people alone', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let world: World = { site: undefined, open: undefined }
        for (const one of commands) {
          const next = step(world, one)
          if (next.site !== world.site) {
            expect(one.does).toBe('applied')
            expect(one.askerInOffice).toBe(true)
            expect(world.open?.askedBy.person).not.toBe(one.by.person)
            expect(next.site).toEqual(world.open && effectOf(world.open))
          }
          world = next
        }
      }),
      { numRuns: 1000 },
    )
  })
})
