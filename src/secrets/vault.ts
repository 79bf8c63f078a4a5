import { randomUUID } from 'node:crypto'
import type { MailId, ResetCode } from '#domain/mail/mail.ts'
import type { Keys } from './keys.ts'
import { notMeToken, openMail, readNotMeToken, sealMail } from './mail-secrets.ts'
import { otpauthUri } from './otp.ts'
import { qrSquares } from './qr.ts'
import {
  correctionMac,
  correctionMatches,
  newReactivationCode,
  reactivationMac,
  reactivationMatches,
} from './reactivation-codes.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { type CodeOwner, emailCodeMac, emailCodeMatches, newEmailCode } from './reset-codes.ts'
import { newSeed, open, openSeed, type Sealed, seal, sealSeed, seedText } from './seeds.ts'
import { readerName, sharePin, sharePinMac, sharePinMatches, shareToken } from './share-links.ts'
import { csrfMatches, csrfToken, macOf, newSiteKey, newToken, tokenHash } from './tokens.ts'
import {
  codeFacts,
  enrolmentSteps,
  oldQrOf,
  type SealedAuthenticators,
  type SealedSeed,
} from './verifier.ts'

/** What of a secret its owner sees while the QR code is on the screen. */
export type ShownSecret = { uri: string; key: string; squares: boolean[][] }

export type Vault = ReturnType<typeof makeVault>

/** Everything that needs a key or dice, for those who may hold neither. */
export function makeVault(keys: Keys) {
  return {
    newId: () => randomUUID(),
    qrSquares,
    newToken,
    newSiteKey,
    tokenHash,
    csrfToken: (id: string) => csrfToken(keys, id),
    csrfMatches: (id: string, token: string) => csrfMatches(keys, id, token),
    throttleKey: (counter: string, subject: string) => macOf(keys, `throttle ${counter}`, subject),
    newSealedSeed: (device: string): SealedSeed => ({
      device,
      ...sealSeed(keys, device, newSeed()),
    }),
    showSecret: (seed: SealedSeed, nip: string) => showSecret(keys, seed, nip),
    codeFacts: (sealed: SealedAuthenticators, code: string, now: Date) =>
      codeFacts(keys, sealed, code, now),
    enrolmentSteps: (seed: SealedSeed, code: string, now: Date) =>
      enrolmentSteps(keys, seed, code, now),
    oldQrOf: (old: SealedAuthenticators['old'], code: string, now: Date) =>
      oldQrOf(keys, old, code, now),
    newRecoveryCodes,
    sealCodes: (person: string, codes: readonly string[]) =>
      seal(keys, `recovery:${person}`, Buffer.from(codes.join(' '))),
    openCodes: (person: string, sealed: Sealed) =>
      open(keys, `recovery:${person}`, sealed).toString().split(' '),
    newReactivationCode,
    reactivationMac: (reset: string, code: string) => reactivationMac(keys, reset, code),
    reactivationMatches: (out: { id: string; mac: Buffer } | undefined, code: string) =>
      reactivationMatches(keys, out, code),
    sealReactivationCode: (reset: string, code: string) =>
      seal(keys, `reactivation:${reset}`, Buffer.from(code)),
    openReactivationCode: (reset: string, sealed: Sealed) =>
      open(keys, `reactivation:${reset}`, sealed).toString(),
    correctionMac: (correction: string, code: string) => correctionMac(keys, correction, code),
    correctionMatches: (out: { id: string; mac: Buffer } | undefined, code: string) =>
      correctionMatches(keys, out, code),
    newEmailCode,
    emailCodeMac: (owner: CodeOwner, code: string) => emailCodeMac(keys, owner, code),
    emailCodeMatches: (owner: CodeOwner, typed: { code: string; mac: Buffer }) =>
      emailCodeMatches(keys, owner, typed),
    sealMail: (id: MailId, secret: ResetCode) => sealMail(keys, id, secret),
    openMail: (id: MailId, sealed: Sealed) => openMail(keys, id, sealed),
    notMeToken: (id: MailId) => notMeToken(keys, id),
    readNotMeToken: (token: string) => readNotMeToken(keys, token),
    shareToken: (sid: string, share: string) => shareToken(keys, sid, share),
    readerName: (was: string, token: string) => readerName(keys, was, token),
    sharePin: (sid: string, share: string) => sharePin(keys, sid, share),
    sharePinMac: (share: string, pin: string) => sharePinMac(keys, share, pin),
    sharePinMatches: (kept: { id: string; pinMac: Buffer }, pin: string) =>
      sharePinMatches(keys, kept, pin),
  }
}

function showSecret(keys: Keys, { device, ...sealed }: SealedSeed, nip: string): ShownSecret {
  const seed = openSeed(keys, device, sealed)
  const uri = otpauthUri({ nip, seed })
  return { uri, key: seedText(seed), squares: qrSquares(uri) }
}
