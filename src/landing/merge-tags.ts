// never over a border of the URL: {{ liquid, Klaviyo, Handlebars }} · {% Klaviyo, Liquid %} · *|Mailchimp|* · %%Salesforce%% · [[Customer.io]]
const TAG =
  /\{\{[^{}?#&]*\}\}|\{%[^{}?#&]*%\}|\*\|[^|*?#&]*\|\*|%%[A-Z_=][^%?#&]*%%|\[\[[^[\]?#&]*\]\]/gi

/** Whether a text is one merge tag of a mail template and nothing else. */
export const isMergeTag = (text: string): boolean => text.replace(TAG, '') === '' && text !== ''

/**
 * Changes a URL and leaves the merge tags of mail templates in it as they are: a mail system puts its values in their
 * places after us, and would not know an encoded tag again.
 */
export const keepMergeTags = (url: string, change: (url: string) => string): string => {
  const tags: string[] = []
  // letters that no URL parser touches, and that the URL does not hold already
  let mark = 'mergetag'
  while (url.toLowerCase().includes(mark)) mark += 'x'
  const marked = url.replace(TAG, (tag) => mark + (tags.push(tag) - 1) + 'z')
  const back = new RegExp(mark + '(\\d+)z', 'gi')
  return change(marked).replace(back, (_, place: string) => tags[Number(place)] ?? '')
}
