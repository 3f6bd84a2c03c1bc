import { scriptTag } from '../../support/script-tag.js'
import { inlineScript } from '../support/inline-script.js'

/** The two kinds of browsers that carriers meet, each with what the shop's pages bring for it to be of its kind. */
export const kinds = [
  { kind: 'with the Navigation API', side: 'modern', scriptTag: scriptTag() },
  {
    kind: 'without the Navigation API',
    side: 'older',
    scriptTag: inlineScript('delete window.navigation') + scriptTag(),
  },
] as const
