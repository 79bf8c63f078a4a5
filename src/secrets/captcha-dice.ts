import { createCipheriv, createHmac } from 'node:crypto'

/** The next number from 0 up to, but without, 1. */
export type Dice = () => number

const AHEAD = Buffer.alloc(4096)

/** Dice that fall alike for the same key and name, so that a picture asked twice is the same. */
export function diceFrom(key: Buffer, name: string): Dice {
  const seed = createHmac('sha256', key).update(`captcha ${name}`).digest()
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16))
  let block = stream.update(AHEAD)
  let at = 0
  return () => {
    if (at === block.length) {
      block = stream.update(AHEAD)
      at = 0
    }
    at += 4
    return block.readUInt32BE(at - 4) / 2 ** 32
  }
}
