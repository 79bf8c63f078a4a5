import { expect, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { findReadable } from '#src/store/archive/readable.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addEnded, drawnUp, openOffice, seated } from '#test/support/destruction.ts'

const owner = await testDatabase()

test('T16 who sits on the panel of a list reads its records from then on, and others no more than before', async () => {
  const office = await openOffice(owner)
  const { records } = await addEnded(office)
  const [version] = await owner<{ id: VersionId }[]>`
    select id from archive.versions where record = ${records[0] ?? ''}`
  const appraises = async (name: 'chair' | 'approver') => {
    const { hat, event } = office.acts[name]
    const looking = { person: event.actor, hat, now: NOW }
    const found = version && (await findReadable(office.sql, version.id, looking))
    return found?.appraises
  }
  const batch = await drawnUp(office)
  expect(await appraises('chair')).toBe(false)
  await seated(office, batch)
  expect(await appraises('chair')).toBe(true)
  expect(await appraises('approver')).toBe(false)
})
