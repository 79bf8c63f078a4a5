import { type BlobStore, checkedName, storeBusy } from './blob-store.ts'
import { listObjects } from './s3-listing.ts'
import { answered, type Bucket, type Request, requestBucket } from './s3-request.ts'
import { withSpooled } from './spooled.ts'

/**
 * The bucket must keep no versions and lock nothing, or what is deleted there is not gone.
 * `clock` dates the signatures.
 */
export function makeS3Store(name: string, bucket: Bucket, clock: () => Date): BlobStore {
  const ask = (request: Request) => requestBucket(bucket, request, clock)
  const keyOf = (object: string) => bucket.prefix + checkedName(object)
  const head = async (object: string) => {
    const answer = await ask({ method: 'HEAD', key: keyOf(object) })
    return answered(answer, 200) && { bytes: Number(answer.headers['content-length']) }
  }
  return {
    name,
    putIfAbsent: async (object, bytes) => {
      if (await head(object)) return 'present'
      return await withSpooled(bytes, async (body) => {
        const headers = { 'if-none-match': '*' }
        const answer = await ask({ method: 'PUT', key: keyOf(object), headers, body })
        const isPresent = answer.statusCode === 412
        if (answered(answer, isPresent ? 412 : 200)) return isPresent ? 'present' : 'put'
        throw storeBusy('404')
      })
    },
    getRange: async (object, from, to) => {
      if (to !== undefined && to <= from) return (await head(object)) && nothing()
      const headers = { range: `bytes=${from}-${to === undefined ? '' : to - 1}` }
      const answer = await ask({ method: 'GET', key: keyOf(object), headers })
      if (answer.statusCode === 206) return answer
      return answered(answer, 416) && nothing()
    },
    head,
    delete: async (object) => {
      answered(await ask({ method: 'DELETE', key: keyOf(object) }), 204)
    },
    listSince: (after) => listObjects(ask, bucket.prefix, after),
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
