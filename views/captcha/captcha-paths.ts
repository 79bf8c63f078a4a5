import type { CaptchaId } from '#domain/captcha/captcha.ts'

export const captchaPaths = {
  captchaPicture: (id: CaptchaId) => `/pemeriksaan/${id}/gambar`,
  captchaSound: (id: CaptchaId) => `/pemeriksaan/${id}/suara`,
}
