import { createHash, randomBytes } from 'node:crypto'
import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type CaptchaId, PROOF } from '#domain/captcha/captcha.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { diceFrom } from '#src/secrets/captcha-dice.ts'
import { drawPicture } from '#src/secrets/captcha-picture.ts'

const secrets = captchaSecrets(Buffer.alloc(32, 7))
const ids = Array.from({ length: 40 }, (_, at) => numbered(at))

function numbered(at: number): CaptchaId {
  return `0f8fad5b-d9cb-469f-a165-${String(at).padStart(12, '0')}` as CaptchaId
}

function signsOf(id: CaptchaId): string {
  return secrets.answersOf(id)[0] ?? ''
}

function countsOf(id: CaptchaId): string {
  return secrets.answersOf(id)[1] ?? ''
}

describe('R-CA-01 what is to be typed', () => {
  test('is six signs none of which is easily taken for another, or four counts', () => {
    for (const id of ids) {
      expect(signsOf(id)).toMatch(/^[ACEFHJKLMNPRTWXY34679]{6}$/)
      expect(countsOf(id)).toMatch(/^[1-5]{4}$/)
    }
  })

  test('differs from check to check and from key to key, and is the same when asked again', () => {
    const other = captchaSecrets(randomBytes(32))
    expect(new Set(ids.map(signsOf)).size).toBe(ids.length)
    expect(other.answersOf(numbered(1))).not.toEqual(secrets.answersOf(numbered(1)))
    expect(secrets.answersOf(numbered(1))).toEqual(secrets.answersOf(numbered(1)))
  })
})

describe('R-CA-01 the picture', () => {
  test('is a valid PNG of 264 by 80 pixels within 6 kB', () => {
    for (const id of ids) {
      const picture = secrets.pictureOf(id)
      const { width, height, shades } = decode(picture)
      expect([width, height]).toEqual([264, 80])
      expect(new Set(shades)).toEqual(new Set([0, 1, 2, 3]))
      expect(picture.length).toBeLessThanOrEqual(6000)
    }
  })

  test('is the same when asked again, for averaging several would clean it', () => {
    expect(secrets.pictureOf(numbered(1))).toEqual(secrets.pictureOf(numbered(1)))
  })

  test('draws the same signs elsewhere and otherwise each time: no table of shapes reads it', () => {
    const inks = Array.from({ length: 12 }, (_, at) => {
      const { shades } = decode(drawPicture('R4X9KE', diceFrom(Buffer.alloc(32), `${at}`)))
      return new Set(shades.flatMap((shade, place) => (shade === 0 ? [place] : [])))
    })
    const alike = inks.slice(1).map((ink, at) => {
      const before = inks[at] ?? ink
      const shared = [...ink].filter((place) => before.has(place)).length
      return shared / (ink.size + before.size - shared)
    })
    expect(Math.max(...alike)).toBeLessThan(0.35)
  })

  test('leaves paper around ink, and ink enough to read', () => {
    for (const id of ids) {
      const { shades } = decode(secrets.pictureOf(id))
      const ink = shades.filter((shade) => shade === 0).length / shades.length
      expect(ink).toBeGreaterThan(0.08)
      expect(ink).toBeLessThan(0.3)
    }
  })
})

describe('R-CA-01 the sound', () => {
  test('is a valid WAV within 120 kB', () => {
    for (const id of ids) {
      const sound = secrets.soundOf(id)
      expect(sound.toString('latin1', 0, 4) + sound.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ')
      expect(sound.readUInt32LE(4)).toBe(sound.length - 8)
      expect(sound.readUInt32LE(40)).toBe(sound.length - 44)
      expect(sound.length).toBeLessThanOrEqual(120_000)
    }
  })

  test('lets the counts be heard', () => {
    for (const id of ids) expect(heard(secrets.soundOf(id))).toBe(countsOf(id))
  })
})

describe('R-CA-01 the proof of work', () => {
  const id = numbered(1)
  const proof = worked(id)

  test('is right numbers for every part', () => {
    expect(secrets.proofFits(id, proof)).toBe(true)
  })

  test('is no proof for another check', () => {
    expect(secrets.proofFits(numbered(2), proof)).toBe(false)
  })

  test('is none with a part too few, too many, repeated or changed', () => {
    const parts = proof.split('.')
    const [first = ''] = parts
    expect(secrets.proofFits(id, parts.slice(0, -1).join('.'))).toBe(false)
    expect(secrets.proofFits(id, `${proof}.${first}`)).toBe(false)
    expect(secrets.proofFits(id, parts.map(() => first).join('.'))).toBe(false)
    expect(secrets.proofFits(id, [`${Number(first) + 1}`, ...parts.slice(1)].join('.'))).toBe(false)
  })

  test.each(['', '.......', '0.0.0.0.0.0.0.0', '-1.1e3.x.0.0.0.0.0'])('is not "%s"', (text) => {
    expect(secrets.proofFits(id, text)).toBe(false)
  })
})

function worked(id: CaptchaId): string {
  return Array.from({ length: PROOF.parts }, (_, part) => {
    let number = 0
    while (!startsWithZeros(`${id}.${part}.${number}`)) number += 1
    return number
  }).join('.')
}

function startsWithZeros(text: string): boolean {
  const bits = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
  return bits >> BigInt(256 - PROOF.bits) === 0n
}

/** Reads a PNG of two grey bits a pixel as a foreign reader would: every checksum must be right. */
function decode(png: Buffer): { width: number; height: number; shades: number[] } {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end))
    at = end + 4
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const head = chunks.get('IHDR') ?? Buffer.alloc(0)
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  expect([...head.subarray(8)]).toEqual([2, 0, 0, 0, 0])
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  expect(rows.length).toBe(height * (1 + width / 4))
  const bytes = [...rows].filter((_, at) => at % (1 + width / 4) > 0)
  return {
    width,
    height,
    shades: bytes.flatMap((byte) => [6, 4, 2, 0].map((by) => (byte >> by) & 3)),
  }
}

/** Counts beeps as an ear would: loud stretches of 10 ms, a long silence ends a group. */
function heard(sound: Buffer): string {
  const samples = sound.subarray(44)
  const loud = Array.from({ length: Math.floor(samples.length / 80) }, (_, at) => {
    const part = [...samples.subarray(at * 80, at * 80 + 80)]
    return Math.sqrt(part.reduce((sum, level) => sum + (level - 128) ** 2, 0) / 80) > 28 ? 'x' : '.'
  })
  const groups = loud.join('').split(/\.{60,}/)
  return groups.map((group) => group.match(/x(?:\.{0,3}x)*/g)?.length ?? '').join('')
}
