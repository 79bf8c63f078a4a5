import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no, ok } from '#domain/result.ts'
import { type Leaf, leafText, PUBLIC_EVENTS, parseLeaf } from '#domain/tlog/leaf.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'

const RECORD = '00112233445566778899aabbccddeeff'
const C = 'c'.repeat(64)
const D = 'd'.repeat(64)

const verified: Leaf = {
  at: '2026-11-21T21:03Z',
  event: 'recordVerified',
  record: RECORD,
  n: 17,
  version: 3,
  commitment: C,
  digest: D,
}

const TEXT = `archive-leaf/v1
t 2026-11-21T21:03Z
e recordVerified
r ${RECORD}
n 17
v 3
c ${C}
d ${D}
`

const hash = fc.constantFrom(C, D, '0'.repeat(64))
const ofRecord = fc.record(
  {
    record: fc.constant(RECORD),
    n: fc.maxSafeInteger().map(Math.abs),
    version: fc.nat(),
    commitment: hash,
  },
  { requiredKeys: ['record', 'n', 'version'] },
)
const ofNone = fc.record({ commitment: hash }, { requiredKeys: [] })
const always = fc.record(
  {
    at: fc
      .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => `${at.toISOString().slice(0, 16)}Z`),
    event: fc.constantFrom(...PUBLIC_EVENTS),
    digest: hash,
    root: hash,
  },
  { requiredKeys: ['at', 'event', 'digest'] },
)
const leaf: fc.Arbitrary<Leaf> = fc
  .tuple(always, fc.oneof(ofRecord, ofNone))
  .map(([one, other]) => ({ ...one, ...other }))

describe('a leaf', () => {
  test('is written as the log keeps it for ever', () => {
    expect(leafText(verified)).toBe(TEXT)
    const { commitment: _, ...uncommitted } = verified
    expect(leafText(uncommitted)).toBe(TEXT.replace(C, '-'))
    expect(leafText({ at: verified.at, event: 'accountNoted', digest: D, root: C })).toBe(
      `archive-leaf/v1\nt 2026-11-21T21:03Z\ne accountNoted\nd ${D}\nh ${C}\n`,
    )
  })

  test('leads back to what it says, in at most 300 bytes', () => {
    fc.assert(
      fc.property(leaf, (one) => {
        const bytes = utf8Bytes(leafText(one))
        const { root, ...rest } = one
        // Only an event of no record is a root over many.
        if (bytes.length <= 300) expect(parseLeaf(bytes)).toEqual(ok(one))
        else expect({ root, record: rest.record }).toEqual({ root, record: RECORD })
      }),
    )
  })

  test.each([
    ['another format', TEXT.replace('v1', 'v2')],
    ['a name that nobody may read', TEXT.replace('recordVerified', 'holdPlaced')],
    ['a day that there is not', TEXT.replace('11-21', '02-30')],
    ['an hour that there is not', TEXT.replace('T21', 'T24')],
    ['a second', TEXT.replace('21:03Z', '21:03:00Z')],
    ['a record in capitals', TEXT.replace(RECORD, RECORD.toUpperCase())],
    ['a record without its number', TEXT.replace('n 17\n', '')],
    ['a zero in front', TEXT.replace('n 17', 'n 017')],
    ['a number that is not exact', TEXT.replace('n 17', 'n 9007199254740993')],
    ['no commitment of a record', TEXT.replace(`c ${C}\n`, '')],
    [
      'an empty commitment of no record',
      `archive-leaf/v1\nt ${verified.at}\ne recordNoted\nc -\nd ${D}\n`,
    ],
    ['lines in another order', TEXT.replace('n 17\nv 3', 'v 3\nn 17')],
    ['one line twice', TEXT.replace('n 17\n', 'n 17\nn 17\n')],
    ['a line more', `${TEXT}x 1\n`],
    ['no last line break', TEXT.slice(0, -1)],
    ['line breaks of two', TEXT.replaceAll('\n', '\r\n')],
    ['nothing', ''],
    ['more than 300 bytes', `${TEXT}${' '.repeat(300)}`],
  ])('is refused with %s', (_, text) => {
    expect(parseLeaf(utf8Bytes(text))).toEqual(no('notLeaf'))
  })

  test('is refused where it is no text', () => {
    expect(parseLeaf(Uint8Array.of(255, 254))).toEqual(no('notLeaf'))
  })
})
