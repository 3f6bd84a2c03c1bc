import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeReports, SOURCES } from '../../../src/attribution/conversions/merge-reports.js'
import type { SaleReport, SaleSource } from '../../../src/attribution/conversions/merge-reports.js'
import { saleOf } from '../sale.js'

const reportOf = (source: SaleSource, said: Partial<SaleReport> = {}): SaleReport => ({
  ...saleOf(),
  source,
  ...said,
})

describe('mergeReports()', () => {
  it('takes the word of the source that knows best', () => {
    const page = reportOf('page', { amount: 1, at: 1 })
    expect(mergeReports([page, reportOf('webhook'), reportOf('pixel', { amount: 2 })])).toEqual(
      saleOf({ rivals: undefined }),
    )
  })

  it('fills in what a browser does not say from the other one', () => {
    const pixel = reportOf('pixel', { codes: [], customer: undefined })
    const page = reportOf('page', { codes: ['AMY20'], ref: 'amy', customer: 'c1' })
    expect(mergeReports([pixel, page])).toMatchObject({
      codes: ['AMY20'],
      ref: 'amy',
      customer: 'c1',
    })
  })

  it('takes from nobody what the word of the shop’s server leaves open, but for times', () => {
    const bare = { codes: [], ref: undefined, goal: undefined, isNewCustomer: undefined }
    const forged = reportOf('page', {
      codes: ['AMY20'],
      ref: 'amy',
      goal: 'big',
      isNewCustomer: true,
    })
    expect(mergeReports([reportOf('webhook', bare), forged])).toMatchObject({ ...bare })
    const webhook = reportOf('webhook', { codes: ['AMY20'], ref: 'amy', refAt: undefined })
    const timed = { codes: ['AMY20'], refAt: 5, codeAt: 6 }
    const times = (ref: string) => mergeReports([webhook, reportOf('page', { ...timed, ref })])
    expect(times('amy')).toMatchObject({ refAt: 5, codeAt: 6 })
    expect(times('zoe')).toMatchObject({ refAt: undefined, codeAt: 6, rivals: ['zoe'] })
  })

  it('takes no lines of another currency', () => {
    const lines = [{ id: 'mug', quantity: 1, amount: 900 }]
    const bare = reportOf('pixel', { lines: undefined })
    const linesFrom = (said: Partial<SaleReport>) =>
      mergeReports([bare, reportOf('page', { lines, ...said })])?.lines
    expect(linesFrom({})).toEqual(lines)
    expect(linesFrom({ currency: 'JPY' })).toBeUndefined()
  })

  it('keeps refs that disagree as rivals', () => {
    const reports = [
      reportOf('page', { ref: 'zoe', rivals: ['honey'] }),
      reportOf('webhook', { ref: 'amy' }),
      reportOf('pixel', { ref: 'amy' }),
    ]
    expect(mergeReports(reports)).toMatchObject({ ref: 'amy', rivals: ['honey', 'zoe'] })
  })

  it.each([
    [[undefined, undefined], undefined],
    [[true, undefined], true],
    [[undefined, true], true],
    [[true, false], false],
    [[false, true], false],
  ] as const)('of the answers %o to consent makes %s', ([webhook, page], consent) => {
    const reports = [reportOf('webhook', { consent: webhook }), reportOf('page', { consent: page })]
    expect(mergeReports(reports)?.consent).toBe(consent)
  })

  it('knows nothing without a report', () => {
    expect(mergeReports([])).toBeUndefined()
  })

  it('comes to the same whatever the order', () => {
    const name = fc.option(fc.constantFrom('amy', 'bob', 'honey'), { nil: undefined })
    const said = fc.record({
      ref: name,
      customer: name,
      consent: fc.option(fc.boolean(), { nil: undefined }),
      codes: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }),
      amount: fc.nat(),
    })
    const reports = fc
      .record({ webhook: fc.option(said), pixel: fc.option(said), page: said })
      .map((all) =>
        SOURCES.flatMap((source) => (all[source] ? [reportOf(source, all[source])] : [])),
      )
    const shuffled = reports.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(mergeReports(other)).toEqual(mergeReports(one))
      }),
    )
  })
})
