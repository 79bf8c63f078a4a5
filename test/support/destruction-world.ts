import type { MandateId, Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import { appraiseItem } from '#domain/archive/destruction/appraise-item.ts'
import { approveBatch, WAIT_DAYS } from '#domain/archive/destruction/approve-batch.ts'
import type { Acting, Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import {
  type DestructionStep,
  mayDeleteKeys,
  nextStep,
  recordDestruction,
} from '#domain/archive/destruction/destroy-item.ts'
import { type Item, isOpen } from '#domain/archive/destruction/item.ts'
import { manifestText, redrawn, shortened } from '#domain/archive/destruction/manifest.ts'
import { answerObjection, type Objection, objectTo } from '#domain/archive/destruction/objection.ts'
import { PAPER_KINDS } from '#domain/archive/destruction/paper.ts'
import type { Seat, WitnessSeat } from '#domain/archive/destruction/seat.ts'
import { signManifest } from '#domain/archive/destruction/sign-manifest.ts'
import { attend, startDestruction } from '#domain/archive/destruction/start-destruction.ts'
import { leaveSeat, takeSeat } from '#domain/archive/destruction/take-seat.ts'
import { withdrawItem } from '#domain/archive/destruction/withdraw-item.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { NOW } from './builders.ts'

const DAY = 24 * 3600
const REASON = 'Masih diperlukan untuk perkara' as Reason

/** Ten people, each of whom may wear any hat; the last two have a record on the list. */
export const PEOPLE = Array.from({ length: 10 }, (_, at) => `person-${at}` as PersonId)
const RECORDS = Array.from({ length: 5 }, (_, at) => `record-${at}` as RecordId)
const SUBJECTS = [PEOPLE[8], PEOPLE[9]] as const

export type World = {
  now: Date
  batch: Batch
  items: Map<RecordId, Item>
  lines: Map<RecordId, string>
  /** Every list there was, by its number. */
  lists: Map<number, ReadonlySet<string>>
  held: Set<RecordId>
  keys: Set<RecordId>
  steps: Map<RecordId, DestructionStep[]>
  objections: Map<RecordId, Objection>
  /** When a key went: whether a hold was on, and what was signed then. */
  deletions: { record: RecordId; held: boolean; batch: Batch; line: string }[]
}

/** What a command names at random; who it is fitting for is up to the rules. */
export type Command = {
  kind: Kind
  person: number
  role: Role
  seat: Seat
  record: number
  seconds: number
  isStale: boolean
}

export const KINDS = [
  'takeSeat',
  'leaveSeat',
  'appraise',
  'keep',
  'sign',
  'approve',
  'attend',
  'start',
  'object',
  'accept',
  'decline',
  'hold',
  'lift',
  'change',
  'deleteKeys',
  'step',
  'record',
  'wait',
] as const
type Kind = (typeof KINDS)[number]

export function newWorld(): World {
  const items = new Map(RECORDS.map((record, at) => [record, newItem(record, at)]))
  const lines = new Map(RECORDS.map((record) => [record, `${record} pns 1:aa 2020-12-31 rule@1`]))
  const world: World = {
    now: NOW,
    batch: {
      id: 'batch' as BatchId,
      agency: 'agency' as AgencyId,
      since: NOW,
      manifest: { n: 1, base: 1, sha256: manifestText('batch', [...lines.values()]) },
      parties: [{ person: PEOPLE[0] as PersonId, hat: hatOf(0), seat: 'panelArchivist' }],
      signatures: [],
      papers: PAPER_KINDS,
      filed: PAPER_KINDS,
      state: 'appraising',
    },
    items,
    lines,
    lists: new Map(),
    held: new Set(),
    keys: new Set(RECORDS),
    steps: new Map(),
    objections: new Map(),
    deletions: [],
  }
  world.lists.set(1, new Set(lines.values()))
  return world
}

function newItem(record: RecordId, at: number): Item {
  const subject = SUBJECTS[at % 2] as PersonId
  return {
    record,
    subject,
    approval: at === 4 ? 'nationalArchives' : 'agency',
    state: 'unappraised',
  }
}

/** What each command does, if the rules let it. */
export function run(world: World, command: Command): void {
  world.now = after(world.now, command.seconds)
  COMMANDS[command.kind](world, command)
}

const COMMANDS: Record<Kind, (world: World, command: Command) => void> = {
  takeSeat: (world, command) => {
    const by = acting(world, command)
    const { batch, now } = world
    keep(world, takeSeat(batch, { seat: command.seat, by, isSubject: isSubject(by), now }))
  },
  leaveSeat: (world, command) =>
    keep(world, leaveSeat(world.batch, { by: acting(world, command), now: world.now })),
  appraise: (world, command) => appraise(world, command, 'destroy'),
  keep: (world, command) => appraise(world, command, 'permanent'),
  sign: (world, command) => {
    const by = acting(world, command)
    const { batch, now } = world
    const unappraised = openItems(world).filter(({ state }) => state === 'unappraised').length
    const open = openItems(world).length
    keep(world, signManifest(batch, { by, seen: batch.manifest.sha256, open, unappraised, now }))
  },
  approve: (world, command) => {
    const by = acting(world, command)
    const { batch, now } = world
    const open = openItems(world)
    const due = {
      agency: true,
      nationalArchives: open.some(({ approval }) => approval !== 'agency'),
    }
    const approving = { by, seen: batch.manifest.sha256, isSubject: isSubject(by), now }
    const waitDays = WAIT_DAYS
    keep(world, approveBatch(batch, { ...approving, open: open.length, due, waitDays }))
  },
  attend: (world, command) => {
    const by = acting(world, command)
    const { batch, now } = world
    const seat = command.seat as WitnessSeat
    if (seat !== 'legalWitness' && seat !== 'oversightWitness') return
    const seen = batch.manifest.sha256
    keep(world, attend(batch, { seat, by, seen, isSubject: isSubject(by), now }))
  },
  start: (world, command) => {
    const { batch, now } = world
    const by = acting(world, command)
    const answered = [...world.objections.values()]
    const openObjections = answered.filter(({ state }) => state === 'open').length
    const facts = { open: openItems(world).length, openObjections, openRequests: 0, unchecked: 0 }
    const seen = batch.manifest.sha256
    keep(world, startDestruction(batch, { by, seen, ...facts, inOffice: () => true, now }))
  },
  object: (world, { person, record }) => {
    const item = itemAt(world, record)
    const by = PEOPLE[person] as PersonId
    const has = world.objections.has(item.record)
    const filed = objectTo(world.batch, item, { by, reason: REASON, has, now: world.now })
    if (filed.ok) world.objections.set(item.record, filed.value)
  },
  accept: (world, command) => answer(world, command, true),
  decline: (world, command) => answer(world, command, false),
  hold: (world, { record }) => {
    const item = itemAt(world, record)
    world.held.add(item.record)
    withdraw(world, item)
  },
  lift: (world, { record }) => world.held.delete(itemAt(world, record).record),
  change: (world, { record }) => {
    if (world.batch.state !== 'appraising') return
    const { record: id } = itemAt(world, record)
    world.lines.set(id, `${world.lines.get(id)}+`)
    draw(world, redrawn)
  },
  deleteKeys: (world, { record }) => {
    const item = itemAt(world, record)
    const { batch } = world
    const held = world.held.has(item.record)
    const stage = batch.state === 'destroying' ? 'destroying' : 'waitingPeriod'
    const standing = { stage, held, intended: true, recorded: true, asSigned: true } as const
    const may = mayDeleteKeys(batch, item, standing)
    if (!may.ok) return
    world.keys.delete(item.record)
    world.items.set(item.record, may.value)
    world.steps.set(item.record, ['keysDeleted'])
    const line = world.lines.get(item.record) ?? ''
    world.deletions.push({ record: item.record, held, batch, line })
  },
  step: (world, { record }) => {
    const { record: id, state } = itemAt(world, record)
    const done = world.steps.get(id) ?? []
    const next = nextStep(done)
    if (state === 'keysGone' && next && next !== 'recorded') world.steps.set(id, [...done, next])
  },
  record: (world, { record }) => {
    const item = itemAt(world, record)
    const recorded = recordDestruction(item, world.steps.get(item.record) ?? [])
    if (recorded.ok) world.items.set(item.record, recorded.value)
  },
  wait: (world, { seconds }) => {
    world.now = after(world.now, (seconds % 40) * DAY)
  },
}

function appraise(world: World, command: Command, kind: 'destroy' | 'permanent'): void {
  const item = itemAt(world, command.record)
  const by = acting(world, command)
  const today = { year: 2026, month: 11, day: 21 }
  const verdict = kind === 'destroy' ? { kind } : { kind, reason: REASON }
  const appraised = appraiseItem(world.batch, item, {
    ...{ verdict, exceptions: [], applies: undefined },
    ...{ by, today, now: world.now },
  })
  if (!appraised.ok) return
  world.items.set(item.record, appraised.value)
  if (appraised.value.state === 'over') draw(world, shortened)
}

function answer(world: World, command: Command, accepted: boolean): void {
  const item = itemAt(world, command.record)
  const objection = world.objections.get(item.record)
  const by = acting(world, command)
  if (!objection) return
  const answering = { accepted, because: REASON, by, isSubject: isSubject(by), now: world.now }
  const answered = answerObjection(world.batch, objection, answering)
  if (!answered.ok) return
  world.objections.set(item.record, answered.value)
  if (accepted) withdraw(world, item)
}

function withdraw(world: World, item: Item): void {
  const withdrawn = withdrawItem(item)
  if (!withdrawn.ok) return
  world.items.set(item.record, withdrawn.value)
  draw(world, shortened)
}

function draw(world: World, next: typeof shortened): void {
  const lines = listed(world)
  const manifest = next(world.batch.manifest, manifestText('batch', lines))
  world.lists.set(manifest.n, new Set(lines))
  world.batch = { ...world.batch, manifest }
}

/** The lines of what is to go, or is gone already. */
export function listed({ items, lines }: World): string[] {
  return [...items.values()]
    .filter((item) => isOpen(item) || (item.state === 'over' && item.outcome === 'destroyed'))
    .map(({ record }) => lines.get(record) ?? '')
}

function keep(world: World, decided: { ok: true; value: Batch } | { ok: false }): void {
  if (decided.ok) world.batch = decided.value
}

function openItems({ items }: World): Item[] {
  return [...items.values()].filter(isOpen)
}

function itemAt({ items }: World, record: number): Item {
  return items.get(RECORDS[record] as RecordId) as Item
}

function acting({ now }: World, { person, role, isStale }: Command): Acting {
  const provenAt = after(now, isStale ? -301 : -60)
  return { person: PEOPLE[person] as PersonId, hat: hatOf(person), role, provenAt }
}

function hatOf(person: number): MandateId {
  return `hat-${person}` as MandateId
}

function isSubject({ person }: Pick<Acting, 'person'>): boolean {
  return SUBJECTS.includes(person)
}
