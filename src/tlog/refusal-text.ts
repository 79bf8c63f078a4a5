import type { LogRefusal } from './sequence.ts'

/** For whoever runs the portal: what contradicts what, and where (docs/operations.md). */
export function logRefusalText(refusal: LogRefusal): string {
  const what = whatIsWrong(refusal)
  return `Nothing is signed in the log: ${what}. docs/operations.md, "The log", says what to do.`
}

function whatIsWrong(refusal: LogRefusal): string {
  switch (refusal.kind) {
    case 'badCheckpoint':
      return `the checkpoint in the ${refusal.in} is not one that LOG_KEY_FILE signed`
    case 'tablesBehind':
      return `${refusal.signed} leaves were signed, and the tables know of ${refusal.have}`
    case 'forked':
      return `the checkpoint of size ${refusal.size} in the ${refusal.in} contradicts that of the database`
    case 'badTile':
      return `${refusal.path} is missing or is not what was signed`
    case 'vkeyDiffers':
      return 'vkey is not the public half of LOG_KEY_FILE'
    case 'placeMissing':
      return `leaf ${refusal.index} is missing in the tables, where later ones stand`
    case 'fileDiffers':
      return `${refusal.path} is there already with other bytes`
  }
}
