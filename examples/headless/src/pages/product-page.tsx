import { useState } from 'react'
import { Price } from '../parts/price.js'
import { useShop } from '../shop/shop-context.js'
import { NotFoundPage } from './not-found-page.js'

interface ProductPageProps {
  readonly slug: string
  readonly onAdded: () => void
}

/** `/products/<slug>` */
export const ProductPage = ({ onAdded, slug }: ProductPageProps) => {
  const { cart, products } = useShop()
  const [problem, setProblem] = useState('')
  const [isAdding, setAdding] = useState(false)
  const product = products.find((other) => other.slug === slug)
  const [variant] = product?.variants ?? []
  if (!product || !variant) return <NotFoundPage />

  const add = async (): Promise<void> => {
    setProblem('')
    setAdding(true)
    try {
      await cart.add(variant.id)
      onAdded()
    } catch (cause) {
      setProblem(String(cause))
    } finally {
      setAdding(false)
    }
  }
  return (
    <article className="product">
      <img src={`/${slug}.svg`} alt="" width="480" height="480" />
      <div>
        <h1>{product.name}</h1>
        <Price product={product} />
        <p>{product.description || 'Heavy cotton, a straight cut, and no print at all.'}</p>
        <button type="button" disabled={isAdding} onClick={() => void add()}>
          Add to cart
        </button>
        <p className="problem" role="alert">
          {problem}
        </p>
      </div>
    </article>
  )
}
