import type { Mailbox, Standing } from './standing.ts'

/** Why codes were refused lately, as far as that tells what to do; seconds positive for a fast phone. */
export type CodeTrouble =
  | { kind: 'clockOff'; seconds: number | undefined }
  | { kind: 'zone'; hours: number | undefined }
  | { kind: 'oldQr' }

/** What is known when advice is given. */
export type AdviceFacts = {
  standing: Standing
  mailbox: Mailbox
  isClosedToNewBrowsers: boolean
  /** The newest trouble of the last days, if no right code came after it. */
  trouble: CodeTrouble | undefined
  /** A replacement of the second factor that waits for its time. */
  mfaResetOpensAt: Date | undefined
}

/** What an officer does or says next; the first is the most helpful. */
export type Advice =
  | { kind: 'closedByData' }
  | { kind: 'enable' }
  | { kind: 'openFrozen' }
  | { kind: 'correctEmail' }
  | { kind: 'sendInstructions' }
  | { kind: 'unlockOrWait'; until: Date }
  | { kind: 'reactivate' }
  | { kind: 'unlockBrowsers' }
  | { kind: 'setClock'; seconds: number | undefined }
  | { kind: 'setZone'; hours: number | undefined }
  | { kind: 'useNewEntry' }
  | { kind: 'mfaResetWaits'; opensAt: Date }
  | { kind: 'activateAgain' }
  | { kind: 'nothing' }

const MOST = 2

/** The one or two things that help, from what is seen; never more, for an officer has a queue. */
export function adviceFor(facts: AdviceFacts): readonly Advice[] {
  const { standing } = facts
  if (standing.kind === 'disabled')
    return [{ kind: standing.by === 'nationalData' ? 'closedByData' : 'enable' }]
  if (standing.kind === 'frozen') return [{ kind: 'openFrozen' }]
  const helpful = [...doors(facts), ...codes(facts), ...mails(facts)].slice(0, MOST)
  return helpful.length > 0 ? helpful : [{ kind: 'nothing' }]
}

function doors({ standing, isClosedToNewBrowsers }: AdviceFacts): Advice[] {
  const closed: Advice[] = isClosedToNewBrowsers ? [{ kind: 'unlockBrowsers' }] : []
  if (standing.kind === 'locked')
    return [{ kind: 'unlockOrWait', until: standing.until }, ...closed]
  if (standing.kind === 'budgetSpent') return [{ kind: 'reactivate' }, ...closed]
  return closed
}

function codes({ standing, trouble, mfaResetOpensAt }: AdviceFacts): Advice[] {
  const waits: Advice[] = mfaResetOpensAt
    ? [{ kind: 'mfaResetWaits', opensAt: mfaResetOpensAt }]
    : []
  const told: Advice[] = trouble ? [aboutTrouble(trouble)] : []
  const again: Advice[] = standing.kind === 'reactivation' ? [{ kind: 'activateAgain' }] : []
  return [...told, ...waits, ...again]
}

function aboutTrouble(trouble: CodeTrouble): Advice {
  switch (trouble.kind) {
    case 'clockOff':
      return { kind: 'setClock', seconds: trouble.seconds }
    case 'zone':
      return { kind: 'setZone', hours: trouble.hours }
    case 'oldQr':
      return { kind: 'useNewEntry' }
  }
}

/** Whoever has no mailbox gets no code of a reset: that is mended before it is needed. */
function mails({ standing, mailbox }: AdviceFacts): Advice[] {
  if (mailbox !== 'works') return [{ kind: 'correctEmail' }]
  return standing.kind === 'neverActivated' ? [{ kind: 'sendInstructions' }] : []
}
