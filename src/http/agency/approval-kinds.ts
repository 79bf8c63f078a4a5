import type { Permission } from '#domain/access/permission.ts'
import { permits } from '#domain/access/permission.ts'
import type { ApprovalKind } from '#domain/approval/approval.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { approveReset } from '../../store/agency-resets.ts'
import type { Perform } from '../../store/approval-decisions.ts'
import { type CorrectionCode, sendCorrection } from '../../store/email-corrections.ts'

type Kind = { permission: Permission; perform: (deps: Deps) => Perform }

/** Who decides on each kind, and what an approval does; each draws itself in views/agency. */
export const APPROVAL_KINDS: Partial<Record<ApprovalKind, Kind>> = {
  mfaReset: { permission: 'helpEmployees', perform: () => approveReset },
  emailCorrection: {
    permission: 'helpEmployees',
    perform: (deps) => (tx, approved) => sendCorrection(tx, approved, correctionCode(deps)),
  },
}

/** Those that the hat may see and decide. */
export function kindsOf(hat: ForHat['Variables']['hat']): ApprovalKind[] {
  return (Object.keys(APPROVAL_KINDS) as ApprovalKind[]).filter((kind) => {
    const known = APPROVAL_KINDS[kind]
    return known !== undefined && permits(hat, known.permission)
  })
}

/** Eight digits to the new mailbox (R-AD-05). */
function correctionCode({ vault, clock }: Deps): CorrectionCode {
  return ({ id: correction, person, address, expiresAt: until }) => {
    const code = vault.newEmailCode()
    const id = vault.newId() as MailId
    const sealed = vault.sealMail(id, { code, until })
    const mail = { id, person, address, kind: 'correctionCode', sealed, madeAt: clock() } as const
    return { mac: vault.correctionMac(correction, code), mail }
  }
}
