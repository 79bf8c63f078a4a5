import { isUuid } from '#domain/uuid.ts'

/** Where sealed bytes lie: objects under random names, each written once and never changed. */
export type BlobStore = {
  /** As the table of copies calls it. */
  name: string
  /** All of the bytes or nothing at all; what is there already stays as it is. */
  putIfAbsent: (object: string, bytes: AsyncIterable<Uint8Array>) => Promise<'put' | 'present'>
  /** `to` is the first byte that is not wanted; what lies behind the end is no error. */
  getRange: (
    object: string,
    from: number,
    to?: number,
  ) => Promise<AsyncIterable<Uint8Array> | undefined>
  head: (object: string) => Promise<{ bytes: number } | undefined>
  /** What is gone already is as good. */
  delete: (object: string) => Promise<void>
  /** In the order of their names, those after the one that is named. */
  listSince: (after: string | undefined) => AsyncIterable<StoredObject>
}

export type StoredObject = { object: string; bytes: number }

/** Names become paths, so that one which nobody here made up is a bug. */
export function checkedName(object: string): string {
  if (!isUuid(object)) throw new Error('an object of a blob store is named by a uuid')
  return object
}

const OUT_OF_REACH =
  /^(ENOSPC|EDQUOT|EIO|EROFS|ESTALE|ENODEV|EMFILE|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|E\w+UNREACH|ETIMEDOUT|STORE_BUSY|STORE_AWAY)$/

/** An error that says no more of the store than that it gave this answer. */
export function storeBusy(answer: string): Error {
  return Object.assign(new Error(`the blob store answered ${answer}`), { code: 'STORE_BUSY' })
}

/** Where it should lie there is nothing that says it is this store. */
export function storeAway(name: string): Error {
  return Object.assign(new Error(`the blob store ${name} is not there`), { code: 'STORE_AWAY' })
}

/** The store is away, full or too slow: waiting helps, unlike with a bug. */
export function isStoreOutOfReach(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && OUT_OF_REACH.test(String(problem.code))
}
