import type { Context } from 'hono'
import { parseCaptchaId } from '#domain/captcha/captcha.ts'
import { isCaptchaLive } from '../../store/captchas.ts'
import type { CaptchaDeps } from './captcha-deps.ts'

/** GET /pemeriksaan/:id/suara */
export function getCaptchaSound(deps: CaptchaDeps) {
  return async (c: Context) => {
    const id = parseCaptchaId(c.req.param('id') ?? '')
    if (!id || !(await isCaptchaLive(deps.sql, id, deps.clock()))) return c.notFound()
    return sendSound(c, deps.captcha.soundOf(id))
  }
}

/** Safari plays nothing from a server that does not answer ranges (RFC 9110, 14.2). */
function sendSound(c: Context, sound: Buffer<ArrayBuffer>) {
  const headers = { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes' }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(c.req.header('Range') ?? '') ?? []
  const start = Number(first)
  const end = Math.min(last ? Number(last) : sound.length, sound.length - 1)
  if (first === undefined || start > end) return c.body(sound, 200, headers)
  return c.body(sound.subarray(start, end + 1), 206, {
    ...headers,
    'Content-Range': `bytes ${start}-${end}/${sound.length}`,
  })
}
