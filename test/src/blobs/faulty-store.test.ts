import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import { makeFaultyStore } from '#test/support/faulty-store.ts'
import { blobStoreContract } from './contract.ts'

blobStoreContract(async () => makeFaultyStore(makeMemoryStore('main')).store)
