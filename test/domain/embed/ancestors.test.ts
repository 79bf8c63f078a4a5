import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameAncestors } from '#domain/embed/ancestors.ts'

test('a box may be framed by the origins of its site and by nobody else', () => {
  expect(frameAncestors(['https://bkd.example.go.id', 'http://localhost:8080'])).toBe(
    'https://bkd.example.go.id http://localhost:8080',
  )
})

test.each([
  [[]],
  [['*']],
  [['https:']],
  [['https://*.example.go.id']],
  [["'self'"]],
  [['https://a.example', '*']],
  [['https://a.example; script-src *']],
  [['https://a.example\r\nSet-Cookie: x']],
])('whoever frames it is nobody where the list is odd: %j', (origins) => {
  expect(frameAncestors(origins)).toBe("'none'")
})

test('no list of origins reaches another directive or names everybody', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.webUrl(), fc.string())), (origins) => {
      expect(frameAncestors(origins)).toMatch(/^('none'|https?:[^;,*\s']+( https?:[^;,*\s']+)*)$/)
    }),
  )
})
