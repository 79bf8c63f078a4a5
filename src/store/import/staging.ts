import { copyLines } from '../copy-lines.ts'
import { inTransaction, type Sql } from '../database.ts'

/** All of them or none. */
export function copyPeople(sql: Sql, lines: AsyncIterable<string>): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const copy = await tx`
      copy import_people (file, line, fresh_id, nip, former_nip, user_name, name, kind, agency,
        legal_position, end_of_service, emails, sso_disabled, hash, must_change, devices, unit)
      from stdin`.writable()
    await copyLines(tx, copy, lines)
  })
}

/**
 * Records that claim the same name are refused together, whichever came first: nobody can tell
 * which is right. Whoever names a former number claims all names of its owner.
 */
export function refuseClaimedTwice(sql: Sql): Promise<void> {
  return inTransaction(sql, async (tx) => {
    await tx`set local work_mem = '256MB'`
    await tx`analyze import_people`
    await tx`
      create temp view claims as
        select file, line, nip as name from import_people
        union all
        select file, line, former_nip from import_people where former_nip is not null
        union all
        select file, line, user_name from import_people where user_name is not null
        union all
        select r.file, r.line, i.identifier
          from import_people r
          join login_identifiers f on f.identifier = r.former_nip
          join login_identifiers i on i.person = f.person
          where i.identifier not in (r.nip, r.former_nip, coalesce(r.user_name, ''))`
    const twice = await tx`
      create temp table claimed_twice on commit drop as
        select name from claims group by name having count(*) > 1`
    if (twice.count > 0)
      await tx`
        update import_people r set refused = 'claimedTwice'
        from claims c join claimed_twice t on t.name = c.name
        where r.file = c.file and r.line = c.line`
    await tx`drop view claims`
  })
}
