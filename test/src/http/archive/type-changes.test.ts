import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { TypeRequestId } from '#domain/archive/type-request.ts'
import { type TypeTerms, termsOf } from '#domain/archive/type-terms.ts'
import { addTypeRequest, decideOnType } from '#src/store/archive/type-requests.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { recordType } from '#test/support/record-types.ts'
import { acting, later } from '#test/support/role-acts.ts'
import { signedIn } from '#test/support/walk.ts'
import { dayText } from '#views/parts/time-words.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const asker = await acting(sql, { role: 'nationalAdmin' })
const other = await acting(sql, { role: 'nationalAdmin' })
const TODAY = `Sejak ${dayText(NOW, 'WIB')}: `

async function change(code: string, fields: Partial<TypeTerms>): Promise<void> {
  const id = randomUUID() as TypeRequestId
  const terms = { ...termsOf(recordType(code)), ...fields }
  await addTypeRequest(sql, asker, { id, type: code, terms })
  const decided = await decideOnType(sql, other, { id, decision: 'applied' })
  expect(decided.ok).toBe(true)
}

describe('a change of what the nation asks for', () => {
  test('is told in the archive and at the form of whom it concerns, with its day', async () => {
    await change('pns', { maxPages: 4, maxBytes: 512 * 1024 })
    const { browser } = await signedIn(sql)
    const told = `${TODAY}berkas paling besar 524,3 kB, sebelumnya 1 MB; paling banyak 4 halaman, sebelumnya 300.`
    expect((await browser.get(paths.archive)).body).toContain(told)
    expect((await browser.get(paths.uploadTo('pns', ''))).body).toContain(told)
    expect((await browser.get(paths.uploadTo('drh', ''))).body).not.toContain('Sejak')
  })

  test('is told where a document is not asked for any more', async () => {
    await change('d2np', { appliesTo: ['cpns'] })
    const { browser } = await signedIn(sql)
    expect((await browser.get(paths.archive)).body).toContain(
      `<b>D2NP/D2NIP (penetapan NIP)</b>. ${TODAY}tidak diminta lagi dari PNS.`,
    )
  })

  test('is no news of what was never asked of somebody, nor after a year', async () => {
    await change('skPppk', { maxPages: 5 })
    await sql`
      update archive.record_type_requests set decided_at = ${later(other, -366 * 86_400).event.at}
      where type <> 'skPppk'`
    const { browser } = await signedIn(sql)
    expect((await browser.get(paths.archive)).body).not.toContain('Ketentuan yang berubah')
  })
})
