import type { Context } from 'hono'
import { parseBatchId } from '#domain/archive/destruction/batch.ts'
import { AUDITED_CHOICES } from '#domain/archive/destruction/item.ts'
import { parseRecordId } from '#domain/archive/record.ts'
import { auditedItemPage } from '#views/archive/destruction/audited-item-page.tsx'
import { auditedBatches } from '#views/archive/destruction/batch-side.ts'
import { itemsPage } from '#views/archive/destruction/items-page.tsx'
import { AUDITED_CHOICE_NAMES } from '#views/path-queries.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import {
  type AuditedItem,
  findAuditedItem,
  listAuditedItems,
} from '../../../store/archive/destruction/audited-items.ts'
import { findExceptions } from '../../../store/archive/destruction/exceptions.ts'
import { ITEMS_ON_A_PAGE } from '../../../store/archive/destruction/reading-items.ts'
import { findRule } from '../../../store/archive/retention/rules.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { numberOf } from './found-batch.ts'

/** GET /nasional/pemusnahan/:id/arsip */
export function getAuditedItems(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const batch = parseBatchId(c.req.param('id') ?? '')
    const only = AUDITED_CHOICES.find((one) => AUDITED_CHOICE_NAMES[one] === c.req.query('hanya'))
    const after = parseRecordId(c.req.query('setelah') ?? '')
    const asked = batch && { batch, only, after }
    const found = asked && (await listAuditedItems(deps.sql, auditorOf(c, deps), asked))
    if (!found) return c.notFound()
    const items = found.items.slice(0, ITEMS_ON_A_PAGE)
    const last = found.items.length > ITEMS_ON_A_PAGE ? items.at(-1) : undefined
    const page = itemsPage({
      frame: frameOf(deps, c.var),
      side: auditedBatches,
      batch,
      number: numberOf(found),
      items: items.map(withoutName),
      names: await typeNames(deps),
      more: last && paths.auditedItems(batch, last.item.record, only),
      first: after && paths.auditedItems(batch, undefined, only),
      only: only ?? 'all',
    })
    return respond(c, page)
  }
}

/** GET /nasional/pemusnahan/:id/arsip/:record */
export function getAuditedItem(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const batch = parseBatchId(c.req.param('id') ?? '')
    const record = parseRecordId(c.req.param('record') ?? '')
    const key = batch && record && { batch, record }
    const found = key && (await findAuditedItem(deps.sql, auditorOf(c, deps), key))
    if (!found) return c.notFound()
    const { retention, agency, exceptionApplies } = found
    const rule = retention && 'rule' in retention ? { agency, ...retention.rule } : undefined
    const page = auditedItemPage({
      frame: frameOf(deps, c.var),
      batch,
      shown: { ...found, ...withoutName(found) },
      source: rule && (await findRule(deps.sql, rule)),
      exceptions:
        exceptionApplies === undefined
          ? []
          : ((await findExceptions(deps.sql, [record], deps.clock())).get(record) ?? []),
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}

function withoutName<Found extends AuditedItem>({ lastFour, ...item }: Found) {
  return { ...item, whose: { lastFour }, slot: '' }
}
