/** What the types of records are called, by their codes. */
export type TypeNames = ReadonlyMap<string, string>

export function typeName(type: string, names: TypeNames): string {
  return names.get(type) ?? type
}

/** "SK KP, III/a": the type, and its place among those of it where there are several. */
export function recordName(
  { type, slot }: { type: string; slot: string },
  names: TypeNames,
): string {
  const place = slot.split('#').filter(Boolean).join(', ')
  return [typeName(type, names), place].filter(Boolean).join(', ')
}
