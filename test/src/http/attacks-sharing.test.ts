import { describe, expect, test } from 'vitest'
import { addDocument } from '#test/support/bags.ts'
import { testDatabase } from '#test/support/database.ts'
import { addFile, PDF } from '#test/support/record-files.ts'
import { share, verifiedOwner } from '#test/support/sharing.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import { signedIn, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

/** A link to a document of two pages, as its recipient has it. */
async function shared(fields: Parameters<typeof share>[2] = {}) {
  const owner = await verifiedOwner(sql)
  const { version, person } = owner
  await addFile(sql, { id: version, person }, { pages: 2 })
  return { ...owner, ...(await share(sql, owner, fields)) }
}

async function open(token: string, visit: Visit = {}) {
  const recipient = visitor(sql, visit)
  await recipient.get(paths.shared)
  return { recipient, answer: await recipient.post(paths.shared, { tautan: token }) }
}

const logOf = async (id: string) =>
  (await sql`select action from archive.access_log where share = ${id} order by n`).map(
    ({ action }) => action,
  )

describe('somebody who has used the same computer before', () => {
  test('and noted its cookies reads nothing that is opened there later (R-SE-01)', async () => {
    const [first, second] = [await shared(), await shared()]
    const cookies = new Map<string, string>()
    const before = visitor(sql, { cookies })
    await before.get(paths.shared)
    await before.post(paths.shared, { tautan: first.token })
    const noted = new Map(cookies)
    const { answer } = await open(second.token, { cookies })
    expect(answer.status).toBe(303)
    const thief = visitor(sql, { cookies: noted })
    expect((await thief.get(paths.sharedVersion(second.version))).status).toBe(404)
    expect((await thief.get(paths.sharedVersion(first.version))).status).toBe(404)
    const recipient = visitor(sql, { cookies })
    expect((await recipient.get(paths.sharedVersion(second.version))).status).toBe(200)
    expect((await recipient.get(paths.sharedVersion(first.version))).status).toBe(200)
  })

  test('a second click that is on its way meanwhile opens it once, and alike', async () => {
    const { token, version, id } = await shared({ usesAllowed: 1 })
    const recipient = visitor(sql)
    await recipient.get(paths.shared)
    const clicks = await Promise.all(
      [1, 2].map(() => recipient.post(paths.shared, { tautan: token })),
    )
    expect(clicks.map(({ status }) => status)).toEqual([303, 303])
    expect((await recipient.get(paths.sharedVersion(version))).status).toBe(200)
    expect(await sql`select uses from archive.share_links where id = ${id}`).toEqual([{ uses: 1 }])
  })

  test('what is open stays so when a sign-in takes the name of before it away', async () => {
    const { token, version } = await shared()
    const { recipient } = await open(token)
    recipient.cookies.delete('pre')
    expect((await recipient.get(paths.sharedVersion(version))).status).toBe(200)
  })
})

describe('a thief in an open session', () => {
  test('makes no link and takes no archive without every address hearing of it (R-NO-01)', async () => {
    const { person, browser } = await signedIn(
      sql,
      {},
      { emails: ['a@example.id', 'b@example.id'] },
    )
    const { id } = await addDocument(sql, person.id, { type: 'pns', slot: '' })
    await browser.get(paths.newShare(id))
    const terms = { penerima: 'Bank Contoh', keperluan: 'Kredit rumah', hari: '7', kali: '2' }
    await browser.send(paths.newShare(id), terms)
    await browser.get(paths.archiveExport)
    await browser.send(paths.archiveExport)
    const mails = await sql`
      select e.kind, o.address from outbox o join events e on e.id = o.event
      where o.person = ${person.id} and e.kind in ('documentShared', 'archiveAsked') order by 1, 2`
    expect(mails.map(({ kind, address }) => [kind, address])).toEqual([
      ['archiveAsked', 'a@example.id'],
      ['archiveAsked', 'b@example.id'],
      ['documentShared', 'a@example.id'],
      ['documentShared', 'b@example.id'],
    ])
  })
})

describe('20 whoever reads by one link', () => {
  test('stands in a row of their own, however soon after another', async () => {
    const { token, version, id } = await shared()
    for (let use = 0; use < 2; use += 1) {
      const { recipient } = await open(token)
      await recipient.get(paths.sharedVersion(version))
      await recipient.get(paths.sharedPage(version, 1))
    }
    expect(await logOf(id)).toEqual(['recordViewed', 'recordViewed'])
  })

  test('goes on with nothing but what they began themself', async () => {
    const { token, version, id } = await shared()
    const { recipient: first } = await open(token)
    await first.get(paths.sharedFile(version))
    const { recipient: second } = await open(token)
    const rest = await second.byScript('GET', paths.sharedFile(version), { Range: 'bytes=1-' })
    expect(rest.body).toBe(PDF.toString().slice(1))
    expect(await logOf(id)).toEqual(['recordDownloaded', 'recordDownloaded'])
  })

  test('makes no log so long that others are not seen in it', async () => {
    const { clock, at } = testClock()
    const { token, version, id } = await shared()
    const { recipient } = await open(token, { deps: { clock } })
    const flood = Array.from({ length: 15 }, () => recipient.get(paths.sharedFile(version)))
    const statuses = (await Promise.all(flood)).map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(10).fill(200), ...Array(5).fill(429)])
    expect(await logOf(id)).toHaveLength(10)
    expect((await recipient.get(paths.sharedVersion(version))).status).toBe(200)
    at(3600)
    await recipient.get(paths.shared)
    await recipient.post(paths.shared, { tautan: token })
    expect((await recipient.get(paths.sharedFile(version))).status).toBe(200)
  })
})
