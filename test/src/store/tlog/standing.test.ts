import { describe, expect, test } from 'vitest'
import { findRecorded } from '#src/store/tlog/recorded.ts'
import { standingAt } from '#src/store/tlog/standing.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { indexOf, recordedDocument } from '#test/support/recorded.ts'
import { logOf } from '#test/support/tlog.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const { keyring } = archiveOf(owner)

describe('what became of a leaf', () => {
  test('of a version that is verified still is current', async () => {
    const { index } = await recordedDocument(owner)
    expect(await standingAt(sql, index)).toEqual({ kind: 'current' })
  })

  test('that was superseded names the newer version and its leaf, once that is signed', async () => {
    const { index, supersede } = await recordedDocument(owner)
    const { version } = await supersede()
    const told = { kind: 'superseded', version: 2, leaf: undefined }
    expect(await standingAt(sql, index)).toEqual(told)
    await logOf(owner).sequence()
    const leaf = await indexOf(owner, version, 'recordVerified')
    expect(await standingAt(sql, index)).toEqual({ ...told, leaf })
    expect(await standingAt(sql, leaf)).toEqual({ kind: 'current' })
  })

  test('that was revoked names the revocation', async () => {
    const { index, revoke, file } = await recordedDocument(owner)
    await revoke()
    await logOf(owner).sequence()
    const leaf = await indexOf(owner, file.version, 'verificationRevoked')
    expect(await standingAt(sql, index)).toEqual({ kind: 'revoked', leaf })
  })

  test('that was destroyed names the destruction', async () => {
    const { index, destroy, file } = await recordedDocument(owner)
    await destroy()
    await logOf(owner).sequence()
    const leaf = await indexOf(owner, file.version, 'recordDestroyed')
    expect(await standingAt(sql, index)).toEqual({ kind: 'destroyed', leaf })
  })

  test('is nothing where no verification stands', async () => {
    const { index } = await recordedDocument(owner)
    const beside = [index - 1, index + 1, index + 1_000_000, Number.MAX_SAFE_INTEGER]
    for (const other of beside) expect(await standingAt(sql, other)).toBeUndefined()
  })
})

describe('a file without a code', () => {
  const find = (digest: string) => findRecorded(sql, keyring, Buffer.from(digest, 'hex'))

  test('is found by its hash, and the one that stands before the one that does not', async () => {
    const text = 'the same circular'
    const { revoke, file } = await recordedDocument(owner, text)
    const other = await recordedDocument(owner, text)
    await revoke()
    expect(await find(file.digest)).toMatchObject({
      version: other.file.version,
      index: other.index,
    })
  })

  test('is found too when it was superseded or revoked', async () => {
    const one = await recordedDocument(owner)
    await one.supersede()
    const other = await recordedDocument(owner)
    await other.revoke()
    expect(await find(one.file.digest)).toMatchObject({ index: one.index })
    expect(await find(other.file.digest)).toMatchObject({ index: other.index })
  })

  test('is not found where it was never verified, is not signed yet, or is destroyed', async () => {
    const gone = await recordedDocument(owner)
    await gone.destroy()
    const young = await (await recordedDocument(owner)).supersede()
    expect(await find(gone.file.digest)).toBeUndefined()
    expect(await find(young.digest)).toBeUndefined()
    expect(await find('ab'.repeat(32))).toBeUndefined()
  })
})
