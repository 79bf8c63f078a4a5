import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import { makeLocalMailbox } from '#src/mail/local-mailbox.ts'
import { GOING_ON } from '#test/support/mails.ts'
import { newFolder } from '#test/support/processes.ts'
import { seconds } from '#test/support/tries.ts'

function mail(serial: number) {
  const id = `0f8fad5b-d9cb-469f-a165-70867728950${serial}` as MailId
  const to = 'budi@instansi.example' as EmailAddress
  return { id, to, name: 'Budi', subject: `Surat ${serial}`, text: 'teks', html: '<p>teks</p>' }
}

async function mailbox() {
  let at = 0
  const folder = join(await newFolder(), 'surat')
  const box = makeLocalMailbox(folder, () => seconds(at++))
  const deliver = (serial: number) => box.deliver(mail(serial), GOING_ON.late)
  return { folder, deliver, list: box.list }
}

test('the local mailbox lists its mails newest first, and none before the first', async () => {
  const { deliver, list } = await mailbox()
  expect(await list()).toEqual([])
  await deliver(1)
  await deliver(2)
  const [newest, oldest] = await list()
  expect(newest).toMatchObject({ subject: 'Surat 2', at: seconds(1).toISOString() })
  expect(oldest).toEqual({
    id: mail(1).id,
    to: 'budi@instansi.example',
    subject: 'Surat 1',
    text: 'teks',
    html: '<p>teks</p>',
    at: seconds(0).toISOString(),
  })
})

test('the local mailbox drops a mail that it has already', async () => {
  const { deliver, list } = await mailbox()
  await deliver(1)
  await deliver(1)
  expect(await list()).toHaveLength(1)
})

test('the local mailbox is for its owner alone', async () => {
  const { folder, deliver } = await mailbox()
  await deliver(1)
  const [name = ''] = await readdir(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
})
