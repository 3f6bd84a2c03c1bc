import type { BrowserContext } from '@playwright/test'

/** A key that was written, whether it is still there or not. */
export interface Written {
  readonly name: string
  readonly place: 'local storage' | 'session storage' | 'cookie' | 'session cookie'
}

/** Records every key that scripts of this context write from now on; `written()` names each once. */
export const watchStorage = async (context: BrowserContext) => {
  const seen = new Map<string, Written>()
  await context.exposeBinding('noteWrite', (_, name: string, place: Written['place']) => {
    seen.set(`${place} ${name}`, { name, place })
  })
  await context.addInitScript(() => {
    const note = (name: string, place: string): void => {
      const noteWrite: unknown = Reflect.get(window, 'noteWrite')
      if (typeof noteWrite === 'function') noteWrite(name, place)
    }
    const item = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')
    Storage.prototype.setItem = function (key: string, value: string) {
      note(key, this === localStorage ? 'local storage' : 'session storage')
      item?.value.call(this, key, value)
    }
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(this: Document, text: string) {
        const [pair = '', ...attributes] = text.split(/; */)
        const [name = '', ...value] = pair.split('=')
        const dated = attributes.some((attribute) => /^(expires|max-age)=/i.test(attribute))
        if (value.join('=')) note(decodeURIComponent(name), dated ? 'cookie' : 'session cookie')
        cookie?.set?.call(this, text)
      },
    })
  })
  return { written: (): readonly Written[] => [...seen.values()] }
}
