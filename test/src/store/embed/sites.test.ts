import { describe, expect, test } from 'vitest'
import { newSiteKey } from '#src/secrets/tokens.ts'
import { findEmbedSite } from '#src/store/embed/sites.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addEmbedSite, endEmbedSite } from '#test/support/embed-sites.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

describe('R-EM-01 a site that embeds', () => {
  test('is found by its key, with its agency and origins', async () => {
    const site = await addEmbedSite(owner, {
      name: 'Situs resmi',
      origins: ['https://satu.example', 'https://dua.example:8443'],
    })
    expect(await findEmbedSite(sql, site.key)).toEqual({
      key: site.key,
      agency: site.agency,
      agencyName: expect.stringMatching(/./),
      name: 'Situs resmi',
      origins: ['https://satu.example', 'https://dua.example:8443'],
    })
  })

  test('is not found once it has ended, nor by a key that nobody was given', async () => {
    const site = await addEmbedSite(owner)
    await endEmbedSite(owner, site.key)
    expect(await findEmbedSite(sql, site.key)).toBeUndefined()
    expect(await findEmbedSite(sql, newSiteKey())).toBeUndefined()
    for (const key of ['', 'contoh', `${site.key}\0`, `${site.key}x`])
      expect(await findEmbedSite(sql, key)).toBeUndefined()
  })

  test('cannot be written by the program itself', async () => {
    const { key } = await addEmbedSite(owner)
    await expect(sql`update embed_sites set name = 'Lain' where key = ${key}`).rejects.toThrow(
      'permission denied',
    )
  })

  test.each([
    ["https://a.example; script-src 'unsafe-inline'"],
    ['https://*.example'],
    ['https://a.example, https://b.example'],
    ['https://a.example\nX: y'],
    ["'self'"],
  ])('has no origin %j, which would end its word in a header', async (origin) => {
    await expect(addEmbedSite(owner, { origins: [origin] })).rejects.toThrow('check')
  })
})
