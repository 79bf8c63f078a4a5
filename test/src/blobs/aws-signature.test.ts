import { expect, test } from 'vitest'
import { NO_PAYLOAD, signedHeaders } from '#src/blobs/aws-signature.ts'

const access = {
  region: 'us-east-1',
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const at = new Date('2013-05-24T00:00:00Z')

/** The examples of "Authenticating Requests: Using the Authorization Header" of Amazon S3. */
test.each([
  [
    'of a range of an object',
    '/test.txt',
    { range: 'bytes=0-9' },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'of a list',
    '/?max-keys=2&prefix=J',
    {},
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
])('a request %s is signed as its maker says', (_, path, headers, signature) => {
  const url = new URL(path, 'https://examplebucket.s3.amazonaws.com')
  const request = { method: 'GET', url, headers, payload: NO_PAYLOAD }
  expect(signedHeaders(request, access, at)['authorization']).toContain(`Signature=${signature}`)
})
