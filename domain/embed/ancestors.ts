/** What `parseOrigin` lets through, said once more where it becomes part of a policy. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:[0-9]+)?$/

/** Who may frame a box, as `frame-ancestors` says it: nobody, if anything about the list is odd. */
export function frameAncestors(origins: readonly string[]): string {
  const isSound = origins.length > 0 && origins.every((origin) => ORIGIN.test(origin))
  return isSound ? origins.join(' ') : "'none'"
}
