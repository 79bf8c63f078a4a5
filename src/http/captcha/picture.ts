import type { Context } from 'hono'
import { parseCaptchaId } from '#domain/captcha/captcha.ts'
import { isCaptchaLive } from '../../store/captchas.ts'
import type { CaptchaDeps } from './captcha-deps.ts'

/** GET /pemeriksaan/:id/gambar */
export function getCaptchaPicture(deps: CaptchaDeps) {
  return async (c: Context) => {
    const id = parseCaptchaId(c.req.param('id') ?? '')
    if (!id || !(await isCaptchaLive(deps.sql, id, deps.clock()))) return c.notFound()
    return c.body(deps.captcha.pictureOf(id), 200, { 'Content-Type': 'image/png' })
  }
}
