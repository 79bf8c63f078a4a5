import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { isUuid } from '#domain/uuid.ts'
import { type StoredObject, storeBusy } from './blob-store.ts'
import { answered, type Request } from './s3-request.ts'

const PAGE = '1000'

/** Page by page, each from behind the last key of the one before. */
export async function* listObjects(
  ask: (request: Request) => Promise<IncomingMessage>,
  prefix: string,
  after = '',
): AsyncIterable<StoredObject> {
  for (let last: string | undefined = prefix + after; last !== undefined; ) {
    const query = { 'list-type': '2', 'max-keys': PAGE, prefix, 'start-after': last }
    const answer = await ask({ method: 'GET', query })
    if (answer.statusCode !== 200 && !answered(answer, 200)) throw storeBusy('404')
    const page = await text(answer)
    const found = [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, one = '']) => ({
      key: fieldOf(one, 'Key'),
      bytes: Number(fieldOf(one, 'Size')),
    }))
    for (const { key, bytes } of found) {
      const object = key.slice(prefix.length)
      if (isUuid(object)) yield { object, bytes }
    }
    last = fieldOf(page, 'IsTruncated') === 'true' ? found.at(-1)?.key : undefined
  }
}

/** Keys of ours have no character that XML would write in another way. */
function fieldOf(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
}
