import type { Happening } from '#domain/audit/event.ts'
import type {
  DecidedSiteRequest,
  OpenSiteRequest,
  SiteRequest,
} from '#domain/embed/site-request.ts'
import type { TransactionSql } from '../database.ts'
import { addActEvent } from '../office-acts.ts'
import type { OfficeAct } from '../worn-hat.ts'

export function tellOfSite(
  tx: TransactionSql,
  act: OfficeAct,
  happening: Happening,
): Promise<void> {
  return addActEvent(tx, act, act.event.actor, happening)
}

export function askedHappening(request: OpenSiteRequest): Happening {
  const { wish, agency, reason } = request
  return { kind: 'embedSiteAsked', ...about(request), wish: wish.kind, agency, reason }
}

export function decidedHappening(request: DecidedSiteRequest): Happening {
  const { state } = request
  if (state === 'withdrawn') return { kind: 'embedSiteRequestOver', ...about(request), how: state }
  const told = { ...about(request), reason: request.answer }
  if (state === 'declined') return { kind: 'embedSiteRequestOver', ...told, how: state }
  const askedBy = request.askedBy.person
  switch (request.wish.kind) {
    case 'add':
      return { kind: 'embedSiteAdded', ...told, agency: request.agency, askedBy }
    case 'change':
      return { kind: 'embedSiteChanged', ...told, askedBy }
    case 'end':
      return { kind: 'embedSiteEnded', ...told, askedBy }
  }
}

/** Of one that ends, as it stood. */
function about({ id, site, wish }: SiteRequest) {
  const { name, origins } = wish.kind === 'end' ? wish.before : wish.terms
  return { request: id, site, name, origins }
}
