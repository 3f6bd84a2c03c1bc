const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->'] as const

const placeOf = (readme: string): readonly [from: number, to: number] => {
  const from = readme.indexOf(BEGIN) + BEGIN.length
  const to = readme.indexOf(END)
  if (from < BEGIN.length || to < from)
    throw new Error(`The README needs a line ${BEGIN} and after it a line ${END}`)
  return [from, to]
}

/** What stands between the markers. Throws where they are not there. */
export const readBlock = (readme: string): string => readme.slice(...placeOf(readme)).trim()

/** The text with something else between its markers. Throws where they are not there. */
export const replaceBlock = (readme: string, ...[block]: readonly [block: string]): string => {
  const [from, to] = placeOf(readme)
  return `${readme.slice(0, from)}\n${block.trim()}\n${readme.slice(to)}`
}
