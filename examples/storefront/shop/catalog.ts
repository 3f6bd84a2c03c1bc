import type { Product, Variant } from './types.js'

/** Everything the demo shop sells. */
export const catalog: readonly Product[] = [
  {
    id: 1,
    handle: 'trail-mug',
    title: 'Trail mug',
    description:
      'Enamelled steel that shrugs off the fire and the rucksack. Holds a generous 350 ml.',
    variants: [
      { id: 40101, title: 'Moss', price: 2400, available: true },
      { id: 40102, title: 'Sand', price: 2400, available: true },
    ],
  },
  {
    id: 2,
    handle: 'camp-blanket',
    title: 'Camp blanket',
    description: 'Recycled wool, woven tight enough for a windy evening and soft enough for a nap.',
    variants: [{ id: 40201, title: 'Default', price: 8900, available: true }],
  },
  {
    id: 3,
    handle: 'field-notebook',
    title: 'Field notebook',
    description: 'Three stitched notebooks with stone paper that takes a pencil in the rain.',
    variants: [{ id: 40301, title: 'Default', price: 1500, available: true }],
  },
  {
    id: 4,
    handle: 'day-pack',
    title: 'Day pack',
    description: 'Eighteen litres of waxed canvas with room for lunch, a layer and a library book.',
    variants: [
      { id: 40401, title: 'Rust', price: 7600, available: true },
      { id: 40402, title: 'Night', price: 7600, available: false },
    ],
  },
  {
    id: 5,
    handle: 'lantern',
    title: 'Lantern',
    description: 'A warm light for the porch that folds flat. It will be back in spring.',
    variants: [{ id: 40501, title: 'Default', price: 5600, available: false }],
  },
]

/** The product with this handle. */
export const productOf = (handle: string): Product | undefined =>
  catalog.find((product) => product.handle === handle)

/** The variant with this id, together with its product. */
export const variantOf = (id: number): { product: Product; variant: Variant } | undefined => {
  for (const product of catalog) {
    const variant = product.variants.find((candidate) => candidate.id === id)
    if (variant) return { product, variant }
  }
  return undefined
}

/** Whether a product comes in one version that needs no name. */
export const hasOneVariant = (product: Product): boolean => product.variants.length === 1
