import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import { blobStoreContract } from './contract.ts'

blobStoreContract(async () => makeMemoryStore('main'))
