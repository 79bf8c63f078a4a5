import type { AgencyId, UnitId } from '#domain/agency.ts'
import { adoptExamples } from '#src/store/archive/retention/examples.ts'
import { askStanding, forecastNext } from '#src/store/archive/retention/forecasts.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { NAMES } from '#src/synthetic/names.ts'
import type { Sampled } from './looks.ts'
import { makePlan, PRESENT, VARIANTS } from './plan.ts'

/**
 * A nation of `people`: one agency of a hundred thousand of them, or half where there are fewer, one
 * of two thousand whatever the size, and the rest in such of 7,500.
 */
export type Nation = { people: number; records: number }

export const LARGEST = 100_000
export const SMALL = 2000
const OTHERS = 7500
const UNITS = 50
const VERIFIERS = 20
const PIECE = 2500

export function largestOf(people: number): number {
  return Math.min(LARGEST, Math.floor(people / 2))
}

/** The ids are made of numbers, so that any of them can be named without a look. */
export async function makeNation(owner: Sql, nation: Nation, now: Date): Promise<void> {
  await makePlan(owner, nation.records / nation.people)
  await owner.unsafe(numbering(nation.people))
  await asIs(owner, [AGENCIES], [now, NAMES.female.given, NAMES.female.second])
  await forgetIndexes(owner)
  const starts = Array.from({ length: Math.ceil(nation.people / PIECE) }, (_, at) => at * PIECE)
  // As many at once as `owner` has connections.
  await Promise.all(starts.map((from) => fillPiece(owner, nation, from, now)))
  for (const table of FILLED) await owner.unsafe(`reindex table ${table}`)
  await owner.unsafe('vacuum analyze')
  await addRules(owner, now)
  await owner`create table bench.made as select ${now}::timestamptz as at`
}

/** Undefined where there is none, or only a part of one. */
export async function nationMadeAt(owner: Sql): Promise<Date | undefined> {
  const [is] = await owner<
    { made: boolean }[]
  >`select to_regclass('bench.made') is not null as made`
  if (!is?.made) return undefined
  const [row] = await owner<{ at: Date }[]>`select at from bench.made`
  return row?.at
}

async function fillPiece(owner: Sql, { people }: Nation, from: number, now: Date): Promise<void> {
  const [first, last] = [from + 1, Math.min(from + PIECE, people)]
  const { given, second } = NAMES.female
  await asIs(owner, [PEOPLE], [first, last, given, second])
  const careers = CAREERS.map((statement) =>
    // What makes a table takes no parameters.
    statement
      .replaceAll('$1', String(first))
      .replaceAll('$2', String(last))
      .replaceAll('$3', `'${now.toISOString()}'`),
  )
  await asIs(owner, careers, [])
}

/** No trigger asks how anything came there; all checks do. */
async function asIs(owner: Sql, statements: string[], values: unknown[]): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const statement of statements) await tx.unsafe(statement, values as never[])
  })
}

/**
 * Rows come in without a journal, for nobody needs them after a crash, and without any index, those of
 * keys too, until each is built once over all of them.
 */
async function forgetIndexes(owner: Sql): Promise<void> {
  const filled = owner`
    select coalesce(part.relid, t) as table from unnest(${FILLED}::regclass[]) t left join pg_partition_tree(t) part on true`
  await owner`
    update pg_class set relpersistence = 'u' where relkind in ('r', 't', 'i') and oid in (
      with filled as (${filled}), toasts as (select reltoastrelid from pg_class where oid in (select "table" from filled))
      select "table" from filled union select reltoastrelid from toasts
      union select indexrelid from pg_index where indrelid in (select "table" from filled union select reltoastrelid from toasts))`
  await owner`
    update pg_index set indisready = false, indisvalid = false where indrelid in (${filled})`
}

const FILLED = [
  'people',
  'archive.records',
  'archive.versions',
  'archive.events',
  'archive.notices',
  'archive.access_log',
  'archive.access_counters',
  'archive.retention_facts',
  'archive.history',
  'archive.completeness',
]

/** Each agency has rules to go by; two have counted how things stand. */
async function addRules(owner: Sql, now: Date): Promise<void> {
  const [example] = await owner<{ source: string }[]>`
    select source from archive.retention_examples order by source limit 1`
  const agencies = await owner<{ id: AgencyId }[]>`select id from agencies where code ~ '^B'`
  for (const { id } of agencies)
    await inTransaction(owner, (tx) =>
      adoptExamples(tx, { agency: id, source: example?.source ?? '', now }),
    )
  for (const at of [1])
    await askStanding(owner, {
      id: crypto.randomUUID() as never,
      agency: await agencyAt(owner, at),
      now,
    })
  while (await forecastNext(owner, now));
  await owner`analyze archive.retention_rules, archive.retention_forecasts`
}

export async function agencyAt(owner: Sql, at: number): Promise<AgencyId> {
  const [row] = await owner<{ id: AgencyId }[]>`select bench.agency_id(${at}) as id`
  if (!row) throw new Error('no such agency')
  return row.id
}

export async function unitAt(owner: Sql, agency: number, at: number): Promise<UnitId> {
  const [row] = await owner<{ id: UnitId }[]>`select bench.unit_id(${agency}, ${at}) as id`
  if (!row) throw new Error('no such unit')
  return row.id
}

function numbering(people: number): string {
  const largest = largestOf(people)
  return `
  create function bench.id(text) returns uuid language sql immutable parallel safe as $$ select md5($1)::uuid $$;
  create function bench.agency_no(p int) returns int language sql immutable parallel safe as $$
    select case when p <= ${largest} then 0 when p <= ${largest + SMALL} then 1
      else 2 + (p - ${largest + SMALL + 1}) / ${OTHERS} end $$;
  create function bench.agency_id(a int) returns uuid language sql immutable parallel safe as $$ select md5('a' || a)::uuid $$;
  create function bench.unit_id(a int, u int) returns uuid language sql immutable parallel safe as $$ select md5('u' || a || '/' || u)::uuid $$;
  create function bench.person_id(p int) returns uuid language sql immutable parallel safe as $$ select md5('p' || p)::uuid $$;
  create function bench.verifier_id(a int, v int) returns uuid language sql immutable parallel safe as $$ select md5('v' || a || '/' || v)::uuid $$;
  create function bench.kind(p int) returns text language sql immutable parallel safe as $$
    select case when p % 25 < 9 then 'pppk' when p % 25 = 9 then 'cpns' else 'pns' end $$;
  -- A throw of a thousand sides, the same whenever it is thrown.
  create function bench.throw(p int, k int, what int) returns int language sql immutable parallel safe as $$
    select (hashint8(p::bigint * 1000 + k * 10 + what)::bigint & 2147483647)::int % 1000 $$;
  create view bench.agencies as select generate_series(0, bench.agency_no(${people})) as a`
}

const AGENCIES = `
  with agency as (insert into agencies (id, code, name, zone)
    select bench.agency_id(a), 'B' || a, 'Pemerintah Kabupaten ' || a, 'WIB' from bench.agencies returning 1),
  unit as (insert into units (id, agency, parent, code, name)
    select bench.unit_id(a, u), bench.agency_id(a),
      case when u = 0 then null when u < 6 then bench.unit_id(a, 0) else bench.unit_id(a, 1 + u % 5) end,
      'U' || u, 'Dinas ' || u
    from bench.agencies, generate_series(0, ${UNITS - 1}) u returning 1),
  verifier as (insert into people (id, name, agency, kind, number)
    select bench.verifier_id(a, v), ($2::text[])[1 + v] || ' ' || ($3::text[])[1 + a % 40], bench.agency_id(a), 'pns',
      '1980' || lpad((a * ${VERIFIERS} + v)::text, 14, '0')
    from bench.agencies, generate_series(0, ${VERIFIERS - 1}) v returning 1),
  counted as (insert into archive.completeness (person, agency, scheme, stale)
    select bench.verifier_id(a, v), bench.agency_id(a), 'pns', false
    from bench.agencies, generate_series(0, ${VERIFIERS - 1}) v returning 1)
  insert into mandates (id, person, role, agency, valid_from, valid_to)
  select bench.verifier_id(a, v), bench.verifier_id(a, v), 'verifier', bench.agency_id(a), $1::timestamptz - interval '1 year',
    $1::timestamptz + interval '9 years'
  from bench.agencies, generate_series(0, ${VERIFIERS - 1}) v`

const PEOPLE = `
  insert into people (id, name, agency, kind, unit, number, legal_position)
  select bench.person_id(p), ($3::text[])[1 + bench.throw(p, 0, 1) % 40] || ' ' || ($4::text[])[1 + bench.throw(p, 0, 2) % 40],
    bench.agency_id(bench.agency_no(p)), bench.kind(p), bench.unit_id(bench.agency_no(p), p % ${UNITS}),
    to_char(date '1966-01-01' + p % 12000, 'YYYYMMDD') || (2005 + p % 15) ||
      case bench.kind(p) when 'pppk' then '21' else lpad((1 + p % 12)::text, 2, '0') end || (1 + p % 2) || lpad((p / 12000 + 1)::text, 3, '0'), '01'
  from generate_series($1::int, $2::int) p`

/** The words of each template as the search of these agencies has them. */
const TAGGED = `create temp table tagged on commit drop as
  select a, g.tag, t.type, t.slot, t.variant, t.number, t.metadata,
    array_to_tsvector(array(select g.tag || w from unnest(t.words) w)) as search
  from bench.templates t, generate_series(bench.agency_no($1), bench.agency_no($2)) a
  cross join lateral (select archive.tag_of(bench.agency_id(a)) as tag) g`

/** One row a document that is there, with all that its tables need to know of it. */
const DOCUMENTS = `create temp table documents on commit drop as
  select p, l.k, l.type, l.slot, bench.id('r' || p || '/' || l.k) as record, bench.id('w' || p || '/' || l.k) as version,
    bench.person_id(p) as person, bench.agency_id(t.a) as agency, bench.verifier_id(t.a, (p + l.k) % ${VERIFIERS}) as verifier,
    t.metadata || jsonb_build_object(t.number, '800/' || c.number || '/' || c.year) as metadata,
    t.search || array_to_tsvector(array[t.tag || '800', t.tag || c.number, t.tag || c.year]) as search,
    case when s.thrown < 40 then 'awaitingVerification' when s.thrown < 70 then 'returned' else 'verified' end as status,
    s.thrown >= 70 and s.thrown < 150 as has_older,
    case when s.thrown < 70 then 'draft' when s.thrown < 180 then 'inactive' when s.thrown < 200 then 'retentionEnded'
      else 'active' end as stage,
    case when s.thrown < 40 then $3::timestamptz - make_interval(mins => bench.throw(p, l.k, 3) * 86 + p % 86)
      else $3::timestamptz - make_interval(mins => bench.throw(p, l.k, 3) * 1500 + bench.throw(p, l.k, 4)) end as at
  from generate_series($1::int, $2::int) p
  join bench.plan l on l.kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end
  join tagged t on t.a = bench.agency_no(p) and t.type = l.type and t.slot = l.slot and t.variant = bench.throw(p, l.k, 1) % ${VARIANTS}
  cross join lateral (select bench.throw(p, l.k, 2) as thrown) s
  cross join lateral (select p::bigint * 32 + l.k as number, 2000 + t.variant % 25 as year) c
  where bench.throw(p, l.k, 0) < ${PRESENT * 1000}`

/** As many bytes as a sealed name, hash and salt. */
const SEALED = `uuid_send(d.version) || '\\x${'5a'.repeat(144)}'::bytea`

const CAREERS = [
  TAGGED,
  'analyze tagged',
  DOCUMENTS,

  `insert into archive.history (person, type, key, label, on_date, source, added_at)
   select distinct on (p, l.type, l.key) bench.person_id(p), l.type, l.key, 'Riwayat ' || l.key, date '2010-01-01' + p % 4000, 'national', $3::timestamptz
   from generate_series($1::int, $2::int) p
   join bench.plan l on l.kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end where l.key is not null`,

  `insert into archive.records (id, person, agency, type, slot, stage, stage_since, next_n, next_no, retention_end, active_end)
   select d.record, d.person, d.agency, d.type, d.slot, d.stage, d.at, 3, 2 + d.has_older::int,
     case d.stage when 'inactive' then $3::date + 30 + (d.p + d.k) % 9000 when 'retentionEnded' then $3::date - 1 - (d.p + d.k) % 700 end,
     case d.stage when 'active' then $3::date + 30 + (d.p * 7 + d.k) % 9000 end
   from documents d`,

  `insert into archive.versions (id, record, no, person, agency, status, scan, bytes, pages, metadata, sealed, twin_tag, commitment,
     uploaded_by, received_at, status_since, submitted_at, returned_for, verified_by, verified_as, verified_at, superseded_at, search)
   select case o.old when 1 then bench.id('o' || d.p || '/' || d.k) else d.version end, d.record,
     case when d.has_older and o.old = 0 then 2 else 1 end, d.person, d.agency,
     case o.old when 1 then 'superseded' else d.status end, 'scanClean', 300000, 2, d.metadata, ${SEALED},
     substr(uuid_send(d.version) || uuid_send(d.record), 1 + o.old, 16), sha256(uuid_send(d.version)), d.person,
     d.at - make_interval(days => o.old * 200), d.at, d.at - make_interval(days => o.old * 200),
     case when d.status = 'returned' then '{"codes": ["unreadable"], "note": "Halaman kedua buram.", "place": {"page": 2}, "by": "00000000-0000-4000-8000-000000000000"}'::jsonb end,
     case when d.status = 'verified' then d.verifier end, case when d.status = 'verified' then d.verifier end,
     case when d.status = 'verified' then d.at end,
     case o.old when 1 then d.at end, d.search
   from documents d cross join lateral (select generate_series(0, d.has_older::int) as old) o`,

  // Of all that happened to a document the last alone, which its owner is told.
  `insert into archive.events (id, record, n, person, at, name, actor, body, salt)
   select bench.id('e' || d.p || '/' || d.k), d.record, 2, d.person, d.at,
     case d.status when 'awaitingVerification' then 'intakePassed' when 'returned' then 'recordReturned' else 'recordVerified' end,
     case d.status when 'awaitingVerification' then d.person else d.verifier end,
     jsonb_build_object('version', d.version, 'no', 1), uuid_send(d.record) || uuid_send(d.version)
   from documents d`,

  `insert into archive.notices (event, person, at, read_at, mailed_at)
   select bench.id('e' || d.p || '/' || d.k), d.person, d.at,
     case when d.k % 8 > 0 then d.at end, d.at
   from documents d where d.status <> 'awaitingVerification'`,

  `insert into archive.access_log (person, n, at, actor, hat, purpose, action, record, version, version_no, viewed_in, salt)
   select d.person, row_number() over (partition by d.p order by d.k), d.at, d.verifier, d.verifier, 'verification',
     'recordViewed', d.record, d.version, 1, d.at, uuid_send(d.record) || uuid_send(d.version)
   from documents d where d.k in (1, 4, 9)`,

  `insert into archive.access_counters (person, next_n)
   select bench.person_id(p), 4 from generate_series($1::int, $2::int) p`,

  `insert into archive.retention_facts (person, kind, on_date)
   select bench.person_id(p), 'appointed', date '2010-01-01' + p % 4000 from generate_series($1::int, $2::int) p`,

  `insert into archive.completeness (person, agency, unit, scheme, score, missing, waiting, returned, gaps, stale)
   select bench.person_id(p), bench.agency_id(bench.agency_no(p)), bench.unit_id(bench.agency_no(p), p % ${UNITS}), bench.kind(p),
     case when bench.kind(p) <> 'pppk' then 3000 + bench.throw(p, 0, 5) * 7 end, count(*), 0, 0,
     coalesce(jsonb_agg(jsonb_build_object('type', l.type, 'slot', l.slot, 'reason', 'missing')) filter (where l.k is not null), '[]'), false
   from generate_series($1::int, $2::int) p
   left join bench.plan l on l.kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end
     and bench.throw(p, l.k, 0) >= ${PRESENT * 1000}
   group by p`,
]

/** Documents of these people, worked out from their numbers: no table was asked for them. */
export async function samplesIn(owner: Sql, people: readonly number[]): Promise<Sampled[]> {
  return await owner<Sampled[]>`
    select bench.person_id(p) as person, bench.id('r' || p || '/' || d.k) as record, bench.id('w' || p || '/' || d.k) as version,
      '800/' || (p::bigint * 32 + d.k) || '/' || (2000 + bench.throw(p, d.k, 1) % ${VARIANTS} % 25) as decree
    from unnest(${[...people]}::int[]) with ordinality as s (p, at)
    cross join lateral (
      select k from bench.plan where kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end
        and bench.throw(p, k, 0) < ${PRESENT * 1000} order by bench.throw(p, k, 9) limit 1) d
    order by at`
}

/** The words were put together here: the product would have found the same. */
export async function checkWords(owner: Sql): Promise<void> {
  const [wrong] = await owner<{ count: number }[]>`
    select count(*)::int as count from (select * from archive.versions limit 2000) v
    join archive.records r on r.id = v.record
    join archive.record_types t on t.code = r.type
    left join jsonb_array_elements(t.parts) p on p.value ->> 'code' = split_part(r.slot, '#', 2)
    where v.search is distinct from archive.words_of(v.metadata, t.code,
      concat_ws(' ', t.name, p.value ->> 'name', split_part(r.slot, '#', 1)), v.agency)`
  if (wrong?.count !== 0) throw new Error(`${wrong?.count} of 2000 versions have other words`)
}
