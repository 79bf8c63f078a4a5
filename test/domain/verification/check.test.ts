import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkpointText } from '#domain/tlog/checkpoint.ts'
import { leafText } from '#domain/tlog/leaf.ts'
import { entriesPath } from '#domain/tlog/tile.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'
import { checkDocument, checkKept, checkList } from '#domain/verification/check.ts'
import { keptProof, type LogSource } from '#domain/verification/prove-leaf.ts'
import type { Standing } from '#domain/verification/standing.ts'
import {
  bareLeaf,
  digestOf,
  laterLeaf,
  leafOf,
  listLeaf,
  noteOf,
  SALT,
  signer,
  smallLog,
} from '#test/support/small-log.ts'

const FILE = 'SK CPNS'
const log = signer()
const recorded = { at: '2026-11-21T21:03Z', index: 1, version: 1 }
const code = { index: 1, salt: SALT }
const asked = { ...code, digest: digestOf(FILE) }

const LATER = [
  laterLeaf({ event: 'recordVerified', version: 2 }),
  laterLeaf({ event: 'verificationRevoked', version: 1, n: 8 }),
  laterLeaf({ event: 'recordDestroyed', version: 0, n: 9, commitment: '-' }),
  laterLeaf({ event: 'recordDestroyed', n: 9, record: 'f'.repeat(32) }),
]
const leaves = [bareLeaf(), leafOf(FILE), ...LATER, listLeaf('a list')]

type From = LogSource & { standing: (index: number) => Promise<Standing | undefined> }

function source(standing: Standing | undefined = { kind: 'current' }) {
  return { ...smallLog(leaves, log), standing: async () => standing }
}

async function verdict(from: From = source(), of: Partial<typeof asked> = {}) {
  return (await checkDocument(log.proving, from, { ...asked, ...of })).verdict
}

describe('a file and its code', () => {
  test('are genuine where commitment, place and signature hold', async () => {
    expect(await verdict()).toEqual({ kind: 'genuine', ...recorded, latest: 'said' })
  })

  test('of another file differ, and the server is asked nothing', async () => {
    const standing = () => Promise.reject(new Error('asked'))
    const from = { ...source(), standing }
    const { at, index } = recorded
    expect(await verdict(from, { digest: digestOf('changed') })).toEqual({
      kind: 'differs',
      at,
      index,
    })
    expect(await verdict(from, { salt: 'b2'.repeat(32) })).toEqual({ kind: 'differs', at, index })
  })

  test.each([
    ['an event of an account', 0],
    ['a revocation', 3],
    ['a destruction', 4],
    ['the list of a berita acara', 6],
    ['nothing: the log ends before', 7],
    ['nothing: the log is far shorter', Number.MAX_SAFE_INTEGER],
    ['nothing: no number of a leaf', -1],
    ['nothing: half a number', 1.5],
  ])('are unknown where the code names %s', async (_, index) => {
    expect(await verdict(source(), { index })).toEqual({ kind: 'unknown' })
  })
})

describe('what became of it', () => {
  test.each<[string, Standing, object]>([
    [
      'superseded',
      { kind: 'superseded', version: 2, leaf: 2 },
      { kind: 'genuineSuperseded', newer: 2 },
    ],
    ['revoked', { kind: 'revoked', leaf: 3 }, { kind: 'genuineRevoked' }],
    ['destroyed', { kind: 'destroyed', leaf: 4 }, { kind: 'destroyed' }],
  ])('%s is proven by the leaf that the server names', async (_, standing, told) => {
    expect(await verdict(source(standing))).toEqual({ ...recorded, ...told, latest: 'proven' })
  })

  test.each<[string, Standing]>([
    ['another event', { kind: 'revoked', leaf: 2 }],
    ['another record', { kind: 'destroyed', leaf: 5 }],
    ['another version', { kind: 'superseded', version: 3, leaf: 2 }],
    ['no newer version', { kind: 'superseded', version: 1, leaf: 1 }],
    ['no leaf yet', { kind: 'revoked', leaf: undefined }],
    ['a leaf beyond the log', { kind: 'destroyed', leaf: 900 }],
  ])('is the word of the server alone where it names %s', async (_, standing) => {
    expect(await verdict(source(standing))).toMatchObject({ ...recorded, latest: 'said' })
  })

  test('is not known where the server says nothing or is away: genuine it stays', async () => {
    const away = { ...source(), standing: () => Promise.reject(new Error('away')) }
    const silent = { ...source(), standing: async () => undefined }
    const genuine = { kind: 'genuine', ...recorded, latest: 'notChecked' }
    expect([await verdict(away), await verdict(silent)]).toEqual([genuine, genuine])
  })
})

describe('nothing is said of a file', () => {
  const without = (path: string) => {
    const from = source()
    from.files.delete(path)
    return from
  }
  test.each<[string, From, string]>([
    ['no checkpoint comes', without('checkpoint'), 'noLog'],
    ['a tile is gone', without('tile/0/000.p/7'), 'noLog'],
    ['a bundle is gone', without(entriesPath(0, 7)), 'noLog'],
    ['the net is away', { ...source(), tile: () => Promise.reject(new Error('away')) }, 'noLog'],
    [
      'another key signed it',
      { ...smallLog(leaves, signer()), standing: async () => undefined },
      'notSigned',
    ],
    [
      'it is another log',
      { ...smallLog(leaves, signer('other.example/log')), standing: async () => undefined },
      'notSigned',
    ],
  ])('where %s', async (_, from, why) => {
    expect(await verdict(from)).toEqual({ kind: 'notChecked', why })
  })

  test('where the leaf is not under the root that was signed', async () => {
    const from = source()
    const forged = smallLog([bareLeaf(), leafOf('forged'), ...LATER, listLeaf('a list')], log)
    from.files.set(entriesPath(0, 7), forged.files.get(entriesPath(0, 7)) ?? new Uint8Array())
    const told = await verdict(from, { digest: digestOf('forged') })
    expect(told).toEqual({ kind: 'notChecked', why: 'notIncluded' })
  })

  test('where the log signs under the name of another', async () => {
    const from = source()
    const text = checkpointText({ origin: 'other.example/log', size: 7, root: new Uint8Array(32) })
    from.files.set('checkpoint', utf8Bytes(noteOf(text, log)))
    expect(await verdict(from)).toEqual({ kind: 'notChecked', why: 'notSigned' })
  })

  test('where a byte was changed that it rests on, whichever it is', async () => {
    await fc.assert(
      fc.asyncProperty(somewhere, fc.integer({ min: 1, max: 255 }), async ({ path, at }, by) => {
        const from = source()
        const bytes = Uint8Array.from(from.files.get(path) ?? [])
        bytes[at] = (bytes[at] ?? 0) ^ by
        from.files.set(path, bytes)
        expect((await verdict(from)).kind).toBe('notChecked')
      }),
      { numRuns: 150 },
    )
  })
})

/** A byte that the verdict about leaf 1 needs; its own hash in the tile is none of them. */
const somewhere = fc.oneof(
  fc.record({ path: fc.constant('checkpoint'), at: fc.nat({ max: lengthOf('checkpoint') - 1 }) }),
  fc.record({
    path: fc.constant('tile/0/000.p/7'),
    at: fc.nat({ max: 7 * 32 - 1 }).filter((at) => Math.floor(at / 32) !== 1),
  }),
  fc.record({
    path: fc.constant(entriesPath(0, 7)),
    at: fc.nat({ max: ends(1) - 1 }).filter((at) => at < 2 || at >= ends(0)),
  }),
)

function lengthOf(path: string): number {
  return source().files.get(path)?.length ?? 0
}

/** Where the entry ends in its bundle. */
function ends(index: number): number {
  return leaves
    .slice(0, index + 1)
    .reduce((sum, leaf) => sum + 2 + utf8Bytes(leafText(leaf)).length, 0)
}

describe('a proof that somebody kept', () => {
  const kept = async () => {
    const { proof } = await checkDocument(log.proving, source(), asked)
    if (!proof) throw new Error('nothing was proven')
    return keptProof(proof)
  }
  const check = async (text: string, of: Partial<typeof asked> = {}) =>
    (await checkKept(log.proving, text, { ...asked, ...of })).verdict

  test('proves the file without any net, and says nothing of what came later', async () => {
    expect(await check(await kept())).toEqual({
      kind: 'genuine',
      ...recorded,
      latest: 'notChecked',
    })
  })

  test('of another code proves nothing', async () => {
    const told = await check(await kept(), { index: 2 })
    expect(told).toEqual({ kind: 'notChecked', why: 'notOurProof' })
  })

  test('shows a changed file', async () => {
    expect(await check(await kept(), { digest: digestOf('changed') })).toMatchObject({
      kind: 'differs',
    })
  })

  test.each<[string, (text: string) => string, string]>([
    ['of another leaf', (text) => text.replace('index 1\n', 'index 2\n'), 'notIncluded'],
    ['cut short', (text) => text.slice(0, 100), 'notOurProof'],
    ['without its leaf', (text) => text.replace(/extra .*\n/, ''), 'notOurProof'],
    ['that is none', () => '%PDF-1.7', 'notOurProof'],
    ['with a hash less', (text) => text.replace(/(index 1\n).*\n/, '$1'), 'notIncluded'],
    [
      'under a checkpoint of another log',
      (text) => text.replace(/\n\n.*$/s, `\n\n${foreign}`),
      'notSigned',
    ],
    ['without a signature', (text) => text.replace(/— .*\n$/, ''), 'notSigned'],
  ])('%s proves nothing', async (_, change, why) => {
    expect(await check(change(await kept()))).toEqual({ kind: 'notChecked', why })
  })

  const foreign = noteOf('asn.example/log\n7\nAAAA\n', signer())
})

describe('the list of a berita acara', () => {
  const manifest = digestOf('a list')
  const ask = async (of: { index?: number; manifest?: string } = {}) =>
    (await checkList(log.proving, source(), { index: 6, salt: SALT, manifest, ...of })).verdict

  test('is recorded as destroyed', async () => {
    expect(await ask()).toEqual({ kind: 'listDestroyed', at: recorded.at, index: 6 })
  })

  test('differs where it is another list', async () => {
    expect(await ask({ manifest: digestOf('another') })).toMatchObject({ kind: 'differs' })
  })

  test('is unknown where the leaf is of a document, though its commitment opens', async () => {
    expect(await ask({ index: 1, manifest: digestOf(FILE) })).toEqual({ kind: 'unknown' })
    expect(await ask({ index: 0 })).toEqual({ kind: 'unknown' })
    expect(await ask({ index: 70 })).toEqual({ kind: 'unknown' })
  })
})
