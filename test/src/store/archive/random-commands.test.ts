import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { HoldId } from '#domain/archive/hold.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import { returnVersion } from '#domain/archive/return-version.ts'
import type { RevocationId } from '#domain/archive/revoke-verification.ts'
import type { VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { passDay } from '#src/jobs/retention.ts'
import { agreeToLifting, askForLifting } from '#src/store/archive/change-hold.ts'
import { judgeVersion } from '#src/store/archive/judging.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { recomputePeople } from '#src/store/archive/retention/recompute.ts'
import { addRevocation, changeRevocation } from '#src/store/archive/revocations.ts'
import { withdraw } from '#src/store/archive/withdrawals.ts'
import { addRecord } from '#test/support/archive.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { drawnUp, openOffice } from '#test/support/destruction.ts'
import { wantedHold } from '#test/support/holds.ts'
import { differencesOf } from '#test/support/looking-through.ts'
import { addRetired } from '#test/support/retention-rows.ts'
import { acting } from '#test/support/role-acts.ts'
import { logOf } from '#test/support/tlog.ts'
import { arriveTold } from '#test/support/told-archive.ts'
import { accept } from '#test/support/verifying.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const office = await openOffice(owner)
const { sql, agency } = office
const { keyring } = archiveOf(owner)
const verifiers = [
  await acting(owner, { role: 'verifier', agency }),
  await acting(owner, { role: 'verifier', agency }),
] as const
const otherLegal = await acting(owner, { role: 'legalOfficer', agency })
const reason = 'Perlu diperiksa kembali.' as Reason

/** Where service ended: its retention is over today, or runs for years. */
const SERVICE_ENDS = ['2010-05-01', '2026-02-01'] as const

type Kind =
  | 'arrive'
  | 'accept'
  | 'return'
  | 'withdraw'
  | 'askRevocation'
  | 'revoke'
  | 'hold'
  | 'askLifting'
  | 'lift'
  | 'passDay'
  | 'drawUp'
type Command = { kind: Kind; version: number; verifier: 0 | 1 }

/** What archive.md 2 says there is, told in as few words as its table. */
type Model = {
  isDue: boolean
  stage: Stage
  held: boolean
  liftingAsked: boolean
  versions: { status: VersionStatus; sender?: 0 | 1 | undefined; asked?: 0 | 1; was: boolean }[]
}

const OPEN: readonly Stage[] = ['draft', 'active', 'inactive']
const IN_LIST: readonly Stage[] = ['underAppraisal', 'proposedForDestruction', 'waitingPeriod']

const STEPS: Record<Kind, (model: Model, command: Command) => void> = {
  arrive: (model, { version, verifier }) => {
    if (!OPEN.includes(model.stage)) return
    const sender = version % 3 === 0 ? verifier : undefined
    model.versions.push({ status: 'awaitingVerification', sender, was: false })
  },
  accept: (model, { version, verifier }) => {
    const one = waiting(model, version, verifier)
    if (!one) return
    for (const other of model.versions) if (other.status === 'verified') other.status = 'superseded'
    one.status = 'verified'
    one.was = true
    if (model.stage === 'draft') model.stage = 'active'
  },
  return: (model, { version, verifier }) => {
    const one = waiting(model, version, verifier)
    if (one) one.status = 'returned'
  },
  withdraw: (model, { version }) => {
    const one = model.versions[version]
    if (!one || one.was) return
    if (one.status === 'awaitingVerification' || one.status === 'returned') one.status = 'withdrawn'
  },
  askRevocation: (model, { version, verifier }) => {
    const one = model.versions[version]
    if (one?.status !== 'verified' || !OPEN.includes(model.stage)) return
    if (one.sender !== verifier && one.asked === undefined) one.asked = verifier
  },
  revoke: (model, { version, verifier }) => {
    const one = model.versions[version]
    if (one?.status !== 'verified' || !OPEN.includes(model.stage)) return
    if (one.asked === undefined || one.asked === verifier || one.sender === verifier) return
    one.status = 'awaitingVerification'
    delete one.asked
  },
  hold: (model) => {
    if (model.held) return
    model.held = true
    if (IN_LIST.includes(model.stage)) model.stage = 'inactive'
  },
  askLifting: (model) => {
    if (model.held) model.liftingAsked = true
  },
  lift: (model) => {
    if (!model.liftingAsked) return
    model.held = false
    model.liftingAsked = false
  },
  passDay: (model) => {
    if (!model.isDue) return
    if (model.stage === 'active') model.stage = 'inactive'
    const isPending = model.versions.some(
      ({ status, asked }) => status === 'awaitingVerification' || asked !== undefined,
    )
    if (model.stage === 'inactive' && !model.held && !isPending) model.stage = 'retentionEnded'
  },
  drawUp: (model) => {
    if (model.stage === 'retentionEnded' && !model.held) model.stage = 'underAppraisal'
  },
}

function waiting({ stage, versions }: Model, at: number, by: 0 | 1) {
  const one = versions[at]
  const isOpen = OPEN.includes(stage) && one?.status === 'awaitingVerification'
  return isOpen && one.sender !== by ? one : undefined
}

const anything: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom(...(Object.keys(STEPS) as Kind[])),
  version: fc.nat(2),
  verifier: fc.constantFrom<0 | 1>(0, 1),
})

/** The way to a list of what goes and, by a hold, back; by itself it is walked in few of the runs. */
const WAY = (['arrive', 'accept', 'passDay', 'drawUp', 'hold', 'askLifting', 'lift'] as const).map(
  (kind): Command => ({ kind, version: kind === 'arrive' ? 1 : 0, verifier: 0 }),
)

/** That way with anything in between, and steps left out. */
const commands = fc
  .tuple(...WAY.map(() => fc.tuple(fc.array(anything, { maxLength: 4 }), fc.nat(5))))
  .map((parts) =>
    parts.flatMap(([before, luck], at) => {
      const step = WAY[at]
      return step && luck > 0 ? [...before, step] : before
    }),
  )

/** Through everything that is to be seen, so that it does not hang on luck. */
const TOUR = (
  [
    ...(['arrive', 'return', 'withdraw'] as const).map((kind) => [kind, 0] as const),
    ...([1, 2] as const).flatMap((version) => [
      ['arrive', version] as const,
      ['accept', version] as const,
    ]),
    ['passDay', 0],
    ['drawUp', 0],
    ['hold', 0],
  ] as const
).map(
  ([kind, version]): Command => ({ kind, version: kind === 'arrive' ? 1 : version, verifier: 0 }),
)

test('fault 24: after any commands in any order the database is what the table of transitions says', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SERVICE_ENDS), commands, async (ended, list) => {
      const real = await begin(ended)
      const model: Model = {
        isDue: ended === SERVICE_ENDS[0],
        stage: 'draft',
        held: false,
        liftingAsked: false,
        versions: [],
      }
      for (const command of list) {
        const before = model.stage
        STEPS[command.kind](model, command)
        await real.run(command, before)
        seen.add(model.stage)
        for (const { status } of model.versions) seen.add(status)
        expect(await real.look()).toEqual({
          stage: model.stage,
          held: model.held,
          versions: model.versions.map(({ status }) => status),
        })
      }
    }),
    { numRuns: 40, examples: [[SERVICE_ENDS[0], TOUR]] },
  )
  expect([...seen].sort()).toEqual(
    ['active', 'awaitingVerification', 'draft', 'inactive', 'retentionEnded', 'returned']
      .concat(['superseded', 'underAppraisal', 'verified', 'withdrawn'])
      .sort(),
  )
})

/** Of what these commands made, to which something was sent; all else stands there without a past. */
test('fault 17: and all that log, tables and files say of it is one and the same', async () => {
  await logOf(owner).sequence()
  const told = await owner<{ record: RecordId }[]>`
    select distinct record from archive.events where name = 'uploadCompleted'`
  const own = new Set<string>(told.map(({ record }) => record))
  const found = await differencesOf(owner)
  expect(own.size).toBeGreaterThan(20)
  expect(found.filter((one) => !('record' in one) || own.has(one.record ?? ''))).toEqual([])
})

/** A record of somebody new, and each command as the portal carries it out. */
async function begin(ended: string) {
  const { id: person } = await addRetired(owner, ended, { agency })
  const record = await addRecord(owner, { person, agency, slot: 'a' })
  await owner.begin((tx) => recomputePeople(tx, [person], NOW))
  const versions: VersionId[] = []
  const revocations = new Map<VersionId, RevocationId>()
  let hold: HoldId | undefined
  const at = (n: number) => versions[n] ?? (crypto.randomUUID() as VersionId)
  const legal = office.acts.legal
  const real: Record<Kind, (command: Command) => Promise<unknown>> = {
    arrive: async ({ version, verifier }) => {
      const officer = version % 3 === 0 ? verifiers[verifier] : undefined
      const sender = officer && { uploadedBy: officer.id, uploadedAs: officer.hat.id }
      versions.push(await arriveTold(owner, { record, ...sender }))
    },
    accept: ({ version, verifier }) => accept(sql, verifiers[verifier], at(version)),
    return: ({ version, verifier }) => {
      const { hat, event } = verifiers[verifier]
      const by = { person: event.actor, mandate: hat }
      const reasons = { codes: ['unreadable'] as const, note: '', place: undefined }
      return judgeVersion(sql, verifiers[verifier], at(version), (found) =>
        returnVersion(found, { by, now: NOW, reasons }),
      )
    },
    withdraw: ({ version }) =>
      withdraw(keyring, { id: at(version), person, by: { person, hat: undefined } }, NOW),
    askRevocation: async ({ version, verifier }) => {
      const id = crypto.randomUUID() as RevocationId
      const asked = await addRevocation(sql, verifiers[verifier], {
        id,
        version: at(version),
        reason,
      })
      if (asked.ok) revocations.set(at(version), id)
    },
    revoke: ({ version, verifier }) => {
      const id = revocations.get(at(version)) ?? (crypto.randomUUID() as RevocationId)
      return changeRevocation(sql, verifiers[verifier], { id, decision: 'revoked' })
    },
    hold: async () => {
      if (hold) return
      hold = crypto.randomUUID() as HoldId
      await placeHold(sql, wantedHold({ id: hold, person, agency }), legal)
    },
    askLifting: async () => {
      if (hold) await askForLifting(sql, { id: hold, act: legal, reason })
    },
    lift: async () => {
      if (!hold) return
      const agreed = await agreeToLifting(sql, { id: hold, act: otherLegal })
      if (agreed.ok) hold = undefined
    },
    passDay: () => passDay(sql, () => NOW),
    drawUp: () =>
      drawnUp(office).catch((problem: Error) => {
        if (!problem.message.includes('nothingToPropose')) throw problem
      }),
  }
  return {
    run: async (command: Command, before: Stage) => {
      if (command.kind === 'arrive' && !OPEN.includes(before)) return
      await real[command.kind](command)
    },
    look: () => stateOf(record),
  }
}

async function stateOf(record: RecordId) {
  const [row] = await owner<{ stage: Stage; held: boolean; versions: VersionStatus[] }[]>`
    select r.stage, r.held,
      array(select v.status from archive.versions v where v.record = r.id order by v.no) as versions
    from archive.records r where r.id = ${record}`
  return row && { ...row }
}
