import { expect, test } from 'vitest'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { inTransaction } from '#src/store/database.ts'
import { addRecord } from '#test/support/archive.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

/** Somebody signed in, with so many things that happened to their record. */
async function told(count: number, event: Partial<ArchiveEvent> = {}) {
  const { person, browser } = await signedIn(owner)
  const record = await addRecord(owner, { person: person.id })
  for (let rest = count; rest > 0; rest -= 1)
    await inTransaction(sql, (tx) =>
      addArchiveEvent(tx, {
        name: 'recordReturned',
        person: person.id,
        record,
        actor: 'system',
        at: NOW,
        body: { no: 1, codes: ['unreadable'] },
        ...event,
      }),
    )
  return { person, browser, record }
}

test('Beranda tells how much news there is, and no more once it was read', async () => {
  const { browser, record } = await told(2)
  expect((await browser.get(paths.home)).body).toContain('Ada 2 kabar tentang arsip Anda')
  const news = await browser.get(paths.archiveNews)
  expect(news.body).toContain(paths.archiveRecord(record))
  expect(news.body).toContain('Versi 1 dikembalikan. Tidak terbaca')
  expect(news.body.match(/>Baru</g)).toHaveLength(2)
  expect((await browser.get(paths.home)).body).not.toContain('kabar tentang arsip')
  expect((await browser.get(paths.archiveNews)).body).not.toContain('>Baru<')
})

test('what a browser only fetches ahead stays unread', async () => {
  const { browser } = await told(1)
  await browser.byScript('GET', paths.archiveNews, { 'Sec-Purpose': 'prefetch' })
  expect((await browser.get(paths.home)).body).toContain('Ada 1 kabar tentang arsip Anda')
})

test('what stands on an older page stays unread until that is opened', async () => {
  const { browser } = await told(27)
  const first = await browser.get(paths.archiveNews)
  expect((await browser.get(paths.home)).body).toContain('Ada 2 kabar tentang arsip Anda')
  const [, older = ''] = /href="(\/arsip\/kabar\?sebelum=[^"]+)"/.exec(first.body) ?? []
  expect((await browser.get(older)).body.match(/>Baru</g)).toHaveLength(2)
  expect((await browser.get(paths.home)).body).not.toContain('kabar tentang arsip')
})

test('news of nobody else is told, and a hold of all records names none', async () => {
  const { browser } = await told(1, {
    name: 'holdPlaced',
    record: undefined,
    body: { of: 'person', silent: false },
  })
  expect((await browser.get(paths.archiveNews)).body).toContain('Seluruh arsip Anda')
  const stranger = await signedIn(owner)
  expect((await stranger.browser.get(paths.archiveNews)).body).toContain('Belum ada kabar')
})

test('a hold on one type of documents is not told as one on everything', async () => {
  const { browser } = await told(1, {
    name: 'holdPlaced',
    record: undefined,
    body: { of: 'type', type: 'cpns', silent: false },
  })
  const { body } = await browser.get(paths.archiveNews)
  expect(body).toContain('Semua arsip jenis SK CPNS')
  expect(body).not.toContain('Seluruh arsip Anda')
})
