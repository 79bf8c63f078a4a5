/** What types of records are called, by their codes, and their parts as `type#part`. */
export type TypeNames = ReadonlyMap<string, string>

export function typeName(type: string, names: TypeNames): string {
  return names.get(type) ?? type
}

/** "SK KP, III/a": the document, and its place among those of its type where there are several. */
export function recordName(
  { type, slot }: { type: string; slot: string },
  names: TypeNames,
): string {
  const [place = '', part] = slot.split('#')
  const name = (part && names.get(`${type}#${part}`)) || typeName(type, names)
  return place ? `${name}, ${place}` : name
}

/** The types alone, to choose from. */
export function typeChoices(names: TypeNames): { value: string; label: string }[] {
  return [...names]
    .filter(([code]) => !code.includes('#'))
    .map(([value, label]) => ({ value, label }))
}
