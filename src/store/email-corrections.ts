import type { Account } from '#domain/account/account.ts'
import type { AccountHold } from '#domain/account/hold.ts'
import { type ApprovalId, askApproval } from '#domain/approval/approval.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { Reason } from '#domain/desk/reason.ts'
import {
  type Addresses,
  type Correction,
  type CorrectionId,
  type CorrectionRefused,
  codeServesUntil,
  maskAddress,
  mayCorrect,
  mayPropose,
  type Slot,
  usableFrom,
  type Wanted,
} from '#domain/email/correction.ts'
import { CORRECTION_TRIES } from '#domain/email/try-code.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { PersonId } from '#domain/person.ts'
import type { Evidence } from '#domain/reset/issue-code.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { addAlarm } from './agency-resets.ts'
import type { Approved, Performed } from './approval-decisions.ts'
import { addApproval } from './approvals.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { type ActRefused, addActEvent, lockForAct } from './office-acts.ts'
import { addMail, addNoticeTo, type NewMail } from './outbox.ts'
import { actorOf, type OfficeAct } from './worn-hat.ts'

export type Proposal = {
  act: OfficeAct
  person: PersonId
  id: ApprovalId
  slot: Slot
  address: EmailAddress
  evidence: Evidence
  ticket: string
  reason: Reason
}

export type ProposalRefused = ActRefused | CorrectionRefused | { kind: 'dailyLimit' }

/** Officer A: nothing changes but that a request waits, and its person is told. */
export function proposeCorrection(
  sql: Sql,
  { act, person, id, slot, address, evidence, ticket, reason }: Proposal,
): Promise<Result<ApprovalId, ProposalRefused>> {
  return inTransaction(sql, async (tx) => {
    const locked = await lockForAct(tx, act, person)
    if (!locked.ok) return locked
    const { account, hold } = locked.value
    const { at } = act.event
    const addresses = await listSlots(tx, person)
    const wanted = { slot, address, replaces: addresses[slot] }
    const judged = mayCorrect(wanted, { state: account.state, hold, addresses }, at)
    if (!judged.ok) return judged
    if (await isOverLimit(tx, act)) return no({ kind: 'dailyLimit' })
    const asked = { id, kind: 'emailCorrection', person, agency: act.hat.agency, reason } as const
    const opened = askApproval({ ...asked, askedBy: actorOf(act) }, at)
    if (!opened.ok) return opened
    const what = { slot: String(slot), address, replaces: wanted.replaces ?? null }
    await addApproval(tx, opened.value, { ...what, evidence, ticket })
    const told = { to: maskAddress(address), evidence, ticket, reason }
    await addActEvent(tx, act, person, { kind: 'emailCorrectionAsked', ...told })
    return ok(id)
  })
}

async function isOverLimit(tx: TransactionSql, act: OfficeAct): Promise<boolean> {
  const { actor, at } = act.event
  const [row] = await tx<{ count: number }[]>`
    select count(*) as count from approval_requests
    where asked_by = ${actor} and kind = 'emailCorrection'
      and asked_at > ${at}::timestamptz - interval '1 day'`
  const isOver = !mayPropose(row?.count ?? 0)
  if (isOver) await addAlarm(tx, act, 'correctionsADay')
  return isOver
}

export type CorrectionCode = (correction: Correction) => { mac: Buffer; mail: NewMail }

/** Officer B agrees: a code goes to the new mailbox, and old and new address are told. */
export async function sendCorrection(
  tx: TransactionSql,
  { act, request, what, subject }: Approved,
  makeCode: CorrectionCode,
): Promise<Performed> {
  const { at } = act.event
  const wanted = toWanted(what)
  const { person, account, hold } = subject
  const addresses = await listSlots(tx, person)
  if (!mayCorrect(wanted, { state: account.state, hold, addresses }, at).ok) return 'stopped'
  const id = request.id as string as CorrectionId
  const correction = {
    ...wanted,
    id,
    person,
    approvedBy: actorOf(act),
    expiresAt: codeServesUntil(at),
  }
  const { mac, mail } = makeCode(correction)
  await tx`update email_corrections set state = 'stopped' where person = ${person} and state = 'sent'`
  await keepSent(tx, correction, { mac, at })
  await addMail(tx, mail)
  const kind = 'emailCorrectionApproved'
  const told = { kind, to: maskAddress(wanted.address), reason: request.reason } as const
  await addActEvent(tx, act, person, told)
  await addNoticeTo(tx, { person, address: wanted.address, kind, at })
  return 'done'
}

async function keepSent(
  tx: TransactionSql,
  { id, person, slot, address, replaces, approvedBy, expiresAt }: Correction,
  { mac, at }: { mac: Buffer; at: Date },
): Promise<void> {
  await tx`
    insert into email_corrections (id, person, slot, address, replaces, approved_by, approved_as, state,
      made_at, expires_at, mac)
    values (${id}, ${person}, ${slot}, ${address}, ${replaces ?? null}, ${approvedBy.person},
            ${approvedBy.hat}, 'sent', ${at}, ${expiresAt}, ${mac})`
}

/** A correction whose code is out; undefined where none is, whoever is asked about. */
export type CorrectionTry = { id: CorrectionId; mac: Buffer } | undefined

/** Counts a code before it is looked at (R-RL-06); `admitCorrectionCode` is the model. */
export async function admitCorrectionTry(
  sql: Sql,
  person: PersonId | undefined,
  now: Date,
): Promise<CorrectionTry> {
  const [row] = await sql<{ correction: CorrectionId | null; mac: Buffer | null }[]>`
    select correction, mac from admit_correction_try(${person ?? null}, ${now})`
  return row?.correction && row.mac ? { id: row.correction, mac: row.mac } : undefined
}

export async function giveBackCorrectionTry(sql: Sql, id: CorrectionId): Promise<void> {
  await sql`update email_corrections set tries = greatest(tries - 1, 0) where id = ${id}`
}

type Proof = {
  person: PersonId
  id: CorrectionId
  mac: Buffer
  event: Omit<AuditEvent, 'happening'>
}

export type ProofRefused = CorrectionRefused | { kind: 'noCode' }

/** The mailbox is proven: the old address ends and the new one serves, of many posts once. */
export function proveCorrection(
  sql: Sql,
  { person, id, mac, event }: Proof,
): Promise<Result<EmailAddress, ProofRefused>> {
  return inTransaction(sql, async (tx) => {
    const account = await lockAccount(tx, person)
    const [row] = await tx<CorrectionRow[]>`
      select slot, address, replaces from email_corrections
      where id = ${id} and person = ${person} and state = 'sent' and mac = ${mac}
        and expires_at > ${event.at} for update`
    if (!account || !row) return no({ kind: 'noCode' })
    const wanted = { ...row, replaces: row.replaces ?? undefined }
    const judged = mayCorrect(
      wanted,
      { ...account, addresses: await listSlots(tx, person) },
      event.at,
    )
    if (!judged.ok) return judged
    await tx`update email_corrections set state = 'proven' where id = ${id}`
    await changeAddress(tx, { person, ...wanted, event })
    return ok(wanted.address)
  })
}

/** The event comes first, so that the address that leaves is told too. */
async function changeAddress(
  tx: TransactionSql,
  { person, slot, address, event }: Wanted & { person: PersonId; event: Proof['event'] },
): Promise<void> {
  const { at } = event
  const kind = 'emailCorrected'
  await addEvent(tx, { ...event, happening: { kind, to: maskAddress(address) } })
  await tx`
    update email_addresses set ended_at = greatest(${at}, since)
    where person = ${person} and slot = ${slot} and ended_at is null`
  await tx`
    insert into email_addresses (person, slot, address, since, usable_from)
    values (${person}, ${slot}, ${address}, ${at}, ${usableFrom(at)})`
  await addNoticeTo(tx, { person, address, kind, at })
}

/** What its person is told on /akun/email. */
export async function findOwnCorrection(
  sql: Sql,
  person: PersonId,
  now: Date,
): Promise<{ address: EmailAddress; expiresAt: Date } | undefined> {
  const [row] = await sql<{ address: EmailAddress; expiresAt: Date }[]>`
    select address, expires_at from email_corrections
    where person = ${person} and state = 'sent' and expires_at > ${now} and tries < ${CORRECTION_TRIES}`
  return row
}

export async function listSlots(sql: Sql | TransactionSql, person: PersonId): Promise<Addresses> {
  const rows = await sql<{ slot: Slot; address: EmailAddress }[]>`
    select slot, address from email_addresses where person = ${person} and ended_at is null`
  return Object.fromEntries(rows.map(({ slot, address }) => [slot, address]))
}

async function lockAccount(tx: TransactionSql, person: PersonId) {
  const [row] = await tx<
    {
      state: Account['state']
      heldUntil: Date | null
      heldBecause: AccountHold['because'] | null
    }[]
  >`select state, held_until, held_because from accounts where person = ${person} for update`
  if (!row) return undefined
  const { state, heldUntil, heldBecause } = row
  const hold = heldUntil ? { until: heldUntil, because: filled(heldBecause) } : undefined
  return { state, hold }
}

type CorrectionRow = { slot: Slot; address: EmailAddress; replaces: EmailAddress | null }

function toWanted(what: Record<string, string | null>): Wanted {
  return {
    slot: what['slot'] === '2' ? 2 : 1,
    address: (what['address'] ?? '') as EmailAddress,
    replaces: (what['replaces'] ?? undefined) as EmailAddress | undefined,
  }
}
