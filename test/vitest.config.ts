import { defineConfig } from 'vitest/config'

export const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  test: {
    root,
    include: ['test/**/*.test.ts'],
    environment: 'node',
    restoreMocks: true,
    unstubGlobals: true,
  },
})
