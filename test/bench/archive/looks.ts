import type { Hat } from '#domain/access/hat.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { RecordsAsked } from '#domain/archive/find-records.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { findAround } from '#src/http/archive/looking/found-record.ts'
import { keepAccess } from '#src/store/archive/access-log.ts'
import { listAccesses } from '#src/store/archive/accesses.ts'
import { findArchiveInCustody, findOwnArchive } from '#src/store/archive/archives.ts'
import { claimNext } from '#src/store/archive/claims.ts'
import { listCustody, listDue } from '#src/store/archive/custody/transfers.ts'
import { listProposedOf } from '#src/store/archive/destruction/proposed-of.ts'
import { findDossier } from '#src/store/archive/dossiers.ts'
import { ENDED_ON_A_PAGE, listEnded } from '#src/store/archive/ended-records.ts'
import {
  findOwnVersions,
  findVersionsInCustody,
  type VersionsPage,
} from '#src/store/archive/find-versions.ts'
import { listGaps } from '#src/store/archive/gaps.ts'
import { listToldHolds } from '#src/store/archive/holds-told.ts'
import { askStanding, findStanding } from '#src/store/archive/retention/forecasts.ts'
import { listRevocations } from '#src/store/archive/revocations.ts'
import { listArchiveNotices } from '#src/store/archive/told-events.ts'
import { listOpenUploads } from '#src/store/archive/uploads.ts'
import { findLoad, listDecisions, listWaiting } from '#src/store/archive/verification-queue.ts'
import { findWork } from '#src/store/archive/work.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { inScope } from '#src/store/scope.ts'

/** Somebody with one document of theirs; `decree`: a word that is in no other. */
export type Sampled = { person: PersonId; record: RecordId; version: VersionId; decree: string }

/** An agency as its officers see it: whole, and one of its five largest parts. */
export type Office = { agency: AgencyId; unit: UnitId; verifiers: readonly PersonId[] }

/** What a page asks of the database, as its handler does. */
export type Look = { page: string; ask: (of: Sampled, turn: number) => Promise<unknown> }

type Place = { sql: Sql; now: Date; office: Office }

const ON_A_PAGE = 21
const FAR = 50

/** What everybody sees of their own. */
export function ownLooks({ sql, now }: Pick<Place, 'sql' | 'now'>): Look[] {
  const since = new Date(now.getTime() - 30 * 86_400_000)
  const first: VersionsPage = { before: undefined, atMost: ON_A_PAGE }
  return [
    {
      page: 'own archive (/arsip)',
      ask: async ({ person }) => {
        await findOwnArchive(sql, person)
        await listArchiveNotices(sql, person, { since, atMost: 5 })
        await listOpenUploads(sql, { sentBy: person, sentAs: undefined }, now)
        await listProposedOf(sql, person, now)
      },
    },
    {
      page: 'own record, written in the log',
      ask: async ({ person, record, version }, turn) => {
        await inTransaction(sql, async (tx) => {
          const dossier = await findDossier(tx, { person, record })
          if (!dossier) throw new Error('a record that is not there')
          await findAround(tx, dossier, now)
        })
        await keepAccess(sql, {
          person,
          by: { actor: person, hat: undefined },
          purpose: 'own',
          action: 'recordViewed',
          read: { record, version, no: 1 },
          at: new Date(now.getTime() + turn * 3_600_000),
        })
        await listProposedOf(sql, person, now)
        await listToldHolds(sql, person, record)
        await listAccesses(sql, { person, record, others: true, before: undefined, limit: 3 })
      },
    },
    {
      page: 'own search, a common word',
      ask: ({ person }) => findOwnVersions(sql, person, asked({ words: ['sk'] }), first),
    },
    {
      page: 'own search, one number',
      ask: ({ person, decree }) =>
        findOwnVersions(sql, person, asked({ words: decree.split('/') }), first),
    },
    {
      page: 'who looked (/arsip/akses)',
      ask: ({ person }) =>
        listAccesses(sql, {
          person,
          record: undefined,
          others: false,
          before: undefined,
          limit: 26,
        }),
    },
  ]
}

/** What the officers of one agency see. */
export function officeLooks(place: Place): Look[] {
  const { sql, now, office } = place
  const whole = hatOf(office, undefined)
  const queue = (hat: Hat, person: PersonId) => {
    const claiming = { hat, person, now }
    return inScope(sql, scopeOf(hat), now, async (tx) => {
      await findLoad(tx, claiming)
      await listWaiting(tx, claiming, 20)
      await listDecisions(tx, person, 10)
      await listRevocations(tx, hat, now, 20)
    })
  }
  const unit = hatOf(office, office.unit)
  const one = (turn: number) => office.verifiers[turn % office.verifiers.length] as PersonId
  return [
    {
      page: 'archive of an employee',
      ask: ({ person }) =>
        inScope(sql, scopeOf(whole), now, (tx) => findArchiveInCustody(tx, person, whole.id)),
    },
    { page: "verifiers' queue", ask: (_, turn) => queue(whole, one(turn)) },
    { page: "verifiers' queue, of a unit", ask: (_, turn) => queue(unit, one(turn)) },
    { page: 'next to verify', ask: (_, turn) => claim(place, whole, one(turn), turn) },
    { page: 'next to verify, of a unit', ask: (_, turn) => claim(place, unit, one(turn), turn) },
    {
      page: 'one to verify',
      ask: ({ version }) => inScope(sql, scopeOf(whole), now, (tx) => findWork(tx, whole, version)),
    },
    {
      page: 'gaps of the agency',
      ask: () =>
        inScope(sql, scopeOf(whole), now, (tx) =>
          listGaps(tx, { agency: office.agency, unit: undefined, after: undefined, atMost: 26 }),
        ),
    },
    {
      page: 'retention, forecast and custody',
      ask: async () => {
        await askStanding(sql, { id: crypto.randomUUID() as never, agency: office.agency, now })
        await listCustody(sql, whole, 'received', now)
        await listDue(sql, whole, now)
        await findStanding(sql, office.agency)
      },
    },
    {
      page: 'retention ended',
      ask: () => listEnded(sql, whole, { unit: undefined, after: undefined }, now),
    },
    {
      page: 'retention ended, of a unit',
      ask: () => listEnded(sql, whole, { unit: office.unit, after: undefined }, now),
    },
    { page: 'retention ended, page 50', ask: farEnded(place, whole) },
    ...SEARCHES.flatMap(({ page, words = () => [], isFar = false, ...more }) =>
      (['', ', of a unit'] as const).map((suffix) => {
        const hat = suffix ? unit : whole
        const search = (of: Sampled, before: VersionsPage['before']) =>
          inScope(sql, scopeOf(hat), now, (tx) =>
            findVersionsInCustody(tx, hat, asked({ ...more, words: words(of) }), {
              before,
              atMost: ON_A_PAGE,
            }),
          )
        const ask = isFar ? farSearch(search) : (of: Sampled) => search(of, undefined)
        return { page: `search: ${page}${suffix}`, ask }
      }),
    ),
  ]
}

type Search = Partial<Omit<RecordsAsked, 'words'>> & {
  page: string
  words?: (of: Sampled) => string[]
  isFar?: true
}

const SEARCHES: Search[] = [
  { page: 'a common word', words: () => ['bupati'] },
  { page: 'a common word, page 50', words: () => ['bupati'], isFar: true },
  { page: 'one number', words: ({ decree }) => decree.split('/') },
  { page: 'a word of nobody', words: () => ['zzqxj'] },
  { page: 'a word of one in 360', words: () => ['universitas', 'tadulako', '18'] },
  { page: 'two words and a year', words: () => ['sk', 'gubernur'], year: 2011 },
  { page: 'a type', type: 'skp22' },
  { page: 'a type and a year', type: 'jabatan', year: 2012 },
  { page: 'returned', status: 'returned' },
  { page: 'replaced, a common word', status: 'superseded', words: () => ['bupati'] },
]

function asked(some: Partial<RecordsAsked>): RecordsAsked {
  return { words: [], type: undefined, year: undefined, status: undefined, ...some }
}

type Found = readonly { id: VersionId; receivedAt: Date }[]

/** Walks there once, and then asks for that page alone. */
function farSearch(
  search: (of: Sampled, before: VersionsPage['before']) => Promise<Found>,
): Look['ask'] {
  let before: VersionsPage['before']
  let page = 1
  return async (of) => {
    for (; page < FAR; page += 1) {
      const last: Found[number] | undefined = (await search(of, before)).at(-2)
      before = last && { at: last.receivedAt, id: last.id }
    }
    return search(of, before)
  }
}

function farEnded({ sql, now }: Place, hat: Hat): Look['ask'] {
  let after: RecordId | undefined
  let page = 1
  return async () => {
    for (; page < FAR; page += 1)
      after = (await listEnded(sql, hat, { unit: undefined, after }, now)).at(
        ENDED_ON_A_PAGE - 1,
      )?.id
    return listEnded(sql, hat, { unit: undefined, after }, now)
  }
}

/** Each later than the last one, when what that took is anybody's again. */
function claim({ sql, now }: Place, hat: Hat, person: PersonId, turn: number) {
  const id = person as string as MandateId
  const later = new Date(now.getTime() + turn * 3_600_000)
  return claimNext(sql, { hat: { ...hat, id }, person, now: later })
}

function hatOf({ agency, verifiers }: Office, unit: UnitId | undefined): Hat {
  const id = verifiers[0] as string as MandateId
  const of = { agency, unit, agencyName: undefined, unitName: undefined }
  return { id, role: 'verifier', ...of, from: new Date(0), until: new Date(8.64e15) }
}
