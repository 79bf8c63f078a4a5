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
const PIECE = 20_000

export function largestOf(people: number): number {
  return Math.min(LARGEST, Math.floor(people / 2))
}

/** The ids are made of numbers, so that any of them can be named without a look. */
export async function makeNation(owner: Sql, nation: Nation, now: Date): Promise<void> {
  await makePlan(owner, nation.records / nation.people)
  await owner.unsafe(numbering(nation.people))
  const indexes = await dropIndexes(owner)
  await asIs(owner, AGENCIES, [now, NAMES.female.given, NAMES.female.second])
  const starts = Array.from({ length: Math.ceil(nation.people / PIECE) }, (_, at) => at * PIECE)
  // As many at once as `owner` has connections.
  await Promise.all(starts.map((from) => fillPiece(owner, nation, from, now)))
  for (const index of indexes) await owner.unsafe(index)
  await owner.unsafe('vacuum analyze')
  await addRules(owner, now)
}

export function personIn(at: number): string {
  return `bench.person_id(${Math.floor(at)})`
}

async function fillPiece(owner: Sql, { people }: Nation, from: number, now: Date): Promise<void> {
  const span = [from + 1, Math.min(from + PIECE, people)]
  const { given, second } = NAMES.female
  await asIs(owner, PEOPLE, [...span, given, second])
  for (const statement of CAREERS) await asIs(owner, statement, [...span, now])
}

/** No trigger asks how anything came there; all checks do. */
async function asIs(owner: Sql, statement: string, values: unknown[]): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx.unsafe(statement, values as never[])
  })
}

/** Those that no constraint needs; answers how each is made. */
async function dropIndexes(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string; made: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
    from pg_index i
    where i.indrelid = any(${FILLED}::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`
  for (const { name } of rows) await owner.unsafe(`drop index ${name}`)
  return rows.map(({ made }) => made)
}

const FILLED = [
  'people',
  'archive.records',
  'archive.versions',
  'archive.events',
  'archive.notices',
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

/** One row a document that is there, with all that its tables need to know of it. */
const DOCUMENTS = `
  select p, l.k, l.type, l.slot, bench.id('r' || p || '/' || l.k) as record, bench.id('w' || p || '/' || l.k) as version,
    bench.agency_no(p) as a, t.variant, t.number, t.metadata, t.words,
    '800/' || (p::bigint * 32 + l.k) || '/' || (2000 + t.variant % 25) as decree,
    case when s.thrown < 40 then 'awaitingVerification' when s.thrown < 70 then 'returned' else 'verified' end as status,
    s.thrown >= 70 and s.thrown < 150 as has_older,
    case when s.thrown < 70 then 'draft' when s.thrown < 180 then 'inactive' when s.thrown < 200 then 'retentionEnded'
      else 'active' end as stage,
    case when s.thrown < 40 then $3::timestamptz - make_interval(mins => bench.throw(p, l.k, 3) * 86 + p % 86)
      else $3::timestamptz - make_interval(mins => bench.throw(p, l.k, 3) * 1500 + bench.throw(p, l.k, 4)) end as at
  from generate_series($1::int, $2::int) p
  join bench.plan l on l.kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end
  join bench.templates t on t.type = l.type and t.slot = l.slot and t.variant = bench.throw(p, l.k, 1) % ${VARIANTS}
  cross join lateral (select bench.throw(p, l.k, 2) as thrown) s
  where bench.throw(p, l.k, 0) < ${PRESENT * 1000}`

const VERIFIER = `bench.verifier_id(d.a, (d.p + d.k) % ${VERIFIERS})`
/** As many bytes as a sealed name, hash and salt. */
const SEALED = `sha256(d.decree::bytea) || sha256(d.record::text::bytea) || sha256(d.slot::bytea) || sha256('x') || sha256('y')`
const WORDS = `array_to_tsvector(array(select archive.tag_of(bench.agency_id(d.a)) || w from unnest(
  d.words || string_to_array(d.decree, '/')) w))`
const METADATA = `d.metadata || jsonb_build_object(d.number, d.decree)`

const CAREERS = [
  `insert into archive.history (person, type, key, label, on_date, source, added_at)
   select distinct on (p, l.type, l.key) bench.person_id(p), l.type, l.key, 'Riwayat ' || l.key, date '2010-01-01' + p % 4000, 'national', $3::timestamptz
   from generate_series($1::int, $2::int) p
   join bench.plan l on l.kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end where l.key is not null`,

  `insert into archive.records (id, person, agency, type, slot, stage, stage_since, next_n, next_no, retention_end, active_end)
   select d.record, bench.person_id(d.p), bench.agency_id(d.a), d.type, d.slot, d.stage, d.at, 3, 2 + d.has_older::int,
     case d.stage when 'inactive' then $3::date + 30 + (d.p + d.k) % 9000 when 'retentionEnded' then $3::date - 1 - (d.p + d.k) % 700 end,
     case d.stage when 'active' then $3::date + 30 + (d.p * 7 + d.k) % 9000 end
   from (${DOCUMENTS}) d`,

  `insert into archive.versions (id, record, no, person, agency, status, scan, bytes, pages, metadata, sealed, twin_tag, commitment,
     uploaded_by, received_at, status_since, submitted_at, returned_for, verified_by, verified_as, verified_at, superseded_at, search)
   select case o.old when 1 then bench.id('o' || d.p || '/' || d.k) else d.version end, d.record,
     case when d.has_older and o.old = 0 then 2 else 1 end, bench.person_id(d.p), bench.agency_id(d.a),
     case o.old when 1 then 'superseded' else d.status end, 'scanClean', 300000, 2, ${METADATA}, ${SEALED},
     substr(sha256((d.version::text || o.old)::bytea), 1, 16), sha256(d.version::text::bytea), bench.person_id(d.p),
     d.at - make_interval(days => o.old * 200), d.at, d.at - make_interval(days => o.old * 200),
     case when d.status = 'returned' then '{"codes": ["unreadable"], "note": "Halaman kedua buram.", "place": {"page": 2}, "by": "00000000-0000-4000-8000-000000000000"}'::jsonb end,
     case when d.status = 'verified' then ${VERIFIER} end, case when d.status = 'verified' then ${VERIFIER} end,
     case when d.status = 'verified' then d.at end,
     case o.old when 1 then d.at end, ${WORDS}
   from (${DOCUMENTS}) d cross join lateral (select generate_series(0, d.has_older::int) as old) o`,

  `insert into archive.events (id, record, n, person, at, name, actor, body, salt)
   select bench.id('e' || d.p || '/' || d.k || '/' || n), d.record, n, bench.person_id(d.p), d.at,
     case when n = 1 then 'uploadCompleted' when d.status = 'returned' then 'recordReturned' else 'recordVerified' end,
     case when n = 1 then bench.person_id(d.p) else ${VERIFIER} end,
     jsonb_build_object('version', d.version, 'no', 1), sha256(d.record::text::bytea)
   from (${DOCUMENTS}) d cross join lateral generate_series(1, case d.status when 'awaitingVerification' then 1 else 2 end) n`,

  `insert into archive.notices (event, person, at, read_at, mailed_at)
   select bench.id('e' || d.p || '/' || d.k || '/2'), bench.person_id(d.p), d.at,
     case when d.k % 8 > 0 then d.at end, d.at
   from (${DOCUMENTS}) d where d.status <> 'awaitingVerification'`,

  `insert into archive.access_log (person, n, at, actor, hat, purpose, action, record, version, version_no, viewed_in, salt)
   select bench.person_id(d.p), row_number() over (partition by d.p order by d.k), d.at, ${VERIFIER}, ${VERIFIER}, 'verification',
     'recordViewed', d.record, d.version, 1, d.at, sha256(d.record::text::bytea)
   from (${DOCUMENTS}) d where d.k in (1, 4, 9)`,

  `insert into archive.access_counters (person, next_n)
   select bench.person_id(p), 4 from generate_series($1::int, $2::int) p where $3::timestamptz is not null`,

  `insert into archive.retention_facts (person, kind, on_date)
   select bench.person_id(p), 'appointed', date '2010-01-01' + p % 4000 from generate_series($1::int, $2::int) p
   where $3::timestamptz is not null`,

  `insert into archive.completeness (person, agency, unit, scheme, score, missing, waiting, returned, gaps, stale)
   select bench.person_id(p), bench.agency_id(bench.agency_no(p)), bench.unit_id(bench.agency_no(p), p % ${UNITS}), bench.kind(p),
     case when bench.kind(p) <> 'pppk' then 3000 + bench.throw(p, 0, 5) * 7 end, count(*), 0, 0,
     coalesce(jsonb_agg(jsonb_build_object('type', l.type, 'slot', l.slot, 'reason', 'missing')) filter (where l.k is not null), '[]'), false
   from generate_series($1::int, $2::int) p
   left join bench.plan l on l.kind = case bench.kind(p) when 'pppk' then 'pppk' else 'pns' end
     and bench.throw(p, l.k, 0) >= ${PRESENT * 1000}
   where $3::timestamptz is not null group by p`,
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

export async function clearNation(owner: Sql): Promise<void> {
  await owner`truncate people, units, agencies cascade`
  await owner`drop schema bench cascade`
}
