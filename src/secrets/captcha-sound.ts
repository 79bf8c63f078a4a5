import type { Dice } from './captcha-dice.ts'

const RATE = 8000

/** A WAV, 8 kHz mono 8 bit, of beeps in noise: as many in each group as its digit of `counts` says. */
export function drawSound(counts: string, dice: Dice): Buffer<ArrayBuffer> {
  const parts = [...counts].flatMap((count) => [
    ...groupOf(Number(count), dice),
    pause(dice, 1.1, 1.4),
  ])
  const tones = [pause(dice, 0.4, 0.6), ...parts].flat()
  const samples = Buffer.from(tones.map((tone) => toByte(tone + 0.5 * (dice() - 0.5))))
  return Buffer.concat([headOf(samples.length), samples])
}

function groupOf(count: number, dice: Dice): number[][] {
  return Array.from({ length: count }, () => [...beep(dice), ...pause(dice, 0.2, 0.28)])
}

/** A tone of its own height that swells and fades, so that it does not click. */
function beep(dice: Dice): number[] {
  const pitch = between(dice, 500, 950)
  const length = Math.floor(between(dice, 0.1, 0.16) * RATE)
  const loud = between(dice, 0.45, 0.65)
  return Array.from(
    { length },
    (_, at) =>
      loud * Math.sin((Math.PI * at) / length) * Math.sin((2 * Math.PI * pitch * at) / RATE),
  )
}

function pause(dice: Dice, shortest: number, longest: number): number[] {
  return Array.from({ length: Math.floor(between(dice, shortest, longest) * RATE) }, () => 0)
}

function between(dice: Dice, low: number, high: number): number {
  return low + dice() * (high - low)
}

function toByte(level: number): number {
  return Math.max(0, Math.min(255, Math.round(128 + 127 * level)))
}

/** RIFF, one `fmt ` chunk of plain samples, one `data` chunk. */
function headOf(length: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(length, 40)
  return head
}
