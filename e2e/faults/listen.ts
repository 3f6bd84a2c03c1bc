import type { Session } from '../support/devtools/open-pipe.js'

interface Thrown {
  readonly text: string
  readonly exception?: { readonly description?: string; readonly value?: unknown }
}

interface Said {
  readonly type: string
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[]
}

interface Entry {
  readonly level: string
  readonly text: string
}

const textOf = ({ exception, text }: Thrown): string =>
  `${text} ${exception?.description ?? String(exception?.value)}`

/** Tells of all that is thrown into the pages of a tab from now on, promises included, or said to be an error. */
export const listen = async (page: Session, hear: (what: string) => void): Promise<void> => {
  page.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    hear(textOf(exceptionDetails as Thrown)),
  )
  page.on('Runtime.consoleAPICalled', (said) => {
    const { args, type } = said as unknown as Said
    if (type === 'error')
      hear(args.map(({ description, value }) => description ?? String(value)).join(' '))
  })
  page.on('Log.entryAdded', ({ entry }) => {
    const { level, text } = entry as Entry
    // the browser's own words on a request that failed
    if (level === 'error' && !text.startsWith('Failed to load resource')) hear(text)
  })
  await Promise.all([page.send('Runtime.enable'), page.send('Log.enable')])
}
