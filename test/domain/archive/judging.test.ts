import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import { type Claim, claimVersion } from '#domain/archive/claim-version.ts'
import type { Judge } from '#domain/archive/judge-version.ts'
import { STAGE_MOVES, STATUS_MOVES } from '#domain/archive/moves.ts'
import type { ArchiveRecord } from '#domain/archive/record.ts'
import { returnVersion } from '#domain/archive/return-version.ts'
import {
  askRevocation,
  decideRevocation,
  type Revocation,
  type RevocationId,
} from '#domain/archive/revoke-verification.ts'
import { verifyVersion } from '#domain/archive/verify-version.ts'
import type { VerifiedVersion, Version, VersionId } from '#domain/archive/version.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { ok } from '#domain/result.ts'
import { NOON } from '#test/support/phone.ts'
import { awaiting, SUBJECT, someRecord } from '#test/support/waiting.ts'

/** Everybody is an officer here, so that only the rules keep them apart. */
const PEOPLE = [SUBJECT, 'ani', 'budi', 'citra'] as PersonId[]

type Archive = {
  record: ArchiveRecord
  versions: Version[]
  claims: Map<VersionId, Claim>
  asked: Revocation | undefined
  events: ArchiveEvent[]
}

type Command = { kind: string; who: number; which: number; seconds: number }

const commands = fc.array(
  fc.record({
    kind: fc.constantFrom('upload', 'claim', 'verify', 'return', 'ask', 'revoke', 'decline'),
    who: fc.nat(PEOPLE.length - 1),
    which: fc.nat(5),
    seconds: fc.nat(1200),
  }),
  { maxLength: 40 },
)

function judge(person: PersonId): Judge {
  return { person, mandate: { id: 'hat' as MandateId, from: NOON, until: after(NOON, 10 ** 6) } }
}

function put(archive: Archive, version: Version): void {
  const at = archive.versions.findIndex(({ id }) => id === version.id)
  archive.versions[at] = version
}

function play(archive: Archive, { kind, who, which }: Command, now: Date): void {
  const person = PEOPLE[who] ?? SUBJECT
  const version = archive.versions[which % Math.max(archive.versions.length, 1)]
  if (kind === 'upload') {
    const number = archive.versions.length + 1
    const id = `version-${number}` as VersionId
    archive.versions.push(awaiting({ id, no: number, uploadedBy: person, since: now }))
    return
  }
  if (!version) return
  judgeOne(archive, version, { kind, person, now })
}

type Judging = { kind: string; person: PersonId; now: Date }

function judgeOne(archive: Archive, version: Version, { kind, person, now }: Judging): void {
  const { record, versions, claims } = archive
  const current = versions.find((one): one is VerifiedVersion => one.status === 'verified')
  const claim = claims.get(version.id)
  const waiting = { version, record, current, claim }
  if (kind === 'claim') {
    const claimed = claimVersion(version, claim, person, now)
    if (claimed.ok) claims.set(version.id, claimed.value)
  }
  if (kind === 'verify') {
    const copies = { healthy: 2, needed: 2 }
    const done = verifyVersion(waiting, { by: judge(person), now, metadata: ok({}), copies })
    if (!done.ok) return
    if (done.value.superseded) put(archive, done.value.superseded)
    put(archive, done.value.version)
    if (done.value.activated) archive.record = { ...record, stage: 'active' }
    archive.events.push(...done.value.events)
  }
  if (kind === 'return') {
    const reasons = { codes: ['unreadable'], note: '', place: undefined } as const
    const done = returnVersion(waiting, { by: judge(person), now, reasons })
    if (!done.ok) return
    put(archive, done.value.version)
    archive.events.push(...done.value.events)
  }
  if (kind === 'ask') {
    const askedBy = { person, hat: 'hat' as MandateId }
    const asking = { id: 'r' as RevocationId, reason: 'salah' as Reason, askedBy, now }
    const asked = askRevocation({ version, record }, archive.asked, asking)
    if (asked.ok) archive.asked = asked.value
  }
  if (kind === 'revoke' || kind === 'decline') decide(archive, { kind, person, now })
}

function decide(archive: Archive, { kind, person, now }: Judging): void {
  const { asked, record } = archive
  const version = archive.versions.find(({ id }) => id === asked?.version)
  if (!asked || !version) return
  const decision = kind === 'revoke' ? 'revoked' : 'declined'
  const by = { person, hat: 'hat' as MandateId }
  const done = decideRevocation({ version, record }, asked, { decision, by, now })
  if (!done.ok) return
  archive.asked = done.value.revocation
  if (done.value.version) put(archive, done.value.version)
  archive.events.push(...done.value.events)
}

test('I4 whatever verifiers do, in whatever order, no rule of the table is broken', () => {
  fc.assert(
    fc.property(commands, (all) => {
      const archive: Archive = {
        record: someRecord(),
        versions: [],
        claims: new Map(),
        asked: undefined,
        events: [],
      }
      let now = NOON
      for (const command of all) {
        now = after(now, command.seconds)
        const before = structuredClone(archive.versions)
        const stage = archive.record.stage
        play(archive, command, now)
        for (const [at, { status }] of before.entries()) {
          const next = archive.versions[at]?.status
          const moved = STATUS_MOVES.some(([from, to]) => from === status && to === next)
          expect(next === status || moved).toBe(true)
        }
        const staged = STAGE_MOVES.some(
          ([from, to]) => from === stage && to === archive.record.stage,
        )
        expect(stage === archive.record.stage || staged).toBe(true)
      }
      const verified = archive.versions.filter(({ status }) => status === 'verified')
      expect(verified.length).toBeLessThanOrEqual(1)
      for (const version of archive.versions) {
        if ('verified' in version) {
          expect(version.verified.by).not.toBe(version.uploadedBy)
          expect(version.verified.by).not.toBe(version.person)
        }
        if (version.status === 'returned') expect(version.returned.by).not.toBe(version.uploadedBy)
      }
      for (const { name, actor, body } of archive.events)
        if (name === 'verificationRevoked' && actor !== 'system')
          expect(actor.person).not.toBe(body['asked'])
      const isActive = archive.events.some(({ name }) => name === 'recordActivated')
      expect(archive.record.stage).toBe(isActive ? 'active' : 'draft')
    }),
  )
})
