type Child = Node | string | undefined

/** Builds elements of one document, from text and nodes alone. */
export type Make = <Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
) => HTMLElementTagNameMap[Name]

export const createMake =
  (document: Document): Make =>
  (tag, attributes, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...children.filter((child): child is Node | string => !!child))
    return element
  }
