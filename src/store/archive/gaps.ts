import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { SummaryGap } from '#domain/archive/completeness.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'

/** Somebody of the agency whose archive lacks something (Laporan Kekurangan Berkas). */
export type ListedGaps = {
  person: PersonId
  name: string
  nip: string
  kind: PersonKind
  unitName: string | undefined
  score: number | undefined
  missing: number
  waiting: number
  returned: number
  gaps: readonly NamedGap[]
}

/** `label`: of the row of a history, where there is one. */
type NamedGap = SummaryGap & { label: string | undefined }

/** Whose turn comes next: after somebody who lacks so many. */
export type GapsPlace = { lacking: number; person: PersonId }

export type GapsAsked = {
  agency: AgencyId
  unit: UnitId | undefined
  after: GapsPlace | undefined
  atMost: number
}

/**
 * Who lacks most comes first. Within `inScope`, which shows nobody else, whatever is asked. The page is
 * cut from the index before anything is looked up for it.
 */
export async function listGaps(tx: TransactionSql, asked: GapsAsked): Promise<ListedGaps[]> {
  const rows = await tx<GapsRow[]>`
    with page as materialized (${pageOf(tx, asked)})
    select c.person, p.name, p.number as nip, p.kind, u.name as unit_name, c.score, c.missing, c.waiting,
      c.returned, (
        select json_agg(json_build_object('type', g.type, 'slot', g.slot, 'reason', g.reason, 'label', h.label)
          order by g.at)
        from rows from (jsonb_to_recordset(c.gaps) as (type text, slot text, reason text)) with ordinality
          as g (type, slot, reason, at)
        left join archive.history h
          on h.person = c.person and h.type = g.type and h.key = split_part(g.slot, '#', 1)) as gaps
    from page c
    join people p on p.id = c.person
    left join units u on u.id = p.unit
    order by c.lacking desc, c.person`
  return rows.map(toListedGaps)
}

function pageOf(tx: TransactionSql, { agency, unit, after, atMost }: GapsAsked) {
  return tx`
    select person, score, missing, waiting, returned, lacking, gaps from archive.completeness
    where agency = ${agency} and lacking > 0
      ${unit ? tx`and unit in (select unit_and_below(${unit}))` : tx``}
      ${after ? tx`and lacking <= ${after.lacking} and (lacking < ${after.lacking} or person > ${after.person})` : tx``}
    order by lacking desc, person limit ${atMost}`
}

type GapsRow = Omit<ListedGaps, 'nip' | 'unitName' | 'score' | 'gaps'> & {
  nip: string | null
  unitName: string | null
  score: number | null
  gaps: (SummaryGap & { label: string | null })[] | null
}

function toListedGaps({ nip, unitName, score, gaps, ...row }: GapsRow): ListedGaps {
  return {
    ...row,
    nip: nip ?? '',
    unitName: unitName ?? undefined,
    score: score ?? undefined,
    gaps: (gaps ?? []).map(({ label, ...gap }) => ({ ...gap, label: label ?? undefined })),
  }
}
