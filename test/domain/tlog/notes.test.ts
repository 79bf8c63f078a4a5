import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no, ok } from '#domain/result.ts'
import { base64Text } from '#domain/tlog/base64.ts'
import { checkpointText, parseCheckpoint } from '#domain/tlog/checkpoint.ts'
import { type ProofFile, parseProofFile, proofFileText } from '#domain/tlog/proof-file.ts'
import {
  isKeyName,
  keyId,
  parseSignedNote,
  signatureBy,
  signedNote,
} from '#domain/tlog/signed-note.ts'
import { utf8Bytes } from '#domain/tlog/utf8.ts'
import { parseVerifierKey, verifierKeyText } from '#domain/tlog/verifier-key.ts'
import { filled, sha256 } from './trees.ts'

const { note } = JSON.parse(readFileSync('test/vectors/tlog-own/tlog-own.json', 'utf8'))
const SIGNED: string = note.signed
const VKEY: string = note.vkey

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
const name = fc.string({ minLength: 1, maxLength: 20 }).filter(isKeyName)
const line = fc.stringMatching(/^[ -~é]*$/)
const signature = fc.record({
  name,
  keyId: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
})

describe('a signed note', () => {
  test('leads back to its text and signatures, also where the text has empty lines', () => {
    const lines = fc.array(line, { minLength: 1, maxLength: 5 })
    const signatures = fc.array(signature, { minLength: 1, maxLength: 16 })
    fc.assert(
      fc.property(lines, signatures, (text, signed) => {
        const whole = { text: `${text.join('\n')}\n`, signatures: signed }
        const written = signedNote(whole.text, signed)
        expect(parseSignedNote(written)).toEqual(ok(whole))
        expect(parseSignedNote(utf8Bytes(written))).toEqual(ok(whole))
      }),
    )
  })

  test.each([
    ['unsigned', 'text\n'],
    ['unsigned', 'text\n\n'],
    ['unsigned', SIGNED.slice(0, -1)],
    ['signatureLine', SIGNED.replace('—', '-')],
    ['signatureLine', SIGNED.replace('— ', '—  ')],
    [
      'signatureLine',
      SIGNED.replace('asn.example/log A', 'asn+example/log A').replace('— asn.', '— asn+'),
    ],
    ['signatureLine', 'text\n\n— name AAAAAA==\n'],
    ['signatureLine', `${SIGNED.slice(0, -1)} \n`],
    ['signatureLine', `text\n\n${'— name AAAAAAA=\n'.repeat(101)}`],
    ['controls', SIGNED.replace('\n', '\r\n')],
    ['controls', `\t${SIGNED}`],
    ['notUtf8', `\ud800${SIGNED}`],
    ['tooLong', `${'x'.repeat(1_000_000)}${SIGNED}`],
  ] as const)('is refused as %s, %#', (problem, text) => {
    expect(parseSignedNote(text)).toEqual(no(problem))
  })

  test('is refused where its bytes are no text', () => {
    expect(parseSignedNote(Uint8Array.of(255, 10, 10))).toEqual(no('notUtf8'))
  })

  test('is signed by a key only under its name and its number, and only once', () => {
    const [read, key] = [
      filled(value(parseSignedNote(SIGNED))),
      filled(value(parseVerifierKey(sha256, VKEY))),
    ]
    expect(signatureBy(read, key)).toEqual(read.signatures[0]?.signature)
    expect(signatureBy(read, { ...key, name: 'other' })).toBeUndefined()
    expect(signatureBy(read, { ...key, keyId: sha256().slice(0, 4) })).toBeUndefined()
    const twice = { ...read, signatures: [...read.signatures, ...read.signatures] }
    expect(signatureBy(twice, key)).toBeUndefined()
  })
})

describe('a verifier key', () => {
  test('is that of the specification', () => {
    const text = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
    expect(verifierKeyText(filled(value(parseVerifierKey(sha256, text))))).toBe(text)
  })

  test('leads back to itself', () => {
    fc.assert(
      fc.property(name, hash, (own, publicKey) => {
        const key = { name: own, keyId: keyId(sha256, own, publicKey), publicKey }
        expect(parseVerifierKey(sha256, verifierKeyText(key))).toEqual(ok(key))
      }),
    )
  })

  test.each([
    ['parts', ''],
    ['parts', `${VKEY}\n`],
    ['parts', VKEY.replaceAll('+', ' ')],
    ['name', VKEY.replace('asn.example', 'asn example')],
    ['keyId', VKEY.replace('asn.example', 'asn.sample')],
    ['keyId', VKEY.replace(/\+([0-9a-f]{8})\+/, (id) => id.toUpperCase())],
    ['keyId', VKEY.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['notEd25519', VKEY.replace(/\+A([^+])/, '+B$1').replace(/\+A[^+]{3}/, '+BBBB')],
  ] as const)('is refused for its %s, %#', (problem, text) => {
    expect(parseVerifierKey(sha256, text)).toEqual(no(problem))
  })
})

describe('a checkpoint', () => {
  const origin = fc.stringMatching(/^[!-~][ -~]*$/)

  test('leads back to what it says', () => {
    fc.assert(
      fc.property(origin, fc.maxSafeInteger().map(Math.abs), hash, (own, size, root) => {
        const checkpoint = { origin: own, size, root }
        expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(ok(checkpoint))
      }),
    )
  })

  const ROOT = base64Text(sha256())
  test.each([
    ['lines', `log\n7\n${ROOT}`],
    ['lines', `log\n7\n${ROOT}\nmore\n`],
    ['lines', `log\n7\n`],
    ['origin', `\n7\n${ROOT}\n`],
    ['size', `log\n07\n${ROOT}\n`],
    ['size', `log\n-7\n${ROOT}\n`],
    ['size', `log\n9007199254740992\n${ROOT}\n`],
    ['root', `log\n7\n${ROOT.slice(4)}\n`],
    ['root', `log\n7\n ${ROOT}\n`],
  ] as const)('is refused for its %s, %#', (problem, text) => {
    expect(parseCheckpoint(text)).toEqual(no(problem))
  })
})

describe('a proof file', () => {
  const file: fc.Arbitrary<ProofFile> = fc.record(
    {
      extra: fc.uint8Array({ minLength: 1, maxLength: 300 }),
      index: fc.maxSafeInteger().map(Math.abs),
      proof: fc.array(hash, { maxLength: 53 }),
      checkpoint: fc.constant(SIGNED),
    },
    { requiredKeys: ['index', 'proof', 'checkpoint'] },
  )

  test('leads back to what it proves', () => {
    fc.assert(
      fc.property(file, (one) => {
        expect(parseProofFile(proofFileText(one))).toEqual(ok(one))
      }),
    )
  })

  const H = base64Text(sha256())
  const START = 'c2sp.org/tlog-proof@v1\n'
  test.each([
    ['format', SIGNED],
    ['format', `c2sp.org/tlog-proof@v2\nindex 7\n${H}\n\n${SIGNED}`],
    ['format', START],
    ['extra', `${START}extra \nindex 7\n\n${SIGNED}`],
    ['extra', `${START}extra AB==\nindex 7\n\n${SIGNED}`],
    ['index', `${START}index 07\n\n${SIGNED}`],
    ['index', `${START}${H}\n\n${SIGNED}`],
    ['index', `${START}extra AA==\nextra AA==\nindex 7\n\n${SIGNED}`],
    ['proof', `${START}index 7\n${H.slice(4)}\n\n${SIGNED}`],
    ['proof', `${START}index 7\n${H} \n\n${SIGNED}`],
    ['proof', `${START}index 7\n${`${H}\n`.repeat(65)}\n${SIGNED}`],
  ] as const)('is refused for its %s, %#', (problem, text) => {
    expect(parseProofFile(text)).toEqual(no(problem))
  })
})

function value<Value>(result: { ok: true; value: Value } | { ok: false }): Value | undefined {
  return result.ok ? result.value : undefined
}
