import type { Sql } from '#src/store/database.ts'

/** A document that somebody of that kind is asked for; `key`: of the row of a history it proves. */
type Planned = { type: string; key?: string; part?: string }

const EVERYBODY: Planned[] = [
  { type: 'drh' },
  { type: 'pendidikan', key: 'S1', part: 'ijazah' },
  { type: 'pendidikan', key: 'S1', part: 'transkrip' },
  { type: 'jabatan', key: 'e1', part: 'skJabatan' },
  { type: 'diklat', key: 'e1' },
  { type: 'skp22', key: '2023' },
  { type: 'skp22', key: '2024' },
]
const CIVIL: Planned[] = [
  { type: 'd2np' },
  { type: 'cpns' },
  { type: 'spmtCpns' },
  { type: 'pns' },
  { type: 'golongan', key: 'III/a', part: 'skKp' },
]
const CONTRACT: Planned[] = [
  { type: 'niPppk' },
  { type: 'skPppk', key: '1' },
  { type: 'perjanjianKerja', key: '1' },
  { type: 'spmtPppk', key: '1' },
  { type: 'penghargaan', key: 'e1' },
]
/** How many of those that are asked for are there. */
export const PRESENT = 0.83
export const VARIANTS = 60

/** What careers are made of: `plan`, and the data of each type in many wordings with their words. */
export async function makePlan(owner: Sql, recordsEach: number): Promise<void> {
  const wanted = Math.max(Math.ceil(recordsEach / PRESENT), 1)
  const courses: Planned[] = Array.from({ length: wanted }, (_, at) => ({
    type: 'kursus',
    key: `e${at + 1}`,
  }))
  const rows = [...planOf('pns', CIVIL), ...planOf('pppk', CONTRACT)]
  await owner`create schema bench`
  await owner`create table bench.plan (kind text, k int, type text, slot text, key text)`
  await owner`insert into bench.plan ${owner(rows)}`
  await owner.unsafe(TEMPLATES)

  function planOf(kind: string, own: Planned[]) {
    return [...own, ...EVERYBODY, ...courses].slice(0, wanted).map(({ type, key, part }, k) => ({
      kind,
      k: k + 1,
      type,
      key: key ?? null,
      slot: part ? `${key}#${part}` : (key ?? ''),
    }))
  }
}

/** `words` without the agency before each of them; `number`: the field that differs in each document. */
const TEMPLATES = `
  create function bench.value_of(field text, variant int) returns text language sql immutable as $$
    select case
      when field ~ 'Date$' then to_char(date '2000-03-01' + variant * 150, 'YYYY-MM-DD')
      when field = 'performanceYear' then (2022 + variant % 3)::text
      when field = 'issuingOfficial' then (array['Bupati', 'Gubernur', 'Kepala BKN', 'Sekretaris Daerah'])[1 + variant % 4]
      when field = 'institution' then 'Universitas ' || (array['Tadulako', 'Gadjah Mada', 'Cenderawasih', 'Terbuka',
        'Hasanuddin', 'Udayana'])[1 + variant % 6] || ' ' || variant
      when field = 'positionName' then (array['Guru Ahli Pertama', 'Perawat Terampil', 'Analis Kepegawaian',
        'Pengelola Keuangan', 'Penata Layanan Operasional'])[1 + variant % 5]
      when field in ('trainingName', 'title', 'awardName') then (array['Pelatihan Dasar', 'Kepemimpinan Pengawas',
        'Satyalancana Karya Satya', 'Manajemen Risiko'])[1 + variant % 4] || ' angkatan ' || variant
      when field = 'rankGrade' then 'III/a'
      else 'isian ' || (variant % 9)
    end
  $$;
  create table bench.templates as
  select t.code as type, p.slot, v as variant, f.number, m.metadata, t.security_class,
    array(select substr(w, 9) from unnest(tsvector_to_array(
      archive.words_of(m.metadata, t.code, concat_ws(' ', t.name, part.value ->> 'name', split_part(p.slot, '#', 1)),
        '00000000-0000-4000-8000-000000000000'))) w) as words
  from (select distinct type, slot from bench.plan) p
  join archive.record_types t on t.code = p.type
  left join jsonb_array_elements(t.parts) part on part.value ->> 'code' = split_part(p.slot, '#', 2)
  cross join generate_series(0, ${VARIANTS - 1}) v
  cross join lateral (select coalesce((select x from unnest(t.required_metadata) x where x ~ 'Number$' limit 1), 'note') as number) f
  cross join lateral (select coalesce(jsonb_object_agg(x, bench.value_of(x, v)) filter (where x <> f.number), '{}') as metadata
    from unnest(t.required_metadata) x) m;
  create index on bench.templates (type, slot, variant);
  analyze bench.plan, bench.templates`
