import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { OURS } from '../bench/page/candidates.js'
import { readBlock } from '../bench/readme-block.js'
import { gzipSize } from './bundle.js'
import { readText } from './manifest.js'

it('the bytes of the script in the README are those of the build: npm run bench readme writes them', () => {
  const row = readBlock(readText('README.md'))
    .split('\n')
    .find((line) => line.startsWith(`| ${OURS} |`))
  const [raw, gzip] = (row?.split(' | ')[1] ?? '').split(' / ').map(Number)
  const script = readText('dist/discount-keeper.js')
  // so near that a change of a few bytes needs no new measurement
  expect.soft(Math.abs((raw ?? 0) * 1000 - Buffer.byteLength(script))).toBeLessThanOrEqual(150)
  expect.soft(Math.abs((gzip ?? 0) * 1000 - gzipSize(script))).toBeLessThanOrEqual(150)
})
