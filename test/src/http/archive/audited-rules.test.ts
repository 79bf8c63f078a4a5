import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { RuleId, RuleTerms } from '#domain/archive/retention/rule.ts'
import type { RuleRequestId } from '#domain/archive/retention/rule-request.ts'
import type { TypeRequestId } from '#domain/archive/type-request.ts'
import { type TypeTerms, termsOf } from '#domain/archive/type-terms.ts'
import {
  addRuleRequest,
  decideRuleRequest,
  type RuleDecision,
} from '#src/store/archive/retention/rule-requests.ts'
import { addTypeRequest, decideOnType } from '#src/store/archive/type-requests.ts'
import { expectDenied, looksOf } from '#test/support/auditor.ts'
import { addAgency } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { recordType } from '#test/support/record-types.ts'
import { rule } from '#test/support/retention.ts'
import { acting, later } from '#test/support/role-acts.ts'
import { foreseenRule } from '#test/support/rule-requests.ts'
import { passwords } from '#test/support/secrets.ts'
import { logOf } from '#test/support/tlog.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const owner = await testDatabase()
const sql = asApplication(owner)
const hash = await passwords.hash('Jeruk-Bali-Manis-71')
const SHORTENS = 'Dapat memperpendek masa simpan'

async function inHat(role: Role, agency?: AgencyId) {
  const { person, browser } = await inOffice(owner, { role, hash, ...(agency && { agency }) })
  return { person, browser }
}

async function office() {
  const agency = await addAgency(owner)
  await owner`update agencies set name = ${`Kota ${agency}`} where id = ${agency}`
  const archivist = await acting(owner, { role: 'archivist', agency, hash, name: 'Ani Pengusul' })
  const approver = await acting(owner, { role: 'approver', agency, hash, name: 'Budi Pemutus' })
  return { agency, archivist, approver }
}

type Office = Awaited<ReturnType<typeof office>>
type Wanted = { rule: RuleId; base: number; terms: RuleTerms }

/** Asked for, and decided hours later where it is said how; the first of a rule unless it says which. */
async function askedRule(
  { agency, archivist, approver }: Office,
  decision?: RuleDecision['decision'],
  wanted: Partial<Wanted> = {},
) {
  const id = crypto.randomUUID() as RuleRequestId
  const forecast = await foreseenRule(sql, { agency, by: archivist.id }, wanted)
  expect(await addRuleRequest(sql, archivist, { id, forecast })).toMatchObject({ ok: true })
  const by = later(decision === 'withdrawn' ? archivist : approver, (1 + (wanted.base ?? 0)) * 3600)
  if (decision)
    expect(await decideRuleRequest(sql, by, { id, decision })).toMatchObject({ ok: true })
  return id
}

/** Published, then published anew with these terms. */
async function changedRule(place: Office, terms: Partial<RuleTerms>) {
  const changed = crypto.randomUUID() as RuleId
  const first = await askedRule(place, 'published', { rule: changed })
  const wanted = { rule: changed, base: 1, terms: { ...rule(), ...terms } }
  return { first, second: await askedRule(place, 'published', wanted) }
}

async function leafOf(request: string) {
  const [row] = await owner<{ index: number }[]>`
    select l.index from archive.events e join archive.log_leaves l on l.event = e.id
    where e.body ->> 'request' = ${request}`
  return row?.index
}

describe('an auditor of retention rules', () => {
  test('sees what was asked in all agencies, or in one, of days and of a state', async () => {
    const [one, other] = [await office(), await office()]
    const [open, declined] = [await askedRule(one), await askedRule(other, 'declined')]
    const { browser } = await inHat('auditor')
    const ask = async (query: string) => {
      const { body } = await browser.get(`${paths.auditedRules}${query}`)
      return [open, declined].filter((id) => body.includes(paths.auditedRule(id)))
    }
    expect(await ask('')).toEqual([open, declined])
    expect(await ask(`?instansi=Kota+${other.agency}`)).toEqual([declined])
    expect(await ask('?keadaan=menunggu')).toEqual([open])
    expect(await ask('?keadaan=ditolak')).toEqual([declined])
    expect(await ask('?mulai=2026-11-22')).toEqual([])
    expect(await ask('?akhir=2026-11-21')).toEqual([open, declined])
  })

  test('walks from page to page by key and misses none', async () => {
    const place = await office()
    for (let n = 0; n < 31; n += 1) await askedRule(place)
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(`${paths.auditedRules}?instansi=Kota+${place.agency}`)
    const [, next = ''] = /href="([^"]+setelah=[^"]+)"/.exec(body) ?? []
    const rest = await browser.get(next.replaceAll('&amp;', '&'))
    const seen = (text: string) => new Set(text.match(/aturan-retensi\/[0-9a-f-]{36}/g))
    expect(seen(body).size).toBe(30)
    expect(new Set([...seen(body), ...seen(rest.body)]).size).toBe(31)
  })

  test('T29 sees what shortens as such, by whom, since when, and its place in the log', async () => {
    const place = await office()
    const { first, second } = await changedRule(place, {
      inactive: { years: 4, trigger: 'activeEnded' },
    })
    await logOf(owner).sequence()
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedRule(second))
    for (const text of [SHORTENS, 'Ani Pengusul', 'Oleh Budi Pemutus, pejabat penyetuju'])
      expect(body).toContain(text)
    expect(body).toContain('sejak 21 November 2026, mengakhiri retensi mulai 21 Desember 2026')
    expect(body).toContain('4 tahun setelah masa aktif')
    expect(body).toContain('9 tahun setelah masa aktif')
    expect(body).toContain(`</span>${await leafOf(second)}</td>`)
    const [seen] = await owner<{ sha256: string }[]>`
      select encode(f.sha256, 'hex') as sha256 from archive.retention_rule_requests q
      join archive.retention_forecasts f on f.id = q.forecast where q.id = ${second}`
    expect(body).toContain(seen?.sha256)
    expect(body).not.toMatch(/<form[^>]*aturan/)
    expect(body).not.toContain('/instansi/penyusutan')
    const before = await browser.get(paths.auditedRule(first))
    expect(before.body).toMatch(/Digantikan<\/dt><dd>mulai 21 Desember 2026/)
    expect(before.body).toContain('Dapat mengakhiri retensi: aturan pertama')
  })

  test('is told of no shortening where a rule only keeps longer', async () => {
    const place = await office()
    const { first, second } = await changedRule(place, {
      inactive: { years: 12, trigger: 'activeEnded' },
    })
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedRule(second))
    expect(body).not.toContain('class="state bad"')
    const list = await browser.get(`${paths.auditedRules}?instansi=Kota+${place.agency}`)
    for (const id of [first, second]) expect(list.body).toContain(paths.auditedRule(id))
    expect(list.body.match(/class="state bad"/g)).toHaveLength(1)
  })

  test('sees that nothing came of what was withdrawn, though another was published since', async () => {
    const place = await office()
    const wanted = { rule: crypto.randomUUID() as RuleId }
    const id = await askedRule(place, 'withdrawn', wanted)
    await askedRule(place, 'published', wanted)
    const { body } = await (await inHat('auditor')).browser.get(paths.auditedRule(id))
    expect(body).toMatch(/Diputuskan<\/dt><dd>Ani Pengusul/)
    expect(body).toContain('Belum ada penerbitan; hanya penerbitan yang dicatat di log.')
    expect(body).not.toContain('mengakhiri retensi mulai')
  })
})

async function askedType(terms: Partial<TypeTerms>, decision?: 'applied' | 'declined') {
  const asker = await acting(owner, { role: 'nationalAdmin', hash, name: 'Citra Nasional' })
  const other = await acting(owner, { role: 'nationalAdmin', hash, name: 'Dewi Nasional' })
  const type = recordType('pendidikan')
  const id = crypto.randomUUID() as TypeRequestId
  const asked = { id, type: type.code, terms: { ...termsOf(type), ...terms } }
  expect(await addTypeRequest(sql, asker, asked)).toMatchObject({ ok: true })
  if (decision)
    expect(await decideOnType(sql, later(other, 3600), { id, decision })).toMatchObject({
      ok: true,
    })
  return id
}

describe('an auditor of types of records', () => {
  test('sees what was asked and decided, by whom, and its place in the log', async () => {
    const declined = await askedType({ maxPages: 7 }, 'declined')
    const applied = await askedType({ maxPages: 9 }, 'applied')
    await logOf(owner).sequence()
    const { browser } = await inHat('auditor')
    const list = await browser.get(`${paths.auditedTypes}?keadaan=diterapkan&instansi=tidak-ada`)
    expect(list.body).toContain(paths.auditedType(applied))
    expect(list.body).not.toContain(paths.auditedType(declined))
    const { body } = await browser.get(paths.auditedType(applied))
    expect(body).toContain('Citra Nasional')
    expect(body).toContain('Oleh Dewi Nasional, admin nasional BKN')
    expect(body).toContain('Sebelumnya: 300 halaman')
    expect(body).toContain('9 halaman')
    expect(body).toContain(`</span>${await leafOf(applied)}</td>`)
    const none = await browser.get(paths.auditedType(declined))
    expect(none.body).toContain('Belum ada penerapan; hanya penerapan yang dicatat di log.')
    expect(none.body).not.toContain('Berlaku sejak')
    expect(none.body).not.toMatch(/<form[^>]*jenis/)
  })
})

describe('the pages of rules and types for auditors', () => {
  test('are for nobody else, not even for who decides, and take no POST', async () => {
    const place = await office()
    const all = [
      ...[paths.auditedRules, paths.auditedRule(await askedRule(place))],
      ...[paths.auditedTypes, paths.auditedType(await askedType({ maxPages: 11 }, 'declined'))],
    ]
    for (const role of ['approver', 'nationalAdmin'] as const) {
      const { browser } = await inHat(role, place.agency)
      for (const path of all) expect((await browser.get(path)).status).toBe(404)
    }
    const { browser } = await inHat('auditor')
    for (const path of all) expect((await browser.post(path, {})).status).toBe(404)
    for (const path of [paths.ruleRequests, paths.recordTypes])
      expect((await browser.get(path)).status).toBe(404)
  })

  test('R-AU-01 keep who looked at what before it is shown', async () => {
    const [asked, type] = [
      await askedRule(await office()),
      await askedType({ maxPages: 12 }, 'declined'),
    ]
    const { person, browser } = await inHat('auditor')
    await browser.get(`${paths.auditedRules}?keadaan=diterbitkan`)
    await browser.get(paths.auditedRule(asked))
    await browser.get(paths.auditedTypes)
    await browser.get(paths.auditedType(type))
    await browser.get(paths.auditedType(crypto.randomUUID()))
    expect(await looksOf(owner, person.id)).toEqual([
      { of: 'rules', state: 'published' },
      { of: 'rule', request: asked },
      { of: 'types' },
      { of: 'type', request: type },
    ])
  })

  test.each([
    'select asked_by from archive.retention_forecasts',
    'select person from archive.retention_facts',
    'select record from archive.retention_extensions',
    'update archive.retention_rules set name = name',
    'update archive.retention_rule_requests set state = state',
    'delete from archive.record_type_requests',
    'update archive.record_types set name = name',
    'insert into archive.retention_rule_requests select * from archive.retention_rule_requests',
  ])('are read by a role that reads no more and changes nothing: %s', async (statement) => {
    await expectDenied(sql, statement)
  })
})
