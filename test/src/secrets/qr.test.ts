import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import { otpauthUri } from '#src/secrets/otp.ts'
import { qrSquares } from '#src/secrets/qr.ts'

const QUIET = 4
const SCALE = 3
const uri = otpauthUri({ nip: '198501012010011901', seed: Buffer.alloc(20, 0x5a) })

describe('R-OT-01 the QR code of an otpauth URI', () => {
  test('is read back by a decoder that is not ours', () => {
    expect(decode(qrSquares(uri))).toBe(uri)
  })

  test('is square, and its corner is a finder pattern without a quiet zone', () => {
    const squares = qrSquares(uri)
    expect(squares.every((row) => row.length === squares.length)).toBe(true)
    expect(squares[0]?.slice(0, 8)).toEqual([...Array(7).fill(true), false])
  })

  test('is of level L, the smallest: 41 squares a side', () => {
    expect(qrSquares(uri).length).toBe(41)
  })
})

/** Paints the squares as a camera sees them, black on white with a quiet zone. */
function decode(squares: boolean[][]): string | undefined {
  const side = (squares.length + 2 * QUIET) * SCALE
  const isDark = (at: number) => squareAt(squares, Math.floor(at / side), at % side)
  const pixels = Array.from({ length: side * side }, (_, at) => (isDark(at) ? 0 : 255))
  const image = Uint8ClampedArray.from(pixels.flatMap((grey) => [grey, grey, grey, 255]))
  return readQr(image, side)
}

function squareAt(squares: boolean[][], y: number, x: number): boolean {
  const [row, column] = [y, x].map((at) => Math.floor(at / SCALE) - QUIET)
  return squares[row ?? -1]?.[column ?? -1] ?? false
}

function readQr(image: Uint8ClampedArray, side: number): string | undefined {
  return jsqr.default(image, side, side)?.data
}
