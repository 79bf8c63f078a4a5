import { describe, expect, test } from 'vitest'
import type { Happening } from '#domain/audit/event.ts'
import type { Change } from '#domain/import/verdict.ts'
import { isNotMeLive, notMeUntil } from '#domain/notice/not-me.ts'
import { noticeOf, type Telling, tellsAdmins, tellsOfficers } from '#domain/notice/notice.ts'
import { happenings } from '#test/support/happenings.ts'

/** R-NO-01, with what is told by another notice of the same moment left out. */
const TOLD: Record<Happening['kind'], Telling> = {
  passwordWrong: 'notTold',
  signInRefused: 'notTold',
  signedIn: 'now',
  signedOut: 'notTold',
  codeWrong: 'now',
  codeReplayed: 'now',
  codesLocked: 'now',
  recoveryCodeWrong: 'notTold',
  recoveryCodeUsed: 'soon',
  recoveryCodesMade: 'soon',
  recoveryCodesSaved: 'notTold',
  mfaActivated: 'now',
  oldDeviceProven: 'soon',
  weakPasswordReplaced: 'soon',
  passwordHashUpgraded: 'notTold',
  steppedUp: 'notTold',
  hatChanged: 'notTold',
  importReceived: 'notTold',
  importOrdered: 'notTold',
  deviceAdded: 'now',
  deviceReplaced: 'now',
  deviceRenamed: 'soon',
  deviceRemoved: 'now',
  passwordChanged: 'now',
  sessionEnded: 'notTold',
  otherSessionsEnded: 'notTold',
  dataExported: 'now',
  archiveAsked: 'now',
  documentShared: 'now',
  sharePinsWrong: 'now',
  resetCodeMade: 'notTold',
  resetEmailProven: 'now',
  passwordReset: 'now',
  mfaResetAsked: 'now',
  mfaResetGranted: 'now',
  mfaResetCancelled: 'now',
  frozen: 'now',
  unfrozen: 'now',
  imported: 'notTold',
  importChanged: 'now',
  legacyPasswordDeleted: 'notTold',
  employeeViewed: 'notTold',
  lockLifted: 'now',
  disabledByAgency: 'now',
  enabledByAgency: 'now',
  frozenByAgency: 'now',
  deskNoted: 'soon',
  mailSentByAgency: 'now',
  deskLimitReached: 'now',
  mandateAsked: 'notTold',
  mandateRequestOver: 'notTold',
  mandateGiven: 'now',
  mandateEnded: 'now',
  mandateLaidDown: 'now',
  mandateEnding: 'soon',
  agencyAdded: 'notTold',
  agencyChanged: 'notTold',
  agencyResetAsked: 'now',
  agencyResetApproved: 'now',
  agencyCodeMade: 'now',
  agencyCodeWrong: 'notTold',
  agencyCodeVoid: 'now',
  agencyCodeUsed: 'now',
  emailCorrectionAsked: 'now',
  emailCorrectionApproved: 'now',
  emailCorrectionWrong: 'notTold',
  emailCorrected: 'now',
  approvalEnded: 'now',
  officerLimitReached: 'now',
  twoPersonResetsSet: 'now',
  listExported: 'notTold',
  embedSiteAsked: 'notTold',
  embedSiteRequestOver: 'notTold',
  embedSiteAdded: 'notTold',
  embedSiteChanged: 'notTold',
  embedSiteEnded: 'notTold',
  logDiffers: 'now',
}

describe('R-NO-01 a notice', () => {
  test.each(Object.values(happenings))('of $kind is told as decided', (happening) => {
    expect(noticeOf(happening)).toBe(TOLD[happening.kind])
  })

  test('of a sign-in is told for a new browser alone, and not beside an activation', () => {
    const signedIn = (by: 'code' | 'activation', browser: 'known' | 'new') =>
      noticeOf({ kind: 'signedIn', by, browser })
    expect(signedIn('code', 'new')).toBe('now')
    expect(signedIn('code', 'known')).toBe('notTold')
    expect(signedIn('activation', 'new')).toBe('notTold')
  })

  test.each([1, 2, 4, 9, 13])('of wrong codes is told at the third, not at number %i', (inARow) => {
    expect(noticeOf({ kind: 'codeWrong', reason: 'wrong', inARow })).toBe('notTold')
  })

  test('of new recovery codes is told unless an activation tells it', () => {
    expect(noticeOf({ kind: 'recoveryCodesMade', occasion: 'renewal' })).toBe('soon')
    expect(noticeOf({ kind: 'recoveryCodesMade', occasion: 'activation' })).toBe('notTold')
  })

  test('of national data is told to who was active before, and only what decides about signing in', () => {
    const run = '00000000-0000-7000-8000-000000000001'
    const changed = (changes: Change[], activated: boolean) =>
      noticeOf({ kind: 'importChanged', run, changes, activated })
    expect(changed(['email'], true)).toBe('now')
    expect(changed(['email'], false)).toBe('notTold')
    expect(changed(['name', 'kind', 'service', 'sso', 'password'], true)).toBe('notTold')
  })

  test('R-NO-02 goes to the officers of the agency where an account was frozen, and only there', () => {
    const told = Object.values(happenings).filter(tellsOfficers)
    expect(told).toEqual([{ kind: 'frozen' }])
  })

  test('R-AD-03 goes to the admins of the agency where an officer came to a limit', () => {
    const told = Object.values(happenings).filter(tellsAdmins)
    expect(told.map(({ kind }) => kind)).toEqual([
      'deskLimitReached',
      'officerLimitReached',
      'twoPersonResetsSet',
    ])
  })
})

describe('R-NO-02 a link Bukan saya', () => {
  const madeAt = new Date('2026-11-21T05:00:00Z')
  const end = new Date('2026-11-23T05:00:00Z')

  test('serves for 48 hours and not a moment longer', () => {
    expect(notMeUntil(madeAt)).toEqual(end)
    expect(isNotMeLive(madeAt, new Date(end.getTime() - 1))).toBe(true)
    expect(isNotMeLive(madeAt, end)).toBe(false)
  })
})
