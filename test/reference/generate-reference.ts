import { readFileSync } from 'node:fs'
import { Application } from 'typedoc'
import type { MarkdownApplication, PluginOptions } from 'typedoc-plugin-markdown'
import { MarkdownPageEvent } from 'typedoc-plugin-markdown'

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>
}

const { exports, name: packageName }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))

/** What is imported by which name; the scripts of the tag have nothing to import. */
const modules = Object.entries(exports)
  .filter(([, { default: file }]) => file.startsWith('./dist/esm/'))
  .map(([subpath, { types }]) => ({
    name: subpath.replace(/^\./, packageName),
    source: types.replace('./dist/esm/', 'src/').replace(/\.d\.ts$/, '.ts'),
  }))

/** How the pages look: a table where there are members, and no line twice. */
const LOOKS: Partial<PluginOptions> = {
  outputFileStrategy: 'modules',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  hideGroupHeadings: true,
  expandParameters: true,
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  parametersFormat: 'table',
  tableColumnSettings: { hideModifiers: true, hideInherited: true, hideOverrides: true },
}

/** Parts of the house and of the page, which nobody outside has to name. */
const INNER = ['CreateKeeping', 'Seen', 'ShopifyWindow', 'View', 'WooWindow', 'METHODS', 'SOURCES']

/** Parameters and results without a word of their own: the signature above them has it all. */
const REPEATED =
  /^#+ (?:Parameters\n\n\| Parameter \| Type \|\n|Returns\n\n(?!.*\n\n[^#*]))[^]*?(?=^#|^\*\*\*$|(?![^]))/gm

/** The specifier of a module that is called by the path of its source. */
const specifierOf = (path: string): string =>
  modules.find(({ source }) => [`src/${path}.ts`, `src/${path}/index.ts`].includes(source))?.name ??
  path

const tidy = (text: string): string =>
  text
    .replace(/^# (\S+)$/m, (_, path: string) => `# ${specifierOf(path)}`)
    .replace(/^- \[([\w/-]+)\]/gm, (_, path: string) => `- [${specifierOf(path)}]`)
    .replace(REPEATED, '')
    // the anchors of a table's rows, which nothing leads to
    .replace(/<a id="[^"]*"><\/a> /g, '')
    .replace(/^\*\*\*$|^#+ Properties$/gm, '')
    .replace(/\n{3,}/g, '\n\n')

/**
 * Writes the reference as Markdown, a file for each module and a list of them, from the types and docstrings of the sources.
 * Rejects where a docstring leads nowhere, or a type is used that nobody can import.
 */
export const generateReference = async (out: string): Promise<void> => {
  const app = (await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: modules.map(({ source }) => source),
    tsconfig: 'tsconfig.json',
    readme: 'none',
    name: packageName,
    out,
    logLevel: 'Warn',
    groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', '*'],
    disableSources: true,
    excludeExternals: true,
    // the sources were checked
    skipErrorChecking: true,
    intentionallyNotExported: INNER,
    ...LOOKS,
  })) as MarkdownApplication
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents &&= tidy(page.contents)
  })
  const project = await app.convert()
  if (!project) throw new Error('The sources could not be read')
  app.validate(project)
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('The reference has mistakes: they stand above')
}
