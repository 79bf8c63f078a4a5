import type { CaptchaId } from '#domain/captcha/captcha.ts'
import type { Sql } from '../../store/database.ts'

/** What the security check needs from outside; `captcha` is what `captchaSecrets(key)` makes. */
export type CaptchaDeps = {
  sql: Sql
  clock: () => Date
  captcha: {
    answersOf: (id: CaptchaId) => readonly string[]
    proofFits: (id: CaptchaId, proof: string) => boolean
    pictureOf: (id: CaptchaId) => Buffer<ArrayBuffer>
    soundOf: (id: CaptchaId) => Buffer<ArrayBuffer>
  }
}
