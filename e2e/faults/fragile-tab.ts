import { tabOf } from '../browsers/support/drive-devtools.js'
import type { Tab as Driven } from '../support/devtools/open-tab.js'
import type { FragileTab } from './stage.js'

/** A tab that is driven, and what may befall it. */
export const fragileTab = (driven: Driven): FragileTab => {
  const { begin, close, page } = driven
  const live = async (state: 'active' | 'frozen'): Promise<void> => {
    await page.send('Page.setWebLifecycleState', { state })
  }
  return {
    ...tabOf(driven),
    begin,
    freeze: () => live('frozen'),
    thaw: () => live('active'),
    kill: async () => {
      const crashed = new Promise<void>((resolve) => {
        page.on('Inspector.targetCrashed', () => resolve())
      })
      // its answer dies with it
      page.send('Page.crash').catch(() => {})
      await crashed
      await close()
    },
  }
}
