/**
 * `none`: never activated. `inUse`: codes are asked for. `reactivation`: a reset has put the
 * devices aside until a new one is verified or an old one proves itself. `enrolling` is `none` or
 * `reactivation` with a pending secret, and belongs to one browser: see `enrolment.ts`.
 */
export type MfaState = 'none' | 'inUse' | 'reactivation'
