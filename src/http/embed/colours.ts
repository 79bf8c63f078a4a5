import type { Context } from 'hono'
import { parseColourName } from '#domain/embed/colour-name.ts'
import { palettesFor } from '#domain/embed/colours.ts'
import { coloursCss } from '#views/embed/colours-css.ts'
import type { ForAnyone } from '../../deps.ts'

/** GET /sematan/warna/:sheet: the same name gives the same colours to everybody. */
export function getColours() {
  return (c: Context<ForAnyone>) => {
    const [, name = ''] = /^(.+)\.css$/.exec(c.req.param('sheet') ?? '') ?? []
    const asked = parseColourName(name)
    if (!asked) return c.notFound()
    c.header('Cache-Control', 'public, max-age=86400')
    return c.body(coloursCss(palettesFor(asked)), 200, {
      'Content-Type': 'text/css; charset=utf-8',
    })
  }
}
