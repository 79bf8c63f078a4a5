import type { Context } from 'hono'
import type { UnitId } from '#domain/agency.ts'
import { parsePersonId } from '#domain/person.ts'
import { isUuid } from '#domain/uuid.ts'
import type { GapsWalk } from '#views/archive/gaps/gaps-query.ts'
import type { ForHat } from '../../../deps.ts'
import type { GapsPlace } from '../../../store/archive/gaps.ts'

/** Which unit the address names, and after whom the list goes on. */
export function gapsWalkOf(c: Context<ForHat>): GapsWalk {
  return { unit: unitOf(c), after: c.req.query('setelah') }
}

function unitOf(c: Context<ForHat>): UnitId | undefined {
  const text = c.req.query('unit') ?? ''
  return isUuid(text) ? (text as UnitId) : undefined
}

/** 12.<person>: after somebody who lacks twelve. */
export function gapsPlace({ after }: GapsWalk): GapsPlace | undefined {
  const [, lacking = '', id = ''] = /^(\d{1,5})\.(.+)$/.exec(after ?? '') ?? []
  const person = parsePersonId(id)
  return person && { lacking: Number(lacking), person }
}
