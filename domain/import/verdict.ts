import type { MetRefusal } from './finding.ts'

/**
 * What a changed record changes; `closed` and `reopened`: the account, by what the data says; `sso`:
 * whether the old SSO lets them in.
 */
export type Change =
  | 'number'
  | 'userName'
  | 'name'
  | 'kind'
  | 'agency'
  | 'unit'
  | 'service'
  | 'email'
  | 'closed'
  | 'reopened'
  | 'sso'
  | 'password'
  | 'devices'

export type Verdict =
  | { kind: 'new' | 'unchanged' }
  | { kind: 'changed'; changes: readonly Change[] }
  | { kind: 'refused'; reason: MetRefusal }
