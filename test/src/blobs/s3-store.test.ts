import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { isStoreOutOfReach } from '#src/blobs/blob-store.ts'
import { makeS3Store } from '#src/blobs/s3-store.ts'
import { inPieces, someBytes } from '#test/support/bytes.ts'
import { startS3 } from '#test/support/s3-server.ts'
import { blobStoreContract } from './contract.ts'

const s3 = await startS3()
afterAll(s3.close)

const clock = () => new Date()
const store = makeS3Store('main', s3.bucket, clock)

blobStoreContract(async () => {
  s3.objects.clear()
  return store
})

describe('in a bucket', () => {
  test('objects lie under the prefix that is ours, and strangers beside it are not listed', async () => {
    s3.objects.clear()
    const object = randomUUID()
    s3.objects.set('lain/x', Buffer.from('x'))
    s3.objects.set('asn/catatan.txt', Buffer.from('x'))
    await store.putIfAbsent(object, inPieces(someBytes(3)))
    expect([...s3.objects.keys()]).toContain(`asn/${object}`)
    const listed: string[] = []
    for await (const one of store.listSince(undefined)) listed.push(one.object)
    expect(listed).toEqual([object])
  })

  test('a request signed with another secret is refused', async () => {
    const stranger = makeS3Store('main', { ...s3.bucket, secret: 'lain' }, clock)
    await expect(stranger.head(randomUUID())).rejects.toThrow('the blob store answered 403')
  })

  test.each([500, 503, 429, 301])(
    'an answer of %i is no answer about the object',
    async (status) => {
      const object = randomUUID()
      for (const ask of [
        () => store.head(object),
        () => store.getRange(object, 0),
        () => store.delete(object),
      ]) {
        s3.answerNext(status)
        const problem = await ask().catch((caught: unknown) => caught)
        expect(String(problem)).toContain(`the blob store answered ${status}`)
        expect(isStoreOutOfReach(problem)).toBe(true)
      }
    },
  )

  test('an idle connection that the store closed meanwhile is not a failure', async () => {
    const object = randomUUID()
    await store.putIfAbsent(object, inPieces(someBytes(3)))
    s3.dropConnections()
    expect(await store.head(object)).toEqual({ bytes: 3 })
  })

  test('a store that is not there is out of reach', async () => {
    const gone = await startS3()
    await gone.close()
    const problem = await makeS3Store('main', gone.bucket, clock)
      .head(randomUUID())
      .catch((caught: unknown) => caught)
    expect(isStoreOutOfReach(problem)).toBe(true)
  })
})
