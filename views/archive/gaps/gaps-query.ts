/** Which unit, and after whom: so many gaps, then that person. */
export type GapsWalk = { unit: string | undefined; after: string | undefined }

export function gapsQuery({ unit, after }: GapsWalk): string {
  const query = new URLSearchParams({ ...(unit && { unit }), ...(after && { setelah: after }) })
  return query.size > 0 ? `?${query}` : ''
}
