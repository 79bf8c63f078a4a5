import type { Context } from 'hono'
import type { TypeRequest } from '#domain/archive/type-request.ts'
import { typesPage } from '#views/archive/types/types-page.tsx'
import type { TypeDone } from '#views/path-names.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { namesOf } from '../../../store/archive/names-of.ts'
import { listRecordTypes } from '../../../store/archive/record-types.ts'
import { listTypeRequests } from '../../../store/archive/type-requests.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

const DONE: readonly TypeDone[] = ['diusulkan', 'diterapkan', 'ditolak', 'ditarik']

/** GET /nasional/jenis-arsip */
export function getRecordTypes(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const page = typesPage({
      frame: frameOf(deps, c.var),
      types: await listRecordTypes(deps.sql),
      waiting: await named(deps, await listTypeRequests(deps.sql)),
      done: DONE.find((one) => one === c.req.query('hasil')),
    })
    return respond(c, page)
  }
}

/** As pages show them: who asked, and for which type. */
export async function named({ sql }: Pick<Deps, 'sql'>, requests: readonly TypeRequest[]) {
  const names = await namesOf(
    sql,
    requests.map(({ askedBy }) => askedBy.person),
  )
  return requests.map((request) => ({
    ...request,
    typeName: request.before.name,
    askerName: names.get(request.askedBy.person) ?? '',
  }))
}
