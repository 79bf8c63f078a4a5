import { copiesRoot } from '#domain/archive/copies-root.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'
import { keepAccess } from '#src/store/archive/access-log.ts'
import { agreeToLifting, askForLifting } from '#src/store/archive/change-hold.ts'
import { tellNextRoot } from '#src/store/archive/fixity-roots.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { accessRootRound } from '#src/tlog/access-roots.ts'
import { addRecord } from './archive.ts'
import { addPerson, NOW } from './builders.ts'
import { asApplication, testDatabase } from './database.ts'
import { wantedHold } from './holds.ts'
import { acting } from './role-acts.ts'
import { addAccountEvents, logOf } from './tlog.ts'
import { arriveTold } from './told-archive.ts'
import { accept, addVerifiers } from './verifying.ts'

export type HonestArchive = Awaited<ReturnType<typeof honestArchive>>

const HOUR = 3600_000
const LATER = new Date(NOW.getTime() + HOUR)

/** A little of everything that is told, in a log of three bundles. */
export async function honestArchive() {
  const owner = await testDatabase()
  const sql = asApplication(owner)
  const { agency, verifier, colleague, employee } = await addVerifiers(owner)
  await addPerson(owner)
  const legal = await acting(owner, { role: 'legalOfficer', agency })
  const other = await acting(owner, { role: 'legalOfficer', agency })
  const record = await addRecord(owner, { person: employee.id, agency, slot: 'a' })
  const second = await addRecord(owner, { person: employee.id, agency, slot: 'b', type: 'cpns' })
  const first = await arriveTold(owner, { record })
  await accept(sql, verifier, first)
  const sender = { uploadedBy: colleague.id, uploadedAs: colleague.hat.id }
  const newer = await arriveTold(owner, { record, ...sender })
  await accept(sql, verifier, newer)
  const waits = await arriveTold(owner, { record: second })
  const lifted = wantedHold({ person: employee.id, agency })
  await placeHold(sql, lifted, legal)
  await askForLifting(sql, {
    id: lifted.id,
    act: legal,
    reason: 'Perkara sudah selesai diputus.' as Reason,
  })
  await agreeToLifting(sql, { id: lifted.id, act: other })
  const scope = { of: 'record', record: second } as const
  const hold = wantedHold({ person: employee.id, agency, scope })
  await placeHold(sql, hold, legal)
  for (const at of [NOW, new Date(NOW.getTime() + 60_000)])
    await keepAccess(sql, {
      ...{ person: employee.id, by: { actor: employee.id, hat: undefined } },
      ...{ purpose: 'own', action: 'recordDownloaded', at },
      read: { record, version: newer, no: 2 },
    })
  await accessRootRound(
    sql,
    () => LATER,
    () => false,
  )
  while (await tellNextRoot(sql, (seen) => copiesRoot(sha256, seen), LATER));
  const log = logOf(owner)
  await log.sequence()
  await addAccountEvents(owner, employee.id, 600)
  await log.sequence()
  const ids = { agency, record, second, first, newer, waits, hold: hold.id, person: employee.id }
  return { owner, sql, log, verifier, colleague, ...ids }
}
