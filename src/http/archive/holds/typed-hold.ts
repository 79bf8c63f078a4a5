import type { Context } from 'hono'
import type { HoldScope } from '#domain/archive/hold.ts'
import { parseBasis, parseCaseNumber } from '#domain/archive/hold-case.ts'
import type { WantedHold } from '#domain/archive/place-hold.ts'
import { parseRecordId } from '#domain/archive/record.ts'
import { daysAfter } from '#domain/civil-date.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { civilDateText, dayOf, parseCivilDate } from '#domain/zone-day.ts'
import { FIELDS, type PlaceProblem } from '#views/archive/holds/hold-problem-words.ts'
import type { TypedHold } from '#views/archive/holds/place-page.tsx'
import type { ForHat } from '../../../deps.ts'
import { field, readForm } from '../../form.ts'

const HALF_A_YEAR = 180
const MOST = 5000

export function defaultTyped(now: Date): TypedHold {
  const reviewOn = civilDateText(daysAfter(dayOf(now, 'WIB'), HALF_A_YEAR))
  return { scope: '', basis: '', caseNo: '', reviewOn, silent: 'tidak' }
}

export async function readTyped(c: Context<ForHat>): Promise<TypedHold> {
  const form = await readForm(c, {
    [FIELDS.scope]: field(60),
    [FIELDS.basis]: field(MOST),
    [FIELDS.caseNo]: field(MOST),
    [FIELDS.reviewOn]: field(20),
    [FIELDS.silent]: field(10),
  })
  return {
    scope: form[FIELDS.scope],
    basis: form[FIELDS.basis],
    caseNo: form[FIELDS.caseNo],
    reviewOn: form[FIELDS.reviewOn],
    silent: form[FIELDS.silent],
  }
}

type Read = Pick<WantedHold, 'scope' | 'basis' | 'caseNo' | 'reviewOn' | 'silent'>

export function readHold(typed: TypedHold): Result<Read, PlaceProblem> {
  const scope = readScope(typed.scope)
  if (!scope) return no({ kind: 'noScope' })
  const basis = parseBasis(typed.basis)
  if (!basis.ok) return basis
  const caseNo = parseCaseNumber(typed.caseNo)
  if (!caseNo.ok) return caseNo
  return ok({
    scope,
    basis: basis.value,
    caseNo: caseNo.value,
    reviewOn: parseCivilDate(typed.reviewOn),
    silent: typed.silent === 'ya',
  })
}

/** "semua", "jenis:pns" or "arsip:…", as the choices of the form say it. */
function readScope(text: string): HoldScope | undefined {
  if (text === 'semua') return { of: 'person' }
  const [kind, what = ''] = text.split(':')
  if (kind === 'jenis' && /^[A-Za-z0-9]{1,31}$/.test(what)) return { of: 'type', type: what }
  const record = kind === 'arsip' ? parseRecordId(what) : undefined
  return record && { of: 'record', record }
}
