import type { Context } from 'hono'
import type { PersonId } from '#domain/person.ts'
import { deskSide, ownSide, type UploadSide } from '#views/archive/upload-side.ts'
import type { Deps, ForActing, ForHat, ForPerson } from '../../deps.ts'
import type { Withdrawing } from '../../store/archive/withdrawals.ts'
import { findSubject } from '../../store/office-acts.ts'
import { subjectOf } from '../agency/subject.ts'
import { keepView, noEmployee } from '../agency/view.ts'
import { officeAct } from '../office.ts'
import { asOfficer, asPerson, type Sender } from './sender.ts'

/** Whose archive it is about, and where the pages of that are. */
export type Whom = { person: PersonId; side: UploadSide }

/** One's own archive, or under a hat that of somebody whom it reaches: the same steps for both. */
export type Sending = {
  sender: (c: Context<ForPerson>) => Sender
  /** Whom the address names; else the answer to who may not. */
  whom: (deps: Deps, c: Context<ForPerson>) => Promise<Whom | Response>
  /** Likewise of an upload or a version that was found by its own address. */
  whose: (deps: Deps, c: Context<ForPerson>, person: PersonId) => Promise<Whom | Response>
  /** As whom something is withdrawn. */
  by: (deps: Deps, c: Context<ForPerson>) => Withdrawing['by']
  isOffice: boolean
}

export const OWN: Sending = {
  sender: asPerson,
  whom: async (_, c) => ({ person: c.var.current.person.id, side: ownSide }),
  whose: async (_, c, person) =>
    person === c.var.current.person.id ? { person, side: ownSide } : c.notFound(),
  by: (_, c) => ({ person: c.var.current.person.id }),
  isOffice: false,
}

/** Whoever is looked at is told that they were (R-AU-02). */
export const OFFICE: Sending = {
  sender: (c) => asOfficer(underHat(c)),
  whom: async (deps, context) => {
    const c = underHat(context)
    const found = await subjectOf(deps, c)
    return found instanceof Response ? found : ofSubject(found)
  },
  whose: async (deps, context, person) => {
    const c = underHat(context)
    const away = await keepView(deps, c, person)
    if (away) return away
    const found = await findSubject(deps.sql, c.var.hat, person, deps.clock())
    return found ? ofSubject(found) : noEmployee(deps, c)
  },
  by: (deps, c) => officeAct(deps, c as unknown as Context<ForActing>),
  isOffice: true,
}

/** What answers for a person's own archive, asked in an office. */
export function inOffice<More extends unknown[]>(
  answer: (deps: Deps) => (c: Context<ForPerson>, ...more: More) => Response | Promise<Response>,
) {
  return (deps: Deps) => {
    const own = answer(deps)
    return (c: Context<ForHat> | Context<ForActing>, ...more: More) =>
      own(c as unknown as Context<ForPerson>, ...more)
  }
}

/** The routes of an office are asked under a hat alone. */
function underHat(c: Context<ForPerson>): Context<ForHat> {
  return c as unknown as Context<ForHat>
}

function ofSubject({ person, name, nip }: { person: PersonId; name: string; nip: string }): Whom {
  return { person, side: deskSide({ id: person, name, nip }) }
}
