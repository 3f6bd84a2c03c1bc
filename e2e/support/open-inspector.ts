import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import ts from 'typescript'

const SOURCE = new URL('../../src/', import.meta.url)

const compiled = (path: string): string =>
  ts.transpileModule(readFileSync(new URL(path.replace(/\.js$/, '.ts'), SOURCE), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext },
  }).outputText

/** Shows the inspector on the open page, straight from its source. */
export const openInspector = async (page: Page): Promise<Locator> => {
  await page.route('**/source/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/source/', '')
    return route.fulfill({ contentType: 'text/javascript', body: compiled(path) })
  })
  await page.evaluate(async () => {
    const source = '/source/inspector/show-inspector.js'
    const { showInspector } = (await import(source)) as {
      readonly showInspector: (keeper: unknown, document: Document) => void
    }
    showInspector(window.DiscountKeeper, document)
  })
  return page.getByRole('dialog', { name: 'Discount Keeper' })
}
