import type { Deps } from '../../deps.ts'

/** What the security check needs from outside. */
export type CaptchaDeps = Pick<Deps, 'sql' | 'clock' | 'captcha'>
