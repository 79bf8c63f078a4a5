import type { Context } from 'hono'
import { hasHistory, isSecret } from '#domain/archive/record-type.ts'
import { employeeUploadsPage } from '#views/archive/employee-uploads-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { findCompleteness } from '../../store/archive/completeness.ts'
import { listRecordTypes } from '../../store/archive/record-types.ts'
import { subjectOf } from '../agency/subject.ts'
import { noEmployee } from '../agency/view.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /instansi/pegawai/:id/unggahan */
export function getEmployeeUploads(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await subjectOf(deps, c)
    if (found instanceof Response) return found
    const completeness = await findCompleteness(deps.sql, found.person)
    if (!completeness) return noEmployee(deps, c)
    const types = await listRecordTypes(deps.sql)
    const histories = types.filter((type) => hasHistory(type) && !isSecret(type))
    const person = { id: found.person, name: found.name, nip: found.nip }
    return respond(
      c,
      employeeUploadsPage({ frame: frameOf(deps, c.var), person, completeness, histories }),
    )
  }
}
