import { renderSection } from '../theme/sections.js'
import { badRequest, type CartRefusal } from './refusal.js'
import { textOf } from './form-fields.js'
import type { PageContext } from './page-context.js'

const MOST_SECTIONS = 5

/** The section names of `sections=a,b` or a list; absent when none were asked for. */
export const sectionNames = (asked: unknown): readonly string[] | undefined => {
  if (asked === undefined || asked === null || asked === '') return undefined
  return Array.isArray(asked) ? asked.map(textOf) : textOf(asked).split(',')
}

/** Why sections cannot be rendered. The cart has been written by then. */
export const sectionsRefusal = (
  names: readonly string[],
  sectionsUrl: unknown,
): CartRefusal | undefined => {
  if (names.length > MOST_SECTIONS) return badRequest(`At most ${MOST_SECTIONS} sections at once.`)
  const misplaced = sectionsUrl !== undefined && !textOf(sectionsUrl).startsWith('/')
  return misplaced ? badRequest('sections_url has to start with a slash.') : undefined
}

/** Each section's HTML by name; one that does not exist is null. */
export const renderSections = async (
  names: readonly string[],
  page: PageContext,
): Promise<Record<string, string | null>> => {
  const rendered = await Promise.all(
    names.map(
      async (name) => [name, (await renderSection(name, page))?.toString() ?? null] as const,
    ),
  )
  return Object.fromEntries(rendered)
}
