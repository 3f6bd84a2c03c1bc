import { expect, it } from 'vitest'
import { readAudit } from './audit.js'

it('is clean where the registry knows nothing of any package', () => {
  const report = { auditReportVersion: 2, vulnerabilities: {}, metadata: {} }
  expect(readAudit(JSON.stringify(report))).toEqual({
    isClean: true,
    sentence: 'nothing is known of any package that is installed',
  })
})

it('names the packages that something is known of', () => {
  const vulnerabilities = { jose: { severity: 'high' }, vite: { severity: 'low' } }
  expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
    isClean: false,
    sentence: 'something is known of jose, vite: see npm audit',
  })
})

it.each([
  ['refuses', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 })],
  ['is out of reach', ''],
  ['is no registry', '<!doctype html>'],
])('is not called clean where the registry %s', (_, answer) => {
  expect(readAudit(answer)).toEqual({
    isClean: undefined,
    sentence: 'the registry answers no audits here, so nothing was looked up',
  })
})
