import { describe, expect, test } from 'vitest'
import { scopeOf } from '#domain/access/scope.ts'
import type { RevocationId } from '#domain/archive/revoke-verification.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no } from '#domain/result.ts'
import { addRevocation, changeRevocation, listRevocations } from '#src/store/archive/revocations.ts'
import { inScope } from '#src/store/scope.ts'
import type { OfficeAct } from '#src/store/worn-hat.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { later } from '#test/support/role-acts.ts'
import { accept, addVerifiers, addWaiting } from '#test/support/verifying.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const reason = 'Nomor SK milik pegawai lain.' as Reason

async function verifiedOne() {
  const cast = await addVerifiers(owner)
  const { id } = await addWaiting(owner, { agency: cast.agency, employee: cast.employee })
  await accept(sql, cast.verifier, id)
  const request = crypto.randomUUID() as RevocationId
  const ask = (act: OfficeAct) => addRevocation(sql, act, { id: request, version: id, reason })
  const decide = (act: OfficeAct, decision: 'revoked' | 'declined' | 'withdrawn' = 'revoked') =>
    changeRevocation(sql, act, { id: request, decision })
  return { ...cast, id, request, ask, decide }
}

async function statusOf(id: VersionId) {
  const [row] = await owner`select status from archive.versions where id = ${id}`
  return row?.['status']
}

describe('T10 a verification', () => {
  test('is revoked by two, waits again, and is told with both of them', async () => {
    const { verifier, colleague, id, request, ask, decide } = await verifiedOne()
    expect((await ask(verifier)).ok).toBe(true)
    expect(await statusOf(id)).toBe('verified')
    expect((await decide(later(colleague, 60))).ok).toBe(true)
    expect(await statusOf(id)).toBe('awaitingVerification')
    const [event] = await owner`
      select actor, body from archive.events where name = 'verificationRevoked' and body ->> 'version' = ${id}`
    const body = { version: id, no: 1, request, asked: verifier.id }
    expect(event).toEqual({ actor: colleague.id, body })
  })

  test('is not revoked by one alone, nor twice', async () => {
    const { verifier, colleague, id, ask, decide } = await verifiedOne()
    await ask(verifier)
    expect(await decide(verifier)).toEqual(no({ kind: 'ownRequest' }))
    expect(await statusOf(id)).toBe('verified')
    await decide(colleague)
    expect(await decide(colleague)).toEqual(no({ kind: 'over' }))
  })

  test('is not revoked with somebody who has lost the office meanwhile', async () => {
    const { verifier, colleague, id, ask, decide } = await verifiedOne()
    await ask(verifier)
    await owner`update mandates set valid_to = ${NOW} where id = ${verifier.hat.id}`
    expect(await decide(colleague)).toEqual(no({ kind: 'over' }))
    expect(await statusOf(id)).toBe('verified')
  })

  test('takes a second factor of the last five minutes from both', async () => {
    const { verifier, ask } = await verifiedOne()
    await owner`
      update sessions set started_at = '2026-01-01', proven_at = ${new Date(NOW.getTime() - 300_000)}
      where id_hash = ${verifier.session}`
    expect(await ask(verifier)).toEqual(no({ kind: 'noLonger' }))
  })

  test('of another agency does not exist', async () => {
    const { verifier, ask, decide } = await verifiedOne()
    const stranger = (await addVerifiers(owner)).verifier
    expect(await ask(stranger)).toEqual(no({ kind: 'noSuchVersion' }))
    await ask(verifier)
    expect(await decide(stranger)).toEqual(no({ kind: 'noSuchVersion' }))
  })

  test('with an open request is listed for colleagues in reach alone', async () => {
    const { verifier, colleague, request, ask } = await verifiedOne()
    await ask(verifier)
    const list = ({ hat, event }: OfficeAct) =>
      inScope(sql, scopeOf(hat), event.at, (tx) => listRevocations(tx, hat, event.at, 10))
    expect((await list(colleague)).map(({ revocation }) => revocation.id)).toEqual([request])
    expect(await list((await addVerifiers(owner)).verifier)).toEqual([])
    expect(await list(later(colleague, 7 * 86_400))).toEqual([])
  })

  test('I4 the database too refuses one person in both places', async () => {
    const { verifier, request, ask } = await verifiedOne()
    await ask(verifier)
    await expect(
      owner`
        update archive.revocations
        set state = 'revoked', decided_by = ${verifier.id}, decided_as = ${verifier.hat.id}, decided_at = ${NOW}
        where id = ${request}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})
