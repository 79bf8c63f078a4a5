import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openMultipart } from '#src/http/multipart.ts'

const BOUNDARY = 'batas'

/** What a browser sends, in pieces of the sizes that are given. */
function sent(text: Buffer, sizes: readonly number[]): ReadableStream<Uint8Array> {
  let at = 0
  let turn = 0
  return new ReadableStream({
    pull: (control) => {
      if (at >= text.length) return control.close()
      const size = sizes[turn % sizes.length] ?? 1
      control.enqueue(new Uint8Array(text.subarray(at, at + size)))
      at += size
      turn += 1
    },
  })
}

function form(file: Buffer, name = 'pegawai.csv', end = `\r\n--${BOUNDARY}--\r\n`): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\ntoken\r\n--${BOUNDARY}\r\nContent-Disposition: form-data; name="berkas"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`
  return Buffer.concat([Buffer.from(head), file, Buffer.from(end)])
}

async function read(text: Buffer, sizes: readonly number[] = [7]) {
  const { fields, file, drain } = await openMultipart(sent(text, sizes), BOUNDARY)
  const content = file && Buffer.from(await buffer(file.chunks))
  return { fields, name: file?.name, content, drain }
}

describe('R-AK-02 a form with a file', () => {
  test('comes out as it went in, however the network cuts it', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('\r\n', '--batas', '\r\n--bata', '\r\n--bataz', '\r', '-')
        .map((one) => Buffer.from(one)),
    )
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), sizes, async (pieces, cuts) => {
        const file = Buffer.concat(pieces)
        fc.pre(!file.includes(`\r\n--${BOUNDARY}`))
        const got = await read(form(file), cuts)
        expect(got).toMatchObject({ fields: { csrf: 'token' }, name: 'pegawai.csv' })
        expect(got.content?.equals(file)).toBe(true)
      }),
    )
  })

  test('that ends within its file is none', async () => {
    await expect(read(form(Buffer.from('nip,name'), 'a.csv', ''))).rejects.toThrow('ended within')
  })

  test.each([
    '',
    'x',
    '--batas',
    `--${BOUNDARY}\r\n`,
    `--${BOUNDARY}\r\nA: b\r\n\r\n`,
    '-'.repeat(9000),
  ])('that is no form has no field and no file: %j', async (text) => {
    expect(await read(Buffer.from(text))).toMatchObject({ fields: {}, name: undefined })
  })

  test('with a field of more than 4 kB before the file is read no further', async () => {
    const long = form(Buffer.from('x')).toString().replace('token', 'x'.repeat(5000))
    expect(await read(Buffer.from(long))).toMatchObject({ fields: {}, name: undefined })
  })

  test('keeps less than two pieces of a file in hand', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (control) => {
          pulled += 1
          control.enqueue(
            pulled === 1 ? form(Buffer.alloc(0), 'a.csv', '') : new Uint8Array(65_536),
          )
        },
      },
      { highWaterMark: 0 },
    )
    const { file } = await openMultipart(body, BOUNDARY)
    let taken = 0
    for await (const chunk of file?.chunks ?? []) {
      taken += chunk.length
      expect(pulled * 65_536 - taken).toBeLessThan(2 * 65_536)
      if (pulled > 50) break
    }
  })
})
