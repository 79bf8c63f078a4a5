import { describe, expect, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { parseVerificationCode } from '#domain/verification/code.ts'
import { openHead, proveLeaf } from '#domain/verification/prove-leaf.ts'
import { checks } from '#src/secrets/checks.ts'
import { addArchive, addDocument } from '#test/support/bags.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { share } from '#test/support/sharing.ts'
import { logOf } from '#test/support/tlog.ts'
import { ORIGIN, visitor } from '#test/support/visitor.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const owner = await testDatabase()
const log = logOf(owner)
const PNS = { type: 'pns', slot: '' }

async function atSheet() {
  const { person, browser } = await signedIn(owner)
  const { id, record } = await addDocument(owner, person.id, PNS)
  return { person, browser, id, record, sheet: paths.archiveSheet(record, 1) }
}

function codeOn(body: string) {
  const [, said = ''] = /<figcaption>[^<]*<br\/?><code>([^<]+)</.exec(body) ?? []
  return parseVerificationCode(said)
}

/** Without what a script would fill in. */
function saidOn(body: string): string {
  return body.replace(/<template[\s\S]*?<\/template>/g, '')
}

async function accessesOf(person: PersonId) {
  return await owner<{ purpose: string; action: string }[]>`
    select purpose, action from archive.access_log where person = ${person} order by n`
}

describe('the verification sheet', () => {
  test('carries the code of the leaf that says this version was verified, and the checkpoint', async () => {
    const { browser, sheet, record } = await atSheet()
    await log.sequence()
    const { status, body } = await browser.get(sheet)
    expect(status).toBe(200)
    const code = codeOn(body)
    if (!code.ok) throw new Error('no code')
    const proving = checks.provingWith((await log.files.vkey()) ?? '')
    const head = proving && (await openHead(proving, log.files))
    if (!proving || !head?.ok) throw new Error('no log')
    const leaf = await proveLeaf(proving, log.files, head.value, code.value.index)
    if (!leaf.ok) throw new Error('not proven')
    expect(leaf.value.leaf).toMatchObject({
      event: 'recordVerified',
      record: record.replaceAll('-', ''),
      version: 1,
    })
    expect(body).toContain((await log.files.checkpoint())?.split('\n')[2])
    expect(body).toContain('821/17/2010')
  })

  test('is believed by public verification, with the SHA-256 that stands on it and no other', async () => {
    const { browser, sheet } = await atSheet()
    await log.sequence()
    const { body } = await browser.get(sheet)
    const [, kode = ''] = /<figcaption>[^<]*<br\/?><code>([^<]+)</.exec(body) ?? []
    const [, sidik = ''] = /<dd>([0-9a-f]{64})<\/dd>/.exec(body) ?? []
    const anybody = visitor(owner)
    await anybody.get(paths.check)
    const said = async (digest: string) =>
      saidOn((await anybody.post(paths.check, { kode, sidik: digest })).body)
    expect(await said(sidik)).toContain('Asli dan berlaku')
    const other = `${sidik.slice(1)}${sidik.endsWith('0') ? '1' : '0'}`
    expect(await said(other)).toContain('Berubah, tidak sama dengan yang tercatat')
  })

  test('says so while the log has not signed it, and shows no code that nobody could check', async () => {
    const { browser, sheet } = await atSheet()
    const { body } = await browser.get(sheet)
    expect(body).toContain('Belum tercatat.')
    expect(body).not.toContain('<figure')
    await log.sequence()
    expect((await browser.get(sheet)).body).not.toContain('Belum tercatat.')
  })

  test('names nobody: whoever finds it learns a document by its number', async () => {
    const { browser, sheet, person } = await atSheet()
    await log.sequence()
    const { body } = await browser.get(sheet)
    const main = body.slice(body.indexOf('id="lembar"'))
    expect(main).not.toContain(person.name)
    expect(main.replaceAll(' ', '')).not.toContain(person.nip)
  })

  test('is led to from the record, and so is the cover that has the same code', async () => {
    const { browser, sheet, record } = await atSheet()
    await log.sequence()
    const page = await browser.get(paths.archiveRecord(record))
    expect(page.body).toContain(`href="${sheet}"`)
    const cover = await browser.get(paths.archiveCover(record))
    expect(codeOn(cover.body).ok).toBe(true)
    expect(codeOn(cover.body)).toEqual(codeOn((await browser.get(sheet)).body))
  })

  test('is there for a version that was superseded, and for none that was never verified', async () => {
    const { browser, person, record, id } = await atSheet()
    await owner`
      update archive.versions set status = 'superseded', superseded_at = verified_at where id = ${id}`
    await log.sequence()
    const old = await browser.get(paths.archiveSheet(record, 1))
    expect(codeOn(old.body).ok).toBe(true)
    expect(old.body).toContain('Digantikan')
    const { record: waiting } = await addDocument(owner, person.id, { type: 'drh', slot: '' })
    await owner`
      update archive.versions set status = 'awaitingVerification', verified_by = null, verified_as = null,
        verified_at = null where record = ${waiting}`
    await owner`update archive.versions set sealed = null where record = ${waiting}`
    expect((await browser.get(paths.archiveSheet(waiting))).status).toBe(404)
  })

  test('I9 is in the log of accesses before an officer sees it, and does not exist elsewhere', async () => {
    const agency = await addAgency(owner)
    const employee = await addPerson(owner, { agency })
    const { record } = await addDocument(owner, employee.id, PNS)
    await log.sequence()
    const { browser } = await inOffice(owner, { role: 'officer', agency })
    const asked = await browser.get(paths.employeeRecordSheet(employee.id, record))
    expect(asked.body).toContain('Untuk keperluan apa?')
    expect(await accessesOf(employee.id)).toEqual([])
    const { body } = await browser.get(paths.employeeRecordSheet(employee.id, record, 'service'))
    expect(codeOn(body).ok).toBe(true)
    expect(await accessesOf(employee.id)).toEqual([{ purpose: 'service', action: 'recordViewed' }])
    const elsewhere = await inOffice(owner, { role: 'officer', agency: await addAgency(owner) })
    const foreign = paths.employeeRecordSheet(employee.id, record, 'service')
    expect((await elsewhere.browser.get(foreign)).status).toBe(404)
    const { browser: stranger } = await signedIn(owner)
    expect((await stranger.get(paths.archiveSheet(record, 1))).status).toBe(404)
  })

  test('is gone with the key of the version', async () => {
    const { browser, sheet, id } = await atSheet()
    await log.sequence()
    await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`
        update archive.versions set key_gone_at = verified_at, metadata = null, sealed = null, twin_tag = null
        where id = ${id}`
    })
    expect((await browser.get(sheet)).status).toBe(404)
  })
})

test('whoever got a link finds on its page what proves the download, once it is in the log', async () => {
  const own = await addArchive(owner, [PNS])
  const version = own.documents[0]?.id as VersionId
  const { token } = await share(owner, { act: own.act, version })
  const recipient = visitor(owner)
  await recipient.get(paths.shared)
  await recipient.post(paths.shared, { tautan: `${ORIGIN}${paths.shared}#${token}`, pin: '' })
  const early = await recipient.get(paths.sharedVersion(version))
  expect(early.status).toBe(200)
  expect(codeOn(early.body).ok).toBe(false)
  await log.sequence()
  const { body } = await recipient.get(paths.sharedVersion(version))
  expect(codeOn(body).ok).toBe(true)
  expect(body).toContain(`href="${paths.check}"`)
})
