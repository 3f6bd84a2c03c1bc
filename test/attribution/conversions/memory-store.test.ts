import { memoryStore } from '../../../src/attribution/index.js'
import { conformsToStore } from './store-conformance.js'

conformsToStore('memory', async () => {
  const store = memoryStore()
  return [store, store]
})
