import { randomBytes } from 'node:crypto'
import { argon2id, hash } from 'argon2'

/** What hashing allows at most: argon2id alone with the parameters of the portal, one a core. */
const [memoryCost = 0, timeCost = 0, parallelism = 0, atOnce = 0, seconds = 0] = process.argv
  .slice(2)
  .map(Number)
const salt = randomBytes(16)
const start = performance.now()
const { user, system } = process.cpuUsage()
let count = 0
const worker = async () => {
  while (performance.now() - start < seconds * 1000) {
    const cost = {
      memoryCost,
      timeCost,
      parallelism,
      hashLength: 32,
      type: argon2id,
      salt,
    } as const
    await hash('Jeruk-Bali-Manis-71', { raw: true, ...cost })
    count += 1
  }
}
await Promise.all(Array.from({ length: atOnce }, worker))
const used = process.cpuUsage()
const cpu = (used.user + used.system - user - system) / 1000
process.stdout.write(
  `${JSON.stringify({ count, seconds: (performance.now() - start) / 1000, cpu })}\n`,
)
process.exit(0)
