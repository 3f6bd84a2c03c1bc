import { Link } from '../router/link.js'
import { Price } from '../parts/price.js'
import { useShop } from '../shop/shop-context.js'

/** `/` */
export const HomePage = () => {
  const { products } = useShop()
  return (
    <>
      <section className="hero">
        <h1>Plain goods, made to last.</h1>
        <p>Four things for every day, in colours that go with everything.</p>
      </section>
      <ul className="products">
        {products.map((product) => (
          <li key={product.slug}>
            <img src={`/${product.slug}.svg`} alt="" width="320" height="320" />
            <h2>
              <Link href={`/products/${product.slug}`}>{product.name}</Link>
            </h2>
            <Price product={product} />
          </li>
        ))}
      </ul>
    </>
  )
}
