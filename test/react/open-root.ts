import type { ReactNode } from 'react'
import { act, createElement, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { DiscountKeeper } from '../../src/index.js'
import type { Discount } from '../../src/react/index.js'
import { DiscountProvider, useDiscount } from '../../src/react/index.js'

/** What every mount of a test undoes at its end. */
const unmounts = new Set<() => void>()

/** React tells what is wrong on the console: a test that does not expect it fails. */
export const expectNoComplaints = (): void => {
  const complaints: unknown[][] = []
  beforeEach(() => {
    Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
    complaints.length = 0
    for (const level of ['error', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said))
  })
  afterEach(() => {
    for (const unmount of unmounts) unmount()
    unmounts.clear()
    document.body.replaceChildren()
    expect(complaints).toEqual([])
  })
}

export interface MountOptions {
  readonly keeper: DiscountKeeper
  readonly children: ReactNode
  readonly isStrict?: boolean | undefined
  /** What a server sent. */
  readonly html?: string | undefined
}

/** The tree as every root here has it. */
export const inProvider = ({ children, isStrict, keeper }: MountOptions): ReactNode => {
  const tree = createElement(DiscountProvider, { keeper }, children)
  return isStrict ? createElement(StrictMode, undefined, tree) : tree
}

/** Shows a tree on the page, or takes over what a server sent. */
export const mount = async (options: MountOptions) => {
  const host = document.createElement('div')
  document.body.append(host)
  const recovered: unknown[] = []
  const hydrating = { onRecoverableError: (error: unknown) => void recovered.push(error) }
  const sent = `<body>${options.html ?? ''}`
  const nodes = new DOMParser().parseFromString(sent, 'text/html').body.childNodes
  host.append(...nodes)
  const tree = inProvider(options)
  const root = await act(async () => {
    if (options.html !== undefined) return hydrateRoot(host, tree, hydrating)
    const created = createRoot(host)
    created.render(tree)
    return created
  })
  const unmount = (): void => {
    unmounts.delete(unmount)
    act(() => root.unmount())
  }
  unmounts.add(unmount)
  return {
    host,
    /** Errors of hydration. */
    recovered,
    text: () => host.textContent,
    render: (next: Partial<MountOptions> = {}) =>
      act(async () => root.render(inProvider({ ...options, ...next }))),
    unmount,
  }
}

/** A component that writes down every moment it is shown, and shows what `say` makes of it. */
export const createReader = (say: (discount: Discount) => string = () => '') => {
  const seen: Discount[] = []
  const said: string[] = []
  const Reader = (): string => {
    const discount = useDiscount()
    const text = say(discount)
    seen.push(discount)
    said.push(text)
    return text
  }
  return { seen, said, Reader, latest: () => seen[seen.length - 1] }
}
