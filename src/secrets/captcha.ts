import { createHash } from 'node:crypto'
import { type CaptchaId, PROOF } from '#domain/captcha/captcha.ts'
import { type Dice, diceFrom } from './captcha-dice.ts'
import { GLYPHS } from './captcha-glyphs.ts'
import { drawPicture } from './captcha-picture.ts'
import { drawSound } from './captcha-sound.ts'

/** What the holder of the key knows of a check: nothing of it is stored. */
export type CaptchaSecrets = {
  /** The texts that pass: six signs of the picture, four counts of the sound. */
  answersOf: (id: CaptchaId) => readonly string[]
  proofFits: (id: CaptchaId, proof: string) => boolean
  pictureOf: (id: CaptchaId) => Buffer<ArrayBuffer>
  soundOf: (id: CaptchaId) => Buffer<ArrayBuffer>
}

export function captchaSecrets(key: Buffer): CaptchaSecrets {
  const signs = (id: CaptchaId) => pick(Object.keys(GLYPHS), 6, diceFrom(key, `signs ${id}`))
  const counts = (id: CaptchaId) =>
    pick(['1', '2', '3', '4', '5'], 4, diceFrom(key, `counts ${id}`))
  return {
    answersOf: (id) => [signs(id), counts(id)],
    proofFits,
    pictureOf: (id) => drawPicture(signs(id), diceFrom(key, `picture ${id}`)),
    soundOf: (id) => drawSound(counts(id), diceFrom(key, `sound ${id}`)),
  }
}

/** Whether `proof` is `n.n.n…`, one number a part, where SHA-256 of `id.part.n` begins with zeros. */
function proofFits(id: CaptchaId, proof: string): boolean {
  const found = proof.split('.')
  return (
    found.length === PROOF.parts &&
    found.every((number, part) => /^\d{1,9}$/.test(number) && isWork(`${id}.${part}.${number}`))
  )
}

function isWork(text: string): boolean {
  const first = createHash('sha256').update(text).digest().readUInt32BE(0)
  return first >>> (32 - PROOF.bits) === 0
}

function pick(signs: readonly string[], count: number, dice: Dice): string {
  return Array.from({ length: count }, () => signs[Math.floor(dice() * signs.length)]).join('')
}
