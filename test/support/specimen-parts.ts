import type { Hat } from '#domain/access/hat.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { after } from '#domain/instant.ts'
import type { Person, PersonId } from '#domain/person.ts'
import { someHat } from '#test/support/hats.ts'
import type { Assets, Frame, Page } from '#views/page.tsx'
import { hatText, workOf } from '#views/parts/role-words.ts'

/** 09.00.00 WIB */
export const now = new Date('2026-08-17T02:00:00Z')

export const assets: Assets = {
  css: '/static/app.css',
  htmx: '/static/htmx.js',
  app: '/static/app.js',
  captcha: '/static/captcha.js',
  upload: '/static/upload.js',
  office: '/static/office.css',
  archive: '/static/archive.css',
  verify: '/static/verify.js',
  share: '/static/share.js',
  box: '/static/box.css',
  boxScript: '/static/box.js',
  check: '/static/check/check.js',
}

export const person: Person = {
  id: 'person' as PersonId,
  name: 'Siti Rahmawati Kusumaningrum, S.Kom., M.M.',
  kind: 'pns',
  nip: '198501012010011901',
  agency: { id: 'agency' as AgencyId, name: 'Pemerintah Kabupaten Contoh', zone: 'WIB' },
}

export const frame: Frame = {
  name: person.name,
  csrf: 'sign-out-token',
  clock: {
    now,
    warnsAt: at(1680),
    endsAt: at(1800),
    canExtend: true,
    zone: 'WIB',
    csrf: 'clock-token',
    state: 'running',
  },
  hat: undefined,
  work: undefined,
  mayAct: false,
  proofDue: false,
}

export function at(seconds: number): Date {
  return after(now, seconds)
}

/** A page for each member of a union, so that a new member without one does not compile. */
export function records<State>(
  name: string,
  states: Record<string, State>,
  toPage: (state: State) => Page,
): Record<string, Page> {
  const named = Object.entries(states).map(([kind, state]) => [`${name}-${kind}`, toPage(state)])
  return Object.fromEntries(named)
}

/** Whom a page of an office shows as acting; the longest words that occur. */
export const officer: Hat = {
  ...someHat(),
  agencyName: 'Pemerintah Kabupaten Kepulauan Contoh Tenggara',
  unitName: 'Dinas Pendidikan, Kebudayaan, Pemuda, dan Olahraga',
  until: at(86_400 * 200),
}
export const auditor: Hat = {
  ...someHat({ id: 'mandate-2' as MandateId, role: 'auditor', agency: undefined }),
  agencyName: undefined,
}
export const inOffice: Frame = {
  ...frame,
  hat: hatText(officer),
  work: workOf('officer'),
  mayAct: true,
}
/** Whose second factor is older than five minutes. */
export const proofDue: Frame = { ...inOffice, proofDue: true }
