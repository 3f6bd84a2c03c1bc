import type { Tab } from '../support/devtools/open-tab.js'

/** Takes the cookies whose names match out of the browser, by the page that may write them. */
export const forgetCookies = (tab: Tab, names: string): Promise<void> =>
  tab.run((shape) => {
    for (const cookie of document.cookie.split('; ')) {
      const [name = ''] = cookie.split('=')
      if (new RegExp(shape).test(name)) document.cookie = `${name}=; path=/; max-age=0`
    }
  }, names)
