import type { Context } from 'hono'
import { isReadable } from '#domain/archive/access.ts'
import { sheetPage } from '#views/archive/record/sheet-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../../deps.ts'
import { newestNote } from '../../../store/tlog/checkpoints.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { markOf } from '../mark.ts'
import { recordedFile } from '../recorded-file.ts'
import type { Looking } from './looking.ts'
import { noRecord } from './own.ts'
import { lookAt } from './record.ts'

/** GET …/lembar-verifikasi: of whatever was verified once, for whoever may read it. */
export function getSheet(looking: Looking) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const looked = await lookAt(deps, c, looking)
    if (looked instanceof Response) return looked
    const { side, record, shown } = looked
    const mayRead = shown && isReadable(shown.version) && record.record.stage !== 'destroyed'
    const recorded = mayRead && (await recordedFile(deps, shown.version.id))
    if (!recorded) return noRecord(c)
    const { sha256, code } = recorded
    const page = sheetPage({
      ...{ frame: frameOf(deps, c.var), side, record, shown, sha256 },
      place: `${deps.site.origin}${paths.check}`,
      logged: code && { leaf: code.index, mark: markOf(deps, code) },
      checkpoint: await newestNote(deps.sql),
    })
    return respond(c, page)
  }
}
