import { expect, test } from 'vitest'
import { merkleRoot } from '#src/secrets/archive/merkle-root.ts'

/** Those of the reference implementation of Certificate Transparency. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'))

test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the root of the first %i leaves is that of RFC 6962', (count, root) => {
  expect(merkleRoot(LEAVES.slice(0, count)).toString('hex')).toBe(root)
})
